"""Documents written by other programs, and a conversation written in each of their formats."""

import contextlib
import html as escapes
import io
import random
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.ingest.labels import Speaker
from verbatim.ingest.pieces import Source
from verbatim.ingest.readers import read_source
from verbatim.ingest.segments import segments
from verbatim.ingest.speech import speech
from verbatim.ingest.unreadable import Unreadable

FIXTURES = Path(__file__).parents[2] / "fixtures/ingest"
LABELS = {"interviewer": "Interviewer", "participant": "Participant"}
LISTED = {label.lower(): Speaker(label, role, role[0]) for role, label in LABELS.items()}

TOLD = [
    ("interviewer", "How is it going?"),
    ("participant", "Well. Mostly fine, да 😀. At the café."),
    ("participant", "Not on Mondays, [laughs] <loud> 10% *never*."),
    ("interviewer", "And now?"),
    ("participant", "No."),
    ("participant", "Never."),
    ("interviewer", "Why?"),
]
"""What was written into word.docx, see the README beside it."""

SHOWN = {"Not on": "Not secretly on"}
"""pandoc does not know hidden text: it writes it as any other."""
UNTRACKED = {"Mostly": "MostlyHardly"}
"""LibreOffice's web pages show deleted text as any other."""
DELETED, HIDDEN = "deleted text of tracked changes left out", "hidden text left out"
SPACE = "non-breaking space"
WRITTEN = [
    ("word.docx", {}, 3, {DELETED, HIDDEN, SPACE}, True),
    ("libreoffice.docx", {}, 3, {DELETED, HIDDEN, SPACE}, True),
    ("libreoffice.odt", {}, 3, {DELETED, HIDDEN, SPACE}, True),
    ("libreoffice.rtf", {}, 3, {DELETED, HIDDEN, SPACE}, True),
    ("libreoffice.html", UNTRACKED, 2, {HIDDEN, SPACE}, False),
    ("pandoc.docx", SHOWN, 1, {SPACE}, False),
    ("pandoc.odt", SHOWN, 2, {SPACE}, False),
    ("pandoc.rtf", SHOWN, 1, {SPACE}, False),
    ("pandoc.html", SHOWN, 1, {SPACE}, False),
    ("pandoc.md", SHOWN, 1, {SPACE}, False),
]
"""File, what its program wrote otherwise, lines beside the body (header, footer, note, comment)."""


def said(content: bytes, name: str) -> list[tuple[str, str]]:
    """Role and words of each paragraph, as the room reads them."""
    return paragraphs(read_source(content, name, LISTED))


def paragraphs(source: Source) -> list[tuple[str, str]]:
    """Role and words of each paragraph of a source."""
    spoken = speech(source.pieces, LISTED)
    return [(one.speaker, one.text) for one in segments(spoken.said, 2.0, LISTED)]


def otherwise(changed: dict[str, str]) -> list[tuple[str, str]]:
    """What was told, as a program wrote it."""
    (pair,) = changed.items() or [("", "")]
    return [(role, told.replace(*pair) if pair[0] else told) for role, told in TOLD]


@pytest.mark.parametrize(
    ("name", "changed", "aside", "changes", "commented"), WRITTEN, ids=[case[0] for case in WRITTEN]
)
def test_documents_of_other_programs(name, changed, aside, changes, commented):
    """LibreOffice's and pandoc's files say what Word's says, and nothing goes uncounted."""
    content = (FIXTURES / name).read_bytes()
    assert said(content, name) == otherwise(changed)
    source = read_source(content, name, LISTED)
    assert len(source.left) == aside
    assert source.changes == dict.fromkeys(changes, 1)
    comment = [("paragraph 2", "Ada", "Ask again.")]
    assert source.comments == (comment if commented else [])


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_old_word_document():
    """An old Word document is read through LibreOffice, which is said, as Word's new one is."""
    content = (FIXTURES / "libreoffice.doc").read_bytes()
    source = read_source(content, "a.doc", LISTED)
    assert paragraphs(source) == TOLD
    assert source.format == "doc"
    assert source.changes["converted by LibreOffice"] == 1
    assert source.comments == [("paragraph 2", "Ada", "Ask again.")]


Turns = list[tuple[str, list[str]]]
SPOKEN = (
    *("we", "they", "said", "no.", "10:30", "Monday", "café", "[laughs]", "(pause)", "да", "😀"),
    *("“so”", "–", "I'm…", "two;", "{x}", "a\\b", "<loud>", "AT&T", "*so*", "1.", "#1", "_it_"),
)
WORDS = st.lists(st.sampled_from(SPOKEN), min_size=1, max_size=8).map(" ".join)
PARAGRAPHS = st.lists(WORDS.map(lambda words: f"Well {words}, then."), min_size=1, max_size=3)


@st.composite
def conversations(draw: st.DrawFn) -> Turns:
    """Turns of alternating speakers, the participant among them."""
    first = draw(st.sampled_from((0, 1)))
    roles = sorted(LABELS)
    return [(roles[(first + at) % 2], one) for at, one in enumerate(draw(st.lists(PARAGRAPHS)))] + [
        ("participant", draw(PARAGRAPHS))
    ]


def rtf(text: str) -> str:
    r"""Write text as the specification has it: signs escaped, others as `\u` with a fallback."""
    text = re.sub(r"([\\{}])", r"\\\1", text)
    units = text.encode("utf-16-le")
    codes = (int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2))
    return "".join(
        chr(one) if one < 128 else f"\\u{one - 65536 if one > 32767 else one}?" for one in codes
    )


