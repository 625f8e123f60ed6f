"""The review of room 2, from the first question to the last answer, on tiny tables."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from verbatim.deidentify.review.returned import FOLDER, LISTING
from verbatim.deidentify.review.workbook import COLUMNS
from verbatim.files import sha256
from verbatim.tables.deidentify import Identifiers, Mentions
from verbatim.tables.review import Queue, Review

HEAD = "interview,turn,segment,speaker,participant,start,end,text\n"
BATCHES = {
    "0": HEAD
    + "P01,1,1,participant,P01,,,Sarah Lumley and Sarah Okafor work here.\n"
    + "P01,2,2,participant,P01,,,Sarah rang. That was Sarah Okafor.\n"
    + "P01,3,3,participant,P01,,,And Sarah left. Rose at the end. Rose and me.\n",
    "1": HEAD
    + "P02,1,1,participant,P02,,,The Selwick people. It said =HYPERLINK on it.\n"
    + "P02,2,2,participant,P02,,,Hope springs.\n",
}
PRIVATE, PUBLIC = Path("results/private/2_deidentify"), Path("results/2_deidentify")
Door = Callable[..., None]


def run(open_door: Door) -> None:
    """List the answers as the opening does, then find, decide and ask."""
    spoken = []
    for name, text in BATCHES.items():
        spoken.append(Path(f"segments/{name}.csv"))
        spoken[-1].parent.mkdir(exist_ok=True)
        spoken[-1].write_text(text)
    brought = sorted(Path(FOLDER).glob("*"))
    Path(LISTING).parent.mkdir(parents=True, exist_ok=True)
    listed = [{"file": str(path), "sha256": sha256(path)} for path in brought]
    Path(LISTING).write_text(json.dumps(listed))
    mentions = [PRIVATE / f"mentions/{name}.csv" for name in BATCHES]
    for path, found in zip(spoken, mentions, strict=True):
        inputs = {"segments": path, "tickets": [], "roster": []}
        chosen = {"learned": {}, "language": "en"}
        open_door("deidentify_find", inputs, {"mentions": found}, chosen)
    several = {"segments": spoken, "mentions": mentions, "roster": [], "answers": LISTING}
    made = {name: PRIVATE / f"{name}.csv" for name in ("automatic", "identifiers", "checked")}
    people: dict[str, object] = {"left_out": [], "settled": [], "language": "en"}
    open_door(
        "deidentify_decide",
        {**several, "decisions": [], "sample": [], "checked_segments": []},
        made,
        {**people, "checked_sample_decides": True, "policy": {}, "replace_by": "tags", "seed": 1},
    )
    open_door(
        "deidentify_review",
        {**several, "identifiers": made["identifiers"], "checked": made["checked"]},
        {
            "queue": [PRIVATE / f"queue/{name}.csv" for name in BATCHES],
            "workbooks": [PRIVATE / f"review/{name}.xlsx" for name in BATCHES],
            "review": PUBLIC / "review.csv",
        },
        people,
    )


def answer(batch: str, to: str, answers: dict[str, dict[str, str]]) -> None:
    """Fill in the workbook of a batch, by the words in question and their place, and save it."""
    book = openpyxl.load_workbook(PRIVATE / f"review/{batch}.xlsx")
    sheet = book["questions"]
    at = {title: number for number, title in enumerate(COLUMNS, start=1)}
    for row in range(2, sheet.max_row + 1):
        words, places = (sheet.cell(row, at[name]).value for name in ("words", "places"))
        for title, value in answers.get(f"{words} {places}", {}).items():
            sheet.cell(row, at[title]).value = value
    path = Path(FOLDER, to)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def asked() -> dict[str, str]:
    """What is open: words and places, with the reason."""
    tables = [Queue.read(PRIVATE / f"queue/{name}.csv") for name in BATCHES]
    return {
        f"{row.text} {row.places}": row.reason for table in tables for row in table.itertuples()
    }


def tags() -> dict[tuple[int, int], str]:
    """Tags in P01, by segment and start."""
    rows = Identifiers.read(PRIVATE / "identifiers.csv")
    rows = rows[rows["interview"] == "P01"]
    return {(row.segment, row.start): row.tag for row in rows.itertuples()}


def test_questions_are_answered_and_replayed(open_door: Door) -> None:
    """Answers decide, tell two Sarahs apart, close their questions, and stay answered.

    What the program finds alone stays as it was: answers are no merit of its own.
    """
    run(open_door)
    before = Mentions.read(PRIVATE / "automatic.csv")
    first, second, rose = "Sarah 2:0-5", "Sarah 3:4-9", "Rose 3:16-20 3:33-37"
    assert {first: "alias", second: "alias", rose: "called"}.items() <= asked().items()
    assert len({tags()[1, 0], tags()[1, 17], tags()[2, 0]}) == 3
    answer(
        "0",
        "ours.xlsx",
        {
            first: {"answer": "replace", "who is meant": "Sarah Lumley"},
            second: {"answer": "not sure"},
            rose: {"answer": "each"},
        },
    )
    run(open_door)
    assert tags()[2, 0] == tags()[1, 0] != tags()[1, 17]
    assert first not in asked()
    assert {second, "Rose 3:16-20", "Rose 3:33-37"} <= asked().keys()
    answer(
        "0",
        "theirs.xlsx",
        {
            second: {"answer": "replace", "who is meant": "Sarah Okafor"},
            "Rose 3:16-20": {"answer": "replace"},
            "Rose 3:33-37": {"answer": "keep"},
        },
    )
    run(open_door)
    assert tags()[3, 4] == tags()[1, 17]
    assert tags()[3, 16]
    assert not tags()[3, 33]
    assert not [words for words in asked() if words.startswith(("Sarah", "Rose"))]
    total = Review.read(PUBLIC / "review.csv").set_index("reason").loc["all"]
    assert (total["answered"], total["queued"]) == (4, 4 + total["open"])
    assert Mentions.read(PRIVATE / "automatic.csv").equals(before)


def test_same_bytes_and_no_name_in_public(
    open_door: Door, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A second run gives the same workbooks; counts, log and record quote nobody."""
    caplog.set_level("INFO")
    run(open_door)
    books = [(PRIVATE / f"review/{name}.xlsx").read_bytes() for name in BATCHES]
    run(open_door)
    assert books == [(PRIVATE / f"review/{name}.xlsx").read_bytes() for name in BATCHES]
    public = [*tmp_path.glob("*.json"), *PUBLIC.glob("*.csv")]
    told = caplog.text + "".join(path.read_text(encoding="utf-8") for path in public)
    assert "alias" in told
    assert not any(name in told for name in ("Sarah", "Okafor", "Rose", "Selwick"))


def test_changed_rows(open_door: Door, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows whose fixed columns were changed end with code 2, each with the row where it stands."""
    run(open_door)
    rows = {
        "Rose 3:16-20 3:33-37": {"answer": "keep", "words": "Sara"},
        "Sarah 2:0-5": {"answer": "keep", "interview": "P77"},
        "Sarah 3:4-9": {"answer": "keep", "places": "99:0-5"},
    }
    answer("0", "a.xlsx", rows)
    with pytest.raises(SystemExit) as ended:
        run(open_door)
    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert [line.split("row ")[1] for line in told.splitlines() if FOLDER in line] == [
        "3", "2 (P01)", "2 (P01)", "4 (P01)",
    ]  # fmt: skip
    for part in ("file 1, sheet 2", "not in the register", "a text that stands", "segment 99"):
        assert part in told
    assert not any(name in told for name in ("Sara", "Rose", "P77"))
