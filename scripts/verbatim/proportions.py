"""Intervals for shares of people."""

from statistics import NormalDist
from typing import Any

import numpy as np
import numpy.typing as npt

LEVEL = 0.95
"""Share of intervals, over many samples, that hold the true share."""


def wilson(
    successes: npt.ArrayLike, trials: npt.ArrayLike, level: float = LEVEL
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Score interval of a share n/N, without continuity correction.

    With p = n/N and z the normal quantile, the limits are
    (2n + z^2 -/+ z sqrt(z^2 + 4n(1 - p))) / (2(N + z^2)): Wilson 1927 (J Am Stat Assoc
    22:209-212), as method 3 of Newcombe 1998 (Stat Med 17:857-872), who writes n for N and r for n.

    Args:
        successes: n, one or several.
        trials: N, one or several; broadcast against n.
        level: Confidence level.

    Returns:
        Low and high limits between 0 and 1; nan where N is 0.
    """
    n, total = np.broadcast_arrays(
        np.asarray(successes, dtype=np.float64), np.asarray(trials, dtype=np.float64)
    )
    z = NormalDist().inv_cdf((1 + level) / 2)
    low, high = np.full(n.shape, np.nan), np.full(n.shape, np.nan)
    some: Any = total > 0
    n, total = n[some], total[some]
    middle = 2 * n + z**2
    half = z * np.sqrt(z**2 + 4 * n * (1 - n / total))
    # At n = 0 and n = N one limit is exactly 0 or 1; rounding must not put it a hair beside.
    low[some] = np.where(n == 0, 0.0, (middle - half) / (2 * (total + z**2)))
    high[some] = np.where(n == total, 1.0, (middle + half) / (2 * (total + z**2)))
    return low, high
