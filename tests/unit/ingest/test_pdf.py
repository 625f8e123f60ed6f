"""PDFs with a text layer: what a page shows is read as a person would read it."""

import contextlib
import io
import zlib
from pathlib import Path

import pypdf
import pypdf.annotations
import pypdf.generic
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbatim.errors import StudyError, StudyErrors
from verbatim.ingest import pdf
from verbatim.ingest.labels import Speaker
from verbatim.ingest.segments import segments
from verbatim.ingest.speech import speech
from verbatim.ingest.unreadable import Unreadable

FIXTURES = Path(__file__).parents[2] / "fixtures/ingest/pdf"
LISTED = {
    "interviewer": Speaker("Interviewer", "interviewer", ""),
    "participant": Speaker("Participant", "participant", "P07"),
    "speaker 1": Speaker("Speaker 1", "other", ""),
}
FONTS = {"F": "Courier", "B": "Courier-Bold"}
WIDTH = 6.0
"""Of each character of Courier at 10 points, by Adobe's metrics (600 of 1000)."""

Shown = tuple[float, float, str]
"""Text at a place, in points from the left and from the bottom; "*" before it makes it bold."""


def written(*pages: list[Shown], encoding: str = "cp1252", more: bytes = b"") -> bytes:
    """Write a PDF by the specification (ISO 32000): Courier of 10 points at these places."""
    objects = ["", ""]
    kids = []
    for page in pages:
        parts = [more]
        for x, y, text in page:
            font, words = ("B", text[1:]) if text.startswith("*") else ("F", text)
            shown = words.encode(encoding).hex()
            parts.append(f"BT /{font} 10 Tf {x} {y} Td <{shown}> Tj ET".encode())
        content = b"\n".join(parts).decode("latin-1")
        kids.append(f"{len(objects) + 2} 0 R")
        objects += [
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 440 800] /Contents {len(objects) + 1} 0 R"
            f" /Resources << /Font << {_fonts()} >> /XObject << /I {_image()} >> >> >>",
        ]
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _assembled(objects)


def _fonts() -> str:
    return " ".join(
        f"/{key} << /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
        for key, name in FONTS.items()
    )


def _image() -> str:
    return "90 0 R"


def _assembled(objects: list[str]) -> bytes:
    """Number the objects, and write the table of their places."""
    picture = zlib.compress(bytes(100)).decode("latin-1")
    image = (
        "<< /Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray "
        f"/BitsPerComponent 8 /Filter /FlateDecode /Length {len(picture)} >>"
        f"\nstream\n{picture}\nendstream"
    )
    numbered = [*enumerate(objects, start=1), (90, image)]
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in numbered:
        places[number] = len(out)
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += f"{number} 1\n{place:010} 00000 n \n".encode()
    out += f"trailer << /Size 91 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def down(*texts: str, x: float = 50, y: float = 700, step: float = 12) -> list[Shown]:
    """Lines one below the other; an empty one leaves half a line free."""
    shown = []
    for text in texts:
        y -= step if text else step / 2
        if text:
            shown.append((x, y, text))
    return shown


def said(content: bytes) -> list[tuple[str, str]]:
    """Role and text of each paragraph."""
    spoken = speech(pdf.read(content, LISTED).pieces, LISTED)
    return [(one.speaker, one.text) for one in segments(spoken.said, 2.0, LISTED)]


LONG = [
    "Participant: We walked to the old mill and back, and",
    "then the rain began, so that we had to wait in the",
    "barn. It was cold.",
]
LONG_SAID = (
    "participant",
    "We walked to the old mill and back, and then the rain began, so that we had to wait in the "
    "barn. It was cold.",
)
ASKED = ("interviewer", "What then?")


def test_full_lines_go_on_and_short_ones_end_a_paragraph():
    """Without any gap, a line that had room for the next word ends its paragraph."""
    shown = down(*LONG, "Nobody spoke.", "Interviewer: What then?", *LONG)
    assert said(written(shown)) == [LONG_SAID, ("participant", "Nobody spoke."), ASKED, LONG_SAID]


