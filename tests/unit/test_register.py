"""The register and the transcripts folder fit together, or each misfit is said once."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbatim import register, sequence
from verbatim.errors import StudyError, StudyErrors
from verbatim.frozen import Freeze

HEAD = "interview,file,date,interviewer,interviewer_label,participant_label,participants\n"
ROW = "{0},{0}.txt,2024-01-0{1},INT1,I,R,{0}\n"
PEOPLE = "participant,consent_analyse,consent_quote,consent_archive\n"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Two interviews, two participants, two transcripts."""
    (tmp_path / register.TRANSCRIPTS).mkdir(parents=True)
    for one in ("P01", "P02"):
        (tmp_path / register.TRANSCRIPTS / f"{one}.txt").write_text("I: Hello.\nR: Hello.\n")
    (tmp_path / register.REGISTER).write_text(HEAD + ROW.format("P01", 2) + ROW.format("P02", 1))
    (tmp_path / register.PARTICIPANTS).write_text(PEOPLE + "P01,yes,yes,yes\nP02,yes,no,yes\n")
    return tmp_path


def message(study: Path) -> str:
    """What a researcher reads."""
    with pytest.raises((StudyError, StudyErrors)) as caught:
        register.read_register(study)
    return str(caught.value)


def test_good_register_is_read(study: Path) -> None:
    """A register that fits is read whole, sorted by id."""
    assert ["P01", "P02"] == list(register.read_register(study)["interview"])


def test_row_without_file(study: Path) -> None:
    """A row whose transcript is missing is named by its row, not by the file's name."""
    (study / register.TRANSCRIPTS / "P02.txt").unlink()
    told = message(study)

    assert "interviews.csv, row 3 (P02)" in told
    assert "P02.txt" not in told


def test_file_without_row(study: Path) -> None:
    """A transcript that no row names is an error, and its name is not printed."""
    (study / register.TRANSCRIPTS / "Jane Doe.txt").write_text("x")
    told = message(study)

    assert "no row of the register names" in told
    assert "Jane" not in told


def test_many_files_without_row_are_one_message(study: Path) -> None:
    """However many transcripts no row names, one message counts them."""
    for name in ("a.txt", "b.txt", "c.txt"):
        (study / register.TRANSCRIPTS / name).write_text("x")

    assert 1 == message(study).count("found:")
    assert "3 files that no row of the register names" in message(study)


@pytest.mark.parametrize(
    "name", [".DS_Store", "Thumbs.db", "desktop.ini", "~$P01.docx", ".~lock.P01.docx#"]
)
def test_litter_is_no_transcript(study: Path, name: str) -> None:
    """What systems and open word processors leave in the folder is passed over."""
    (study / register.TRANSCRIPTS / name).write_bytes(b"\0")

    assert 2 == len(register.read_register(study))


def test_register_without_rows(study: Path) -> None:
    """A register of a header alone is told as such, not as many files without a row."""
    (study / register.REGISTER).write_text(HEAD)

    assert "no row under the header" in message(study)
    assert 1 == message(study).count("found:")


def test_id_twice(study: Path) -> None:
    """An id that stands twice is named with both rows."""
    path = study / register.REGISTER
    path.write_text(path.read_text() + "P01,P03.txt,2024-01-03,INT1,I,R,P01\n")
    (study / register.TRANSCRIPTS / "P03.txt").write_text("x")

    assert "rows 2 and 4" in message(study)
    assert "the interview P01 twice" in message(study)


def test_unknown_participant(study: Path) -> None:
    """A participant without a row of their own is named."""
    path = study / register.REGISTER
    path.write_text(path.read_text().replace("I,R,P02", "I,R,P09"))

    assert "the participant P09" in message(study)


def test_two_columns_missing(study: Path) -> None:
    """Missing columns are all named in one message."""
    (study / register.REGISTER).write_text(
        "interview,file,date,interviewer\nP01,a.txt,2024-01-01,x\n"
    )

    assert "no column interviewer_label, participant_label, participants" in message(study)


