"""Who of those who speak is the interviewer, who the participant: proposed, for a person to confirm."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from verbatim.ingest.behaviour import Manner, asks_as, manner
from verbatim.ingest.labels import key
from verbatim.ingest.persons import persons
from verbatim.ingest.roles import is_anybody, role_word, stem
from verbatim.ingest.same import initials
from verbatim.ingest.voices import Voice

WORD, LETTER, KNOWN, NAMED = 8.0, 2.5, 2.5, 1.5
"""What weighs how much: a word of a role, a letter, being met in several files, the file's name."""

JOINING = 2.0
"""How much more than those who answer a second interviewer must ask."""

SURE, LIKELY = 4.0, 1.5
"""Distance from the other role from which on a proposal is sure, or likely."""

LITTLE = 0.03
"""Share of the words up to which somebody besides one participant is nobody of the study."""

MUCH = 0.25

INITIALS, FEW, SOME = 4, 5, 0.2
"""Letters up to which a label may be initials; files, and share of them, in which a name must be met."""


@dataclass(frozen=True)
class Proposal:
    """Who a label is thought to be.

    Attributes:
        label: As the transcript writes it.
        role: interviewer, participant or other.
        person: Number of the participant in the transcript, from 0; -1 for others.
        turns: How often it takes the floor.
        words: How much it says.
        asks: Turns with a question.
        confidence: sure, likely or unsure.
        reason: Why, in plain words.
    """

    label: str
    role: str
    person: int
    turns: int
    words: int
    asks: int
    confidence: str
    reason: str


@dataclass
class _Person:
    """One person of a transcript, with what speaks for an interviewer (more) or against (less)."""

    voices: list[Voice]
    word: str
    manner: Manner
    score: float
    why: list[str]
    letter: int = 0
    role: str = ""

    @property
    def words(self) -> int:
        return sum(voice.words for voice in self.voices)


def proposed(study: Mapping[str, list[Voice]]) -> dict[str, list[Proposal]]:
    """Propose the role of each label of each transcript of a study.

    Words in the label weigh most; then how somebody speaks beside the others of the same
    transcript (questions, length of turns, "you" or "I", who begins); then whether the same name
    is met in several transcripts of the study, as an interviewer's is.

    Args:
        study: Voices of each transcript, by the name of its file.

    Returns:
        Proposals by file, in the order of the voices.
    """
    people = {file: _people(voices) for file, voices in study.items()}
    _pool(people)
    met = Counter(name for each in people.values() for name in {_name(one) for one in each})
    for file, each in people.items():
        _weigh(each, met, file, len(people))
        _decide(each)
    return {file: _told(study[file], each) for file, each in people.items()}


def _people(voices: list[Voice]) -> list[_Person]:
    groups = persons(voices)
    return [
        _Person(
            group,
            next(filter(None, (role_word(voice.label) for voice in group)), ""),
            own := manner(group, [one for other in groups if other is not group for one in other]),
            own.score,
            [],
        )
        for group in groups
    ]


def _name(person: _Person) -> str:
    return key(person.voices[0].label)


def _pool(people: dict[str, list[_Person]]) -> None:
    """Give who bears the same label in most transcripts the mean of their manners.

    A label of a few transcripts may be two people's of that name.
    """
    met: dict[str, list[_Person]] = {}
    for each in people.values():
        for one in each:
            if len(each) > 1 and not is_anybody(_name(one)):
                met.setdefault(_name(one), []).append(one)
    for same in met.values():
        if 2 * len(same) < len(people) or len(same) < 3:
            continue
        turns = [sum(voice.turns for voice in one.voices) for one in same]
        mean = sum(one.score * n for one, n in zip(same, turns, strict=True)) / max(1, sum(turns))
        for one in same:
            one.score = mean


def _weigh(each: list[_Person], met: Counter[str], file: str, files: int) -> None:
    words = {one.word for one in each}
    stems = {stem(_name(one)) for one in each}
    answered = "participant" in words or "p" in stems
    for one in each:
        name = _name(one)
        if one.word == "interviewer":
            _add(one, WORD, "its label says so")
        elif one.word == "participant":
            _add(one, -WORD, "its label says so")
        else:
            one.letter = _letter(stem(name), stems, answered=answered)
        if one.letter:
            _add(one, LETTER * one.letter, "its letter is usual for the role")
        if not one.word and not is_anybody(name):
            others = [met[_name(other)] for other in each if other is not one]
            doubtful = abs(one.manner.score) < SURE / 2
            if doubtful and _is_known(name, met[name], files) and 1 in others:
                _add(one, KNOWN, f"speaks in {met[name]} transcripts of the study")
            if _is_in(name, file) and not all(_is_in(_name(other), file) for other in each):
                _add(one, -NAMED, "the file is named so")
        why = one.manner.why
        if why and len(each) > 1:
            one.why.append(why)


