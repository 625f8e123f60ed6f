"""The figure of saturation, from its two tables."""

from math import ceil

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from verbatim import figures

TITLE = "Codes met as interviews went on"
NOTHING = "No codings to count yet."
LEVELS = {"code": "Codes", "subtheme": "Subthemes", "theme": "Themes"}
ORDER, MEAN = figures.COLOURS[1], figures.COLOURS[0]
LABEL_PITCH = 8.0
"""Points between two labels of interviews; closer they would touch."""

NUMBERED = 60
"""With more interviews the bars carry no numbers."""

BAND = 4
"""Settings of the rule beside each other; further ones go into the next band."""
ROW = 0.155
"""Height of a row of the rule's table, in inches."""


def drawn(curve: pd.DataFrame, rules: pd.DataFrame, invented: bool) -> Figure:
    """Draw codes met (a), new codes per interview (b) and the stopping rule (c).

    Args:
        curve: Rows of `Saturation`.
        rules: Rows of `StoppingRules`.
        invented: Whether speech and codings are invented.
    """
    with mpl.rc_context(figures.STYLE):
        codes = curve[curve["level"] == "code"]
        if codes.empty:
            return figures.blank(NOTHING, invented)
        table = _rows(rules)
        heights = [2.5, 1.15, ROW * (len(table) + 1)]
        figure = figures.canvas(figures.DOUBLE, sum(heights) + 1.0)
        above, below, grid = figure.subplots(3, 1, height_ratios=heights)
        _curve(above, codes)
        _bars(below, codes)
        _rules(grid, table)
        figure.align_ylabels([above, below])
        figures.note(
            figure,
            f"{figures.count(len(codes), 'coded interview')}, "
            f"{figures.count(codes['cumulative'].iloc[-1], 'code')} met in them.",
            "Not mentioned is not the same as not held; "
            "a quiet run does not promise that the next interview brings nothing new.",
            invented=invented,
        )
        return figure


def in_words(curve: pd.DataFrame, rules: pd.DataFrame) -> str:
    """Say what the figure shows to somebody who cannot see it."""
    codes = curve[curve["level"] == "code"]
    if codes.empty:
        return NOTHING
    last_new = codes.loc[codes["new"] > 0, "order"].max()
    given = rules[rules["level"] == "code"]
    answers = ", ".join(
        f"base {row.base}, run {row.run}, {_percent(row.threshold)}: {row.label}"
        for row in given.itertuples()
    )
    return (
        f"{figures.count(len(codes), 'interview')} in order of date; "
        f"{figures.count(codes['cumulative'].iloc[-1], 'code')} met; "
        f"the last code that was new came with interview {last_new} in that order. "
        f"Step: codes met as held; line and band: exact mean over all orders of the same "
        f"interviews, plus and minus 1.96 standard deviations. Bars: new codes per interview. "
        f"Guest, Namey and Chen's rule: {answers}."
    )


def _curve(axes: Axes, codes: pd.DataFrame) -> None:
    x, few = codes["order"], len(codes) <= NUMBERED
    spread = 1.96 * codes["sd"]
    axes.fill_between(
        x,
        codes["mean"] - spread,
        codes["mean"] + spread,
        color=MEAN,
        alpha=0.16,
        linewidth=0,
        label="± 1.96 exact standard deviations",
    )
    axes.plot(x, codes["mean"], color=MEAN, label="mean over all orders of these interviews")
    axes.step(x, codes["cumulative"], where="mid", color=ORDER, label="in the order held")
    if few:
        axes.plot(x, codes["cumulative"], "o", color=ORDER, markersize=2.5)
    axes.set_ylabel("Codes met")
    axes.set_ylim(0, max(1, codes["cumulative"].max()) * 1.06)
    axes.set_xlim(0.4, len(codes) + 0.6)
    axes.set_xticks(_labelled(len(codes)), labels=[])
    _ticks(axes, max(1, codes["cumulative"].max()), 9)
    handles, labels = axes.get_legend_handles_labels()
    axes.legend(handles[::-1], labels[::-1], loc="lower right")
    axes.set_title("a  Codes met")


