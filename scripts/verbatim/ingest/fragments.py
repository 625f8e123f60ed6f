"""Sentences that a recogniser gave to two speakers: counted, for people to look at."""

import re
from collections import Counter
from itertools import groupby, pairwise

from verbatim.ingest.pieces import Said

KIND = "speaker change inside a sentence"
FEW = 3
"""Words up to which what another speaker says may be a piece of the sentence before."""

ENDS = re.compile(r"[.?!…。？！؟।\-–—\"”’)\]>:]\s*$")


def fragments(said: list[Said]) -> Counter[str]:
    """Count turns of a few words that go on, in small letters, with another's unended sentence.

    They are no more than suspect, so they stay as they are. Nothing is counted where turns mostly
    end without a full stop, or begin in small letters: there, neither shows anything.
    """
    turns = [
        " ".join(one.text for one in group) for _, group in groupby(said, key=lambda one: one.label)
    ]
    ended = sum(bool(ENDS.search(turn)) for turn in turns)
    small = sum(_begins_small(turn) for turn in turns)
    if 2 * ended < len(turns) or 2 * small > len(turns):
        return Counter()
    found = sum(
        len(turn.split()) <= FEW and _begins_small(turn) and not ENDS.search(before)
        for before, turn in pairwise(turns)
    )
    return +Counter({KIND: found})


def _begins_small(turn: str) -> bool:
    return turn[:1].islower()
