"""Organisations as people call them: the Royal, the QVH, Penrose practice, at Lobb's."""

import re
from collections.abc import Iterator

from verbatim.deidentify.mention import Mention
from verbatim.deidentify.places import named
from verbatim.deidentify.runs import Reading, Run
from verbatim.deidentify.words import listed

LAYER = "cue"

HEADS = frozenset(
    listed(
        "practice surgery hall nursery school hospital church centre cafe café club hospice clinic "
        "pharmacy college library mosque temple infirmary primary academy playgroup pub hotel "
        "market foodbank charity depot factory gym chapel ward wing"
    )
)
"""Ordinary words behind a name that make one name of an organisation with it."""

_KIN = frozenset(listed("sons son daughters brothers bros co company partners"))
_NICKNAMES = frozenset(listed("general royal infirmary cottage memorial county western northern"))
_NOT_BEHIND = frozenset(
    listed(
        "family mail navy wedding college society air election manager practitioner practice "
        "public idea hospital infirmary council court hall show durham road line rail"
    )
)
_AT = frozenset(listed("at in from near to outside by into behind past opposite"))
_INITIALS = re.compile(r"[A-Z]{2,5}")
_BODY = frozenset(listed("at from to in by outside the"))
_BEFORE = frozenset(
    listed("at from to in by outside behind past opposite near just called it's said for")
)
_ENDS = re.compile(
    r"^[’']s(?=[.,;:?!]|$|\s(?:on|in|at|by|and|but|or|for|over|down|up|near|before|since|when)\b)"
)


def bodies(reading: Reading) -> list[Mention]:
    """Find organisations that no head with a capital shows."""
    return [
        *_headed(reading),
        *_nicknamed(reading),
        *_initials(reading),
        *_possessive(reading),
        *_pairs(reading),
    ]


def _mention(start: int, end: int) -> Mention:
    return Mention(start, end, "ORGANISATION", LAYER)


def _headed(reading: Reading) -> Iterator[Mention]:
    """A name with an ordinary head behind it: "the Penrose practice", "St Piran's hall"."""
    lexicon, passage = reading.lexicon, reading.passage
    for run in reading.runs:
        following = run.last + 1
        if passage.lower(following) not in HEADS or passage.words[following].capital:
            continue
        saint = run.words[0].lower in {"st", "saint"}
        if run.words[-1].possessive and not saint:
            continue
        if named(reading, run) or saint:
            opening = run.initial and len(run.words) == 1 and lexicon.everyday(run.words[0].lower)
            if not opening:
                yield _mention(run.start, passage.words[following].end)


def _nicknamed(reading: Reading) -> Iterator[Mention]:
    """Such as "the Royal", "the General": a hospital by a general word with a capital."""
    passage = reading.passage
    if not passage.clean:
        return
    for index, word in enumerate(passage.words):
        if word.lower not in _NICKNAMES or not word.capital or word.initial or word.acronym:
            continue
        beside = passage.words[index + 1] if index + 1 < len(passage.words) else None
        joined = beside is not None and passage.gap(index + 1) in {" ", "\u00a0"}
        if joined and beside and (beside.capital or beside.lower in _NOT_BEHIND):
            continue
        before = passage.lower(index - 1)
        if before in {"the", "whole", "old", "new", "at"} and passage.gap(index) == " ":
            yield _mention(word.start, word.end)


def _initials(reading: Reading) -> Iterator[Mention]:
    """Initials that no list explains, behind "at the" or "from": "at the QVH"."""
    lexicon, passage = reading.lexicon, reading.passage
    for index, word in enumerate(passage.words):
        if not _INITIALS.fullmatch(word.text) or not passage.clean:
            continue
        lower = word.lower
        if lexicon.shared(lower) or lower in lexicon.lists["initials"] or lower in lexicon.closed:
            continue
        if lower in lexicon.lists["interjections"] or lexicon.counts.get(lower, 0) > _WORD:
            continue
        before = passage.lower(index - 1)
        if not passage.gap(index).isspace():
            continue
        if before in _AT - {"to"} or before == "the":
            yield _mention(word.start, word.end)


_WORD = 3_000
"""Count in the word list from which letters in capitals are a word that is shouted."""


def _possessive(reading: Reading) -> Iterator[Mention]:
    """Such as "at Lobb's", without a title: a shop, a practice, a pub."""
    passage = reading.passage
    for run in reading.runs:
        ending = _ENDS.match(passage.text[run.end : run.end + 12])
        if ending and reading.before(run) in _BEFORE and run.words[-1].possessive:
            title = passage.lower(run.first - 1) in reading.lexicon.lists["titles"]
            first = reading.lexicon.first_name(run.words[0].lower) and len(run.words) == 1
            if not title and not first and not reading.shared(run) and named(reading, run):
                yield _mention(run.start, run.end + 2)


def _pairs(reading: Reading) -> Iterator[Mention]:
    """Two surnames joined: "I took it to Penrose and Lobb"."""
    passage, lexicon = reading.passage, reading.lexicon
    runs = {run.first: run for run in reading.runs}
    for run in reading.runs:
        other = runs.get(run.last + 2)
        if other is None or passage.text[run.end : other.start] != " and ":
            continue
        if other.words[0].lower in _KIN and len(run.words) == len(other.words) == 1:
            yield _mention(run.start, other.end)
        led = reading.before(run) in {"at", "to", "with", "from", "for", "called"}
        if not (run.initial or led):
            continue
        if _one_word(run, reading) and _one_word(other, reading):
            words = (run.words[0].lower, other.words[0].lower)
            people = sum(map(lexicon.first_name, words))
            surnames = all(map(lexicon.surname_too, words)) and not any(map(lexicon.shared, words))
            if run.initial and not (surnames and passage.clean and not people):
                continue
            if people < len(words) and not all(map(lexicon.town, words)) and (
                not people or any(word in lexicon.surnames for word in words)
            ):  # fmt: skip
                yield _mention(run.start, other.end)


def _one_word(run: Run, reading: Reading) -> bool:
    """Whether it is a single word that may be a surname."""
    return len(run.words) == 1 and not reading.shared(run) and not run.words[0].acronym