def test_gap_parts_paragraphs_although_the_line_is_full():
    """A full line at the end of a paragraph ends it where paragraphs are set apart."""
    full = "and so it was, and so it is, and will be for ever."
    shown = down(*LONG, "", "Interviewer: What then?", "", *LONG[:2], full, "", "Then we slept.")
    assert said(written(shown))[-2:] == [
        ("participant", LONG_SAID[1].replace("barn. It was cold.", full)),
        ("participant", "Then we slept."),
    ]


def test_first_lines_indented_begin_paragraphs():
    """Where paragraphs begin indented, an indented line begins one although the last was full."""
    full = "orchard with all of them, and there it had been dry."
    block = LONG
    shown: list[Shown] = []
    y = 700.0
    for lines in (block, ["Nobody spoke."], [*block[:2], full], ["Then slept."], block, block):
        for at, line in enumerate(lines):
            y -= 12
            shown.append((68 if at == 0 else 50, y, line))
    texts = [text for _, text in said(written(shown))]
    assert texts[2].endswith(full)
    assert texts[3] == "Then slept."


def test_paragraph_goes_on_over_the_end_of_a_page():
    """A full last line goes on on the next page; a short one does not."""
    first = written(down(*LONG[:2], y=80), down(LONG[2], "Interviewer: What then?"))
    assert said(first) == [LONG_SAID, ASKED]
    second = written(down(*LONG, y=80), down("Nobody spoke.", *LONG))
    assert said(second)[:2] == [LONG_SAID, ("participant", "Nobody spoke.")]


def test_unlisted_speaker_behind_a_full_line_is_an_error(read):
    """Who is not listed is never read on in the paragraph of somebody else."""
    shown = down(*LONG[:2], "Daughter: I was there too, and saw it all, you know,", *LONG)
    with pytest.raises((StudyError, StudyErrors), match="unknown speaker label"):
        read("a.pdf", written(shown))


def test_place_is_page_and_line():
    """A piece says on which page and line it begins, margins not counted."""
    pages = [
        [(50, 770, f"Page {page} of 2"), *down(*LONG, "Interviewer: Hm.", y=700 - 17 * page)]
        for page in (1, 2)
    ]
    places = [piece.place for piece in pdf.read(written(*pages), LISTED).pieces]
    assert places == ["page 1, line 1", "page 1, line 4", "page 2, line 1", "page 2, line 4"]


def rows(*texts: tuple[str, str], left: float = 50, right: float = 160) -> list[Shown]:
    """Lines of a table without lines: label and speech."""
    shown: list[Shown] = []
    for number, (label, text) in enumerate(texts):
        y = 700 - 12.0 * number
        shown += [(x, y, one) for x, one in ((left, label), (right, text)) if one]
    return shown


TABLE = [
    ("Interviewer", "What was it like?"),
    ("Participant", "We walked to the old mill and back, and then the"),
    ("", "rain began, so that we waited."),
    ("", "Nobody spoke."),
    ("Interviewer", "And then?"),
    ("Participant", "We slept."),
]
TABLE_SAID = [
    ("interviewer", "What was it like?"),
    (
        "participant",
        "We walked to the old mill and back, and then the rain began, so that we waited.",
    ),
    ("participant", "Nobody spoke."),
    ("interviewer", "And then?"),
    ("participant", "We slept."),
]


@pytest.mark.parametrize("colon", ["", ":"])
def test_labels_in_a_column_of_their_own(colon):
    """Label at the left, speech in a column beside it: read row by row."""
    content = written(rows(*((label and label + colon, text) for label, text in TABLE)))
    assert said(content) == TABLE_SAID


def test_label_broken_by_its_narrow_column():
    """A label on two lines of its cell is one label where that is a listed one."""
    shown = rows(
        *TABLE, ("Speaker", "I was there too, I can tell you, and I saw it"), ("1", "all.")
    )
    assert said(written(shown))[-1] == (
        "other",
        "I was there too, I can tell you, and I saw it all.",
    )


def test_unlisted_label_in_its_column_is_an_error(read):
    """Who speaks in a column of labels and is not listed is never taken for somebody else."""
    with pytest.raises((StudyError, StudyErrors), match="unknown speaker label"):
        read("a.pdf", written(rows(*TABLE, ("Neighbour", "I was there too."))))


