"""Codes over interviews: published numbers, other programs, and every order by brute force."""

from fractions import Fraction
from itertools import permutations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import hypergeom

from verbatim.saturate.accumulation import mao_tau, new_codes, order_sd

FIVE_INTERVIEWS = np.array(
    [[int(code) for code in row] for row in ["110010", "101000", "010100", "100000", "011001"]],
    dtype=bool,
)
"""All 120 orders written out by hand: see the two tests that use it."""

INSECTS = [6, 2, 2, 2, 1, 6, 4, 4, 3, 3, 2, 4, 2, 3, 2, 3, 2, 1]
"""Interviews that hold each of 18 codes: the example study of novelqualcodes (CRAN), T = 15."""

RABBITS = {1: 43, 2: 16, 3: 8, 4: 6, 6: 2, 7: 1}
"""Cottontail rabbits of Edwards and Eberhardt, as in SpadeR: rabbits by times caught, T = 18."""


def matrices(
    most_interviews: int = 5, most_codes: int = 6
) -> st.SearchStrategy[npt.NDArray[np.bool_]]:
    """Small matrices, those without interviews or without codes among them."""
    return st.tuples(st.integers(0, most_interviews), st.integers(0, most_codes)).flatmap(
        lambda shape: st.lists(
            st.booleans(), min_size=shape[0] * shape[1], max_size=shape[0] * shape[1]
        ).map(lambda cells: np.array(cells, dtype=bool).reshape(shape))
    )


def over_all_orders(matrix: npt.NDArray[np.bool_]) -> tuple[list[Fraction], list[Fraction]]:
    """Mean and variance of the codes met, in fractions, with every order tried."""
    curves = [
        np.logical_or.accumulate(matrix[list(order)], axis=0).sum(axis=1).tolist()
        for order in permutations(range(len(matrix)))
    ]
    by_place = [[Fraction(value) for value in place] for place in zip(*curves, strict=True)]
    means = [sum(place, Fraction()) / len(place) for place in by_place]
    variances = [
        sum(((value - mean) ** 2 for value in place), Fraction()) / len(place)
        for place, mean in zip(by_place, means, strict=True)
    ]
    return means, variances


@pytest.mark.parametrize(
    ("rows", "new", "why"),
    [
        (["110010", "101000", "010100", "100000", "011001"], [3, 1, 1, 0, 1], "the hand example"),
        (
            ["11000", "10000", "00110", "10001"],
            [2, 0, 2, 1],
            "an interview without news ends nothing: novelqualcodes 0.13.5 says 2, 0, 0, 0",
        ),
        (["000", "111"], [0, 3], "a silent first interview"),
        (["1", "1", "1"], [1, 0, 0], "one code"),
        (["101"], [2], "one interview"),
        (["000", "000"], [0, 0], "codes that nobody mentions"),
    ],
)
def test_new_codes(rows: list[str], new: list[int], why: str) -> None:
    """A code is new in the first interview that holds it, and in no other."""
    matrix = np.array([[one == "1" for one in row] for row in rows])
    assert new_codes(matrix).tolist() == new, why


def test_mean_of_the_hand_example() -> None:
    """The mean over all 120 orders is 11/5, 37/10, 47/10, 27/5, 6."""
    mean = mao_tau(FIVE_INTERVIEWS.sum(axis=0), 5)
    assert mean == pytest.approx([11 / 5, 37 / 10, 47 / 10, 27 / 5, 6], abs=1e-12)


def test_variance_of_the_hand_example() -> None:
    """The variance over all 120 orders is 14/25, 61/100, 41/100, 6/25, 0 (not vegan's)."""
    variance = order_sd(FIVE_INTERVIEWS) ** 2
    assert variance == pytest.approx([14 / 25, 61 / 100, 41 / 100, 6 / 25, 0], abs=1e-12)


def test_mean_of_the_insect_study() -> None:
    """The mean equals vegan's, to its four printed decimals, on novelqualcodes' example."""
    mean = mao_tau(np.array(INSECTS), 15)
    assert mean[:5] == pytest.approx([3.4667, 6.2952, 8.6088, 10.5062, 12.0663], abs=5e-5)


