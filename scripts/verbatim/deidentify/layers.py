"""The layers, each on its own, over the passages of one interview."""

from dataclasses import dataclass

from verbatim.deidentify.addresses import addresses
from verbatim.deidentify.aged import aged
from verbatim.deidentify.ages import ages
from verbatim.deidentify.beside import beside
from verbatim.deidentify.birthdays import birthdays
from verbatim.deidentify.bodies import bodies
from verbatim.deidentify.british import british
from verbatim.deidentify.capitals import capitals
from verbatim.deidentify.caseless import caseless
from verbatim.deidentify.cues import cues
from verbatim.deidentify.dates import dates
from verbatim.deidentify.gazetteer import gazetteer
from verbatim.deidentify.learned import RULES_ONLY, Learned
from verbatim.deidentify.lexicon import Lexicon, lexicon
from verbatim.deidentify.mention import DOUBT, Mention
from verbatim.deidentify.patterns import patterns
from verbatim.deidentify.places import places
from verbatim.deidentify.roles import roles
from verbatim.deidentify.roster import Known, roster
from verbatim.deidentify.runs import PRONOUN, read
from verbatim.deidentify.universal import universal
from verbatim.deidentify.words import CLEAN, SLIPS, Passage, Word, words_of
from verbatim.language import ENGLISH_OR_NONE

LEAST = 12
"""Of fewer words nobody can say whether they are written without capitals."""

FEW_OPENINGS, FEW = 0.2, 0.05
"""Shares of first words and of all words with a capital below which there are none."""


@dataclass(frozen=True)
class Interview:
    """The passages of one interview, in order."""

    passages: tuple[Passage, ...]

    @classmethod
    def of(cls, texts: list[str], function: frozenset[str] | None = None) -> "Interview":
        """Read the texts, and judge by all of them what capitals mean here.

        Args:
            texts: What is said, segment by segment.
            function: Closed-class words; those of the lexicon by default.
        """
        closed = lexicon().closed if function is None else function
        spoken = [words_of(text) for text in texts]
        inside = [
            word
            for words in spoken
            for word in words
            if not word.initial and len(word.text) > 1
            if word.lower in closed and word.lower not in PRONOUN
        ]
        strange = sum(word.capital and not word.acronym for word in inside)
        clean = strange <= max(CLEAN * len(inside), SLIPS)
        caseless = _caseless(spoken)
        return cls(
            tuple(
                Passage(text, before, caseless, clean)
                for text, before in zip(texts, ["", *texts], strict=False)
            )
        )


def _caseless(spoken: list[list[Word]]) -> bool:
    """Whether an interview is written without capitals, "I" and a few initials aside."""
    openings = [words[0] for words in spoken if words]
    every = [word for words in spoken for word in words if word.lower not in PRONOUN]
    return (
        len(every) >= LEAST
        and sum(word.capital for word in openings) < FEW_OPENINGS * len(openings)
        and sum(word.capital for word in every) < FEW * len(every)
    )


def run_layers(
    interview: Interview, known: list[Known], learned: Learned = RULES_ONLY, language: str = ""
) -> list[list[Mention]]:
    """Let every layer look at every passage.

    In another language than English the rules and word lists for English keep still. There names
    are found by roster and labels, whatever has the same form everywhere by `universal`, and the
    rest by a pipeline for that language.

    Args:
        interview: The passages.
        known: Names from the roster and the speakers' labels.
        learned: What looks beside the rules.
        language: Language of the interview, as ISO code; empty where it is not certain.

    Returns:
        For each passage the mentions of all layers, duplicates left out, in order.
    """
    words = lexicon()
    known = [one for one in known if one.sure or _called(one.name, words)]
    everyday = _everyday(known, words)
    named = learned.proposals(interview.passages, language, words)
    found = []
    for passage, entity in zip(interview.passages, named, strict=True):
        if language not in ENGLISH_OR_NONE:
            others = [*universal(passage.text), *roster(passage.text, known)]
            found.append(sorted({*others, *entity}))
            continue
        reading = read(passage, words)
        doubts = [one for one in entity if one.layer == DOUBT]
        rules = [
            *patterns(passage),
            *dates(passage),
            *ages(passage),
            *aged(passage),
            *birthdays(passage),
            *cues(reading),
            *places(reading),
            *bodies(reading),
            *british(reading),
            *addresses(reading),
            *gazetteer(reading),
            *capitals(reading),
            *caseless(reading),
            *(one for one in entity if one.layer != DOUBT),
        ]
        listed = _supported(roster(passage.text, known, everyday), passage, rules, everyday)
        rules += [*listed, *roles(reading, [*rules, *listed])]
        found.append(sorted({*rules, *beside(reading, rules), *doubts}))
    return found


def _called(label: str, words: Lexicon) -> bool:
    """Whether a speaker's label is a name and not "Quality" or "Hospital Integration"."""
    return any(words.first_name(part) or not words.everyday(part) for part in label.split())


def _everyday(known: list[Known], words: Lexicon) -> frozenset[str]:
    return frozenset(
        part.lower()
        for one in known
        for part in [one.name, *one.name.split()]
        if words.everyday(part)
    )


def _supported(
    listed: list[Mention], passage: Passage, rules: list[Mention], everyday: frozenset[str]
) -> list[Mention]:
    """Leave out everyday words that open a sentence, unless a rule too takes them for a name.

    Will may be on the roster: "Will said so" is about him, "Will you come?" is not.
    """
    openings = {word.start: word.lower for word in passage.words if word.initial}
    shown = {one.start for one in rules}
    return [
        one
        for one in listed
        if one.start in shown
        or openings.get(one.start) not in everyday
        or one.end - one.start > len(openings[one.start])
    ]
