"""Closed forms against solving anew with another program."""

import numpy as np
import pytest
from sklearn.kernel_ridge import KernelRidge

from verbatim.suggest.ridge import RIDGE, Ridge

CHANCE = np.random.default_rng(3)
POINTS = CHANCE.normal(size=(20, 4))
SIMILAR = POINTS @ POINTS.T
GIVEN = (CHANCE.random((20, 3)) < 0.4).astype(float)


@pytest.mark.parametrize(
    ("out", "why"),
    [
        ([], "nobody left out"),
        ([4], "one segment"),
        ([0, 1, 2, 3, 4, 5], "one interview"),
        ([2, 3, 15, 16, 17], "two interviews"),
        (list(range(19)), "all but one"),
    ],
)
def test_leaving_out_equals_solving_without(out: list[int], why: str) -> None:
    """Block formula and scikit-learn's KernelRidge on the remaining segments agree."""
    left = [row for row in range(20) if row not in out]
    mean = GIVEN[left].mean(axis=0)
    other = KernelRidge(alpha=RIDGE, kernel="precomputed")
    other.fit(SIMILAR[np.ix_(left, left)], GIVEN[left] - mean)
    expected = np.zeros(GIVEN.shape)
    expected[left] = other.dual_coef_
    ridge = Ridge(SIMILAR, GIVEN)
    positions = np.array(out, dtype=np.int64)
    assert np.allclose(ridge.without(positions), expected), why
    reach = ridge.reach(SIMILAR[:7])
    predicted = other.predict(SIMILAR[np.ix_([0, 3, 6], left)])
    assert np.allclose(reach.scores(np.array([0, 3, 6]), positions), predicted), why


def test_nobody_left_says_nothing() -> None:
    """With every segment left out, no code deviates from its share."""
    ridge = Ridge(SIMILAR, GIVEN)
    everyone = np.arange(20)
    assert np.array_equal(ridge.without(everyone), np.zeros((20, 3)))
    assert np.allclose(ridge.reach(SIMILAR).scores(everyone, everyone), 0)


def test_no_training_segment_at_all() -> None:
    """A study without codings has an empty system, not an error."""
    ridge = Ridge(np.zeros((0, 0)), np.zeros((0, 3)))
    assert ridge.without(np.array([], dtype=np.int64)).shape == (0, 3)
