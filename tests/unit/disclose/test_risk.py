"""Classes and risks, against published tables and against counting by hand."""

from collections import Counter

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.disclose.risk import (
    below,
    coded,
    diversity,
    risk,
    sizes_known,
    sizes_of,
    unique_by,
)

# Machanavajjhala et al. 2007 (l-diversity: privacy beyond k-anonymity), figures 2 and 3: zip code,
# age, condition of twelve patients.
FOUR_ANONYMOUS = [
    *[("130**", "<30", "heart")] * 2,
    *[("130**", "<30", "viral")] * 2,
    ("1485*", ">=40", "cancer"),
    ("1485*", ">=40", "heart"),
    *[("1485*", ">=40", "viral")] * 2,
    *[("130**", "3*", "cancer")] * 4,
]
THREE_DIVERSE = [
    *[("1305*", "<=40", each) for each in ("heart", "viral", "cancer", "cancer")],
    *[("1485*", ">40", each) for each in ("cancer", "heart", "viral", "viral")],
    *[("1306*", "<=40", each) for each in ("heart", "viral", "cancer", "cancer")],
]
ROWS = st.lists(
    st.tuples(st.sampled_from("FM"), st.sampled_from("abcd"), st.sampled_from(["", "x", "y"])),
    min_size=1,
    max_size=30,
)


@pytest.mark.parametrize(
    ("rows", "k", "l_"), [(FOUR_ANONYMOUS, 4, 1), (THREE_DIVERSE, 4, 3)], ids=["fig 2", "fig 3"]
)
def test_published_tables(rows: list[tuple[str, str, str]], k: int, l_: int) -> None:
    """Both are 4-anonymous, says the paper; l is 1 for the one (all have cancer) and 3."""
    table = pd.DataFrame(rows, columns=["zip", "age", "condition"])
    codes, sensitive = coded(table[["zip", "age"]]), coded(table[["condition"]])[:, 0]

    assert sizes_of(codes).min() == k
    assert diversity(codes, sensitive).min() == l_


def test_risks_by_hand() -> None:
    """Classes of 1, 2 and 4 of seven people: mean risk 3/7, highest 1 (El Emam & Dankar 2008)."""
    measured = risk(np.array([1, 2, 2, 4, 4, 4, 4]))

    assert (measured.smallest, measured.largest, measured.unique) == (1, 4, 1)
    assert measured.average == pytest.approx(3 / 7)
    assert measured.maximum == 1


def test_nobody() -> None:
    """Of nobody there is no smallest class and no risk."""
    assert risk(np.array([], dtype=np.int64)).smallest is None


def test_missing_is_a_value() -> None:
    """Two gaps are alike, and neither is like a value; a gap is no joker."""
    codes = coded(pd.DataFrame({"a": ["", "", "x", "x"], "b": ["1", "1", "1", "2"]}))

    assert sizes_of(codes).tolist() == [2, 2, 1, 1]


@settings(max_examples=50, deadline=None)
@given(ROWS)
def test_sizes_are_counts(rows: list[tuple[str, ...]]) -> None:
    """A class is as large as its rows are many; each class's shares of 1 / size add up to one."""
    counted = Counter(rows)
    sizes = sizes_of(coded(pd.DataFrame(rows)))

    assert sizes.tolist() == [counted[row] for row in rows]
    assert (1 / sizes).sum() == pytest.approx(len(counted))
    assert below(sizes, 3) == sum(many for many in counted.values() if many < 3)


@settings(max_examples=50, deadline=None)
@given(ROWS, st.randoms())
def test_order_of_rows_is_irrelevant(rows: list[tuple[str, ...]], chance: object) -> None:
    """Shuffled rows have the same classes and the same sets that make somebody unique."""
    order = list(range(len(rows)))
    chance.shuffle(order)  # type: ignore[attr-defined]

    def told(of: list[tuple[str, ...]]) -> list[tuple[int, str]]:
        codes = coded(pd.DataFrame(of))
        sizes = sizes_of(codes)
        all_known = np.ones(codes.shape, bool)
        sets = unique_by(["a", "b", "c"], codes, all_known, sizes == 1)
        return list(zip(sizes.tolist(), sets, strict=True))

    before, after = told(rows), told([rows[at] for at in order])

    assert after == [before[at] for at in order]


def test_what_makes_somebody_unique() -> None:
    """The smallest sets: one attribute where one will do, else each pair that does."""
    rows = [("F", "nurse", "York"), ("F", "nurse", "Hull"), ("M", "nurse", "York"), ("M", "GP", "")]
    codes = coded(pd.DataFrame(rows))
    sets = unique_by(["sex", "role", "place"], codes, np.ones((4, 3), bool), np.ones(4, bool))

    assert sets == ["sex + place", "place", "sex + role | sex + place", "role | place"]


def test_only_what_is_known_counts() -> None:
    """Of whom only sex is published looks like all of that sex, whatever is known of those."""
    codes = coded(pd.DataFrame([("F", "nurse"), ("F", "GP"), ("F", "nurse"), ("M", "GP")]))
    known = np.array([[True, False], [True, True], [False, False], [True, True]])

    assert sizes_known(codes, known).tolist() == [3, 1, 4, 1]
