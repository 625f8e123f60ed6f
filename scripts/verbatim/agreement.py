"""Agreement between coders: one published equation, one function."""

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


def krippendorff_alpha(values: Numbers) -> float:
    """Krippendorff's alpha for nominal data, any number of coders, missing values allowed.

    alpha = 1 - D_o / D_e, with D_o the observed and D_e the expected disagreement; a unit that
    fewer than two coders judged pairs with nothing and is left out. K. Krippendorff, Content
    Analysis, 4th ed., Sage 2019, ch. 12; the same in Computing Krippendorff's Alpha-Reliability
    (2011), part C, nominal metric.

    Args:
        values: One row per coder, one column per unit; categories as numbers, NaN for missing.

    Returns:
        1 for perfect agreement, 0 for what chance gives; NaN where no two values can be paired
        or all of them are the same, since alpha says nothing without variation.
    """
    categories = np.unique(values[~np.isnan(values)])
    counts = (values[:, :, None] == categories).sum(axis=0).astype(float)
    judged = counts.sum(axis=1)
    counts, judged = counts[judged >= 2], judged[judged >= 2]
    total, by_category = judged.sum(), counts.sum(axis=0)
    agreed = (counts * (counts - 1) / (judged[:, None] - 1)).sum()
    by_chance = (by_category * (by_category - 1)).sum() / (total - 1) if total else 0.0
    if total == by_chance:
        return float("nan")
    return float(1 - (total - agreed) / (total - by_chance))


def percent_agreement(values: Numbers) -> float:
    """Share of pairs of coders, over all units, that gave the same value (observed agreement).

    Args:
        values: As in `krippendorff_alpha`.

    Returns:
        0 to 1; NaN where no unit was judged by two coders.
    """
    same = both = 0
    for one, other in combinations(values, 2):
        judged = ~np.isnan(one) & ~np.isnan(other)
        both += int(judged.sum())
        same += int((one[judged] == other[judged]).sum())
    return same / both if both else float("nan")


def positive_agreement(values: Numbers) -> float:
    """Mean over pairs of coders of their agreement on presence, 2a / (2a + b + c).

    With a the units both gave, b and c those that only one gave: Dice's coefficient, equal to F1
    with either coder as the standard. G. Hripcsak and A. S. Rothschild, Agreement, the F-measure,
    and reliability in information retrieval, JAMIA 12 (2005) 296, doi 10.1197/jamia.M1733.

    Args:
        values: As in `krippendorff_alpha`; 1 for present, 0 for absent.

    Returns:
        0 to 1; a pair of which neither coder gave the code is left out, NaN where all are.
    """
    shares = []
    for one, other in combinations(values, 2):
        judged = ~np.isnan(one) & ~np.isnan(other)
        given = one[judged].sum() + other[judged].sum()
        if given:
            shares.append(2 * (one[judged] * other[judged]).sum() / given)
    return float(np.mean(shares)) if shares else float("nan")


def binary_sums(present: Flags, judged: Flags, group: NDArray[np.intp], groups: int) -> Numbers:
    """Sum up, by group of units, what alpha of binary codes needs, for every code at once.

    Sums of groups (or of codes) are the sums of the whole, so that resampling or pooling them
    never goes back to the units.

    Args:
        present: Coder x unit x code, whether the coder gave the code.
        judged: Coder x unit, whether the coder judged the unit.
        group: Group of each unit, from 0.
        groups: How many groups there are.

    Returns:
        Array of 3 x group x code: values that can be paired (m coders per unit, at least two),
        how many of them say present, and the sum over units of k (m - k) / (m - 1), where k of m
        coders say present.
    """
    m = judged.sum(axis=0).astype(float)[:, None]
    k = (present & judged[:, :, None]).sum(axis=0).astype(float)
    paired = m[:, 0] >= 2
    m, k = m[paired], k[paired]
    sums = np.zeros((3, groups, present.shape[2]))
    for row, of_units in zip(sums, (m, k, k * (m - k) / (m - 1)), strict=True):
        np.add.at(row, group[paired], of_units)
    return sums


def binary_alpha(sums: Numbers) -> Numbers:
    """`krippendorff_alpha` of present or absent, from sums: 1 - (n - 1) apart / (n1 n0).

    For two categories D_o = 2 apart / n and D_e = 2 n1 n0 / (n (n - 1)).

    Args:
        sums: n, n1 and apart along the first axis, as `binary_sums` gives them.

    Returns:
        Alpha in the shape of the other axes; NaN where present or absent never occurs.
    """
    values, present, apart = sums
    varied = present * (values - present)
    with np.errstate(divide="ignore", invalid="ignore"):
        alpha = 1 - (values - 1) * apart / varied
    return np.where(varied > 0, alpha, np.nan)


def bootstrap_alpha(sums: Numbers, resamples: int, seed: int) -> tuple[Numbers, Numbers]:
    """Percentile interval (95 %) of `binary_alpha`, whole groups resampled with replacement.

    Units of one interview are alike, so that interviews are resampled and not segments (cluster
    bootstrap; A. C. Davison and D. V. Hinkley, Bootstrap Methods and their Application, Cambridge
    1997, ch. 3). Resamples in which a code does not vary have no alpha and are left out.

    Args:
        sums: 3 x group x code, as `binary_sums` gives them.
        resamples: How many resamples.
        seed: Where the random numbers start.

    Returns:
        Low and high end per code; NaN for a code that is met in fewer than two groups, for which
        resampling says nothing.
    """
    groups, codes = sums.shape[1:]
    draws = np.random.default_rng(seed).integers(groups, size=(resamples, groups))
    flat = (draws + groups * np.arange(resamples)[:, None]).ravel()
    drawn = np.bincount(flat, minlength=resamples * groups).reshape(resamples, groups)
    alphas = binary_alpha(drawn.astype(float) @ sums)
    low, high = np.full(codes, np.nan), np.full(codes, np.nan)
    for code in np.flatnonzero((sums[1] > 0).sum(axis=0) >= 2):
        met = alphas[:, code][~np.isnan(alphas[:, code])]
        if len(met):
            low[code], high[code] = np.percentile(met, [2.5, 97.5])
    return low, high
