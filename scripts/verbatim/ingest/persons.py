"""Labels of one transcript that are one person."""

from verbatim.ingest.roles import role_word
from verbatim.ingest.same import is_same
from verbatim.ingest.voices import Voice


def persons(voices: list[Voice]) -> list[list[Voice]]:
    """Put the labels of one person together, the one that speaks most first.

    A label that could be two people's stays by itself, and so do labels of different roles:
    "Interviewer" is not "Interviewee", misspelt.
    """
    found: list[list[Voice]] = []
    for voice in sorted(voices, key=lambda one: (-one.turns, one.label)):
        same = [group for group in found if _is_same(group[0].label, voice.label)]
        if len(same) == 1:
            same[0].append(voice)
        else:
            found.append([voice])
    order = {voice.label: at for at, voice in enumerate(voices)}
    return sorted(found, key=lambda group: min(order[voice.label] for voice in group))


def _is_same(one: str, other: str) -> bool:
    words = {role_word(one), role_word(other)} - {""}
    return len(words) < 2 and is_same(one, other)
