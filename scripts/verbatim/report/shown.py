"""A table as it is printed in the report: words and rounded numbers, nothing computed."""

from dataclasses import dataclass
from typing import Any

from verbatim.report.contents import Source
from verbatim.report.template import missing, share


@dataclass(frozen=True)
class Line:
    """A printed row: its cells, and what kind of row it is (a style)."""

    cells: list[str]
    kind: str = ""


@dataclass(frozen=True)
class Shown:
    """A printed table.

    Attributes:
        title: Caption.
        head: Heading of each column.
        lines: Rows.
        source: File with the whole table.
        words: Columns, from 0, that hold words and not numbers.
        note: Printed under the table.
    """

    title: str
    head: list[str]
    lines: list[Line]
    source: Source | None
    words: tuple[int, ...] = (0,)
    note: str = ""


def with_interval(value: Any, low: Any, high: Any) -> str:
    """Write a number with its interval, as 0.83 (0.80 to 0.86)."""
    if missing(value):
        return "–"
    between = "" if missing(low) or missing(high) else f" ({share(low)} to {share(high)})"
    return share(value) + between
