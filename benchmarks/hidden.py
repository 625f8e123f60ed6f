"""What the program hides in one document, and what it asks people about, as a study of its own."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

import house  # noqa: F401
import pandas as pd

from verbatim.deidentify.decide import Batch, decide
from verbatim.deidentify.layers import Interview, run_layers
from verbatim.deidentify.learned import Learned
from verbatim.deidentify.lexicon import lexicon
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.people import People
from verbatim.deidentify.review.known import names_of
from verbatim.deidentify.review.queue import Case, queue
from verbatim.tables.deidentify import Mentions
from verbatim.tables.people import Decisions, Roster, Sample

ID = "P01"
NOBODY = People(Roster.without_rows(), Decisions.without_rows(), Sample.without_rows(), False)


class Hidden(NamedTuple):
    """Characters of a document.

    Attributes:
        masked: Those that the program replaces by itself.
        asked: Those about which it asks a person, masked or not.
        items: Questions asked.
    """

    masked: set[int]
    asked: set[int]
    items: int


def proposed(text: str, learned: Learned) -> list[list[Mention]]:
    """What all layers propose in a document, line by line."""
    return run_layers(Interview.of(text.split("\n")), [], learned)


def hidden(text: str, found: list[list[Mention]], asking: bool = True) -> Hidden:
    """Decide on what the layers propose, names pooled over the document, without any roster.

    Args:
        text: The document, a passage a line.
        found: Mentions of each passage.
        asking: Whether to make the queue as well.
    """
    lines = text.split("\n")
    rows = [
        (ID, at, one.start, one.end, one.category, line[one.start : one.end], one.layer)
        for at, (line, here) in enumerate(zip(lines, found, strict=True), 1)
        for one in here
    ]
    segments = pd.DataFrame({"interview": ID, "segment": range(1, len(lines) + 1), "text": lines})
    mentions = pd.DataFrame(rows, columns=Mentions.column_names())
    outcome = decide([Batch(lambda: segments, lambda: mentions)], NOBODY)
    begins = dict(enumerate(starts(lines), 1))
    covered = _characters(begins, outcome.automatic[["segment", "start", "end"]].values.tolist())
    if not asking:
        return Hidden(covered, set(), 0)
    identifiers = outcome.identifiers
    case = Case(ID, dict(enumerate(lines, 1)), identifiers, mentions)
    asked = queue(case, lambda: names_of(identifiers, lexicon()))
    places = [
        [int(number) for number in place.replace(":", "-").split("-")]
        for row in asked
        for place in str(row[10]).split()
    ]
    return Hidden(covered, _characters(begins, places), len(asked))


def whole(text: str, start: int, end: int, covered: Collection[int]) -> bool:
    """Whether every letter and digit of a stretch is covered."""
    return all(at in covered for at in range(start, end) if text[at].isalnum())


def starts(lines: list[str]) -> Iterator[int]:
    """Where each line begins in the document."""
    at = 0
    for line in lines:
        yield at
        at += len(line) + 1


def _characters(begins: dict[int, int], places: list[list[int]]) -> set[int]:
    return {
        at
        for segment, start, end in places
        for at in range(begins[segment] + start, begins[segment] + end)
    }
