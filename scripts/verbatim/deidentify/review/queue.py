"""The queue: what a person is asked about one interview, identical words together."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

import pandas as pd

from verbatim.deidentify.layers import Interview
from verbatim.deidentify.lexicon import Lexicon, lexicon
from verbatim.deidentify.mention import DOUBT, Mention, outside
from verbatim.deidentify.review.aliases import aliases
from verbatim.deidentify.review.asked import RISK, Asked, apart
from verbatim.deidentify.review.known import Names, names_of
from verbatim.deidentify.review.masked import disagreeing
from verbatim.deidentify.review.names import DAYS, names
from verbatim.deidentify.review.numbers import numbers
from verbatim.deidentify.review.posts import posts
from verbatim.deidentify.words import Passage

AROUND = 90
"""Characters of context on each side."""

Place = tuple[int, int, int]
"""Segment, first character, character after the last."""


@dataclass(frozen=True)
class Case:
    """One interview, with what was decided about it.

    Attributes:
        name: Its id.
        texts: Its segments by number, in the order of speech.
        identifiers: Its rows of `Identifiers`.
        mentions: Its rows of `Mentions`, of all layers.
        answered: Places of which a person said in a review what they are.
        apart: Places that a person wants to be asked about one by one.
        listed: Places that the hand-checked sample lists.
        checked: Whether a person read it word by word: nothing that was left is asked then.
        roster: Identity by surface of the names that the team knows.
        english: Whether English word lists speak for it.
    """

    name: str
    texts: dict[int, str]
    identifiers: pd.DataFrame
    mentions: pd.DataFrame
    answered: Collection[Place] = ()
    apart: Collection[Place] = ()
    listed: Collection[Place] = ()
    checked: bool = False
    roster: dict[str, str] = field(default_factory=dict)
    english: bool = True


def queue(case: Case, study: Callable[[], dict[str, str]]) -> list[tuple[object, ...]]:
    """List what a person should look at, identical questions as one row.

    Args:
        case: The interview.
        study: Gives the words by which somebody or something is called in the study, with their
            kinds; asked where something was left in an interview that nobody checked.

    Returns:
        Rows of `Queue`, the riskiest first.
    """
    groups: dict[tuple[str, ...], list[tuple[int, Asked]]] = defaultdict(list)
    masked = _masked(case)
    for segment, one in _asked(case, study):
        text = case.texts[segment][one.start : one.end]
        key = [one.reason, text, one.part]
        if (segment, one.start, one.end) in case.apart:
            key.append(f"{segment}:{one.start}")
        groups[tuple(key)].append((segment, one))
    rows = [_row(case, group, masked) for group in groups.values()]
    return sorted(rows, key=lambda row: (row[7], row[1], row[2]))


def _asked(case: Case, study: Callable[[], dict[str, str]]) -> Iterator[tuple[int, Asked]]:
    """What is asked, segment by segment, and nothing that a person answered."""
    replaced = case.identifiers[case.identifiers["status"] == "replaced"]
    program = replaced[replaced["decided_by"] == "program"]
    found: dict[int, list[Asked]] = defaultdict(list)
    for segment, one in aliases(replaced, case.texts, case.roster):
        found[segment].append(one)
    for segment, one in disagreeing(program, case.mentions):
        found[segment].append(one)
    if not case.checked and case.english:
        for segment, one in _left(case, study(), lexicon()):
            found[segment].append(one)
    # That a word is a name is no answer to the question whose.
    said, listed = {*case.answered}, {*case.answered, *case.listed}
    for segment in case.texts:
        for one in apart(found[segment]):
            if not any(
                segment == where and one.start < end and start < one.end
                for where, start, end in (said if one.reason == "alias" else listed)
            ):
                yield segment, one


def _left(case: Case, study: dict[str, str], words: Lexicon) -> Iterator[tuple[int, Asked]]:
    """What the program left, and no person decided on."""
    known = Names(names_of(case.identifiers, words), study)
    decided: dict[int, list[Mention]] = defaultdict(list)
    replaced: dict[int, list[Mention]] = defaultdict(list)
    columns = (case.identifiers[name] for name in ("segment", "start", "end", "category", "status"))
    for segment, start, end, category, status in zip(*columns, strict=True):
        mention = Mention(start, end, category, "")
        decided[segment].append(mention)
        if status == "replaced":
            replaced[segment].append(mention)
    # Will and Can inside a sentence may be people: no sign that capitals cannot be trusted.
    closed = words.lists["function"] - words.lists["given"] - words.first_names
    passages = Interview.of(list(case.texts.values()), closed).passages
    half = _half_believed(case)
    known = replace(known, also=_also(case, passages, decided, known, words))
    for (segment, text), passage in zip(case.texts.items(), passages, strict=True):
        kept = [one for one in decided[segment] if one not in replaced[segment]]
        asked = [
            *names(passage, decided[segment], known, words),
            *numbers(text, replaced[segment], words),
            *posts(text, replaced[segment]),
            *_rest(half[segment], replaced[segment], text),
        ]
        for one in asked:
            if not any(one.start < each.end and each.start < one.end for each in kept):
                yield segment, one


def _half_believed(case: Case) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = defaultdict(list)
    rows = case.mentions[case.mentions["layer"] == DOUBT]
    columns = (rows[name] for name in ("segment", "start", "end", "category", "layer"))
    for segment, *mention in zip(*columns, strict=True):
        found[segment].append(Mention(*mention))
    return found


def _rest(half: list[Mention], replaced: list[Mention], text: str) -> Iterator[Asked]:
    """What the model half believes and what is replaced does not cover."""
    taken = [(one.start, one.end) for one in replaced]
    for one in half:
        if outside((one.start, one.end), taken, text):
            yield Asked(one.start, one.end, one.category, "half")


def _also(
    case: Case,
    passages: Iterable[Passage],
    decided: dict[int, list[Mention]],
    known: Names,
    words: Lexicon,
) -> frozenset[str]:
    """Words by which somebody seems to be called, as a first reading asks about them."""
    return frozenset(
        lower
        for segment, passage in zip(case.texts, passages, strict=True)
        if passage.caseless or any(word.lower in DAYS for word in passage.words)
        for one in names(passage, decided[segment], known, words)
        if (lower := passage.text[one.start : one.end].lower()) in DAYS
        or (passage.caseless and one.reason == "lower")
    )


def _masked(case: Case) -> dict[int, set[int]]:
    """Characters that are replaced, by segment."""
    hidden: dict[int, set[int]] = defaultdict(set)
    replaced = case.identifiers[case.identifiers["status"] == "replaced"]
    for segment, start, end in zip(
        *(replaced[name] for name in ("segment", "start", "end")), strict=True
    ):
        hidden[segment].update(range(start, end))
    return hidden


def _row(
    case: Case, group: list[tuple[int, Asked]], masked: dict[int, set[int]]
) -> tuple[object, ...]:
    segment, one = group[0]
    text = case.texts[segment]
    hidden = all(
        at in masked[number]
        for number, each in group
        for at in range(each.start, each.end)
        if case.texts[number][at].isalnum()
    )
    places = " ".join(f"{number}:{each.start}-{each.end}" for number, each in group)
    return (
        case.name, segment, one.start, one.end, one.category, text[one.start : one.end],
        one.reason, RISK[one.reason], "yes" if hidden else "no", len(group), places,
        _before(text, one.start), _after(text, one.end),
    )  # fmt: skip


def _before(text: str, start: int) -> str:
    """Context before a position, from a whole word on."""
    if start <= AROUND:
        return text[:start]
    return "…" + text[start - AROUND : start].partition(" ")[2]


def _after(text: str, end: int) -> str:
    """Context after a position, to a whole word."""
    if len(text) <= end + AROUND:
        return text[end:]
    return text[end : end + AROUND].rpartition(" ")[0] + "…"
