"""The workbook that people answer in."""

import io
import re
import zipfile
from typing import Any

import openpyxl
import pandas as pd

from verbatim.deidentify.review.asked import REASONS
from verbatim.deidentify.review.workbook import ANSWERS, COLUMNS, workbook
from verbatim.tables.people import CATEGORIES
from verbatim.tables.review import Queue

ROWS = [
    ("P01", 3, 0, 4, "PERSON", "=SUM(A1)", "called", 2, "no", 2, "3:0-4 5:8-12", "he ", " gives"),
    ("P01", 4, 2, 12, "PHONE", "+44-1", "number", 4, "no", 1, "4:2-12", "", "\x07<b>& it"),
    ("P01", 5, 0, 3, "REFERENCE", "007", "number", 4, "yes", 1, "5:0-3", "-x", ""),
]
QUEUE = Queue.validate(pd.DataFrame(ROWS, columns=Queue.column_names()))


MADE = workbook(QUEUE)


def questions(**more: Any) -> Any:
    """The sheet of questions."""
    return openpyxl.load_workbook(io.BytesIO(MADE), **more)["questions"]


def test_same_questions_same_bytes() -> None:
    """No date or time is in it: every part is dated to the first day that a ZIP archive knows."""
    assert workbook(QUEUE.copy()) == MADE
    with zipfile.ZipFile(io.BytesIO(MADE)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
        assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"1980-01-01T00:00:00Z"}
    assert workbook(QUEUE[1:]) != MADE


def test_no_cell_is_a_formula_or_number() -> None:
    """Whatever was said stands there as text: formulas, figures with noughts, and signs."""
    sheet = questions()
    words = [*COLUMNS].index("words") + 1
    assert [sheet.cell(row, words).value for row in (2, 3, 4)] == ["=SUM(A1)", "+44-1", "007"]
    assert {cell.data_type for row in sheet for cell in row if cell.value is not None} == {"s"}
    assert all(cell.number_format == "@" for row in sheet for cell in row)
    with zipfile.ZipFile(io.BytesIO(MADE)) as archive:
        assert not [name for name in archive.namelist() if b"<f>" in archive.read(name)]


def test_words_stand_out() -> None:
    """In the context the words in question are bold, and only they."""
    cell = questions(rich_text=True).cell(2, [*COLUMNS].index("context") + 1).value
    bold = [str(part) for part in cell if getattr(part, "font", None) and part.font.b]
    assert bold == ["=SUM(A1)"]
    assert str(cell) == "he =SUM(A1) gives"


def test_lists_to_choose_from() -> None:
    """Answer and category have their lists, down to the last question; the header stays."""
    sheet = questions()
    lists = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    letters = {title: sheet.cell(1, at).column_letter for at, title in enumerate(COLUMNS, start=1)}
    assert lists == {
        f"{letters['answer']}2:{letters['answer']}4": f'"{",".join(ANSWERS)}"',
        f"{letters['category']}2:{letters['category']}4": f'"{",".join(CATEGORIES)}"',
    }
    assert sheet.freeze_panes == "D2"
    why = [*COLUMNS].index("why") + 1
    assert [sheet.cell(row, why).value for row in (2, 3)] == [REASONS["called"], REASONS["number"]]


def test_first_sheet_explains() -> None:
    """It names every answer that is allowed, and where to save the workbook."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(QUEUE[:0])))
    said = [str(cell.value) for row in book.worksheets[0] for cell in row if cell.value]
    assert set(ANSWERS) <= set(said)
    assert any("data/private/identifiers/review/" in text for text in said)
    assert book.worksheets[1].max_row == 1
