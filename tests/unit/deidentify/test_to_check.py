"""Segments offered for reading: drawn the same way however they come, read back as answers."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.deidentify.answers import CHECKED
from verbatim.deidentify.to_check import answers, counted, in_turn, read_of, unflagged
from verbatim.errors import StudyError, StudyErrors
from verbatim.tables.deidentify import Mentions
from verbatim.tables.ingest import Segments
from verbatim.tables.missed import ToCheck
from verbatim.tables.people import Sample


def segments(texts: dict[str, list[str]]) -> pd.DataFrame:
    """Segments of interviews, numbered from 1."""
    rows = [
        {"interview": interview, "segment": number, "text": text}
        for interview, own in texts.items()
        for number, text in enumerate(own, start=1)
    ]
    return pd.DataFrame(rows).reindex(columns=Segments.column_names())


def read(*rows: tuple[str, int, str, str, str]) -> pd.DataFrame:
    """Rows that a person filled in: interview, segment, missed, category, text."""
    columns = ["interview", "segment", "missed", "category", "text"]
    table = pd.DataFrame(rows, columns=columns).assign(checked_by="", note="")
    return table[ToCheck.column_names()]


STUDY = segments({f"P{one:02d}": [f"Turn {at} of {one}." for at in range(40)] for one in range(5)})
KEYS = ["interview", "segment"]


def mentions(*rows: tuple[str, int]) -> pd.DataFrame:
    """Proposals for the first letter of segments."""
    full = [(*row, 0, 1, "PERSON", "T", "cue") for row in rows]
    return pd.DataFrame(full, columns=Mentions.column_names())


def drawn(batches: list[pd.DataFrame], answered: pd.DataFrame, bound: float) -> list[list[object]]:
    """What is to be read."""
    reading = read_of(
        lambda: batches, answered, mentions(("P01", 3)), Sample.without_rows(),
        bound=bound, icc=0.01, seed=7,
    )  # fmt: skip
    return reading.to_read[KEYS].to_numpy().tolist()


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 999), st.permutations(sorted(set(STUDY["interview"]))))
def test_order_and_batches_do_not_matter(cut: int, order: list[str]) -> None:
    """The same segments are drawn, in the same order, however interviews come."""
    parts = [STUDY[STUDY["interview"] == one] for one in order]
    at = cut % len(order)
    batches = [pd.concat(some) for some in (parts[:at], parts[at:]) if some]
    assert drawn(batches, ToCheck.without_rows(), 0.05) == drawn(
        [STUDY], ToCheck.without_rows(), 0.05
    )


def test_beginnings_are_samples() -> None:
    """A smaller bound only adds segments behind; each beginning has its share of interviews."""
    few, many = (drawn([STUDY], ToCheck.without_rows(), bound) for bound in (0.1, 0.03))
    assert many[: len(few)] == few
    for size in (10, 25, len(many)):
        shares = pd.Series([interview for interview, _ in many[:size]]).value_counts()
        assert shares.max() - shares.min() <= 2
        assert len(shares) == 5
    assert ["P01", 3] not in many


def test_reading_on_changes_no_order() -> None:
    """What was read goes from the list, and the rest stays as it was."""
    whole = drawn([STUDY], ToCheck.without_rows(), 0.05)
    texts = STUDY.set_index(KEYS)["text"]
    done = read(*((*key, "none", "", texts[tuple(key)]) for key in whole[:8]))  # type: ignore[misc]
    assert drawn([STUDY], done, 0.05) == whole[8:]


def test_other_seed_other_sample() -> None:
    """The seed decides, and nothing else."""
    one, again, other = (in_turn(STUDY, seed)[KEYS].to_numpy().tolist() for seed in (1, 1, 2))
    assert one == again != other
    assert sorted(one) == sorted(other)


def test_what_is_unflagged() -> None:
    """Segments without a proposal, of interviews that nobody checked word by word."""
    study = segments({"P01": ["a", "b"], "P02": ["c"], "P03": ["d"]})
    sample = pd.DataFrame([("P02", 0, 0, 0, "", "")], columns=Sample.column_names())
    left = unflagged([study], mentions(("P01", 2)), sample)
    assert left[KEYS].to_numpy().tolist() == [["P01", 1], ["P03", 1]]


def test_what_counts_as_read() -> None:
    """Empty rows do not; a row follows its text to another number; a text that is gone is lost."""
    study = segments({"P01": ["New.", "Yes.", "No.", "Yes."]})
    given_ = read(
        ("P01", 1, "none", "", "Yes."),
        ("P01", 2, "", "", "No."),
        ("P01", 3, "none", "", " Yes.\n"),
        ("P01", 4, "none", "", "Gone."),
    )
    found = counted(given_, [study], Sample.without_rows())
    assert found["segment"].tolist() == [2, 4]


def test_misses_become_answers() -> None:
    """Each place where the words stand is replaced; kinds are one for all, or one each."""
    found = answers(
        read(
            ("P01", 2, "Ann | Whitby", "PERSON | LOCATION", "Ann is in Whitby. Ann! Annual."),
            ("P01", 3, "Ann", "", "Ann."),
            ("P01", 4, "None", "PERSON", "Nobody."),
            ("P01", 5, "", "", "Unread."),
        )
    )
    assert [(one.row, one.segment, one.start, one.category, one.text) for one in found] == [
        (2, 2, 0, "PERSON", "Ann"),
        (2, 2, 18, "PERSON", "Ann"),
        (2, 2, 10, "LOCATION", "Whitby"),
        (3, 3, 0, "PERSON", "Ann"),
    ]
    assert all(one.replace and one.table == CHECKED for one in found)


@pytest.mark.parametrize(
    ("missed", "category", "column"),
    [("Bob", "", "missed"), ("Ann", "NAME", "category"), ("Ann", "PERSON | PERSON", "category")],
)
def test_what_cannot_be_read_back(missed: str, category: str, column: str) -> None:
    """Words that nobody said there, or unknown kinds, are named by row and not quoted."""
    with pytest.raises((StudyError, StudyErrors)) as told:
        answers(read(("P01", 2, missed, category, "Ann is here.")))
    assert f"row 2 (P01), column {column}" in str(told.value)
    assert missed not in str(told.value)
