"""Tables of room 1."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd
import pandera.pandas as pa
from pandera.typing.pandas import Series

from verbatim.tables.base import Table, by_interview

SPEAKERS = ("interviewer", "participant", "other")

NOTES = ("laughter", "pause", "inaudible", "overlap", "non-verbal", "time", "other")
"""Kinds of transcriber's notes."""


class Segments(Table):
    """One row per segment (a paragraph or part of it), as spoken or, in room 2, de-identified.

    Rows of an interview stand in the order of speech. Numbers are names and need not: what was
    frozen keeps its number in a corrected transcript, and a new paragraph has one of its own.
    """

    _where = (
        "results/private/1_ingest/segments/*.csv",
        "results/restricted/2_deidentify/segments/*.csv",
        "results/restricted/2_deidentify/shared.csv",
    )

    interview: Series[str] = pa.Field(description="Interview it belongs to.")
    turn: Series[int] = pa.Field(
        ge=1, description="Number of the turn: consecutive segments of one speaker."
    )
    segment: Series[int] = pa.Field(
        ge=1, description="Number in the interview, all speakers; given once."
    )
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
    encoding: Series[str] = pa.Field(
        description="Encoding of the text, with what is doubtful; empty for containers."
    )
    language: Series[str] = pa.Field(
        description="Language as ISO 639 code; empty where it is not certain."
    )
    turns: Series[int] = pa.Field(ge=1, description="Turns read.")
    segments: Series[int] = pa.Field(ge=1, description="Segments read.")
    words: Series[int] = pa.Field(
        ge=0,
        description="Words of all speakers, transcriber's notes not among them; in scripts without "
        "blanks, letters.",
    )
    participant_words: Series[int] = pa.Field(
        ge=0, description="Words of participants, notes not among them."
    )
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
    words_read: Series[int] = pa.Field(
        ge=1,
        description="Words in the file's text, parted by blanks: `words` and the four that follow.",
    )
    words_of_notes: Series[int] = pa.Field(
        ge=0, description="Words of transcriber's notes inside the speech; they stay in its text."
    )
    words_of_labels: Series[int] = pa.Field(ge=0, description="Words of speaker labels.")
    words_of_times: Series[int] = pa.Field(ge=0, description="Times beside labels and speech.")
    words_dropped: Series[int] = pa.Field(ge=0, description="Words of what is not speech.")
    notes: Series[str] = pa.Field(
        description="Transcriber's notes inside the speech, counted per kind; empty for none."
    )
    duration_s: Series[float] = pa.Field(
        ge=0,
        nullable=True,
        description="Seconds from the first begin to the last end, where the source has times.",
    )
    longest_silence_s: Series[float] = pa.Field(
        ge=0,
        nullable=True,
        description="Longest time in seconds in which nobody speaks, where the source has ends.",
    )
    changes: Series[str] = pa.Field(
        description="What normalisation changed, counted per kind; empty for nothing."
    )
    look_at: Series[str] = pa.Field(
        description="What is out of the ordinary, in sentences with | between; empty for nothing."
    )


CHANGES = ("moved", "changed", "removed", "new")


class Differences(Table):
    """One row per segment of a frozen interview that is not as the team accepted it.

    In the order of speech, what was removed behind what it followed.
    """

    _where = ("results/private/1_ingest/differences.csv",)

    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment: its number is the accepted one.")
    change: Series[str] = pa.Field(
        isin=CHANGES,
        description="moved: the same text elsewhere; changed: another text or speaker; removed: "
        "its number is never given again; new: with a number that no segment had.",
    )
    speaker_before: Series[str] = pa.Field(description="Who spoke; empty where new.")
    speaker: Series[str] = pa.Field(description="Who speaks now; empty where removed.")
    text_before: Series[str] = pa.Field(description="What was accepted; empty where new.")
    text: Series[str] = pa.Field(description="What stands there now; empty where removed.")


