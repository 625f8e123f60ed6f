"""How much each kind of evidence counts, and what probability it amounts to."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

EVIDENCE = ("constant", "frequency", "codings", "definition")
"""What a score is made of, in the order of the coefficients."""

DEFAULT: Floats = np.array([-1.4, 0.6, 4.0, 0.35])
"""Coefficients where a study has no codings to learn them from."""

STRAIGHT: Floats = np.array([0.0, 1.0, 1.0])
"""The curve from scores to probabilities that changes nothing."""

CERTAINTY = 10.0
"""Inverse variance of the normal prior around either."""


def enough(codings: Floats, interviews: Floats) -> Floats:
    """How far codings are trusted, per code, from 0 to 1.

    n / (n + 3) * min(1, d / 2) for n codings in d interviews: codings of one interview tell
    little about the next one.
    """
    return np.asarray(codings / (codings + 3.0) * np.minimum(1.0, interviews / 2.0))


def frequency(share: Floats, interviews: int) -> Floats:
    """Expected share of segments with each code, from those in `interviews` coded interviews.

    Shrunk towards the mean of all codes by the weight of three interviews, and that mean towards
    half a code per segment by the weight of one; always between 0 and 1.
    """
    nothing_known = 0.5 / len(share)
    middle = (interviews * share.mean() + nothing_known) / (interviews + 1)
    return np.asarray((interviews * share + 3 * middle) / (interviews + 3))


def evidence(trust: Floats, expected: Floats, deviation: Floats, meaning: Floats) -> Floats:
    """Put the evidence for each pair of segment and code in the order of `EVIDENCE`.

    Args:
        trust: `enough`, per code.
        expected: `frequency`, per code.
        deviation: Ridge score above the code's share, segments by codes.
        meaning: Standardised similarity to the definition, segments by codes.

    Returns:
        Segments by codes by four: 1; logit of the expected share; trust times deviation in
        standard deviations of a coding, sqrt(p (1 - p)); similarity to the definition.
    """
    spread = np.sqrt(expected * (1 - expected))
    return np.stack(
        [
            np.ones_like(meaning),
            np.broadcast_to(np.log(expected / (1 - expected)), meaning.shape),
            deviation * (trust / spread),
            meaning,
        ],
        axis=-1,
    )


def weighed(pairs: Floats, given: Floats) -> Floats:
    """Learn the coefficients from pairs of segment and code that the evidence had not seen.

    Platt's sigmoid (1999, Probabilistic outputs for support vector machines, in Advances in
    Large Margin Classifiers, MIT Press) over several scores at once, which makes it stacked
    generalisation (Wolpert 1992, Neural Networks 5(2), 241-259), with weights that are not
    negative (Breiman 1996, Machine Learning 24, 49-64). All codes are pooled. The maximum a
    posteriori under a normal prior (`DEFAULT`, `CERTAINTY`) takes the place of Platt's altered
    targets: it exists for any data, none included.

    Args:
        pairs: Pairs by four kinds of evidence.
        given: 1 where coders gave the code, else 0.
    """
    return _logistic(pairs, given, DEFAULT)


def bent(scores: Floats, given: Floats) -> Floats:
    """Learn the curve from scores to probabilities.

    Beta calibration (Kull, Silva Filho & Flach 2017, AISTATS, PMLR 54, 623-631, equation 2), which
    bends either tail of Platt's sigmoid: with q = 1 / (1 + exp(-score)),

        logit p = c + a ln q - b ln(1 - q),   a, b >= 0.

    The score itself stays linear, and so do its reasons; the order of codes stays as it is. Without
    data it is the sigmoid (a = b = 1, c = 0).

    Returns:
        c, a, b.
    """
    return _logistic(_tails(scores), given, STRAIGHT)


def probability(scores: Floats, curve: Floats) -> Floats:
    """Give the probability that each score stands for on a curve of `bent`."""
    return _sigmoid(_tails(scores) @ curve)


def _tails(scores: Floats) -> Floats:
    return np.stack(
        [np.ones_like(scores), -np.logaddexp(0.0, -scores), np.logaddexp(0.0, scores)], axis=-1
    )


def _sigmoid(score: Floats) -> Floats:
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * score)))


def _logistic(inputs: Floats, given: Floats, centre: Floats) -> Floats:
    """Fit a logistic regression under a normal prior, weights but the first not negative."""
    free = np.ones(len(centre), dtype=bool)
    while True:
        fitted = np.zeros(len(centre))
        fitted[free] = _newton(inputs[:, free], given, centre[free])
        negative = np.flatnonzero(fitted[1:] < 0) + 1
        if not len(negative):
            return fitted
        free[negative[np.argmin(fitted[negative])]] = False


def _newton(inputs: Floats, given: Floats, centre: Floats) -> Floats:
    """Newton's method, steps halved while they lead upwards."""

    def loss(at: Floats) -> float:
        score = inputs @ at
        fit = np.logaddexp(0.0, score).sum() - (given * score).sum()
        return float(fit + 0.5 * CERTAINTY * ((at - centre) ** 2).sum())

    now = centre.copy()
    for _ in range(100):
        chance = _sigmoid(inputs @ now)
        slope = inputs.T @ (chance - given) + CERTAINTY * (now - centre)
        bend = (inputs * (chance * (1 - chance))[:, None]).T @ inputs
        step = np.linalg.solve(bend + CERTAINTY * np.eye(len(now)), slope)
        if np.abs(step).max() < 1e-9:
            break
        size, here = 1.0, loss(now)
        while size > 1e-4 and loss(now - size * step) > here:
            size /= 2
        now = now - size * step
    return now
