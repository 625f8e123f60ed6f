"""Printed tables about the material: who took part, what was read, what was replaced."""

import pandas as pd

from verbatim.disclose import words
from verbatim.report.contents import Source
from verbatim.report.shown import Line, Shown, with_interval
from verbatim.report.template import count, percent, share

KINDS = {
    "PERSON": "Persons",
    "LOCATION": "Places",
    "ORGANISATION": "Organisations",
    "DATE": "Dates",
    "AGE": "Ages",
    "EMAIL": "E-mail addresses",
    "PHONE": "Telephone numbers",
    "POSTCODE": "Postcodes",
    "NHS_NUMBER": "NHS numbers",
    "REFERENCE": "Reference numbers",
    "ROLE": "Roles",
    "direct": "Direct (each points at one person)",
    "indirect": "Indirect (do so in combination)",
    "all": "All",
}
"""Kinds of identifier in words."""

FEW = 5
"""Values that one participant has, up to which each has a line of its own."""

HOLDS = {"neither": "nothing", "paper": "a paper", "paper and deposit": "a paper and a deposit"}
"""For what classes are large enough, in words."""

SUMS = ("direct", "indirect", "all")


def sample(table: pd.DataFrame, source: Source | None) -> Shown:
    """Who took part; values of a long attribute that one participant has share a line."""
    lines = []
    for attribute, rows in table.groupby("attribute", sort=False):
        label = attribute[:1].upper() + attribute[1:].replace("_", " ")
        if set(rows["value"]) == {"all"}:
            lines.append(Line([label, count(rows["participants"].iloc[0]), ""], "sum"))
            continue
        lines.append(Line([label, "", ""], "head"))
        groups = rows[rows["value"] != "total"]
        once = groups[groups["participants"] == 1] if len(groups) == len(rows) else groups[:0]
        apart = once if len(once) > FEW else once[:0]
        lines.extend(
            Line([row.value, count(row.participants), percent(row.share)], "in")
            for row in groups.drop(apart.index).itertuples()
        )
        if len(apart):
            lines.append(Line(["; ".join(apart["value"]), "1 each", ""], "in"))
    return Shown("Who took part", ["", "n", "Share"], lines, source)


def losses(table: pd.DataFrame, source: Source | None) -> Shown:
    """What was read from each transcript."""
    lines = [
        Line(
            [
                row.interview,
                row.format,
                row.encoding or "–",
                count(row.segments),
                count(row.words),
                count(row.lines_dropped),
                count(row.unknown_labels),
                row.changes or "–",
            ]
        )
        for row in table.itertuples()
    ]
    head = [
        "Interview",
        "Format",
        "Encoding",
        "Segments",
        "Words",
        "Lines that are not speech",
        "Unknown labels",
        "Put right",
    ]
    return Shown("What was read from each transcript", head, lines, source, words=(0, 1, 2, 7))


def recall(table: pd.DataFrame, source: Source | None) -> Shown:
    """How much of the hand-checked sample the program finds by itself."""
    lines = [
        Line(
            [
                KINDS.get(row.category, row.category),
                count(row.checked),
                count(row.found),
                with_interval(row.recall, row.recall_low, row.recall_high),
                count(row.touched),
                count(row.proposed),
                with_interval(row.precision, row.precision_low, row.precision_high),
            ],
            "sum" if row.category in SUMS else "",
        )
        for row in table.itertuples()
    ]
    head = [
        "Identifying details",
        "In the checked sample",
        "Found whole",
        "Recall (95 % interval)",
        "Found at least in part",
        "Proposed",
        "Precision (95 % interval)",
    ]
    return Shown("The program alone against the hand-checked sample", head, lines, source)


def disclosure(table: pd.DataFrame, source: Source | None, k: dict[str, int]) -> Shown:
    """How many participants look alike, view by view."""
    lines = [
        Line(
            [
                words.label(row, k),
                count(row.participants),
                count(row.smallest),
                count(row.largest),
                count(row.unique),
                count(row.below_paper),
                count(row.below_deposit),
                share(row.average_risk),
                share(row.maximum_risk),
                count(row.diversity),
                share(row.loss),
                HOLDS[row.holds],
            ]
        )
        for row in table.itertuples()
    ]
    head = [
        "What an outsider sees",
        "Participants",
        "Smallest class (k)",
        "Largest class",
        "Alone",
        f"In classes under {k['paper']}",
        f"In classes under {k['deposit']}",
        "Mean risk (1 / class)",
        "Highest risk",
        "Diversity (l)",
        "Detail lost",
        "Classes large enough for",
    ]
    note = (
        "A class is all participants who are equal in what is seen; an empty cell counts as a "
        "value. Risk is that of being picked out by somebody who knows that a person took part."
    )
    return Shown(
        "Participants who look alike in what is published", head, lines, source, (0, 11), note
    )


def replacements(table: pd.DataFrame, source: Source | None) -> Shown:
    """What was replaced, by kind."""
    sums = table.groupby("category", sort=False)[["replaced", "by_people", "kept"]].sum()
    order = [kind for kind in KINDS if kind in sums.index]
    lines = [
        Line([KINDS[kind], *(count(sums.loc[kind, name]) for name in sums.columns)])
        for kind in order
    ]
    lines.append(Line(["All", *(count(sums[name].sum()) for name in sums.columns)], "sum"))
    head = [
        "Identifying details",
        "Replaced",
        "of these, found by people only",
        "Proposed, kept by people",
    ]
    return Shown("Details replaced by tags, over all interviews", head, lines, source)
