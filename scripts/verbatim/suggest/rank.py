"""Rank the codebook's codes for each segment that a participant speaks, and judge the ranking."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from verbatim.errors import StudyError
from verbatim.suggest.judge import calibration, order, quality
from verbatim.suggest.learn import Learner
from verbatim.suggest.reasons import Parts, Reasons
from verbatim.suggest.speech import spoken
from verbatim.suggest.weighing import probability
from verbatim.suggest.words import as_said, weigh

Floats = NDArray[np.float64]

DECIMALS = 6
"""Whatever is compared is rounded first, so that processors do not change the order."""

LIKELY, POSSIBLE = 0.5, 0.2
TERMS, PASSAGES = 5, 3

COLUMNS = (
    "interview",
    "segment",
    "rank",
    "code",
    "score",
    "probability",
    "band",
    "terms",
    "passages",
)


@dataclass(frozen=True)
class Ranked:
    """What the room finds.

    Attributes:
        suggestions: As `Suggestions`.
        quality: As `SuggestionQuality`.
        calibration: As `SuggestionCalibration`.
        coded: Interviews from which something was learnt.
    """

    suggestions: pd.DataFrame
    quality: pd.DataFrame
    calibration: pd.DataFrame
    coded: int


def rank(
    segments: Iterable[pd.DataFrame],
    carried: pd.DataFrame,
    codebook: pd.DataFrame,
    *,
    layer: str,
    shown: int,
    minimum_words: int,
) -> Ranked:
    """Suggest codes for segments, with reasons, and judge them by people's codings.

    What is suggested in an interview is learnt from other interviews only; its own codings never
    have a part in it.

    Args:
        segments: De-identified segments (`Segments`), in any division.
        carried: Codings (`Carried`). Whether one began as a suggestion makes no difference: a
            person gave it.
        codebook: `CodebookTable`.
        layer: Which codings teach: 'consensus', or 'independent' (any coder's).
        shown: Codes suggested for each segment.
        minimum_words: Segments with fewer words get no suggestion and teach nothing.

    Raises:
        StudyError: If a coding cites a code that is not in the codebook, or a segment that is not
            in the transcripts.
    """
    batches = list(segments)
    book = codebook.sort_values("code", kind="stable", ignore_index=True)
    codes = [str(code) for code in book["code"]]
    taught = carried[carried["layer"] == layer]
    _check(taught, batches, codes)
    speech = spoken(batches, minimum_words)
    given = _given(speech, taught, codes)
    coded = sorted(set(taught["interview"]) & set(speech["interview"]))
    scores, chances = np.zeros(given.shape), np.zeros(given.shape)
    rows: list[tuple[object, ...]] = []
    if scores.size:
        meant = [
            f"{name}. {text}" for name, text in zip(book["name"], book["definition"], strict=True)
        ]
        learner = Learner(weigh(speech, meant), speech, given, coded)
        unseen = learner.model()
        for name, at in learner.at.items():
            model = learner.model(without=name) if name in coded else unseen
            scores[at] = learner.scores(model, name).round(DECIMALS) + 0.0
            chances[at] = probability(scores[at], model.curve).round(DECIMALS)
            why = _Why(learner, Reasons(learner, model, name), speech, codes)
            rows.extend(why.rows(at, scores[at], chances[at], shown))
    logging.info("%d segments, %d interviews coded", len(speech), len(coded))
    judged = speech["interview"].isin(coded).to_numpy()
    owners = speech.loc[judged, "interview"].to_numpy(dtype=str)
    return Ranked(
        pd.DataFrame(rows, columns=COLUMNS),
        quality(scores[judged], given[judged], owners, codes),
        calibration(chances[judged], given[judged]),
        len(coded),
    )


def _check(taught: pd.DataFrame, batches: list[pd.DataFrame], codes: list[str]) -> None:
    known = set(codes)
    places = {
        place
        for batch in batches
        for place in zip(batch["interview"], batch["segment"].astype(int), strict=True)
    }
    for coding in taught.itertuples(index=False):
        if coding.code not in known:
            raise StudyError(
                f"coding {coding.coding} of {coding.interview}:{coding.segment}",
                f"the code {coding.code}",
                "a code of the current codebook",
                "run the workflow from code_check again",
            )
        if (coding.interview, int(coding.segment)) not in places:
            raise StudyError(
                f"coding {coding.coding}",
                f"segment {coding.segment} of {coding.interview}",
                "a segment of the de-identified transcripts",
                "run the workflow from code_check again",
            )


def _given(speech: pd.DataFrame, taught: pd.DataFrame, codes: list[str]) -> Floats:
    """Segments by codes: 1 where any coder of the layer gave the code."""
    row = {
        place: at
        for at, place in enumerate(zip(speech["interview"], speech["segment"], strict=True))
    }
    column = {code: at for at, code in enumerate(codes)}
    given = np.zeros((len(speech), len(codes)))
    for coding in taught.itertuples(index=False):
        at = row.get((coding.interview, int(coding.segment)))
        if at is not None:
            given[at, column[coding.code]] = 1.0
    return given


class _Why:
    """Writes the rows of one interview, each with its reasons in words."""

    def __init__(
        self, learner: Learner, reasons: Reasons, speech: pd.DataFrame, codes: list[str]
    ) -> None:
        self._reasons, self._speech, self._codes = reasons, speech, codes
        self._terms, self._telling = learner.texts.terms, learner.texts.telling
        self._given = learner.given[learner.training].astype(bool)
        taught = speech.iloc[learner.training]
        self._citations = [
            f"{interview}:{segment}"
            for interview, segment in zip(taught["interview"], taught["segment"], strict=True)
        ]

    def rows(
        self, at: NDArray[np.int64], scores: Floats, chances: Floats, shown: int
    ) -> Iterator[tuple[object, ...]]:
        """Yield the best codes of each segment, best first."""
        for place, ranked in enumerate(order(scores)[:, :shown]):
            segment = self._speech.iloc[at[place]]
            said = as_said(str(segment["text"]))
            for number, code in enumerate(ranked, start=1):
                chance = float(chances[place, code])
                parts = self._reasons.parts(place, int(code))
                yield (
                    segment["interview"],
                    int(segment["segment"]),
                    number,
                    self._codes[code],
                    float(scores[place, code]),
                    chance,
                    band(chance),
                    "|".join(self._best_terms(parts, said)),
                    "|".join(self._best_passages(parts, int(code))),
                )

    def _best_terms(self, parts: Parts, said: dict[str, str]) -> list[str]:
        spoken_for = [
            (-round(float(points), DECIMALS), said[self._terms[column]], self._telling[column])
            for column, points in zip(parts.columns, parts.terms, strict=True)
            if round(float(points), DECIMALS) > 0
        ]
        # Function words explain nothing, so they are named only where there is nothing else.
        telling = [one for one in spoken_for if one[2]] or spoken_for
        best: list[str] = []
        for _, term, _ in sorted(telling):
            words = set(term.split(" "))
            told = any(words <= set(one.split(" ")) or words >= set(one.split(" ")) for one in best)
            if not told:
                best.append(term)
        return best[:TERMS]

    def _best_passages(self, parts: Parts, code: int) -> list[str]:
        points = parts.segments.round(DECIMALS)
        found = np.flatnonzero(self._given[:, code] & (points > 0))
        best = found[np.lexsort([found, -points[found]])][:PASSAGES]
        return [self._citations[at] for at in best]


def band(chance: float) -> str:
    """Name the probability: likely from 0.5, possible from 0.2, else weak."""
    return "likely" if chance >= LIKELY else "possible" if chance >= POSSIBLE else "weak"
