"""The heat map of participants per subtheme and group, from its table."""

import textwrap
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Normalize
from matplotlib.figure import Figure

from verbatim import figures
from verbatim.compare import lines
from verbatim.compare.lines import Line
from verbatim.groups import Groups, title_of

TITLE = "Participants per subtheme and group"
NOTHING = "No codings to count by group: no groups are declared, or nothing is coded yet."
SIZE = 6.5
"""Size of the numbers, in points."""

ROW = 0.165
"""Height of a line, in inches."""

SCALE = 0.4
"""Height of the scale of shades, in inches."""

BETWEEN = 0.3
"""Space between two groupings, in cells."""

WIDEST = 34.0
"""Most width of a cell, in points."""

HEAD = 7.0
"""Size of the groups' names, in points, and of the groupings' titles."""


@dataclass(frozen=True)
class Panel:
    """Groups of one grouping that stand side by side.

    Attributes:
        title: Title of the grouping.
        groups: Names of the groups.
        cells: n, N and share by subtheme and group.
    """

    title: str
    groups: list[str]
    cells: pd.DataFrame

    @property
    def title_lines(self) -> list[str]:
        """The title in lines about as wide as the panel."""
        return textwrap.wrap(
            self.title, max(9, int(len(self.groups) * 4.6)), break_long_words=False
        )

    @property
    def names(self) -> list[str]:
        """Names of the groups with their sizes, as printed, in lines that fit upright."""
        sizes = self.cells.groupby("group")["of"].first()
        return [
            textwrap.fill(f"{lines.cut(group, 44)} ({sizes[group]})", 28) for group in self.groups
        ]


def drawn(table: pd.DataFrame, codebook: pd.DataFrame, groups: Groups, invented: bool) -> Figure:
    """Draw groupings side by side, in as many rows of panels as the page needs.

    Args:
        table: Rows of `GroupFrequencies`.
        codebook: Rows of `CodebookTable`.
        groups: The declared groupings.
        invented: Whether speech and codings are invented.
    """
    with mpl.rc_context(figures.STYLE):
        if table.empty:
            return figures.blank(NOTHING, invented)
        labels = list(lines.framework(codebook, "subtheme"))
        most = table["of"].max()
        cell = lines.text_width(f"{most}/{most}", SIZE) + 4
        room = figures.DOUBLE * 72 - lines.width(labels) - 16
        rows = _packed(table, groups, room / cell)
        heights = [_above(row) / 72 + ROW * (labels[-1].y + 2) for row in rows]
        figure = figures.canvas(figures.DOUBLE, sum(heights) + SCALE + 0.5)
        parts: Any = figure.subfigures(len(rows) + 1, 1, height_ratios=[*heights, SCALE])
        *above, last = parts
        for part, panels in zip(above, rows, strict=True):
            _row(part, panels, labels, codebook, room)
        _scale(last)
        figures.note(
            figure,
            "n/N: participants of the group who speak of the subtheme / participants of the group. "
            "White: nobody. Not mentioned is not the same as not held; small groups differ by "
            "chance alone.",
            invented=invented,
        )
        return figure


def in_words(table: pd.DataFrame, groups: Groups) -> str:
    """Say what the figure shows to somebody who cannot see it."""
    if table.empty:
        return NOTHING
    sizes = table.drop_duplicates(["grouping", "group"])
    described = "; ".join(
        f"{title_of(name, groups[name])}: "
        + ", ".join(f"{row.group} ({row.of})" for row in part.itertuples())
        for name, part in sizes.groupby("grouping", sort=False)
    )
    return (
        "Heat map: how many participants of each group speak of each subtheme, as n/N; "
        f"the shade is n/N. Groups and their sizes: {described}."
    )


def _packed(table: pd.DataFrame, groups: Groups, room: float) -> list[list[Panel]]:
    """Put groupings beside each other while there is room; a wide one goes on in the next row.

    Args:
        table: Rows of `GroupFrequencies`.
        groups: The declared groupings.
        room: How many cells are as wide as the page.
    """
    subthemes = table[table["level"] == "subtheme"]
    rows: list[list[Panel]] = [[]]
    left = room
    for name, part in subthemes.groupby("grouping", sort=False):
        names = list(dict.fromkeys(part["group"]))
        for start in range(0, len(names), int(room)):
            some = names[start : start + int(room)]
            if len(some) > left:
                rows.append([])
                left = room
            cells = part[part["group"].isin(some)].set_index(["id", "group"])
            rows[-1].append(Panel(title_of(str(name), groups[str(name)]), some, cells))
            left -= len(some) + BETWEEN
    return rows


