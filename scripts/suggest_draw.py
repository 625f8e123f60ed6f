"""Draw how good the suggestions are on interviews left out."""

from typing import Any

from verbatim import door, figures
from verbatim.suggest import draw
from verbatim.tables.code import CodebookTable
from verbatim.tables.suggest import SuggestionCalibration, SuggestionQuality


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read the tables, draw, and write SVG, PDF and PNG."""
    path, invented = inputs.quality, params.invented
    judged, promised = SuggestionQuality.read(path), SuggestionCalibration.read(inputs.calibration)
    figure = draw.drawn(judged, promised, CodebookTable.read(inputs.codebook), invented)
    said = (draw.TITLE, draw.in_words(judged, invented))
    about = figures.describe(path, *said, "suggest_draw", params.code)
    figures.save(figure, door.stem(output.quality), about)


if __name__ == "__main__":
    with door.opened(snakemake):
        door.unless_made(main, snakemake)
