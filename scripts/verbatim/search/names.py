"""Which names are searched for: the distinctive direct identifiers that a study knows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from verbatim.register import Ticket
from verbatim.search import forms
from verbatim.search.forms import Phrase
from verbatim.search.words import (
    LISTED_PER_MILLION,
    TOKEN,
    distinctive,
    fold,
    ordinary,
    per_million,
    tokens,
)
from verbatim.tables.people import DIRECT

NOT_ATTRIBUTES = (
    "participant",
    "recruitment",
    "consent_analyse",
    "consent_quote",
    "consent_archive",
)
"""Columns of the table of participants that describe nobody."""


SAID_BY_CHANCE = 4
"""From so many plain words on, two people hardly choose the same by chance."""

AS_NAMES = ("PERSON", "LABEL", "FILE")
"""Kinds that are written with capitals."""


@dataclass(frozen=True)
class Public:
    """What a study lets stand in public, so that it is not searched for.

    Attributes:
        anybody: Texts by which even people may be named: authors, and what the policy lets pass.
        values: Values of published attributes and of groups. Where such a value is also how
            somebody was called in an interview, that name is searched for all the same.
        prose: Codebook, title and whatever else the study says of itself. Of this only words in
            lower case count, and only against labels, file names and attributes: a person named
            in a code's definition is a person named.
    """

    anybody: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    prose: tuple[str, ...] = ()


@dataclass(frozen=True)
class Names:
    """What is searched for, and what kind of name each is.

    Attributes:
        anyhow: Names cut into folded words; found in any writing.
        written: Names made of words that are met as words too (Bob Young, Bishop), cut into words
            with capitals; found so or all in capitals.
        numbers: Telephone, NHS and other long numbers: digits, leading zeros left out.
    """

    anyhow: dict[Phrase, str] = field(default_factory=dict)
    written: dict[Phrase, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        """How many names are searched for."""
        return len(self.anyhow) + len(self.written) + len(self.numbers)

    def put(self, phrase: Phrase, kind: str) -> None:
        """Add a phrase as written."""
        folded = tokens(" ".join(phrase))
        if kind in AS_NAMES and _listed(folded):
            self.written.setdefault(tuple(word[:1].upper() + word[1:] for word in phrase), kind)
        else:
            self.anyhow.setdefault(folded, kind)

    def without(self, gone: set[Phrase]) -> "Names":
        """The same without the phrases whose folded words are in `gone`."""
        return Names(
            {phrase: kind for phrase, kind in self.anyhow.items() if phrase not in gone},
            {
                phrase: kind
                for phrase, kind in self.written.items()
                if tuple(map(fold, phrase)) not in gone
            },
            self.numbers,
        )

    def with_(self, others: "Names") -> "Names":
        """The same and others."""
        return Names(
            {**others.anyhow, **self.anyhow},
            {**others.written, **self.written},
            {**others.numbers, **self.numbers},
        )

    def folded(self) -> set[Phrase]:
        """Every phrase, folded."""
        return {*self.anyhow, *(tuple(map(fold, phrase)) for phrase in self.written)}


def gather(
    identifiers: pd.DataFrame,
    tickets: Iterable[Ticket],
    roster: pd.DataFrame,
    participants: pd.DataFrame,
    public: Public,
) -> Names:
    """Collect the distinctive direct identifiers of a study.

    A name is distinctive where it has several words, is an e-mail address, a long number or a
    reference of letters and digits, or is a single word of four letters or more that is no
    ordinary English word (`words.ordinary`). Of a full name each such word is searched for too.

    Args:
        identifiers: Rows of `Identifiers`; those that people kept are not searched for.
        tickets: Tickets of the interviews: labels and file names may be telling.
        roster: Rows of `Roster`.
        participants: Rows of `Participants` without published attributes; values that only one
            participant has are searched for, where they are distinctive.
        public: What the study lets stand in public.
    """
    people = _named([*_decided(identifiers), *_known(roster, identifiers)])
    around = _named(_attributes(participants)).with_(_of_tickets(tickets))
    common = _values(around.folded(), public.values) | _said(around.folded(), public.prose)
    names = people.with_(around.without(common))
    return names.without(_values(names.folded(), public.anybody))


def _named(surfaces: Iterable[tuple[str, str]]) -> Names:
    """Each form in which these could turn up."""
    names = Names()
    for surface, kind in surfaces:
        if number := forms.number_in(surface):
            names.numbers.setdefault(number, kind)
        person = kind == "PERSON"
        for phrase in forms.of_person(surface) if person else forms.of_other(surface, kind):
            names.put(phrase, kind)
    return names


def _of_tickets(tickets: Iterable[Ticket]) -> Names:
    """Labels and file names that are telling."""
    names = Names()
    for ticket in tickets:
        labels = ticket.interviewer_labels + ticket.participant_labels + ticket.other_labels
        for label in labels:
            for phrase in forms.of_label(label, ticket.interview):
                names.put(phrase, "LABEL")
        for phrase in forms.of_file(ticket.file, ticket.interview):
            names.put(phrase, "FILE")
    return names


def _decided(identifiers: pd.DataFrame) -> Iterator[tuple[str, str]]:
    rows = identifiers[(identifiers["status"] == "replaced") & identifiers["category"].isin(DIRECT)]
    yield from zip(rows["text"], rows["category"], strict=True)


def _known(roster: pd.DataFrame, identifiers: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Names of the roster, except those that people decided to keep each time they occur."""
    replaced = set(identifiers.loc[identifiers["status"] == "replaced", "text"].map(fold))
    kept = set(identifiers.loc[identifiers["status"] == "kept", "text"].map(fold)) - replaced
    rows = roster[roster["category"].isin(DIRECT)]
    yield from (
        (name, kind)
        for name, kind in zip(rows["name"], rows["category"], strict=True)
        if fold(name) not in kept
    )


