"""How somebody speaks beside the others of a transcript: as one who asks, or as one who tells."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from verbatim.ingest.voices import Voice

ASKING, SHORT, ADDRESSING, BEGINNING = 1.2, 0.5, 1.0, 0.5
"""What weighs how much: questions, short turns, "you" rather than "I", speaking first."""

DOUBT = 3.0
"""So many turns more, and whoever asks now and then is no second interviewer."""


@dataclass(frozen=True)
class Manner:
    """How a person speaks.

    Attributes:
        score: Above nought: asks; below: tells.
        why: What shows it, in words.
    """

    score: float
    why: str


def manner(own: Iterable[Voice], others: Iterable[Voice]) -> Manner:
    """Compare one person's way of speaking with that of everybody else in the transcript."""
    mine, theirs = list(own), list(others)
    if not theirs:
        return Manner(0.0, "")
    score = (
        ASKING * _within(_odds(_asking(mine)) - _odds(_asking(theirs)), 3)
        + SHORT * _within(math.log(_length(theirs) / _length(mine)), 2)
        + ADDRESSING * _within(_odds(_addressing(mine)) - _odds(_addressing(theirs)), 2)
        + BEGINNING * any(voice.begins for voice in mine)
    )
    (ask, say), (they_ask, they_say) = _a_turn(mine), _a_turn(theirs)
    return Manner(
        round(score, 6),
        f"asks in {ask:.0%} of the turns, others in {they_ask:.0%}; "
        f"{say:.0f} words a turn, others {they_say:.0f}",
    )


def _a_turn(voices: list[Voice]) -> tuple[float, float]:
    """Questions and words a turn as people count them; what is weighed has a little added."""
    turns = max(1, sum(one.turns for one in voices))
    return sum(one.asks for one in voices) / turns, sum(one.words for one in voices) / turns


def asks_as(own: Iterable[Voice], askers: Iterable[Voice], others: Iterable[Voice]) -> bool:
    """Say whether somebody asks as often as the askers, rather than as the others.

    Whoever takes few turns counts as one of the others until their questions say otherwise: in a
    group, somebody asks another one back now and then.
    """
    usual = _asking(list(others))
    middle = (_odds(_asking(list(askers))) + _odds(usual)) / 2
    return _odds(_asking(list(own), DOUBT, usual)) > middle


def _asking(voices: list[Voice], doubt: float = 1.0, usual: float = 0.5) -> float:
    """Share of turns with a question, as if `doubt` more of them asked as is `usual`."""
    asks, turns = sum(one.asks for one in voices), sum(one.turns for one in voices)
    return (asks + doubt * usual) / (turns + doubt)


def _length(voices: list[Voice]) -> float:
    return (sum(one.words for one in voices) + 1) / max(1, sum(one.turns for one in voices))


def _addressing(voices: list[Voice]) -> float:
    you, me = sum(one.you for one in voices), sum(one.me for one in voices)
    return (you + 3) / (you + me + 6)


def _odds(share: float) -> float:
    return math.log(share / (1 - share))


def _within(value: float, limit: float) -> float:
    return max(-limit, min(limit, value))
