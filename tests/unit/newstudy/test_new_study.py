"""A study begun from a folder of transcripts, and one to which transcripts are added."""

import csv
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
import yaml

from verbatim import register, unfilled
from verbatim.errors import StudyErrors
from verbatim.ingest.read import read_transcript
from verbatim.newstudy import command
from verbatim.settings import settled

HOUSE = Path(__file__).parents[3]
ASKED = ("Could you tell me how it began?", "And who told you?", "What came next?")
TOLD = ("I was at home when my sister rang.", "My sister did, as I said.", "We drove off.")


def talk(asks: str, tells: str, more: str = "") -> str:
    """Write a conversation in which one asks and the other tells."""
    turns = zip(ASKED, TOLD, strict=True)
    return more + "\n".join(f"{asks}: {one}\n{tells}: {other}" for one, other in turns)


@pytest.fixture
def brought(tmp_path: Path) -> Path:
    """Five files as a team may have them."""
    folder = tmp_path / "Our transcripts"
    (folder / "May").mkdir(parents=True)
    (folder / "Tom Baker 2021-03-12.txt").write_text(talk("Sarah", "Tom"), encoding="utf-8")
    (folder / "May/Zelda.txt").write_text(
        talk("Sarah", "Zelda | Leeds", "Date: 3 May 2021\n"), encoding="utf-8"
    )
    (folder / "May/twin.txt").write_text(talk("Sarah", "Tom"), encoding="utf-8")
    (folder / "Zelda.srt").write_text("nothing\n", encoding="utf-8")
    (folder / "call.mp3").write_bytes(b"ID3 sound")
    return folder


