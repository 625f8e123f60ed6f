"""The matrix of codes by interview, from its table."""

from math import ceil

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import BoundaryNorm, ListedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from verbatim import figures
from verbatim.compare import lines
from verbatim.compare.lines import Line

TITLE = "Codes by interview"
NOTHING = "No codings to count yet."
ROW = 0.135
STEPS = ("1", "2", "3", "4 or more")
"""Segments of an interview that carry a code, as shades."""

LABEL_PITCH = 8.0
"""Points between two labels of interviews; closer they would touch."""

VECTOR = 40_000
"""With more cells the matrix is one picture inside SVG and PDF."""


def drawn(presence: pd.DataFrame, codebook: pd.DataFrame, invented: bool) -> Figure:
    """Draw a cell for every code and interview, codes by theme, interviews as in the table.

    Args:
        presence: Rows of `Presence`, interviews in order of date.
        codebook: Rows of `CodebookTable`.
        invented: Whether speech and codings are invented.
    """
    with mpl.rc_context(figures.STYLE):
        if presence.empty:
            return figures.blank(NOTHING, invented)
        labels = list(lines.framework(codebook, "code"))
        figure = figures.canvas(figures.DOUBLE, 1.4 + ROW * (labels[-1].y + 1))
        axes = figure.subplots()
        matrix = _matrix(presence)
        _cells(axes, matrix, labels, codebook)
        lines.label(axes, labels)
        _interviews(axes, list(matrix.columns), lines.width(labels))
        figure.legend(
            handles=[Patch(color=_colours()(i), label=step) for i, step in enumerate(STEPS)],
            title="Segments of the interview that carry the code",
            title_fontsize=7,
            loc="outside upper left",
            ncols=len(STEPS),
            alignment="left",
            handlelength=1.0,
        )
        figures.note(
            figure,
            "At the right: interviews in which the code occurs. "
            "Empty: not mentioned, which is not the same as not held.",
            invented=invented,
        )
        return figure


def in_words(presence: pd.DataFrame) -> str:
    """Say what the figure shows to somebody who cannot see it."""
    if presence.empty:
        return NOTHING
    codes, interviews = presence["code"].nunique(), presence["interview"].nunique()
    filled = int((presence["segments"] > 0).sum())
    return (
        f"Matrix of {figures.count(codes, 'code')}, grouped by theme, by "
        f"{figures.count(interviews, 'interview')} in order of date: in {filled} of "
        f"{codes * interviews} cells the code occurs in the interview; the shade is the number "
        f"of segments."
    )


def _matrix(presence: pd.DataFrame) -> pd.DataFrame:
    order = presence["interview"].drop_duplicates()
    return presence.pivot_table(index="code", columns="interview", values="segments")[order]


def _colours() -> ListedColormap:
    return ListedColormap(
        list(mpl.colormaps[figures.SEQUENTIAL](np.linspace(0.12, 1, len(STEPS)))), "steps"
    )


def _cells(axes: Axes, matrix: pd.DataFrame, labels: list[Line], codebook: pd.DataFrame) -> None:
    at = [int(line.y) for line in labels if line.depth == 1]
    # The framework's order, theme by theme, as the lines are.
    codes = [code for _, rows in codebook.groupby("theme", sort=False) for code in rows["code"]]
    cells = np.full((int(labels[-1].y) + 1, matrix.shape[1]), np.nan)
    cells[at] = matrix.loc[codes].to_numpy()
    x, y = np.arange(matrix.shape[1] + 1), np.arange(len(cells) + 1) - 0.5
    axes.pcolormesh(
        x,
        y,
        np.ma.masked_less(np.ma.masked_invalid(cells), 1),
        cmap=_colours(),
        norm=BoundaryNorm([0.5, 1.5, 2.5, 3.5, np.inf], len(STEPS)),
        rasterized=cells.size > VECTOR,
        linewidth=0,
    )
    axes.vlines(x, -0.5, y[-1], color="#EEEEEE", linewidth=0.4)
    axes.hlines([*(np.array(at) - 0.5), y[-1]], 0, x[-1], color="#EEEEEE", linewidth=0.4)
    place = axes.get_yaxis_transform()
    for height, code in zip(at, codes, strict=True):
        axes.text(
            1.035,
            height,
            str(int((matrix.loc[code] > 0).sum())),
            transform=place,
            ha="right",
            va="center_baseline",
            fontsize=lines.SIZE,
        )


def _interviews(axes: Axes, names: list[str], labels: float) -> None:
    pitch = ((figures.DOUBLE - 0.6) * 72 - labels) / len(names)
    step = max(1, ceil(LABEL_PITCH / pitch))
    places = range(0, len(names), step)
    axes.set_xlim(0, len(names))
    axes.set_xticks(
        [place + 0.5 for place in places], labels=[names[place] for place in places], rotation=90
    )
    axes.tick_params(axis="x", labelsize=6.5, length=1.5)
    some = "" if step == 1 else f" (one id in {step} is printed)"
    axes.set_xlabel(f"Interview, in order of date{some}")
    for side in axes.spines.values():
        side.set_visible(False)
