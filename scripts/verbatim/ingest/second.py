"""Whether somebody held to be a participant may be a second interviewer who asks little."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from verbatim.ingest.pieces import Segment

QUESTION = re.compile("[?？؟\u037e]")
"""What says that a turn asks."""

NEARLY, MORE = 0.6, 1.5
"""How often, beside interviewers and beside others who answer, such a one asks at least."""

LEAST = 4
"""Turns from which on shares of them say anything."""

Turns = tuple[int, int]
"""How many turns, and how many of them ask."""


def may_ask(own: Turns, asking: Turns, answering: Turns) -> bool:
    """Say whether somebody asks nearly as often as interviewers do, and more than others."""
    if min(own[0], asking[0], answering[0]) < LEAST or not own[1]:
        return False
    share, usual, other = (asked / turns for turns, asked in (own, asking, answering))
    return share >= NEARLY * usual and share > MORE * other


def who_may_ask(rows: Sequence[Segment]) -> int:
    """Count the participants of an interview who may be second interviewers."""
    found: dict[tuple[str, str], Turns] = {}
    for (_, speaker, who), turn in groupby(
        rows, key=lambda row: (row.turn, row.speaker, row.participant)
    ):
        turns, asked = found.get((speaker, who), (0, 0))
        asks = any(QUESTION.search(row.text) for row in turn)
        found[speaker, who] = turns + 1, asked + asks
    asking = together(turns for (speaker, _), turns in found.items() if speaker == "interviewer")
    answering = {who: turns for (speaker, who), turns in found.items() if speaker == "participant"}
    return sum(
        may_ask(turns, asking, together(other for name, other in answering.items() if name != who))
        for who, turns in answering.items()
    )


def together(each: Iterable[Turns]) -> Turns:
    """Add up the turns of several people."""
    every = list(each)
    return sum(turns for turns, _ in every), sum(asked for _, asked in every)
