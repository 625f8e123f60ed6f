"""Intervals for shares."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.proportions import wilson

# Newcombe 1998 (Stat Med 17:857), table I, method 3: the four examples that he computes.
NEWCOMBE = [
    (81, 263, 0.2553, 0.3662, "a large sample"),
    (15, 148, 0.0624, 0.1605, "a small share"),
    (0, 20, 0.0000, 0.1611, "nobody"),
    (1, 29, 0.0061, 0.1718, "one person"),
]


@pytest.mark.parametrize(("n", "total", "low", "high", "why"), NEWCOMBE)
def test_published_intervals(n: int, total: int, low: float, high: float, why: str) -> None:
    """The interval equals the one that Newcombe prints, to his four decimals."""
    found = wilson(n, total)
    assert [round(float(limit), 4) for limit in found] == [low, high], why


def test_several_at_once() -> None:
    """Arrays give the same limits as one call each, and N = 0 gives nan, not a warning."""
    low, high = wilson([81, 0, 0], [263, 20, 0])
    assert np.allclose(low[:2], [0.2553, 0.0], atol=5e-5)
    assert np.allclose(high[:2], [0.3662, 0.1611], atol=5e-5)
    assert np.isnan([low[2], high[2]]).all()


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 5000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_interval_solves_the_score_equation(case: tuple[int, int]) -> None:
    """Each limit p0 has |p - p0| = z sqrt(p0 (1 - p0) / N), and mirrored counts mirror it."""
    n, total = case
    low, high = (float(limit) for limit in wilson(n, total))
    assert 0 <= low <= n / total <= high <= 1
    for limit in (low, high):
        distance = 1.959963984540054 * np.sqrt(limit * (1 - limit) / total)
        assert abs(n / total - limit) == pytest.approx(distance, abs=1e-9)
    mirrored_low, mirrored_high = (float(limit) for limit in wilson(total - n, total))
    assert (mirrored_low, mirrored_high) == pytest.approx((1 - high, 1 - low), abs=1e-12)
