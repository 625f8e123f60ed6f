"""Excel workbooks: the cells of each sheet as text."""

import datetime
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from verbatim.ingest.delimited import Rows
from verbatim.ingest.unreadable import Unreadable

MAX_BYTES = 500_000_000
HIDDEN = re.compile(rb"<(?:\w+:)?row\s[^>]*\bhidden=[\"'](?:1|true)")
UNCOUNTED = re.compile(
    rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
"""A formula beside which its result does not stand, as programs other than Excel may leave it."""

EPOCH = datetime.datetime(1899, 12, 31)
FIRST_DAYS = datetime.datetime(1900, 3, 1)
"""Excel counts from the epoch; a time of more than a day looks like a date before this."""

ESCAPED = re.compile(r"_x(00(?:0[0-9A-D]|1[0-9A-F]))_")
"""How a workbook writes a control character, as _x000D_ at the end of a line."""

EXPECTED = "a workbook with one turn per row"


@dataclass(frozen=True)
class Sheet:
    """One sheet.

    Attributes:
        rows: Its cells as text, dates and times as 2021-03-01 and 0:01:02.
        changes: What a researcher may not see in Excel, counted.
        is_shown: Whether the sheet itself is not hidden.
    """

    rows: Rows
    changes: Counter[str]
    is_shown: bool


def sheets(content: bytes) -> list[Sheet]:
    """Read the sheets that have cells, in order.

    A merged cell has its text in its first row. Hidden rows are read and counted: whoever filters
    a sheet does not unsay what the rows say.

    Raises:
        Unreadable: If the workbook is damaged, too large, or holds formulas without results.
    """
    import openpyxl  # noqa: PLC0415  costs half a second, and few studies have workbooks

    try:
        _check_size(content)
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        return [_sheet(sheet, content) for sheet in book.worksheets]
    except Unreadable:
        raise
    except Exception as error:
        # What openpyxl raises for a damaged file is of any kind.
        raise Unreadable(
            "a damaged Excel workbook",
            EXPECTED,
            "copy the file again from where it came from, or save it anew in Excel",
        ) from error


def _check_size(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(part.file_size for part in archive.infolist()) > MAX_BYTES:
            raise Unreadable("a workbook too large to be a transcript", EXPECTED)


def _sheet(sheet: Any, content: bytes) -> Sheet:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        written = archive.read(sheet._worksheet_path.lstrip("/"))
    if formulas := len(UNCOUNTED.findall(written)):
        raise Unreadable(
            f"{formulas} formulas whose results are not in the file",
            EXPECTED,
            "open it in Excel and save it, which writes the results beside the formulas",
        )
    sheet.reset_dimensions()
    rows = list(_rows(sheet))
    changes = +Counter({"hidden row read": len(HIDDEN.findall(written))})
    return Sheet(rows, changes, sheet.sheet_state == "visible")


def _rows(sheet: Any) -> Iterator[list[str]]:
    for row in sheet.iter_rows(values_only=True):
        cells = [_text(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(round(value, 6))
    if isinstance(value, datetime.datetime) and value < FIRST_DAYS:
        value -= EPOCH
    if isinstance(value, datetime.timedelta):
        return _clock(value.total_seconds())
    if isinstance(value, datetime.time):
        return _clock(
            value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1_000_000
        )
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))


def _clock(seconds: float) -> str:
    """Write a time as 0:01:02.5; Excel's fractions of a day are good for milliseconds."""
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60}:{minutes % 60:02}:{rest / 1000:06.3f}"