@pytest.mark.parametrize(
    ("ids", "warned"),
    [
        (["P01", "P02", "P03"], 0),
        (["P01", "P03"], 1),
        (["P35", "P38", "P37"], 1),
        (["A1", "B7"], 0),
    ],
    ids=["in order", "a gap", "P38 for P36", "two series"],
)
def test_id_out_of_sequence_is_a_warning(ids: list[str], warned: int) -> None:
    """A gap in the numbering is said and the likely misprint named; nothing stops."""
    assert warned == len(sequence.gaps(ids))


def test_warning_names_the_misprint() -> None:
    """P38 where P36 is missing is taken for a misprint of P36."""
    (told,) = sequence.gaps(["P34", "P35", "P37", "P38"])

    assert "P37 may be a misprint for P36" in told


def test_misprint_in_its_place_is_told_by_its_row() -> None:
    """P38 that stands between P35 and P37 is the misprint, whatever the sorted order says."""
    (told,) = sequence.gaps(["P34", "P35", "P38", "P37"])

    assert "row 4: P38 stands where P36 would" in told
    assert "a misprint for P36" in told


def test_register_in_any_order_warns_of_nothing() -> None:
    """A register that is not sorted has no gap for that."""
    assert [] == sequence.gaps(["P03", "P01", "P02"])


def test_no_consent_no_interview(study: Path) -> None:
    """An interview whose participant does not agree to analysis is left out."""
    (study / register.PARTICIPANTS).write_text(PEOPLE + "P01,no,no,no\nP02,yes,yes,yes\n")

    analysed = register.consenting(register.read_register(study), study)

    assert ["P02"] == list(analysed["interview"])


def test_ticket_follows_the_bytes(study: Path, tmp_path: Path) -> None:
    """A ticket is rewritten when the transcript's bytes change, not when its date does."""
    folder = tmp_path / "tickets"
    register.write_tickets(register.tickets(register.read_register(study), study), folder)
    before = (folder / "P01.json").stat().st_mtime_ns
    (study / register.TRANSCRIPTS / "P01.txt").touch()
    register.write_tickets(register.tickets(register.read_register(study), study), folder)

    assert before == (folder / "P01.json").stat().st_mtime_ns

    (study / register.TRANSCRIPTS / "P01.txt").write_text("I: Hello.\nR: Bye.\n")
    register.write_tickets(register.tickets(register.read_register(study), study), folder)

    assert before != (folder / "P01.json").stat().st_mtime_ns
    assert register.read_ticket(folder / "P01.json").participants == ("P01",)
    assert json.loads((folder / "P01.json").read_text())["file"] == "P01.txt"


def test_ticket_follows_what_is_frozen(study: Path, tmp_path: Path) -> None:
    """A ticket is rewritten when its own interview is frozen, and no other is."""
    listed, folder = register.read_register(study), tmp_path / "tickets"
    register.write_tickets(register.tickets(listed, study), folder)
    before = {path.name: path.read_bytes() for path in folder.glob("*")}
    freeze = Freeze("t", "x", "s", "{}", "c", "l")
    register.write_tickets(register.tickets(listed, study, {"P01": freeze}), folder)

    changed = {path.name for path in folder.glob("*") if path.read_bytes() != before[path.name]}
    assert changed == {"P01.json"}
    assert register.read_ticket(folder / "P01.json").frozen == freeze


@given(
    st.sets(st.from_regex(r"P[0-9]{2,4}", fullmatch=True), min_size=1, max_size=40),
    st.integers(1, 9),
)
def test_new_interview_moves_no_other(ids: set[str], number: int) -> None:
    """Every interview is in one batch, and adding one leaves the others where they are."""
    batches = register.batches(ids, number)
    more = register.batches(ids | {"Z99"}, number)

    assert sorted(ids) == sorted(one for batch in batches.values() for one in batch)
    assert all(set(batch) <= set(more[name]) for name, batch in batches.items())
