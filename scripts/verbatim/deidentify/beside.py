"""What belongs to a name that was found: its house number, its post, its first half."""

import re
from collections.abc import Iterable, Iterator

from verbatim.deidentify.mention import Mention
from verbatim.deidentify.runs import Reading
from verbatim.deidentify.spoken import NUMBER_WORDS
from verbatim.deidentify.words import Word, before, listed

LAYER = "cue"

_FIGURE = rf"(?:\d{{1,4}}|(?:{'|'.join(sorted(NUMBER_WORDS - {'and', 'a'}))})(?:[\s-](?:\w+))?)"
_DOOR = re.compile(rf"(?i),?\s(?P<door>(?:number|no\.)\s{_FIGURE}[a-d]?)(?=\s*(?:[.,;?!]|$))")
_FLAT = re.compile(rf"(?i)(?<![\w£$€.,:/-]){_FIGURE}\s(?:stroke|slash|oblique)\s{_FIGURE},?\s$")
_TIE = r"(?:for|of|at|in|to|with|from|between|(?:north|south|east|west)\sof)"
_OF = re.compile(rf"\s(?:{_TIE}\s)?(?:the\s|our\s)?")
_ONLY = re.compile(
    rf"(?i)\bthe\s(?:only|last|first)\s(?:[\w’'-]+\s){{0,4}}?(?P<post>[\w-]+)\s{_TIE}\s(?:the\s)?$"
)
_POST = re.compile(
    r"(?i)(?:er|or|ist|ian|man|woman|wife|nurse|lead|chef|cook|vet|priest|imam|clerk)$"
)
_CALL = re.compile(
    r"(?i:\bcall(?:s|ed|ing)?\s(?:me|him|her|us|them)\s)(?P<name>[A-Z][a-z’'-]+)(?=[.,;?!]|\s(?:and|but|or)\b|$)"
)
_LAND = frozenset(
    listed("end cross corner bank head gate yard row court hole ground rise drove reach point")
)
"""Heads of places behind a possessive: Ring's End."""


def beside(reading: Reading, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Find what stands beside mentions of other layers and is one with them.

    A house number behind its place ("at Bentilee, number sixty") or before it ("4 stroke 2,
    Ormiston"), a post and its body, and a capital that opens a sentence before a surname.
    """
    text, found = reading.passage.text, list(mentions)
    places = {one.start: one for one in found if one.category in {"LOCATION", "ORGANISATION"}}
    for one in found:
        if one.category == "LOCATION" or one.layer == "capital":
            if door := _DOOR.match(text, one.end):
                yield Mention(door.start("door"), door.end("door"), "LOCATION", LAYER)
            if flat := _FLAT.search(before(text, one.start)):
                yield Mention(one.start - len(flat.group()), one.end, "LOCATION", LAYER)
        if one.start in places:
            only = _ONLY.search(before(text, one.start))
            if only and _POST.search(only["post"]):
                yield Mention(one.start - len(only.group()), one.end, "ROLE", LAYER)
        if one.category == "ROLE":
            tie = _OF.match(text, one.end)
            body = places.get(tie.end()) if tie else None
            if body:
                yield Mention(one.start, body.end, "ROLE", LAYER)
        if one.category == "PERSON":
            yield from _opened(reading, one)
    yield from _owned(reading)
    yield from _called(reading)


def _opened(reading: Reading, one: Mention) -> Iterator[Mention]:
    """A first name that is a word and opens a sentence before a surname: "Royal Sallis"."""
    words = reading.passage.words
    at = next((at for at, word in enumerate(words) if word.start == one.start), 0)
    if at and reading.passage.gap(at) == " " and _first(words[at - 1], reading):
        yield Mention(words[at - 1].start, one.end, "PERSON", LAYER)


def _first(word: Word, reading: Reading) -> bool:
    lexicon, lower = reading.lexicon, word.lower
    general = ("titles", "callings", "persons", "epithets", "interjections", "vocabulary")
    if not (word.initial and word.capital and len(lower) > 1) or word.possessive:
        return False
    if lexicon.shared(lower):
        return lexicon.first_name(lower) or lexicon.has("called", lower)
    return lower in lexicon.lists["royal"] or not (
        lower in lexicon.closed
        or "'" in lower
        or any(lower in lexicon.lists[name] for name in general)
        or lexicon.town(lower)
    )


def _owned(reading: Reading) -> Iterator[Mention]:
    """Places that somebody owned: "Ring's End"."""
    words = reading.passage.words
    for at, word in enumerate(words[1:], 1):
        owner = words[at - 1]
        if (
            word.lower in _LAND
            and word.capital
            and owner.capital
            and owner.possessive
            and reading.passage.clean
            and not word.initial
            and reading.passage.gap(at) in {"'s ", "’s "}
        ):
            yield Mention(owner.start, word.end, "LOCATION", LAYER)


def _called(reading: Reading) -> Iterator[Mention]:
    """Any word with a capital by which somebody is called: "they call me Ten"."""
    passage, lexicon = reading.passage, reading.lexicon
    for match in _CALL.finditer(passage.text) if passage.clean else ():
        word = match["name"].lower()
        if not (lexicon.shared(word) or lexicon.has("persons", word) or word in lexicon.closed):
            yield Mention(*match.span("name"), "PERSON", LAYER)
