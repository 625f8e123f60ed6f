"""The workbook that people answer in: plain words first, then a sheet of questions."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from math import ceil
from pathlib import Path
from typing import Any

import pandas as pd

from verbatim.deidentify.review.asked import REASONS
from verbatim.tables.people import CATEGORIES

QUESTIONS = "questions"
ANSWERS = ("replace", "keep", "each", "not sure")
COLUMNS = {
    "interview": 10,
    "segment": 9,
    "words": 24,
    "context": 70,
    "why": 34,
    "now": 10,
    "times": 7,
    "answer": 11,
    "category": 15,
    "who is meant": 22,
    "note": 24,
    "answered by": 13,
    "date": 12,
    "reason": 9,
    "places": 20,
}
"""Titles of the columns with their widths; those from `answer` to `date` are for people."""

FOR_PEOPLE = ("answer", "category", "who is meant", "note", "answered by", "date")
FONT, SIZE = "Calibri", 11
LINE = 15
"""Height of a line, in points; not every program fits rows to their text."""

LETTERS = 0.95
"""Letters to a unit of a column's width, roughly."""

STAMP = datetime(1980, 1, 1)
"""The day that stands in the file, so that the same questions have the same bytes."""

DAY = rb"\g<1>1980-01-01T00:00:00Z"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")

HOW = Path(__file__).with_name("workbook.txt")
"""What the first sheet says."""


def workbook(queue: pd.DataFrame) -> bytes:
    """Write the workbook for the questions of one batch.

    The same questions give the same bytes. No cell is a formula, whatever was said.

    Args:
        queue: `Queue`.
    """
    import openpyxl  # noqa: PLC0415  costs a third of a second
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = STAMP
    book.properties.creator = "Verbatim"
    first = book.active
    first.title = "how to answer"
    first.column_dimensions["A"].width, first.column_dimensions["B"].width = 14, 100
    for number, line in enumerate(HOW.read_text(encoding="utf-8").splitlines(), start=1):
        word, bar, meaning = line.partition(" | ")
        for column, text in ((1, word), (2, meaning)) if bar else ((1, line),):
            cell = _written(first.cell(number, column), text)
            cell.alignment = Alignment(wrap_text=bool(bar), vertical="top")
            cell.font = Font(name=FONT, size=SIZE, bold=column == 1 and (bool(bar) or _heads(line)))
        if not bar and len(line) > 0:
            first.merge_cells(start_row=number, end_row=number, start_column=1, end_column=2)
            first.cell(number, 1).alignment = Alignment(wrap_text=True, vertical="top")
            first.row_dimensions[number].height = LINE * (1 + len(line) // 105)
    _questions(book.create_sheet(QUESTIONS), queue)
    for sheet in book.worksheets:
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    buffer = io.BytesIO()
    book.save(buffer)
    return _stamped(buffer.getvalue())


def _heads(line: str) -> bool:
    return bool(line) and len(line) < 20


def _questions(sheet: Any, queue: pd.DataFrame) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    people = PatternFill("solid", start_color="FFF2CC")
    wrapped = Alignment(wrap_text=True, vertical="top")
    for at, (title, width) in enumerate(COLUMNS.items(), start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
        cell = _written(sheet.cell(1, at), title)
        cell.font = Font(name=FONT, size=SIZE, bold=True)
        if title in FOR_PEOPLE:
            cell.fill = people
    for number, row in enumerate(_rows(queue), start=2):
        for at, (title, value) in enumerate(zip(COLUMNS, row, strict=True), start=1):
            cell = _written(sheet.cell(number, at), value)
            cell.alignment = wrapped
            if title in FOR_PEOPLE:
                cell.fill = people
        lines = (
            ceil(len(str(value)) / (width * LETTERS))
            for value, width in zip(row, COLUMNS.values(), strict=True)
        )
        sheet.row_dimensions[number].height = LINE * max(lines)
    last = len(queue) + 1
    sheet.freeze_panes = "D2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{last}"
    _choices(sheet, "answer", ANSWERS, last)
    _choices(sheet, "category", CATEGORIES, last)


def _choices(sheet: Any, title: str, words: Iterable[str], last: int) -> None:
    """A drop-down list for a column."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    listed = ",".join(words)
    choice = DataValidation("list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=True)
    choice.errorTitle, choice.error = "Not in the list", f"One of: {listed}"
    letter = get_column_letter([*COLUMNS].index(title) + 1)
    sheet.add_data_validation(choice)
    choice.add(f"{letter}2:{letter}{max(last, 2)}")


def _rows(queue: pd.DataFrame) -> Iterator[list[Any]]:
    for row in queue.itertuples():
        yield [
            row.interview, str(row.segment), row.text, _context(row), REASONS[row.reason],
            "replaced" if row.masked == "yes" else "left", str(row.occurrences), "", row.category,
            "", "", "", "", row.reason, row.places,
        ]  # fmt: skip


def _context(row: Any) -> Any:
    """What is said around the first occurrence, the words in question in bold."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock  # noqa: PLC0415
    from openpyxl.cell.text import InlineFont  # noqa: PLC0415

    parts = [
        _plain(row.before),
        TextBlock(InlineFont(rFont=FONT, sz=SIZE, b=True), _plain(row.text)),
        _plain(row.after),
    ]
    return CellRichText(*(part for part in parts if part))


def _written(cell: Any, value: Any) -> Any:
    """Put text into a cell, as text whatever it begins with, and never as number or date."""
    if isinstance(value, str):
        cell.value = _plain(value)
        cell.data_type = "s"
    else:
        cell.value = value
    cell.number_format = "@"
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@"}:
        cell.quotePrefix = True
    return cell


def _plain(text: str) -> str:
    """Without characters that no workbook may hold."""
    return "".join(
        sign if sign in "\t\n" or (sign >= " " and sign not in "\ufffe\uffff") else " "
        for sign in text
    )


def _stamped(content: bytes) -> bytes:
    """Give every part of the archive one date, in one order."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as archive,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as stamped,
    ):
        for name in archive.namelist():
            entry = zipfile.ZipInfo(name, date_time=STAMP.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            stamped.writestr(entry, _MODIFIED.sub(DAY, archive.read(name)))
    return buffer.getvalue()
