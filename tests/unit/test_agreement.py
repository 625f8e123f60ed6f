"""Agreement: numbers from papers, brute force, and what must never matter."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from verbatim import agreement

N = np.nan

# K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), part C.
FOUR_BY_TWELVE = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3],
        [N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N],
    ]
)
# Wikipedia, Krippendorff's alpha, "A computational example".
THREE_BY_FIFTEEN = np.array(
    [
        [N, N, N, N, N, 3, 4, 1, 2, 1, 1, 3, 3, N, 3],
        [1, N, 2, 1, 3, 3, 4, 3, N, N, N, N, N, N, N],
        [N, N, 2, 1, 3, 4, 4, N, 2, 1, 1, 3, 3, N, 4],
    ]
)
# K. Krippendorff 2011, part A: two observers, ten units, binary.
TWO_BY_TEN = np.array([[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]], float)


@pytest.mark.parametrize(
    ("values", "alpha", "why"),
    [
        (FOUR_BY_TWELVE, 0.743421052632, "published .743; digits: R irr and krippendorff"),
        (THREE_BY_FIFTEEN, 0.691358025, "published .691; digits: krippendorff"),
        (TWO_BY_TEN, 0.095238095, "published .095 for the dichotomy"),
    ],
)
def test_alpha_equals_what_was_published(values, alpha, why):
    """Alpha gives the numbers of the papers, with and without missing values."""
    assert agreement.krippendorff_alpha(values) == pytest.approx(alpha, abs=1e-9), why


def brute_alpha(values):
    """Alpha by the coincidence matrix, pair by pair, as the paper does it by hand."""
    pairs = {}
    for unit in values.T:
        said = [value for value in unit if not np.isnan(value)]
        for one, other in permutations(said, 2):
            pairs[one, other] = pairs.get((one, other), 0) + 1 / (len(said) - 1)
    total = sum(pairs.values())
    margins = {}
    for (one, _), weight in pairs.items():
        margins[one] = margins.get(one, 0) + weight
    observed = sum(weight for (one, other), weight in pairs.items() if one != other)
    expected = sum(margins[a] * margins[b] for a in margins for b in margins if a != b)
    return 1 - (total - 1) * observed / expected if expected else np.nan


cells = st.sampled_from([0.0, 1.0, 2.0, N])
matrices = st.tuples(st.integers(2, 4), st.integers(1, 8)).flatmap(
    lambda shape: arrays(float, shape, elements=cells)
)
binary = st.tuples(st.integers(2, 4), st.integers(1, 8)).flatmap(
    lambda shape: arrays(float, shape, elements=st.sampled_from([0.0, 1.0, N]))
)


def same(one, other):
    """Equal, or both undefined."""
    return (np.isnan(one) and np.isnan(other)) or one == pytest.approx(other, abs=1e-12)


@settings(max_examples=60, deadline=None)
@given(matrices)
def test_alpha_equals_the_coincidence_matrix(values):
    """Alpha from counts is alpha from all pairs, for any data with missing values."""
    assert same(agreement.krippendorff_alpha(values), brute_alpha(values))


@settings(max_examples=40, deadline=None)
@given(matrices, st.randoms())
def test_names_and_order_do_not_matter(values, random):
    """Who a coder is, what a category is called and in what order units come change nothing."""
    coders, units = list(range(len(values))), list(range(values.shape[1]))
    random.shuffle(coders)
    random.shuffle(units)
    other = (7 - values)[coders][:, units]
    for measure in (agreement.krippendorff_alpha, agreement.percent_agreement):
        assert same(measure(values), measure(other))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([0.0, 1.0]), min_size=2, max_size=9), st.integers(2, 4))
def test_identical_coders_agree_wholly(values, coders):
    """Coders who say the same have 1 throughout; alpha is undefined without variation."""
    table = np.tile(values, (coders, 1))
    alpha = agreement.krippendorff_alpha(table)
    assert np.isnan(alpha) if len(set(values)) == 1 else alpha == 1
    assert agreement.percent_agreement(table) == 1
    assert not any(values) or agreement.positive_agreement(table) == 1


@pytest.mark.parametrize(
    ("values", "percent", "positive", "why"),
    [
        (TWO_BY_TEN, 0.6, 2 / 6, "a = 1, b = 3, c = 1, d = 5"),
        (np.array([[1, 0, N], [N, 1, 1]]), 0.0, 0.0, "only the unit that both judged pairs"),
        (np.array([[1, N], [N, 1]]), N, N, "nothing to pair"),
        (np.zeros((2, 3)), 1.0, N, "neither gave it: nothing positive to agree on"),
        (
            np.array([[1, 1, 0], [1, 0, 0], [0, 0, 0]], float),
            5 / 9,
            (2 / 3 + 0 + 0) / 3,
            "pairs ab 2/3, ac 1/3, bc 2/3 agree; F1 2/3, 0, 0",
        ),
    ],
)
def test_percent_and_positive_by_hand(values, percent, positive, why):
    """Percent and positive agreement equal a calculation by hand."""
    assert same(agreement.percent_agreement(values), percent), why
    assert same(agreement.positive_agreement(values), positive), why


@settings(max_examples=60, deadline=None)
@given(binary)
def test_sums_give_the_same_alpha(values):
    """The sums behind resampling give the alpha of the equation itself."""
    judged = ~np.isnan(values)
    # In the workflow a coder judges whole units; what was not judged is never present.
    present = np.where(judged, values, 0)[:, :, None] == 1
    sums = agreement.binary_sums(present, judged, np.arange(values.shape[1]), values.shape[1])
    alpha = agreement.binary_alpha(sums.sum(axis=1))[0]
    assert same(float(alpha), agreement.krippendorff_alpha(values))


def coded(seed, groups=8, units=30, codes=3):
    """Three coders who mostly agree, in interviews that differ."""
    rng = np.random.default_rng(seed)
    group = np.repeat(np.arange(groups), units)
    truth = rng.random((groups * units, codes)) < rng.random((groups, codes))[group] * 0.5
    present = np.array([truth ^ (rng.random(truth.shape) < 0.05) for _ in range(3)])
    return present, np.ones(present.shape[:2], bool), group


def test_intervals_equal_resampling_the_units_themselves():
    """Resampling sums gives the interval of resampling whole interviews and starting anew."""
    present, judged, group = coded(1, groups=4, units=6)
    sums = agreement.binary_sums(present, judged, group, 4)
    low, high = agreement.bootstrap_alpha(sums, 200, 5)
    draws = np.random.default_rng(5).integers(4, size=(200, 4))
    alphas = [
        agreement.krippendorff_alpha(
            np.concatenate([present[:, group == one, 0] for one in draw], axis=1).astype(float)
        )
        for draw in draws
    ]
    assert low[0] == pytest.approx(np.nanpercentile(alphas, 2.5), abs=1e-12)
    assert high[0] == pytest.approx(np.nanpercentile(alphas, 97.5), abs=1e-12)


def test_intervals_repeat_and_hold_the_estimate():
    """The same seed gives the same interval, and it holds alpha."""
    present, judged, group = coded(2)
    sums = agreement.binary_sums(present, judged, group, 8)
    low, high = agreement.bootstrap_alpha(sums, 500, 3)
    again = agreement.bootstrap_alpha(sums, 500, 3)
    alpha = agreement.binary_alpha(sums.sum(axis=1))
    assert np.array_equal(low, again[0])
    assert np.array_equal(high, again[1])
    assert (low <= alpha).all()
    assert (alpha <= high).all()


def test_no_interval_from_one_interview():
    """A code met in one interview has no interval, since resampling interviews says nothing."""
    present = np.zeros((2, 6, 2), bool)
    present[:, 0, 0] = present[0, 1, 0] = True
    present[:, [0, 5], 1] = present[0, 1, 1] = True
    judged = np.ones((2, 6), bool)
    sums = agreement.binary_sums(present, judged, np.array([0, 0, 0, 1, 1, 1]), 2)
    low, high = agreement.bootstrap_alpha(sums, 200, 1)
    assert np.isnan([low[0], high[0]]).all()
    assert not np.isnan([low[1], high[1]]).any()