class Kept(Table):
    """One row per frozen interview: how much of it is as the team accepted it."""

    _where = ("results/1_ingest/frozen.csv",)

    interview: Series[str] = pa.Field(unique=True, description="Interview.")
    accepted: Series[int] = pa.Field(
        ge=0, description="Segments accepted: the same, moved, changed and removed ones."
    )
    same: Series[int] = pa.Field(ge=0, description="Segments as they were accepted.")
    moved: Series[int] = pa.Field(ge=0, description="Segments with the same text elsewhere.")
    changed: Series[int] = pa.Field(ge=0, description="Segments with another text or speaker.")
    removed: Series[int] = pa.Field(ge=0, description="Segments that are no more.")
    new: Series[int] = pa.Field(ge=0, description="Segments that were not there.")
    because: Series[str] = pa.Field(
        description="What is no longer as it was when they were accepted: transcript, register, "
        "settings, program, packages, with | between them; empty where nothing differs."
    )


class Speakers(Table):
    """One row per interview and who speaks in it: each participant, interviewers, others."""

    _where = ("results/1_ingest/speakers.csv",)

    interview: Series[str] = pa.Field(description="Interview.")
    speaker: Series[str] = pa.Field(isin=SPEAKERS, description="Who speaks.")
    participant: Series[str] = pa.Field(
        description="Id of the participant who speaks; empty for others."
    )
    turns: Series[int] = pa.Field(ge=1, description="Turns.")
    segments: Series[int] = pa.Field(ge=1, description="Segments.")
    words: Series[int] = pa.Field(ge=0, description="Words, transcriber's notes not among them.")
    share: Series[float] = pa.Field(
        ge=0, le=1, description="Share of these in all words of the interview."
    )
    seconds: Series[float] = pa.Field(
        ge=0,
        nullable=True,
        description="Seconds of talk: from begin to end of each segment; where the source has no "
        "ends, from the begin of each turn to that of the next. Empty where it has no times.",
    )


class Notes(Table):
    """One row per transcriber's note inside the speech, as [laughs]."""

    _where = ("results/private/1_ingest/notes/*.csv",)

    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment in whose text it stands.")
    start: Series[int] = pa.Field(ge=0, description="Where it begins in the text, from 0.")
    end: Series[int] = pa.Field(ge=1, description="Where it ends, exclusive.")
    kind: Series[str] = pa.Field(isin=NOTES, description="What it notes.")
    text: Series[str] = pa.Field(description="The note as it stands there.")


class Dropped(Table):
    """One row per line that is not speech, or may be none, as it stands in the transcript."""

    _where = ("results/private/1_ingest/dropped/*.csv",)

    interview: Series[str] = pa.Field(description="Interview.")
    place: Series[str] = pa.Field(description="Where it stands in the transcript.")
    reason: Series[str] = pa.Field(
        description="Why it was dropped; or that it was kept and looks like an unlisted label."
    )
    words: Series[int] = pa.Field(ge=0, description="Its words, parted by blanks.")
    text: Series[str] = pa.Field(description="What stands there.")


class Labels(Table):
    """One row per speaker label as a transcript writes it."""

    _where = ("results/private/1_ingest/labels/*.csv",)

    interview: Series[str] = pa.Field(description="Interview.")
    label: Series[str] = pa.Field(description="The label as written.")
    speaker: Series[str] = pa.Field(isin=SPEAKERS, description="Who is behind it.")
    participant: Series[str] = pa.Field(description="Id of the participant; empty for others.")
    times: Series[int] = pa.Field(ge=1, description="How often it is written.")


class Comments(Table):
    """One row per comment that somebody wrote beside a transcript: a memo, no speech."""

    _where = ("results/private/1_ingest/comments/*.csv",)

    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[pd.Int64Dtype] = pa.Field(
        ge=1, nullable=True, description="Segment that it stands at; empty where it is at none."
    )
    author: Series[str] = pa.Field(description="Who wrote it, as the file says.")
    text: Series[str] = pa.Field(description="The comment.")


def read_segments(paths: str | Iterable[str | Path]) -> pd.DataFrame:
    """Read the batches' `Segments` as one table, by interview, each in the order of speech."""
    return by_interview(Segments.read_all(paths))
