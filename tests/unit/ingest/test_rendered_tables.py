"""A conversation rendered as table, captions or JSON comes back; odd bytes are explained."""

import csv
import io
import json
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from xml.sax.saxutils import escape

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.ingest.labels import Speaker
from verbatim.ingest.pieces import Source
from verbatim.ingest.readers import READERS, read_source
from verbatim.ingest.segments import segments
from verbatim.ingest.speech import speech
from verbatim.ingest.unreadable import Unreadable

LABELS = {"interviewer": "Interviewer", "participant": "P07", "other": "Ann (phone)"}
LISTED = {
    "interviewer": Speaker("Interviewer", "interviewer", ""),
    "p07": Speaker("P07", "participant", "P07"),
    "ann (phone": Speaker("Ann (phone)", "other", ""),
}
SPOKEN = (
    *("we", "they", "said", "yes:", "no.", "10:30", "Monday", "café", "[laughs]", "(pause)"),
    *('"so"', "a, b;", "| c", "“so”", "–", "I'm…", "two;", "four,", "home", "5", "text", "&amp;"),
)
WORDS = st.lists(st.sampled_from(SPOKEN), min_size=1, max_size=8).map(" ".join)
PARAGRAPHS = st.lists(WORDS.map(lambda words: f"Well {words}, then."), min_size=1, max_size=3)

Turn = tuple[str, list[str]]


@st.composite
def conversations(draw: st.DrawFn) -> list[Turn]:
    """Turns of alternating speakers."""
    speakers = draw(st.lists(st.sampled_from(sorted(LABELS)), min_size=1, max_size=7))
    order = [who for who, before in zip(speakers, ["", *speakers], strict=False) if who != before]
    return [(who, draw(PARAGRAPHS)) for who in order]


def rows(turns: list[Turn], *, repeat: bool) -> list[tuple[str, str, str]]:
    """Begin, label and speech of each paragraph, the label in each row or in a turn's first."""
    found = []
    for who, said in turns:
        for at, one in enumerate(said):
            found.append((f"0:{len(found):02}:00", LABELS[who] if repeat or not at else "", one))
    return found


def delimited(turns: list[Turn], separator: str, header: list[str], encoding: str) -> Source:
    """A row for each paragraph, quoted where it must be."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=separator)
    writer.writerows([header] if header else [])
    writer.writerows(rows(turns, repeat=not header))
    return read_source(buffer.getvalue().encode(encoding), "a.csv", LISTED)


def paragraphs(turns: list[Turn]) -> Source:
    """A row for each turn, a line of the cell for each paragraph."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(["Sprecher", "Text"])
    writer.writerows([LABELS[who], "\n".join(said)] for who, said in turns)
    return read_source(buffer.getvalue().encode(), "a.csv", LISTED)


def workbook(turns: list[Turn]) -> Source:
    """An Excel workbook."""
    book = openpyxl.Workbook()
    for row in [("Time", "Speaker", "Text"), *rows(turns, repeat=False)]:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return read_source(buffer.getvalue(), "a.xlsx", LISTED)


def cues(turns: list[Turn]) -> list[tuple[int, int, str, str]]:
    """Begin, end, label and word: a second each, 3 s of pause before a new paragraph."""
    now, found = 0, []
    for who, said in turns:
        for one in said:
            now += 3
            for word in one.split():
                found.append((now, now + 1, LABELS[who], word))
                now += 1
    return found


def sbv(turns: list[Turn]) -> Source:
    """YouTube's captions, with the label at each change of speaker."""
    blocks, before = [], ""
    for start, end, who, word in cues(turns):
        label = "" if who == before else f"{who}: "
        times = ",".join(f"0:{at // 60:02}:{at % 60:02}.000" for at in (start, end))
        blocks.append(f"{times}\n{label}{word}")
        before = who
    return read_source("\n\n".join(blocks).encode(), "a.sbv", LISTED)


