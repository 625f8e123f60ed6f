"""Tables are read as spreadsheet programs write them, or one message says what is wrong."""

from pathlib import Path

import pytest

from verbatim.errors import StudyError
from verbatim.tables.base import Table
from verbatim.tables.people import Interviews, Participants, Quotations, Roster

ROSTER = 'name,category,interview\nJ. Doe,PERSON,P01\n"Doe, Jane",PERSON,\n'
BLANK = ["", "", ""]
EXPECTED = [["J. Doe", "PERSON", "P01", *BLANK], ["Doe, Jane", "PERSON", "", *BLANK]]


def read(table: type[Table], content: bytes, folder: Path) -> list[list[object]]:
    """Write the bytes as a file and read it as this table."""
    path = folder / "table.csv"
    path.write_bytes(content)
    return table.read(path).to_numpy().tolist()


def told(table: type[Table], content: bytes, folder: Path) -> str:
    """What a researcher reads, with the path left out."""
    with pytest.raises(StudyError) as caught:
        read(table, content, folder)
    return str(caught.value).replace(f"{folder}/", "")


@pytest.mark.parametrize(
    "content",
    [
        ROSTER.encode(),
        b"\xef\xbb\xbf" + ROSTER.encode(),
        ROSTER.replace("\n", "\r\n").encode(),
        ROSTER.replace("\n", "\r").encode(),
        b"name;category;interview\nJ. Doe;PERSON;P01\nDoe, Jane;PERSON;\n",
        b"name\tcategory\tinterview\nJ. Doe\tPERSON\tP01\nDoe, Jane\tPERSON\t\n",
        ROSTER.encode() + b",,\n,,\n\n",
        b'name,category,interview,,\nJ. Doe,PERSON,P01,,\n"Doe, Jane",PERSON,,,\n',
        b'name,category,interview\nJ. Doe,PERSON,P01\n"Doe, Jane",PERSON\n',
        b' name , category,interview\nJ. Doe,PERSON,P01\n"Doe, Jane",PERSON,\n',
    ],
    ids=[
        "as written here",
        "byte-order mark",
        "Windows line ends",
        "old Mac line ends",
        "semicolons",
        "tabs",
        "empty rows at the end",
        "empty columns at the end",
        "empty cells left out at the end",
        "blanks in the header",
    ],
)
def test_every_spreadsheet_program_is_read(content: bytes, tmp_path: Path) -> None:
    """However a program separates, ends and pads its rows, the same cells come out."""
    assert EXPECTED == read(Roster, content, tmp_path)


def test_words_stay_words(tmp_path: Path) -> None:
    """A name like NA is text, and an empty cell is empty text."""
    content = b"name,category,interview\nNA,PERSON,\n"

    assert [["NA", "PERSON", "", *BLANK]] == read(Roster, content, tmp_path)


@pytest.mark.parametrize(
    ("content", "where", "found"),
    [
        (b"", "table.csv\n", "an empty file"),
        (b"PK\x03\x04rest of a workbook", "table.csv\n", "a workbook whose name ends in .csv"),
        (b"\xd0\xcf\x11\xe0rest of a workbook", "table.csv\n", "a workbook whose name"),
        (ROSTER.encode("utf-16"), "table.csv\n", "text in UTF-16"),
        (ROSTER.encode() + b"Zo\xeb,PERSON,\n", "table.csv, row 4", "not written in UTF-8"),
        (ROSTER.encode() + b"A,PERSON,P1,x,y\n", "table.csv, row 4", "5 cells"),
        (ROSTER.encode() + b'"A,PERSON,P1\n', "table.csv, row 4", "a quotation mark"),
        (ROSTER.replace("\nJ", "\n,,\nJ").encode(), "table.csv, row 2", "an empty row"),
        (b"name,category,name\nA,PERSON,B\n", "table.csv\n", "a column that stands twice"),
        (b"name,,category\nAB,x,PERSON\n", "table.csv, column 2", "a column without a name"),
        (b"name;interview\nA;\n", "table.csv\n", "no column category"),
    ],
    ids=[
        "empty",
        "xlsx",
        "xls",
        "UTF-16",
        "Windows-1252",
        "longer row",
        "open quotation mark",
        "empty row in between",
        "column twice",
        "column without name",
        "column missing",
    ],
)
def test_what_is_no_table_is_told(content: bytes, where: str, found: str, tmp_path: Path) -> None:
    """A file that cannot be read is told with its row, in plain words and with a hint."""
    message = told(Roster, content, tmp_path)

    assert message.startswith(where)
    assert found in message
    assert "hint:" in message
    assert "Zo" not in message


def test_no_file(tmp_path: Path) -> None:
    """A table that is not there is told, not stumbled over."""
    with pytest.raises(StudyError, match="no such file"):
        Participants.read(tmp_path / "participants.csv")


REGISTER = b"interview,file,date,interviewer_label,participant_label,participants\n"
PEOPLE = b"participant,consent_analyse,consent_quote,consent_archive\n"


@pytest.mark.parametrize(
    ("table", "content", "expected"),
    [
        (
            Interviews,
            REGISTER + b"P01,a.txt,30/06/2020,I,R,P01\n",
            "spreadsheet programs turn dates round",
        ),
        (Interviews, REGISTER + b"P01,a.txt,2020-13-45,I,R,P01\n", "row 2, column date"),
        (Interviews, REGISTER + b"P01 ,a.txt,2020-06-30,I,R,P01\n", "take out the blank"),
        (Participants, PEOPLE + b"P01,Yes,yes,yes\n", "in lower case"),
        (Participants, PEOPLE + b"P01,y,yes,yes\n", "yes or no"),
        (Quotations, b"code,interview,segment\nx,P01,two\n", "(a number)"),
        (Quotations, b"code,interview,segment\nx,P01,0\n", "(at least 1)"),
    ],
    ids=["date turned", "no date", "blank", "capital", "not a choice", "no number", "too small"],
)
def test_wrong_cell_has_a_hint(
    table: type[Table], content: bytes, expected: str, tmp_path: Path
) -> None:
    """What is likely to have happened to a cell is said, in words that are no program's."""
    message = told(table, content, tmp_path)

    assert expected in message
    assert "str_matches" not in message
    assert "isin" not in message
