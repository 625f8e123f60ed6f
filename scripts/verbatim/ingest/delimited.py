"""Tables as text: comma, semicolon, tab or bar between cells, quoted or not."""

import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Callable

Rows = list[list[str]]

HEADER_ROWS = 10
"""So many rows may stand before the header: a title, a date, who took part."""

HALF = 0.5

SEPARATORS = "\t;,|"
"""In the order in which they are taken where they part equally well."""

NAMED = re.compile(r"sep=([,;:|\t~^])\r?\n", re.IGNORECASE)
"""How Excel writes down what separates the cells, in a line before the table."""


class _Quoted(csv.excel):
    """Marks hold a cell together; those inside are doubled."""


class _Escaped(csv.excel):
    """Marks hold a cell together; a backslash stands before those inside."""

    doublequote = False
    escapechar = "\\"


class _Unquoted(csv.excel):
    """Marks are what was said."""

    quoting = csv.QUOTE_NONE


def rows(text: str, titled: Callable[[list[str]], int]) -> tuple[Rows, str]:
    """Part a text into rows of cells.

    What separates cells, and whether quotation marks hold them together, is what gives a header
    with the most known titles, then what gives most rows the same number of cells, at least two.

    Args:
        text: The table.
        titled: How many titles a row has, if it is a header.

    Returns:
        The rows, and what separates their cells.
    """
    named = NAMED.match(text)
    separators, text = (named[1], text[named.end() :]) if named else (SEPARATORS, text)
    found = [
        (reading, separator) for separator in separators for reading in _readings(text, separator)
    ]

    def fits(one: tuple[Rows, str]) -> tuple[int, float]:
        return max(map(titled, one[0][:HEADER_ROWS]), default=0), _evenness(one[0])

    return max(found, key=fits, default=([], ""))


def usual(found: Rows) -> tuple[int, float]:
    """The usual number of cells of a filled row, and the share of rows that have it."""
    widths = Counter(len(row) for row in found if any(map(str.strip, row)))
    if not widths:
        return 0, 0.0
    width, times = max(widths.items(), key=lambda item: (item[1], item[0]))
    return width, times / widths.total()


def _readings(text: str, separator: str) -> list[Rows]:
    """Read with quotation marks around cells, without, and as if somebody forgot to double them."""
    csv.field_size_limit(sys.maxsize)

    def read(dialect: type[csv.Dialect], *, strict: bool = False) -> Rows:
        lines = io.StringIO(text, newline="")
        return list(csv.reader(lines, dialect, delimiter=separator, strict=strict))

    unclosed = False
    for dialect in (_Quoted, *((_Escaped,) if '\\"' in text else ())):
        try:
            return [read(dialect, strict=True)]
        except csv.Error as error:
            # A mark that is never closed would swallow all rows behind it.
            unclosed = unclosed or "end of data" in str(error)
    try:
        return [read(dialect) for dialect in ((_Unquoted,) if unclosed else (_Unquoted, _Quoted))]
    except csv.Error:
        return []


def _evenness(found: Rows) -> float:
    width, share = usual(found)
    return share if width > 1 and share >= HALF else 0.0