def test_times_and_labels_in_columns(read):
    """A time in a column of its own is the begin of its row."""
    shown = []
    for number, (label, text) in enumerate(TABLE):
        y = 700 - 12.0 * number
        time = f"00:00:0{number}" if label else ""
        shown += [(x, y, one) for x, one in ((50, time), (130, label), (240, text)) if one]
    reading = read("a.pdf", written(shown))
    assert reading.said == TABLE_SAID
    assert reading.table["start"].dropna().tolist() == [0.0, 1.0, 4.0, 5.0]


def test_two_columns_are_read_one_after_the_other():
    """The left column is read to its end before the right one; a title across stays on top."""
    left = ["Interviewer: What was it", "like in the old mill, and", "who was there with you on"]
    left += ["that day in the spring of", "the year?", "Participant: Me.", "Nobody spoke."]
    right = ["Interviewer: And then, if", "you remember, what did it", "all come to in the end of"]
    right += ["that day?", "Participant: We slept and", "went home, all of us, and", "that was it."]
    shown = [(150.0, 740.0, "A conversation about the old mill by the river")]
    shown += [*down(*left), *down(*right, x=230, y=697)]
    assert said(written(shown)) == [
        (
            "interviewer",
            "What was it like in the old mill, and who was there with you on that day in the "
            "spring of the year?",
        ),
        ("participant", "Me."),
        ("participant", "Nobody spoke."),
        (
            "interviewer",
            "And then, if you remember, what did it all come to in the end of that day?",
        ),
        ("participant", "We slept and went home, all of us, and that was it."),
    ]


@pytest.mark.parametrize(
    ("head", "foot", "numbers", "heads"),
    [
        ("The mill study", "{page}", 3, 3),
        ("Transcript, page {page}", "confidential", 0, 6),
        ("12/03/2021, 10:30\tThe mill study", "Page {page} of 3", 3, 3),
        ("The mill study", "- {page} -", 3, 3),
        ("", "{page}/3", 3, 0),
    ],
)
def test_heads_and_feet_are_left_aside_and_counted(head, foot, numbers, heads):
    """What stands at the same height of each page, alike or counting, is no speech."""
    pages = [
        [
            *([(50, 770, head.format(page=page))] if head else []),
            *down(*LONG, "Interviewer: What then?", y=700 - 17 * page),
            (280, 30, foot.format(page=page)),
        ]
        for page in (1, 2, 3)
    ]
    source = pdf.read(written(*pages), LISTED)
    assert [piece.text for piece in source.pieces] == [
        "Participant: " + LONG_SAID[1],
        "Interviewer: What then?",
    ] * 3
    beside = [piece for piece in source.left if piece.aside]
    assert len(beside) == numbers + heads
    assert len({piece.place for piece in beside}) == numbers + heads
    assert (source.changes["page number"], source.changes["running head or foot"]) == (
        numbers,
        heads,
    )


def test_speech_at_the_same_height_is_no_head():
    """The same words at the top of two pages are speech where nothing sets them apart."""
    first = down("Participant: Yes.", "Interviewer: What then?", *LONG)
    content = written(first, down("Participant: Yes.", *LONG, "Interviewer: What then?"))
    assert not pdf.read(content, LISTED).left
    assert said(content).count(("participant", "Yes.")) == 2


def test_label_and_time_at_the_same_height_are_no_head():
    """A line that begins with a listed label and a time is speech, though each page has one."""
    pages = [
        down(f"Interviewer  0:{10 * page}", "", "What then?", "", "Participant: So.", *LONG)
        for page in (1, 2, 3)
    ]
    assert said(written(*pages)).count(("interviewer", "What then?")) == 3


