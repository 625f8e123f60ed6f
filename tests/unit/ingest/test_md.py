"""Markdown as the CommonMark specification (0.31) means it, where it does not touch speech."""

from time import process_time

import pytest

from verbatim.ingest import md
from verbatim.ingest.labels import Speaker
from verbatim.ingest.unreadable import Unreadable

LISTED = {
    "interviewer": Speaker("Interviewer", "interviewer", ""),
    "participant": Speaker("Participant", "participant", "P01"),
}
TOLD = [
    ("interviewer", "How is it going?"),
    ("participant", "Well. Mostly."),
    ("participant", "Not on Mondays."),
    ("interviewer", "And now?"),
]
LAYOUTS = [
    (
        "# Interview 7\n\n**Interviewer:** How is\nit going?\n\n**Participant:** Well.  \n"
        "Mostly.\n\nNot on\nMondays.\n\n**Interviewer:** And\nnow?\n",
        "labels in bold, lines broken anywhere",
    ),
    (
        "Interviewer: How is it going?\nParticipant: Well. Mostly.\nNot on Mondays.\n"
        "Interviewer: And now?\n",
        "plain lines without blank ones between",
    ),
    (
        "**Interviewer**\nHow is it going?\n\n**Participant**\nWell. Mostly.\n\nNot on Mondays.\n\n"
        "**Interviewer**\nAnd now?\n",
        "labels on lines of their own",
    ),
    (
        "| Who | What |\n|---|---|\n| Interviewer | How is it going? |\n| Participant | Well."
        " Mostly. |\n| | Not on Mondays. |\n| Interviewer | And now? |\n",
        "table",
    ),
    (
        "## Interviewer\n\nHow is it going?\n\n## Participant\n\nWell. Mostly.\n\nNot on Mondays.\n"
        "\n## Interviewer\n\nAnd now?\n",
        "labels as headings",
    ),
    (
        "- **Interviewer:** How is it going?\n- **Participant:** Well. Mostly.\n\n  Not on"
        " Mondays.\n- **Interviewer:** And now?\n",
        "list",
    ),
]


@pytest.mark.parametrize(("text", "reason"), LAYOUTS, ids=[case[1] for case in LAYOUTS])
def test_layouts_give_the_same_speech(read, text, reason):
    """Whatever the layout, speakers, paragraphs and their order are the same."""
    assert read("a.md", text).said == TOLD, reason


SPOKEN = [
    ("<laughs> x <br>y", ["<laughs> x", "y"], "what only looks like an element is said"),
    ("<laughs>\nInterviewer: x", ["<laughs>", "Interviewer: x"], "alone on its line, too"),
    ("[Interviewer]: x", ["[Interviewer]: x"], "a label in brackets is no link"),
    ("[Participant](00:01:02) x", ["[Participant](00:01:02) x"], "nor one with its time"),
    ("[0:03](https://a.b/?t=3) x", ["0:03 x"], "a link says its text"),
    ("1987\\. a\n\n1987. a\n\n3. b", ["1987. a", "1987. a", "3. b"], "a year begins no list"),
    ("1. a\n2. b", ["a", "b"], "numbers of a list are layout"),
    ("\ta\n\n    b", ["a", "b"], "indented text is no program"),
    ("a\n---\n\nb", ["a", "b"], "a ruled line makes no heading"),
    ("a &amp; b \\* \\[c\\]", ["a & b * [c]"], "entities and signs"),
    ("a[^1] b[^2]\n\n[^1]: note\n\nc", ["a b[^2]", "c"], "footnotes"),
    ("![face](a.png)\na", ["a"], "pictures say nothing"),
    (">" * 30 + " a", ["a"], "however deep"),
    ("[" * 3000 + "a", ["[" * 3000 + "a"], "brackets without end"),
    ("> " * 20 + "a\n" + "- " * 20 + "b", ["a", "b"], "in quotes and lists"),
]


