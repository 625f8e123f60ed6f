"""What a table says when a cell breaks its promise."""

import pandas as pd
import pytest

from verbatim.errors import StudyError
from verbatim.tables.people import CATEGORIES, Interviews, Participants, Sample


def test_words_that_are_allowed_are_said_in_words() -> None:
    """A kind of identifier that is not known: the message lists the kinds, not a program's test."""
    row = {"interview": "P01", "segment": "1", "start": "0", "end": "4", "text": "Ruth"}
    with pytest.raises(StudyError) as caught:
        Sample.check(pd.DataFrame([row | {"category": "NAME"}]), "sample.csv")

    assert "isin" not in caught.value.expected
    assert all(category in caught.value.expected for category in CATEGORIES)
    assert "NAME" not in str(caught.value.expected).split()


def test_yes_and_no_are_said_once() -> None:
    """Where the description lists the words already, they are not listed again."""
    row = {"participant": "P01", "consent_analyse": "maybe", "consent_quote": "no"} | {
        "consent_archive": "no"
    }
    with pytest.raises(StudyError) as caught:
        Participants.check(pd.DataFrame([row]), "participants.csv")

    assert caught.value.expected == "Agreed that the interview is analysed: yes or no."


def test_pattern_is_said_by_its_example() -> None:
    """A date in another order: the message shows how a day is written, not how it is tested."""
    row = {"interview": "P01", "file": "a.txt", "date": "22/04/2024", "interviewer_label": "I"}
    row |= {"participant_label": "R", "participants": "P01"}
    with pytest.raises(StudyError) as caught:
        Interviews.check(pd.DataFrame([row]), "interviews.csv")

    assert caught.value.expected == "Day of the interview, as 2020-06-30."