def rich(turns: Turns) -> bytes:
    """Rich text, labels in bold."""
    lines = [
        (f"{{\\b {LABELS[who]}: }}" if at == 0 else "") + rtf(one) + "\\par"
        for who, told in turns
        for at, one in enumerate(told)
    ]
    return ("{\\rtf1\\ansi\\ansicpg1252\n" + "\n".join(lines) + "\n}").encode("ascii")


def rich_table(turns: Turns) -> bytes:
    """Rich text, a row for each turn."""
    rows = [
        f"\\trowd\\cellx900\\cellx9000\\pard\\intbl {LABELS[who]}\\cell "
        + "\\par ".join(map(rtf, told))
        + "\\cell\\row"
        for who, told in turns
    ]
    return ("{\\rtf1\\ansi " + "\n".join(rows) + "\\pard\\par}").encode("ascii")


def page(turns: Turns) -> bytes:
    """A web page, labels in bold, lines broken anywhere."""
    lines = [
        "<p>" + (f"<b>{LABELS[who]}:</b> " if at == 0 else "") + escapes.escape(one) + "</p>"
        for who, told in turns
        for at, one in enumerate(told)
    ]
    broken = "\n".join(lines).replace(" ", "\n   ").replace("<p>", "<p >")
    return f"<!doctype html><meta charset=utf-8><title>x</title>{broken}".encode()


def page_table(turns: Turns) -> bytes:
    """A web page with a table in a table that only lays out the page."""
    rows = "".join(
        f"<tr><td>{LABELS[who]}<td>" + "".join(f"<p>{escapes.escape(one)}" for one in told)
        for who, told in turns
    )
    return f"<html><table><tr><td>Menu<td><table>{rows}</table></table>".encode("utf-16")


def marked(turns: Turns) -> bytes:
    """Markdown, each sign that means something escaped, lines broken anywhere."""
    lines = [
        (f"**{LABELS[who]}:** " if at == 0 else "")
        + re.sub(r"([\\`*_{}\[\]<>()#+.!|&~-])", r"\\\1", one).replace(" said ", "\nsaid ")
        for who, told in turns
        for at, one in enumerate(told)
    ]
    return "\n\n".join(lines).encode()


def opened(turns: Turns) -> bytes:
    """OpenDocument, label in a bold span, blanks of the XML's layout between."""
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    names = " ".join(
        f'xmlns:{short}="{office}{long}:1.0"'
        for short, long in (
            *(("office", "office"), ("text", "text"), ("style", "style")),
            ("fo", "xsl-fo-compatible"),
        )
    )
    lines = "".join(
        "<text:p>"
        + (f'<text:span text:style-name="T1">{LABELS[who]}:</text:span>\n ' if at == 0 else "\n  ")
        + f"{escapes.escape(one)}</text:p>"
        for who, told in turns
        for at, one in enumerate(told)
    )
    content = (
        f"<office:document-content {names}><office:automatic-styles>"
        '<style:style style:name="T1" style:family="text">'
        '<style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>'
        f"<office:body><office:text>{lines}</office:text></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return buffer.getvalue()


RENDERED = [
    *((rich, ".rtf"), (rich_table, ".rtf"), (page, ".html"), (page_table, ".htm")),
    *((marked, ".md"), (opened, ".odt")),
]


@pytest.mark.parametrize(("write", "ending"), RENDERED, ids=[case[0].__name__ for case in RENDERED])
@settings(max_examples=25, deadline=None)
@given(turns=conversations())
def test_written_and_read_back(write, ending, turns):
    """Whoever speaks and whatever is said survives each format, to the letter."""
    told = [(who, one) for who, paragraphs in turns for one in paragraphs]
    assert said(write(turns), f"a{ending}") == told


SOUND = [(path.name, path.read_bytes()) for path in sorted(FIXTURES.glob("*.*"))]
SOUND = [(name, content) for name, content in SOUND if not name.endswith((".doc", "README.md"))]
SCRAPS = (
    *(b"{", b"}", b"\\", b"\\par", b"\\u-3913?", b"\\u55357?", b"\\bin9", b"\\'", b"\\*", b"\0"),
    *(b"\\cell", b"\\row", b"<", b">", b"<table>", b"</td>", b"<td>", b"&#xD800;", b"\xff"),
    *(b"**", b"\n", b"[^1]: ", b"1. ", b"|", b"```", b"<!--", b"\\ud", b"\\upr", b"\\intbl"),
)


@pytest.mark.parametrize(("name", "content"), SOUND, ids=[case[0] for case in SOUND])
def test_whatever_bytes_come(name, content):
    """Of a damaged document either the rest is read or one clear error says what is wrong."""
    chance = random.Random(name)  # noqa: S311  no secret
    for _ in range(40):
        damaged = bytearray(content)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(damaged))
            damaged[at : at + chance.randint(0, 3)] = chance.choice(SCRAPS)
        with contextlib.suppress(Unreadable):
            read_source(bytes(damaged), name, LISTED)


@pytest.mark.parametrize(("name", "content"), SOUND, ids=[case[0] for case in SOUND])
def test_parts_of_any_content(name, content):
    """Parts of an archive may hold anything: what is packed well need not be written well."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return
    chance = random.Random(name)  # noqa: S311  no secret
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    for damaged in parts:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for part, inside in parts.items():
                begin = chance.randrange(len(inside) + 1)
                other = inside[:begin] + inside[begin + chance.randint(0, 60) :]
                archive.writestr(part, other if part == damaged else inside)
        with contextlib.suppress(Unreadable):
            read_source(buffer.getvalue(), name, LISTED)