@pytest.mark.parametrize(("text", "told", "reason"), SPOKEN, ids=[case[2] for case in SPOKEN])
def test_marks_that_speech_may_hold(text, told, reason):
    """No rule of Markdown takes words out of speech."""
    source = md.read(text.encode(), LISTED)
    assert [piece.text.strip() for piece in source.pieces] == told, reason
    assert not any(piece.heading for piece in source.pieces)
    assert len(source.left) == ("[^1]:" in text)


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: The farm\nguest: Ann\ntags:\n  - farm\n- school\n# no heading\n---\n",
        '+++\ntitle = "The farm"\n+++\n',
    ],
)
def test_facts_for_a_site_builder_are_no_speech(front):
    """YAML or TOML before the text is set aside, and counted; a ruled line before speech is not."""
    source = md.read(f"{front}\nInterviewer: x".encode(), LISTED)
    ruled = md.read(b"---\nInterviewer: x\nParticipant: z\nInterviewer: a\n---\nAnd so on.", LISTED)

    assert [piece.text for piece in source.pieces] == ["Interviewer: x"]
    assert "The farm" in source.left[0].text
    assert {"Interviewer: x", "Interviewer: a"} <= {piece.text for piece in ruled.pieces}


@pytest.mark.parametrize("mark", ["> ", "- ", "1. "])
def test_nested_beyond_measure(mark):
    """Where the parser would leave words out, the file is refused: no word vanishes."""
    with pytest.raises(Unreadable, match="nested beyond measure"):
        md.read((mark * 3000 + "deep").encode(), LISTED)


def test_deep_indents_cost_no_time():
    """Blanks before a line, as of a list in lists, are gone through once."""
    begin = process_time()
    md.read("".join(" " * at + "- word\n" for at in range(300)).encode(), LISTED)
    md.read(("Ann:" + " " * 200_000 + "yes\n\n" + " " * 200_000 + "Ben: no").encode(), LISTED)

    assert process_time() - begin < 2


def test_labels_that_nobody_listed_begin_paragraphs():
    """Before a register lists anybody, and where it forgot one, plain lines stay apart."""
    lines = [
        "Ann: How are you?",
        "Ben: Well.",
        "Cy: So am I.",
        "Ann: Good.",
        "Cy: Yes.",
        "Ben: Ah.",
    ]
    for listed in ({}, {"ann": Speaker("Ann", "interviewer", "")}):
        source = md.read("\n".join(lines).encode(), listed)
        assert [piece.text for piece in source.pieces] == lines


def test_words_that_a_broken_line_begins_with_are_no_label():
    """Where paragraphs are parted by blank lines, recurring words before a colon part none."""
    told = "It's for the\nnurse: no. It's for the\nnurse: oh. And who is the\nnurse: well."
    text = f"Interviewer: Who?\n\nParticipant: {told}\n\nInterviewer: And?\n\nParticipant: So."
    texts = [piece.text for piece in md.read(text.encode(), LISTED).pieces]
    assert texts[1] == "Participant: " + told.replace("\n", " ")
    assert len(texts) == 4


def test_bold_words_of_items_are_no_labels():
    """Where labels begin paragraphs, items that begin in bold are what somebody shows."""
    items = "- **Input:** seven numbers\n- **Output:** one\n\n1. **Sort them:** all of them.\n"
    asks = f"**Interviewer:** Take this.\n\n{items}\nHow would you begin?"
    text = f"{asks}\n\n**Guest:** I would wait.\n\n**Interviewer:** Why?\n\n**Guest:** So.\n"

    for listed in ({}, LISTED):
        pieces = md.read(text.encode(), listed).pieces
        assert [piece.text for piece in pieces if piece.bold] == [
            "Interviewer: Take this.",
            "Guest: I would wait.",
            "Interviewer: Why?",
            "Guest: So.",
        ]
        assert "Input: seven numbers" in [piece.text for piece in pieces]


def test_items_that_begin_with_labels_are_turns():
    """A talk that is written as a list keeps its labels."""
    text = "- **Ann:** How?\n- **Ben:** So.\n- **Ann:** And?\n- **Ben:** Yes.\n"

    assert all(piece.bold for piece in md.read(text.encode(), LISTED).pieces)
