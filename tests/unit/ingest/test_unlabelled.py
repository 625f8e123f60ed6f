"""Voices without labels: told apart by type, by dashes in turn, or not at all."""

import io
import json
from itertools import groupby

import docx
import pytest
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.deidentify import roster
from verbatim.errors import StudyError
from verbatim.ingest.labels import UNWRITTEN, Speaker
from verbatim.ingest.propose import proposed
from verbatim.ingest.readers import read_source
from verbatim.ingest.speech import speech
from verbatim.ingest.unreadable import Unreadable
from verbatim.ingest.voices import heard

ASKED = (
    "Thank you for coming. Can you tell me about your garden?",
    "How long did you wait?",
    "And how did you hear of it?",
    "Tell me about the shed.",
    "What do you grow now?",
)
TOLD = (
    "I have had it for nine years, and my wife helps me with the heavy work in spring.",
    "I think I waited four years, we had nearly given up on it.",
    "I heard of it from my neighbour, who has the plot beside ours.",
    "It is old.",
    "Beans mostly, because my children like them, and I try my luck with melons.",
)
TALK = [turn for both in zip(ASKED, TOLD, strict=True) for turn in zip("ab", both, strict=True)]

Turn = tuple[str, str]
"""Who speaks, a or b, and a paragraph."""


def in_docx(turns: list[Turn], kind: str) -> bytes:
    """Write a Word document in which what a says is set so."""
    document = docx.Document()

    def write(text: str, typed: bool) -> Paragraph:
        if typed and kind == "heading":
            return document.add_heading(text, level=2)
        paragraph = document.add_paragraph()
        run = paragraph.add_run(text)
        if kind == "colour":
            run.font.color.rgb = RGBColor(0, 0x70, 0xC0) if typed else None
        else:
            setattr(run.font, kind, typed or None)
        return paragraph

    for who, text in turns:
        write(text, who == "a")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def between(begin: str, end: str, written: str = "{}\n\n", whole: str = "{}"):
    """Write turns between marks of a type, each as a paragraph of its format, in a file."""

    def writer(turns: list[Turn]) -> bytes:
        said = (f"{begin}{text}{end}" if who == "a" else text for who, text in turns)
        encoding = "cp1252" if whole == RTF else "utf-8"
        return whole.format("".join(map(written.format, said))).encode(encoding)

    return writer


PAGE = "<html><body>{}</body></html>"
SHEET = "<html><head><style>.c1 {{ color: red; font-style: italic }}</style></head><body>{}</body>"
RTF = "{{\\rtf1\\ansi {}}}"
LAYOUTS = {
    "x.docx bold": ("@bold", lambda turns: in_docx(turns, "bold")),
    "x.docx italic": ("@italic", lambda turns: in_docx(turns, "italic")),
    "x.docx underline": ("@underlined", lambda turns: in_docx(turns, "underline")),
    "x.docx colour": ("@coloured", lambda turns: in_docx(turns, "colour")),
    "x.docx heading": ("@heading", lambda turns: in_docx(turns, "heading")),
    "x.md bold": ("@bold", between("**", "**")),
    "x.md italic": ("@italic", between("*", "*")),
    "x.md heading": ("@heading", between("### ", "")),
    "x.html bold": ("@bold", between("<b>", "</b>", "<p>{}</p>", PAGE)),
    "x.html style": ("@italic", between("<span class='c1'>", "</span>", "<p>{}</p>", SHEET)),
    "x.html colour": (
        "@coloured",
        between("<span style='color: #0070c0'>", "</span>", "<p style='color:#000'>{}</p>", PAGE),
    ),
    "x.html line breaks": ("@bold", between("<b>", "</b>", "{}<br/>", PAGE)),
    "x.rtf bold": ("@bold", between("{\\b ", "}", "{}\\par ", RTF)),
    "x.rtf italic": ("@italic", between("\\i ", "\\i0 ", "{}\\par ", RTF)),
    "x.rtf underlined": ("@underlined", between("\\ul ", "\\ulnone ", "{}\\par ", RTF)),
    "x.txt numbers": (
        "@numbered",
        lambda turns: "\n".join(
            f"{at}. {text}" if who == "a" else text for at, (who, text) in enumerate(turns, start=1)
        ).encode(),
    ),
    "x.txt capitals": (
        "@capitals",
        lambda turns: "\n".join(t.upper() if who == "a" else t for who, t in turns).encode(),
    ),
}