def _bars(axes: Axes, codes: pd.DataFrame) -> None:
    axes.bar(codes["order"], codes["new"], width=0.72 * min(1, len(codes) / 8), color=ORDER)
    most = max(1, codes["new"].max())
    if len(codes) <= NUMBERED:
        for place, new in zip(codes["order"], codes["new"], strict=True):
            axes.text(
                place,
                new + most * 0.04,
                str(new),
                ha="center",
                va="bottom",
                fontsize=6.5,
                color=figures.INK if new else "#888888",
            )
    places = _labelled(len(codes))
    names = codes["interview"].tolist()
    axes.set_xticks(places, labels=[names[place - 1] for place in places], rotation=90)
    axes.tick_params(axis="x", labelsize=6.5, length=2)
    axes.set_xlim(0.4, len(codes) + 0.6)
    axes.set_ylim(0, most * 1.25)
    _ticks(axes, most, 4)
    axes.set_ylabel("New codes")
    step = places[1] - places[0] if len(places) > 1 else 1
    some = "" if step == 1 else f" (one id in {step} is printed)"
    axes.set_xlabel(f"Interview, in order of date{some}")
    axes.set_title("b  New codes per interview")


def _ticks(axes: Axes, most: int, number: int) -> None:
    """Mark whole numbers from 0 up to what is there."""
    values = MaxNLocator(integer=True, nbins=number).tick_values(0, most)
    axes.set_yticks([value for value in values if 0 <= value <= most])


def _labelled(interviews: int) -> list[int]:
    """Places of the interviews whose id is printed: all, or as many as have room."""
    pitch = (figures.DOUBLE - 0.7) * 72 / interviews
    return list(range(1, interviews + 1, max(1, ceil(LABEL_PITCH / pitch))))


def _rows(rules: pd.DataFrame) -> list[list[str]]:
    """Lay the rule's answers out: header and rows, band after band."""
    settings = list(dict.fromkeys(zip(rules["run"], rules["threshold"], strict=True)))
    answers = {
        (row.level, row.base, row.run, row.threshold): _answer(row.label, row.degree)
        for row in rules.itertuples()
    }
    lines = list(dict.fromkeys(zip(rules["level"], rules["base"], strict=True)))
    table = []
    for start in range(0, len(settings), BAND):
        band = settings[start : start + BAND]
        table.append(["", "Base", *(f"Run of {run}, {_percent(most)}" for run, most in band)])
        table.extend(
            [
                LEVELS[level],
                str(base),
                *(answers[level, base, run, most] for run, most in band),
            ]
            for level, base in lines
        )
    return table


def _answer(label: str, degree: float) -> str:
    if pd.isna(degree):
        return label
    # What is not all must not be rounded up to all.
    shown = 100 if degree == 1 else min(99, round(degree * 100))
    return f"{label}  ({shown} %)"


def _percent(threshold: float) -> str:
    return f"new ≤ {threshold * 100:g} %" if threshold else "nothing new"


def _rules(axes: Axes, table: list[list[str]]) -> None:
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(len(table) + 0.2, -0.2)
    columns = [0.0, 0.13, *(0.2 + 0.8 * (place + 0.5) / BAND for place in range(BAND))]
    above = ""
    for height, line in enumerate(table):
        header = line[1] == "Base"
        if header or (line[0] != above and above != ""):
            axes.plot([0, 1], [height, height], color=figures.PALE, linewidth=0.5)
        for place, cell in enumerate(line):
            axes.text(
                columns[place],
                height + 0.52,
                "" if place == 0 and cell == above else cell,
                ha="left" if place == 0 else "center",
                va="center",
                fontsize=7,
                fontweight="bold" if header else "normal",
                color="#777777" if cell == "not met" else figures.INK,
            )
        above = line[0]
    axes.set_title("c  Guest, Namey and Chen: interviews + quiet run (share of all met by its end)")
