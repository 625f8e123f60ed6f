"""Draw how good the suggestions are on interviews left out."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import door, figures
from verbatim.suggest.draw import TITLE, described, drawn
from verbatim.tables.code import CodebookTable
from verbatim.tables.suggest import SuggestionCalibration, SuggestionQuality

if TYPE_CHECKING:
    snakemake: Any


def main(inputs: Any, stem: Path, rule: str, code: str, invented: bool) -> None:
    """Read, draw once, write."""
    quality = SuggestionQuality.read(Path(inputs.quality))
    calibration = SuggestionCalibration.read(Path(inputs.calibration))
    codebook = CodebookTable.read(Path(inputs.codebook))
    figure = drawn(quality, calibration, codebook, invented)
    text = described(quality, invented)
    about = figures.describe(Path(inputs.quality), TITLE, text, rule, code)
    figures.save(figure, stem, about)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            snakemake.input,
            door.paths(snakemake.output.quality)[0].with_suffix(""),
            snakemake.rule,
            snakemake.params.code,
            snakemake.params.invented,
        )
