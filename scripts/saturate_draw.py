"""Draw the saturation curve from its tables."""

from typing import Any

from verbatim import door, figures
from verbatim.saturate import draw
from verbatim.tables.saturate import Saturation, StoppingRules


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read the two tables, draw, and write SVG, PDF and PNG."""
    curve, rules = Saturation.read(inputs.saturation), StoppingRules.read(inputs.stopping)
    said = (draw.TITLE, draw.in_words(curve, rules))
    about = figures.describe(inputs.saturation, *said, "saturate_draw", params.code)
    figures.save(draw.drawn(curve, rules, params.invented), door.stem(output.saturation), about)


if __name__ == "__main__":
    with door.opened(snakemake):
        door.unless_made(main, snakemake)
