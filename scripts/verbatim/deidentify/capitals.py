"""Capitals that nothing explains: a name until somebody says otherwise."""

from collections.abc import Iterator

from verbatim.deidentify.mention import Mention
from verbatim.deidentify.places import named
from verbatim.deidentify.runs import Reading, Run
from verbatim.deidentify.stems import DRUG, stem_known

INSIDE = "capital"
OPENING = "initial"
BEING = frozenset({"she's", "he's", "i'm", "was", "were", "be"})
ARTICLES = frozenset({"a", "an", "another", "some"})


def capitals(reading: Reading) -> list[Mention]:
    """Find capitalised words inside sentences that no list of shared words explains.

    Where the transcript's capitals can be trusted, an everyday word with a capital inside a
    sentence counts too ("she moved to Deal"). A word that opens a sentence counts (layer
    `initial`) only where no dictionary has it.
    """
    return [*_inside(reading), *_opening(reading)]


def _inside(reading: Reading) -> Iterator[Mention]:
    lexicon = reading.lexicon
    for run in reading.runs:
        if run.initial or not named(reading, run) or _shouted(reading, run):
            continue
        word = run.words[0]
        if (
            reading.before(run) in ARTICLES
            and len(run.words) == 1
            and not (lexicon.first_name(word.lower) or lexicon.town(word.lower))
            and not (reading.before(run, 2) in BEING and lexicon.strange(word.lower))
        ):
            continue
        everyday = all(lexicon.everyday(each.lower) for each in run.words)
        if everyday and not reading.passage.clean:
            continue
        if _medicine(reading, run) or word.lower in lexicon.lists["interjections"]:
            continue
        if everyday and len(run.words) == 1 and word.lower in lexicon.lists["persons"]:
            continue
        yield Mention(run.start, run.end, _category(reading, run), INSIDE)


def _opening(reading: Reading) -> Iterator[Mention]:
    lexicon = reading.lexicon
    for run in reading.runs:
        word = run.words[0]
        lower = word.lower
        if (
            not run.initial
            or not named(reading, run)
            or _shouted(reading, run)
            or lexicon.everyday(lower)
            or lower in lexicon.lists["interjections"] | lexicon.lists["dialect"]
            or "'" in lower
            or len(lower) < 4
            or _medicine(reading, run)
            or stem_known(lexicon.counts, lower, lexicon.trusted)
        ):
            continue
        yield Mention(run.start, run.end, "PERSON", OPENING)


def _medicine(reading: Reading, run: Run) -> bool:
    word = run.words[0].lower
    return len(run.words) == 1 and not reading.lexicon.first_name(word) and bool(DRUG.search(word))


def _shouted(reading: Reading, run: Run) -> bool:
    """Whether the words are all capitals: shouting, or the name of a general body."""
    return all(word.acronym or len(word.text) == 1 for word in run.words)


def _category(reading: Reading, run: Run) -> str:
    lexicon = reading.lexicon
    word = run.words[0]
    if len(run.words) > 1 and run.words[-1].lower in lexicon.lists["organisations"]:
        return "ORGANISATION"
    if lexicon.first_name(word.lower) and not reading.mostly_town(run):
        return "PERSON"
    if lexicon.town(word.lower):
        return "LOCATION"
    before = reading.before(run)
    if before == "the" or (
        len(run.words) > 1 and all(lexicon.everyday(each.lower) for each in run.words)
    ):
        return "ORGANISATION"
    if before in lexicon.lists["prepositions"] or before in {"from", "to", "of"}:
        return "LOCATION"
    return "PERSON"
