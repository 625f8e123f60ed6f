"""The figure of room 2: how much the automatic step finds, kind by kind."""

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from verbatim import figures
from verbatim.deidentify.measure import SUMS

TITLE = "Identifying details that the program finds by itself"
NOTHING = "No interview was checked by hand, so it is not known how much the program finds."
FOUND, RIGHT, WHOLE = figures.COLOURS[:3]
ROW = 0.2
"""Height of a row, in inches."""

LABELS = {
    "PERSON": "Person",
    "LOCATION": "Location",
    "ORGANISATION": "Organisation",
    "DATE": "Date",
    "AGE": "Age",
    "EMAIL": "E-mail",
    "PHONE": "Telephone",
    "POSTCODE": "Postcode",
    "NHS_NUMBER": "NHS number",
    "REFERENCE": "Reference",
    "ROLE": "Role",
    "direct": "Direct, together",
    "indirect": "Indirect, together",
    "all": "All",
}


def drawn(table: pd.DataFrame, missed: pd.DataFrame, invented: bool) -> Figure:
    """Draw recall by kind with its intervals, whole entities, and precision as an open mark.

    Args:
        table: Rows of `Recall`.
        missed: Rows of `Missed`, of the same kinds.
        invented: Whether speech is invented.
    """
    with mpl.rc_context(figures.STYLE):
        if table.empty:
            return figures.blank(NOTHING, invented)
        figure = figures.canvas(figures.DOUBLE, ROW * len(table) + 1.3)
        axes = figure.subplots()
        places = _places(table)
        _rows(axes, table, places)
        _entities(axes, table, places, missed)
        _scale(axes, table, places)
        figures.note(
            figure,
            "The automatic step, before people's decisions: nothing here says what is left in the "
            "public text.",
            "Found: every letter and digit of a hand-checked mention is covered, by whatever kind. "
            "Lines: Wilson 95 % intervals. Masked throughout: every mention in an interview is "
            "found.",
            invented=invented,
        )
        return figure


def in_words(table: pd.DataFrame, missed: pd.DataFrame) -> str:
    """Say what the figure shows to somebody who cannot see it."""
    if table.empty:
        return NOTHING
    whole = {row.category: f"{row.masked} of {row.entities}" for row in missed.itertuples()}
    told = "; ".join(
        f"{LABELS[row.category]}: {row.found} of {row.checked} found, "
        f"{whole.get(row.category, '0 of 0')} masked throughout, {row.right} of "
        f"{row.proposed} proposals right"
        for row in table.itertuples()
    )
    return (
        "Dots by kind of identifying detail, for the program alone and before people's decisions: "
        "share of hand-checked mentions covered whole, with Wilson 95 % intervals, and of people "
        f"and things of which every mention in an interview is. {told}."
    )


def _places(table: pd.DataFrame) -> list[float]:
    """Heights of the rows, the sums a little apart."""
    return [-(at + (0.5 if name in SUMS else 0)) for at, name in enumerate(table["category"])]


def _rows(axes: Axes, table: pd.DataFrame, places: list[float]) -> None:
    for place, row in zip(places, table.itertuples(), strict=True):
        if row.proposed:
            axes.plot(
                row.precision, place - 0.18, "D", color=RIGHT, mfc="white", ms=3.2, clip_on=False
            )
        if row.checked:
            axes.plot([row.recall_low, row.recall_high], [place, place], color=FOUND)
            axes.plot(row.recall, place, "o", color=FOUND, ms=4.2, clip_on=False, zorder=3)


def _entities(axes: Axes, table: pd.DataFrame, places: list[float], missed: pd.DataFrame) -> None:
    """Share of what is named of which every mention is found."""
    share = dict(zip(missed["category"], missed["entity_recall"], strict=True))
    for place, category in zip(places, table["category"], strict=True):
        if pd.notna(share.get(category)):
            axes.plot(share[category], place + 0.2, "^", color=WHOLE, ms=3.4, clip_on=False)


def _scale(axes: Axes, table: pd.DataFrame, places: list[float]) -> None:
    names = [f"{LABELS[row.category]} (n = {row.checked})" for row in table.itertuples()]
    axes.set_title(TITLE)
    axes.set_yticks(places, names)
    axes.tick_params(axis="y", length=0)
    axes.set_ylim(min(places) - 0.7, 0.7)
    axes.set_xlim(0, 1.01)
    axes.xaxis.set_major_formatter(mpl.ticker.PercentFormatter(1))
    axes.grid(axis="x", color=figures.PALE, linewidth=0.5)
    axes.set_axisbelow(True)
    axes.spines["left"].set_visible(False)
    axes.legend(
        [
            Line2D([], [], color=FOUND, marker="o", ms=4.2),
            Line2D([], [], color=WHOLE, marker="^", ms=3.4, lw=0),
            Line2D([], [], color=RIGHT, marker="D", ms=3.2, mfc="white", lw=0),
        ],
        ["mentions found", "people and things masked throughout", "proposals that are right"],
        loc="upper left",
        bbox_to_anchor=(0, -0.22 / (ROW * len(table))),
        ncols=3,
    )
