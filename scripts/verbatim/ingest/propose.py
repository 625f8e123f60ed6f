"""Who is the interviewer, who the participant: proposed, for a person to confirm."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from verbatim.ingest.decide import decide
from verbatim.ingest.labels import ALL, PLAIN, TURNS
from verbatim.ingest.second import may_ask, together
from verbatim.ingest.voices import Voice
from verbatim.ingest.weigh import Person, name_of, people, pool, weigh

SET_IN = {
    "@bold": "in bold",
    "@italic": "in italics",
    "@underlined": "underlined",
    "@coloured": "in colour",
    "@heading": "in a heading style",
    "@capitals": "in capitals",
    "@numbered": "behind a number",
}
WITHOUT = {
    ALL: "the file says nowhere who speaks, so all of it is kept as nobody's of the study; let the "
    "program that transcribed it tell speakers apart (diarisation), or write labels as "
    "`Interviewer:` before what they say; if only one person speaks, as in a diary, move "
    f"{ALL} to participant_label",
    PLAIN: "no labels; what is not set so is one voice",
    **{mark: f"no labels; what is {set_in} is one voice" for mark, set_in in SET_IN.items()},
    **dict.fromkeys(TURNS, "no labels; paragraphs that begin with a dash are two voices in turn"),
}
BESIDE = "what has no label is one voice"
"""Why there are voices where there are no labels, by their marks."""

SURE, LIKELY = 4.0, 1.5
"""Distance from the other role from which on a proposal is sure, or likely."""


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
    found = {file: people(voices) for file, voices in study.items()}
    pool(found)
    met = Counter(name for each in found.values() for name in {name_of(one) for one in each})
    for file, each in found.items():
        weigh(each, met, file, len(found))
        for one in each:
            if (label := name_of(one)) in WITHOUT:
                one.why.insert(0, BESIDE if label == ALL and len(each) > 1 else WITHOUT[label])
        decide(each)
    return {file: _told(study[file], each) for file, each in found.items()}


def _told(voices: list[Voice], each: list[Person]) -> list[Proposal]:
    found: dict[str, Proposal] = {}
    number = 0
    marks = {name_of(one) for one in each}
    for one in each:
        person = -1
        if one.role == "participant":
            person, number = number, number + 1
        confidence = "unsure" if marks & {ALL, *TURNS} else _confidence(one, each)
        if _may_ask(one, each):
            confidence = "unsure"
            one.why.insert(0, "may be a second interviewer, as nearly as many turns ask")
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


def _may_ask(one: Person, each: list[Person]) -> bool:
    """Say whether a participant whose label says nothing asks nearly as interviewers do."""
    if one.role != "participant" or one.word or one.letter:
        return False
    asking = together(other.asked for other in each if other.role == "interviewer")
    rest = (other for other in each if other.role == "participant" and other is not one)
    return may_ask(one.asked, asking, together(other.asked for other in rest))


def _confidence(one: Person, each: list[Person]) -> str:
    """Say how far the person's score lies from those of the other role."""
    if one.role == "other":
        return "likely" if one.word else "unsure"
    sides = {"interviewer": "participant", "participant": "interviewer"}
    against = [other.score for other in each if other.role == sides[one.role]]
    if not against:
        return "unsure"
    far = one.score - max(against) if one.role == "interviewer" else min(against) - one.score
    return "sure" if far >= SURE else "likely" if far >= LIKELY else "unsure"