@pytest.mark.parametrize(
    ("every", "restarts", "x"), [(1, True, 30), (1, False, 30), (5, False, 24), (1, True, 438)]
)
def test_line_numbers_are_left_aside_and_counted(every, restarts, x):
    """Numbers that rise in the margin, left or right, are no speech."""
    pages, number, count = [], 0, 0
    for at in range(3):
        number = 0 if restarts else number
        y = 700 - 17 * at
        page = down(*LONG, "Interviewer: What then?", *LONG, "Interviewer: What then?", y=y)
        for _, y, _ in list(page):
            number += 1
            if number % every == 0:
                page.append((x - WIDTH * len(str(number)), y, str(number)))
                count += 1
        pages.append(page)
    content = written(*pages)
    assert said(content) == [LONG_SAID, ASKED] * 6
    source = pdf.read(content, LISTED)
    assert source.changes["line number"] == count
    assert [piece.place[-6:] for piece in source.left] == ["page 1", "page 2", "page 3"]
    assert sum(len(piece.text.split()) for piece in source.left) == count


def test_numbers_that_are_said_stay():
    """Numbers at the beginning of lines that do not rise evenly are speech."""
    shown = down("Participant: One was", "7", "Interviewer: And the other?", "Participant:", "12")
    assert "7" in [text for _, text in said(written(shown))]


HYPHENS = [
    ("in the gar-", "den, it was", "in the garden, it was", "a part that is no word"),
    ("it was well-", "known to all", "it was well-known to all", "two words, met in no other way"),
    ("the Anglo-", "Saxon wall", "the Anglo-Saxon wall", "a capital follows"),
    ("it is in 1990-", "1995, or so", "it is in 1990-1995, or so", "a figure follows"),
    ("I got an e-", "mail of him", "I got an e-mail of him", "one letter before"),
    ("it was so th-", "there, no", "it was so th- there, no", "broken off and said again"),
    ("near Brock-", "hurst they", "near Brockhurst they", "met elsewhere in the file"),
]


@pytest.mark.parametrize(("end", "begin", "whole", "reason"), HYPHENS, ids=lambda case: case[:12])
def test_hyphens_at_line_ends(end, begin, whole, reason):
    """A hyphen that only breaks a word goes, one that belongs to it stays; both are counted."""
    begun = "Participant: We all walked to that old mill, and " + end
    shown = down(begun, begin + ".", "Interviewer: In Brockhurst?", "Participant: Yes.")
    source = pdf.read(written(shown), LISTED)
    assert source.pieces[0].text.endswith(whole + "."), reason
    kinds = {kind for kind in source.changes if kind.startswith("hyphen")}
    assert len(kinds) == 1


def test_bold_labels():
    """The length of the bold beginning is told, so that a label without colon is one."""
    shown = [
        (50, 700, "*Interviewer"),
        (50 + 12 * WIDTH, 700, "What was it like?"),
        (50, 680, "*Participant"),
        (50 + 12 * WIDTH, 680, "Like a mill."),
    ]
    pieces = pdf.read(written(shown), LISTED).pieces
    assert [piece.bold for piece in pieces] == [len("Interviewer"), len("Participant")]
    assert said(written(shown)) == [
        ("interviewer", "What was it like?"),
        ("participant", "Like a mill."),
    ]


def test_page_turned_by_a_quarter():
    """A page that is stored on its side is read as it is shown."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(written(down(*LONG, "Interviewer: What then?"))))
    page = writer.pages[0]
    page.add_transformation(pypdf.Transformation().rotate(90).translate(800, 0))
    page.mediabox.upper_right = (800, 440)
    page.rotate(90)
    buffer = io.BytesIO()
    writer.write(buffer)
    assert said(buffer.getvalue()) == [LONG_SAID, ASKED]


def test_comments_are_kept_beside_the_speech():
    """A comment upon a page is no speech; its author and words are told apart from it."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(written(down(*LONG))))
    note = pypdf.annotations.Text(rect=(50, 500, 90, 540), text="Compare with\nthe diary.")
    note[pypdf.generic.NameObject("/T")] = pypdf.generic.TextStringObject("Coder 2")
    writer.add_annotation(0, note)
    buffer = io.BytesIO()
    writer.write(buffer)
    source = pdf.read(buffer.getvalue(), LISTED)
    assert [(one.author, one.text) for one in source.comments] == [
        ("Coder 2", "Compare with the diary.")
    ]
    assert [piece.text for piece in source.left] == ["Compare with the diary."]
    assert said(buffer.getvalue()) == [LONG_SAID]


