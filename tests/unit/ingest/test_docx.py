"""Word documents in the layouts that people use."""

import io
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from verbatim.errors import StudyError

HELLO = [
    ("interviewer", "How is it going?"),
    ("participant", "Well. Mostly."),
    ("participant", "Not on Mondays."),
    ("interviewer", "And now?"),
]
HEAD = {"text": "Interview 7", "style": "Heading 1"}


def bold(label, text):
    """Paragraph with the label in bold."""
    return [(label, True), (text, False)]


LAYOUTS = [
    (
        [
            HEAD,
            "Date: 2021-03-01   Duration: 14 min",
            bold("Interviewer: ", "How is it going?"),
            bold("Participant: ", "Well. Mostly."),
            "Not on Mondays.",
            bold("Interviewer: ", "And now?"),
            "[End of recording]",
        ],
        "label and colon in bold, a paragraph without label",
        "docx, labels in bold",
        3,
    ),
    (
        [
            bold("Interviewer", ": How is it going?"),
            bold("Participant", ":\tWell. Mostly."),
            "Not on Mondays.",
            bold("INTERVIEWER", "  And now?"),
        ],
        "label in bold, colon not; or no colon at all",
        "docx, labels in bold",
        0,
    ),
    (
        [
            "Interviewer: How is it going?",
            "Participant: Well. Mostly.",
            "Not on Mondays.",
            "Interviewer: And now?",
        ],
        "no bold type",
        "docx, label: text",
        0,
    ),
    (
        [
            [("Interviewer: How is it going?", True)],
            "Participant: Well. Mostly.",
            "Not on Mondays.",
            [("Interviewer: And now?", True)],
        ],
        "the interviewer's whole paragraphs in bold",
        "docx, label: text",
        0,
    ),
    (
        [
            "Interviewer:\tHow is it going?",
            "Participant:\tWell. Mostly.",
            "\tNot on Mondays.",
            "Interviewer\tAnd now?",
        ],
        "label and tab",
        "docx, label: text",
        0,
    ),
    (
        [
            "Interviewer",
            "How is it going?",
            "Participant",
            "Well. Mostly.",
            "Not on Mondays.",
            "Interviewer",
            "And now?",
        ],
        "label in a paragraph of its own",
        "docx, labels on lines of their own",
        0,
    ),
    (
        [
            "Interviewer: How is it going?\nParticipant: Well.\nMostly.",
            "Not on Mondays.\n",
            "Interviewer:\nAnd now?",
        ],
        "line breaks inside paragraphs",
        "docx, label: text",
        0,
    ),
    (
        [
            HEAD,
            [
                ["Interviewer", "How is it going?"],
                ["Participant", "Well. Mostly."],
                ["", "Not on Mondays."],
                ["Interviewer:", "And now?"],
            ],
            "[End of recording]",
        ],
        "two columns, a blank label goes on",
        "docx, table",
        2,
    ),
    (
        [
            [["Who", "What"], ["Interviewer", "How is it going?"]],
            [["Participant", "Well. Mostly.\nNot on Mondays."]],
            bold("Interviewer: ", "And now?"),
        ],
        "two tables, one with titles, a cell of two paragraphs, then a paragraph",
        "docx, table",
        1,
    ),
]


@pytest.mark.parametrize(
    ("blocks", "reason", "layout", "dropped"), LAYOUTS, ids=[case[1] for case in LAYOUTS]
)
def test_layouts_give_the_same_speech(read, word, blocks, reason, layout, dropped):  # noqa: PLR0917
    """Whatever the layout, speakers, paragraphs and their order are the same."""
    reading = read("a.docx", word(*blocks))
    assert reading.said == HELLO, reason
    assert reading.losses["format"] == layout
    assert reading.losses["lines_dropped"] == dropped
    assert reading.losses["unknown_labels"] == 0


