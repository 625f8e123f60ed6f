"""What the pages on transcripts say: who talks how much, and what to look at."""

from dataclasses import replace

import pandas as pd
import pytest

from verbatim.ingest import draw, heed, talk
from verbatim.ingest.pieces import Segment
from verbatim.tables.ingest import Speakers
from verbatim.writing import words_in

ROWS = [
    ("P01", 1, 1, "interviewer", "", 0.0, 4.0, "How was it?"),
    ("P01", 2, 2, "participant", "P01a", 5.0, 9.5, "Well [laughs] fine."),
    ("P01", 2, 3, "participant", "P01a", 20.0, 21.0, "Very."),
    ("P01", 3, 4, "participant", "P01b", 20.5, 30.0, "No, no."),
    ("P02", 1, 1, "participant", "P02", 10.0, None, "Yes."),
    ("P02", 1, 2, "participant", "P02", None, None, "And no."),
    ("P02", 2, 3, "interviewer", "", 70.0, None, "So?"),
    ("P02", 3, 4, "participant", "P02", 75.0, None, "So."),
    ("P03", 1, 1, "participant", "P03", None, None, "[pause]"),
]


def spoken(interview: str) -> list[Segment]:
    """Segments of an interview: P01 has begin and end, P02 begins of turns, P03 no times."""
    return [Segment(*row[1:]) for row in ROWS if row[0] == interview]


def talking(*interviews: str) -> pd.DataFrame:
    """Rows of `Speakers`."""
    rows = [(one, *cells) for one in interviews for cells in talk.speakers(spoken(one))]
    return Speakers.check(pd.DataFrame(rows, columns=Speakers.column_names()), "test")


def test_who_talks_how_much() -> None:
    """Turns, segments, words without notes, share and seconds of each speaker, worked out by hand.

    Where only turns have begins, a turn lasts until the next, and the last one has no length.
    """
    assert talking("P01", "P02", "P03").fillna(-1).to_numpy().tolist() == [
        ["P01", "interviewer", "", 1, 1, 3, 3 / 8, 4.0],
        ["P01", "participant", "P01a", 1, 2, 3, 3 / 8, 5.5],
        ["P01", "participant", "P01b", 1, 1, 2, 2 / 8, 9.5],
        ["P02", "interviewer", "", 1, 1, 1, 1 / 5, 5.0],
        ["P02", "participant", "P02", 2, 3, 4, 4 / 5, 60.0],
        ["P03", "participant", "P03", 1, 1, 0, 0.0, -1.0],
    ]


@pytest.mark.parametrize(
    ("times", "duration", "silence"),
    [
        ([(0, 4), (5, 9.5), (20, 21), (20.5, 30)], 30.0, 10.5),
        ([(1, 50), (2, 3), (60, 61)], 60.0, 10.0),  # somebody speaks all the while until 50
        ([(10, None), (70, None)], 60.0, None),  # no end: nobody knows when it was silent
        ([(5, 6), (2, 3)], 4.0, 2.0),  # not in order
        ([(None, None)], None, None),
        ([(7, None)], None, None),
    ],
)
def test_length_and_silence(times: list, duration: float | None, silence: float | None) -> None:
    """An interview lasts from first begin to last end; silence is when nobody speaks."""
    rows = [Segment(1, at, "other", "", *each, "x") for at, each in enumerate(times, start=1)]
    assert talk.duration(rows) == duration
    assert talk.longest_silence(rows) == silence


def test_figure_in_words() -> None:
    """What the figure shows is told in words: 9 of 13 words are participants', 62 % to 80 %."""
    table = talking("P01", "P02")
    words = draw.in_words(table)
    assert "2 interviews with 13 words" in words
    assert "participants speak 69% of all words, from 62% of an interview to 80%" in words
    figure = draw.drawn(table, invented=True)
    assert len(figure.axes[0].patches) == len(table)


FIRST = spoken("P01")
USUAL = {
    "interview": "P01",
    "encoding": "UTF-8",
    "turns": 3,
    "words": 8,
    "participant_words": 5,
    "words_read": 15,
    "words_of_notes": 1,
    "words_of_labels": 3,
    "words_of_times": 2,
    "words_dropped": 1,
    "unknown_labels": 0,
    "notes": "laughter 1",
    "changes": "non-breaking space 3",
    "duration_s": None,
    "longest_silence_s": None,
}


