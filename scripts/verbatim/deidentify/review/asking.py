"""Asking: the queue of a study, batch by batch."""

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from verbatim.deidentify.answers import Answer
from verbatim.deidentify.decide import Batch
from verbatim.deidentify.follow import followed
from verbatim.deidentify.identities import known_identities
from verbatim.deidentify.lexicon import lexicon
from verbatim.deidentify.review import returned
from verbatim.deidentify.review.counts import counted
from verbatim.deidentify.review.known import names_of
from verbatim.deidentify.review.queue import Case, Place, queue
from verbatim.deidentify.review.returned import Reviewed
from verbatim.language import ENGLISH_OR_NONE, language_of
from verbatim.tables.deidentify import Identifiers
from verbatim.tables.people import Roster, Sample
from verbatim.tables.review import Queue


@dataclass(frozen=True)
class Decided:
    """What is decided so far.

    Attributes:
        identifiers: `Identifiers`.
        checked: `Sample`, where its words stand now.
        roster: `Roster`.
        reviewed: What people answered in workbooks.
        settled: Interviews that are frozen.
        language: Language of every interview, as ISO code; empty: told by what is said.
    """

    identifiers: pd.DataFrame
    checked: pd.DataFrame
    roster: pd.DataFrame
    reviewed: Reviewed
    settled: Collection[str] = ()
    language: str = ""

    @classmethod
    def read(cls, inputs: Any, params: Any) -> "Decided":
        """Read what a door was given.

        Raises:
            StudyError: If a table breaks its contract.
        """
        return cls(
            identifiers=Identifiers.read(inputs.identifiers),
            checked=Sample.read(inputs.checked),
            roster=Roster.read_all(inputs.roster),
            reviewed=returned.read(inputs.answers, params.left_out),
            settled=params.settled,
            language=params.language,
        )


def ask(batches: Iterable[Batch], decided: Decided) -> tuple[list[pd.DataFrame], pd.DataFrame]:
    """List the open questions of each batch, and count those of the study.

    What is asked about an interview depends on it and on the names of the study alone, not on the
    batch it is in.

    Returns:
        `Queue` per batch, in the order of the batches; and `Review`.
    """
    study = cache(lambda: names_of(decided.identifiers, lexicon()))
    tables, spoken, answered = [], 0, []
    for batch in batches:
        segments, mentions = batch.segments(), batch.mentions()
        rows: list[tuple[object, ...]] = []
        for interview, here in segments.groupby("interview", sort=True):
            texts = dict(zip(here["segment"], here["text"], strict=True))
            spoken += sum(len(text.split()) for text in texts.values())
            asked = queue(_case(str(interview), texts, mentions, decided), study)
            logging.info("%s: %d questions", interview, len(asked))
            rows += asked
            answered += [one[2] for one in decided.reviewed.asked if one[0] == interview]
        table = pd.DataFrame(rows, columns=Queue.column_names())
        order = ["risk", "interview", "segment", "start"]
        tables.append(table.sort_values(order, ignore_index=True))
    return tables, counted(pd.concat(tables), answered, spoken)


def _case(interview: str, texts: dict[int, str], mentions: pd.DataFrame, decided: Decided) -> Case:
    reviewed, frozen = decided.reviewed, interview in decided.settled
    checked = decided.checked[decided.checked["interview"] == interview]
    listed = checked[checked["category"] != ""]

    def places(given: list[Answer]) -> set[Place]:
        own = [one for one in given if one.interview == interview]
        now = followed(own, texts, frozen, aloud=False)
        return {(one.segment, one.start, one.end) for one in now}

    return Case(
        name=interview,
        texts=texts,
        identifiers=decided.identifiers[decided.identifiers["interview"] == interview],
        mentions=mentions[mentions["interview"] == interview],
        answered=places(reviewed.answers),
        apart=places(reviewed.apart),
        listed=set(zip(listed["segment"], listed["start"], listed["end"], strict=True)),
        checked=len(checked) > 0,
        roster=known_identities(decided.roster, interview),
        english=(decided.language or language_of([*texts.values()])) in ENGLISH_OR_NONE,
    )