TIMED = [
    (
        [
            [("Interviewer [00:00:02]", True)],
            "How is it going?",
            [("Participant [00:00:05]", True)],
            "Well. Mostly.",
            [("Participant [00:00:08]", True)],
            "Not on Mondays.",
            [("Interviewer [01:00:00]", True)],
            "And now?",
        ],
        "label and time in bold in a paragraph of their own",
    ),
    (
        [
            bold("Interviewer (00:02): ", "How is it going?"),
            bold("Participant (00:05): ", "Well. Mostly."),
            "[00:00:08] Not on Mondays.",
            bold("Interviewer (1:00:00): ", "And now?"),
        ],
        "time in the bold label",
    ),
    (
        [
            [("Interviewer", True), ("   0:02\nHow is it going?", False)],
            [("Participant", True), ("   0:05\nWell. Mostly.", False)],
            [("Participant", True), ("   0:08\nNot on Mondays.", False)],
            [("Interviewer", True), ("   1:00:00\nAnd now?", False)],
        ],
        "label in bold, time not, speech behind a line break, as video conferences write it",
    ),
    (
        [
            [
                ["Time", "Speaker", "Text"],
                ["00:02", "Interviewer", "How is it going?"],
                ["00:05", "Participant", "Well. Mostly."],
                ["00:08", "", "Not on Mondays."],
                ["1:00:00", "Interviewer", "And now?"],
            ]
        ],
        "three columns, time first",
    ),
    (
        [
            [
                ["Interviewer", "How is it going?", "[00:02]"],
                ["Participant", "Well. Mostly.", "[00:05]"],
                ["Participant", "Not on Mondays.", "[00:08]"],
                ["Interviewer", "And now?", "[1:00:00]"],
            ]
        ],
        "three columns, time last",
    ),
    (
        [
            [
                ["Interviewer 00:02", "How is it going?"],
                ["Participant 00:05", "Well. Mostly."],
                ["Participant 00:08", "Not on Mondays."],
                ["Interviewer 1:00:00", "And now?"],
            ]
        ],
        "time beside the label in one cell",
    ),
]


@pytest.mark.parametrize(("blocks", "reason"), TIMED, ids=[case[1] for case in TIMED])
def test_times(read, word, blocks, reason):
    """A time in the label or in a column is the begin in seconds; no end is made up."""
    reading = read("a.docx", word(*blocks))
    assert reading.said == HELLO, reason
    assert reading.table["start"].tolist() == [2.0, 5.0, 8.0, 3600.0]
    assert reading.table["end"].isna().all()


def test_in_the_bold_layout_plain_words_are_no_label(read, word):
    """Where labels are bold, a name before a colon in plain type is speech."""
    blocks = [bold("Interviewer: ", "Who?"), bold("Participant: ", "Two."), "Nurse: a good one."]
    reading = read("a.docx", word(*blocks))
    assert reading.said[-1] == ("participant", "Nurse: a good one.")
    with pytest.raises(StudyError, match="paragraph 3") as caught:
        read("a.docx", word(*blocks[:2], bold("Nurse: ", "a good one.")))
    assert caught.value.private == "Nurse"


def test_bold_name_alone_is_a_label_where_labels_stand_so(read, word):
    """Where bold labels stand in paragraphs of their own, any short bold paragraph is one."""
    alone = [[("Interviewer", True)], "Who?", [("Participant", True)], "Two.", [("Marigold", True)]]
    with pytest.raises(StudyError, match="paragraph 5"):
        read("a.docx", word(*alone, "Me too."))


@pytest.mark.parametrize("emphasis", ["What I want to know is:", "[00:01:00]", "Not now, please:"])
def test_bold_sentence_is_no_label(read, word, emphasis):
    """A bold paragraph that is a sentence, or only a time, is no label."""
    blocks = [bold("Interviewer: ", "Who?"), bold("Participant: ", "I."), bold(emphasis, " you?")]
    assert read("a.docx", word(*blocks)).said[-1][0] == "participant"


def test_emphasis_is_no_label(read, word):
    """A bold word at the beginning of speech is only emphasis."""
    blocks = [bold("Interviewer: ", "Who?"), bold("Participant: ", "I."), bold("Never", " again.")]
    assert read("a.docx", word(*blocks)).said[-1] == ("participant", "Never again.")


def test_unknown_label_in_a_table_names_its_row(read, word):
    """A label cell that is not listed is an error at its table and row."""
    rows = [["Interviewer", "Who?"], ["Marigold", "I do."], ["Participant", "And I."]]
    with pytest.raises(StudyError) as caught:
        read("a.docx", word(rows))
    assert caught.value.where == "the transcript of P01, table 1, row 2"
    assert caught.value.private == "Marigold"


FACTS = [
    ([["Interviewer", "A. Name"], ["Participant", "07"], ["Date", "2021-03-01"]], "date last"),
    ([["Date", "2021-03-01"], ["Interviewer", "A. Name"], ["Participant", "07"]], "date first"),
    ([["Place", "x"], ["Date", "x"], ["Duration", "x"], ["Participant", "07"]], "mostly others"),
]


