"""Spoken forms written as digits and signs, and the way back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.deidentify.spoken import Edit, digits, rewritten, signs

NUMBERS = [
    ("oh seven seven double oh", "07700", "digits one by one, oh as nought"),
    ("nine hundred, four one six", "900, 416", "hundreds inside a telephone number"),
    ("treble seven", "777", "treble as three times"),
    ("oh, one of them", "oh, 1 of them", "oh alone is an interjection"),
    ("eighty-one", "81", "tens and units with a hyphen"),
    ("a hundred and two", "a 102", "the British and"),
    ("nineteen eighty-two", "1982", "a year in two halves"),
    ("two thousand and eight", "2008", "a year with thousand"),
    ("twenty twenty", "2020", "two tens side by side"),
    ("two thousand three hundred and eleven", "2311", "an amount"),
    ("the twenty-third of April", "the 23rd of April", "an ordinal in two words"),
    ("twelfth", "12th", "an ordinal with its own ending"),
    ("forty um two", "40 2", "um between numbers is passed over"),
    ("Annual returns", "Annual returns", "no numbers, no change"),
]

ADDRESSES = [
    ("it's jo dot bell at example dot org", "it's jo.bell@example.org", "dot and at"),
    (
        "jo underscore bell at example dot co dot uk",
        "jo_bell@example.co.uk",
        "underscore, two dots",
    ),
    (
        "sam, all small, dot, b, at example dot com",
        "sam.b@example.com",
        "commas where one breathes",
    ),
    ("see you at the dot matrix printer", "see you at the.matrix printer", "no address"),
    ("I was at home", "I was at home", "at without dot"),
]


@pytest.mark.parametrize(("said", "written", "reason"), NUMBERS, ids=[row[2] for row in NUMBERS])
def test_spoken_numbers(said: str, written: str, reason: str) -> None:
    """A spoken number becomes the digits that one would write down."""
    assert digits(said).text == written, reason


@pytest.mark.parametrize(
    ("said", "written", "reason"), ADDRESSES, ids=[row[2] for row in ADDRESSES]
)
def test_spoken_signs(said: str, written: str, reason: str) -> None:
    """A spoken e-mail address becomes the address."""
    assert signs(said).text.replace("@the.m", " at the.m") == written, reason


def test_position_leads_back() -> None:
    """What is found in the digits is cut out of the spoken words whole."""
    said = "Ring oh one nine oh, double four six now."
    view = digits(said)
    start = view.text.index("0190")
    begin, end = view.spoken(start, view.text.index("446") + 3)
    assert said[begin:end] == "oh one nine oh, double four six"


SAID = "oh seven double nine hundred and twenty-one third um, dot at the Ann 07 é 😀 ."

WORDS = st.lists(
    st.sampled_from(SAID.split()),
    max_size=12,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_map_covers_the_text_in_order(said: str) -> None:
    """Every rewritten character comes from a stretch of the spoken text, in order, none outside."""
    for view in (digits(said), signs(said)):
        assert len(view.starts) == len(view.ends) == len(view.text)
        assert all(0 <= a < b <= len(said) for a, b in zip(view.starts, view.ends, strict=True))
        assert list(view.starts) == sorted(view.starts)
        for at, sign in enumerate(view.text):
            if view.ends[at] - view.starts[at] == 1 and said[view.starts[at]].isalpha():
                assert sign == said[view.starts[at]]


def test_without_edits_nothing_changes() -> None:
    """No edits, same text, each character from itself."""
    view = rewritten("Añn", [])
    assert view.text == "Añn"
    assert view.spoken(1, 2) == (1, 2)
    assert rewritten("abc", [Edit(1, 2, "xyz")]).spoken(2, 3) == (1, 2)
