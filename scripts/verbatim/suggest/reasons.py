"""Why a code is suggested: the exact parts of its score."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verbatim.suggest.learn import Learner, Model
from verbatim.suggest.ridge import kernel

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Parts:
    """A score taken apart in two ways.

    `constant` and all of `terms`, `nearby` and `question` add up to the score; so do `constant`,
    `definition` and all of `segments`.

    Attributes:
        constant: What the code brings before anything is said.
        columns: Terms of the segment itself, as columns of the space of terms.
        terms: What each of them brings, by likeness to codings and to the definition.
        nearby: What the words of the neighbouring segments bring.
        question: What the questions, before the segment and its neighbours, bring.
        definition: What likeness to the definition brings.
        segments: What likeness to each training segment brings.
    """

    constant: float
    columns: Ints
    terms: Floats
    nearby: float
    question: float
    definition: float
    segments: Floats


class Reasons:
    """Takes the scores of one interview apart."""

    def __init__(self, learner: Learner, model: Model, name: str) -> None:
        """Prepare what all segments of the interview share."""
        rows = learner.at[name]
        texts = learner.texts
        self._smooth = texts.smoothing[rows][:, rows].toarray()
        self._said = texts.said[rows]
        self._slope = model.slope
        defined = model.coefficients[3] / learner.spread
        self._constant = (
            model.coefficients[0]
            + model.coefficients[1] * np.log(model.expected / (1 - model.expected))
            - defined * learner.usual
        )
        used = np.unique(self._said.indices)
        self._place = np.full(self._said.shape[1], -1)
        self._place[used] = np.arange(len(used))
        meant = texts.meant[:, used].toarray().T
        self._worth = self._slope * model.words[used] + defined * meant
        self._text = np.asarray(self._said[:, used] @ self._worth)
        self._question = self._smooth @ (self._slope * (texts.asked[rows] @ model.asked))
        self._definition = defined * learner.closeness[rows]
        self._like = self._smooth @ kernel(texts, rows, learner.training)
        self._alpha = model.alpha

    def parts(self, segment: int, code: int) -> Parts:
        """Take apart the score of a segment (its place in the interview) for a code."""
        begin, end = self._said.indptr[segment : segment + 2]
        columns = self._said.indices[begin:end]
        own = self._smooth[segment, segment]
        terms = own * self._said.data[begin:end] * self._worth[self._place[columns], code]
        nearby = self._smooth[segment] @ self._text[:, code] - own * self._text[segment, code]
        return Parts(
            float(self._constant[code]),
            columns,
            terms,
            float(nearby),
            float(self._question[segment, code]),
            float(self._definition[segment, code]),
            self._slope[code] * self._like[segment] * self._alpha[:, code],
        )
