"""Names known beforehand: first names of many languages, places of the British Isles."""

from collections.abc import Iterator

from verbatim.deidentify.lexicon import Lexicon
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.runs import Reading, Run
from verbatim.deidentify.telling import SURE, spoken_of, telling
from verbatim.deidentify.words import Passage, listed

LAYER = "gazetteer"
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
    surname, lexicon = run.words[1], reading.lexicon
    general = lexicon.lists["vocabulary"] | lexicon.lists["organisations"] | lexicon.closed
    capital = reading.passage.clean and surname.lower not in general
    return not surname.acronym and (
        not lexicon.everyday(surname.lower)
        or (capital and not lexicon.shared(surname.lower))
        or surname.lower in lexicon.lists["called"]
        or (surname.lower in lexicon.surnames and surname.lower not in lexicon.lists["function"])
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
    """Names in lower case in a transcript with capitals: typed in haste, or quoted."""
    lexicon, passage = reading.lexicon, reading.passage
    if passage.caseless:
        return
    for index, word in enumerate(passage.words):
        lower = word.text
        if word.capital or len(lower) < 3 or "'" in word.lower or lexicon.shared(lower):
            continue
        if lexicon.everyday(lower):
            beside = passage.lower(index + 1)
            surname = passage.gap(index + 1) == " " if beside else False
            surname = surname and len(beside) > 3 and lexicon.strange(beside)
            small = surname and not passage.words[index + 1].capital
            if lower in lexicon.lists["given"] and small:
                yield Mention(word.start, passage.words[index + 1].end, "PERSON", LAYER)
            elif lower in lexicon.lists["given"] and _told(passage, index, lexicon):
                yield Mention(word.start, word.end, "PERSON", "initial")
        elif len(lower) > 3 and lower in lexicon.lists["first_names"]:
            yield Mention(word.start, word.end, "PERSON", LAYER)
        elif (
            len(lower) > 3
            and lower.isalpha()
            and lexicon.strange(lower)
            and telling(passage, index, lexicon) >= SURE
        ):
            yield Mention(word.start, word.end, "PERSON", "initial")


def _told(passage: Passage, index: int, lexicon: Lexicon) -> bool:
    """Whether a word by which people are called is one in lower case: "off grace, she's"."""
    words = passage.words
    if words[index].possessive or (index and words[index - 1].possessive):
        return False
    plain = passage.lower(index - 1) in lexicon.lists["epithets"] | DETERMINERS
    return not plain and telling(passage, index, lexicon) > SURE - spoken_of(passage, index)
