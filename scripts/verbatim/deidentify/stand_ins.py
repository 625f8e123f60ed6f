"""Pseudonyms: names that stand for people, which nobody in the study bears."""

import hashlib
import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from verbatim.deidentify.identities import TITLES, Spoken, surface
from verbatim.deidentify.lexicon import folded, word_lists
from verbatim.deidentify.words import words_of
from verbatim.errors import StudyError, raise_all

ROSTER = "data/private/identifiers/roster.csv"
_LETTERS = re.compile(r"[^\W\d_]+")
FEMALE, MALE = "first_names_female", "first_names_male"
SURNAME = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "cllr", "rev", "sir", "lord"})
"""Titles behind which a surname stands."""

HOME = "en_GB"
"""Locale of the package faker whose first names are given."""


@dataclass
class Cast:
    """Chooses who stands in for whom, interview by interview.

    Within an interview two people never share a name; across interviews names are chosen anew, so
    that nobody can follow a person by it. What is chosen depends on the seed, the interview, the
    order of first mention and the words said in the study, never on the name that it hides.

    Attributes:
        seed: The study's seed.
        said: Words said anywhere in the study, folded: none of them is ever chosen.
        given: Name that people chose, by identity; it is used as it is.
    """

    seed: int
    said: set[str] = field(default_factory=set)
    given: dict[str, str] = field(default_factory=dict)

    def hear(self, texts: Iterable[str]) -> None:
        """Learn what is said."""
        for text in texts:
            self.said.update(_LETTERS.findall(folded(text)))

    def tags(
        self, interview: str, people: Sequence[tuple[str, Spoken]], numbered: Sequence[str]
    ) -> list[str]:
        """Put names in the place of the numbered tags of people.

        Args:
            interview: Id.
            people: Identity and mention behind each tag, in order.
            numbered: Tags as `identities.tags` gives them.
        """
        persons = [(identity, one) for identity, one in people if one.category == "PERSON"]
        names = self.names(interview, persons)
        return [
            names[identity] if one.category == "PERSON" else tag
            for (identity, one), tag in zip(people, numbered, strict=True)
        ]

    def names(self, interview: str, people: Sequence[tuple[str, Spoken]]) -> dict[str, str]:
        """Choose a first name for each identity.

        A British first name, or a last name for who is only met behind a title, of the same
        gender as far as titles and lists of names tell it; else a name for anybody. Where
        somebody's name comes from is not guessed: a wrong guess would say something untrue of
        them. People who want other names give them in the roster.

        Args:
            interview: Id.
            people: Identity and mention, in order.
        """
        mentions: dict[str, list[Spoken]] = {}
        for identity, one in people:
            mentions.setdefault(identity, []).append(one)
        chosen = {one: self.given[one] for one in mentions if one in self.given}
        for identity, said in mentions.items():
            if identity not in chosen:
                chosen[identity] = self._free(interview, said, set(chosen.values()))
        return chosen

    def _free(self, interview: str, said: Sequence[Spoken], taken: set[str]) -> str:
        if all(behind_title(one) for one in said):
            free = self.free(interview, last_names(HOME))
            return next((name for name in free if name not in taken), f"Nobody {len(taken) + 1}")
        british = first_names(HOME)
        wanted = {"f": british[FEMALE], "m": british[MALE], "": neutral()}[gender_of(said)]
        everybody = (*british[FEMALE], *british[MALE])
        any_free = (name for names in (wanted, everybody) for name in self.free(interview, names))
        return next((name for name in any_free if name not in taken), f"Somebody {len(taken) + 1}")

    def free(self, interview: str, names: Iterable[str]) -> list[str]:
        """Give the names of which no word was said, in an order of the interview's own."""
        unsaid = {one for one in names if not self.said & {folded(part) for part in one.split()}}
        return sorted(unsaid, key=lambda name: self._rank(interview, name))

    def _rank(self, interview: str, name: str) -> str:
        return hashlib.sha256(f"{self.seed}\0{interview}\0{name}".encode()).hexdigest()


