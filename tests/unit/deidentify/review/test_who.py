"""Who is meant, where a person said so."""

import pytest

from verbatim.deidentify.answers import Answer
from verbatim.deidentify.review.who import meant_by, with_told

ROSTER = {"sarah lumley": "participant P01", "bath": "the city"}


@pytest.mark.parametrize(
    ("written", "identity", "reason"),
    [
        ("Sarah Lumley", "participant P01", "a name of the roster is who it says"),
        (" sarah  LUMLEY ", "participant P01", "case and blanks tell nobody apart"),
        ("Participant p01", "participant P01", "the roster's identity itself"),
        ("Sarah Okafor", "sarah okafor", "another name is itself, as in `surface`"),
        ("Mrs Page", "mrs page", "titles tell people apart"),
        ("", "", "nobody said so"),
    ],
)
def test_meant(written: str, identity: str, reason: str) -> None:
    """What a person writes leads to the identity that names have in the key."""
    assert meant_by(written, ROSTER) == identity, reason


def answer(text: str, identity: str, replace: bool = True) -> Answer:
    """An answer that says who is meant."""
    return Answer("t", 2, "P01", 1, 0, len(text), "PERSON", text, replace, identity)


def test_full_names_go_into_the_roster() -> None:
    """A first name alone speaks for its own places; what is kept says nothing."""
    told = [answer("Sarah Okafor", "Physio"), answer("Sarah", "Physio"), answer("A B", "x", False)]
    assert with_told(ROSTER, told) == ROSTER | {"sarah okafor": "physio"}