def mark_of(who: str, mark: str) -> str:
    """Mark of a voice."""
    return mark if who == "a" else "@plain"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_questions_in_a_type_of_their_own(layout):
    """Each format's bold, italics, underline, headings and capitals give two voices in turn."""
    mark, written = LAYOUTS[layout]

    found = heard(written(TALK), layout.partition(" ")[0]).voices

    words = {"a": ASKED, "b": TOLD}
    assert [(one.label, one.turns, one.words) for one in found] == [
        (mark_of(who, mark), 5, sum(len(text.split()) for text in words[who])) for who in "ab"
    ]
    roles = [one.role for one in proposed({"x": found})["x"]]
    assert roles == ["interviewer", "participant"]


WORD = st.text("abcdeé", min_size=2, max_size=6)
TEXT = st.lists(WORD, min_size=4, max_size=9).map(" ".join)


@settings(max_examples=25, deadline=None)
@given(
    layout=st.sampled_from([name for name in LAYOUTS if "docx" not in name]),
    texts=st.lists(TEXT, min_size=6, max_size=12),
    who=st.lists(st.sampled_from("ab"), min_size=12, max_size=12),
)
def test_any_turns_in_any_type(layout, texts, who):
    """Whoever says what, in whatever order, each paragraph comes back with its mark."""
    mark, written = LAYOUTS[layout]
    turns = [(one, f"Oh {text}.") for one, text in zip(who, texts, strict=False)]
    listed = {name: Speaker(name, "other", "") for name in (mark, "@plain")}

    said = speech(read_source(written(turns), layout.partition(" ")[0], listed).pieces, listed).said

    spoken = [(one.label, " ".join(one.text.split()).casefold()) for one in said]
    expected = [(mark_of(one, mark), text.casefold()) for one, text in turns]
    if layout == "x.html line breaks":  # the lines of one voice are one paragraph
        runs = groupby(expected, key=lambda one: one[0])
        expected = [(one, " ".join(text for _, text in group)) for one, group in runs]
    assert spoken == expected


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), min_size=3, max_size=8), st.sampled_from(["- ", "– ", "—"]))
def test_any_turns_with_dashes(pairs, dash):
    """Two voices in turn, where every paragraph begins with a dash and the same one asks."""
    text = "\n".join(f"{dash}Oh {asks}?\n{dash}Well, {tells}." for asks, tells in pairs)

    found = heard(text.encode(), "x.txt").voices

    assert [(one.label, one.turns, one.asks) for one in found] == [
        ("@first", len(pairs), len(pairs)),
        ("@second", len(pairs), 0),
    ]
    assert {one.confidence for one in proposed({"x": found})["x"]} == {"unsure"}


def dashed(*said: str) -> str:
    """Write paragraphs that begin with a dash."""
    return "\n".join(f"- {text}" for text in said)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (dashed(*(text for _, text in TALK)).replace("- It", "It"), "one has no dash"),
        (dashed(*ASKED, *ASKED, *ASKED), "nobody answers"),
        (dashed(*(text for _, text in TALK), *(text for _, text in TALK[1:])), "two in a row"),
        ("\n".join(text for _, text in TALK), "no dash at all"),
    ],
)
def test_dashes_that_may_be_anything(content, reason):
    """Where turns are not plain from the dashes, nobody tells the voices apart."""
    assert [one.label for one in heard(content.encode(), "x.txt").voices] == ["@all"], reason


