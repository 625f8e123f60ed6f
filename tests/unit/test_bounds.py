"""Exact limits against published tables and other programs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from verbatim import bounds

# Garwood 1936, as tabled in Ulm 1990 (Am J Epidemiol 131:373) and most textbooks of epidemiology.
POISSON = [(0, 0.0, 3.69), (1, 0.03, 5.57), (2, 0.24, 7.22), (5, 1.62, 11.67), (10, 4.80, 18.39)]


@pytest.mark.parametrize(("events", "low", "high"), POISSON)
def test_published_poisson_limits(events: int, low: float, high: float) -> None:
    """The 95 % limits of a count are those of the published table."""
    assert bounds.garwood(events) == pytest.approx((low, high), abs=0.005)


def test_rule_of_three() -> None:
    """Nothing in n means at most 3/n: n = 100 and 1,000 give .030 and .003 (Hanley 1983)."""
    assert bounds.most_of_many(0, 100) == pytest.approx(0.030, abs=0.001)
    assert bounds.most_of_many(0, 1000) == pytest.approx(0.003, abs=0.0001)
    assert bounds.most_events(0) == pytest.approx(3.0, abs=0.005)


@pytest.mark.parametrize(("hits", "sampled"), [(0, 59), (1, 20), (3, 100), (12, 300), (20, 20)])
def test_clopper_pearson(hits: int, sampled: int) -> None:
    """The limit of a share is that of scipy's exact test, one-sided."""
    limit = stats.binomtest(hits, sampled, alternative="less").proportion_ci(0.95, "exact").high
    assert bounds.most_of_many(hits, sampled) == pytest.approx(limit)


def test_small_population() -> None:
    """So few hits come up with 5 % probability at the limit, and with less past it (scipy)."""
    for hits, sampled, population in ((0, 50, 100), (2, 30, 200), (0, 19, 20), (5, 40, 41)):
        most = bounds.most_of(hits, sampled, population)
        assert stats.hypergeom.cdf(hits, population, most, sampled) >= 0.05 - 1e-9
        if most < population - (sampled - hits):
            assert stats.hypergeom.cdf(hits, population, most + 1, sampled) < 0.05
    assert bounds.most_of(3, 50, 50) == 3
    many = 10**6
    assert bounds.most_of(2, 300, many) / many == pytest.approx(
        bounds.most_of_many(2, 300), abs=1e-4
    )


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 150),
    st.integers(0, 5),
    st.integers(1, 40),
    st.floats(0, 0.3),
    st.integers(0, 99),
)
def test_more_reading_never_raises_the_limit(
    sampled: int, hits: int, clusters: int, correlation: float, unread: int
) -> None:
    """One more segment read without a hit never raises the limit; one more hit never lowers it."""
    hits, population = min(hits, sampled), sampled + 1 + unread

    def limit(hits: int, sampled: int) -> float:
        effect = bounds.design_effect(sampled / clusters, correlation)
        return bounds.share_at_most(hits, sampled, population, effect)

    assert limit(hits, sampled + 1) <= limit(hits, sampled)
    assert limit(min(hits + 1, sampled), sampled) >= limit(hits, sampled)
    assert hits / population <= limit(hits, sampled) <= 1


@pytest.mark.parametrize(
    ("population", "correlation", "least", "most", "why"),
    [
        (100_000, 0.0, 295, 300, "the rule of three"),
        (100_000, 0.05, 400, 500, "wider for clusters: 300 (1 - ICC) / (1 - 300 ICC / 37) = 479"),
        (1000, 0.0, 236, 240, "fewer of a small population: 1000 (1 - .05 ** (1 / 11)) = 238"),
        (20, 0.0, 20, 20, "of twenty segments one is more than 1 %"),
        (0, 0.0, 0, 0, "nothing to read"),
    ],
)
def test_size_of_sample(
    population: int, correlation: float, least: int, most: int, why: str
) -> None:
    """The sample is as large as the bound of 1 % wants, and no larger."""
    wanted = bounds.sample_wanted(0.01, population, 37, correlation)
    assert least <= wanted <= most, why
    effect = bounds.design_effect(wanted / 37, correlation)
    assert bounds.share_at_most(0, wanted, population, effect) <= 0.01


def test_chapman() -> None:
    """The turtles of the encyclopaedias: 10 marked, 15 caught, 5 of them marked, gives 28.

    Variance by hand: 11 * 16 * 5 * 10 / (6 ** 2 * 7).
    """
    total, variance = bounds.chapman(10, 15, 5)
    assert int(total) == 28
    assert variance == pytest.approx(34.92, abs=0.01)


def test_clustering() -> None:
    """Kish's effect for 20 in a cluster and .05 is 1.95; all alike in clusters correlate fully."""
    assert bounds.design_effect(20, 0.05) == pytest.approx(1.95)
    assert bounds.design_effect(0.5, 0.05) == 1
    assert bounds.icc([4, 0, 4, 0], [4, 4, 4, 4]) == pytest.approx(1)
    assert bounds.icc([1, 1, 1, 1], [4, 4, 4, 4]) == 0
    assert bounds.icc([0, 0], [4, 4]) is None
    assert bounds.icc([3], [4]) is None
