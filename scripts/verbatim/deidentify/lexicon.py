"""What the program knows of words: dictionary, names, places, and lists of its own."""

import importlib
import pkgutil
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from verbatim.deidentify.stems import DRUG, stem_known
from verbatim.deidentify.words import listed, plain

LISTS = Path(__file__).with_suffix(".toml")
HOME = ("en", "en_GB", "en_IE", "en_US", "en_NZ")
"""Locales of the package faker whose first names are taken as names, whatever the dictionary."""

COMMON = 11_000
"""Count in the word list above which even a first name is taken as an everyday word."""

KNOWN = 20
"""Count in the word list from which a word is taken as English."""

RARE = 100
"""The same for words that are names elsewhere: rarer ones stand in the list as names."""

SELDOM = 1_500
"""Count under which a surname with a verb behind it is taken for somebody."""

NUMBERS = frozenset(
    listed("one two three four five six seven eight nine ten eleven twelve first second third")
)

_NAME = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True)
class Lexicon:
    """Sets of lower-case words.

    Attributes:
        counts: How often a word stands in the word list of the package pyspellchecker.
        first_names: First names of many languages.
        trusted: First names that are names although the dictionary knows them as words.
        surnames: Last names of many languages.
        lists: The lists of `lexicon.toml`.
    """

    counts: dict[str, int]
    first_names: frozenset[str]
    trusted: frozenset[str]
    surnames: frozenset[str]
    lists: dict[str, frozenset[str]]

    @cached_property
    def closed(self) -> frozenset[str]:
        """Closed-class words by which nobody is called: "can" and "will" may be people.

        Numbers are none either: "Ward Two" has its capitals by right.
        """
        return self.lists["function"] - self.lists["given"] - self.lists["called"] - NUMBERS

    def has(self, name: str, word: str) -> bool:
        """Whether a list holds the word, accents and possessive aside."""
        words = self.lists[name]
        return word in words or folded(word) in words

    def everyday(self, word: str) -> bool:  # noqa: PLR0911
        """Whether the lower-case form is an ordinary English word.

        Names and places that are words too (Will, Grace, Reading) count as ordinary, names that
        only stand in word lists because people are called so (Sarah, London) do not.
        """
        lower = plain(word)
        if lower in self.lists["everyday"] or lower in self.lists["function"]:
            return True
        if "-" in lower and lower not in self.counts:
            if all(part in self.lists["given"] for part in lower.split("-")):
                return False
            return all(self.everyday(part) for part in lower.split("-") if part)
        if lower in self.lists["towns"] or lower in self.lists["first_names"]:
            return False
        count = self.counts.get(lower, 0)
        if lower in self.trusted:
            return count > COMMON
        if lower in self.first_names or lower in self.surnames:
            return count >= RARE
        return count >= KNOWN

    def first_name(self, word: str) -> bool:
        """Whether somebody may be called so by first name, accents aside.

        Of everyday words only those count that people in Britain are really called by.
        """
        lower = plain(word)
        parts = lower.split("-")
        if all(part in self.lists["given"] for part in parts):
            return True
        if len(parts) > 1 and all(self.first_name(part) for part in parts):
            return True
        if self.everyday(lower):
            return False
        return any(
            form in self.lists["first_names"] or form in self.first_names
            for form in (lower, folded(lower), *(parts[:1] if len(parts) > 1 else ()))
        )

    def surname(self, word: str) -> bool:
        """Whether it is a surname and hardly ever anything else, in a sentence's first place."""
        lower = plain(word)
        listed = lower in self.lists["everyday"] or lower in self.lists["function"]
        return not listed and lower in self.surnames and self.counts.get(lower, 0) < SELDOM

    def rare(self, word: str) -> bool:
        """Whether a word is hardly ever used, so that with a verb behind it it is somebody."""
        lower = plain(word)
        general = ("vocabulary", "persons", "callings", "interjections", "dialect", "british")
        return (
            0 < self.counts.get(lower, 0) <= RARE
            and lower not in self.lists["day_after"]
            and not lower.endswith("s")
            and not self.shared(lower)
            and not any(lower in self.lists[name] for name in (*general, "function"))
        )

    def surname_too(self, word: str) -> bool:
        """Whether it is an everyday word that is a surname too (Price, Ward, Battle)."""
        lower = plain(word)
        return lower in self.surnames or lower in self.lists["everyday"]

    def strange(self, word: str) -> bool:
        """Whether no dictionary has the lower-case word, not even without its apostrophe."""
        lower = plain(word)
        return not (
            self.everyday(lower)
            or "'" in lower
            or self.shared(lower)
            or self.shared(lower + "'s")
            or lower in self.bare
            or lower in self.lists["interjections"]
            or lower in self.lists["dialect"]
            or lower in self.lists["british"]
            or self.shared(lower.removesuffix("s"))
            or DRUG.search(lower)
            or stem_known(self.counts, lower, self.trusted)
        )

    @cached_property
    def bare(self) -> frozenset[str]:
        """Shortened words as they stand where nobody wrote apostrophes: "theyre", "wouldnt"."""
        short = {word.replace("'", "") for word in self.lists["function"] if "'" in word}
        return frozenset(short) | {f"{word}s" for word in self.lists["function"]}

    def town(self, word: str) -> bool:
        """Whether it is a place in the British Isles."""
        return plain(word).replace(" ", "_") in self.lists["towns"]

    def month(self, word: str) -> bool:
        """Whether it is a month or day by which people are called too (May, June, April)."""
        return plain(word) in self.lists["months"]

    def shared(self, phrase: str) -> bool:
        """Whether everybody shares it: months, nationalities, national bodies, brands."""
        lower = plain(phrase).replace(" ", "_")
        return lower in self.lists["shared"] or lower in self.lists["countries"]


