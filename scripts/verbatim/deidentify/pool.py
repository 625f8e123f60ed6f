"""Names found anywhere, looked for everywhere."""

import copy
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from verbatim.deidentify.lexicon import Lexicon, folded
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.runs import Reading, Run, read
from verbatim.deidentify.words import Passage, words_of
from verbatim.tables.people import CATEGORIES

LAYER = "pool"
POOLED = ("PERSON", "LOCATION", "ORGANISATION")
STRONG = frozenset({"roster", "cue", "gazetteer", "model", "ner", "presidio"})
WEAK = frozenset({"capital", "initial"})
WEIGHT = 10
"""How many proposals for a capital alone one proposal with evidence outweighs."""

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
            weight = WEIGHT if layer in STRONG else 1
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
    """Names to look for: the mention itself and, for people, each part that is no common word."""
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
            and word.capital
            and not lexicon.everyday(word.lower)
            and not lexicon.shared(word.lower)
        ]
    return names


def ordinary(name: Name, lexicon: Lexicon) -> bool:
    """Whether a name is one everyday word, shared by everybody, or written in lower case."""
    return len(name.words) == 1 and (
        lexicon.everyday(name.core) or lexicon.shared(name.core) or name.core.islower()
    )


class Finder:
    """Looks for the pooled names in one interview after another."""

    def __init__(self, pool: Pool, lexicon: Lexicon) -> None:
        self.pool, self.lexicon = pool, lexicon
        self.everywhere = _by_first_word(pool.study)

    def find(self, interview: str, passages: Iterable[Passage]) -> list[list[Mention]]:
        """Find, in each passage, what was a name somewhere, as whole words.

        Capitals must agree; a possessive may follow. An everyday word counts only in an interview
        where something showed that it is a name, and there only inside a sentence. A name of this
        interview that is no everyday word counts in lower case too.
        """
        here = self.pool.interviews.get(interview, {})
        local = _by_first_word(here)
        small = {
            folded(name.core): name
            for name, counts in sorted(here.items())
            if len(name.words) == 1
            and len(name.core) > SHORTEST
            and max(counts.values()) >= WEIGHT
            and not ordinary(name, self.lexicon)
        }
        return [
            sorted(set(self._passage(interview, passage, local, small))) for passage in passages
        ]

    def _passage(
        self,
        interview: str,
        passage: Passage,
        local: dict[str, list[Name]],
        small: dict[str, Name],
    ) -> list[Mention]:
        found = []
        reading: Reading | None = None
        for index, word in enumerate(passage.words):
            if not word.capital:
                name = small.get(folded(word.text))
                if name is not None:
                    category = self.pool.category(interview, name)
                    found.append(Mention(word.start, word.end, category, LAYER))
                continue
            for name in {*local.get(word.text, ()), *self.everywhere.get(word.text, ())}:
                if not _matches(passage, index, name):
                    continue
                if ordinary(name, self.lexicon):
                    reading = reading or read(passage, self.lexicon)
                    if not _shown(reading, index):
                        continue
                end = passage.words[index + len(name.words) - 1].end
                found.append(Mention(word.start, end, self.pool.category(interview, name), LAYER))
        return found


def _by_first_word(names: Iterable[Name]) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = defaultdict(list)
    for name in sorted(names):
        found[name.words[0]].append(name)
    return dict(found)


def _matches(passage: Passage, index: int, name: Name) -> bool:
    """Whether the words from `index` on are the name, with nothing else between them."""
    words = passage.words[index : index + len(name.words)]
    if tuple(word.text for word in words) != name.words:
        return False
    return " ".join(passage.text[words[0].start : words[-1].end].split()) == name.core


def _shown(reading: Reading, index: int) -> bool:
    """Whether an everyday word stands inside a sentence, and is no month and no general body."""
    word = reading.passage.words[index]
    return not word.initial and not reading.shared(Run(index, index, (word,)))
