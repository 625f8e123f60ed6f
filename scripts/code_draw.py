"""Draw agreement by code."""

from typing import Any

from verbatim import door, figures
from verbatim.code import draw
from verbatim.tables.code import Agreement


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read the table, draw, and write SVG, PDF and PNG."""
    table = Agreement.read(inputs.agreement)
    said = (draw.title(table), draw.in_words(table))
    about = figures.describe(inputs.agreement, *said, "code_draw", params.code)
    figures.save(draw.drawn(table, params.invented), door.stem(output.agreement), about)


if __name__ == "__main__":
    with door.opened(snakemake):
        door.unless_made(main, snakemake)
