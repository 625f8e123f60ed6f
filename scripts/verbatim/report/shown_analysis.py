"""Printed tables about the analysis: codings, agreement, saturation, suggestions, groups."""

import pandas as pd

from verbatim.groups import Groups, title_of
from verbatim.report.contents import Source
from verbatim.report.framework import Entry
from verbatim.report.shown import Line, Shown, with_interval
from verbatim.report.template import count, missing, percent, share


def counts(table: pd.DataFrame, source: Source | None) -> Shown:
    """What coders gave and what became of it."""
    lines = [
        Line(
            [
                row.coder,
                row.layer,
                count(row.codebook_version),
                count(row.interviews),
                count(row.codings),
                count(row.unchanged),
                count(row.renamed + row.merged),
                count(row.split + row.dropped + row.text_changed),
                count(row.interviewer_speech),
            ]
        )
        for row in table.itertuples()
    ]
    head = [
        "Coder",
        "Layer",
        "Version",
        "Interviews",
        "Codings",
        "Unchanged",
        "Renamed or merged",
        "To re-code",
        "Others' speech",
    ]
    note = (
        "Renamed or merged: carried to the present framework. To re-code: the code was split or "
        "dropped, or the text has changed. Others' speech: not a participant's, never counted."
    )
    title = "Codings as given, and what became of them"
    return Shown(title, head, lines, source, (0, 1), note)


def changes(table: pd.DataFrame, source: Source | None) -> Shown:
    """How the framework changed, and why."""
    lines = [
        Line(
            [
                str(row.version),
                row.change,
                row.before.replace("|", ", ") or "–",
                row.after.replace("|", ", ") or "–",
                row.why,
            ]
        )
        for row in table.itertuples()
    ]
    head = ["Version", "Change", "Before", "After", "Why"]
    return Shown("How the framework changed", head, lines, source, words=(0, 1, 2, 3, 4))


def agreement(table: pd.DataFrame, source: Source | None) -> Shown:
    """Agreement by code."""
    lines = [
        Line(
            [
                "All codes" if row.code == "all" else row.name or row.code,
                with_interval(row.alpha, row.alpha_low, row.alpha_high),
                percent(row.percent),
                share(row.positive),
                percent(row.prevalence),
                row.status,
            ],
            "sum" if row.code == "all" else "",
        )
        for row in table.itertuples(index=False)
    ]
    head = [
        "Code as given",
        "Krippendorff's alpha (95 % interval)",
        "Pairs of coders that agree",
        "Agreement on presence (F1)",
        "Prevalence",
        "About",
    ]
    return Shown("Agreement between independent coders", head, lines, source, words=(0, 5))


def saturation(table: pd.DataFrame, source: Source | None) -> Shown:
    """The curve of codes."""
    lines = [
        Line(
            [
                str(row.order),
                row.interview,
                count(row.present),
                count(row.new),
                count(row.cumulative),
                f"{row.mean:.1f} ± {row.sd:.1f}",
            ]
        )
        for row in table[table["level"] == "code"].itertuples()
    ]
    head = ["Order", "Interview", "Codes", "New", "Met so far", "Mean ± SD over all orders"]
    note = "The file holds the same for subthemes and themes."
    return Shown("Codes by interview, in order of date", head, lines, source, (0, 1), note)


def stopping(table: pd.DataFrame, source: Source | None) -> Shown:
    """Every setting of the stopping rule: a row for each base, a column for run and threshold."""
    columns = sorted(set(zip(table["run"], -table["threshold"], strict=True)))
    cells = {
        (row.level, row.base, (row.run, -row.threshold)): f"{row.label} ({percent(row.degree)})"
        if not missing(row.degree)
        else row.label
        for row in table.itertuples()
    }
    lines = [
        Line([level.capitalize() + "s", count(base), count(codes), *given])
        for level, base, codes in dict.fromkeys(
            zip(table["level"], table["base"], table["base_codes"], strict=True)
        )
        if (given := [cells.get((level, base, column), "–") for column in columns])
    ]
    head = [
        "Counted",
        "Base",
        "In the base",
        *(f"Run of {run}, new ≤ {-100 * allowed:g} %" for run, allowed in columns),
    ]
    note = "In brackets: share of all found in the study that had been met by the run's end."
    return Shown("What the stopping rule gives, every setting", head, lines, source, (0,), note)


def quality(table: pd.DataFrame, names: dict[str, str], source: Source | None) -> Shown:
    """Suggestions by code."""
    lines = [
        Line(
            [
                "All codes" if row.code == "all" else names.get(row.code, row.code),
                count(row.segments),
                count(row.interviews),
                share(row.precision_at_1),
                share(row.recall_at_3),
                share(row.recall_at_5),
                share(row.average_precision),
                share(row.baseline),
            ],
            "sum" if row.code == "all" else "",
        )
        for row in table.itertuples()
    ]
    head = [
        "Code",
        "Segments",
        "Interviews",
        "First suggestion right",
        "Recall among 3",
        "Recall among 5",
        "Average precision",
        "Without reading a word",
    ]
    note = (
        "Without reading a word: for all codes, ranking codes by how often they occur in the other "
        "interviews; for one code, its share of the segments, which a blind guess reaches."
    )
    return Shown("Suggestions judged on interviews left out", head, lines, source, (0,), note)


def by_group(
    table: pd.DataFrame, groups: Groups, entries: list[Entry], source: Source | None
) -> list[Shown]:
    """Participants per theme and subtheme, one table for each grouping."""
    shown = []
    for grouping in dict.fromkeys(table["grouping"]):
        rows = table[table["grouping"] == grouping]
        columns = list(dict.fromkeys(rows["group"]))
        sizes = {group: rows.loc[rows["group"] == group, "of"].iloc[0] for group in columns}
        cells = {
            (row.level, row.id, row.group): f"{count(row.participants)} ({percent(row.share)})"
            for row in rows.itertuples()
        }
        lines = [
            Line(
                [
                    entry.name,
                    *(cells.get((entry.level, entry.id, group), "–") for group in columns),
                ],
                "theme" if entry.level == "theme" else "in",
            )
            for entry in entries
            if entry.level != "code"
        ]
        title = title_of(grouping, groups[grouping]) if grouping in groups else grouping
        head = ["", *(f"{group} (N = {count(sizes[group])})" for group in columns)]
        note = "The file holds the same for each code, with intervals."
        shown.append(Shown(f"By {title[:1].lower()}{title[1:]}", head, lines, source, (0,), note))
    return shown