def locked() -> bytes:
    """A PDF with a password."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(written(down(*LONG))))
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


SCAN = b"q 440 0 0 800 0 0 cm /I Do Q"
WHOLE = written(down(*LONG))
REFUSED = [
    (locked(), "a PDF with a password", "password", ""),
    (written([], [], more=SCAN), "a scan", "OCR", ""),
    (WHOLE[: len(WHOLE) // 2], "a damaged PDF", "copy the file again", ""),
    (b"%PDF-1.7\nnothing\n%%EOF", "a damaged PDF", "copy the file again", ""),
    (written([]), "a PDF without any text", "OCR", ""),
    (written(down("\x01\x05\x03\x04 \x01\x05\x04", y=300)), "have no meaning", "export it", ""),
    (written([], more=b"0 0 m 9 9 l S\n" * 300), "drawn as shapes", "export it", "page 1"),
]


@pytest.mark.parametrize(
    ("content", "found", "hint", "place"), REFUSED, ids=[case[1] for case in REFUSED]
)
def test_what_cannot_be_read_is_said(content, found, hint, place):
    """A PDF without readable text is refused with the reason and what to do."""
    with pytest.raises(Unreadable) as caught:
        pdf.read(content, LISTED)
    assert found in caught.value.found
    assert hint in caught.value.hint
    assert caught.value.place == place


def test_scanned_page_among_others_is_refused():
    """One page without its text would be speech lost without a word."""
    writer = pypdf.PdfWriter()
    for one in (written(down(*LONG, *LONG)), written([], more=SCAN)):
        writer.append(io.BytesIO(one))
    buffer = io.BytesIO()
    writer.write(buffer)
    with pytest.raises(Unreadable) as caught:
        pdf.read(buffer.getvalue(), LISTED)
    assert caught.value.place == "page 2"


SPOKEN = ("we", "they", "said", "yes:", "10:30", "Monday", "café", "[laughs]", "“so”", "–", "I'm")
SPOKEN += ("two;", "four,", "home", "well-being", "neighbourhood")
WORDS = st.lists(st.sampled_from(SPOKEN), min_size=1, max_size=30).map(" ".join)
TURNS = st.lists(
    st.tuples(
        st.sampled_from(["Interviewer", "Participant"]),
        # A capital and a full stop: no bare label, time or mark.
        st.lists(WORDS.map(lambda words: f"Well {words}, then."), min_size=1, max_size=3),
    ),
    min_size=1,
    max_size=6,
)


def broken(text: str, width: int) -> list[str]:
    """Break a paragraph into lines, as programs do, at blanks."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + 1 + len(word) > width and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def set_out(turns: list[tuple[str, list[str]]], *, table: bool) -> bytes:
    """Set a conversation on pages of 40 lines, in a column of labels or with colons."""
    lines: list[tuple[str, str]] = []
    for label, paragraphs in turns:
        for number, paragraph in enumerate(paragraphs):
            head = "" if number else label
            text = paragraph if table or number else f"{label}: {paragraph}"
            for at, line in enumerate(broken(text, 44 if table else 60)):
                lines.append((head if table and at == 0 else "", line))
            lines.append(("", ""))
    pages = []
    for begin in range(0, len(lines), 40):
        page: list[Shown] = []
        for at, (label, line) in enumerate(lines[begin : begin + 40]):
            y = 740 - 14.0 * at
            left = 170 if table else 50
            page += [(x, y, one) for x, one in ((50, label), (left, line)) if one]
        pages.append(page or [(50, 30, "-----")])
    return written(*pages)


@pytest.mark.parametrize("table", [False, True])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(turns=TURNS)
def test_conversation_set_out_and_read_back(turns, table):
    """Words, speakers and order survive; paragraphs too, but where a page ends in a full line."""
    told = [(label.lower(), text) for label, texts in turns for text in texts]
    read = said(set_out(turns, table=table))
    assert [role for role, text in read for _ in text.split()] == [
        role for role, text in told for _ in text.split()
    ]
    assert " ".join(text for _, text in read) == " ".join(text for _, text in told)
    if sum(len(broken(text, 35)) + 1 for _, text in told) <= 40:
        assert read == told


