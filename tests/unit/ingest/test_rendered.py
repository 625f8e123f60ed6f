"""A conversation rendered in each layout comes back as it was."""

import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.ingest import captions, plain, recognised
from verbatim.ingest import docx as word
from verbatim.ingest.labels import Speaker, key
from verbatim.ingest.pieces import Source
from verbatim.ingest.segments import segments
from verbatim.ingest.speech import speech

LABELS = {"interviewer": "Interviewer", "participant": "P07", "other": "Ann (phone)"}
LISTED = {
    "interviewer": Speaker("Interviewer", "interviewer", ""),
    "p07": Speaker("P07", "participant", "P07"),
    "ann (phone": Speaker("Ann (phone)", "other", ""),
}

Turn = tuple[str, list[str]]
"""A speaker and the paragraphs of one turn."""

SPOKEN = (
    *("we", "they", "said", "yes:", "no.", "10:30", "Monday", "café", "[laughs]", "(pause)"),
    *("“so”", "–", "I'm…", "two;", "four,", "home"),
)
WORDS = st.lists(st.sampled_from(SPOKEN), min_size=1, max_size=8).map(" ".join)
# A capital and a full stop: a paragraph, as people speak, is no bare label, time or mark.
PARAGRAPHS = st.lists(WORDS.map(lambda words: f"Well {words}, then."), min_size=1, max_size=3)


@st.composite
def conversations(draw: st.DrawFn) -> list[Turn]:
    """Turns of alternating speakers, the participant among them."""
    speakers = draw(st.lists(st.sampled_from(sorted(LABELS)), min_size=1, max_size=7))
    order = [who for who, before in zip(speakers, ["", *speakers], strict=False) if who != before]
    return [(who, draw(PARAGRAPHS)) for who in order]


def colon(turns: list[Turn]) -> Source:
    """`Label: text`, further paragraphs without label, blank lines between."""
    lines = [f"{LABELS[who]}: " + "\n\n".join(said) for who, said in turns]
    return plain.read("\r\n\r\n".join(lines).encode("utf-16"), LISTED)


def stamped(turns: list[Turn]) -> Source:
    """`[hh:mm:ss] LABEL: text` for each paragraph."""
    lines = [f"[00:00:01] {LABELS[who].upper()}: {one}" for who, said in turns for one in said]
    return plain.read("\n".join(lines).encode(), LISTED)


def alone(turns: list[Turn]) -> Source:
    """`Label  0:01` on a line of its own, a line for each paragraph."""
    lines = [f"{LABELS[who]}  0:01\n" + "\n".join(said) for who, said in turns]
    return plain.read("\n\n".join(lines).encode(), LISTED)


@dataclass
class Clock:
    """Gives each paragraph its captions: a word each, 3 s of pause before a new paragraph."""

    now: float = 0.0

    def cues(self, paragraph: str) -> list[tuple[float, float, str]]:
        """Begin, end and word of each caption."""
        self.now += 3
        found = []
        for one in paragraph.split():
            found.append((self.now, self.now + 1, one))
            self.now += 1
        return found


def time(seconds: float, point: str) -> str:
    """Time as in captions."""
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{point}000"


def voices(turns: list[Turn]) -> Source:
    """WebVTT with voice tags."""
    clock, blocks = Clock(), ["WEBVTT"]
    for who, said in turns:
        for paragraph in said:
            blocks += [
                f"{time(a, '.')} --> {time(b, '.')}\n<v {LABELS[who]}>{text}</v>"
                for a, b, text in clock.cues(paragraph)
            ]
    return captions.read("\n\n".join(blocks).encode(), LISTED, "vtt")


def subtitles(turns: list[Turn]) -> Source:
    """SubRip with a label at each change of speaker."""
    clock, blocks = Clock(), []
    for who, said in turns:
        label = f"{LABELS[who]}: "
        for paragraph in said:
            for a, b, text in clock.cues(paragraph):
                times = f"{time(a, ',')} --> {time(b, ',')}"
                blocks.append(f"{len(blocks) + 1}\n{times}\n{label}{text}")
                label = ""
    return captions.read("\n\n".join(blocks).encode(), LISTED, "srt")


