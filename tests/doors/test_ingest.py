"""The doors of room 1, on a small study."""

import json
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

import pytest

from verbatim.register import TRANSCRIPTS, Ticket
from verbatim.tables.ingest import Losses, Segments

TALKS = {
    "P01": ("Jane Doe.txt", "I: Hello.\nR: Hi.\nAnd bye.\n"),
    "P02": (
        "b.vtt",
        "WEBVTT\n\n00:01.000 --> 00:02.000\nI: Hello.\n\n00:03.000 --> 00:04.000\nR: NA\n",
    ),
}


@pytest.fixture
def tickets(tmp_path: Path) -> list[Path]:
    """Tickets of the small study."""
    (tmp_path / TRANSCRIPTS).mkdir(parents=True)
    return [put(tmp_path, interview, *talk) for interview, talk in TALKS.items()]


def put(study: Path, interview: str, name: str, text: str) -> Path:
    """Put a transcript and its ticket into the study."""
    (study / TRANSCRIPTS / name).write_text(text, encoding="utf-8", newline="")
    hashed = sha256(text.encode()).hexdigest()
    ticket = Ticket(interview, name, hashed, ("I",), ("R",), (interview,), ())
    path = study / f"{interview}.json"
    path.write_text(json.dumps(asdict(ticket)), encoding="utf-8")
    return path


def run(open_door, tickets: list[Path]) -> None:
    """Open the reading door."""
    open_door(
        "ingest_read",
        {"tickets": tickets},
        {
            "segments": Path("out/segments.csv"),
            "losses": Path("out/losses.csv"),
            "differences": Path("out/differences.csv"),
            "frozen": Path("out/frozen.csv"),
        },
        {"pause_s": 2.0, "window_words": 0, "language": ""},
        ("0",),
    )


def test_read_writes_both_tables(open_door, tickets):
    """Segments and losses of the batch are written, times included; "NA" said aloud is a word."""
    run(open_door, tickets)
    assert Path("out/segments.csv").read_text(encoding="utf-8") == (
        "interview,turn,segment,speaker,participant,start,end,text\n"
        "P01,1,1,interviewer,,,,Hello.\n"
        "P01,2,2,participant,P01,,,Hi.\n"
        "P01,2,3,participant,P01,,,And bye.\n"
        "P02,1,1,interviewer,,1.0,2.0,Hello.\n"
        "P02,2,2,participant,P02,3.0,4.0,NA\n"
    )
    losses = Losses.read(Path("out/losses.csv"))
    assert losses["format"].tolist() == ["txt, label: text", "vtt, label: text"]
    assert losses["words"].tolist() == [4, 2]
    assert losses["participant_words"].tolist() == [3, 1]
    assert losses["timed_segments"].tolist() == [0, 2]
    assert len(Segments.read(Path("out/segments.csv"))) == 5


def test_log_has_counts_and_no_words(open_door, tickets, caplog):
    """The log says how much was read of which interview, and nothing of what was said."""
    caplog.set_level("INFO")
    run(open_door, tickets)
    assert "P01: 3 segments, 0 lines dropped, 0 unknown labels" in caplog.text
    assert "Jane" not in caplog.text
    assert "Hello" not in caplog.text


def test_bad_transcripts_end_with_one_message(open_door, tickets, tmp_path, capsys):
    """Code 2, both interviews named, names only in the private list, nothing written."""
    bad = [
        put(tmp_path, "P03", "John Roe.txt", ""),
        put(tmp_path, "P04", "d.txt", "I: Hello.\nR: Hi.\nMrs Poe: Me too.\nMrs Poe: And so on.\n"),
    ]
    with pytest.raises(SystemExit) as caught:
        run(open_door, [*tickets, *bad])
    assert caught.value.code == 2
    told = capsys.readouterr().err
    assert "the transcript of P03\n" in told
    assert "the transcript of P04, line 3" in told
    assert "an unknown speaker label" in told
    assert "Poe" not in told
    assert "Roe" not in told
    assert "Traceback" not in told
    problems = (tmp_path / "results/private/problems/ingest_read.0.csv").read_text("utf-8")
    assert "John Roe.txt" in problems
    assert "Mrs Poe" in problems
    assert not Path("out/segments.csv").exists()


def test_batches_do_not_matter(open_door, tickets):
    """The report over two batches of one has the same rows as over one batch of two."""
    run(open_door, tickets)
    together = Path("out/losses.csv").read_bytes()
    parts = []
    for number, ticket in enumerate(reversed(tickets)):
        run(open_door, [ticket])
        parts.append(Path(f"out/losses.{number}.csv"))
        Path("out/losses.csv").rename(parts[-1])
    more = {"frozen": [Path("out/frozen.csv")], "differences": [Path("out/differences.csv")]}
    whole = {name: Path(f"out/all/{name}.csv") for name in ("losses", "frozen", "differences")}
    open_door("ingest_report", {"losses": parts, **more}, whole)
    assert whole["losses"].read_bytes() == together
