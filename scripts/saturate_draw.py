"""Draw the saturation curve from its tables."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import door, figures
from verbatim.saturate import draw
from verbatim.tables.saturate import Saturation, StoppingRules

if TYPE_CHECKING:
    snakemake: Any


def main(saturation: Path, stopping: Path, stem: Path, invented: bool, code: str) -> None:
    """Read the two tables, draw, and write SVG, PDF and PNG."""
    curve, rules = Saturation.read(saturation), StoppingRules.read(stopping)
    about = figures.describe(
        saturation, draw.TITLE, draw.in_words(curve, rules), "saturate_draw", code
    )
    figures.save(draw.drawn(curve, rules, invented), stem, about)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            saturation=Path(snakemake.input.saturation),
            stopping=Path(snakemake.input.stopping),
            stem=door.paths(snakemake.output.saturation)[0].with_suffix(""),
            invented=snakemake.params.invented,
            code=snakemake.params.code,
        )
