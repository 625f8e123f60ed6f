"""Labels of one transcript that are one person."""

from verbatim.ingest.labels import key
from verbatim.ingest.roles import role_word
from verbatim.ingest.same import is_misspelt, is_same
from verbatim.ingest.voices import Voice

SELDOM, TWICE = 0.25, 2
"""Share of somebody's turns, and turns, up to which another spelling is a slip of the pen."""


def persons(voices: list[Voice]) -> list[list[Voice]]:
    """Put the labels of one person together, the one that speaks most first.

    A label that could be two people's stays by itself, and so do labels of different roles:
    "Interviewer" is not "Interviewee", misspelt.
    """
    found: list[list[Voice]] = []
    for voice in sorted(voices, key=lambda one: (-one.turns, one.label)):
        same = [group for group in found if _is_same(group[0], voice)]
        if len(same) == 1:
            same[0].append(voice)
        else:
            found.append([voice])
    order = {voice.label: at for at, voice in enumerate(voices)}
    return sorted(found, key=lambda group: min(order[voice.label] for voice in group))


def _is_same(one: Voice, other: Voice) -> bool:
    """Say whether the one who speaks less is the other one: Daniela speaks as often as Daniel."""
    labels = one.label, other.label
    if len({*map(role_word, labels)} - {""}) > 1 or not is_same(*labels):
        return False
    is_seldom = other.turns <= max(TWICE, SELDOM * one.turns)
    return is_seldom or key(labels[0]) == key(labels[1]) or not is_misspelt(*labels)
