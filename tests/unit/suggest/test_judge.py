"""Figures of quality against another program."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, label_ranking_average_precision_score

from verbatim.suggest.judge import (
    average_precision,
    by_frequency,
    calibration,
    label_ranking_average_precision,
    places,
    quality,
)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 30), st.integers(2, 8))
def test_precisions_are_scikit_learns(seed: int, rows: int, codes: int) -> None:
    """Average precision (with ties) and ranking average precision (without) agree."""
    chance = np.random.default_rng(seed)
    truth = (chance.random((rows, codes)) < 0.4).astype(float)
    truth[0, 0] = 1
    tied = chance.integers(0, 4, rows).astype(float)
    assert average_precision(tied, truth[:, 0]) == pytest.approx(
        average_precision_score(truth[:, 0], tied)
    )
    scores = chance.permutation(rows * codes).reshape(rows, codes).astype(float)
    some = truth.any(axis=1)
    assert label_ranking_average_precision(scores, truth) == pytest.approx(
        label_ranking_average_precision_score(truth[some], scores[some])
    )


def test_ties_go_to_the_first_code() -> None:
    """Equal scores never depend on the machine."""
    assert places(np.array([[1.0, 2.0, 2.0]])).tolist() == [[3, 1, 2]]


def test_frequency_does_not_see_its_own_interview() -> None:
    """A code given in one interview only has frequency 0 there."""
    given = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    assert by_frequency(given, ["P1", "P1", "P2"]).tolist() == [[0, 1], [0, 1], [2, 0]]


def test_quality_by_hand() -> None:
    """Two interviews, three codes, worked out on paper."""
    scores = np.array([[3.0, 2.0, 1.0], [1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])
    given = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
    found = quality(scores, given, ["P1", "P1", "P2"], ["a", "b", "c"]).set_index("code")
    assert found.loc["all", ["segments", "interviews"]].tolist() == [2, 1]
    assert found.loc["all", "precision_at_1"] == 0.5, "c came first where b was given"
    assert found.loc["all", "average_precision"] == pytest.approx((1 + 1 / 2) / 2)
    assert found.loc["a", "precision_at_1"] == 1, "over coded segments: the third has no code"
    assert found.loc["a", "average_precision"] == 0.5, "two segments share the highest score"
    assert found.loc["a", "baseline"] == pytest.approx(1 / 3)
    assert np.isnan(found.loc["b", "precision_at_1"]), "never suggested first"
    assert found.loc["c", "segments"] == 0
    assert np.isnan(found.loc["c", "average_precision"]), "nothing to judge by"


def test_nothing_coded_gives_counts_of_zero() -> None:
    """No figure is made up where there is nothing to count."""
    found = quality(np.zeros((0, 2)), np.zeros((0, 2)), [], ["a", "b"])
    assert found["segments"].tolist() == [0, 0, 0]
    assert found.drop(columns=["code", "segments", "interviews"]).isna().all(axis=None)


def test_calibration_bands() -> None:
    """Each pair falls into one band; 1 belongs to the last."""
    chances = np.array([[0.0, 0.05], [0.1, 1.0]])
    found = calibration(chances, np.array([[0.0, 1.0], [0.0, 1.0]]))
    assert found["pairs"].tolist() == [2, 1, 0, 0, 0, 0, 0, 0, 0, 1]
    assert found.loc[0, ["predicted", "observed"]].tolist() == [0.025, 0.5]
    assert np.isnan(found.loc[5, "observed"])