def ttml(turns: list[Turn]) -> Source:
    """TTML with agents."""
    body = "".join(
        f'<p begin="{start}s" dur="{end - start}s" ttm:agent="{who[0]}">{escape(word)}</p>'
        for start, end, who, word in cues(turns)
    )
    agents = "".join(
        f'<ttm:agent xml:id="{who[0]}"><ttm:name>{who}</ttm:name></ttm:agent>'
        for who in LABELS.values()
    )
    text = (
        '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata">'
        f"<head>{agents}</head><body><div>{body}</div></body></tt>"
    )
    return read_source(text.encode(), "a.ttml", LISTED)


def rolling(turns: list[Turn]) -> Source:
    """YouTube's window: the word before above the new one, then the new one alone for 10 ms."""
    blocks, before, last = ["WEBVTT"], "", ""
    for start, end, who, word in cues(turns):
        line = escape(word if who == before else f"{who}: {word}")
        upper = last or " "
        blocks += [
            f"00:{start // 60:02}:{start % 60:02}.000 --> 00:{end // 60:02}:{end % 60:02}.000\n"
            f"{upper}\n{line}",
            f"00:{end // 60:02}:{end % 60:02}.000 --> 00:{end // 60:02}:{end % 60:02}.010\n"
            f"{line}\n ",
        ]
        before, last = who, line
    return read_source("\n\n".join(blocks).encode(), "a.vtt", LISTED)


def monologues(turns: list[Turn]) -> Source:
    """Rev AI's JSON."""
    found = [
        {"speaker": who, "elements": [{"type": "text", "value": word, "ts": start, "end_ts": end}]}
        for start, end, who, word in cues(turns)
    ]
    return read_source(json.dumps({"monologues": found}).encode(), "a.json", LISTED)


RENDERINGS: list[Callable[[list[Turn]], Source]] = [
    *(
        partial(delimited, separator=one, header=["Time", "Name", "Utterance"], encoding="utf-16")
        for one in ",;\t|"
    ),
    partial(delimited, separator=";", header=[], encoding="utf-8-sig"),
    *(paragraphs, workbook, sbv, ttml, rolling, monologues),
]


@pytest.mark.parametrize("render", RENDERINGS, ids=range(len(RENDERINGS)))
@settings(max_examples=20, deadline=None)
@given(turns=conversations())
def test_rendered_and_read_back(render: Callable[[list[Turn]], Source], turns: list[Turn]):
    """Speakers, paragraphs, order and turns survive every layout, and nothing is dropped."""
    source = render(turns)
    spoken = speech(source.pieces, LISTED)
    read = segments(spoken.said, 2.0, LISTED)
    told = [(number, who, one) for number, (who, said) in enumerate(turns, start=1) for one in said]
    assert [(one.turn, one.speaker, one.text) for one in read] == told
    assert not spoken.dropped
    assert not spoken.unknown


BITS = st.sampled_from(
    (
        *("speaker", "text", "P07", "Interviewer:", "0:01", "9:99", "12345", "\n", "\r\n", "\t"),
        *(",", ";", "|", '"', '""', "sep=;\n", "\x00", "\ufeff", "é", "a b c", "-->", "WEBVTT\n"),
        *("00:00:01.000 --> 00:00:02.000\n", "\n\n", "1\n", "<v P07>", "<tt>", "<p begin='1s'>"),
        *("</p>", "</tt>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "NOTE", "♪", ">>", "- ", "{"),
        *('{"segments": [', '"text": ', "}", "]", "0:00:01.000,0:00:02.000\n", "1e999", "#"),
    )
)
ENDINGS = (".csv", ".tsv", ".xlsx", ".vtt", ".srt", ".sbv", ".ttml", ".json", ".txt")


@settings(max_examples=30, deadline=None)
@given(bits=st.lists(BITS, max_size=30), encoding=st.sampled_from(("utf-8", "utf-16", "cp1252")))
def test_odd_text_is_read_or_explained(bits: list[str], encoding: str):
    """Whatever a file holds, each reader gives pieces or one clear error."""
    content = "".join(bits).encode(encoding, "ignore")
    for ending in ENDINGS:
        assert ending in READERS
        with suppress(Unreadable):
            speech(read_source(content, f"a{ending}", LISTED).pieces, LISTED)
