"""Proposals follow the printed rule and never quote who did not agree."""

import pandas as pd
from tests.unit.report.conftest import approved

from verbatim.report.material import Material
from verbatim.report.propose import proposed, words
from verbatim.tables.people import Quotations

NONE = Quotations.without_rows()


def places(table: pd.DataFrame) -> list[tuple[str, str, int]]:
    """Code, interview and segment of each row."""
    return list(zip(table["code"], table["interview"], table["segment"], strict=True))


def test_the_rule(known: Material) -> None:
    """Each step of the rule decides one place.

    Oak: Q1 3 goes before Q1 2, which has a tag; Q2 1 has another code, so it comes second, as one
    participant is proposed once for a code; Q4 1 is deviant and comes last; Q1 4 is too short and
    Q3 1 may not be quoted. Elm has Q2 1 alone, which oak has taken.
    """
    table = proposed(known, approved(NONE, known), 5)
    assert places(table) == [
        ("oak", "Q1", 3),
        ("oak", "Q2", 1),
        ("oak", "Q4", 1),
        ("owl", "Q2", 2),
    ]
    assert set(table["status"]) == {"proposed"}
    assert list(table["why"]) == [
        "21 words; no other codes; no replaced details; no other quotations of A1",
        "21 words; 1 other code; no replaced details; no other quotations of A2",
        "holds the opposite view; 22 words; no other codes; no replaced details; "
        "no other quotations of A4",
        "21 words; no other codes; no replaced details; 1 other quotation of A2",
    ]


def test_what_is_chosen_is_not_proposed_again(known: Material) -> None:
    """Neither the chosen segment nor, for that code, its participant is proposed."""
    chosen = pd.DataFrame(
        [("oak", "Q1", 2, float("nan"), float("nan"), "", "")], columns=Quotations.column_names()
    )
    table = proposed(known, approved(Quotations.validate(chosen), known), 1)
    assert places(table) == [("oak", "Q2", 1), ("owl", "Q2", 2)]


def test_none_wanted(known: Material) -> None:
    """A study that wants no proposals gets none."""
    assert len(proposed(known, approved(NONE, known), 0)) == 0


def test_a_tag_is_one_word(known: Material) -> None:
    """Well, [PERSON 1] came. and twenty words are twenty-three."""
    assert words(known.segments["Q1", 2]) == 23
