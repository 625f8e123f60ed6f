"""Whether two labels are one person's: misspelt, or the full name once and initials after."""

import re
from difflib import SequenceMatcher
from itertools import product

from verbatim.ingest.labels import TITLES, key

ALIKE = 0.85
"""Share of letters in common from which on two long labels are one, misspelt."""

LONG = 5


def initials(label: str) -> str:
    """First letters of the words of a name, titles aside: "jb" of "Dr Jane Brown"."""
    parts = [part for part in re.findall(r"[^\W\d_]+", key(label)) if part not in TITLES]
    return "".join(part[0] for part in parts)


def is_initials(letters: str, label: str) -> bool:
    """Say whether letters stand for a name of several words: JB, or JAB, for "Jane Anne Brown"."""
    every = initials(label)
    return 2 <= len(letters) <= 4 and letters in {every, every[:1] + every[-1:]}


def said_once(names: list[str]) -> set[str]:
    """Give names and their initials where each stands once: "Jane Brown", and "JB" ever after."""
    pairs = product([one for one in names if len(one) <= 4], [one for one in names if " " in one])
    return {name for pair in pairs if is_initials(*pair) for name in pair}


def is_same(one: str, other: str) -> bool:
    """Say whether two labels of one transcript mean the same person.

    So do "Jane Brown (JB)" and "JB", "Dr Brown" and "Brown", "Particpant" and "Participant"; not
    "P1" and "P2", nor "Al" and "Ann Lee": initials are not written as a name is.
    """
    short, long = sorted((key(one), key(other)), key=lambda name: (len(name), name))
    as_name = any(
        key(label) == short and label[:1].isupper() and label[1:].islower()
        for label in (one, other)
    )
    if re.findall(r"\d+", short) != re.findall(r"\d+", long) or not short:
        return False
    bare = re.sub(r"\s*[(\[].*", "", long)
    if short == bare or short in re.findall(r"[(\[]\s*([^)\]]+)", long):
        return True
    letters = re.sub(r"[\W_]", "", short)
    if not as_name and " " in bare and any(is_initials(letters, name) for name in (bare, long)):
        return True
    if len(bare.split()) > 1 and len(short) > 2 and " " not in short and short in bare.split():
        return True
    return is_misspelt(short, long)


def is_misspelt(one: str, other: str) -> bool:
    """Say whether two labels are long ones that hardly differ, word by word.

    "Speaker A" is not "Speaker B", nor "SpeakerA" "SpeakerB", nor "Francesca" "Francesco".
    """
    words, others = key(one).split(), key(other).split()
    if len(words) != len(others):
        if any(len(word) == 1 for word in (*words, *others)):
            return False
        words, others = ["".join(words)], ["".join(others)]
    pairs = list(zip(words, others, strict=True))
    return all(a == b or _are_alike(a, b) for a, b in pairs)


def _are_alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < LONG or (len(one) == len(other) and one[:-1] == other[:-1]):
        return False
    return SequenceMatcher(None, min(one, other), max(one, other)).ratio() >= ALIKE
