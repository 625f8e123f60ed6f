"""Draw how good the suggestions are on interviews left out."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import door, figures
from verbatim.suggest.draw import TITLE, described, drawn
from verbatim.tables.code import CodebookTable
from verbatim.tables.suggest import SuggestionCalibration, SuggestionQuality

if TYPE_CHECKING:
    snakemake: Any


def main(into: Any, stem: Path, invented: bool, code: str) -> None:
    """Read, draw once, write."""
    judged = SuggestionQuality.read(Path(into.quality))
    promised = SuggestionCalibration.read(Path(into.calibration))
    figure = drawn(judged, promised, CodebookTable.read(Path(into.codebook)), invented)
    text = described(judged, invented)
    about = figures.describe(Path(into.quality), TITLE, text, "suggest_draw", code)
    figures.save(figure, stem, about)


if __name__ == "__main__":
    with door.opened(snakemake):
        stem = door.paths(snakemake.output.quality)[0].with_suffix("")
        main(snakemake.input, stem, snakemake.params.invented, snakemake.params.code)
