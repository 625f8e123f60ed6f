"""The lines of room 6's figures: labels of the framework down the left side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags

from verbatim import figures

LONGEST = 62
"""Characters of a name that are printed; the table has it whole."""

SIZE = 6.8
INDENT = "\u2003"
"""An em space: SVG swallows ordinary spaces at the begin of a text."""


@dataclass(frozen=True)
class Line:
    """One line of a figure.

    Attributes:
        y: Its place, from the top.
        name: What is printed.
        depth: 0 for a theme, 1 for what stands under it, 2 for what stands under that.
    """

    y: float
    name: str
    depth: int

    @property
    def text(self) -> str:
        """The name, indented by its depth and cut where it is very long."""
        return INDENT * self.depth + cut(self.name, LONGEST)

    @property
    def weight(self) -> str:
        """Themes stand out."""
        return "bold" if self.depth == 0 else "normal"


def framework(codebook: pd.DataFrame, level: str) -> Iterator[Line]:
    """Lines of the framework, one under the other: each theme, then its subthemes or codes.

    Args:
        codebook: Rows of `CodebookTable`.
        level: subtheme or code.
    """
    name = {"subtheme": "subtheme_name", "code": "name"}[level]
    y = count()
    for _, in_theme in codebook.groupby("theme", sort=False):
        yield Line(next(y), in_theme["theme_name"].iloc[0], 0)
        for one in in_theme.drop_duplicates(level)[name]:
            yield Line(next(y), one, 1)


def width(lines: Sequence[Line]) -> float:
    """Width of the widest label, in points."""
    return max((text_width(line.text, SIZE, line.weight) for line in lines), default=0.0)


def text_width(text: str, size: float, weight: str = "normal") -> float:
    """Width of a text in the house's font, in points."""
    font = get_font(findfont(FontProperties(family="DejaVu Sans", weight=weight)))
    font.set_size(size, 72)
    font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / 64


def label(axes: Axes, lines: Sequence[Line]) -> None:
    """Print the labels left of the axes, all beginning at the same place."""
    axes.set_yticks([line.y for line in lines], labels=[line.text for line in lines])
    axes.tick_params(axis="y", length=0, pad=width(lines) + 5)
    for tick, line in zip(axes.get_yticklabels(), lines, strict=True):
        tick.set(ha="left", fontsize=SIZE, fontweight=line.weight, color=figures.INK)
    last = max((line.y for line in lines), default=0.0)
    axes.set_ylim(last + 0.7, -0.7)


def cut(name: str, longest: int) -> str:
    """Cut a name that is longer, and show that it was cut."""
    return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"