def _attributes(participants: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Values that point at one participant: nobody else has them."""
    for column in participants.columns.difference(NOT_ATTRIBUTES):
        counts: Any = participants[column].astype(str).value_counts()
        for value in sorted(counts.index[counts == 1]):
            like_a_name = _like_a_name(value)
            if "@" in value or forms.number_in(value) or _telling(tokens(value), like_a_name):
                yield value, "PERSON" if like_a_name else "ATTRIBUTE"


def _telling(words: Phrase, like_a_name: bool) -> bool:
    """Whether a value points at somebody, where it is met again, or is what anybody may say.

    "Intensive care" says where somebody works, and is said by whoever speaks of such a place; it
    takes a name, a word that English does not have, or several words in a row.
    """
    said = len(words) < SAID_BY_CHANCE and all(
        word.isdigit() or per_million(word) >= LISTED_PER_MILLION for word in words
    )
    return any(map(distinctive, words)) and (like_a_name or not said)


def _like_a_name(value: str) -> bool:
    words = value.split()
    return 1 <= len(words) <= 3 and all(word[0].isupper() and word.isalpha() for word in words)


def _values(phrases: set[Phrase], texts: Iterable[str]) -> set[Phrase]:
    """Phrases that stand in one of the texts as whole words."""
    spelled = "\n".join(f" {' '.join(tokens(text))} " for text in texts)
    return {phrase for phrase in phrases if f" {' '.join(phrase)} " in spelled}


def _said(phrases: set[Phrase], texts: Iterable[str]) -> set[Phrase]:
    """Single words that stand in one of the texts in lower case: there they are no names."""
    words = {fold(word) for text in texts for word in TOKEN.findall(text) if word.islower()}
    return {phrase for phrase in phrases if len(phrase) == 1 and phrase[0] in words}


def _listed(folded: Phrase) -> bool:
    """Whether a name could be met as plain words: a word that is met, or ordinary words only."""
    if len(folded) == 1:
        return per_million(folded[0]) >= LISTED_PER_MILLION
    return all(map(ordinary, folded))
