"""Cells of a filled workbook or CSV, by the names of the columns."""

import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd

from verbatim.errors import StudyError
from verbatim.tables import cells

KNOWN = {
    "interview": "interview",
    "places": "places",
    "words": "words",
    "reason": "reason",
    "answer": "answer",
    "category": "category",
    "who is meant": "who",
    "who": "who",
    "answered by": "answered_by",
    "answered_by": "answered_by",
    "date": "date",
    "note": "note",
}
"""Titles that are read, and what they mean; people may add others, which are not."""

NEEDED = ("interview", "places", "words", "answer")
MAX_BYTES = 100_000_000
MEND = "copy the columns from results/private/2_deidentify/review/, or save the workbook anew"


def read(path: Path) -> list[tuple[str, pd.DataFrame]]:
    """Read the sheets of answers in a file: where each stands, and its cells as text.

    Rows keep the numbers of the file (an index of 0 is row 2); order, filters, hidden rows and
    columns that people added do not matter.

    Raises:
        StudyError: If the file is no workbook or CSV, holds no sheet of answers, or a cell that
            is read is merged with another or a formula.
    """
    if path.suffix.lower() == ".csv":
        table = _renamed(cells.read(path, KNOWN))
        if missing := [name for name in NEEDED if name not in table.columns]:
            raise _no_answers(str(path), f"no column {', '.join(missing)}")
        return [(str(path), table[[name for name in table.columns if name in KNOWN.values()]])]
    found = [
        (f"{path}, sheet {number}", table)
        for number, sheet in enumerate(_opened(path).worksheets, start=1)
        if (table := _table(f"{path}, sheet {number}", sheet)) is not None
    ]
    if not found:
        raise _no_answers(str(path), "no sheet with these columns")
    return found


def _opened(path: Path) -> Any:
    import openpyxl  # noqa: PLC0415  costs a third of a second, and only who answered needs it

    try:
        content = path.read_bytes()
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MAX_BYTES:
                raise ValueError("too large")
        return openpyxl.load_workbook(io.BytesIO(content))
    except Exception as error:
        # What openpyxl raises for a damaged file is of any kind.
        raise StudyError(
            str(path),
            "a file that is no Excel workbook, or a damaged one",
            "a workbook (.xlsx) or CSV with answers",
            "save it as .xlsx in the spreadsheet program",
        ) from error


def _table(where: str, sheet: Any) -> pd.DataFrame | None:
    """Cells of one sheet under the titles that are known; None where it holds no answers."""
    if not hasattr(sheet, "iter_rows"):
        return None
    rows = list(sheet.iter_rows())
    head = next((at for at, row in enumerate(rows[:20]) if _is_head(row)), None)
    if head is None:
        return None
    columns: dict[int, str] = {}
    for at, cell in enumerate(rows[head]):
        name = KNOWN.get(_title(cell.value), "")
        if name in columns.values():
            raise StudyError(where, "a column that stands twice", "each column once", MEND)
        if name:
            columns[at] = name
    for area in sheet.merged_cells.ranges:
        if area.max_row > head + 1 and any(
            area.min_col <= at + 1 <= area.max_col for at in columns
        ):
            raise StudyError(
                f"{where}, row {area.min_row}",
                "cells that are merged",
                "one answer in each row",
                "unmerge them and fill in each row",
            )
    kept: list[list[str]] = []
    numbers: list[int] = []
    for number, row in enumerate(rows[head + 1 :], start=head + 2):
        values = [_cell(f"{where}, row {number}", row[at]) for at in columns]
        if any(values):
            kept.append(values)
            numbers.append(number - 2)
    return pd.DataFrame(kept, columns=list(columns.values()), index=numbers, dtype=str)


def _is_head(row: Any) -> bool:
    return {KNOWN.get(_title(cell.value), "") for cell in row} >= set(NEEDED)


def _title(value: Any) -> str:
    return " ".join(str(value or "").lower().split())


def _cell(where: str, cell: Any) -> str:
    value = cell.value
    if cell.data_type in {"f", "e"}:
        raise StudyError(
            where,
            "a formula, or what a spreadsheet program says instead of a result",
            "text that was typed in",
            "type the answer itself; paste values only",
        )
    if value is None:
        return ""
    if isinstance(value, datetime.datetime | datetime.date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)


def _renamed(table: pd.DataFrame) -> pd.DataFrame:
    return table.rename(columns=lambda name: KNOWN.get(_title(name), name))


def _no_answers(where: str, found: str) -> StudyError:
    return StudyError(where, found, f"the columns {', '.join(NEEDED)}", MEND)
