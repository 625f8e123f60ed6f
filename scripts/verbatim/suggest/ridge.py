"""Kernel ridge regression for all codes at once, with whole interviews left out in closed form."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verbatim.suggest.words import Texts

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

QUESTION = 0.3
"""Weight of the question's kernel; the segment's own has weight 1."""

RIDGE = 0.6
"""Lambda: how much a single coding is doubted."""

AT_A_TIME = 500
"""Rows of a kernel that are worked out together, to keep memory small."""


def kernel(texts: Texts, left: Ints, right: Ints) -> Floats:
    """Similarity of segments: cosine of what is said plus, at `QUESTION`, of what was asked."""
    said, asked = texts.said[right].T, QUESTION * texts.asked[right].T
    similar = np.empty((len(left), len(right)))
    for begin in range(0, len(left), AT_A_TIME):
        part = left[begin : begin + AT_A_TIME]
        both = texts.said[part] @ said + texts.asked[part] @ asked
        similar[begin : begin + AT_A_TIME] = both.toarray()
    return similar


class Ridge:
    """The solved system, from which any block of segments can be taken out again.

    With kernel K, codings Y (segments by codes, 0 or 1), their mean m, and G = (K + lambda I)^-1,
    the dual weights are alpha = G (Y - 1 m'). Without the segments B they are

        alpha_-B = A - G[:, B] G[B, B]^-1 A[B],   A = G (Y - 1 m_-B'),

    which is what solving the smaller system would give: block inversion, as for leave-one-out
    in Rifkin & Lippert (2007), Notes on regularized least squares, MIT-CSAIL-TR-2007-025, here
    for blocks; m_-B is the mean without B, so that nothing of B is left in.
    """

    def __init__(self, similarity: Floats, codings: Floats) -> None:
        """Solve once, for `similarity` of training segments with each other and their codings."""
        self.codings = codings
        self.inverse = np.linalg.inv(similarity + RIDGE * np.eye(len(similarity)))
        self.coded = self.inverse @ codings
        self.ones = self.inverse.sum(axis=1)

    def share(self, out: Ints) -> Floats:
        """Share of segments with each code, the segments `out` left out; 0 where none is left."""
        left = len(self.codings) - len(out)
        return np.asarray((self.codings.sum(axis=0) - self.codings[out].sum(axis=0)) / max(left, 1))

    def without(self, out: Ints) -> Floats:
        """Give the training segments' dual weights as if the segments `out` did not exist.

        Returns:
            Training segments by codes; 0 for the segments `out`.
        """
        share = self.share(out)
        full: Floats = self.coded - np.outer(self.ones, share)
        if len(out):
            block = np.linalg.solve(self.inverse[np.ix_(out, out)], full[out])
            full = full - self.inverse[:, out] @ block
            full[out] = 0.0
        return full

    def reach(self, similarity: Floats) -> "Reach":
        """Prepare to score the segments whose similarity with the training segments is given."""
        return Reach(
            self, similarity @ self.inverse, similarity @ self.coded, similarity @ self.ones
        )


@dataclass(frozen=True)
class Reach:
    """Scores of a fixed set of segments, for any training segments left out."""

    ridge: Ridge
    through: Floats
    coded: Floats
    ones: Floats

    def scores(self, at: Any, out: Ints) -> Floats:
        """Score the segments `at` for each code, as deviation from its share, without `out`."""
        share = self.ridge.share(out)
        full: Floats = self.coded[at] - np.outer(self.ones[at], share)
        if not len(out):
            return full
        inside = self.ridge.coded[out] - np.outer(self.ridge.ones[out], share)
        block = np.linalg.solve(self.ridge.inverse[np.ix_(out, out)], inside)
        return np.asarray(full - self.through[at][:, out] @ block)