def folded(word: str) -> str:
    """Without accents, in lower case."""
    if word.isascii():
        return plain(word)
    parts = unicodedata.normalize("NFKD", plain(word).replace("ł", "l").replace("ø", "o"))
    return "".join(part for part in parts if not unicodedata.combining(part))


@cache
def lexicon() -> Lexicon:
    """Load everything, once per process (half a second)."""
    lists = word_lists()
    first, home, last = _faker_names()
    return Lexicon(
        counts=_counts(),
        first_names=frozenset(first | lists["first_names"]),
        trusted=frozenset(home | lists["mostly_names"])
        - (lists["everyday"] - lists["mostly_names"]),
        surnames=frozenset(last | lists["surnames"]),
        lists=lists,
    )


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """Give the lists of `lexicon.toml`; names that are mostly names leave the everyday words."""
    lists = _read(LISTS)
    people, places = (_read(LISTS.with_suffix(f".{name}.toml")) for name in ("names", "places"))
    surnames = people.pop("surnames")
    return lists | {
        "everyday": lists["everyday"] - lists["mostly_names"],
        "first_names": lists["first_names"].union(*people.values()),
        "towns": lists["towns"].union(*places.values()),
        "surnames": surnames,
    }


def _read(path: Path) -> dict[str, frozenset[str]]:
    with path.open("rb") as handle:
        return {name: frozenset(text.split()) for name, text in tomllib.load(handle).items()}


def _counts() -> dict[str, int]:
    from spellchecker import SpellChecker  # noqa: PLC0415  heavy, wanted on a cache miss only

    counts: dict[str, int] = dict(SpellChecker(language="en").word_frequency.dictionary)
    return counts


def _faker_names() -> tuple[set[str], set[str], set[str]]:
    """First names, first names of the home locales, and last names in faker's data modules."""
    import faker.providers.person as people  # noqa: PLC0415  heavy, wanted on a cache miss only

    first: set[str] = set()
    home: set[str] = set()
    last: set[str] = set()
    for locale in sorted(module.name for module in pkgutil.iter_modules(people.__path__)):
        provider: Any = importlib.import_module(f"{people.__name__}.{locale}").Provider
        for attribute in sorted(vars(provider)):
            value = getattr(provider, attribute)
            if not isinstance(value, list | tuple | dict | set):
                continue
            if attribute.startswith("first_name"):
                names = set(_names(value))
                first |= names
                home |= names if locale in HOME else set()
            elif attribute.startswith("last_name"):
                last |= set(_names(value))
    return first, home, last


def _names(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        name = value[0] if isinstance(value, tuple) else value
        if isinstance(name, str) and _NAME.fullmatch(name):
            yield plain(name)
            yield folded(name)
