"""Which segments get suggestions, and what they were asked."""

import pandas as pd
import pytest

from verbatim.suggest.speech import spoken, words_in


def lines(*rows: tuple[int, str, str]) -> pd.DataFrame:
    """One interview of (turn, speaker, text); the segments are numbered as they come."""
    table = pd.DataFrame(rows, columns=["turn", "who", "text"])
    return table.assign(
        interview="P01",
        segment=range(1, len(rows) + 1),
        speaker=table["who"].map({"I": "interviewer"}).fillna("participant"),
        participant=table["who"].where(table["who"] != "I", ""),
    )


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("No, it wasn't.", 3, "an apostrophe joins"),
        ("[PERSON 3] came to [PLACE 12]", 4, "a tag is one word, its number none"),
        ("…", 0, "a mark is no word"),
        ("Größe ist 3 %", 3, "any alphabet, digits too"),
    ],
)
def test_words_are_counted_as_people_would(text: str, words: int, why: str) -> None:
    """Words are runs of letters and digits; a tag counts once."""
    assert words_in(text) == words, why


@pytest.mark.parametrize(
    ("rows", "question", "why"),
    [
        ([(1, "I", "How did you get here?"), (2, "P01", "By bus it was all right")],
         "How did you get here?", "the turn before"),
        ([(1, "I", "How did it go?"), (1, "I", "At the clinic, I mean?"),
          (2, "P01", "It went as it always does")],
         "How did it go? At the clinic, I mean?", "all of the turn's segments"),
        ([(1, "I", "How did you get here?"), (2, "P01", "Well."), (3, "I", "Mm."),
          (4, "P01", "By bus it was all right")],
         "How did you get here?", "a short noise asks nothing"),
        ([(1, "P01", "I shall begin by myself then")], "", "nobody asked"),
        ([(1, "P01a", "She never told me about that"), (2, "P01b", "I did so tell you that")],
         "She never told me about that", "another participant's turn is another speaker's"),
    ],
)  # fmt: skip
def test_the_question_is_the_nearest_turn_of_another_speaker(
    rows: list[tuple[int, str, str]], question: str, why: str
) -> None:
    """Each segment knows what it answers."""
    assert spoken([lines(*rows)], 4)["question"].iloc[-1] == question, why


def test_numbers_do_not_say_who_spoke_before() -> None:
    """Rows stand in the order of speech; a paragraph that was added later has a high number."""
    rows = lines(
        (1, "I", "How did you get here?"),
        (7, "P01", "By bus it was all right"),
        (5, "I", "And how do you get home?"),
        (2, "P01", "I shall walk along the river"),
    ).assign(segment=[1, 9, 8, 2])
    heard = spoken([rows], 4)
    assert heard["segment"].tolist() == [9, 2]
    assert heard["question"].tolist() == ["How did you get here?", "And how do you get home?"]


def test_short_segments_and_interviewers_are_left_out() -> None:
    """Only what participants say at some length is suggested for."""
    rows = lines(
        (1, "I", "Tell me about your own work"), (2, "P01", "No."), (2, "P01", "I do help people")
    )
    assert spoken([rows], 4)["segment"].tolist() == [3]