@pytest.mark.parametrize(("facts", "reason"), FACTS, ids=[case[1] for case in FACTS])
def test_table_of_facts_is_no_speech(read, word, facts, reason):
    """A table that says date and names of the people is heading, not speech."""
    blocks = [facts, bold("Interviewer: ", "Hello."), bold("Participant: ", "Hi.")]
    reading = read("a.docx", word(*blocks))
    assert reading.said == [("interviewer", "Hello."), ("participant", "Hi.")], reason
    assert reading.losses["lines_dropped"] == len(facts)


def test_titles_of_columns_may_be_shortened(read, word):
    """What stands above numbers, as "No.", is a title, no sentence that somebody says."""
    rows = [
        ["No.", "Who", "Text"],
        ["1", "Interviewer", "Hello to you."],
        ["2", "Participant", "Hi to you."],
    ]
    reading = read("a.docx", word(rows))
    assert reading.said == [("interviewer", "Hello to you."), ("participant", "Hi to you.")]


def test_titles_of_columns_may_stand_below_a_line(read, word):
    """Titles are those of the row above the first label, be it the second."""
    rows = [["Interview 7", ""], ["Who", "Text"], ["Interviewer", "Hello."], ["Participant", "Hi."]]
    reading = read("a.docx", word(rows))
    assert reading.said == [("interviewer", "Hello."), ("participant", "Hi.")]
    assert reading.losses["lines_dropped"] == 2


def test_last_row_may_end_the_recording(read, word):
    """A row that only says that the recording ends makes no table of facts of the speech."""
    rows = [["Interviewer", "Hello."], ["Participant", "Hi."], ["End of recording", ""]]
    reading = read("a.docx", word(rows))
    assert reading.said == [("interviewer", "Hello."), ("participant", "Hi.")]
    assert reading.losses["lines_dropped"] == 1


def test_cells_beside_speech_are_counted(read, word):
    """A column of comments is left out, and the losses say how many cells."""
    rows = [["Interviewer", "Who are you?", "leading"], ["Participant", "A nurse of old.", ""]]
    reading = read("a.docx", word(rows))
    assert [text for _, text in reading.said] == ["Who are you?", "A nurse of old."]
    assert reading.losses["changes"] == "cell beside speech left out 1"


def run(text):
    """Run of text as Word writes it."""
    made = OxmlElement("w:r")
    inside = OxmlElement("w:t")
    inside.text = text
    inside.set(qn("xml:space"), "preserve")
    made.append(inside)
    return made


def test_tracked_changes_links_and_controls(read):
    """Inserted text, links and content controls are read; deleted text is left out and counted."""
    document = docx.Document()
    document.add_paragraph("Interviewer: Hello.")
    paragraph = document.add_paragraph("Participant: I ")
    for tag, text in (("w:ins", "can "), ("w:del", "cannot "), ("w:hyperlink", "see ")):
        part = OxmlElement(tag)
        part.append(run(text))
        paragraph._p.append(part)
    control, inside = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    inside.append(run("it."))
    control.append(inside)
    paragraph._p.append(control)
    document.sections[0].header.paragraphs[0].text = "Confidential"
    buffer = io.BytesIO()
    document.save(buffer)
    reading = read("a.docx", buffer.getvalue())
    assert reading.said == [("interviewer", "Hello."), ("participant", "I can see it.")]
    assert reading.losses["changes"] == "deleted text of tracked changes left out 1"
    assert reading.losses["lines_read"] == 3
    assert reading.losses["lines_dropped"] == 1


def test_bold_by_style_counts(read):
    """A label that is bold by its character style is as bold as one set by hand."""
    document = docx.Document()
    for label, text in (("Interviewer: ", "Who?"), ("Participant: ", "Two."), ("Nurse: ", "Me.")):
        paragraph = document.add_paragraph()
        paragraph.add_run(label, style="Strong")
        paragraph.add_run(text)
    buffer = io.BytesIO()
    document.save(buffer)
    assert (
        read("a.docx", buffer.getvalue(), other="Nurse").losses["format"] == "docx, labels in bold"
    )
    with pytest.raises(StudyError, match="paragraph 3"):
        read("a.docx", buffer.getvalue())


def test_strict_documents_are_read(read, word):
    """A document saved as Strict Open XML has other namespaces and the same speech."""
    source = zipfile.ZipFile(io.BytesIO(word("Interviewer: Hello.", "Participant: Hi.")))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            target.writestr(name, content)
    reading = read("a.docx", buffer.getvalue())
    assert reading.said == [("interviewer", "Hello."), ("participant", "Hi.")]
