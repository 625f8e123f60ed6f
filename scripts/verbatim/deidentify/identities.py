"""Who or what is meant, and the tag that stands in its place."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from verbatim.deidentify.lexicon import folded
from verbatim.deidentify.spoken import NOUGHTS, digits, signs
from verbatim.deidentify.words import words_of

TITLES = {
    "mr": "mr", "mrs": "mrs", "ms": "ms", "miss": "miss", "mx": "mx", "sir": "sir",
    "dr": "dr", "doctor": "dr", "prof": "prof", "professor": "prof", "cllr": "cllr",
    "councillor": "cllr", "rev": "rev", "reverend": "rev", "fr": "father", "father": "father",
    "sister": "sister", "brother": "brother", "lord": "lord", "lady": "lady", "dame": "dame",
    "auntie": "aunt", "aunty": "aunt", "aunt": "aunt", "uncle": "uncle", "nan": "nan",
    "gran": "nan", "granny": "nan", "grandad": "grandad", "granddad": "grandad",
    "pastor": "pastor", "nurse": "nurse", "matron": "matron",
}  # fmt: skip
"""Titles, each with the form that stands for its spellings."""

NUMBERS = frozenset({"PHONE", "NHS_NUMBER", "POSTCODE", "REFERENCE", "AGE", "DATE"})
_TITLE = re.compile(r"([^\W\d_]+)\.?\s+$")
_TAG = re.compile(r"\[([A-Z_]+) (\d+)(?:: [^\[\]]*)?\]")


@dataclass(frozen=True)
class Spoken:
    """One replaced mention with what its identity depends on.

    Attributes:
        category: Kind of identifier.
        text: What is said.
        title: Title in front of it, as `title_before` gives it.
    """

    category: str
    text: str
    title: str = ""


def title_before(text: str, start: int) -> str:
    """Title right before a position, one form for all spellings; empty for none."""
    match = _TITLE.search(text[max(0, start - 20) : start])
    return TITLES.get(match[1].lower(), "") if match else ""


def surface(category: str, text: str) -> str:
    """What is said, with differences removed that never tell two things apart.

    Case, accents, blanks, a title and a possessive ending go. Numbers are compared as digits,
    whether written or spoken; e-mail addresses with their signs.
    """
    if category == "EMAIL":
        return re.sub(r"\s", "", folded(signs(text).text))
    if category in NUMBERS:
        said = re.sub(r"(?i)\b(?:the|of|years?|old|age)\b", " ", digits(text).text)
        letters = folded(said)
        if category in {"PHONE", "NHS_NUMBER", "POSTCODE"}:
            letters = re.sub(
                r"[^a-z0-9]", "", re.sub(rf"\b(?:{'|'.join(NOUGHTS)})\b", "0", letters)
            )
        return " ".join(re.sub(r"[^\w/.]|(?<=\d)(?:st|nd|rd|th)\b", " ", letters).split())
    words = [folded(word.text) for word in words_of(text)]
    if category == "PERSON" and len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 2 and all(len(word) == 1 for word in words):
        words = ["".join(words)]  # Spelt out: the name itself.
    figures = re.findall(r"\d+\w*", text)
    return " ".join([*figures, *words]) or folded(text.strip())


def identities(mentions: Sequence[Spoken], roster: dict[str, str]) -> list[str]:
    """Give each replaced mention of one interview its identity.

    People are who the roster says, else their name as `surface` gives it. Mr, Mrs and Dr of one
    surname are three. A first name or surname alone is the same person as a full name only where
    the interview has exactly one full name with it, and a surname behind Mr, Mrs or another title
    only where that full name has the same title: when in doubt one person gets two pseudonyms, two
    people never get one. Full names of the roster count as said in the interview.

    Args:
        mentions: In order.
        roster: Identity by `surface` of the name, for this interview.

    Returns:
        An identity per mention, comparable within its category.
    """
    people = [one for one in mentions if one.category == "PERSON"]
    titles: dict[str, set[str]] = defaultdict(set)
    for one in people:
        if title := _title(one):
            titles[surface("PERSON", one.text)].add(title)
    full = {
        name: {_title(one) for one in people if surface("PERSON", one.text) == name}
        for name in {surface("PERSON", one.text) for one in people}
        if " " in name
    }
    return [
        _person(one, titles, full, roster)
        if one.category == "PERSON"
        else roster.get(surface(one.category, one.text), surface(one.category, one.text))
        for one in mentions
    ]


def _title(one: Spoken) -> str:
    words = words_of(one.text)
    inside = TITLES.get(folded(words[0].text), "") if len(words) > 1 else ""
    return inside or one.title


def _person(
    one: Spoken, titles: dict[str, set[str]], full: dict[str, set[str]], roster: dict[str, str]
) -> str:
    name, title = surface("PERSON", one.text), _title(one)
    if name in roster:
        return roster[name]
    if " " not in name:
        parts = {each: each.split() for each in {**full, **roster} if " " in each}
        candidates = [
            each
            for each, words in parts.items()
            if (title and words[-1] == name and title in full.get(each, ()))
            or (not title and name in {words[0], words[-1]})
        ]
        named = {roster.get(each, each) for each in candidates}
        if len(named) == 1 and not (title == "" and titles.get(name)):
            return named.pop()
    if len(titles.get(name, ())) > 1:
        return f"{title} {name}".strip()
    return name


def tags(
    keys: Sequence[tuple[str, str]], spoken: Iterable[str], details: Sequence[str] = ()
) -> list[str]:
    """Number identities within an interview, per category, by first mention.

    A number is passed over where somebody typed that very tag into the transcript, so that a tag
    of ours never looks like what was said.

    Args:
        keys: Category and identity of each replaced mention, in order.
        spoken: Texts of the interview, as spoken.
        details: What each mention says in general, or nothing. An identity's tag has the first
            that one of its mentions has.

    Returns:
        Tags as PERSON 3, or LOCATION 2: town, without their brackets.
    """
    general: dict[tuple[str, str], str] = {}
    for key, detail in zip(keys, details, strict=False):
        if detail:
            general.setdefault(key, f": {detail}")
    typed = {match.group(1, 2) for text in spoken for match in _TAG.finditer(text)}
    given: dict[tuple[str, str], str] = {}
    last: dict[str, int] = defaultdict(int)
    for category, identity in keys:
        if (category, identity) in given:
            continue
        last[category] += 1
        while (category, str(last[category])) in typed:
            last[category] += 1
        number = f"{category} {last[category]}"
        given[category, identity] = number + general.get((category, identity), "")
    return [given[key] for key in keys]


def known_identities(known: pd.DataFrame, interview: str) -> dict[str, str]:
    """Identity by `surface` of each roster name that has one and may turn up in the interview.

    A name with a pseudonym and no identity is its own. A row for this interview goes before a row
    for every interview.
    """
    named = (known["identity"] != "") | (known["pseudonym"] != "")
    rows = known[known["interview"].isin(["", interview]) & named]
    ordered = rows.sort_values(["interview", "name"])
    return {
        surface(category, name): identity or surface(category, name)
        for name, category, identity in zip(
            ordered["name"], ordered["category"], ordered["identity"], strict=True
        )
    }
