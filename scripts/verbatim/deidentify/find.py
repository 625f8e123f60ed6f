"""Finding: every layer looks at every interview of a batch."""

import logging
from collections.abc import Iterable
from functools import partial
from typing import Any

import pandas as pd

from verbatim.cache import cached
from verbatim.deidentify.learned import LOST, Learned
from verbatim.deidentify.roster import Known, labels
from verbatim.language import ENGLISH_OR_NONE, language_of, named
from verbatim.register import Ticket
from verbatim.tables.deidentify import Mentions

STAGE = "deidentify_find"
FIELDS = ["segment", "start", "end", "category", "layer"]


def find_mentions(
    segments: pd.DataFrame,
    tickets: Iterable[Ticket],
    known: pd.DataFrame,
    *,
    learned: Learned,
    code: str,
    lock: str,
    language: str = "",
) -> pd.DataFrame:
    """Find identifying mentions in the interviews of one batch.

    Args:
        segments: `Segments` of the batch.
        tickets: Tickets of its interviews, for the speakers' labels.
        known: `Roster`.
        learned: What looks beside the rules.
        code: Fingerprint of the code, a part of the cache's key.
        lock: Fingerprint of the lock file, likewise.
        language: Language of every interview, as ISO code; empty: told by what is said.

    Returns:
        `Mentions`, everything each layer proposes, overlaps and all, in order.
    """
    if not learned.model:
        logging.warning(LOST)
    tables = []
    names = {ticket.interview: labels(_labels(ticket)) for ticket in tickets}
    for interview, rows in segments.groupby("interview", sort=True):
        texts, numbers = rows["text"].tolist(), rows["segment"].tolist()
        here = [*names.get(str(interview), []), *_known(known, str(interview))]
        spoken = language or language_of(texts)
        if spoken not in ENGLISH_OR_NONE:
            _say_what_is_left_undone(str(interview), spoken)
        key = [
            code,
            lock,
            list(learned),
            spoken,
            sorted({(one.name, one.category, one.sure) for one in here}),
            texts,
        ]
        found = cached(STAGE, key, partial(_found, texts, here, learned, spoken))
        table = pd.DataFrame(found, columns=["at", *FIELDS[1:]])
        table = table.assign(
            interview=interview,
            segment=[numbers[at] for at in table["at"]],
            text=[
                texts[at][start:end]
                for at, start, end in zip(table["at"], table["start"], table["end"], strict=True)
            ],
        )
        tables.append(table)
        logging.info("%s: %d mentions proposed", interview, len(table))
    if not any(len(table) for table in tables):
        return Mentions.without_rows()
    together = pd.concat([table for table in tables if len(table)])[Mentions.column_names()]
    order = ["interview", "segment", "start", "end", "category", "layer"]
    return together.sort_values(order, ignore_index=True)


def _labels(ticket: Ticket) -> list[str]:
    return [*ticket.interviewer_labels, *ticket.participant_labels, *ticket.other_labels]


def _known(known: pd.DataFrame, interview: str) -> list[Known]:
    here = known[known["interview"].isin(["", interview])]
    return [
        Known(row.name_, row.category)
        for row in here.rename(columns={"name": "name_"}).itertuples()
    ]


def _say_what_is_left_undone(interview: str, language: str) -> None:
    logging.warning(
        "%s is in %s: names are found by the roster and the speakers' labels, e-mail addresses, "
        "numbers and dates by their form; the rules that find other names, places and ages are "
        "English. List its names in data/private/identifiers/roster.csv and read it through",
        interview,
        named(language),
    )


def _found(
    texts: list[str], known: list[Known], learned: Learned, language: str
) -> list[list[Any]]:
    """Run every layer; what they need is imported here, on a cache miss only."""
    from verbatim.deidentify.layers import Interview, run_layers  # noqa: PLC0415

    mentions = run_layers(Interview.of(texts), known, learned, language)
    return [[at, *list(one)] for at, found in enumerate(mentions) for one in found]
