"""Names found anywhere, looked for everywhere."""

import copy
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from verbatim.deidentify.lexicon import Lexicon
from verbatim.deidentify.mention import VOTES
from verbatim.deidentify.runs import PARTICLES
from verbatim.deidentify.words import words_of
from verbatim.tables.people import CATEGORIES

POOLED = ("PERSON", "LOCATION", "ORGANISATION")
STRONG = frozenset({"roster", "cue", "gazetteer", "model", "ner", "presidio"})
WEAK = frozenset({"capital", "initial"})
WEIGHT = 10
"""How many proposals for a capital alone one proposal with evidence outweighs."""

FIRM = 3
"""Words of a firm called after two people."""

SHORTEST = 3
"""Letters from which part of a name is looked for by itself."""


class Name(NamedTuple):
    """A name to look for.

    Attributes:
        words: Its words, possessive endings left out.
        core: How it is written from its first word to its last, blanks made one.
    """

    words: tuple[str, ...]
    core: str


@dataclass
class Pool:
    """Names of a study: how often each category was proposed for them, and by interview."""

    study: dict[Name, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    interviews: dict[str, dict[Name, Counter[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(Counter))
    )

    def add(self, mentions: pd.DataFrame, lexicon: Lexicon) -> None:
        """Count the names among one batch of `Mentions`.

        A name that is an everyday word, or was met only where it opens a sentence, is a name in
        its own interview and none for the study.
        """
        rows = mentions[mentions["category"].isin(POOLED)]
        columns = (rows[name] for name in ("interview", "text", "category", "layer"))
        for interview, text, category, layer in zip(*columns, strict=True):
            if layer not in STRONG | WEAK:
                continue
            weight = WEIGHT * VOTES.get(layer, 1) if layer in STRONG else 1
            for name in names_in(text, category, lexicon):
                self.interviews[interview][name][category] += weight
                if layer != "initial" and not ordinary(name, lexicon):
                    self.study[name][category] += weight

    def told(self, mentions: pd.DataFrame, lexicon: Lexicon) -> "Pool":
        """Give a pool that also has the names that people accepted, as rows of `Mentions`."""
        pool = copy.deepcopy(self)
        pool.add(mentions, lexicon)
        return pool

    def category(self, interview: str, name: Name) -> str:
        """Category that was proposed most for the name in the interview, else in the study."""
        counts = self.interviews.get(interview, {}).get(name) or self.study[name]
        return max(counts, key=lambda one: (counts[one], -CATEGORIES.index(one)))


def names_in(text: str, category: str, lexicon: Lexicon) -> list[Name]:
    """Names to look for: the mention itself and its parts by which somebody or a body is called.

    Those are the words of a person's name that are not of a closed class, and the two names of a
    firm ("Sharp and Younger").
    """
    words = words_of(text)
    if not words:
        return []
    whole = Name(
        tuple(word.text for word in words), " ".join(text[words[0].start : words[-1].end].split())
    )
    names = [whole] if len(whole.core) > 1 else []
    if category == "PERSON" and len(words) > 1:
        names += [
            Name((word.text,), word.text)
            for word in words
            if len(word.text) >= SHORTEST
            and (word.capital or text.islower())
            and word.lower not in lexicon.closed | PARTICLES
        ]
    if category == "ORGANISATION" and len(words) == FIRM and words[1].lower == "and":
        names += [
            Name((word.text,), word.text)
            for word in (words[0], words[2])
            if word.capital
            and lexicon.surname_too(word.lower)
            and not lexicon.shared(word.lower)
            and word.lower not in lexicon.lists["vocabulary"]
        ]
    return names


def ordinary(name: Name, lexicon: Lexicon) -> bool:
    """Whether a name is one everyday word or shared by everybody."""
    return len(name.words) == 1 and (lexicon.everyday(name.core) or lexicon.shared(name.core))
