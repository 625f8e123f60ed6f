"""Who of a transcript's people is interviewer, participant or nobody of the study."""

from verbatim.ingest.behaviour import asks_as, manner
from verbatim.ingest.labels import ALL
from verbatim.ingest.roles import is_anybody, stem
from verbatim.ingest.voices import Voice
from verbatim.ingest.weigh import LETTER, Person, name_of

JOINING = 2.0
"""How much more than those who answer a second interviewer must ask."""

LITTLE = 0.03
"""Share of the words up to which somebody besides one participant is nobody of the study."""

SELDOM = 0.1
"""Share of the turns of whoever takes most, up to which nobody is the first to be held to ask."""

MUCH, MAIN = 0.25, 0.8
"""Share of the words from which somebody is no bystander, and of those who answer, the main one."""


def decide(each: list[Person]) -> None:
    """Set each person's role; nobody is left without one."""
    if [name_of(one) for one in each] == [ALL]:
        each[0].role = "other"
        return
    total = sum(one.words for one in each) or 1
    asides = [one for one in each if one.word == "aside" or (one.word == "team" and not _asks(one))]
    asides += [one for one in each if one not in asides and _is_beside_letters(one, each)]
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
        one.why.insert(
            0,
            "its label says that nobody of the study is meant"
            if one.word
            else "a name beside Q and A, who ask and answer",
        )
    left = [one for one in open_ if not one.role]
    said = sum(one.words for one in left) or 1
    main = max(left, key=lambda one: one.words, default=None)
    for one in left:
        is_little = main is not one and main is not None and main.words > MAIN * said
        if is_little and one.words < LITTLE * total and not one.word and _is_unlike(one, left):
            one.role = "other"
            one.why.insert(0, "says very little beside one participant")
        else:
            one.role = "participant"


def _is_beside_letters(one: Person, each: list[Person]) -> bool:
    """Say whether somebody has a name where Q asks and A answers, as counsel in a deposition."""
    said = {name_of(other): other.words for other in each}
    is_name = not (one.word or one.letter)
    return is_name and {"q", "a"} <= said.keys() and 2 * one.words < said["a"]


def _asks(one: Person) -> bool:
    """Say whether somebody asks in more than half of the turns."""
    turns, asked = one.asked
    return 2 * asked > turns


def _is_unlike(one: Person, left: list[Person]) -> bool:
    """Say whether nobody else has the same label with another number, as P1 beside P2.

    What a recogniser numbers, as "Speaker 2" and "Speaker 3", is as unlike as names are.
    """
    return is_anybody(name_of(one)) or all(
        stem(name_of(other)) != stem(name_of(one)) for other in left if other is not one
    )


def _interviewers(core: list[Person]) -> list[Person]:
    """Those whose label says so, else who asks most; then whoever speaks as these do.

    A second interviewer is held against those who answer only: beside the first one, who asks
    more, nobody seems to ask much.
    """
    chosen = [one for one in core if one.word == "interviewer"]
    open_ = [one for one in core if one.word not in {"interviewer", "participant"}]
    team = [one for one in open_ if one.is_of_team]
    if not chosen and len(core) > 1 and open_:
        turns = max(one.turns for one in core)
        often = [one for one in open_ if one.turns > SELDOM * turns]
        chosen = [max(team or often or open_, key=lambda one: one.score)]
    chosen += [one for one in team if one not in chosen]
    letters = {stem(name_of(one)) for one in chosen if one.letter > 0}
    chosen += [one for one in open_ if one not in chosen and stem(name_of(one)) in letters]
    chosen += [one for one in core if one.word == "team" and one not in chosen]
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


def _joins(one: Person, chosen: list[Person], left: list[Person]) -> float:
    """Say how clearly somebody is one more interviewer; nought or less for not.

    Where a label says who asks and nobody's says who answers, as "Moderator" among names, whoever
    has a name is one of those who answer; unless that label is met once or seldom, as where
    initials stand for it afterwards.
    """
    rest = [other for other in left if other is not one]
    turns = max(other.turns for other in left)
    is_asked = any(other.turns > max(1, SELDOM * turns) for other in chosen)
    is_said = all(other.word not in {"", "team"} for other in chosen)
    if is_asked and is_said and not any(other.word for other in rest):
        return 0.0
    asking, answering = _voices(chosen), _voices(rest)
    clear = manner(one.voices, answering).score + LETTER * one.letter
    return clear - JOINING if asks_as(one.voices, asking, answering) else 0.0


def _voices(people: list[Person]) -> list[Voice]:
    return [voice for one in people for voice in one.voices]
