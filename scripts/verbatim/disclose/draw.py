"""The figure of disclosure: how many participants look alike, view by view."""

import textwrap
from itertools import pairwise
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from verbatim import figures
from verbatim.disclose import words

TITLE = "Participants who look alike in what is published about them"
NOTHING = "Nothing is published about participants beside their ids."
COLOURS = ("#D55E00", "#E69F00", "#56B4E9", "#0072B2")
"""From alone to enough for a deposit; of Okabe and Ito's palette, dark, light, light, dark."""

INKS = ("white", figures.INK, figures.INK, "white")
ROW, GAP, WIDE = 0.27, 0.6, 46
"""Height of a row in inches; what parts kinds of view, in rows; letters in a line of a label."""

APART = {"published", "attribution"}
"""Views before which a gap stands."""


def drawn(table: pd.DataFrame, k: dict[str, int], invented: bool) -> Figure:
    """Draw a bar for each view, from those who are alone to those in large enough classes.

    Args:
        table: Rows of `Disclosure`.
        k: Size of the classes that a paper and a deposit ask for.
        invented: Whether speech is invented.
    """
    with mpl.rc_context(figures.STYLE):
        rows = table[(table["view"] != "attribute") & (table["participants"] > 0)]
        if set(rows["shown"]) <= {words.NOTHING}:
            return figures.blank(NOTHING, invented)
        labels = [_wrapped(words.label(row, k)) for row in rows.itertuples()]
        places = _places(rows, labels)
        figure = figures.canvas(figures.DOUBLE, ROW * (places[-1] + 1) + 1.35)
        axes = figure.subplots()
        for place, row in zip(places, rows.itertuples(), strict=True):
            _bar(axes, place, row)
        _scale(axes, places, labels)
        names = words.sizes(k)
        figure.legend(
            handles=[
                Patch(color=colour, label=name)
                for colour, name in zip(COLOURS, names, strict=True)
                if name
            ],
            loc="outside upper left",
            ncols=len(names),
            handlelength=1.0,
        )
        figures.note(
            figure,
            f"Orange is too few for a paper (k = {k['paper']}), light blue too few for a deposit "
            f"(k = {k['deposit']}). At the right: the smallest class.",
            "Counted among those who took part: alone here is not alone in the population, and "
            "dark blue is no proof of safety.",
            invented=invented,
        )
        return figure


def in_words(table: pd.DataFrame, k: dict[str, int]) -> str:
    """Say what the figure shows to somebody who cannot see it."""
    rows = table[table["view"] != "attribute"]
    if set(rows["shown"]) <= {words.NOTHING}:
        return NOTHING
    told = "; ".join(
        f"{words.label(row, k)}: {row.unique} of {row.participants} alone, {row.below_paper} in "
        f"classes smaller than {k['paper']}, {row.below_deposit} smaller than {k['deposit']}"
        for row in rows.itertuples()
    )
    return f"Bars, one a view, parted by how many participants are alike in it. {told}."


def _wrapped(label: str) -> str:
    return "\n".join(textwrap.wrap(label, WIDE))


def _places(rows: pd.DataFrame, labels: list[str]) -> list[float]:
    """Give the height of each row from the top; long labels need more."""
    places: list[float] = []
    for view, label in zip(rows["view"], labels, strict=True):
        room = 0.42 * label.count("\n")
        before = places[-1] + 1 + (GAP if view in APART else 0) if places else 0
        places.append(before + room / 2)
    return places


def _bar(axes: Axes, place: float, row: Any) -> None:
    many = row.participants
    bounds = (0, row.unique, row.below_paper, row.below_deposit, many)
    for (low, high), colour, ink in zip(pairwise(bounds), COLOURS, INKS, strict=True):
        if high > low:
            axes.barh(place, (high - low) / many, left=low / many, height=0.72, color=colour)
            axes.text(
                (low + high) / 2 / many,
                place,
                str(high - low),
                ha="center",
                va="center_baseline",
                color=ink,
                fontsize=7,
            )
    axes.text(1.015, place, f"k = {row.smallest}", va="center_baseline", fontsize=7)


def _scale(axes: Axes, places: list[float], labels: list[str]) -> None:
    axes.set_title(TITLE)
    axes.set_yticks(places, labels)
    axes.tick_params(axis="y", length=0)
    axes.set_ylim(places[-1] + 0.7, -0.7)
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter(mpl.ticker.PercentFormatter(1))
    axes.set_xlabel("Participants (numbers in the bars: how many)")
    axes.spines["left"].set_visible(False)