def test_mean_of_the_rabbits() -> None:
    """142 captures of 76 rabbits in 18 nights: S(1) = 142/18, and the last night brings Q1/18."""
    mean = mao_tau(np.repeat(list(RABBITS), list(RABBITS.values())), 18)
    assert mean[0] == pytest.approx(142 / 18)
    assert mean[17] == 76
    assert mean[17] - mean[16] == pytest.approx(43 / 18)


@settings(max_examples=60, deadline=None)
@given(matrices())
def test_every_order_by_brute_force(matrix: npt.NDArray[np.bool_]) -> None:
    """Mean and deviation equal those over all orders tried one by one, in fractions."""
    means, variances = over_all_orders(matrix) if matrix.size else ([Fraction()] * len(matrix),) * 2
    assert mao_tau(matrix.sum(axis=0), len(matrix)) == pytest.approx(
        [float(one) for one in means], abs=1e-12
    )
    assert order_sd(matrix) == pytest.approx([float(one) ** 0.5 for one in variances], abs=1e-6)


def test_every_order_of_six() -> None:
    """The same on six interviews and nine codes: 720 orders."""
    matrix = np.random.default_rng(7).random((6, 9)) < 0.3
    means, variances = over_all_orders(matrix)
    assert mao_tau(matrix.sum(axis=0), 6) == pytest.approx([float(one) for one in means])
    assert order_sd(matrix) ** 2 == pytest.approx([float(one) for one in variances], abs=1e-12)


def test_mean_equals_the_hypergeometric_distribution() -> None:
    """On 400 interviews the mean equals a sum of scipy's hypergeometric probabilities."""
    frequencies = np.random.default_rng(1).integers(1, 60, 120)
    expected = [
        float((1 - hypergeom.pmf(0, 400, frequencies, i)).sum()) for i in (1, 2, 10, 200, 399, 400)
    ]
    mean = mao_tau(frequencies, 400)
    assert mean[[0, 1, 9, 199, 398, 399]] == pytest.approx(expected, rel=1e-11)


@settings(max_examples=60, deadline=None)
@given(matrices(12, 12))
def test_what_must_not_matter(matrix: npt.NDArray[np.bool_]) -> None:
    """Neither the order of interviews, nor the order of codes, nor a code that nobody holds."""
    mixed = matrix[np.random.default_rng(3).permutation(len(matrix))]
    mixed = np.hstack([mixed[:, ::-1], np.zeros((len(matrix), 1), dtype=bool)])
    assert mao_tau(mixed.sum(axis=0), len(mixed)) == pytest.approx(
        mao_tau(matrix.sum(axis=0), len(matrix)), abs=1e-12
    )
    assert order_sd(mixed) == pytest.approx(order_sd(matrix), abs=1e-6)


@settings(max_examples=60, deadline=None)
@given(matrices(12, 12))
def test_shape_of_the_curve(matrix: npt.NDArray[np.bool_]) -> None:
    """The mean never falls, brings ever less, and ends, without spread, at the codes held."""
    mean, sd = mao_tau(matrix.sum(axis=0), len(matrix)), order_sd(matrix)
    assert (np.diff(mean) >= -1e-12).all()
    assert (np.diff(np.diff(mean)) <= 1e-12).all()
    if len(matrix):
        assert mean[-1] == matrix.any(axis=0).sum() == new_codes(matrix).sum()
        assert sd[-1] == 0
        assert sd[0] == pytest.approx(matrix.sum(axis=1).std(), abs=1e-6)


@pytest.mark.parametrize(
    ("matrix", "why"),
    [
        (np.zeros((0, 0), dtype=bool), "nothing"),
        (np.zeros((0, 3), dtype=bool), "no interviews"),
        (np.zeros((4, 0), dtype=bool), "no codes"),
        (np.zeros((4, 2), dtype=bool), "no code held"),
        (np.ones((1, 3), dtype=bool), "one interview"),
        (np.ones((5, 4), dtype=bool), "every code in every interview"),
    ],
)
def test_nothing_to_order(matrix: npt.NDArray[np.bool_], why: str) -> None:
    """Where every order gives the same the deviation is exactly 0, and nothing is raised."""
    with np.errstate(all="raise"):
        mean, sd = mao_tau(matrix.sum(axis=0), len(matrix)), order_sd(matrix)
    assert sd.tolist() == [0.0] * len(matrix), why
    assert mean.tolist() == np.cumsum(new_codes(matrix)).tolist(), why
