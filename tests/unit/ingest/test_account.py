"""No word of a transcript is lost without a count."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.unit.ingest.test_rendered import (
    LINES,
    LISTED,
    RENDERED,
    Turn,
    conversations,
)

from verbatim.ingest import plain
from verbatim.ingest.account import account
from verbatim.ingest.pieces import Comment, Source
from verbatim.ingest.reading import reading
from verbatim.ingest.segments import segments
from verbatim.ingest.speech import speech
from verbatim.tables.ingest import Comments, Losses

PARTS = ("words", "words_of_notes", "words_of_labels", "words_of_times", "words_dropped")


def accounted(source: Source) -> dict[str, int] | None:
    """Account for the words of a transcript; None where no listed label is in it."""
    spoken = speech(source.pieces, LISTED)
    if not spoken.said:
        return None
    return account(source, spoken, segments(spoken.said, 2.0, LISTED))


@pytest.mark.parametrize("render", RENDERED, ids=lambda f: f.__name__)
@settings(max_examples=8, deadline=None)
@given(turns=conversations())
def test_words_of_each_layout_add_up(render: Callable[[list[Turn]], Source], turns: list[Turn]):
    """What was said, told from notes, is what was written; nothing is dropped; the rest adds up."""
    found = accounted(render(turns))
    assert found
    written = [word for _, said in turns for one in said for word in one.split()]
    of_notes = sum(word.strip(",") in {"[laughs]", "(pause)"} for word in written)
    assert found["words"] == len(written) - of_notes
    assert found["words_of_notes"] == of_notes
    assert found["words_dropped"] == 0
    assert found["words_read"] == sum(found[part] for part in PARTS)


@settings(max_examples=30, deadline=None)
@given(lines=LINES)
def test_words_of_odd_lines_add_up(lines: list[str]):
    """Whatever the lines, each word of the file is counted once, where it went."""
    text = "\n".join(lines)
    found = accounted(plain.read(text.encode(), LISTED))
    if found:
        assert found["words_read"] == len(text.split())
        assert found["words_read"] == sum(found[part] for part in PARTS)
        assert found["words_of_times"] <= len(re.findall(r"\d:\d\d", text))


def test_each_word_is_counted_where_it_went(read):
    """Heading, end mark, labels, times and notes are counted apart from what is said."""
    losses = read(
        "a.txt",
        "Interview of Monday\n[00:00:01] Interviewer: How was it?\n"
        "[00:00:04] Participant: Well [laughs] it was\nfine.\n[End of recording]\n",
    ).losses
    assert losses["words_read"] == 3 + 5 + 6 + 1 + 3
    assert losses["words_dropped"] == 3 + 3
    assert losses["words_of_times"] == 2
    assert losses["words_of_labels"] == 2
    assert losses["words_of_notes"] == 1
    assert losses["notes"] == "laughter 1"
    assert losses["words"] == 3 + 4
    assert losses["participant_words"] == 4


def test_words_beside_columns_of_speakers_are_dropped_words(read):
    """Titles and the cells of other columns are words of the file, as speech is."""
    losses = read(
        "a.csv",
        "About bees\nNo.,Interviewer,Participant\n1,How was it then?,Fine and warm.\n"
        "2,And the winter?,\n",
    ).losses
    assert losses["words"] == 4 + 3 + 3
    assert losses["words_dropped"] == 2 + 3 + 1 + 1
    assert losses["words_of_labels"] == 3
    assert losses["words_read"] == sum(losses[part] for part in PARTS)
    assert losses["lines_dropped"] == 2


def test_what_is_left_of_a_time_is_speech(read):
    """A comma that touches the time before it is the one word of that line; nothing is negative."""
    losses = read(
        "a.txt", "Interviewer: So?\n00:01:02,\nParticipant:well, yes.\n00:01:09 And no.\n"
    ).losses
    assert losses["words_read"] == 2 + 1 + 2 + 3
    assert losses["words_of_labels"] == 1
    assert losses["words_of_times"] == 1
    assert losses["words"] == 1 + 1 + 2 + 2


def test_dropped_words_are_written_down(read, word):
    """A heading, an end mark inside a paragraph and a cell beside the speech are told privately."""
    rows = [["Interviewer", "How?", ""], ["Participant", "Well.", "checked twice"]]
    found = read("a.docx", word({"text": "Talk seven", "style": "Heading 1"}, rows * 2))
    assert found.losses["words_dropped"] == 2 + 2 + 2
    told = found.tables.dropped[["reason", "text"]].to_numpy().tolist()
    assert told == [
        ["before the first label", "Talk seven"],
        ["beside the speech", "checked twice"],
        ["beside the speech", "checked twice"],
    ]


def test_doubtful_lines_are_written_down(read):
    """A line that may begin with a label is kept as speech and told privately."""
    found = read(
        "a.txt",
        "Interviewer: How?\nParticipant: Well.\nMonday: it rained.\nAnd more.\n"
        "Interviewer: So?\nParticipant: Yes.\n",
    )
    assert found.losses["unknown_labels"] == 1
    (row,) = found.tables.dropped.to_dict("records")
    assert row["text"] == "Monday: it rained."
    assert row["reason"].startswith("kept as speech")
    assert "Monday: it rained." in [text for _, text in found.said]


def test_labels_are_told_as_written(read):
    """Each spelling of a label is told, with whom it stands for and how often."""
    found = read(
        "a.txt", "INTERVIEWER: How?\nParticipant: Well.\nInterviewer: So?\nParticipant: Yes."
    )
    assert found.tables.labels.to_numpy().tolist() == [
        ["P01", "INTERVIEWER", "interviewer", "", 1],
        ["P01", "Interviewer", "interviewer", "", 1],
        ["P01", "Participant", "participant", "P01", 2],
    ]
    source = plain.read(b"Interviewer: How?\nP07: Well.\n", LISTED)
    source = replace(
        source, comments=[Comment("line 2", "Bo", "Check."), Comment("", "", "A good talk.")]
    )
    spoken = speech(source.pieces, LISTED)
    rows = segments(spoken.said, 2.0, LISTED)
    loss = dict.fromkeys(Losses.column_names(), "") | {"interview": "P01"}
    comments = reading(source, spoken, rows, LISTED, loss).comments
    assert Comments.validate(comments).astype(object).fillna("").to_numpy().tolist() == [
        ["P01", 2, "Bo", "Check."],
        ["P01", "", "", "A good talk."],
    ]


def test_notes_and_comments_follow_accepted_numbers(read):
    """Where a segment keeps the number that was accepted, its note stands under that number."""
    found = read("a.txt", "Interviewer: So?\nParticipant: Yes [laughs].\n").tables
    numbered = found.segments.assign(segment=[1, 7])
    assert found.under(numbered).notes[["segment", "text"]].to_numpy().tolist() == [[7, "[laughs]"]]
    assert found.under(numbered).segments["segment"].tolist() == [1, 7]


@pytest.mark.parametrize(
    ("name", "content", "words", "left"),
    [
        (
            "a.vtt",
            "WEBVTT\n\nNOTE made by hand\n\n00:01.000 --> 00:02.000\nInterviewer: So?\n\n"
            "00:03.000 --> 00:04.000\nParticipant: Yes.\n",
            2,
            ["NOTE made by hand"],
        ),
        (
            "a.csv",
            "Speaker,Text,Remark\nInterviewer,So?,\nParticipant,Yes.,sounds tired\n",
            2,
            ["Speaker", "Text", "Remark", "sounds tired"],
        ),
        (
            "a.cha",
            "@Begin\n*INT:\tSo?\n%com:\tnods twice\n*PAR:\tYes .\n@End\n",
            3,
            ["@Begin", "%com: nods twice", "@End"],
        ),
    ],
)
def test_what_readers_leave_out_is_counted(read, name, content, words, left):
    """Notes of captions, cells beside the speech and tiers of CHAT are dropped word by word."""
    labels = {"interviewer": "Interviewer|INT", "participant": "Participant|PAR"}
    found = read(name, content, **labels)
    assert found.tables.dropped["text"].tolist() == left
    assert found.losses["words"] == words
    assert found.losses["words_dropped"] == sum(len(text.split()) for text in left)
    assert found.losses["words_read"] == sum(found.losses[part] for part in PARTS)
