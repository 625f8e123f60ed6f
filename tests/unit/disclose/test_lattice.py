"""The search for the least general table, against trying everything by hand."""

from collections import Counter
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.disclose import lattice
from verbatim.disclose.lattice import Table, Wanted, least, way_to

# Sweeney 2002 (Achieving k-anonymity …): ethnicity (height 1) and ZIP code (height 2).
SWEENEY = [(who, code) for who in ("Black", "White") for code in ("138", "139", "141", "142")]


def table(rows: list[tuple[str, ...]], ladders: list[list[dict[str, str]]]) -> Table:
    """A table whose ladders are given as one mapping of values a rung."""
    rungs = []
    for at, ladder in enumerate(ladders):
        values = [row[at] for row in rows]
        steps = [values, *([rung[value] for value in values] for rung in ladder)]
        rungs.append([np.unique(step, return_inverse=True)[1].astype(np.int64) for step in steps])
    return Table(len(rows), rungs, [len(ladder) for ladder in ladders])


def sweeney() -> Table:
    """The paper's table with its ladders."""
    person = dict.fromkeys(("Black", "White"), "person")
    codes = ("138", "139", "141", "142")
    zips = [{code: code[:2] for code in codes}, dict.fromkeys(codes, "1")]
    return table(SWEENEY, [[person], zips])


@pytest.mark.parametrize(
    ("levels", "precision"),
    [((0, 0), 1), ((0, 1), 0.75), ((1, 0), 0.5), ((0, 2), 0.5), ((1, 1), 0.25), ((1, 2), 0)],
)
def test_precision(levels: tuple[int, ...], precision: float) -> None:
    """Prec by its definition: one less the mean over all cells of rungs gone up / rungs."""
    assert sweeney().loss(levels) == pytest.approx(1 - precision)


def test_a_cell_left_out_has_gone_up_the_whole_ladder() -> None:
    """Two of sixteen cells left out lose two sixteenths."""
    blank = np.zeros((8, 2), bool)
    blank[:2, 1] = True

    assert sweeney().loss((0, 0), blank) == pytest.approx(2 / 16)


@pytest.mark.parametrize(("k", "levels"), [(1, (0, 0)), (2, (0, 1)), (4, (0, 2)), (8, (1, 2))])
def test_minimal_generalisation(k: int, levels: tuple[int, ...]) -> None:
    """The four ZIP codes of each group join in twos, then in fours; only then all eight."""
    assert least(sweeney(), Wanted(k)).levels == levels


@pytest.mark.parametrize(
    ("rows", "levels"),
    [
        ([("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")], (0, 1)),
        ([("a", "x"), ("b", "x"), ("a", "y"), ("b", "y"), ("c", "x"), ("c", "y")], (0, 1)),
        ([("a", "x"), ("b", "x"), ("a", "y"), ("b", "y"), ("a", "z"), ("b", "z")], (1, 0)),
    ],
    ids=["the first keeps more", "three classes of the first", "three classes of the second"],
)
def test_equal_losses(rows: list[tuple[str, ...]], levels: tuple[int, ...]) -> None:
    """Either attribute alone gives two alike: more classes win, then the attribute named first."""
    ladders = [[dict.fromkeys("abc", "*")], [dict.fromkeys("xyz", "*")]]

    assert least(table(rows, ladders), Wanted(2)).levels == levels


def test_nothing_will_do() -> None:
    """Nine alike among eight people there are not: the most general table, and it does not hold."""
    chosen = least(sweeney(), Wanted(9))

    assert chosen.levels == (1, 2)
    assert not chosen.holds


def test_single_cells_are_left_out_where_that_is_allowed() -> None:
    """Three odd ones of seven: their one odd cell goes, and the other four keep everything."""
    rows = [*[("F", "nurse")] * 4, ("F", "GP"), ("F", "vet"), ("F", "cook")]
    out = [dict.fromkeys(values, "*") for values in (("F",), ("nurse", "GP", "vet", "cook"))]
    given_ = table(rows, [[out[0]], [out[1]]])
    chosen = least(given_, Wanted(3, cells_of=3))

    assert chosen.levels == (0, 0)
    assert chosen.blank.tolist() == [[False, False]] * 4 + [[False, True]] * 3
    assert least(given_, Wanted(3, cells_of=2)).levels == (0, 1)
    assert least(given_, Wanted(4, cells_of=3)).levels == (0, 1)