def _heads(panels: list[Panel]) -> float:
    """Height of the groups' names, which stand upright, in points."""
    return max(
        lines.text_width(line, HEAD)
        for panel in panels
        for name in panel.names
        for line in name.splitlines()
    )


def _above(panels: list[Panel]) -> float:
    """Height of what stands above the cells: names and titles, in points."""
    titles = max(len(panel.title_lines) for panel in panels)
    return _heads(panels) + 8 + titles * HEAD * 1.25


def _row(
    part: Any, panels: list[Panel], labels: list[Line], codebook: pd.DataFrame, room: float
) -> None:
    widths = [float(len(panel.groups)) for panel in panels]
    # What is not needed stays empty, so that cells are never much wider than their numbers.
    spare = room / WIDEST - sum(widths) - BETWEEN * (len(panels) - 1)
    filled = [*widths, spare] if spare > 1 else widths
    axes = part.subplots(1, len(filled), width_ratios=filled, squeeze=False)[0]
    heads = _heads(panels)
    for place, panel in enumerate(panels):
        _cells(axes[place], panel, labels, codebook)
        _title(axes[place], panel, heads)
        if place:
            axes[place].set_yticks([])
    for empty in axes[len(panels) :]:
        empty.set_axis_off()


def _title(axes: Axes, panel: Panel, heads: float) -> None:
    """Print the grouping's title above its groups' names, all titles at one height."""
    axes.annotate(
        "\n".join(panel.title_lines),
        (0, 1),
        xycoords="axes fraction",
        xytext=(0, heads + 8),
        textcoords="offset points",
        ha="left",
        va="bottom",
        fontsize=HEAD,
        fontweight="bold",
        annotation_clip=False,
    )


def _cells(axes: Axes, panel: Panel, labels: list[Line], codebook: pd.DataFrame) -> None:
    ids = codebook.drop_duplicates("subtheme")["subtheme"]
    at = [line.y for line in labels if line.depth == 1]
    colours = mpl.colormaps[figures.SEQUENTIAL]
    for y, one in zip(at, ids, strict=True):
        for x, group in enumerate(panel.groups):
            cell = panel.cells.loc[(one, group)]
            colour = colours(cell["share"]) if cell["participants"] else (1.0, 1.0, 1.0, 1.0)
            axes.fill(
                [x, x + 1, x + 1, x], [y - 0.5, y - 0.5, y + 0.5, y + 0.5], color=colour, lw=0
            )
            axes.text(
                x + 0.5,
                y,
                f"{cell['participants']}/{cell['of']}",
                ha="center",
                va="center_baseline",
                fontsize=SIZE,
                color=ink_on(colour) if cell["participants"] else "#777777",
            )
    lines.label(axes, labels)
    axes.set_xlim(0, len(panel.groups))
    axes.set_xticks([x + 0.5 for x in range(len(panel.groups))], labels=panel.names, rotation=90)
    axes.tick_params(
        axis="x",
        top=True,
        labeltop=True,
        bottom=False,
        labelbottom=False,
        length=0,
        labelsize=HEAD,
    )
    for side in axes.spines.values():
        side.set_visible(False)


def ink_on(colour: tuple[float, ...]) -> str:
    """Black or white, whichever reads better on the colour (contrast as in WCAG 2).

    Of the two, one always has a contrast of 4.5 or more.
    """
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour[:3]
    ]
    luminance = float(np.dot([0.2126, 0.7152, 0.0722], linear))
    return "white" if 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 else "black"


def _scale(part: Any) -> None:
    bar = part.colorbar(
        ScalarMappable(Normalize(0, 1), figures.SEQUENTIAL),
        cax=part.add_axes((0.36, 0.55, 0.28, 0.25)),
        orientation="horizontal",
    )
    bar.set_ticks([0, 0.5, 1], labels=["0 %", "50 %", "100 % of the group"])
    bar.outline.set_visible(False)
