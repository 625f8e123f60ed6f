"""How good the suggestions are, on interviews that they were not learnt from."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

BANDS = 10

FIGURES = (
    "precision_at_1",
    "recall_at_3",
    "recall_at_5",
    "average_precision",
    "baseline",
)


def order(scores: Floats) -> Ints:
    """Rank the codes of each segment, best first; ties go to the code that comes first."""
    return np.argsort(-scores, axis=1, kind="stable")


def places(scores: Floats) -> Ints:
    """Give each code's place in the ranking of its segment, from 1."""
    found = np.empty(scores.shape, dtype=np.int64)
    np.put_along_axis(found, order(scores), np.arange(1, scores.shape[1] + 1)[None, :], axis=1)
    return found


def label_ranking_average_precision(scores: Floats, given: Floats) -> float:
    """Mean, over given codes, of the share of given codes among those ranked as high.

    Schapire & Singer (2000), BoosTexter, Machine Learning 39, 135-168, section 3: averaged first
    over the codes of a segment, then over segments with a code. NaN without any.
    """
    coded = given.any(axis=1)
    if not coded.any():
        return float("nan")
    ranking = order(scores[coded])
    hits = np.take_along_axis(given[coded], ranking, axis=1)
    precision = np.cumsum(hits, axis=1) / np.arange(1, hits.shape[1] + 1)
    return float(((precision * hits).sum(axis=1) / hits.sum(axis=1)).mean())


def average_precision(scores: Floats, given: Floats) -> float:
    """Sum, over the thresholds of one code's score, of (R_n - R_n-1) P_n; NaN if never given.

    Precision P and recall R over segments; segments with equal scores come in together, so that
    their order does not matter.
    """
    if not given.any():
        return float("nan")
    ranking = np.argsort(-scores, kind="stable")
    hits = np.cumsum(given[ranking])
    last_of_tie = np.append(np.flatnonzero(np.diff(scores[ranking])), len(scores) - 1)
    recall = hits[last_of_tie] / hits[-1]
    precision = hits[last_of_tie] / (last_of_tie + 1)
    return float((np.diff(recall, prepend=0.0) * precision).sum())


def by_frequency(given: Floats, owners: Sequence[str] | NDArray[np.str_]) -> Floats:
    """Score codes by how often they were given in the other interviews."""
    names = np.asarray(owners)
    scores = np.zeros(given.shape)
    for name in np.unique(names):
        own = names == name
        scores[own] = given[~own].sum(axis=0)
    return scores


def quality(
    scores: Floats, given: Floats, owners: Sequence[str] | NDArray[np.str_], codes: list[str]
) -> pd.DataFrame:
    """Judge scores of segments whose interviews had no part in them.

    Args:
        scores: Segments of coded interviews by codes.
        given: 1 where coders gave the code.
        owners: Interview of each segment.
        codes: Codes, in the order of the columns.

    Returns:
        As `SuggestionQuality`: first 'all', then a row per code. A figure without anything to
        count is missing.
    """
    names = np.asarray(owners)
    place = places(scores)
    rows: list[tuple[object, ...]] = [_overall(scores, given, names, place)]
    coded = given.any(axis=1)
    for at, code in enumerate(codes):
        own = given[:, at] > 0
        first = coded & (place[:, at] == 1)
        rows.append(
            (
                code,
                int(own.sum()),
                len(np.unique(names[own])),
                _mean(given[first, at]),
                _mean(place[own, at] <= 3),
                _mean(place[own, at] <= 5),
                average_precision(scores[:, at], given[:, at]),
                _mean(given[:, at]) if own.any() else float("nan"),
            )
        )
    return pd.DataFrame(rows, columns=["code", "segments", "interviews", *FIGURES])


def _overall(
    scores: Floats, given: Floats, names: NDArray[np.str_], place: Ints
) -> tuple[object, ...]:
    own = given > 0
    coded = own.any(axis=1)
    return (
        "all",
        int(coded.sum()),
        len(np.unique(names[coded])),
        _mean(own[coded][place[coded] == 1]),
        _mean(place[own] <= 3),
        _mean(place[own] <= 5),
        label_ranking_average_precision(scores, given),
        label_ranking_average_precision(by_frequency(given, names), given),
    )


def _mean(values: NDArray[np.bool_] | Floats) -> float:
    return float(np.mean(values)) if values.size else float("nan")


def calibration(chances: Floats, given: Floats) -> pd.DataFrame:
    """Compare promised and observed shares, in ten bands of probability.

    Returns:
        As `SuggestionCalibration`: ten rows; a band without pairs has no shares. The last band
        includes 1.
    """
    band = np.minimum((chances * BANDS).astype(int), BANDS - 1)
    rows = []
    for number in range(BANDS):
        inside = band == number
        rows.append(
            (
                number / BANDS,
                (number + 1) / BANDS,
                int(inside.sum()),
                _mean(chances[inside]),
                _mean(given[inside]),
            )
        )
    return pd.DataFrame(rows, columns=["low", "high", "pairs", "predicted", "observed"])
