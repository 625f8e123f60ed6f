"""Printed tables about what de-identification leaves, or may leave."""

import pandas as pd

from verbatim.report.contents import Source
from verbatim.report.shown import Line, Shown, with_interval
from verbatim.report.shown_material import KINDS, SUMS
from verbatim.report.template import count, missing


def missed(table: pd.DataFrame, source: Source | None) -> Shown:
    """What the program alone leaves in the hand-checked sample."""
    lines = [
        Line(
            [
                KINDS.get(row.category, row.category),
                count(row.entities),
                with_interval(row.entity_recall, row.entity_recall_low, row.entity_recall_high),
                count(row.leaks),
                _number(row.leaks_per_10k, row.leaks_low, row.leaks_high),
                f"{count(row.leak_free)} of {count(row.interviews)}",
                with_interval(
                    row.token_precision, row.token_precision_low, row.token_precision_high
                ),
            ],
            "sum" if row.category in SUMS else "",
        )
        for row in table.itertuples()
    ]
    head = [
        "Identifying details",
        "People and things named",
        "Masked at every mention",
        "Mentions left",
        "per 10,000 words",
        "Interviews without any",
        "Words masked that were identifying",
    ]
    return Shown("What the program alone leaves", head, lines, source)


def residual(table: pd.DataFrame, source: Source | None) -> Shown:
    """What may still identify somebody, estimate by estimate."""
    lines = [
        Line(
            [
                row.estimate_of,
                _number(row.estimate, row.low, row.high),
                row.unit,
                row.based_on,
                row.in_words,
            ]
        )
        for row in table.itertuples()
    ]
    head = ["What", "Estimate (95 % limits)", "", "From", "What it says"]
    return Shown("What may still identify somebody", head, lines, source, words=(0, 2, 3, 4))


def _number(value: float, low: float, high: float) -> str:
    """A number with its limits, as 2.6 (1.6 to 4.0), or (at most 4.0)."""
    if missing(value):
        return "–"
    if missing(high):
        return f"{value:.3g}"
    return f"{value:.2g} ({'at most' if missing(low) else f'{low:.2g} to'} {high:.2g})"