def table(path: Path) -> list[dict[str, str]]:
    """Read a table as another program would."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def private(study: Path, name: str) -> Path:
    """Where a private file of the study lies."""
    return study / "data/private" / name


def test_new_study_is_filled_from_the_files(tmp_path, brought, capsys):
    """Each readable file has a row with labels, the date where it is said, and a proposal.

    No consent is made up; files that are no transcript are listed with the reason; no name is
    printed.
    """
    study = tmp_path / "study"

    assert command.run(str(study), brought) == 0

    rows = table(private(study, "interviews.csv"))
    assert [(row["interview"], row["file"], row["date"]) for row in rows] == [
        ("P01", "Tom Baker 2021-03-12.txt", "2021-03-12"),
        ("P02", "Zelda.txt", "2021-05-03"),
    ]
    assert [row["interviewer_label"] for row in rows] == ["Sarah", "Sarah"]
    assert register.split(rows[1]["participant_label"]) == ["Zelda | Leeds"]
    assert table(private(study, "participants.csv")) == [
        {
            "participant": one,
            "consent_analyse": "",
            "consent_quote": "",
            "consent_archive": "",
        }
        for one in ("P01", "P02")
    ]
    proposals = table(private(study, "proposals.csv"))
    assert [row["role"] for row in proposals if row["interview"]] == [
        *("interviewer", "participant") * 2
    ]
    unread = {row["file"]: row["reason"] for row in proposals if row["confidence"] == "not read"}
    assert set(unread) == {"twin.txt", "Zelda.srt", "call.mp3"}
    assert "sound" in unread["call.mp3"]
    assert sorted(path.name for path in (study / register.TRANSCRIPTS).iterdir()) == sorted(
        row["file"] for row in rows
    )
    said = capsys.readouterr().out
    assert "2 transcripts registered, 2 of them copied: P01 to P02." in said
    assert not any(name in said for name in ("Tom", "Zelda", "Sarah", "call", "Leeds"))


def test_accepted_proposals_can_be_read(tmp_path, brought, monkeypatch):
    """With nothing edited but consent, register and transcripts fit together and are read."""
    study = tmp_path / "study"
    command.run(str(study), brought)
    people = private(study, "participants.csv")
    people.write_text(people.read_text().replace(",,,", ",yes,no,no"))
    monkeypatch.chdir(study)

    for ticket in register.tickets(register.read_register(Path()), Path()):
        read = read_transcript(ticket, 2.0).segments
        assert list(read["speaker"]) == ["interviewer", "participant"] * 3


def test_what_is_left_to_people_is_said_once(tmp_path, brought):
    """One message for each column that is not filled in, whatever the number of rows."""
    study = tmp_path / "study"
    command.run(str(study), brought)

    with pytest.raises(StudyErrors) as several:
        register.read_register(study)

    assert [error.where.rpartition(" ")[2] for error in several.value.errors] == [
        "consent_analyse",
        "consent_quote",
        "consent_archive",
    ]
    assert several.value.errors[0].found == "2 of 2 cells not filled in yet (rows 2 to 3)"


def test_settings_and_codebook_are_valid_as_they_are(tmp_path):
    """A study without a transcript yet has settings that hold, and ignores its private folders."""
    command.run(str(tmp_path), None)

    given = yaml.safe_load((tmp_path / "config.yaml").read_text(encoding="utf-8"))
    schema = HOUSE / "workflow/schemas/config.schema.yaml"
    assert settled(given, schema, tmp_path / "config.yaml")["stance"] == "codebook"
    assert "private/" in (tmp_path / ".gitignore").read_text().splitlines()
    assert private(tmp_path, "transcripts").is_dir()


def test_running_again_changes_nothing_that_stands(tmp_path, brought):
    """An edited register keeps its bytes; a new file gets the next id.

    Its row has the register's own columns, separators and line ends.
    """
    study = tmp_path / "study"
    command.run(str(study), brought)
    edited = "\ufeffinterview;file;participants;date;interviewer_label;participant_label;mode\r\n"
    edited += "P01;Tom Baker 2021-03-12.txt;P01;2021-03-12;Sarah;Tom;video\r\n"
    edited += "P02;Zelda.txt;P02;2021-05-03;Sarah;Zelda;"
    private(study, "interviews.csv").write_bytes(edited.encode())
    (study / "config.yaml").write_text("seed: 7\n")
    (study / register.TRANSCRIPTS / "late.txt").write_text(talk("Sarah", "Ōe"), encoding="utf-8")

    assert command.run(str(study), brought) == 0

    written = private(study, "interviews.csv").read_bytes().decode()
    assert written == edited + "\r\nP03;late.txt;P03;;Sarah;Ōe;\r\n"
    assert (study / "config.yaml").read_text() == "seed: 7\n"
    assert [row["participant"] for row in table(private(study, "participants.csv"))] == [
        *("P01", "P02", "P03")
    ]
    listed = [row["file"] for row in table(private(study, "proposals.csv"))]
    assert listed.count("call.mp3") == 1


def test_nothing_new_writes_nothing(tmp_path, brought, capsys):
    """A second run over the same files leaves every byte as it was, and says so."""
    study = tmp_path / "study"
    command.run(str(study), brought)
    before = {path: path.read_bytes() for path in study.rglob("*") if path.is_file()}
    capsys.readouterr()

    command.run(str(study), brought)

    assert {path: path.read_bytes() for path in study.rglob("*") if path.is_file()} == before
    assert "No new transcript." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (("", None), "DIR\n  found:    no folder"),
        (("letter.txt", None), "DIR\n  found:    a file"),
        (("letter.txt/study", None), "DIR\n  found:    a folder in what is a file"),
        (("n" * 300, None), "DIR\n  found:    a path that cannot be"),
        (("begun", None), "DIR\n  found:    a folder in which data is a file"),
        (("study", "n" * 300), "FILES\n  found:    a path that cannot be"),
        (("full", None), "DIR\n  found:    a folder with other things"),
        (("~nobody-of-this-name/../full", None), "DIR\n  found:    a folder with other things"),
        ((str(HOUSE), None), "DIR\n  found:    the folder of Verbatim itself"),
        (("study", "no where"), "FILES\n  found:    no such folder"),
        (("study", "letter.txt"), "FILES\n  found:    a file"),
        (("study", "empty"), "FILES\n  found:    a folder without any file"),
        (("study", "."), "FILES\n  found:    the folder of the study itself, or one in which"),
    ],
)
def test_wrong_folders(tmp_path, monkeypatch, capsys, named, said):
    """Each has one message with an example and code 2, and nothing is written anywhere."""
    monkeypatch.chdir(tmp_path)
    Path("full").mkdir()
    Path("full/letter.txt").write_text("Dear all")
    Path("letter.txt").write_text("Dear all")
    Path("begun").mkdir()
    Path("begun/data").write_text("Dear all")
    Path("empty/inside").mkdir(parents=True)
    Path("empty/.DS_Store").write_bytes(b"")
    Path("~nobody-of-this-name").mkdir()
    before = sorted(tmp_path.rglob("*"))

    assert command.run(named[0], named[1] and Path(named[1])) == 2

    told = capsys.readouterr().err
    assert said in told
    assert "as in" in told
    assert told.count("found:") == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_paths_as_people_write_them(tmp_path, brought, monkeypatch, capsys):
    """Blanks, ~ and relative paths are good; what comes next can be copied into a shell."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    assert command.run("my study", Path("~") / brought.name) == 0
    assert "make study STUDY='my study'\n" in capsys.readouterr().out
    assert private(tmp_path / "my study", "interviews.csv").is_file()


def test_a_broken_table_stops_before_anything_is_written(tmp_path, brought, capsys):
    """A list of proposals that cannot be read leaves register and participants as they are."""
    study = tmp_path / "study"
    command.run(str(study), None)
    private(study, "proposals.csv").write_bytes(b'file,reason\n"open')
    before = {path: path.read_bytes() for path in study.rglob("*") if path.is_file()}

    assert command.run(str(study), brought) == 2
    assert "quotation mark" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in study.rglob("*") if path.is_file()} == before


