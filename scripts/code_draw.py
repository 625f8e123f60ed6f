"""Draw agreement by code."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import door, figures
from verbatim.code import draw
from verbatim.tables.code import Agreement

if TYPE_CHECKING:
    snakemake: Any


def main(agreement: Path, stem: Path, invented: bool, code: str) -> None:
    """Read the table, draw, and write SVG, PDF and PNG."""
    table = Agreement.read(agreement)
    about = figures.describe(agreement, draw.title(table), draw.in_words(table), "code_draw", code)
    figures.save(draw.drawn(table, invented), stem, about)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            agreement=Path(snakemake.input.agreement),
            stem=door.paths(snakemake.output.agreement)[0].with_suffix(""),
            invented=snakemake.params.invented,
            code=snakemake.params.code,
        )
