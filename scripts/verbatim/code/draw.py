"""The figure of agreement, from its table."""

import textwrap
from math import ceil

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from verbatim import figures

NOTHING = "Agreement: no interview was coded independently by two coders."
BOUNDS = {0.667: (".667", "right"), 0.8: (".80", "left")}
"""Krippendorff's customary bounds (Content Analysis, 4th ed. 2019, ch. 12)."""

ROW = 0.165
"""Height of a row in inches."""

LINE, NOTE = 130, 0.12
"""Letters in a line of notes, and its height in inches."""

LONGEST = 44
"""Letters of a code's name that have room; the table has all of them."""

COLUMNS = {"α": 0.1, "F1": 0.34, "Segments": 0.66, "Prevalence": 1.0}
"""Columns of numbers and where they stand."""

FEW = 10
"""Interviews under which an interval is called rough."""


def title(table: pd.DataFrame) -> str:
    """Say what the figure shows, with the version and what it was built from."""
    if table.empty:
        return NOTHING
    row = table.iloc[0]
    return (
        f"Agreement of coders under version {row['codebook_version']} of the codebook "
        f"({row['status'].split(';')[0]})"
    )


def in_words(table: pd.DataFrame) -> str:
    """Say what the figure shows to somebody who cannot see it."""
    if table.empty:
        return NOTHING
    pooled, codes = table.iloc[0], table.iloc[1:]
    met = codes[codes["alpha"].notna()]
    spread = (
        f"by code from {met['alpha'].min():.2f} to {met['alpha'].max():.2f} "
        f"(median {met['alpha'].median():.2f}); "
        f"{int((met['alpha'] >= 0.8).sum())} of {len(codes)} codes at .80 or above, "
        f"{int((met['alpha'] < 0.667).sum())} under .667, {len(codes) - len(met)} without alpha. "
        if len(met)
        else "no code has an alpha. "
    )
    return (
        f"Krippendorff's alpha (nominal, code present or not): "
        f"{_number(pooled['alpha'])} for all codes pooled{_interval(pooled)}, {spread}{_of(pooled)}"
    )


def drawn(table: pd.DataFrame, invented: bool) -> Figure:
    """Draw alpha and its interval for each code, best first, with the numbers beside it.

    Args:
        table: Rows of `Agreement`.
        invented: Whether speech and codings are invented.
    """
    with mpl.rc_context(figures.STYLE):
        if table.empty:
            return figures.blank(NOTHING, invented)
        rows = ordered(table)
        notes = _notes(table)
        lines = sum(ceil(len(note) / LINE) for note in notes) + invented
        figure = figures.canvas(figures.DOUBLE, ROW * (len(rows) + 1) + NOTE * lines + 0.85)
        forest, numbers = figure.subplots(1, 2, width_ratios=[1.4, 1])
        _forest(forest, rows)
        _numbers(numbers, rows)
        figure.suptitle(title(table), x=0.008, ha="left", fontsize=9, fontweight="bold")
        figures.note(figure, *notes, invented=invented)
        return figure


def ordered(table: pd.DataFrame) -> pd.DataFrame:
    """All codes pooled first, then codes from high alpha to low; those without one last."""
    codes = table.iloc[1:].sort_values(
        ["alpha", "code"], ascending=[False, True], na_position="last"
    )
    return pd.concat([table.iloc[:1], codes], ignore_index=True)


def _forest(axes: Axes, rows: pd.DataFrame) -> None:
    for bound, (label, side) in BOUNDS.items():
        axes.axvline(bound, color="#888888", linewidth=0.7, linestyle=(0, (4, 3)), zorder=0)
        axes.annotate(
            label,
            (bound, 1),
            (0, 2),
            xycoords=("data", "axes fraction"),
            textcoords="offset points",
            ha=side,
            fontsize=6.5,
            color="#555555",
        )
    axes.axvline(0, color=figures.PALE, linewidth=0.7, zorder=0)
    for place, row in enumerate(rows.itertuples()):
        colour = figures.INK if place == 0 else figures.COLOURS[0]
        axes.plot([row.alpha_low, row.alpha_high], [place, place], color=colour, linewidth=1.1)
        axes.plot(row.alpha, place, "D" if place == 0 else "o", color=colour, markersize=4)
    lowest = min(rows["alpha_low"].min(), rows["alpha"].min(), 0.0)
    axes.set_xlim((lowest if pd.notna(lowest) else 0.0) - 0.05, 1.04)
    axes.set_xlabel("Krippendorff's α (nominal) and 95 % interval")
    _rows(axes, rows)
    axes.set_yticks(
        range(len(rows)),
        [textwrap.shorten(name, LONGEST, placeholder=" …") for name in rows["name"]],
        parse_math=False,
    )
    axes.tick_params(axis="y", length=0)
    axes.get_yticklabels()[0].set_fontweight("bold")


def _numbers(axes: Axes, rows: pd.DataFrame) -> None:
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    _rows(axes, rows)
    for heading, x in COLUMNS.items():
        axes.annotate(
            heading,
            (x, 1),
            (0, 2),
            xycoords=("data", "axes fraction"),
            textcoords="offset points",
            ha="right",
            fontsize=7,
            fontweight="bold",
        )
    for place, row in enumerate(rows.itertuples()):
        cells = (
            _number(row.alpha),
            _number(row.positive),
            str(row.given),
            f"{row.prevalence * 100:.1f} %",
        )
        for cell, x in zip(cells, COLUMNS.values(), strict=True):
            axes.text(
                x,
                place,
                cell,
                ha="right",
                va="center",
                fontsize=7,
                fontweight="bold" if place == 0 else "normal",
                color=figures.INK if row.given else "#888888",
            )


def _rows(axes: Axes, rows: pd.DataFrame) -> None:
    """Same rows on both sides, a line under the one for all codes."""
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.axhline(0.5, color=figures.PALE, linewidth=0.6)


def _notes(table: pd.DataFrame) -> list[str]:
    row = table.iloc[0]
    few = "; with so few interviews rough and mostly too narrow" if row["interviews"] < FEW else ""
    return [
        _of(row),
        "Segments: those to which at least one coder gave the code. Prevalence: share of coders' "
        "judgements that gave it. F1: agreement on presence, mean over pairs of coders.",
        f"Bars: interviews resampled{few}; none where a code is met in fewer than two interviews. "
        "–: no α without variation.",
        "Dashed: .667 and .80, Krippendorff's customary bounds for tentative and for firm "
        "conclusions. A rare code can have a low α although coders differ on one segment only.",
        *(f"{note[:1].upper()}{note[1:]}." for note in row["status"].split("; ")[1:]),
    ]


def _of(row: pd.Series) -> str:
    return (
        f"{row['coders']} coders, {figures.count(row['interviews'], 'interview')}, "
        f"{row['segments']} participants' segments, "
        f"codings as given ({row['status'].split(';')[0]})."
    )


def _number(value: float) -> str:
    if pd.isna(value):
        return "–"
    # Adding nothing turns -0.0 into 0.0.
    return f"{round(value, 2) + 0.0:.2f}".replace("-", "−")


def _interval(row: pd.Series) -> str:
    if pd.isna(row["alpha_low"]):
        return ""
    return f" (95 % interval {_number(row['alpha_low'])} to {_number(row['alpha_high'])})"
