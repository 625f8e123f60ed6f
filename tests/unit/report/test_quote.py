"""Chosen quotations are checked row by row, then cut from de-identified text."""

import logging
from dataclasses import replace

import pandas as pd
import pytest
from tests.unit.report.conftest import approved

from verbatim.errors import StudyError, StudyErrors
from verbatim.report.material import Material
from verbatim.tables.people import Quotations

Row = tuple[str, str, int, float | None, float | None]


def chosen(*rows: Row) -> pd.DataFrame:
    """Give rows of the table that people bring."""
    table = pd.DataFrame([(*row, "team", "") for row in rows], columns=Quotations.column_names())
    return Quotations.validate(table)


def test_quotations_are_cut_attributed_and_in_the_frameworks_order(known: Material) -> None:
    """Whatever the order of the file, themes come before their codes and codes in theirs."""
    table = approved(
        chosen(
            ("owl", "Q2", 2, 0, 4),
            ("oak", "Q1", 2, None, 14),
            ("oak", "Q1", 2, 10, 14),
            ("plants", "Q1", 4, None, None),
            ("wood", "Q1", 3, None, 6),
        ),
        known,
    )
    assert [tuple(row) for row in table.to_numpy()] == [
        ("plants", "Q1", 4, "Short.", "(A1)", "team", 0),
        ("wood", "Q1", 3, "Again. …", "(A1)", "team", 0),
        ("oak", "Q1", 2, "Well, [PERSON 1] came …", "(A1)", "team", 0),
        ("oak", "Q1", 2, "… came …", "(A1)", "team", 0),
        ("owl", "Q2", 2, "One. …", "(A2)", "team", 0),
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param(("oka", "Q1", 2, None, None), "did you mean oak?", id="code misspelt"),
        pytest.param(
            ("zzz", "Q1", 2, None, None), "results/4_code/codebook.csv", id="no such code"
        ),
        pytest.param(("oak", "Q9", 2, None, None), "the interview Q9", id="unknown interview"),
        pytest.param(("oak", "Q1", 9, None, None), "segment of Q1, 1 to 4", id="unknown segment"),
        pytest.param(("oak", "Q1", 1, None, None), "an interviewer speaks", id="interviewer"),
        pytest.param(("oak", "Q3", 1, None, None), "A3, who did not agree", id="no consent"),
        pytest.param(("oak", "Q1", 4, 2, 9), "which is 6 characters long", id="past the end"),
        pytest.param(("oak", "Q1", 4, 4, 4), "position 4 to 4", id="nothing between"),
        pytest.param(("oak", "Q1", 4, 6, None), "position 6 to 6", id="start at the end"),
        pytest.param(("oak", "Q1", 2, 5, 6), "nothing but spaces", id="only a space"),
    ],
)
def test_one_wrong_row_is_one_message(known: Material, row: Row, said: str) -> None:
    """The message names file and row, counts the header as row 1, and quotes no speech."""
    with pytest.raises(StudyError) as caught:
        approved(chosen(("oak", "Q1", 2, None, None), row), known)
    message = str(caught.value)
    assert "data/private/quotations.csv, row 3" in message
    assert said in message
    assert "word" not in message.replace("words", "")


def test_the_same_quotation_twice(known: Material) -> None:
    """A row that stands twice names the row that it repeats."""
    row = ("oak", "Q1", 2, None, None)
    with pytest.raises(StudyError, match=r"the same quotation as in .*, row 2"):
        approved(chosen(row, row), known)


def test_all_wrong_rows_are_told_at_once(known: Material) -> None:
    """Two wrong rows give two messages in one run."""
    with pytest.raises(StudyErrors) as caught:
        approved(chosen(("x", "Q1", 2, None, None), ("oak", "Q9", 1, None, None)), known)
    assert len(caught.value.errors) == 2


def test_a_segment_without_the_code_is_a_warning(
    known: Material, caplog: pytest.LogCaptureFixture
) -> None:
    """Quoting a segment for a code that it does not carry is possible and logged."""
    with caplog.at_level(logging.WARNING):
        assert len(approved(chosen(("owl", "Q1", 3, None, None)), known)) == 1
    assert "segment 3 of Q1 does not carry owl" in caplog.text
    caplog.clear()
    approved(chosen(("plants", "Q1", 3, None, None)), known)
    assert not caplog.text


def test_none_chosen(known: Material) -> None:
    """A study without chosen quotations has an empty table."""
    assert len(approved(Quotations.without_rows(), known)) == 0


def test_a_passage_that_was_corrected_since_it_was_frozen(
    known: Material, caplog: pytest.LogCaptureFixture
) -> None:
    """A quotation from a changed segment is a warning, from one that was taken out an error."""
    differing = {("Q1", 3): "changed", ("Q1", 4): "moved", ("Q1", 9): "removed"}
    later = replace(known, differing=differing)
    rows: list[Row] = [("oak", "Q1", number, None, None) for number in (3, 4, 9)]
    approved(chosen(*rows[:2]), later)
    [message] = caplog.messages
    assert message.startswith("data/private/quotations.csv, row 2: segment 3 of Q1 has changed")
    with pytest.raises(StudyError, match="which the corrected transcript no longer has"):
        approved(chosen(*rows), later)


def test_quotations_stand_in_the_order_of_speech(known: Material) -> None:
    """Where a correction put segment 4 before 2, its quotation comes first."""
    order = sorted(known.segments, key=lambda at: (at[0], at != ("Q1", 4), at[1]))
    spoken = replace(known, segments={at: known.segments[at] for at in order})
    rows: list[Row] = [("oak", "Q1", number, None, None) for number in (2, 3, 4)]
    assert approved(chosen(*rows), spoken)["segment"].tolist() == [4, 2, 3]
