"""The second pass: the de-identified text against the names that were replaced."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pandas as pd

from verbatim.deidentify.lexicon import word_lists
from verbatim.deidentify.sounds import nysiis, one_apart, shortened
from verbatim.search.words import LISTED_PER_MILLION, TOKEN, distinctive, fold, per_million
from verbatim.tables.missed import Near

KINDS = ("PERSON", "LOCATION", "ORGANISATION")
"""Kinds of identifier whose words are looked for."""

SHORTEST = 5
"""Letters from which a name has neighbours that are hardly other words."""

WORDS = ("everyday", "shared", "countries", "persons", "organisations")
"""Lists of `lexicon.toml` whose words name nobody."""

KEYS = ["interview", "segment"]
_SHORTENED = re.compile(r"[’']t\b")


@dataclass
class Index:
    """Words of the replaced names, to be met by a word one letter apart or of the same sound.

    Built once; looking a word up takes as long as the word is, however many names there are.
    """

    names: dict[str, str] = field(default_factory=dict)
    _by_letters: dict[str, list[str]] = field(default_factory=dict)
    _by_sound: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, identifiers: pd.DataFrame) -> "Index":
        """Take in what was replaced: words of five letters or more that are no English words."""
        index = cls()
        rows = identifiers[
            (identifiers["status"] == "replaced") & identifiers["category"].isin(KINDS)
        ]
        pairs = zip(rows["text"], rows["category"], strict=True)
        for text, category in sorted(set(pairs), key=lambda one: (KINDS.index(one[1]), one[0])):
            for word in map(fold, TOKEN.findall(text)):
                if len(word) >= SHORTEST and word not in index.names and _no_word(word):
                    index._add(word, category)
        return index

    def _add(self, name: str, category: str) -> None:
        self.names[name] = category
        for form in shortened(name):
            self._by_letters.setdefault(form, []).append(name)
        if sound := nysiis(name):
            self._by_sound.setdefault(sound, []).append(name)

    def nearest(self, said: str) -> tuple[str, str] | None:
        """The name that a word is nearly, and how; None for an English word or a name.

        Many words share a sound, so that only one with a capital is taken for a name by its sound.
        """
        word = fold(said)
        if len(word) < SHORTEST - 1 or word in self.names or not _no_word(word):
            return None
        close = {name for form in shortened(word) for name in self._by_letters.get(form, ())}
        apart = sorted(name for name in close if one_apart(word, name))
        if apart:
            return apart[0], "letter"
        if said.islower():
            return None
        alike = sorted(name for name in self._by_sound.get(nysiis(word), ()) if name[0] == word[0])
        return (alike[0], "sound") if alike else None


def near(
    public: pd.DataFrame, identifiers: pd.DataFrame, offsets: pd.DataFrame, index: Index
) -> pd.DataFrame:
    """Look through the de-identified text of one batch, outside its tags.

    What people decided to keep is left alone, and so is an interview that somebody checked word
    by word: they saw it and let it.

    Args:
        public: `Segments`, de-identified.
        identifiers: `Identifiers` of the study.
        offsets: `Offsets` of the batch.
        index: The names.

    Returns:
        `Near`, with positions in the text as spoken, so that rows can be answered in decisions.csv.
    """
    checked = set(identifiers.loc[identifiers["decided_by"] == "checked sample", "interview"])
    kept = _spans(identifiers[identifiers["status"] == "kept"], ["start", "end"])
    tags = _spans(offsets, ["tag_start", "tag_end", "start", "end"])
    rows = [
        (interview, segment, start, end, index.names[name], text, name, how)
        for interview, segment, said in zip(
            public["interview"], public["segment"], public["text"], strict=True
        )
        if interview not in checked
        for start, end, text in _words(said, tags.get((interview, segment), []))
        if not any(a < end and start < b for a, b in kept.get((interview, segment), []))
        for name, how in filter(None, [index.nearest(text)])
    ]
    return pd.DataFrame(rows, columns=Near.column_names())


def _no_word(word: str) -> bool:
    """Whether a folded word is one that English does not have."""
    if any(word in word_lists()[name] for name in WORDS):
        return False
    return distinctive(word) and per_million(word) < LISTED_PER_MILLION


def _spans(rows: pd.DataFrame, columns: list[str]) -> dict[tuple[str, int], list[tuple[int, ...]]]:
    found: dict[tuple[str, int], list[tuple[int, ...]]] = {}
    for interview, segment, *span in rows[[*KEYS, *columns]].itertuples(index=False, name=None):
        found.setdefault((interview, segment), []).append(tuple(span))
    return found


def _words(public: str, tags: Iterable[tuple[int, ...]]) -> Iterator[tuple[int, int, str]]:
    """Words outside tags, with their places in the text as spoken."""
    at = moved = 0
    for tag_start, tag_end, _, end in [*sorted(tags), (len(public), 0, 0, 0)]:
        for match in TOKEN.finditer(public, at, tag_start):
            if not _SHORTENED.match(public, match.end()):
                yield match.start() + moved, match.end() + moved, match.group()
        at, moved = tag_end, end - tag_end
