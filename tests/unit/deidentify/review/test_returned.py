"""Workbooks that people filled in: read rightly, or one clear error."""

import io
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from openpyxl.styles import Font

from verbatim.deidentify.review import returned
from verbatim.deidentify.review.returned import FOLDER, LISTING, Reviewed
from verbatim.deidentify.review.workbook import COLUMNS, workbook
from verbatim.errors import StudyError, StudyErrors
from verbatim.files import sha256
from verbatim.tables.review import Queue

FIXTURES = Path(__file__).parents[3] / "fixtures/deidentify"
ROWS = [
    ("P01", 3, 0, 4, "PERSON", "Rose", "called", 2, "no", 2, "3:0-4 5:8-12", "", " gives up."),
    ("P01", 4, 2, 12, "PHONE", "=0771+2-@x", "number", 4, "no", 1, "4:2-12", "it", "&<b>\x07"),
    ("P02", 1, 0, 5, "PERSON", "Sarah", "alias", 8, "yes", 1, "1:0-5", "", " rang"),
]
QUEUE = Queue.validate(pd.DataFrame(ROWS, columns=Queue.column_names()))
Edit = Callable[[Any], object]


@pytest.fixture(autouse=True)
def _study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@cache
def made() -> bytes:
    """The workbook as it is written."""
    return workbook(QUEUE)


def column(title: str) -> int:
    """Number of a column of the questions."""
    return [*COLUMNS].index(title) + 1


def filled(edit: Edit, name: str = "Zedkin answers.xlsx") -> Path:
    """Save the workbook with what a person did to its questions."""
    book = openpyxl.load_workbook(io.BytesIO(made()))
    edit(book["questions"])
    path = Path(FOLDER, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def read(**more: Any) -> Reviewed:
    """Read every file in the folder, as the opening lists them."""
    listing = Path(LISTING)
    listing.parent.mkdir(parents=True, exist_ok=True)
    entries = [{"file": str(path), "sha256": sha256(path)} for path in returned.files()]
    listing.write_text(json.dumps(entries))
    return returned.read([LISTING], **more)


def answering(*answers: str, start: int = 2, **others: str) -> Edit:
    """Fill in answers from a row on, and other columns of that row."""

    def edit(sheet: Any) -> None:
        for row, answer in enumerate(answers, start=start):
            sheet.cell(row, column("answer")).value = answer
        for title, value in others.items():
            sheet.cell(start, column(title.replace("_", " "))).value = value

    return edit


def said(reviewed: Reviewed) -> list[tuple[Any, ...]]:
    """Each answer: place, category, words, whether replaced, who."""
    return [
        (one.interview, one.segment, one.start, one.end, one.category, one.text, one.replace,
         one.identity, one.row)
        for one in reviewed.answers
    ]  # fmt: skip


ROSE = [
    ("P01", 3, 0, 4, "PERSON", "Rose", True, "", 2),
    ("P01", 5, 8, 12, "PERSON", "Rose", True, "", 2),
]


def test_answers_come_back() -> None:
    """One answer speaks for every place of its row; rows without one stay open."""
    filled(answering("replace", "keep"))
    reviewed = read()
    number = ("P01", 4, 2, 12, "PHONE", "=0771+2-@x", False, "", 3)
    assert said(reviewed) == [*ROSE, number]
    assert {one[2] for one in reviewed.asked} == {"called", "number"}
    assert reviewed.names["text"].tolist() == ["Rose"]


def test_not_sure_stays_open_and_each_is_asked_by_itself() -> None:
    """Neither is an answer."""
    filled(answering("each", "not sure"))
    reviewed = read()
    assert said(reviewed) == []
    assert [(one.segment, one.start) for one in reviewed.apart] == [(3, 0), (5, 8)]
    assert not reviewed.asked


def test_identity_and_category_are_the_persons() -> None:
    """What a person corrects counts, in whatever case."""
    filled(answering("Replace ", start=4, who_is_meant="Sarah  Lumley", category="person"))
    assert said(read()) == [("P02", 1, 0, 5, "PERSON", "Sarah", True, "Sarah Lumley", 4)]


def sorted_otherwise(sheet: Any) -> None:
    """Turn the rows round, as whoever sorts does."""
    answering("replace")(sheet)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), start=2):
        for at, value in enumerate(row, start=1):
            sheet.cell(number, at).value = value
            sheet.cell(number, at).data_type = "s" if value else "n"


def with_columns_of_their_own(sheet: Any) -> None:
    """Add a column of one's own, with a formula, before the others."""
    answering("replace")(sheet)
    sheet.insert_cols(1)
    sheet.cell(1, 1).value = "mine"
    sheet.cell(2, 1).value = "=1+1"


def hidden_and_deleted(sheet: Any) -> None:
    """Hide the answered row, as a filter does, and delete another."""
    answering("replace")(sheet)
    sheet.row_dimensions[2].hidden = True
    sheet.delete_rows(3)


def titled_otherwise(sheet: Any) -> None:
    """Write titles in capitals, put a line above them, leave a row empty."""
    answering("replace")(sheet)
    for cell in sheet[1]:
        cell.value = str(cell.value).upper()
    sheet.insert_rows(1)
    sheet.cell(1, 1).value = "Our answers"
    sheet.cell(1, 1).font = Font(bold=True)


@pytest.mark.parametrize(
    ("edit", "row"),
    [(sorted_otherwise, 4), (with_columns_of_their_own, 2), (hidden_and_deleted, 2),
     (titled_otherwise, 3)],
)  # fmt: skip
def test_what_people_do_to_workbooks(edit: Edit, row: int) -> None:
    """Order, columns added, hidden and deleted rows, and titles change no answer."""
    filled(edit)
    assert said(read()) == [(*one[:-1], row) for one in ROSE]


