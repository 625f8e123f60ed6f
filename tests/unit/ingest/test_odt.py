"""OpenDocument texts, by the rules of ODF 1.3."""

import io
import zipfile

import pytest

from verbatim.ingest import odt
from verbatim.ingest.labels import Speaker
from verbatim.ingest.pieces import Source
from verbatim.ingest.unreadable import Unreadable

LISTED = {"ann": Speaker("Ann", "interviewer", ""), "ben": Speaker("Ben", "participant", "P01")}
NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        *(("office", "office"), ("text", "text"), ("style", "style"), ("table", "table")),
        *(("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("dc", "dc")),
    )
)
STYLES = """
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/>
</style:style><style:style style:name="T1" style:family="text" style:parent-style-name="Strong"/>
<style:style style:name="T2" style:family="text" style:parent-style-name="Strong">
<style:text-properties fo:font-weight="normal"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/>
</style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Strong"/>
"""


def pack(body: str, manifest: str = "") -> bytes:
    """Pack a document with this body."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        )
        archive.writestr(
            "styles.xml",
            f"<office:document-styles {NAMES}><office:styles>"
            '<style:style style:name="Title" style:family="paragraph"/></office:styles>'
            "<office:master-styles><style:master-page><style:header><text:p>Page</text:p>"
            "</style:header></style:master-page></office:master-styles></office:document-styles>",
        )
    return buffer.getvalue()


def read(body: str) -> Source:
    """Read a document with this body."""
    return odt.read(pack(body), LISTED)


CASES = [
    ("<text:p>a\n   b\t c</text:p>", ["a b c"], "blanks of the file's own layout are one"),
    ('<text:p>a<text:s/>b<text:s text:c="9"/>c</text:p>', ["a b  c"], "blanks that were typed"),
    ("<text:p>a<text:tab/>b<text:line-break/>c</text:p>", ["a\tb", "c"], "tab and line break"),
    (
        "<text:list><text:list-item><text:p><text:number>1.</text:number>a</text:p></text:list-item>"
        "<text:list-item><text:p>b</text:p></text:list-item></text:list>",
        ["a", "b"],
        "numbers of a list are layout",
    ),
    ("<text:section><text:p>a</text:p></text:section>", ["a"], "section"),
    (
        '<text:p><text:a>a</text:a><text:bookmark text:name="x"/>b</text:p>',
        ["ab"],
        "link, bookmark",
    ),
    (
        "<text:p>a<text:change/>b<text:soft-page-break/>c</text:p>",
        ["abc"],
        "places of changes and of page breaks",
    ),
    (
        "<text:p><text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>b</text:ruby-text>"
        "</text:ruby></text:p>",
        ["a"],
        "how a word is pronounced",
    ),
]


@pytest.mark.parametrize(("body", "told", "reason"), CASES, ids=[case[2] for case in CASES])
def test_text(body, told, reason):
    """Text is what the format says, however the file is laid out."""
    assert [piece.text for piece in read(body).pieces] == told, reason


def test_what_is_left_out_is_counted():
    """Deleted and hidden text are changes; notes, boxes, comments and page headers are lines."""
    source = read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>x</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p>a<text:span text:style-name="T3">x</text:span><text:hidden-text>x'
        "</text:hidden-text><text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>x</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>x"
        "</text:p><text:p>y</text:p></draw:text-box></draw:frame><office:annotation><dc:creator>"
        "Ada</dc:creator><text:p>Ask.</text:p><text:p>Twice.</text:p></office:annotation>b</text:p>"
        '<text:section text:display="none"><text:p>x</text:p></text:section>'
    )
    assert [piece.text for piece in source.pieces] == ["ab"]
    assert len(source.left) == 6
    assert source.changes == {
        "deleted text of tracked changes left out": 1,
        "hidden text left out": 3,
    }
    assert source.comments == [("paragraph 1", "Ada", "Ask.\nTwice.")]


def test_styles():
    """Bold and headings come from a style, the style's parent, or a paragraph's style."""
    pieces = read(
        "".join(
            f'<text:p text:style-name="{paragraph}"><text:span text:style-name="{style}">Ann:'
            "</text:span> a</text:p>"
            for paragraph, style in (("", "T1"), ("", "T2"), ("P2", ""), ("P2", "T2"), ("P1", ""))
        )
        + "<text:h>b</text:h>"
    ).pieces
    assert [piece.bold for piece in pieces] == [4, 0, 6, 0, 0, 0]
    assert [piece.heading for piece in pieces] == [False] * 4 + [True] * 2


def test_tables():
    """Header rows are rows, and cells that others cover or that are repeated stand empty."""
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    wide = '<table:table-cell table:number-columns-repeated="2"/>'
    pieces = read(
        "<table:table><table:table-header-rows><table:table-row>"
        + cell.format("Ann")
        + "<table:covered-table-cell/>"
        + cell.format("How are you?")
        + "</table:table-row></table:table-header-rows><table:table-row>"
        + wide
        + cell.format("Going on.")
        + "</table:table-row><table:table-row>"
        + cell.format("Ben")
        + "<table:table-cell/>"
        + cell.format("Very well.")
        + "</table:table-row></table:table>"
    ).pieces
    assert [(one.label, one.text) for one in pieces] == [
        ("Ann", "How are you?"),
        ("", "Going on."),
        ("Ben", "Very well."),
    ]


def test_password():
    """A document with a password is told from a damaged one."""
    with pytest.raises(Unreadable, match="password"):
        odt.read(pack("", "<manifest:encryption-data/>"), LISTED)
