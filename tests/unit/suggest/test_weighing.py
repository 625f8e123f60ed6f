"""What evidence amounts to."""

import numpy as np
import pytest
from scipy.optimize import minimize

from verbatim.suggest.weighing import (
    CERTAINTY,
    DEFAULT,
    STRAIGHT,
    bent,
    enough,
    evidence,
    frequency,
    probability,
    weighed,
)


@pytest.mark.parametrize(
    ("codings", "interviews", "trust", "why"),
    [
        (0, 0, 0.0, "never given: the definition alone"),
        (3, 1, 0.25, "half of the trust, since all came from one interview"),
        (3, 2, 0.5, "n / (n + 3)"),
        (97, 9, 0.97, "many"),
    ],
)
def test_trust_grows_with_codings_and_interviews(
    codings: float, interviews: float, trust: float, why: str
) -> None:
    """By hand from the formula."""
    assert enough(np.array([codings]), np.array([interviews]))[0] == pytest.approx(trust), why


def test_frequency_begins_at_half_a_code_a_segment() -> None:
    """Without interviews all codes are equal; with many, shares are what was seen."""
    assert np.allclose(frequency(np.zeros(5), 0), 0.1)
    seen = np.array([0.5, 0.0])
    assert np.allclose(frequency(seen, 10**6), seen, atol=1e-5)
    assert np.all(frequency(np.array([1.0, 1.0]), 3) < 1)
    assert np.all(frequency(np.array([0.0, 0.0]), 3) > 0)


def test_evidence_without_codings_ranks_by_definition() -> None:
    """Where nothing was coded, codes stand in the order of their definitions' likeness."""
    likeness = np.array([[0.1, 2.0, -1.0]])
    pairs = evidence(np.zeros(3), frequency(np.zeros(3), 0), np.zeros((1, 3)), likeness)
    assert np.argsort(pairs @ DEFAULT)[0].tolist() == np.argsort(likeness)[0].tolist()


def test_coefficients_are_the_constrained_optimum() -> None:
    """SciPy's bounded optimiser finds the same maximum a posteriori."""
    chance = np.random.default_rng(5)
    pairs = np.column_stack([np.ones(300), chance.normal(size=(300, 3))])
    truth = 1 / (1 + np.exp(-pairs @ np.array([-1.0, 0.8, 2.0, -1.5])))
    given = (chance.random(300) < truth).astype(float)

    def loss(at: np.ndarray) -> float:
        score = pairs @ at
        prior = 0.5 * CERTAINTY * ((at - DEFAULT) ** 2).sum()
        return float(np.logaddexp(0, score).sum() - given @ score + prior)

    bounds = [(None, None), (0, None), (0, None), (0, None)]
    other = minimize(loss, DEFAULT, method="L-BFGS-B", bounds=bounds, options={"ftol": 1e-14})
    found = weighed(pairs, given)
    assert np.allclose(found, other.x, atol=1e-3)
    assert found[3] == 0, "what the definition says can count for nothing, never against"


@pytest.mark.parametrize(
    ("given", "why"), [([], "no data"), ([1.0] * 4, "all given"), ([0.0] * 4, "none given")]
)
def test_there_are_always_coefficients(given: list[float], why: str) -> None:
    """Without data the defaults; with data that a plain fit could not bear, finite ones."""
    truth = np.array(given)
    found = weighed(np.ones((len(truth), 4)), truth)
    assert np.all(np.isfinite(found)), why
    if not given:
        assert np.allclose(found, DEFAULT), why
        assert np.allclose(bent(truth, truth), STRAIGHT), why


def test_the_straight_curve_is_the_sigmoid() -> None:
    """With a = b = 1 and c = 0, Kull et al.'s equation gives the probability itself."""
    scores = np.linspace(-30, 30, 61)
    assert np.allclose(probability(scores, STRAIGHT), 1 / (1 + np.exp(-scores)))


def test_bending_brings_promises_to_what_was_seen() -> None:
    """Scores that promise too much come out close to the shares observed, in the same order."""
    chance = np.random.default_rng(8)
    scores = chance.normal(-2, 2, 20000)
    truth = 1 / (1 + np.exp(-np.where(scores > 0, 0.3 * scores, scores)))
    given = (chance.random(20000) < truth).astype(float)
    curve = bent(scores, given)
    found = probability(np.sort(scores), curve)
    assert np.all(np.diff(found) >= 0)
    straight = np.abs(probability(scores, STRAIGHT) - truth).max()
    assert np.abs(probability(scores, curve) - truth).max() < straight / 3
