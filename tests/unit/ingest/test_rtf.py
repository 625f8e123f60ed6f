"""Rich text, by the rules of its specification (1.9.1)."""

import pytest

from verbatim.ingest import rtf
from verbatim.ingest.labels import Speaker
from verbatim.ingest.unreadable import Unreadable

LISTED = {"ann": Speaker("Ann", "interviewer", "")}


def texts(body: str, encoding: str = "latin-1") -> list[str]:
    """Text of the pieces of a document with this body."""
    return [piece.text for piece in rtf.read(f"{{\\rtf1 {body}}}".encode(encoding), LISTED).pieces]


CASES = [
    (r"a\par b\line c", ["a", "b", "c"], "paragraphs and lines; the last one needs no end"),
    ("a\\\nb\\\r\nc", ["a", "b", "c"], "a backslash before a line end is one, as a Mac writes"),
    ("a b\r\nc", ["a bc"], "line ends of the file are none of the text"),
    (r"\'e9\'80", ["é€"], "bytes are Windows-1252 unless the file says otherwise"),
    (r"\mac\'8e", ["é"], "a Mac's code page"),
    (r"\ansicpg1251\'e4\'e0", ["да"], "the code page that the file names"),
    (r"{\fonttbl{\f1\fcharset204 A;}}\f1\'e4\'e0\plain\'e9", ["даé"], "a font's own"),
    (r"{\fonttbl\f0\fcharset128 A;}\f0\'82\'a0", ["あ"], "two bytes are one character"),
    (r"caf\u233?s \u-10179?\u-8704?.", ["cafés 😀."], "numbers above 32767 are negative"),
    (r"\uc2\u233\'c3\'a9s\uc0\u233 t", ["ését"], "as many repeat it as \\uc says"),
    (r"{\uc0 \u233}x\u233?y", ["éxéy"], "\\uc ends with its group"),
    (r"\u233\par b", ["é", "b"], "a control word repeats nothing: the paragraph ends"),
    (r"a\tab b\~c\_d\-e\emdash\ldblquote", ["a\tb c-de—“"], "signs"),
    (r"\\ \{ \}", ["\\ { }"], "escaped signs"),
    (r"{\*\unknown x}{\info{\title x}}{\pict\bin3 }}{}a", ["a"], "raw bytes may be braces"),
    (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}", ["link"], "a field's result"),
    (r"{\listtext 1.\tab}{\pntext 2.\tab}a", ["a"], "automatic numbers are layout"),
    (r"{\upr{x}{\*\ud{\u233?}}}", ["é"], "of two halves the one in Unicode"),
    (r"a{\v hidden}{\deleted gone\par}b", ["ab"], "hidden and deleted; a deleted end joins"),
    (r"\v hidden\plain a\v x\v0 b", ["ab"], "hidden until told otherwise"),
    (r"a}trailing rubbish", ["a"], "nothing follows the last brace"),
]


@pytest.mark.parametrize(("body", "told", "reason"), CASES, ids=[case[2] for case in CASES])
def test_text_is_what_the_specification_says(body, told, reason):
    """Each control word means what the specification says."""
    assert texts(body) == told, reason


def test_what_is_left_out_is_counted():
    """Notes, page lines, boxes and comments are counted as lines; hidden and deleted text apart."""
    source = rtf.read(
        rb"{\rtf1{\header page\par}{\footerf foot}a{\footnote note\par more}"
        rb"{\shp{\*\shpinst{\sp{\sn x}}{\shptxt box}}}{\v one {\b two}}b{\deleted three}"
        rb"{\*\atnid A}{\*\atnauthor Ada}{\*\annotation{\*\atndate 1}Ask.}}",
        LISTED,
    )
    assert [piece.text for piece in source.pieces] == ["ab"]
    assert len(source.left) == 6
    assert source.changes == {
        "hidden text left out": 1,
        "deleted text of tracked changes left out": 1,
    }
    assert source.comments == [("paragraph 1", "Ada", "Ask.")]


def test_bold_and_headings():
    """Bold type ends with its group or with plain type; headings are known by style or level."""
    pieces = rtf.read(
        rb"{\rtf1{\stylesheet{\s0 Normal;}{\s2\sbasedon0 heading 2,Part;}}"
        rb"{\b Ann: }a\par\b Ann:\b0  b\par\b Ann:\plain  c\par"
        rb"\pard\s2 d\par\pard\outlinelevel0 e\par\pard f}",
        LISTED,
    ).pieces
    assert [piece.bold for piece in pieces] == [5, 4, 4, 0, 0, 0]
    assert [piece.heading for piece in pieces] == [False, False, False, True, True, False]


def test_tables():
    """Rows of a table go to the same rule as Word's; what follows is a paragraph again."""
    row = r"\trowd\cellx1\cellx2\intbl {} \cell {}\cell\row "
    body = row.format("Ann", "Hi.\\par Ho.") + row.format("", "On.") + r"\pard After.\par"
    pieces = rtf.read(f"{{\\rtf1 {body}}}".encode(), LISTED).pieces
    assert [(one.label, one.text, one.place) for one in pieces] == [
        ("Ann", "Hi.", "table 1, row 1"),
        ("", "Ho.", "table 1, row 1"),
        ("", "On.", "table 1, row 2"),
        (None, "After.", "paragraph 1"),
    ]


def test_what_a_mac_writes():
    """TextEdit's files: fonts in one row, bold beside them, lines ended by a backslash."""
    content = (
        b"{\\rtf1\\ansi\\ansicpg1252\\cocoartf2639\n\\cocoatextscaling0{\\fonttbl\\f0\\fswiss"
        b"\\fcharset0 Helvetica;\\f1\\fswiss\\fcharset0 Helvetica-Bold;}\n{\\colortbl;\\red0;}"
        b"\n{\\*\\expandedcolortbl;;}\n\\pard\\tx720\\pardirnatural\\partightenfactor0\n\n\\f1\\b"
        b"\\fs24 \\cf0 Ann:\n\\f0\\b0  How\\'92s it?\\\n\\\nWell\\'85}"
    )
    pieces = rtf.read(content, LISTED).pieces
    assert [(one.text, one.bold) for one in pieces] == [("Ann: How’s it?", 4), ("Well…", 0)]


BAD = [
    (rb"{\rtf1 a\par b", "broken off", "the last brace is missing"),
    (rb"{\rtf1 a\'81}", "do not fit the code page", "a byte that Windows-1252 does not have"),
    (rb"{\rtf1\ansicpg1 \'e9}", "do not fit the code page", "a code page that nobody knows"),
    (rb"{\rtf1 \u-10179?x}", "half a character", "half of a character in two numbers"),
]


@pytest.mark.parametrize(("content", "found", "reason"), BAD, ids=[case[2] for case in BAD])
def test_what_cannot_be_told_is_said(content, found, reason):
    """Nothing is guessed: the message says what is wrong with the file."""
    with pytest.raises(Unreadable) as caught:
        rtf.read(content, LISTED)
    assert found in caught.value.found, reason