@settings(max_examples=30, deadline=None)
@given(
    flips=st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 255)), max_size=30),
    cut=st.none() | st.integers(0, 10**6),
)
def test_damaged_bytes_raise_nothing_else(flips, cut):
    """Whatever was done to the bytes, they are read or refused in plain words."""
    content = bytearray(written(down(*LONG), rows(*TABLE)))
    for at, bits in flips:
        content[at % len(content)] ^= bits
    if cut is not None:
        content = content[: cut % len(content)] + b"\n%%EOF"
    with contextlib.suppress(Unreadable):
        pdf.read(bytes(content), LISTED)


GARDEN = [
    (
        "interviewer",
        "Thank you for coming in. Could you tell me how the garden came about, and who looked "
        "after it in those first years?",
    ),
    (
        "participant",
        "It was my aunt's doing, really. She had the key to the yard behind the old dairy, and one "
        "spring she carried out four barrels and filled them with earth from the river.",
    ),
    (
        "participant",
        "Nobody minded. By the summer there were beans up the drainpipe, and the neighbours came "
        "down with chairs in the evening.",
    ),
    ("interviewer", "And when did the school join in?"),
    (
        "participant",
        "Two years on. The teacher, a tall man with a well-worn coat, asked whether the children "
        "could have a corner of it. We gave them the sunny one, and they grew radishes, which "
        "nobody ate.",
    ),
    (
        "participant",
        "I still have the list of who watered on which day. [laughs] Half of it is crossed out.",
    ),
]


@pytest.mark.parametrize(
    ("name", "left_aside"),
    [
        ("writer_margins.pdf", {"line number": 13, "page number": 2, "running head or foot": 2}),
        ("chromium_table.pdf", {}),
    ],
)
def test_files_of_real_programs(name, left_aside):
    """What LibreOffice and Chromium printed comes out as it was written, and the rest is counted.

    LibreOffice: a head, page numbers at the foot, numbered lines. Chromium: a table without
    lines whose labels stand at half the height of their rows, one row broken by a page.
    """
    content = (FIXTURES / name).read_bytes()
    assert said(content) == GARDEN
    assert dict(pdf.read(content, LISTED).changes) == left_aside


@pytest.mark.parametrize(
    ("given", "heard", "without"),
    [("D83DDE00", "fine 😀 yes", 0), ("D83D", "fine yes", 1)],
    ids=["an emoji, as UTF-16 writes it", "half of one"],
)
def test_characters_beyond_sixteen_bits(given, heard, without):
    """A font names an emoji by a pair of numbers (ISO 32000, 9.10.3); half of it means nothing."""
    made = pypdf.PdfWriter(io.BytesIO(written(down("Participant: fine ~ yes"))))
    names = pypdf.generic.StreamObject()
    names.set_data(f"1 beginbfchar <7E> <{given}> endbfchar".encode())
    font = made.pages[0]["/Resources"]["/Font"]["/F"]
    font[pypdf.generic.NameObject("/ToUnicode")] = made._add_object(names)
    content = io.BytesIO()
    made.write(content)
    source = pdf.read(content.getvalue(), LISTED)
    assert [piece.text for piece in source.pieces] == [f"Participant: {heard}"]
    assert source.changes["shape without a character"] == without


def test_text_written_from_the_right():
    """Arabic that Chromium printed, with a name in Latin letters, comes out as it was written."""
    listed = {"الباحث": Speaker("الباحث", "interviewer", "")}
    pieces = pdf.read((FIXTURES / "chromium_arabic.pdf").read_bytes(), listed).pieces
    assert [" ".join(piece.text.split()) for piece in pieces] == [
        "الباحث: كيف كان العمل في الحديقة خلال السنوات الأولى، ومن ساعدكم في ذلك؟",
        "المشارك: كان العمل صعباً في البداية، ثم جاء الجيران وساعدونا كثيراً في كل شيء، "
        "وكنا ١٢ معاً في Baghdad Garden Club.",
        "الباحث: وماذا بعد 2019؟",
    ]
