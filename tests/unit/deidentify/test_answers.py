"""What people decided, laid over what the program proposes."""

import pandas as pd
import pytest

from verbatim.deidentify.answers import (
    DECISIONS,
    SAMPLE,
    Answer,
    answers,
    contradictions,
    laid_over,
    misplaced,
    unknown_interviews,
)
from verbatim.deidentify.mention import Mention, longest, outside
from verbatim.tables.people import Decisions, Sample

TEXT = "I met Grace Okaforo in Hexham with Ann."
FULL = Mention(6, 19, "PERSON", "cue")
TOWN = Mention(23, 29, "LOCATION", "gazetteer")


def answer(start: int, end: int, replace: bool = True, table: str = DECISIONS) -> Answer:
    """An answer for the words at these positions."""
    return Answer(table, 2, "P01", 1, start, end, "PERSON", TEXT[start:end], replace)


def outcome(proposals: list[Mention], given: list[Answer]) -> list[tuple[str, str, str]]:
    """Text, status and who decided."""
    return [
        (TEXT[one.mention.start : one.mention.end], one.status, one.decided_by)
        for one in laid_over(proposals, given, TEXT)
    ]


CASES = [
    ([FULL], [], [("Grace Okaforo", "replaced", "program")], "nobody answered"),
    ([], [answer(35, 38)], [("Ann", "replaced", "decision")], "found by people only"),
    ([TOWN], [answer(23, 29, False)], [("Hexham", "kept", "decision")], "declined"),
    (
        [FULL],
        [answer(6, 11)],
        [("Grace", "replaced", "decision"), ("Okaforo", "replaced", "program")],
        "the rest of a proposal is still replaced",
    ),
    (
        [FULL],
        [answer(6, 11, False)],
        [("Grace", "kept", "decision"), ("Okaforo", "replaced", "program")],
        "declining one word does not uncover the other",
    ),
    (
        [FULL, TOWN],
        [answer(6, 11, table=SAMPLE)],
        [
            ("Grace", "replaced", "checked sample"),
            ("Okaforo", "replaced", "program"),
            ("Hexham", "replaced", "program"),
        ],
        "what a sample does not list is replaced until somebody declines it",
    ),
    (
        [],
        [answer(6, 19, table=SAMPLE), answer(35, 38)],
        [("Grace Okaforo", "replaced", "checked sample"), ("Ann", "replaced", "decision")],
        "accepting adds to the sample",
    ),
    (
        [],
        [answer(6, 19), answer(12, 29)],
        [("Grace", "replaced", "decision"), ("Okaforo in Hexham", "replaced", "decision")],
        "of two answers that overlap, the longer stays whole",
    ),
]


@pytest.mark.parametrize(
    ("proposals", "given", "expected", "reason"), CASES, ids=[row[3] for row in CASES]
)
def test_laid_over(
    proposals: list[Mention],
    given: list[Answer],
    expected: list[tuple[str, str, str]],
    reason: str,
) -> None:
    """People have the last word, and on nothing but the words they speak of."""
    assert outcome(proposals, given) == expected, reason


def test_layers_are_named() -> None:
    """A mention says which layers had it; one that only people found, none."""
    both, alone = laid_over([FULL], [answer(6, 19), answer(35, 38)], TEXT)
    assert (both.mention.layer, alone.mention.layer) == ("cue", "")


WRONG = [
    ({"segment": 9}, "segment 9"),
    ({"start": 30, "end": 300}, "positions 30 to 300"),
    ({"start": 9, "end": 9}, "positions 9 to 9"),
    ({"text": "Gracie"}, "neither at 6 to 11"),
]


@pytest.mark.parametrize(("change", "message"), WRONG)
def test_misplaced_answer(change: dict[str, object], message: str) -> None:
    """An answer that does not fit the text is named by file and row, never by what was said."""
    good = answer(6, 11)
    assert misplaced([good], {1: TEXT}) == []
    [error] = misplaced([Answer(**{**good.__dict__, **change})], {1: TEXT})  # type: ignore[arg-type]
    assert error.where == f"{DECISIONS}, row 2 (P01)"
    assert message in error.found
    assert "Grac" not in str(error)


def test_contradiction() -> None:
    """The same words cannot be both replaced and kept; each pair is named once."""
    given = [answer(6, 11), answer(6, 19, False, SAMPLE), answer(35, 38)]
    [error] = contradictions(given)
    assert SAMPLE in str(error)
    assert DECISIONS in str(error)
    assert contradictions([answer(6, 11), answer(6, 19)]) == []


def test_collecting() -> None:
    """Rows keep their place in the file; a sample that does not decide is still checked."""
    sample = pd.DataFrame(
        [("P01", 0, 0, 0, "", ""), ("P02", 3, 0, 3, "PERSON", "Ann")],
        columns=Sample.column_names(),
    )
    none = Decisions.without_rows()
    deciding, watching = answers(none, sample, True), answers(none, sample, False)
    assert [one.row for one in deciding.deciding(deciding.given["P02"])] == [3]
    assert watching.deciding(watching.given["P02"]) == []
    assert "P01" not in watching.given
    assert [error.where for error in unknown_interviews({SAMPLE: sample}, ["P02"])] == [
        f"{SAMPLE}, row 2"
    ]


OVERLAPS = [
    ([(0, 4, "LOCATION"), (0, 9, "PERSON")], [(0, 9, "PERSON")], "the longest"),
    ([(0, 4, "LOCATION"), (0, 4, "PERSON")], [(0, 4, "PERSON")], "the order of categories"),
    ([(0, 9, "PERSON"), (5, 13, "AGE")], [(0, 9, "PERSON"), (11, 13, "AGE")], "the rest stays"),
    ([(0, 9, "PERSON"), (3, 10, "AGE")], [(0, 9, "PERSON")], "a rest without letters does not"),
]


@pytest.mark.parametrize(("proposed", "expected", "reason"), OVERLAPS)
def test_overlaps(
    proposed: list[tuple[int, int, str]], expected: list[tuple[int, int, str]], reason: str
) -> None:
    """Overlaps are resolved by length, then category, and nothing proposed is uncovered."""
    text = "Anna Bell, 84 years"
    resolved = longest([Mention(*one, "cue") for one in proposed], text)
    assert [one[:3] for one in resolved] == expected, reason
    assert longest(reversed([Mention(*one, "cue") for one in proposed]), text) == resolved


def test_rules_outvote_what_has_learnt() -> None:
    """A place by the words around it is one, whatever the model says, and not unmasked for it."""
    said = [Mention(3, 9, "PERSON", "model"), Mention(3, 9, "LOCATION", "cue")]
    assert longest(said, "in Clowne,") == [Mention(3, 9, "LOCATION", "cue+model")]
    both = [*said, Mention(3, 9, "PERSON", "roster")]
    assert longest(both, "in Clowne,")[0].category == "PERSON"


def test_outside() -> None:
    """The parts outside are cut to letters and digits; without overlap the span stays."""
    assert outside((0, 10), [(3, 5)], "+44 Ann B.") == [(1, 3), (5, 9)]
    assert outside((0, 3), [(5, 6)], "+44 Ann") == [(0, 3)]