def with_commas(text: str) -> str:
    """The questions as a CSV with one answer."""
    table = pd.DataFrame(
        [("P01", "3:0-4 5:8-12", "Rose", text, "PERSON")],
        columns=["interview", "places", "words", "answer", "category"],
    )
    return table.to_csv(index=False)


@pytest.mark.parametrize("separator", [",", ";"])
def test_csv_is_as_good(separator: str) -> None:
    """A CSV with the same columns counts, with semicolons too, as Excel writes in Germany."""
    Path(FOLDER).mkdir(parents=True)
    text = with_commas("replace").replace(",", separator)
    Path(FOLDER, "a.csv").write_text(text, encoding="utf-8-sig")
    assert said(read()) == ROSE


def set_cell(title: str, value: Any) -> Edit:
    """Answer the first row and change one of its cells."""

    def edit(sheet: Any) -> None:
        answering("replace")(sheet)
        sheet.cell(2, column(title)).value = value

    return edit


def merged(sheet: Any) -> None:
    """Merge the answers of two rows."""
    answering("replace")(sheet)
    letter = sheet.cell(1, column("answer")).column_letter
    sheet.merge_cells(f"{letter}2:{letter}3")


def without_places(sheet: Any) -> None:
    """Take a column away that is needed."""
    sheet.delete_cols(column("places"))


def twice(sheet: Any) -> None:
    """Have a column twice."""
    sheet.cell(1, 20).value = "Answer"


BAD: list[tuple[Edit, str, str]] = [
    (set_cell("answer", "yes"), "sheet 2, row 2, column answer", "an answer not in the list"),
    (set_cell("answer", "=B2"), "sheet 2, row 2", "a formula"),
    (set_cell("category", "NAME"), "sheet 2, row 2, column category", "an unknown category"),
    (set_cell("places", "3:0"), "sheet 2, row 2, column places", "places that are none"),
    (set_cell("words", None), "sheet 2, row 2, column words", "no words"),
    (merged, "sheet 2, row 2", "merged cells"),
    (without_places, "file 1", "a missing column"),
    (twice, "sheet 2", "a column twice"),
]


@pytest.mark.parametrize(("edit", "where", "reason"), BAD, ids=[row[2] for row in BAD])
def test_bad_workbooks(edit: Edit, where: str, reason: str) -> None:
    """One message says which file, sheet and row; it names nobody, the private detail does."""
    filled(edit)
    with pytest.raises(StudyError) as error:
        read()
    told = str(error.value)
    assert f"{FOLDER}/, file 1" in told, reason
    assert where in told
    assert "Zedkin" not in told
    assert "Rose" not in told
    assert "Zedkin answers.xlsx" in error.value.private


@pytest.mark.parametrize(
    ("name", "content"), [("a.xlsx", b"PK\x03\x04 no"), ("a.ods", b""), ("a.csv", b"a,b\n1,2\n")]
)
def test_files_that_are_none(name: str, content: bytes) -> None:
    """A damaged file, another kind and a table without the columns are told as such."""
    Path(FOLDER).mkdir(parents=True)
    Path(FOLDER, name).write_bytes(content)
    with pytest.raises(StudyError, match="file 1"):
        read()


CONTRADICTING: list[tuple[Edit, Edit, bool]] = [
    (answering("replace"), answering("keep"), True),
    (answering("replace"), answering("replace", category="LOCATION"), True),
    (answering("replace", who_is_meant="A"), answering("replace", who_is_meant="B"), True),
    (answering("replace"), answering("replace"), False),
    (answering("keep"), answering("keep", category="LOCATION"), False),
    (answering("replace"), answering("", "keep"), False),
    (answering("each"), answering("replace"), False),
]


@pytest.mark.parametrize(("one", "other", "wrong"), CONTRADICTING)
def test_contradictions(one: Edit, other: Edit, wrong: bool) -> None:
    """Two files that say something else of the same words stop the run and name both rows."""
    filled(one, "a.xlsx")
    filled(other, "b.xlsx")
    if not wrong:
        read()
        return
    with pytest.raises((StudyError, StudyErrors)) as error:
        read()
    assert "file 2, sheet 2, row 2 (P01)" in str(error.value)
    assert "file 1, sheet 2, row 2 (P01) contradicts" in str(error.value)


def test_changed_since_listed() -> None:
    """A file that is saved while the study runs stops it."""
    path = filled(answering("replace"))
    read()
    path.write_bytes(made())
    with pytest.raises(StudyError, match="after the run began"):
        returned.read([LISTING])


def test_left_out(caplog: pytest.LogCaptureFixture) -> None:
    """Answers about interviews without consent are set aside and counted."""
    filled(answering("replace", "keep"))
    assert read(left_out=["P01"]).answers == []
    assert "2 rows" in caplog.text


def test_nothing_came_back() -> None:
    """Without the folder there are no answers."""
    assert read() == Reviewed()


def test_saved_by_libreoffice() -> None:
    """A filled workbook that LibreOffice 7.4 opened and saved again is read as it was filled."""
    Path(FOLDER).mkdir(parents=True)
    content = (FIXTURES / "review.xlsx").read_bytes()
    Path(FOLDER, "a.xlsx").write_bytes(content)
    assert said(read()) == [
        *ROSE,
        ("P01", 4, 2, 12, "PHONE", "=0771+2-@x", False, "", 3),
        ("P02", 1, 0, 5, "PERSON", "Sarah", True, "Sarah Lumley", 4),
    ]
