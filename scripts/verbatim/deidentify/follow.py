"""Following: people's answers go where their words went when a transcript was corrected."""

import itertools
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from verbatim.deidentify.answers import Answer


def followed(
    given: Iterable[Answer], texts: dict[int, str], settled: bool = False, *, aloud: bool = True
) -> list[Answer]:
    """Put the answers for one interview where their words stand now.

    A row says where its words stood when somebody wrote it. Where a word before them was
    corrected, or a paragraph was added, they stand elsewhere. The answers to one segment are
    followed together, to the segment in which all their words stand at the places written, the
    nearest to where the segments before went; else, in their own segment, each to the nearest
    occurrence of its words, in the order written. Where the interview is frozen, a number means
    what it meant: each answer goes to its words in its own segment, or in one beside it, for that
    may have been divided or joined. An answer whose words stand in none stays as it is, for
    `misplaced` to name.

    Args:
        given: Answers of one interview.
        texts: Its segments by number, in the order of speech.
        settled: Whether the interview is frozen.
        aloud: Whether to warn where answers moved.

    Returns:
        The answers, by table and row.
    """
    ordered = sorted(given, key=lambda one: (one.table, one.segment, one.start, one.row))
    found: list[Answer] = []
    for _, rows in itertools.groupby(ordered, key=lambda one: one.table):
        moved = 0
        for segment, group in itertools.groupby(rows, key=lambda one: one.segment):
            together = list(group)
            if settled:
                found.extend(_beside(together, texts))
                continue
            here = _where_all_fit(together, texts, segment + moved)
            if here is None:
                found.extend(_inside(together, texts.get(segment, "")))
                continue
            moved = here - segment
            found.extend(replace(one, segment=here) for one in together)
    if aloud:
        _tell(ordered, found)
    return sorted(found, key=lambda one: (one.table, one.row))


def _where_all_fit(together: list[Answer], texts: dict[int, str], expected: int) -> int | None:
    """The segment nearest to the expected one that has all the words at the places written."""
    if expected not in texts:
        return None
    fitting = [
        number for number, text in texts.items() if all(_fits(one, text) for one in together)
    ]
    return min(fitting, key=lambda number: (abs(number - expected), number), default=None)


def _fits(one: Answer, text: str) -> bool:
    return 0 <= one.start < one.end and text[one.start : one.end] == one.text


def _beside(together: list[Answer], texts: dict[int, str]) -> list[Answer]:
    """Each to its words in its own segment, or in one beside it that took over a part of it."""
    segment = together[0].segment
    own = texts.get(segment, "")
    if all(_fits(one, own) for one in together):
        return together
    placed = {one: one for one in together if _fits(one, own)}
    here = [one for one in together if _stands(one, own)]
    placed |= dict(zip(here, _inside(here, own), strict=True))
    before, after = _neighbours(segment, texts)
    for number, way in ((before, -1), (after, 1)):
        rest = [one for one in together[::way] if one not in placed]
        placed |= dict(_handed_over(rest, texts.get(number, ""), number, way))
    return [placed.get(one, one) for one in together]


def _neighbours(segment: int, texts: dict[int, str]) -> tuple[int, int]:
    """Segments before and after one, in the order of speech; of one that is gone, its place."""
    order = [0, *texts, 0]
    if segment in texts:
        at = order.index(segment)
        return order[at - 1], order[at + 1]
    at = order.index(max((one for one in order if one < segment), default=0))
    return order[at], order[at + 1]


def _handed_over(
    rest: list[Answer], text: str, number: int, way: int
) -> Iterator[tuple[Answer, Answer]]:
    """Answers for words that a neighbour took over: at its end (-1), or from its begin (1)."""
    edge = 0 if way > 0 else len(text)
    for one in rest:
        free = [
            at
            for at in occurrences(one.text, text)
            if (at >= edge if way > 0 else at + len(one.text) <= edge)
        ]
        if one.text and free:
            at = free[0] if way > 0 else free[-1]
            edge = at + len(one.text) if way > 0 else at
            yield one, replace(one, segment=number, start=at, end=at + len(one.text))


def _stands(one: Answer, text: str) -> bool:
    return bool(one.text) and next(occurrences(one.text, text), None) is not None


def _inside(together: list[Answer], text: str) -> Iterator[Answer]:
    """Each to the nearest occurrence of its words, counted from where the one before went."""
    shift = 0
    for one in together:
        places = list(occurrences(one.text, text)) if one.text else []
        at = min(places, key=lambda place: abs(place - one.start - shift), default=one.start)
        if places:
            shift = at - one.start
        yield replace(one, start=at, end=at + one.end - one.start)


def occurrences(words: str, text: str) -> Iterator[int]:
    """Where the words stand as whole words."""
    edges = (r"(?<!\w)" if words[:1].isalnum() else "", r"(?!\w)" if words[-1:].isalnum() else "")
    for found in re.finditer(f"{edges[0]}{re.escape(words)}{edges[1]}", text):
        yield found.start()


def _tell(written: list[Answer], found: list[Answer]) -> None:
    """Warn once per interview and table, with the number of answers that moved."""
    moved = [
        (old.table, old.interview)
        for old, new in zip(written, found, strict=True)
        if (old.segment, old.start) != (new.segment, new.start)
    ]
    for table, interview in sorted(set(moved)):
        logging.warning(
            "%s: %d rows of %s say a place where their words no longer stand; they were followed "
            "to where they stand now: look whether that is right",
            interview,
            moved.count((table, interview)),
            table,
        )
