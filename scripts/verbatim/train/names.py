"""Names of people and places that fill the templates: many origins, in and outside our lists."""

import importlib
import pkgutil
import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verbatim.deidentify.lexicon import lexicon

_LATIN = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-öø-ÿĀ-žƀ-ɏḀ-ỿ'’-]+(?:[ -][A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-öø-ÿĀ-žḀ-ỿ'’]+)?"
)
_SMALL = frozenset({"the", "of", "and", "in", "at", "on", "upon", "le", "under", "by"})


@dataclass(frozen=True)
class Names:
    """Names to draw from.

    Attributes:
        firsts: First names by origin: locales of faker, and those given in Britain.
        lasts: Last names by origin.
        towns: Places in Britain.
        practices: Doctors' surgeries.
        common: The commonest English words, which open sentences.
        ordinary: Many more of them, which are no name.
    """

    firsts: dict[str, list[str]]
    lasts: dict[str, list[str]]
    towns: list[str]
    practices: list[str]
    common: list[str]
    ordinary: list[str]

    def first(self, chance: random.Random) -> str:
        """A first name: a third British, the rest of any origin."""
        origin = "uk" if chance.random() < 0.35 and "uk" in self.firsts else ""
        name = chance.choice(self.firsts[origin or chance.choice(sorted(self.firsts))])
        if chance.random() < 0.03:
            name += chance.choice(["-", " "]) + chance.choice(self.firsts["en_GB"])
        return name

    def last(self, chance: random.Random, words: list[str]) -> str:
        """A last name: some that are words, some of two parts."""
        way = chance.random()
        if way < 0.12:
            return chance.choice(words)
        origin = "en_GB" if way < 0.3 else chance.choice(sorted(self.lasts))
        name = chance.choice(self.lasts[origin])
        if way > 0.97:
            name += "-" + chance.choice(self.lasts["en_GB"])
        return name


UK, LISTED = "uk_first_names_ge5.tsv", "philter_lastnames_minus_fps.txt"
PLACES, ORGANISATIONS = "gb_places_geonames_ge500.tsv", "nhs_orgs_ods.tsv"


def gathered(folder: Path, listed: frozenset[str]) -> Names:
    """Gather names from the package faker, and from those public lists that the recipe names."""
    firsts, lasts = _locales()
    towns = sorted(_titled(town) for town in lexicon().lists["towns"])
    practices: list[str] = []
    if listed >= {UK, LISTED, PLACES, ORGANISATIONS}:
        firsts["uk"] = _column(folder / UK, 0)
        # Once more the frequent ones: the list is long, and most people have a common name.
        firsts["uk_frequent"] = firsts["uk"][:1500]
        lasts["listed"] = [
            name.title() for name in (folder / LISTED).read_text("utf-8").split() if len(name) > 3
        ]
        towns += _column(folder / PLACES, 0)
        practices = [
            _titled(name.lower()) for name in _column(folder / ORGANISATIONS, 2, only="gp_practice")
        ]
    counts = lexicon().counts
    known = sorted(
        (word for word in counts if word.isalpha() and len(word) > 2 and lexicon().everyday(word)),
        key=lambda word: (-counts[word], word),
    )
    ordinary = [
        word
        for word in known[200:20_000]
        if not lexicon().first_name(word) and word not in lexicon().lists["towns"]
    ]
    return Names(firsts, lasts, towns, practices, known[:4000], ordinary)


def _locales() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    import faker.providers.person as people  # noqa: PLC0415  heavy

    firsts: dict[str, list[str]] = {}
    lasts: dict[str, list[str]] = {}
    for locale in sorted(module.name for module in pkgutil.iter_modules(people.__path__)):
        provider: Any = importlib.import_module(f"{people.__name__}.{locale}").Provider
        for start, kept in (("first_name", firsts), ("last_name", lasts)):
            found: set[str] = set()
            for attribute in sorted(vars(provider)):
                value = getattr(provider, attribute)
                if attribute.startswith(start) and isinstance(value, list | tuple | dict | set):
                    words = [one[0] if isinstance(one, tuple) else one for one in value]
                    found |= {
                        one for one in words if isinstance(one, str) and _LATIN.fullmatch(one)
                    }
            if len(found) > 15:
                kept[locale] = sorted(found)
    return firsts, lasts


def _column(path: Path, at: int, only: str = "") -> list[str]:
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    return [row[at] for row in rows if len(row) > at and (not only or row[0] == only)]


def _titled(name: str) -> str:
    words = name.replace("_", " ").split()
    return " ".join(
        word
        if at and word in _SMALL
        else "-".join(part.capitalize() if part not in _SMALL else part for part in word.split("-"))
        for at, word in enumerate(words)
    )