def entries(turns: list[Turn]) -> Source:
    """WhisperX's segments."""
    clock = Clock()
    found = [
        {"start": a, "end": b, "text": f" {text}", "speaker": LABELS[who]}
        for who, said in turns
        for paragraph in said
        for a, b, text in clock.cues(paragraph)
    ]
    return recognised.read(json.dumps({"segments": found}).encode(), LISTED)


def bold(turns: list[Turn]) -> Source:
    """Word: the label in a bold run, further paragraphs without one."""
    document = docx.Document()
    for who, said in turns:
        for number, one in enumerate(said):
            paragraph = document.add_paragraph()
            if number == 0:
                paragraph.add_run(f"{LABELS[who]}: ").bold = True
            paragraph.add_run(one)
    return saved(document)


def table(turns: list[Turn]) -> Source:
    """Word: a table with a row for each paragraph, the label in the first one of a turn."""
    document = docx.Document()
    made = document.add_table(rows=0, cols=2)
    for who, said in turns:
        for number, one in enumerate(said):
            cells = made.add_row().cells
            cells[0].text, cells[1].text = "" if number else LABELS[who], one
    return saved(document)


def saved(document: "docx.document.Document") -> Source:
    """Read what Word would have saved."""
    buffer = io.BytesIO()
    document.save(buffer)
    return word.read(buffer.getvalue(), LISTED)


RENDERED = (colon, stamped, alone, voices, subtitles, entries, bold, table)
"""Every layout in which a conversation can be written here."""


@pytest.mark.parametrize("render", RENDERED, ids=lambda f: f.__name__)
@settings(max_examples=30, deadline=None)
@given(turns=conversations())
def test_rendered_and_read_back(render: Callable[[list[Turn]], Source], turns: list[Turn]):
    """Speakers, paragraphs, order and turns survive every layout, and nothing is dropped."""
    spoken = speech(render(turns).pieces, LISTED)
    read = segments(spoken.said, 2.0, LISTED)
    told = [(number, who, one) for number, (who, said) in enumerate(turns, start=1) for one in said]
    assert [(one.turn, one.speaker, one.text) for one in read] == told
    assert not spoken.dropped
    assert not spoken.unknown
    assert not spoken.unsure


TIMES = r"[\[(]?\b\d+:\d\d(?::\d\d)?\b[\])]?"
FRAGMENTS = st.sampled_from(
    (
        *("Interviewer:", "P07:", "p07", "Ann (phone):", "Interviewer", "Wife:", "Date:"),
        *("[00:01:02]", "00:01:02", "(1:02)", "10:30", "[laughs]", "[End of recording]", "-----"),
        *("So I said:", "hello.", "Monday", "two;", "\t", "   ", "-", "I: ", "END", "Page 2"),
    )
)
LINES = st.lists(st.lists(FRAGMENTS, max_size=4).map(" ".join), min_size=1, max_size=9)


@settings(max_examples=300, deadline=None)
@given(lines=LINES)
def test_nothing_vanishes_uncounted(lines: list[str]):
    """Each line, however odd, is speech to its end, a label or a time alone, or counted as dropped.

    The exception is a transcript in which no listed label was found: that is an error by itself.
    """
    source = plain.read("\n".join(lines).encode(), LISTED)
    spoken = speech(source.pieces, LISTED)
    if not spoken.styles:
        return
    said = {one.place: one.text for one in spoken.said}
    for piece in source.pieces:
        text = " ".join(piece.text.split())
        if piece.place in spoken.dropped:
            assert piece.place not in said
        elif piece.place in said:
            if not text.endswith(said[piece.place]):
                text = " ".join(text.replace("[00:01:02]", "").split())  # no speech, and counted
            assert text.endswith(said[piece.place])
            before = text.removesuffix(said[piece.place]).strip(" :-\t")
            assert not before or key(re.sub(TIMES, "", before)) in {*LISTED, ""}
        else:
            assert key(re.sub(TIMES, "", text)) in {*LISTED, ""}
    assert spoken.dropped <= spoken.read
