"""Capitals that nothing explains: a name until somebody says otherwise."""

import re
from collections.abc import Iterator

from verbatim.deidentify.mention import Mention
from verbatim.deidentify.places import named
from verbatim.deidentify.runs import Reading, Run

INSIDE = "capital"
OPENING = "initial"
COMPOUND = 300
"""Count in the word list from which two words make a known compound."""

DRUG = re.compile(
    r"(?:pril|olol|statin|sartan|azole|mycin|micin|cillin|floxacin|dipine|tidine|tadine|nadine|azepam|"
    r"zolam|setron|triptan|profen|oxetine|furantoin|oprim|cycline|gliptin|gliflozin|formin|parin|"
    r"xaban|lukast|terol|asone|solone|peridone|apine|tamol|fenac|oxacin|curium|mab|vir|thiazide|semide|"
    r"phenamine|itis|osis|oma|aemia|emia|pathy|algia|fibromatosis)s?$"
)
"""Stems of the international names of medicines (WHO, 2018), endings of the names of diseases."""

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
            or lower in lexicon.lists["interjections"]
            or "'" in lower
            or len(lower) < 4
            or _medicine(reading, run)
            or stem_known(lexicon.counts, lower)
        ):
            continue
        yield Mention(run.start, run.end, "PERSON", OPENING)


def stem_known(counts: dict[str, int], word: str) -> bool:
    """Whether an ending makes a known word of it ("doesnae", "unfussed", "Januaries")."""
    for british, american in (("is", "iz"), ("our", "or"), ("ll", "l"), ("yse", "yze")):
        if british in word and word.replace(british, american) in counts:
            return True
    for place in range(3, len(word) - 2):
        # A compound: "woodchip", "telehealth".
        if min(counts.get(word[:place], 0), counts.get(word[place:], 0)) > COMPOUND:
            return True
    for ending in ("nae", "nt", "s", "ed", "ing", "ly", "er", "est", "in", "y", "ish", "ness"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and (stem in counts or stem + "e" in counts):
            return True
    return any(
        word.startswith(before) and word[len(before) :].lstrip("-") in counts
        for before in ("un", "re", "non", "pre", "over", "under", "out", "mis")
    )


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
