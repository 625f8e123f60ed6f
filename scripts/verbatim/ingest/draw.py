"""The figure of room 1: who talks how much in each interview."""

from math import ceil

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from verbatim import figures
from verbatim.tables.ingest import SPEAKERS

TITLE = "Who talks how much in each interview"
NOTHING = "No interview was read."
COLOURS = {"interviewer": "#B3B3B3", "participant": figures.COLOURS[0], "other": "#E69F00"}
NAMES = {"interviewer": "Interviewers", "participant": "Participants", "other": "Others"}
ROW = 0.16
"""Height of a bar with its gap, in inches, up to `TALLEST` together."""

TALLEST = 9.0
LABEL = 0.12
"""Height of a label, in inches."""


def drawn(table: pd.DataFrame, invented: bool) -> Figure:
    """Draw a bar for each interview, parted by who speaks.

    Args:
        table: Rows of `Speakers`.
        invented: Whether speech is invented.
    """
    with mpl.rc_context(figures.STYLE):
        if table.empty:
            return figures.blank(NOTHING, invented)
        interviews = list(table["interview"].drop_duplicates())
        figure = figures.canvas(figures.DOUBLE, min(ROW * len(interviews), TALLEST) + 1.3)
        axes = figure.subplots()
        _bars(axes, table, interviews)
        _scale(axes, interviews)
        present = [speaker for speaker in SPEAKERS if (table["speaker"] == speaker).any()]
        figure.legend(
            handles=[Patch(color=COLOURS[one], label=NAMES[one]) for one in present],
            loc="outside upper left",
            ncols=len(present),
            handlelength=1.0,
        )
        figures.note(
            figure,
            "Share of the words; transcriber's notes are not counted. White lines part several "
            "participants. At the right: words of the interview.",
            invented=invented,
        )
        return figure


def in_words(table: pd.DataFrame) -> str:
    """Say what the figure shows to somebody who cannot see it."""
    if table.empty:
        return NOTHING
    spoken = table[table["speaker"] == "participant"].groupby("interview")["share"].sum()
    whole = table.groupby("interview")["words"].sum()
    of_participants = table.loc[table["speaker"] == "participant", "words"].sum()
    return (
        f"Bars of {figures.count(len(whole), 'interview')} with "
        f"{figures.count(whole.sum(), 'word')}, parted by who speaks: participants speak "
        f"{of_participants / max(1, whole.sum()):.0%} of all words, from {spoken.min():.0%} of an "
        f"interview to {spoken.max():.0%}."
    )


def _bars(axes: Axes, table: pd.DataFrame, interviews: list[str]) -> None:
    heights = {interview: at for at, interview in enumerate(interviews)}
    begins = table.groupby("interview")["share"].cumsum() - table["share"]
    axes.barh(
        table["interview"].map(heights).to_numpy(),
        table["share"].to_numpy(),
        left=begins.to_numpy(),
        height=0.78,
        color=table["speaker"].map(COLOURS).tolist(),
        edgecolor="white",
        linewidth=0.6 if len(interviews) * ROW <= TALLEST else 0,
    )
    step = _step(len(interviews))
    for interview, words in list(table.groupby("interview", sort=False)["words"].sum().items())[
        ::step
    ]:
        axes.text(1.01, heights[str(interview)], f"{words:,}", va="center_baseline", fontsize=6.5)


def _step(interviews: int) -> int:
    """Of how many interviews one is labelled, so that labels do not touch."""
    return max(1, ceil(LABEL * interviews / TALLEST))


def _scale(axes: Axes, interviews: list[str]) -> None:
    places = np.arange(0, len(interviews), _step(len(interviews)))
    axes.set_yticks(places, [interviews[place] for place in places])
    axes.tick_params(axis="y", length=0)
    axes.set_ylim(len(interviews) - 0.4, -0.6)
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter(mpl.ticker.PercentFormatter(1))
    axes.spines["left"].set_visible(False)
