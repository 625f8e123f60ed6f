"""The tables of room 1, of one transcript or of many."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

import pandas as pd

from verbatim.tables.base import Table, by_interview
from verbatim.tables.ingest import (
    Comments,
    Differences,
    Dropped,
    Kept,
    Labels,
    Losses,
    Notes,
    Segments,
    Speakers,
)

PROMISES: dict[str, type[Table]] = {
    "segments": Segments,
    "losses": Losses,
    "speakers": Speakers,
    "notes": Notes,
    "dropped": Dropped,
    "labels": Labels,
    "comments": Comments,
}
"""What each of them promises, by its name."""

STUDY: dict[str, type[Table]] = {
    "losses": Losses,
    "speakers": Speakers,
    "frozen": Kept,
    "differences": Differences,
}
"""Tables that there are for the whole study, too, by the name of the rule's output."""


@dataclass(frozen=True)
class Reading:
    """What was read of one transcript, or of several.

    Attributes:
        segments: Rows of `Segments`.
        losses: Rows of `Losses`.
        speakers: Rows of `Speakers`.
        notes: Rows of `Notes`.
        dropped: Rows of `Dropped`.
        labels: Rows of `Labels`.
        comments: Rows of `Comments`.
    """

    segments: pd.DataFrame
    losses: pd.DataFrame
    speakers: pd.DataFrame
    notes: pd.DataFrame
    dropped: pd.DataFrame
    labels: pd.DataFrame
    comments: pd.DataFrame

    def under(self, numbered: pd.DataFrame) -> "Reading":
        """Give the same with the numbers of these `Segments`, which are as many, in this order."""
        read = zip(self.segments["interview"], self.segments["segment"], strict=True)
        number = dict(zip(read, numbered["segment"], strict=True))

        def moved(table: pd.DataFrame) -> pd.DataFrame:
            keys = zip(table["interview"], table["segment"], strict=True)
            return table.assign(
                segment=pd.Series([number.get(key) for key in keys], table.index, dtype=object)
            )

        return replace(
            self, segments=numbered, notes=moved(self.notes), comments=moved(self.comments)
        )


def together(readings: Iterable[Reading]) -> Reading:
    """Put the tables of several readings together, in their order."""
    held = list(readings)
    return Reading(
        **{
            field.name: pd.concat([getattr(one, field.name) for one in held], ignore_index=True)
            for field in fields(Reading)
        }
    )


def pooled(paths: Mapping[str, list[Path]]) -> Reading:
    """Read the tables of all batches as one each, by interview, however divided."""
    return Reading(
        **{name: by_interview(promise.read_all(paths[name])) for name, promise in PROMISES.items()}
    )
