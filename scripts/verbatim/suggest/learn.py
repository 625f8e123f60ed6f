"""Learn from a study's codings, always without the interview that is being suggested for."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from verbatim.files import text_hash
from verbatim.suggest.ridge import QUESTION, Reach, Ridge, kernel
from verbatim.suggest.weighing import bent, enough, evidence, frequency, weighed
from verbatim.suggest.words import Texts

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LEARNT_FROM = 4000
"""Segments that the system is solved for; where there are more, uncoded ones are left aside."""

WEIGHED_ON = 1500
"""Segments after which no further interview is added to those that coefficients learn from."""


@dataclass(frozen=True)
class Model:
    """What is known without the interview that it is used on; every score is linear in the texts.

    Attributes:
        alpha: Training segments by codes: what each of them says for each code.
        words: Terms by codes: the same per term of what is said (a sum over segments).
        asked: Terms by codes: the same per term of the question.
        expected: Expected share of segments with each code.
        trust: How far the codings of each code are trusted.
        coefficients: Of the four kinds of evidence.
        curve: From scores to probabilities.
    """

    alpha: Floats
    words: Floats
    asked: Floats
    expected: Floats
    trust: Floats
    coefficients: Floats
    curve: Floats

    @property
    def slope(self) -> Floats:
        """Points of score, per code, that a deviation of 1 brings."""
        spread = np.sqrt(self.expected * (1 - self.expected))
        return np.asarray(self.coefficients[2] * self.trust / spread)


class Learner:
    """What can be learnt from a study's codings, leaving any interviews out.

    Attributes:
        texts: The study's texts; rows are the segments, interview after interview.
        given: Segments by codes: 1 where the chosen coders gave the code, else 0.
        coded: Interviews that count as coded, sorted; what is not given there is taken as no.
        at: Rows of each interview's segments.
        training: Rows that the system was solved for.
    """

    def __init__(self, texts: Texts, speech: pd.DataFrame, given: Floats, coded: list[str]) -> None:
        """Solve the system for `speech` (columns `interview`, `segment`)."""
        self.texts, self.given = texts, given
        owner = speech["interview"].to_numpy(dtype=str)
        self.at = {str(name): np.flatnonzero(owner == name) for name in np.unique(owner)}
        self.coded = [name for name in sorted(coded) if name in self.at]
        self.training = self._chosen(speech)
        self._inside = {name: np.flatnonzero(owner[self.training] == name) for name in self.coded}
        self._counts = {name: given[self.at[name]].sum(axis=0) for name in self.coded}
        self._ridge = Ridge(kernel(texts, self.training, self.training), given[self.training])

    def _chosen(self, speech: pd.DataFrame) -> Ints:
        """Rows to learn from: where they are too many, coded ones first, then by hash."""
        rows = np.flatnonzero(speech["interview"].isin(self.coded).to_numpy())
        if len(rows) <= LEARNT_FROM:
            return rows
        chosen = speech.iloc[rows]
        ids = zip(chosen["interview"], chosen["segment"], strict=True)
        hashes = np.array([text_hash(f"{interview}:{segment}") for interview, segment in ids])
        order = np.lexsort((hashes, ~self.given[rows].any(axis=1)))
        return np.sort(rows[order[:LEARNT_FROM]])

    @cached_property
    def closeness(self) -> Floats:
        """Similarity of each segment to each definition, smoothed over neighbours."""
        close = self.texts.said @ self.texts.meant.T
        return np.asarray((self.texts.smoothing @ close).toarray(), dtype=np.float64)

    @cached_property
    def usual(self) -> Floats:
        """Mean closeness per code."""
        return np.asarray(self.closeness.mean(axis=0))

    @cached_property
    def spread(self) -> Floats:
        """Standard deviation of closeness per code; infinite where it is the same everywhere."""
        spread = self.closeness.std(axis=0)
        return np.asarray(np.where(spread > 1e-9, spread, np.inf))

    def _meaning(self, rows: Ints) -> Floats:
        return np.asarray((self.closeness[rows] - self.usual) / self.spread)

    @cached_property
    def _reach(self) -> Reach:
        return self._ridge.reach(kernel(self.texts, self._judged, self.training))

    @cached_property
    def _judged(self) -> Ints:
        return np.concatenate([self.at[name] for name in self.coded])

    def _known(self, without: set[str]) -> tuple[Floats, Floats]:
        """Trust in each code and its expected share, from the other coded interviews."""
        left = [name for name in self.coded if name not in without]
        codes = self.given.shape[1]
        counts = np.array([self._counts[name] for name in left]).reshape(len(left), codes)
        size = sum(len(self.at[name]) for name in left)
        total = counts.sum(axis=0)
        trust = enough(total, (counts > 0).sum(axis=0))
        return trust, frequency(total / max(size, 1), len(left))

    def _out(self, without: set[str]) -> Ints:
        """Positions, among the training segments, of interviews that are left out."""
        inside = [self._inside[name] for name in sorted(without) if name in self._inside]
        return np.concatenate([np.array([], dtype=np.int64), *inside])

    def _pairs(self, name: str, without: set[str]) -> Floats:
        """Evidence on a coded interview from the others, `without` left out too."""
        rows = self.at[name]
        trust, expected = self._known(without)
        place = np.searchsorted(self._judged, rows)
        alone = self._reach.scores(place, self._out(without))
        deviation = self.texts.smoothing[rows][:, rows] @ alone
        return evidence(trust, expected, deviation, self._meaning(rows))

    def _weights(self, without: set[str]) -> tuple[Floats, Floats]:
        """Learn what evidence counts and what scores promise, from interviews but `without`.

        Each of those is scored without itself (and without `without`), so that both are those of
        evidence on an interview never seen.

        Returns:
            Coefficients of the evidence, and the curve from scores to probabilities.
        """
        pairs, given, size = [np.zeros((0, 4))], [np.zeros(0)], 0
        for name in sorted(set(self.coded) - without, key=text_hash):
            if size >= WEIGHED_ON:
                break
            pairs.append(self._pairs(name, without | {name}).reshape(-1, 4))
            given.append(self.given[self.at[name]].ravel())
            size += len(self.at[name])
        seen, truth = np.concatenate(pairs), np.concatenate(given)
        coefficients = weighed(seen, truth)
        return coefficients, bent(seen @ coefficients, truth)

    def model(self, without: str | None = None) -> Model:
        """Learn from every coded interview, or from every one but `without`."""
        left_out = {without} if without else set()
        alpha = self._ridge.without(self._out(left_out))
        said, asked = self.texts.said[self.training], self.texts.asked[self.training]
        trust, expected = self._known(left_out)
        return Model(
            alpha,
            np.asarray(said.T @ alpha),
            np.asarray(QUESTION * (asked.T @ alpha)),
            expected,
            trust,
            *self._weights(left_out),
        )

    def scores(self, model: Model, name: str) -> Floats:
        """Score every segment of an interview for every code."""
        rows = self.at[name]
        alone = self.texts.said[rows] @ model.words + self.texts.asked[rows] @ model.asked
        deviation = self.texts.smoothing[rows][:, rows] @ alone
        pairs = evidence(model.trust, model.expected, deviation, self._meaning(rows))
        return np.asarray(pairs @ model.coefficients)
