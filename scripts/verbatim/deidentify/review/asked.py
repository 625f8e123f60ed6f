"""What a person is asked about, and why: the fixed list of reasons, in order of risk."""

from typing import NamedTuple

REASONS = {
    "number": "digits, letters or a number that nothing explains",
    "called": "an everyday word by which people are called; left here",
    "near": "one letter away from a name that was found; left here",
    "lower": "a name as people have it, in small letters; left here",
    "unknown": "a word that no list explains; left here",
    "name": "a word by which somebody or something is called elsewhere in the study; left here",
    "half": "the program's model half takes it for one; left here",
    "post": "a post and a place or body in one sentence: only one person may hold it",
    "alias": "a name that fits two people of the interview: who is meant?",
    "category": "the layers of the program do not agree what it is",
    "weak": "replaced because of its capital alone",
}
"""Why a person is asked, in words; the riskiest first: what is left before what is replaced."""

RISK = {reason: number for number, reason in enumerate(REASONS, start=1)}


class Asked(NamedTuple):
    """A stretch of one segment that a person should look at.

    Attributes:
        start: First character, from 0.
        end: Character after the last.
        category: Kind of identifier that it may be.
        reason: One of `REASONS`.
        part: What tells it from the same words elsewhere in the interview; mostly nothing.
    """

    start: int
    end: int
    category: str
    reason: str
    part: str = ""


def apart(asked: list[Asked]) -> list[Asked]:
    """Leave out what overlaps something longer, or something riskier of the same length."""
    kept: list[Asked] = []
    for one in sorted(asked, key=lambda one: (one.start - one.end, RISK[one.reason], one)):
        if not any(one.start < each.end and each.start < one.end for each in kept):
            kept.append(one)
    return sorted(kept)