def given(roster: pd.DataFrame) -> dict[str, str]:
    """Pseudonym by identity, as people gave them in `Roster`.

    Raises:
        StudyError: If one is given to two people, or is a name that the roster lists.
        StudyErrors: If there are several.
    """
    rows = roster[(roster["category"] == "PERSON") & (roster["pseudonym"] != "")]
    real = {folded(word) for name in roster["name"] for word in name.split()}
    whose: dict[str, str] = {}
    errors = []
    for index, row in zip(rows.index, rows.to_dict("records"), strict=True):
        name = row["pseudonym"]
        identity = row["identity"] or surface("PERSON", row["name"])
        if whose.setdefault(folded(name), identity) != identity:
            errors.append(_unfit(index, name, "a pseudonym that somebody else has already"))
        elif any(folded(word) in real for word in name.split()):
            errors.append(_unfit(index, name, "a pseudonym that is a name of the roster"))
    raise_all(errors)
    return {
        row["identity"] or surface("PERSON", row["name"]): row["pseudonym"]
        for row in rows.to_dict("records")
    }


def _unfit(index: int, name: str, found: str) -> StudyError:
    return StudyError(
        f"{ROSTER}, row {index + 2}",
        found,
        "a name of its own that nobody in the study bears",
        "choose another, or leave the cell empty: then the program chooses",
        private=name,
    )


def gender_of(said: Sequence[Spoken]) -> str:
    """Tell f or m by title, else by first name; empty where neither tells."""
    for one in said:
        title = one.title or _inner_title(one)
        for gender, titles in (("f", "female"), ("m", "male")):
            if title and title in _titles(titles):
                return gender
    first = next((name for one in said if (name := _first(one))), "")
    female, male = (first in everywhere(kind) for kind in (FEMALE, MALE))
    return "" if female == male else "f" if female else "m"


def behind_title(one: Spoken) -> bool:
    """Whether a mention is a surname behind Mr, Mrs, Dr or the like."""
    words = [word for word in (folded(each.text) for each in words_of(one.text)) if word]
    return (one.title or _inner_title(one)) in SURNAME and len(words) - bool(_inner_title(one)) == 1


def _inner_title(one: Spoken) -> str:
    words = words_of(one.text)
    return TITLES.get(folded(words[0].text), "") if len(words) > 1 else ""


def _first(one: Spoken) -> str:
    """First name of a mention, folded; empty behind a title, where a surname stands."""
    words = [folded(word.text) for word in words_of(one.text)]
    if not words or behind_title(one):
        return ""
    return words[1] if words[0] in TITLES and len(words) > 2 else words[0]


@cache
def _titles(name: str) -> frozenset[str]:
    return frozenset(TITLES.get(word, word) for word in word_lists()[name])


@cache
def neutral() -> tuple[str, ...]:
    """Names for anybody."""
    lists = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return tuple(sorted(lists["neutral"].split()))


@cache
def everywhere(kind: str) -> frozenset[str]:
    """First names of women, or of men, in any locale of the package faker, folded."""
    import faker.providers.person as people  # noqa: PLC0415  heavy, wanted for pseudonyms only

    locales = [module.name for module in pkgutil.iter_modules(people.__path__)]
    return frozenset(folded(name) for locale in locales for name in first_names(locale)[kind])


@cache
def first_names(locale: str) -> dict[str, tuple[str, ...]]:
    """First names of women and men in one locale of the package faker, sorted."""
    provider: Any = importlib.import_module(f"faker.providers.person.{locale}").Provider
    return {
        kind: tuple(
            sorted({name for name in getattr(provider, kind, ()) or () if isinstance(name, str)})
        )
        for kind in (FEMALE, MALE)
    }


@cache
def last_names(locale: str) -> tuple[str, ...]:
    """Last names in one locale of the package faker, sorted."""
    provider: Any = importlib.import_module(f"faker.providers.person.{locale}").Provider
    return tuple(sorted({name for name in provider.last_names if name.isalpha()}))
