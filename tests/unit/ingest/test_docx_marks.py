"""What Word puts beside and between the words, by ECMA-376 part 1, chapter 17."""

import io
import zipfile

import pytest

from verbatim.ingest import docx
from verbatim.ingest.labels import Speaker
from verbatim.ingest.pieces import Source

LISTED = {"ann": Speaker("Ann", "interviewer", ""), "ben": Speaker("Ben", "participant", "P01")}
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = """
<w:style w:styleId="B"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:styleId="C"><w:basedOn w:val="B"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>
<w:style w:styleId="D"><w:basedOn w:val="C"/></w:style>
<w:style w:styleId="E"><w:basedOn w:val="B"/></w:style>
<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:styleId="T"><w:name w:val="heading 3"/></w:style>
"""


def document(body: str) -> Source:
    """Read a document with this body."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part, inside in (("document", f"<w:body>{body}</w:body>"), ("styles", STYLES)):
            archive.writestr(
                f"word/{part}.xml", f'<w:{part} xmlns:w="{MAIN}" xmlns:mc="m">{inside}</w:{part}>'
            )
    return docx.read(buffer.getvalue(), LISTED)


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(*inside: str, properties: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inside)}</w:p>"


SYMBOL = '<w:r><w:sym w:font="{}" w:char="{}"/></w:r>'
EMOJI = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w:symEx w:char="1F60A"/></mc:Choice>'
    "<mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent></w:r>"
)
GONE = "<w:rPr><w:del/></w:rPr>"
CASES = [
    (run("a") + "<w:del>" + run("b") + "</w:del><w:moveFrom>" + run("c") + "</w:moveFrom>", "a"),
    ("<w:ins>" + run("a") + "</w:ins><w:moveTo>" + run("b") + "</w:moveTo>", "ab"),
    ("<w:smartTag>" + run("a") + "</w:smartTag><w:fldSimple>" + run("b") + "</w:fldSimple>", "ab"),
    ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:softHyphen/><w:tab/><w:t>b</w:t></w:r>", "a-\tb"),
    ("<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>" + run("a"), "a"),
    (run("a", "<w:vanish/>") + run("b", '<w:vanish w:val="0"/>'), "b"),
    (run("a", '<w:rStyle w:val="H"/>') + run("b"), "b"),
    (SYMBOL.format("Wingdings", "F04A") + SYMBOL.format("Symbol", "F061"), "☺α"),
    (SYMBOL.format("Wingdings", "F0AB") + SYMBOL.format("Arial", "00E9"), "[symbol]é"),
    (EMOJI, "😊"),
    (
        "<w:r><w:ruby><w:rt>" + run("b") + "</w:rt><w:rubyBase>" + run("a") + "</w:rubyBase>"
        "</w:ruby></w:r>",
        "a",
    ),
]


@pytest.mark.parametrize(("inside", "told"), CASES)
def test_text_is_what_word_shows(inside, told):
    """Inserted, moved here and shown text is read; deleted, moved away and hidden text is not."""
    assert [piece.text for piece in document(paragraph(inside)).pieces] == [told]


def test_a_deleted_end_joins_paragraphs():
    """A paragraph whose end was deleted goes on in the next one; so Word shows it."""
    body = paragraph(run("Ann: a"), properties=GONE) + paragraph(run("b")) + paragraph(run("c"))
    last = paragraph(run("d"), properties=GONE)
    assert [piece.text for piece in document(body + last).pieces] == ["Ann: ab", "c", "d"]


def test_deleted_rows_are_left_out_and_counted():
    """A row that tracked changes deleted is no speech."""
    row = "<w:tr>{}<w:tc>" + paragraph(run("{}")) + "</w:tc><w:tc>" + paragraph(run("Well."))
    row += "</w:tc></w:tr>"
    rows = row.format("", "Ann") + row.format("<w:trPr><w:del/></w:trPr>", "Ben")
    source = document(f"<w:tbl>{rows}</w:tbl>")
    assert [(piece.label, piece.text) for piece in source.pieces] == [("Ann", "Well.")]
    assert source.changes == {"deleted text of tracked changes left out": 1}


def test_styles():
    """A style is bold if it says so, or the nearest below it that says anything."""
    body = "".join(
        paragraph(run("Ann:", f'<w:rStyle w:val="{style}"/>'), run(" a")) for style in "BCDE"
    )
    assert [piece.bold for piece in document(body).pieces] == [4, 0, 0, 4]


def test_a_time_as_heading_is_the_time_of_what_follows():
    """Google Meet sets times as headings; a heading of words stays one."""
    times = [paragraph(run(text), properties='<w:pStyle w:val="T"/>') for text in ("0:03", "Part")]
    assert [piece.heading for piece in document("".join(times)).pieces] == [False, True]


def test_tables_that_lay_out_the_page():
    """A table of speech in a table that has none is read as the table that it is."""
    cells = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("Ann", "How are you?"))
    inner = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    menu = f"<w:tc>{paragraph(run('Menu'))}</w:tc>"
    source = document(f"<w:tbl><w:tr>{menu}<w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>")
    assert [(piece.label, piece.text) for piece in source.pieces] == [
        (None, "Menu"),
        ("Ann", "How are you?"),
    ]


def test_a_row_of_many_columns_is_no_speech():
    """A table wider than people's is read cell by cell, in time that grows with its size."""
    cells = f"<w:tc>{paragraph(run('Ann'))}</w:tc>" * 5000
    source = document(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    assert [piece.text for piece in source.pieces] == ["Ann"] * 5000


def test_a_document_inside_the_document_is_counted():
    """What Word would only put in when it opens the file is not read, and that is said."""
    source = document(paragraph(run("a")) + '<w:altChunk w:id="x"/>')
    assert source.changes == {"document inside the document left out": 1}


def test_an_empty_line_parts_paragraphs(read, word):
    """What was copied from elsewhere is one paragraph of lines; empty ones part it."""
    copied = [[("Ann", True), (" Hi.\n\n", False), ("Ben", True), (" Ho.\nHm.\n \nNo.", False)]]
    reading = read("a.docx", word(*copied), interviewer="Ann", participant="Ben")
    assert reading.said == [
        ("interviewer", "Hi."),
        ("participant", "Ho. Hm."),
        ("participant", "No."),
    ]


MEETINGS = [
    (
        [
            *("Weekly call", "27m 5s", "Ann Lee started transcription"),
            *("Ann   0:03\nHow are you?", "Ben   0:07\nWell.", "Ann Lee stopped transcription"),
        ],
        "Teams: name and time, a line break, speech",
    ),
    (["Ann   0:03", "How are you?", "Ben   0:07", "Well."], "Teams, Otter: in two paragraphs"),
    (["Ann (00:03):", "How are you?", "Ben (00:07):", "Well."], "Rev"),
    (["Ann: [00:00:03] How are you?", "Ben: [00:00:07] Well."], "Trint"),
    (["[00:00:03] Ann: How are you?", "[00:00:07] Ben: Well."], "Descript"),
    (["Ann [00:03]", "How are you?", "Ben [00:07]", "Well."], "Sonix"),
]


@pytest.mark.parametrize(("lines", "reason"), MEETINGS, ids=[case[1] for case in MEETINGS])
def test_layouts_of_services(read, word, lines, reason):
    """What services write is read with its times."""
    reading = read("a.docx", word(*lines), interviewer="Ann", participant="Ben")
    assert reading.said == [("interviewer", "How are you?"), ("participant", "Well.")], reason
    assert reading.table["start"].tolist() == [3.0, 7.0]