def heeded(loss: dict, rows: list[Segment], asked: int, silent: int) -> list[str]:
    """What there is to look at."""
    words = [words_in(row.text) for row in rows]
    return list(heed.to_heed(loss, rows, words, asked, silent))


@pytest.mark.parametrize(
    ("changed", "asked", "silent", "said"),
    [
        ({}, 3, 0, ""),
        ({"unknown_labels": 1}, 3, 0, "1 line may begin with the label"),
        ({}, 3, 2, "2 labels of the register do not occur"),
        ({}, 5, 0, "Interviewers speak 62% of the words"),
        ({}, 0, 0, "No interviewer speaks."),
        ({"longest_silence_s": 200.0}, 3, 0, "Nobody speaks for 3 min 20 s"),
        ({"duration_s": 600.0}, 3, 0, "1 word per minute"),
        ({"words_dropped": 4, "words_read": 18}, 3, 0, "4 words (22%) were dropped"),
        ({"notes": "inaudible 3; laughter 1"}, 3, 0, "3 places could not be heard"),
        ({"encoding": "Windows-1252"}, 3, 0, "Read as Windows-1252"),
        ({"changes": "impossible time 2"}, 3, 0, "2 places cannot be a time, as 9:99"),
        ({"turns": 9}, 3, 0, "Only 3 of 9 turns have a time"),
        ({"words_read": 16}, 3, 0, "do not add up"),
    ],
)
def test_what_to_look_at(changed: dict, asked: int, silent: int, said: str) -> None:
    """Each thing out of the ordinary is told in one sentence, and nothing where all is usual."""
    told = heeded({**USUAL, **changed}, FIRST, asked, silent)
    assert len(told) == bool(said)
    assert said in "".join(told)


def test_more_to_look_at() -> None:
    """Times that go back and a segment without end are told."""
    odd = [replace(row, start=100.0 - row.start) for row in FIRST]
    odd[0] = replace(odd[0], text="so " * 801)
    told = heeded(USUAL, odd, 3, 0)
    assert told[0] == "Times go back in 3 places."
    assert told[1].startswith("The longest segment has 801 words")


@pytest.mark.parametrize(("asked", "told"), [(4, 1), (3, 1), (2, 0)])
def test_second_interviewer_to_look_at(asked: int, told: int) -> None:
    """A participant of whose turns nearly as many ask as of the interviewer's is told of."""
    asks = {"": 4, "P01a": asked, "P01b": 1}
    rows = [
        replace(
            FIRST[0],
            turn=3 * at + number,
            speaker="participant" if who else "interviewer",
            participant=who,
            text="Is it?" if at < asks[who] else "It is.",
        )
        for at in range(4)
        for number, who in enumerate(asks)
    ]
    second = [one for one in heeded(USUAL, rows, 3, 0) if "second interviewer" in one]
    assert len(second) == told


def test_letters_are_no_words_to_look_at() -> None:
    """Where letters are counted, as in Chinese, 300 a minute are usual; a long segment is not."""
    said = [replace(row, text="我们今天谈谈花园。") for row in FIRST]
    letters = {**USUAL, "words": 32, "words_read": 39, "duration_s": 6.0}
    assert not heeded(letters, said, 3, 0)
    said[1] = replace(said[1], text="花" * 801)
    assert heeded(letters, said, 3, 0)[0].startswith("The longest segment has 801 words")


def test_losses_say_what_is_odd(read) -> None:
    """The table of losses names each oddity in words, and nothing of an ordinary transcript."""
    usual = "Interviewer: How was it?\nParticipant: It was quite good.\n"
    assert not read("a.txt", usual).losses["look_at"]
    odd = read("a.txt", usual + "Monday: it rained.\n", other="Wife").losses
    first, second = odd["look_at"].split(" | ")
    assert first.startswith("1 line may begin with the label")
    assert second == "1 label of the register does not occur in the transcript."
