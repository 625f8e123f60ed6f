"""The cells of a CSV file, as spreadsheet programs write them, or what is wrong with it."""

import csv
import io
import sys
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from verbatim.errors import StudyError

SEPARATORS = ",;\t"
"""Between columns; spreadsheet programs write ; where the decimal sign is a comma."""

SAVE = "in the spreadsheet program: save as, CSV UTF-8 (comma delimited)"

WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How .xlsx, .ods and .xls begin."""


def read(path: Path, known: Iterable[str]) -> pd.DataFrame:
    """Read a CSV file as text: every cell as it stands, an empty one as empty text.

    Semicolons and tabs between columns, a byte-order mark, CRLF, and empty rows and columns at
    the end are as good as none.

    Args:
        path: The file.
        known: Names of columns that the table may have, to recognise what separates them.

    Returns:
        One row per filled row, in order, so that row 2 of the file is the first; without columns
        where the file is empty.

    Raises:
        StudyError: If the file is not there, is no UTF-8 table, or a row is empty or longer than
            the header; names the row.
    """
    names = list(known)
    expected = f"a table in CSV UTF-8 with the columns {', '.join(names)}"
    text = _text(path, expected)
    rows = _rows(path, text, _separator(text, set(names)))
    while rows and not any(map(str.strip, rows[-1])):
        rows.pop()
    if not rows:
        return pd.DataFrame()
    header, *body = rows
    width = _width(path, [name.strip() for name in header], body)
    for number, row in enumerate(body, start=2):
        if not any(row):
            raise StudyError(
                f"{path}, row {number}",
                "an empty row between filled ones",
                "one row after the other",
                "delete the row in the spreadsheet program and save again",
            )
    filled = [[*row[:width], *[""] * (width - len(row))] for row in body]
    return pd.DataFrame(filled, columns=[name.strip() for name in header[:width]], dtype=str)


def _text(path: Path, expected: str) -> str:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise StudyError(
            str(path), "no such file", expected, "data/README.md says what to bring"
        ) from None
    if content.startswith(WORKBOOKS):
        raise StudyError(str(path), "a workbook whose name ends in .csv", expected, SAVE)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise StudyError(str(path), "text in UTF-16", expected, SAVE)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise StudyError(
            f"{path}, row {line}", "a letter that is not written in UTF-8", expected, SAVE
        ) from error


def _separator(text: str, names: set[str]) -> str:
    """Choose the one that gives most known names in the header; a comma where they are equal."""
    header = text.partition("\n")[0]

    def recognised(separator: str) -> int:
        return len({part.strip(' "\r') for part in header.split(separator)} & names)

    return max(SEPARATORS, key=recognised)


def _rows(path: Path, text: str, separator: str) -> list[list[str]]:
    csv.field_size_limit(sys.maxsize)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(reader)
    except csv.Error as error:
        raise StudyError(
            f"{path}, row {len(rows) + 1}",
            "a quotation mark that is not closed, or stands inside a quoted cell",
            'cells as "she said ""no"" twice": marks around the cell, those inside doubled',
            SAVE,
        ) from error
    return rows


def _width(path: Path, header: list[str], body: list[list[str]]) -> int:
    """Count the columns that have a name; those behind them must be empty."""
    width = max((at for at, name in enumerate(header, start=1) if name), default=0)
    for number, row in enumerate(body, start=2):
        if any(row[width:]):
            raise StudyError(
                f"{path}, row {number}",
                f"{len(row)} cells",
                f"{width}, as many as the header has",
                "a cell with a comma in it stands between quotation marks; " + SAVE,
            )
    if "" in header[:width]:
        raise StudyError(
            f"{path}, column {header.index('') + 1}",
            "a column without a name",
            "a name for each column in the first row",
            "name it, or delete the column",
        )
    if twice := [name for name in header[:width] if header.count(name) > 1]:
        raise StudyError(
            str(path),
            "a column that stands twice",
            "each column once",
            "delete one of the two",
            private=twice[0],
        )
    return width
