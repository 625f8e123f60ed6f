"""The figure of room 2: how much the automatic step finds, kind by kind."""

from pathlib import Path

import pandas as pd

from verbatim import figures

TITLE = "What the automatic step finds"
NOTE = (
    "Before people's decisions. Share of hand-checked mentions covered whole,\n"
    "with Wilson 95 % intervals; n = mentions in the sample."
)
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
    "direct": "All direct",
    "indirect": "All indirect",
    "all": "All kinds",
}


def draw_recall(table: pd.DataFrame, path: Path, stem: Path, code: str) -> None:
    """Draw recall by kind with its intervals, and precision as an open mark.

    Args:
        table: `Recall` as it stands in `path`.
        path: The table's file, whose hash the figure carries.
        stem: Where the figure goes, without ending.
        code: Fingerprint of the code.
    """
    about = figures.describe(path, TITLE, _told(table), "deidentify_measure", code)
    height = 1.3 + 0.24 * max(len(table), 4)
    figure = figures.canvas(figures.SINGLE * 1.25, height)
    axes = figure.add_subplot()
    axes.set_title(TITLE)
    if len(table) == 0:
        axes.set_axis_off()
        axes.text(
            0.0, 0.6,
            "No sample was checked by hand:\nhow much the automatic step finds is not known.",
            transform=axes.transAxes, color=figures.INK,
        )  # fmt: skip
        figures.save(figure, stem, about)
        return
    rows = list(table.itertuples())
    sums = sum(row.category in {"direct", "indirect", "all"} for row in rows)
    places = [-(at + (0.6 if at >= len(rows) - sums else 0)) for at in range(len(rows))]
    for place, row in zip(places, rows, strict=True):
        if row.checked:
            axes.plot(
                [row.recall_low, row.recall_high], [place, place], color=figures.COLOURS[0],
                solid_capstyle="butt",
            )  # fmt: skip
            axes.plot(row.recall, place, "o", color=figures.COLOURS[0], markersize=4.5, zorder=3)
        if row.proposed:
            axes.plot(
                row.precision, place, "D", markerfacecolor="white", markersize=4,
                markeredgecolor=figures.COLOURS[1], markeredgewidth=1, zorder=2,
            )  # fmt: skip
    axes.set_yticks(places, [f"{LABELS[row.category]}  (n = {row.checked})" for row in rows])
    axes.tick_params(axis="y", length=0)
    axes.set_xlim(0, 1.02)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1.0], ["0", "25", "50", "75", "100 %"])
    axes.grid(axis="x", color=figures.PALE, linewidth=0.5)
    axes.set_axisbelow(True)
    axes.spines["left"].set_visible(False)
    handles = [
        axes.plot([], [], "o-", color=figures.COLOURS[0], markersize=4.5)[0],
        axes.plot([], [], "D", markerfacecolor="white", markeredgecolor=figures.COLOURS[1],
                  markersize=4)[0],
    ]  # fmt: skip
    figure.legend(
        handles, ["found (recall)", "proposals that are right (precision)"],
        loc="outside lower center", ncols=2,
    )  # fmt: skip
    axes.set_xlabel(NOTE, fontsize=6.5, color=figures.INK, labelpad=6)
    figures.save(figure, stem, about)


def _told(table: pd.DataFrame) -> str:
    """The figure in words."""
    if len(table) == 0:
        return "No interview was checked by hand, so nothing is measured."
    row = table[table["category"] == "all"].iloc[0]
    direct = table[table["category"] == "direct"].iloc[0]
    return (
        "Dot plot by kind of identifier: share of hand-checked mentions that the program found "
        f"before people's decisions, with Wilson intervals. Direct identifiers: {direct['found']} "
        f"of {direct['checked']}. All: {row['found']} of {row['checked']}; "
        f"{row['right']} of {row['proposed']} proposals were right."
    )
