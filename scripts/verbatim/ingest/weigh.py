"""What speaks for somebody being an interviewer, and what against: words, manner, company."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from verbatim.ingest.behaviour import Manner, manner
from verbatim.ingest.labels import key
from verbatim.ingest.persons import persons
from verbatim.ingest.roles import is_anybody, role_word, stem
from verbatim.ingest.same import initials
from verbatim.ingest.voices import Voice

WORD, LETTER, KNOWN, NAMED = 8.0, 2.5, 2.5, 1.5
"""What weighs how much: a word of a role, a letter, being met in several files, the file's name."""

TELLS = 1.0
"""From this score down, somebody tells, however often the name comes back."""

OPEN = 2.0
"""Up to this score, either way, the manner of speaking leaves the role open."""

ASKS, ANSWERS = frozenset(("i", "q")), frozenset(("r", "p", "a", "b"))
"""Letters beside which T is whoever translates; beside I alone it may be a teacher."""

INITIALS, FEW, SOME = 4, 5, 0.2
"""Letters of initials, which two people can share; files, and share of them, to be met in."""


@dataclass
class Person:
    """One person of a transcript, with what speaks for an interviewer (more) or against (less)."""

    voices: list[Voice]
    word: str
    manner: Manner
    score: float
    why: list[str]
    letter: int = 0
    is_of_team: bool = False
    role: str = ""

    @property
    def words(self) -> int:
        """How much the person says."""
        return sum(voice.words for voice in self.voices)

    @property
    def turns(self) -> int:
        """How often the person takes the floor."""
        return sum(voice.turns for voice in self.voices)

    @property
    def asked(self) -> tuple[int, int]:
        """How often the person takes the floor, and in how many of these turns asks."""
        return self.turns, sum(voice.asks for voice in self.voices)


def people(voices: list[Voice]) -> list[Person]:
    """Give the people of one transcript, each held against all others in it."""
    groups = persons(voices)
    return [
        Person(
            group,
            next(filter(None, (role_word(voice.label) for voice in group)), ""),
            own := manner(group, [one for other in groups if other is not group for one in other]),
            own.score,
            [],
        )
        for group in groups
    ]


def name_of(person: Person) -> str:
    """Give the label that the person bears most, as labels are compared."""
    return key(person.voices[0].label)


def pool(study: Mapping[str, list[Person]]) -> None:
    """Give who bears the same label in most transcripts the mean of their manners.

    A label of a few transcripts may be two people's of that name.
    """
    met: dict[str, list[Person]] = {}
    for each in study.values():
        for one in each:
            if len(each) > 1 and not is_anybody(name_of(one)):
                met.setdefault(name_of(one), []).append(one)
    for same in met.values():
        if 2 * len(same) < len(study) or len(same) < 3:
            continue
        turns = [one.turns for one in same]
        mean = sum(one.score * n for one, n in zip(same, turns, strict=True)) / max(1, sum(turns))
        for one in same:
            one.score = mean


def weigh(each: list[Person], met: Counter[str], file: str, files: int) -> None:
    """Add to each score what labels and files say.

    Args:
        each: The people of one transcript.
        met: In how many transcripts each name is met.
        file: Name of the transcript's file.
        files: How many transcripts there are.
    """
    words = {one.word for one in each}
    stems = {stem(name_of(one)) for one in each}
    answered = "participant" in words or "p" in stems
    both = bool(stems & ASKS) and bool(stems & ANSWERS)
    for one in each:
        name = name_of(one)
        if name == "t" and both:
            one.word = "aside"
        if one.word == "interviewer":
            _add(one, WORD, "its label says so")
        elif one.word == "participant":
            _add(one, -WORD, "its label says so")
        else:
            one.letter = _letter(stem(name), stems, answered=answered)
        if one.letter:
            _add(one, LETTER * one.letter, "its letter is usual for the role")
        if not one.word and not is_anybody(name):
            others = [met[name_of(other)] for other in each if other is not one]
            one.is_of_team = _is_of_team(one, met[name], files) and 1 in others
            doubtful = abs(one.manner.score) < OPEN
            if doubtful and _is_known(name, met[name], files) and 1 in others:
                _add(one, KNOWN, f"speaks in {met[name]} transcripts of the study")
            if _is_in(name, file) and not all(_is_in(name_of(other), file) for other in each):
                _add(one, -NAMED, "the file is named so")
        why = one.manner.why
        if why and len(each) > 1:
            one.why.append(why)


def _add(person: Person, weight: float, why: str) -> None:
    person.score += weight
    person.why.append(why)


def _letter(letter: str, stems: set[str], *, answered: bool) -> int:
    """Say what a letter means beside the other letters: Q asks where A answers."""
    if letter == "r":
        return 1 if answered else -1
    asks = letter in {"i", "q"} or (letter == "m" and "f" not in stems and "p" in stems)
    answers = letter == "p" or (letter == "a" and "q" in stems) or (letter == "b" and "i" in stems)
    return int(asks) - int(answers)


def _is_of_team(one: Person, times: int, files: int) -> bool:
    """Say whether somebody whose name comes back does not clearly tell, as a second host does."""
    name = name_of(one)
    shortest = INITIALS if one.voices[0].label.isupper() else INITIALS // 2
    is_name = len(name) > shortest and not re.search(r"\d", name)
    return is_name and times > 2 and _is_known(name, times, files) and one.manner.score > -TELLS


def _is_known(name: str, times: int, files: int) -> bool:
    """Say whether a name comes back by more than chance: initials and first names do so by it."""
    least = 2 if files < FEW and len(name) > INITIALS else 3
    return times >= max(least, SOME * files)


def _is_in(name: str, file: str) -> bool:
    """Say whether the file's name holds the name, or names that begin with these letters."""
    parts = [part for part in key(file.rpartition(".")[0]).replace("_", " ").split() if part]
    own = key(name).split()
    if any(len(part) > 2 and part in parts for part in own):
        return True
    letters = sorted(name.replace(".", ""))
    begins = sorted(initials(" ".join(parts)))
    return len(own) == 1 and 2 <= len(name) <= 3 and letters == begins
