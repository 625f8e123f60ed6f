"""Answers follow their words through corrections of a transcript."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbatim.deidentify.answers import DECISIONS, SAMPLE, Answer, misplaced
from verbatim.deidentify.follow import followed

WRITTEN = {
    1: "Where do you live?",
    2: "I live in Hexham with Ann, and Ann works.",
    3: "And Ann?",
    4: "Ann is at the mill, number 12.",
}
PLACES = [(2, 10, 16), (2, 22, 25), (2, 31, 34), (3, 4, 7), (4, 0, 3), (4, 27, 29)]


def answers(places: list[tuple[int, int, int]] = PLACES, table: str = SAMPLE) -> list[Answer]:
    """Answers for words of the text as it was written."""
    return [
        Answer(table, row, "P01", segment, start, end, "PERSON", WRITTEN[segment][start:end], True)
        for row, (segment, start, end) in enumerate(places, start=2)
    ]


def places(given_answers: list[Answer]) -> list[tuple[int, int]]:
    """Where answers stand."""
    return [(one.segment, one.start) for one in given_answers]


CASES = [
    ({}, [(2, 10), (2, 22), (2, 31), (3, 4), (4, 0), (4, 27)], "nothing was corrected"),
    (
        {2: "Well, I live in Hexham with Ann, and Ann works."},
        [(2, 16), (2, 28), (2, 37), (3, 4), (4, 0), (4, 27)],
        "a word was added before them",
    ),
    (
        {2: "I live in Hexham with my wife Ann, and Ann works."},
        [(2, 10), (2, 30), (2, 39), (3, 4), (4, 0), (4, 27)],
        "a word was added between them",
    ),
    (
        {4: "Anna, no, Ann is at the mill, number 112, sorry, 12."},
        [(2, 10), (2, 22), (2, 31), (3, 4), (4, 10), (4, 49)],
        "only whole words are the words",
    ),
]


@pytest.mark.parametrize(("change", "expected", "reason"), CASES, ids=[row[2] for row in CASES])
def test_inside_a_segment(
    change: dict[int, str], expected: list[tuple[int, int]], reason: str
) -> None:
    """Words that moved in their segment are found there, in their order."""
    texts = WRITTEN | change
    found = followed(answers(), texts)
    assert places(found) == expected, reason
    assert misplaced(found, texts) == []


@given(st.integers(1, 5), st.integers(1, 4))
def test_paragraphs_were_added(number: int, before: int) -> None:
    """Where paragraphs were added, all answers behind them go to the segments of new numbers."""
    texts = list(WRITTEN.values())
    longer = texts[: before - 1] + ["Sorry, go on."] * number + texts[before - 1 :]
    found = followed(answers(), dict(enumerate(longer, start=1)))
    expected = [(at + number if at >= before else at, start) for at, start, _ in PLACES]
    assert places(found) == expected


def test_a_paragraph_was_removed() -> None:
    """Behind a paragraph that was removed answers go to lower numbers."""
    texts = {1: WRITTEN[2], 2: WRITTEN[3], 3: WRITTEN[4]}
    assert places(followed(answers()[:4], texts)) == [(1, 10), (1, 22), (1, 31), (2, 4)]


def test_what_is_not_followed() -> None:
    """Words that nobody says any more, and a segment that there is not, are named as before."""
    texts = WRITTEN | {2: "I live in Hexham alone since Anna left us."}
    [ann, again] = misplaced(followed(answers(), texts), texts)
    assert (ann.where, again.where) == (f"{SAMPLE}, row 3 (P01)", f"{SAMPLE}, row 4 (P01)")
    assert "stands neither" in ann.found
    far = Answer(DECISIONS, 2, "P01", 9, 0, 3, "PERSON", "Ann", True)
    [error] = misplaced(followed([far], WRITTEN), WRITTEN)
    assert "segment 9" in error.found


def test_tables_are_followed_apart(caplog: pytest.LogCaptureFixture) -> None:
    """Decisions written after the correction stay; the sample's move; one warning says so."""
    caplog.set_level(logging.WARNING)
    texts = {1: "Hello.", 2: WRITTEN[1], 3: WRITTEN[2], 4: WRITTEN[3], 5: WRITTEN[4]}
    new = Answer(DECISIONS, 2, "P01", 3, 10, 16, "LOCATION", "Hexham", True)
    found = followed([new, *answers()], texts)
    assert places(found)[:2] == [(3, 10), (3, 10)]
    [line] = caplog.messages
    assert line.startswith(f"P01: 6 rows of {SAMPLE}")
    assert "Ann" not in line


SETTLED = [
    (
        {3: "And Ann and Ann?", 9: "Ann?"},
        [(2, 10), (2, 22), (2, 31), (3, 4), (4, 0), (4, 27)],
        "a number means what it meant, whatever else would fit",
    ),
    (
        {3: "Ann, and Ann?"},
        [(2, 10), (2, 22), (2, 31), (3, 0), (4, 0), (4, 27)],
        "the nearest in the own segment",
    ),
    (
        {2: "I live in Hexham.", 9: "Oh, with Ann, and Ann works."},
        [(2, 10), (9, 9), (9, 18), (3, 4), (4, 0), (4, 27)],
        "the end of a segment that was divided stands in a new one behind it",
    ),
]


@pytest.mark.parametrize(("change", "expected", "reason"), SETTLED, ids=[row[2] for row in SETTLED])
def test_where_numbers_are_frozen(
    change: dict[int, str], expected: list[tuple[int, int]], reason: str
) -> None:
    """In a frozen interview answers stay with their segment, or go to one beside it in speech."""
    texts = WRITTEN | change
    order = [1, 2, *([9] if 9 in texts else []), 3, 4]
    found = followed(answers(), {number: texts[number] for number in order}, settled=True)
    assert places(found) == expected, reason


def test_a_frozen_segment_that_was_joined_to_the_one_before() -> None:
    """Answers of a number that is no more go to the segment that has its words."""
    texts = {1: WRITTEN[1], 2: WRITTEN[2], 3: f"{WRITTEN[3]} {WRITTEN[4]}"}
    found = followed(answers(), texts, settled=True)
    assert places(found)[-3:] == [(3, 4), (3, 9), (3, 36)]
    assert misplaced(found, texts) == []
