"""What a table says when a cell breaks its promise."""

import pandas as pd
import pytest

from verbatim.errors import StudyError
from verbatim.tables.people import CATEGORIES, Participants, Sample


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