def _add(person: _Person, weight: float, why: str) -> None:
    person.score += weight
    person.why.append(why)


def _letter(letter: str, stems: set[str], *, answered: bool) -> int:
    """Say what a letter means beside the other letters: Q asks where A answers."""
    if letter == "r":
        return 1 if answered else -1
    asks = letter in {"i", "q"} or (letter == "m" and "f" not in stems and "p" in stems)
    answers = letter == "p" or (letter == "a" and "q" in stems) or (letter == "b" and "i" in stems)
    return int(asks) - int(answers)


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


def _decide(each: list[_Person]) -> None:
    total = sum(one.words for one in each) or 1
    asides = [one for one in each if one.word == "aside"]
    if len(each) - len(asides) < 2:
        asides = [one for one in asides if one.words < MUCH * total]
    open_ = [one for one in each if one not in asides]
    besides = [one for one in open_ if one.word == "beside"]
    core = [one for one in open_ if one.word != "beside"]
    for one in _interviewers(core if len(core) > 1 or not besides else open_):
        one.role = "interviewer"
    answering = [one for one in core if not one.role]
    most = max((one.words for one in answering), default=0)
    is_named = any(one.word == "participant" for one in answering)
    for one in besides:
        if not one.role and answering and (is_named or one.words < MUCH * most):
            one.role = "other"
            one.why.insert(0, "its label says that somebody else is there")
    for one in asides:
        one.role = "other"
        one.why.insert(0, "its label says that nobody of the study is meant")
    left = [one for one in open_ if not one.role]
    said = sum(one.words for one in left) or 1
    main = max(left, key=lambda one: one.words, default=None)
    for one in left:
        is_little = main is not one and main is not None and main.words > 0.8 * said
        if is_little and one.words < LITTLE * total and not one.word and _is_unlike(one, left):
            one.role = "other"
            one.why.insert(0, "says very little beside one participant")
        else:
            one.role = "participant"


def _is_unlike(one: _Person, left: list[_Person]) -> bool:
    """Say whether nobody else has the same label with another number, as P1 beside P2.

    What a recogniser numbers, as "Speaker 2" and "Speaker 3", is as unlike as names are.
    """
    return is_anybody(_name(one)) or all(stem(_name(other)) != stem(_name(one)) for other in left if other is not one)


def _interviewers(core: list[_Person]) -> list[_Person]:
    """Those whose label says so, else who asks most; then whoever speaks as these do.

    A second interviewer is held against those who answer only: beside the first one, who asks
    more, nobody seems to ask much.
    """
    chosen = [one for one in core if one.word == "interviewer"]
    open_ = [one for one in core if one.word not in {"interviewer", "participant"}]
    if not chosen and len(core) > 1 and open_:
        chosen = [max(open_, key=lambda one: one.score)]
    while True:
        left = [one for one in core if one not in chosen]
        joining = {
            at: joins
            for at, one in enumerate(left)
            if one in open_ and len(left) > 1 and (joins := _joins(one, chosen, left)) > 0
        }
        if not joining:
            return chosen
        chosen.append(left[max(joining, key=lambda at: (joining[at], -at))])


def _joins(one: _Person, chosen: list[_Person], left: list[_Person]) -> float:
    """Say how clearly somebody is one more interviewer; nought or less for not."""
    asking = _voices(chosen)
    answering = _voices([other for other in left if other is not one])
    clear = manner(one.voices, answering).score + LETTER * one.letter
    return clear - JOINING if asks_as(one.voices, asking, answering) else 0.0


def _voices(people: list[_Person]) -> list[Voice]:
    return [voice for one in people for voice in one.voices]


def _told(voices: list[Voice], each: list[_Person]) -> list[Proposal]:
    found: dict[str, Proposal] = {}
    number = 0
    for one in each:
        person = -1
        if one.role == "participant":
            person, number = number, number + 1
        confidence = _confidence(one, each)
        first = one.voices[0].label
        for voice in one.voices:
            same = [f"the same person as {first}"] if voice.label != first else []
            reason = "; ".join([*same, *dict.fromkeys(one.why)]) or "nobody else speaks"
            found[voice.label] = Proposal(
                voice.label,
                one.role,
                person,
                voice.turns,
                voice.words,
                voice.asks,
                confidence,
                reason,
            )
    return [found[voice.label] for voice in voices]


def _confidence(one: _Person, each: list[_Person]) -> str:
    """Say how far the person's score lies from those of the other role."""
    if one.role == "other":
        return "likely" if one.word else "unsure"
    sides = {"interviewer": "participant", "participant": "interviewer"}
    against = [other.score for other in each if other.role == sides[one.role]]
    if not against:
        return "unsure"
    far = one.score - max(against) if one.role == "interviewer" else min(against) - one.score
    return "sure" if far >= SURE else "likely" if far >= LIKELY else "unsure"
