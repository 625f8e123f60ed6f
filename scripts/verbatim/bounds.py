"""How much may still be there where little was found: exact limits, for shares and for rates."""

import math
from collections.abc import Sequence
from fractions import Fraction

from scipy.special import betaincinv, gammaincinv

from verbatim.proportions import LEVEL


def garwood(events: int, level: float = LEVEL) -> tuple[float, float]:
    """Exact interval of a Poisson mean of which so many events were counted.

    The limits are chi2(a/2; 2x)/2 and chi2(1 - a/2; 2x + 2)/2 with a = 1 - level: Garwood 1936
    (Biometrika 28:437-442).
    """
    tail = (1 - level) / 2
    low = float(gammaincinv(events, tail)) if events else 0.0
    return low, float(gammaincinv(events + 1, 1 - tail))


def most_events(events: int, level: float = LEVEL) -> float:
    """One-sided upper limit of a Poisson mean: 3.0 where nothing was counted."""
    return float(gammaincinv(events + 1, level))


def most_of_many(hits: int, sampled: int, level: float = LEVEL) -> float:
    """One-sided upper limit of a share, from a sample of a population without end.

    Clopper and Pearson 1934 (Biometrika 26:404-413): the share of which so few hits or fewer come
    up with probability 1 - level. Without hits about 3/n, the rule of three of Hanley and
    Lippman-Hand 1983 (JAMA 249:1743-1745).
    """
    if hits >= sampled:
        return 1.0
    return float(betaincinv(hits + 1, sampled - hits, level))


def most_of(hits: int, sampled: int, population: int, level: float = LEVEL) -> int:
    """One-sided upper limit of how many of a finite population are hits, those sampled included.

    The largest number of which so few hits or fewer come up in a sample without replacement with
    probability of at least 1 - level (Buonaccorsi 1987, Am Stat 41:215-218). It is `most_of_many`
    where the population is large, and exactly the hits where everything was looked at.
    """
    tail = 1 - Fraction(level).limit_denominator(1000)
    most = population - (sampled - hits)
    low, step = hits, 1
    while low < most:
        if _likely(hits, sampled, min(low + step, most), population, tail):
            low, step = min(low + step, most), step * 2
        elif step > 1:
            step = 1
        else:
            break
    return low


def _likely(hits: int, sampled: int, all_hits: int, population: int, tail: Fraction) -> bool:
    """Whether so few hits or fewer come up with that probability at least; exact."""
    # Sample and hits may change places; the smaller of the two makes the smaller numbers.
    few, many = sorted((sampled, all_hits))
    ways = sum(
        math.comb(many, found) * math.comb(population - many, few - found)
        for found in range(min(hits, few) + 1)
    )
    return ways >= tail * math.comb(population, few)


def design_effect(cluster: float, icc: float) -> float:
    """By how much clusters of that size widen a variance: 1 + (m - 1) ICC (Kish 1965, 5.4)."""
    return 1 + max(cluster - 1, 0) * icc


def icc(hits: Sequence[int], sampled: Sequence[int]) -> float | None:
    """Intraclass correlation of hits within clusters, by analysis of variance.

    (MSB - MSW) / (MSB + (n0 - 1) MSW), as Ridout, Demetrio and Firth 1999 (Biometrics
    55:137-148) give it for yes and no; not below 0.

    Args:
        hits: In each cluster.
        sampled: Looked at in each cluster; at least 1.

    Returns:
        None where it cannot be told: fewer than two clusters, none with two, or all alike.
    """
    clusters, total, all_hits = len(sampled), sum(sampled), sum(hits)
    if clusters < 2 or total == clusters or all_hits in {0, total}:
        return None
    within = sum(hit - hit**2 / size for hit, size in zip(hits, sampled, strict=True))
    between = sum(hit**2 / size for hit, size in zip(hits, sampled, strict=True))
    msw = within / (total - clusters)
    msb = (between - all_hits**2 / total) / (clusters - 1)
    typical = (total - sum(size**2 for size in sampled) / total) / (clusters - 1)
    return max((msb - msw) / (msb + (typical - 1) * msw), 0.0)


def share_at_most(hits: int, sampled: int, population: int, effect: float = 1) -> float:
    """One-sided 95 % upper limit of the share of a finite population, widened for clustering.

    Sample and hits count for as many as they would without clusters (Korn and Graubard 1998, Surv
    Methodol 24:193-201), rounded so that the limit is never too low.
    """
    if sampled >= population:
        return hits / population if population else 0.0
    fewer = int(sampled / effect)
    less = min(math.ceil(hits / effect), fewer)
    return max(most_of(less, fewer, population), hits) / population


def sample_wanted(bound: float, population: int, clusters: int, correlation: float) -> int:
    """How many to look at so that, if none is a hit, the share is at most the bound.

    About 3/bound, more for clusters, fewer where the population is small.
    """

    def enough(sampled: int) -> bool:
        effect = design_effect(sampled / max(clusters, 1), correlation)
        return share_at_most(0, sampled, population, effect) <= bound

    low, high = 0, 1
    while high < population and not enough(high):
        low, high = high, min(2 * high, population)
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return min(high, population)


def chapman(first: int, second: int, both: int) -> tuple[float, float]:
    """How many there are, from two independent looks at them, and the variance of that.

    (n1 + 1)(n2 + 1)/(m + 1) - 1, Chapman 1951 (Univ Calif Publ Stat 1:131-160), with the variance
    (n1 + 1)(n2 + 1)(n1 - m)(n2 - m)/((m + 1)^2 (m + 2)), Seber 1982 (Estimation of Animal
    Abundance, 2nd ed., eq. 3.3 and 3.4, p. 60).
    """
    product = (first + 1) * (second + 1)
    apart = (first - both) * (second - both)
    return product / (both + 1) - 1, product * apart / ((both + 1) ** 2 * (both + 2))
