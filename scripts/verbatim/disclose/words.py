"""What the views are called for people."""

from typing import Any

NOTHING = "nothing but ids"
"""Shown where nothing is published of participants."""

SAME = "the same table"


def label(row: Any, k: dict[str, int]) -> str:
    """Name a view as one line.

    Args:
        row: Row of `Disclosure`, with its columns as attributes.
        k: Size of the classes that a paper and a deposit ask for.
    """
    step = row.step or SAME
    cited = row.shown.replace(" (under quotations)", "")
    return {
        "attribute": f"{row.shown} alone",
        "published": f"As published: {row.shown}",
        "rung": f"then {step}",
        "paper": f"For a paper (k = {k['paper']}): {step}",
        "deposit": f"For a deposit (k = {k['deposit']}): {step}",
        "attribution": f"Under quotations: {cited}",
        "quotations": f"Under and in quotations: {cited}",
        "everything": f"Joined by the id: {row.shown}",
    }[row.view]


def sizes(k: dict[str, int]) -> list[str]:
    """Name the kinds of class, from alone to large enough for a deposit."""
    paper, deposit = k["paper"], k["deposit"]
    return [
        "alone",
        between(2, paper - 1),
        between(paper, deposit - 1),
        f"{deposit} or more alike",
    ]


def between(low: int, high: int) -> str:
    """Name a range of sizes; empty where there is none."""
    if low > high:
        return ""
    return f"{low} alike" if low == high else f"{low} to {high} alike"
