"""The doors of room 1, on a small study."""

import json
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html

from verbatim.register import TRANSCRIPTS, Ticket
from verbatim.tables.ingest import Losses, Segments

POOLED = ("losses", "speakers", "frozen", "differences")
TABLES = (*POOLED, "segments", "notes", "dropped", "labels", "comments")
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


def run(open_door, tickets: list[Path], to: str = "out") -> None:
    """Open the reading door."""
    open_door(
        "ingest_read",
        {"tickets": tickets},
        {name: Path(f"{to}/{name}.csv") for name in TABLES},
        {"pause_s": 2.0, "window_words": 0, "language": ""},
        ("0",),
    )


def report(open_door, tickets: list[Path], batches: list[str]) -> dict[str, bytes]:
    """Open the reporting door on what was read of some batches, and give what it writes."""
    out = Path("reported")
    open_door(
        "ingest_report",
        {name: [Path(f"{batch}/{name}.csv") for batch in batches] for name in TABLES}
        | {"tickets": tickets},
        {name: out / f"{name}.csv" for name in POOLED}
        | {"figure": [out / f"speakers{end}" for end in (".svg", ".pdf", ".png")]}
        | {"overview": out / "overview.html", "inside": out / "inside.html"},
        {"study": {"title": "Two talks", "invented": False}},
    )
    return {path.name: path.read_bytes() for path in out.iterdir()}


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
    """The report over two batches of one is the same, byte by byte, as over one batch of two."""
    run(open_door, tickets)
    together = report(open_door, tickets, ["out"])
    run(open_door, tickets[1:], "0")
    run(open_door, tickets[:1], "1")
    assert report(open_door, tickets, ["0", "1"]) == together
    assert Path("out/losses.csv").read_bytes() == together["losses.csv"]


def test_public_page_holds_no_word_of_anybody(open_door, tickets, tmp_path):
    """Speech, labels, file names and hashes stand in the private page and in nothing public."""
    said = "Agathe: hum.\nI: Zebra?\nR: Quince [laughs] it is.\nI: So?\nR: Yes.\n"
    tickets = [*tickets, put(tmp_path, "P03", "Zebedee Poe.txt", said)]
    run(open_door, tickets)
    made = report(open_door, tickets, ["out"])
    private = made.pop("inside.html").decode()
    hashed = sha256(said.encode()).hexdigest()
    for word in ("Zebra", "Quince", "[laughs]", "Zebedee Poe.txt", "Agathe: hum.", hashed):
        assert word in private
        assert not [name for name, content in made.items() if word.encode() in content]
    assert "laughter" in made["overview.html"].decode()


def test_pages_open_without_a_network_and_run_nothing(open_door, tmp_path):
    """What a transcript or its name holds is shown, never run; nothing is fetched.

    Who hears the pages read finds language, title, captions, headings and the figure in words.
    """
    (tmp_path / TRANSCRIPTS).mkdir(parents=True)
    evil = "<script>alert(1)</script>"
    said = f"{evil}\nI: {evil}\nR: {evil} [laughs]\n"
    path = put(tmp_path, "P01", "<img src=x onerror=a>.txt", said)
    run(open_door, [path])
    made = report(open_door, [path], ["out"])
    assert made["inside.html"].decode().count("&lt;script&gt;alert(1)&lt;/script&gt;") == 3
    for name in ("overview.html", "inside.html"):
        page = html.fromstring(made[name].decode())
        assert not page.xpath("//script | //link | //iframe | //*[@onerror]")
        assert all(link.startswith(("data:", "#")) for _, _, link, _ in page.iterlinks())
        assert page.get("lang") == "en"
        assert page.findtext("head/title")
        for table in page.iter("table"):
            assert table.findtext("caption")
            assert {one.get("scope") for one in table.iter("th")} == {"col", "row"}
        assert all("1 interview" in image.get("alt") for image in page.iter("img"))
