"""Web pages, read as a browser shows them."""

import pytest

from verbatim.ingest import html
from verbatim.ingest.labels import Speaker
from verbatim.ingest.unreadable import Unreadable

LISTED = {
    "interviewer": Speaker("Interviewer", "interviewer", ""),
    "participant": Speaker("Participant", "participant", "P01"),
}
TOLD = [("interviewer", "How is it going?"), ("participant", "Well. Mostly.")]
TIMES = [3.0, 65.0]

PAGES = [
    (
        "<p><b>Interviewer</b> 00:00:03<br>How is it going?</p>"
        "<p><b>Participant</b> 00:01:05<br>Well. Mostly.</p>",
        TIMES,
        "name in bold, time, speech behind a line break",
    ),
    (
        "<p>Interviewer <span>[00:00:03]</span>: How is it going?</p>"
        "<p>Participant <span>[00:01:05]</span>: Well. Mostly.</p>",
        TIMES,
        "time in an element of its own before the colon",
    ),
    (
        "<div><span>Interviewer</span><span>00:03</span></div><div>How"
        " is it going?</div><div><span>Participant</span><span>01:05</span></div><div>Well."
        " Mostly.</div>",
        TIMES,
        "name and time with nothing between them but their looks",
    ),
    (
        '<p><span class="speaker">Interviewer</span> <span>How is it going?</span></p>'
        '<p><span class="c-speaker_name">Participant</span> <span>Well. Mostly.</span></p>',
        [],
        "names that nothing but a class sets off",
    ),
    (
        "<h3>Interviewer</h3><p>How is it going?</p><h3>Participant</h3><p>Well. Mostly.</p>",
        [],
        "names as headings",
    ),
    (
        "<dl><dt>Interviewer<dd>How is it going?<dt>Participant<dd>Well. Mostly.</dl>",
        [],
        "list of terms, ends left out",
    ),
    (
        "<ul><li><strong>Interviewer:</strong> How is it going?<li><strong>Participant:</strong>"
        " Well. Mostly.</ul>",
        [],
        "list",
    ),
    (
        "<table><tr><th>Time<th>Who<th>What<tr><td>0:03<td>Interviewer<td>How is it going?"
        "<tr><td>1:05<td>Participant<td>Well. Mostly.</table>",
        TIMES,
        "table with titles",
    ),
    (
        "<pre>Interviewer: How is it going?\nParticipant: Well. Mostly.</pre>",
        [],
        "text as it was typed",
    ),
    (
        "<x-turn>Interviewer: How is it going?</x-turn><x-turn>Participant: Well. Mostly.</x-turn>",
        [],
        "elements that a program made up",
    ),
]


@pytest.mark.parametrize(("body", "times", "reason"), PAGES, ids=[case[2] for case in PAGES])
def test_layouts_of_pages(read, body, times, reason):
    """Whatever the page is built of, speakers, words and times are the same."""
    reading = read("a.html", f"<!DOCTYPE html><html><body>{body}</body></html>")
    assert reading.said == TOLD, reason
    starts = reading.table["start"].dropna()
    assert starts.tolist() == times


def test_times_of_places(read):
    """The places that noScribe names give a paragraph its begin and its end."""
    page = (
        '<p style="font-weight: 600">file</p><p>Transcribed with noScribe vers. 0.6</p>'
        '<p><a name="ts_1500_2250_Interviewer" >Interviewer: How is it</a>'
        '<a name="ts_2250_4000_Interviewer" > going?</a></p>'
        '<p><a name="ts_5000_9001_Participant" >Participant: Well. Mostly.</a></p>'
    )
    table = read("a.html", f"<html><body>{page}</body></html>").table
    assert table["text"].tolist() == [text for _, text in TOLD]
    assert table["start"].tolist() == [1.5, 5.0]
    assert table["end"].tolist() == [4.0, 9.001]


