"""Tables of room 1."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd
import pandera.pandas as pa
from pandera.typing.pandas import Series

from verbatim.tables.base import Table

SPEAKERS = ("interviewer", "participant", "other")


class Segments(Table):
    """One row per segment (a paragraph of one speaker), as spoken or, in room 2, de-identified."""

    _where = (
        "results/private/1_ingest/segments/*.csv",
        "results/restricted/2_deidentify/segments/*.csv",
    )

    interview: Series[str] = pa.Field(description="Interview it belongs to.")
    turn: Series[int] = pa.Field(
        ge=1, description="Number of the turn: consecutive segments of one speaker."
    )
    segment: Series[int] = pa.Field(ge=1, description="Number in the interview, all speakers.")
    speaker: Series[str] = pa.Field(isin=SPEAKERS, description="Who speaks.")
    participant: Series[str] = pa.Field(
        description="Id of the participant who speaks; empty for others."
    )
    start: Series[float] = pa.Field(
        ge=0, nullable=True, description="Begin in seconds, where the source has times."
    )
    end: Series[float] = pa.Field(
        ge=0, nullable=True, description="End in seconds, where the source has times."
    )
    text: Series[str] = pa.Field(str_length={"min_value": 1}, description="What is said.")


class Losses(Table):
    """One row per transcript: what was read and what was left behind."""

    _where = ("results/1_ingest/losses.csv",)

    interview: Series[str] = pa.Field(unique=True, description="Interview.")
    format: Series[str] = pa.Field(description="Format and layout recognised.")
    encoding: Series[str] = pa.Field(description="Encoding of the text; empty for containers.")
    turns: Series[int] = pa.Field(ge=1, description="Turns read.")
    segments: Series[int] = pa.Field(ge=1, description="Segments read.")
    words: Series[int] = pa.Field(ge=1, description="Words of all speakers.")
    participant_words: Series[int] = pa.Field(ge=0, description="Words of participants.")
    timed_segments: Series[int] = pa.Field(ge=0, description="Segments with a begin time.")
    lines_read: Series[int] = pa.Field(
        ge=1, description="Lines, paragraphs, table rows or captions with any content."
    )
    lines_dropped: Series[int] = pa.Field(
        ge=0, description="Of these, lines that are not speech: headings, dates, end marks."
    )
    unknown_labels: Series[int] = pa.Field(
        ge=0, description="Lines that look like a speaker label but are not in the register."
    )
    changes: Series[str] = pa.Field(
        description="What normalisation changed, counted per kind; empty for nothing."
    )


def read_segments(paths: str | Iterable[str | Path]) -> pd.DataFrame:
    """Read the batches' `Segments` as one table, by interview and segment, however divided."""
    return Segments.read_all(paths).sort_values(["interview", "segment"], ignore_index=True)
