"""What is known of a word: whether it names somebody in the study, and whether it is explained."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import pandas as pd

from verbatim.deidentify.lexicon import Lexicon, folded, lexicon
from verbatim.deidentify.sounds import one_apart
from verbatim.deidentify.stems import DRUG, stem_known
from verbatim.deidentify.words import words_of

POOLED = ("PERSON", "LOCATION", "ORGANISATION")
SLIP = 5
"""Letters from which a word one letter away from a name is taken for a slip."""

_DRAWN = re.compile(r"(.)\1+|\w*(\w)\2\2\w*|[hmoua]+h+|u+m+")
"""A sound, or a word drawn out: "ohh", "sooo"."""


@dataclass(frozen=True)
class Names:
    """Folded words by which somebody or something is called, each with its kind.

    Attributes:
        here: Those of the interview.
        study: Those of the whole study.
        also: Words by which somebody of the interview seems to be called, as a first reading
            finds: days, and in a transcript without capitals any word.
    """

    here: dict[str, str]
    study: dict[str, str]
    also: frozenset[str] = frozenset()


def names_of(identifiers: pd.DataFrame, words: Lexicon) -> dict[str, str]:
    """Give the folded words of what is replaced as a name, the commonest kind of each.

    Of places and bodies the general words are left out: "Road", "Care".
    """
    rows = identifiers[(identifiers["status"] == "replaced") & identifiers["category"].isin(POOLED)]
    general = (
        words.lists["organisations"] | words.lists["places"] | words.lists["vocabulary"]
    ) - words.lists["royal"]
    counts: dict[str, dict[str, int]] = {}
    for text, category in zip(rows["text"], rows["category"], strict=True):
        spoken = words_of(text)
        people = category == "PERSON" or (len(spoken) == 2 and words.first_name(spoken[0].lower))
        for at, word in enumerate(spoken):
            loose = not people and word.lower in general
            small = not word.capital and len(spoken) > 1
            title = at == 0 and word.lower in words.lists["titles"]
            if len(word.text) > 1 and not loose and not small and not title:
                kinds = counts.setdefault(folded(word.text), {})
                kinds[category] = kinds.get(category, 0) + 1
    return {
        word: min(kinds, key=lambda one: (-kinds[one], POOLED.index(one)))
        for word, kinds in counts.items()
    }


def explained(lower: str, words: Lexicon, compounds: bool = True) -> bool:
    """Whether a word outside the dictionary is no name: a medicine, a stem known, a sound.

    Args:
        lower: The word.
        words: What is known of words.
        compounds: Whether two words written as one explain it ("woodchip", but "Letterkenny").
    """
    if words.first_name(lower) or words.town(lower):
        return False
    parts = lower.split("-")
    joined = len(parts) > 1 and all(
        len(part) < 2 or part in words.counts or words.shared(part) for part in parts
    )
    return (
        lower in words.lists["vocabulary"]
        or joined
        or bool(DRUG.search(lower))
        or bool(_DRAWN.fullmatch(lower))
        or (stem_known(words.counts, lower) and (compounds or not _compound(lower, words.counts)))
        or ("'" in lower and words.everyday(lower.partition("'")[0]))
        or words.shared(lower.removesuffix("s"))
    )


def _compound(lower: str, counts: dict[str, int]) -> bool:
    """Whether it falls into two words of the dictionary."""
    return any(lower[:at] in counts and lower[at:] in counts for at in range(3, len(lower) - 2))


def run_together(lower: str) -> bool:
    """Whether it is a short form without its apostrophe: dont, theyre, ive."""
    return lower in _short_forms()


@cache
def _short_forms() -> frozenset[str]:
    words = lexicon()
    listed = [*words.lists["function"], *words.lists["interjections"], *words.counts]
    return frozenset(word.replace("'", "") for word in listed if "'" in word) | {"thats", "whos"}


def near(form: str, others: Iterable[str]) -> bool:
    """Whether a letter put in, left out, changed or swapped with the next makes a name of it."""
    return len(form) >= SLIP and any(
        len(other) >= SLIP and one_apart(form, other) for other in others
    )