def test_a_class_needs_different_sensitive_values() -> None:
    """Four alike who share one diagnosis are joined with the others all the same."""
    rows = [*[("F",)] * 4, *[("M",)] * 4]
    both = table(rows, [[{"F": "*", "M": "*"}]])
    sick = np.array([0, 0, 0, 0, 0, 1, 0, 1])
    given_ = Table(both.rows, both.rungs, both.heights, sick)

    assert least(given_, Wanted(3, l=1)).levels == (0,)
    assert least(given_, Wanted(3, l=2)).levels == (1,)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[tuple[str, ...]], list[list[dict[str, str]]]]:
    """Rows of three attributes, and ladders whose rungs join what the rung below has."""
    letters = "abcde"
    rows = draw(st.lists(st.tuples(*[st.sampled_from(letters)] * 3), min_size=1, max_size=14))
    ladders = []
    for _ in range(3):
        ladder, now = [], {letter: letter for letter in letters}
        for many in draw(st.sampled_from([(3,), (3, 2), (4, 2), ()])):
            names = sorted(set(now.values()))
            joined = {name: draw(st.sampled_from("uvwxyz"[:many])) for name in names}
            now = {letter: joined[now[letter]] for letter in letters}
            ladder.append(now)
        ladders.append([*ladder, dict.fromkeys(letters, "*")])
    return rows, ladders


def counted(
    rows: list[tuple[str, ...]], ladders: list[list[dict[str, str]]], levels: tuple[int, ...]
) -> Counter[tuple[str, ...]]:
    """Classes of a table of the lattice, counted without the house's code."""
    return Counter(
        tuple(
            value if not level else ladder[level - 1][value]
            for value, ladder, level in zip(row, ladders, levels, strict=True)
        )
        for row in rows
    )


@settings(max_examples=50, deadline=None)
@given(tables(), st.integers(1, 5))
def test_least_is_the_best_of_all(given_: tuple[list, list], k: int) -> None:  # type: ignore[type-arg]
    """Trying every combination of rungs with a counter finds no table that loses less."""
    rows, ladders = given_
    chosen = least(table(rows, ladders), Wanted(k))
    lost = {
        levels: sum(Fraction(up, len(ladder)) for up, ladder in zip(levels, ladders, strict=True))
        for levels in product(*(range(len(ladder) + 1) for ladder in ladders))
        if min(counted(rows, ladders, levels).values()) >= k
    }

    assert chosen.holds == (len(rows) >= k)
    if chosen.holds:
        assert lost[chosen.levels] == min(lost.values())
    else:
        assert chosen.levels == tuple(len(ladder) for ladder in ladders)


@settings(max_examples=50, deadline=None)
@given(tables(), st.integers(2, 5))
def test_too_large_to_try_all(given_: tuple[list, list], k: int) -> None:  # type: ignore[type-arg]
    """The climb ends where it holds and where no rung can be taken back, and says so."""
    rows, ladders = given_
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lattice, "NODES", 0)
        chosen = least(table(rows, ladders), Wanted(k))

    assert not chosen.least
    assert chosen.holds == (len(rows) >= k)
    for at, level in enumerate(chosen.levels):
        if chosen.holds and level:
            lower = (*chosen.levels[:at], level - 1, *chosen.levels[at + 1 :])
            assert min(counted(rows, ladders, lower).values()) < k


@settings(max_examples=50, deadline=None)
@given(tables())
def test_generalising_makes_nobody_unique(given_: tuple[list, list]) -> None:  # type: ignore[type-arg]
    """On the way up the participants who are alone, or among few, never become more."""
    rows, ladders = given_
    tops = tuple(len(ladder) for ladder in ladders)
    way = [(0, 0, 0), *way_to(table(rows, ladders), (0, 0, 0), tops, 3)]
    for few in (2, 3, 5):
        numbers = [
            sum(many for many in counted(rows, ladders, at).values() if many < few) for at in way
        ]
        assert numbers == sorted(numbers, reverse=True)
    assert len(way) == sum(tops) + 1