SEEN = [
    ("a<script>x</script><style>x</style>b", ["ab"], "scripts and styles are no text"),
    ("<p>a</p><nav>Menu</nav><button>Copy</button>", ["a"], "nor menus and buttons"),
    ("a<span hidden>x</span><i style='display: none'>x</i>b", ["ab"], "nor what is hidden"),
    ("a<!-- x -->b", ["ab"], "nor remarks of who wrote the page"),
    ("&lt;inaudible&gt; &eacute;&#233;&nbsp;x", ["<inaudible> éé x"], "entities"),
    ("a\n   b\t c<b> d </b> e", ["a b c d e"], "a run of blanks is one"),
    ("x<div>a<div>b</div>c</div>d", ["x", "a", "b", "c", "d"], "blocks in blocks"),
    ("<p>a<p>b", ["a", "b"], "ends of paragraphs may be left out"),
    ("soft&shy;ly <wbr>o<wbr>n", ["softly on"], "where a word may be broken"),
    ("<ruby>漢<rt>kan</rt></ruby>", ["漢"], "how a word is pronounced"),
    (
        "<p>a<a class='sdfootnoteanc'><sup>1</sup></a></p><div id='sdfootnote1'><p>n</p></div>",
        ["a"],
        "footnotes",
    ),
    ("a<br>b<br>\n <br/>c", ["a", "b", "c"], "line breaks"),
    (
        "<p>a<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup></p><div><p><a href='#cmnt_ref1'"
        " id='cmnt1'>[a]</a><span>Ask.</span></p></div>",
        ["a"],
        "comments of Google's pages",
    ),
    ("<div>" * 1500 + "deep" + "</div>" * 1500, ["deep"], "however deep"),
    ("<table><tr><td>" * 60 + "deep", ["deep"], "tables in tables however deep"),
]


def test_an_empty_line_parts_paragraphs(read):
    """Many pages have no paragraphs, only empty lines between them."""
    page = "Interviewer: How is it going?<br><br>Participant: Well.<br>Mostly.<br><br>Not now."
    assert read("a.html", page).said == [*TOLD, ("participant", "Not now.")]


@pytest.mark.parametrize(("body", "told", "reason"), SEEN, ids=[case[2] for case in SEEN])
def test_text_is_what_a_browser_shows(body, told, reason):
    """Words that a reader of the page sees, and no others."""
    source = html.read(f"<html><body>{body}".encode(), LISTED)
    assert [" ".join(piece.text.split()) for piece in source.pieces] == told, reason


def test_what_is_left_out_is_counted():
    """Hidden text is a change; menus, buttons, page lines and notes are lines beside the speech."""
    source = html.read(
        b"<p>a</p><p hidden>b</p><nav>c</nav><footer>d</footer><div id=ftn1><p>e</p><p>f</p></div>",
        LISTED,
    )
    assert len(source.left) == 4
    assert source.changes == {"hidden text left out": 1}


def test_nested_beyond_measure():
    """Where the parser would stop, the page is refused: no word vanishes."""
    with pytest.raises(Unreadable, match="nested beyond measure"):
        html.read(b"<p>a" + b"<div>" * 5000 + b"deep", LISTED)


BOLD = [
    ("<b>Ann:</b> x", 4, "b"),
    ("<strong>Ann:</strong> x", 4, "strong"),
    ("<span style='font-weight:700'>Ann:</span> x", 4, "style"),
    ("<b><span style='font-weight: normal'>Ann:</span></b> x", 0, "style against it"),
    ("<style>.c1{color:red;font-weight:700}</style><span class='c0 c1'>Ann:</span> x", 4, "class"),
]


@pytest.mark.parametrize(("body", "bold", "reason"), BOLD, ids=[case[2] for case in BOLD])
def test_bold(body, bold, reason):
    """Bold is what the page shows as bold, by element, style or class."""
    assert html.read(body.encode(), LISTED).pieces[0].bold == bold, reason


ENCODED = [
    ("<meta charset='windows-1251'><p>да", "cp1251", "да", "declared, and it fits"),
    ("<meta charset='utf-8'><p>caf\xe9", "latin-1", "café", "declared wrongly"),
    ("<meta charset=iso-8859-1><p>“café”", "cp1252", "“café”", "Latin-1 as browsers read it"),
    ("<meta charset=iso-8859-1><p>“café”", "utf-8", "“café”", "said Latin-1, is UTF-8"),
    ("<meta charset=utf-8><p>donâ€™t, it isnâ€™t", "utf-8", "don’t, it isn’t", "misread before"),
    ("<meta charset=utf-16><p>café", "utf-8", "café", "said UTF-16, which it cannot be"),
    ("<meta charset=big5><p>café", "utf-16", "café", "a mark goes before what is declared"),
    ("<meta charset=rot13><p>cafe", "utf-8", "cafe", "no encoding but a trick"),
    ("<?xml version='1.0' encoding='koi8-r'?><html><p>да", "koi8-r", "да", "as XML declares it"),
]


@pytest.mark.parametrize(
    ("page", "encoding", "told", "reason"), ENCODED, ids=[case[3] for case in ENCODED]
)
def test_encodings(page, encoding, told, reason):
    """What a page says of its encoding is believed where its bytes bear it out."""
    assert html.read(page.encode(encoding), LISTED).pieces[-1].text == told, reason