def test_titles_and_facts_in_bold_are_no_speech(read, word):
    """They are dropped with a count, though they are bold as the questions are."""
    title = [[("Interview with a gardener", True)], [("Date: 12 May 2011", True)]]
    end = [[("[End of recording]", True)], [("Transcribed by: M. L.", False)]]
    said = [[(text, who == "a")] for who, text in TALK]

    reading = read("a.docx", word(*title, *said, *end), interviewer="@bold", participant="@plain")

    roles = {"a": "interviewer", "b": "participant"}
    assert reading.said == [(roles[who], text) for who, text in TALK]
    assert reading.losses["lines_dropped"] == 4
    assert reading.losses["format"] == "docx, no labels: voices by type"


def test_emphasis_is_plain(read, word):
    """A paragraph of which only a part is bold is the plain voice's."""
    said = [[[("Why?", True)]], [[("Because ", False), ("I", True), (" say so.", False)]]]
    blocks = [block for both in said for block in both]

    reading = read("a.docx", word(*blocks), interviewer="@bold", participant="@plain")

    assert reading.said == [("interviewer", "Why?"), ("participant", "Because I say so.")]


def test_bold_headings_between_prose_are_no_voice(word):
    """Nobody asks in them: all of it is one voice, or of nobody knows whom."""
    blocks = [[(text, bold)] for told in TOLD for text, bold in (("The plot", True), (told, False))]

    assert [one.label for one in heard(word(*blocks), "x.docx").voices] == ["@all"]


def test_labels_go_before_type(word):
    """Where questions are bold and have labels too, the labels say who speaks."""
    names = {"a": "INT", "b": "KL"}
    inside = [[(f"{names[who]}: {text}", who == "a")] for who, text in TALK]
    above = [turn for who, text in TALK for turn in ([(names[who], True)], [(text, who == "a")])]

    for blocks in (inside, above):
        assert [one.label for one in heard(word(*blocks), "x.docx").voices] == ["INT", "KL"]


def test_words_in_bold_that_come_back_are_no_label(word):
    """What an interviewer says again and again, all of the paragraph, is a turn."""
    talk = [turn for one in TALK for turn in ([one] if one[0] == "b" else [one, ("b", "Okay.")])]
    talk += [("a", "Right."), ("b", "Yes.")] * 4

    found = heard(word(*([(text, who == "a")] for who, text in talk)), "x.docx").voices

    assert [one.label for one in found] == ["@bold", "@plain"]


@pytest.mark.parametrize("label", ["Q: ", "Interviewer: ", "Q{}. ", "Question {}: "])
def test_only_questions_have_labels(read, label):
    """Then what has none answers them, and is the other voice's, whatever its paragraphs."""
    text = "\n\n".join(
        f"{label.format(at)}{asked}\n\n{told}\n\nSo it is."
        for at, (asked, told) in enumerate(zip(ASKED, TOLD, strict=True), start=1)
    )
    name = label.partition("{")[0].strip(" :")

    found = proposed({"x": heard(text.encode(), "x.txt").voices})["x"]
    said = read("a.txt", text, interviewer=name, participant="@all").said

    assert [(one.label, one.role, one.confidence) for one in found] == [
        (name, "interviewer", "unsure"),
        ("@all", "participant", "unsure"),
    ]
    assert said == [
        turn
        for asked, told in zip(ASKED, TOLD, strict=True)
        for turn in (("interviewer", asked), ("participant", told), ("participant", "So it is."))
    ]


def test_only_answers_have_labels():
    """A narrator's paragraphs without a label are the narrator's."""
    text = "\n".join(f"Narrator: {told}\nSo it is." for told in TOLD)

    assert [one.label for one in heard(text.encode(), "x.txt").voices] == ["Narrator"]


def caption(at: int, text: str) -> str:
    """Write a caption."""
    return f"{at}\n00:00:{2 * at:02},000 --> 00:00:{2 * at + 1:02},500\n{text}\n\n"


