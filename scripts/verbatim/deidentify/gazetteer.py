"""Names known beforehand: first names of many languages, places of the British Isles."""

import re
from collections.abc import Iterator

from verbatim.deidentify.mention import Mention
from verbatim.deidentify.runs import Reading, Run
from verbatim.deidentify.words import listed

LAYER = "gazetteer"
_ROAD = re.compile(
    r"\b(?:on|in|at|off|along|up|down|from|near)\s(?!the\b|a\b|my\b|our\b)"
    r"(?P<road>(?:\d+[a-z]?\s)?[a-z]+\s(?:road|street|avenue|lane|close|drive|crescent|terrace))\b"
)
"""A road in a transcript without capitals."""

DETERMINERS = frozenset(listed("the a an this that new old our my their each every no"))


def gazetteer(reading: Reading) -> list[Mention]:
    """Find first names (with the surname behind them) and towns.

    A name that is an everyday word counts only inside a sentence or before another name; a name
    in lower case only where no English word is spelt so.
    """
    return [*_people(reading), *_towns(reading), *_lower(reading)]


def _people(reading: Reading) -> Iterator[Mention]:
    lexicon = reading.lexicon
    heads = lexicon.lists["organisations"] | lexicon.lists["places"]
    for run in reading.runs:
        word = run.words[0]
        if not lexicon.first_name(word.lower) or len(word.text) < 2 or word.acronym:
            continue
        if run.words[-1].lower in heads and len(run.words) > 1:
            continue
        if reading.shared(run) or reading.mostly_town(run):
            continue
        everyday = lexicon.everyday(word.lower)
        if not everyday or _named_in_full(reading, run) or _inside(reading, run):
            yield Mention(run.start, run.end, "PERSON", LAYER)


def _named_in_full(reading: Reading, run: Run) -> bool:
    """Whether a surname follows: no everyday word, or a surname that a first name is before."""
    if len(run.words) < 2:
        return False
    surname = run.words[1]
    return not surname.acronym and (
        not reading.lexicon.everyday(surname.lower)
        or (
            surname.lower in reading.lexicon.surnames
            and surname.lower not in reading.lexicon.lists["function"]
        )
    )


def _inside(reading: Reading, run: Run) -> bool:
    """Whether an everyday word has a capital inside a sentence whose capitals mean something."""
    return (
        not run.initial
        and reading.passage.clean
        and (
            run.words[0].lower not in reading.lexicon.lists["vocabulary"]
            or (len(run.words) == 1 and reading.before(run) not in DETERMINERS)
        )
        and len(run.words[0].text) > 2
    )


def _towns(reading: Reading) -> Iterator[Mention]:
    lexicon = reading.lexicon
    for run in reading.runs:
        if reading.shared(run):
            continue
        for size in range(min(3, len(run.words)), 0, -1):
            words = run.words[:size]
            name = " ".join(word.lower for word in words)
            if lexicon.town(name) and (not run.initial or not lexicon.everyday(words[0].lower)):
                yield Mention(words[0].start, words[-1].end, "LOCATION", LAYER)
                break


def _lower(reading: Reading) -> Iterator[Mention]:
    lexicon, caseless = reading.lexicon, reading.passage.caseless
    if caseless:
        for match in _ROAD.finditer(reading.passage.text):
            yield Mention(*match.span("road"), "LOCATION", LAYER)
    for word in reading.passage.words:
        lower = word.text
        if word.capital or len(lower) < 4 or "'" in word.lower or lexicon.shared(lower):
            continue
        known = lower in lexicon.lists["first_names"] or (caseless and lower in lexicon.trusted)
        if known and not lexicon.everyday(lower):
            yield Mention(word.start, word.end, "PERSON", LAYER)
        elif caseless and lexicon.town(lower) and not lexicon.everyday(lower):
            yield Mention(word.start, word.end, "LOCATION", LAYER)
