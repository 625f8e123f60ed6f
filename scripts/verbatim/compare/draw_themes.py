"""The dot plot of participants per theme, subtheme and code, from its table."""

from collections.abc import Iterator
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from verbatim import figures
from verbatim.compare import lines
from verbatim.compare.lines import Line

TITLE = "Participants per theme, subtheme and code"
NOTHING = "No codings to count yet."
DEPTH = {"theme": 0, "subtheme": 1, "code": 2}
MARKERS: dict[str, dict[str, Any]] = {
    "theme": {"marker": "s", "color": figures.INK, "markersize": 4.5},
    "subtheme": {
        "marker": "o",
        "color": figures.COLOURS[0],
        "markerfacecolor": "white",
        "markersize": 5,
    },
    "code": {"marker": "o", "color": figures.COLOURS[0], "markersize": 4.2},
}
DEVIANT: dict[str, Any] = {
    "marker": "|",
    "color": figures.COLOURS[1],
    "markersize": 6,
    "markeredgewidth": 1.8,
}
OPPOSITE = "opposite"
ROW = 0.145
"""Height of a line, in inches."""

GAP = 0.6
"""Lines of space before a theme."""


def drawn(themes: pd.DataFrame, codebook: pd.DataFrame, intervals: bool, invented: bool) -> Figure:
    """Draw one dot a line; within a subtheme the codes of most participants come first.

    Args:
        themes: Rows of `Frequencies`.
        codebook: Rows of `CodebookTable`.
        intervals: Whether Wilson intervals are drawn.
        invented: Whether speech and codings are invented.
    """
    with mpl.rc_context(figures.STYLE):
        if themes.empty:
            return figures.blank(NOTHING, invented)
        rows = ordered(themes, codebook)
        labels = list(_lines(rows))
        figure = figures.canvas(figures.DOUBLE, 1.3 + ROW * (labels[-1].y + 1))
        axes = figure.subplots()
        lines.label(axes, labels)
        for line, row in zip(labels, rows.itertuples(), strict=True):
            _dot(axes, line, row, intervals)
        _columns(axes, labels, rows)
        _axis(axes, int(rows["of"].iloc[0]))
        _legend(figure, intervals, deviant=bool(rows["deviant"].any()))
        figures.note(figure, *_notes(intervals), invented=invented)
        return figure


def in_words(themes: pd.DataFrame) -> str:
    """Say what the figure shows to somebody who cannot see it."""
    if themes.empty:
        return NOTHING
    found = "; ".join(
        f"{row.name} {row.participants}" for row in themes[themes["level"] == "theme"].itertuples()
    )
    return (
        f"Dot plot: how many of {figures.count(int(themes['of'].iloc[0]), 'participant')} "
        f"speak of each theme, subtheme and code. Themes: {found}."
    )


def ordered(themes: pd.DataFrame, codebook: pd.DataFrame) -> pd.DataFrame:
    """Keep the framework's order, but put a subtheme's codes of most participants first.

    A theme without subthemes is its own subtheme in the table; it gets one line.
    """
    subtheme_of = codebook.set_index("code")["subtheme"]
    own = codebook.groupby("theme")["subtheme"].unique().map(list)
    flat = [theme for theme, subthemes in own.items() if subthemes == [theme]]
    themes = themes[~((themes["level"] == "subtheme") & themes["id"].isin(flat))]
    under = themes["id"].map(subtheme_of).where(themes["level"] == "code", "")
    # A run of codes under one subtheme is sorted in itself; every other row is a run of one.
    run = ((under == "") | (under != under.shift())).cumsum()
    return (
        themes.assign(run=run, fewer=-themes["participants"])
        .sort_values(["run", "fewer"], kind="stable", ignore_index=True)
        .drop(columns=["run", "fewer"])
    )


def _lines(rows: pd.DataFrame) -> Iterator[Line]:
    y = 0.0
    for place, row in enumerate(rows.itertuples()):
        if place:
            y += 1 + (GAP if row.level == "theme" else 0)
        yield Line(y, row.name, DEPTH[row.level])


def _dot(axes: Axes, line: Line, row: pd.Series, intervals: bool) -> None:
    axes.plot([0, row.participants], [line.y] * 2, color=figures.PALE, linewidth=0.7, zorder=1)
    if intervals:
        axes.plot(
            [row.low * row.of, row.high * row.of],
            [line.y] * 2,
            color=MARKERS[row.level]["color"],
            linewidth=0.9,
            alpha=0.6,
            zorder=2,
        )
    if row.deviant:
        axes.plot(row.deviant, line.y, zorder=3, linestyle="", **DEVIANT)
    axes.plot(row.participants, line.y, zorder=4, linestyle="", **MARKERS[row.level])


def _columns(axes: Axes, labels: list[Line], rows: pd.DataFrame) -> None:
    """Print n/N, and how many hold the opposite view, at the right of each line."""
    of = int(rows["of"].iloc[0])
    right = lines.text_width(f"{of}/{of}", lines.SIZE, "bold") + 8
    shares = rows["participants"].astype(str) + f"/{of}"
    _column(axes, labels, right=right, head="n/N", cells=shares)
    if rows["deviant"].any():
        right += lines.text_width(OPPOSITE, lines.SIZE, "bold") + 8
        cells = rows["deviant"].astype(str).where(rows["deviant"] > 0, "")
        _column(axes, labels, right=right, head=OPPOSITE, cells=cells, colour=DEVIANT["color"])


def _column(
    axes: Axes,
    labels: list[Line],
    *,
    right: float,
    head: str,
    cells: pd.Series,
    colour: str = figures.INK,
) -> None:
    """Print a column whose right edge is so many points right of the axes."""
    for y, text, weight in [
        (-1.35, head, "bold"),
        *((line.y, cell, line.weight) for line, cell in zip(labels, cells, strict=True)),
    ]:
        axes.annotate(
            text,
            (1, y),
            xycoords=axes.get_yaxis_transform(),
            xytext=(right, 0),
            textcoords="offset points",
            ha="right",
            va="center_baseline",
            fontsize=lines.SIZE,
            fontweight=weight,
            color=colour,
            annotation_clip=False,
        )


def _axis(axes: Axes, of: int) -> None:
    axes.set_xlim(-0.02 * of, of * 1.02)
    ticks = MaxNLocator(integer=True).tick_values(0, of)
    axes.set_xticks([tick for tick in ticks if 0 <= tick <= of])
    axes.set_xlabel(f"Participants who speak of it (N = {of})")
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x", color="#EEEEEE", linewidth=0.6)
    axes.set_axisbelow(True)


def _legend(figure: Figure, intervals: bool, deviant: bool) -> None:
    shown = [Line2D([], [], linestyle="", label=level, **look) for level, look in MARKERS.items()]
    if deviant:
        words = "of these, hold the opposite view"
        shown.append(Line2D([], [], linestyle="", label=words, **DEVIANT))
    if intervals:
        colour = MARKERS["code"]["color"]
        shown.append(Line2D([], [], color=colour, alpha=0.6, label="95 % Wilson interval"))
    figure.legend(handles=shown, loc="outside upper left", ncols=len(shown), handletextpad=0.4)


def _notes(intervals: bool) -> list[str]:
    notes = [
        "A participant counts once, however many segments. "
        "Not mentioned is not the same as not held."
    ]
    if intervals:
        notes.append("Intervals suppose a random sample; a purposive one is not.")
    return notes