ENTRIES = [{"start": at, "end": at + 1, "text": text} for at, (_, text) in enumerate(TALK)]
UNLABELLED = {
    "x.txt": "\n".join(text for _, text in TALK),
    "x.srt": "".join(caption(at, text) for at, (_, text) in enumerate(TALK, start=1)),
    "y.srt": "".join(caption(at, f">> {text}") for at, (_, text) in enumerate(TALK, start=1)),
    "x.json": json.dumps({"segments": ENTRIES}),
    "x.tsv": "start\tend\ttext\n"
    + "".join(f"{one['start']}\t{one['end']}\t{one['text']}\n" for one in ENTRIES),
}


@pytest.mark.parametrize("name", UNLABELLED)
def test_what_says_nowhere_who_speaks_is_kept(read, name):
    """A recogniser's text goes in as it is: every word, none of them as a participant's."""
    (only,) = heard(UNLABELLED[name].encode(), name).voices
    (told,) = proposed({name: [only]})[name]
    assert (told.label, told.role, told.confidence) == ("@all", "other", "unsure")
    assert "diarisation" in told.reason

    reading = read(name, UNLABELLED[name], other="@all")

    text = " ".join(text for _, text in TALK)
    assert " ".join(reading.table["text"]) == text
    assert set(reading.table["speaker"]) == {"other"}
    assert reading.losses["participant_words"] == 0
    first, *others = reading.losses["look_at"].split(" | ")
    assert first.startswith(f"NOTHING SAYS WHO SPEAKS: all {len(text.split())} words are kept")
    assert not [one for one in others if "label" in one]


def test_a_diary_is_its_writers(read):
    """Under the participant's labels, all of a text is theirs; headings with facts are not."""
    text = "Date: 3 May 2011\n\nI sowed beans.\n\nIt rained: good.\n\n\tTranscribed by: me\n"

    reading = read("a.txt", text, participant="@all")

    assert reading.said == [("participant", "I sowed beans."), ("participant", "It rained: good.")]
    assert reading.losses["lines_dropped"] == 2


def test_what_looks_like_a_label_is_counted(read):
    """A word that comes back before a colon stays speech where no label is, and is counted."""
    text = "I sowed beans.\nMarigold: tall.\nIt rained.\nMarigold: taller.\n"

    reading = read("a.txt", text, participant="@all")

    assert [words for _, words in reading.said] == text.splitlines()
    assert reading.losses["unknown_labels"] == 2


def test_times_are_read_without_labels(read):
    """A time before a paragraph is when it begins, whoever speaks."""
    reading = read("a.txt", "[00:00:02] I sowed.\n[00:00:09]\nIt rained.\n", participant="@all")

    assert reading.table["start"].tolist() == [2.0, 9.0]
    assert reading.losses["words_of_times"] == 2


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        ({"interviewer": "@bold"}, "the marks @bold, which"),
        ({"interviewer": "@first", "participant": "@plain"}, "the marks @first and @plain, which"),
        ({"participant": "@all", "other": "@bold"}, "the marks @all and @bold, which"),
    ],
)
def test_marks_that_do_not_go_together(read, labels, found):
    """Half a pair of voices is an error of the register."""
    with pytest.raises(StudyError, match="the row of P01") as caught:
        read("a.txt", "Well.", **labels)
    assert found in caught.value.found


def test_marks_are_no_names():
    """No word of a mark is looked for as a speaker's name."""
    assert roster.labels(UNWRITTEN) == []


@pytest.mark.parametrize(
    ("name", "content"), [("x.txt", "Read me first."), ("x.csv", "a,b\n1,2\n")]
)
def test_what_is_no_transcript_stays_refused(name, content):
    """A few words, or a table without speech, are no text that somebody spoke."""
    with pytest.raises(Unreadable):
        heard(content.encode(), name)