def test_rows_are_told_as_runs(tmp_path):
    """Rows 2, 3 and 5 of a column read "2 to 3, 5"; a column that is filled is not told."""
    cells = ["interview,file,date,interviewer_label,participant_label,participants"]
    cells += [f"P{at},f,{date},I,R,P{at}" for at, date in enumerate(["", "", "2020-01-01", ""])]
    private(tmp_path, "").mkdir(parents=True)
    private(tmp_path, "interviews.csv").write_text("\n".join(cells))

    (only,) = unfilled.unfilled(tmp_path)

    assert (only.where, only.found) == (
        "data/private/interviews.csv, column date",
        "3 of 4 cells not filled in yet (rows 2 to 3, 5)",
    )


def test_files_that_stand_in_the_way_stop_nothing(tmp_path, capsys):
    """A name in no encoding, a link to nowhere, and what systems leave behind: the rest goes on."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(talk("INT", "Kim"))
    (folder / ".DS_Store").write_bytes(b"\0")
    (folder / "~$a.docx").write_bytes(b"\0")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    with suppress(OSError):  # a file system may refuse such a name
        Path(os.fsdecode(bytes(folder) + b"/b\xff.txt")).write_text(talk("INT", "Lou"))

    assert command.run(str(tmp_path / "study"), folder) == 0

    listed = table(private(tmp_path / "study", "proposals.csv"))
    assert [row["file"] for row in listed if row["interview"]] == ["a.txt", "a.txt"]
    assert {row["file"] for row in listed if not row["interview"]} <= {"b?.txt", "gone.txt"}
    assert "1 transcript registered" in capsys.readouterr().out


def test_text_that_says_nowhere_who_speaks_has_a_row(tmp_path, capsys):
    """It is registered for nobody of the study, and can be read; a README beside it is none."""
    folder, study = tmp_path / "in", tmp_path / "study"
    folder.mkdir()
    for name in ("call.txt", "README.txt"):
        (folder / name).write_text("We met at noon. Did you see it? It was blue. " * 5)

    command.run(str(study), folder)

    (row,) = table(private(study, "interviews.csv"))
    assert (row["file"], row["interviewer_label"]) == ("call.txt", "Interviewer")
    assert (row["participant_label"], row["other_labels"]) == ("Participant", "@all")
    assert row["participants"] == "P01"
    assert [one["participant"] for one in table(private(study, "participants.csv"))] == ["P01"]
    told, left = table(private(study, "proposals.csv"))
    assert (told["role"], told["confidence"]) == ("other", "unsure")
    assert (left["file"], left["confidence"]) == ("README.txt", "not read")
    assert "Nothing says who speaks in P01: none of it counts as" in capsys.readouterr().out


def test_command_says_what_it_needs():
    """Called without a folder, the command ends with code 2 and says how it is called."""
    called = subprocess.run(
        [sys.executable, HOUSE / "scripts/new_study.py"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert called.returncode == 2
    assert "make new-study DIR=" in called.stderr


ODDITIES = [
    ("gone.txt", None, "a link to a file that is not there"),
    ("folder", None, "a link to a folder"),
    ("pipe.txt", None, "no file but a pipe or a device"),
    ("only a mark.txt", b"\xef\xbb\xbf", "a file with nothing but blanks"),
    ("only a title.txt", b"Interview 7\n", "no label of a speaker"),
    ("all.zip", b"PK\x05\x06" + bytes(18), "unpack it"),
    ("no ending", b"INT: How?\nKim: So.\n", "give it a name that ends in .txt"),
    ("really a pdf.docx", b"%PDF-1.7\n", "give it a name that ends in .pdf"),
]
"""What lies among transcripts and is none: name, content, and what is said of it."""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_every_oddity_has_one_line(tmp_path):
    """Nothing among the files is passed over without a word; good files with odd names are read."""
    folder = tmp_path / "in"
    (folder / "one").mkdir(parents=True)
    (folder / "two").mkdir()
    for name, content, _ in ODDITIES:
        if content is not None:
            (folder / name).write_bytes(content)
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "folder").symlink_to(folder / "one")
    os.mkfifo(folder / "pipe.txt")
    good = ["Loud.TXT", "Frau Öz 😀.Txt", "n" * 196 + ".txt"]
    for at, name in enumerate(good):
        (folder / name).write_text(talk("INT", "Kim", f"Number {at}."))
    for at in ("one", "two"):
        (folder / at / "same.txt").write_text(talk("INT", "Kim", f"Recorded in room {at}."))
        (folder / at / "same.docx").write_bytes(b"")
    (folder / "Loud.TXT").chmod(0o400)

    assert command.run(str(tmp_path / "study"), folder) == 0

    listed = table(private(tmp_path / "study", "proposals.csv"))
    assert {row["file"] for row in listed if row["interview"]} == {*good, "same.txt"}
    unread = [(row["file"], row["reason"]) for row in listed if not row["interview"]]
    for name, _, said in ODDITIES:
        assert [said in reason for file, reason in unread if file == name] == [True], name
    others = sorted(file for file, _ in unread if "same" in file)
    assert others == ["same.docx", "same.txt", "two/same.docx"]
    assert len(unread) == len(ODDITIES) + len(others)
