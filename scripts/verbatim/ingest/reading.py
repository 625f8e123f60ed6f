"""What comes out of reading one transcript, as the room's tables."""

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from verbatim.ingest import talk
from verbatim.ingest.found import Reading
from verbatim.ingest.labels import Speaker, key
from verbatim.ingest.notes import Note
from verbatim.ingest.pieces import Segment, Source
from verbatim.ingest.speech import Speech
from verbatim.tables.base import Table
from verbatim.tables.ingest import Comments, Dropped, Labels, Losses, Notes, Segments, Speakers
from verbatim.writing import words_in

UNSURE = "kept as speech: may begin with a label that the register does not list"
BESIDE = "beside the speech"
NOBODY = "kept as speech: stands before the first label"


def reading(
    source: Source,
    spoken: Speech,
    rows: list[Segment],
    listed: dict[str, Speaker],
    loss: dict[str, object],
) -> Reading:
    """Give the tables of one transcript.

    Args:
        source: What its reader gave.
        spoken: What was made of that.
        rows: Its segments.
        listed: Who is behind which label.
        loss: Its row of `Losses`.
    """
    interview = loss["interview"]

    def table(of: type[Table], cells: Iterable[tuple[object, ...]]) -> pd.DataFrame:
        # Objects, so that an empty table does not decide the types of the others.
        found = [(interview, *row) for row in cells]
        return pd.DataFrame(found, columns=of.column_names(), dtype=object)

    at = {row.place: row.segment for row in reversed(rows)}
    return Reading(
        segments=pd.DataFrame(
            [(interview, *_cells(row)) for row in rows], columns=Segments.column_names()
        ).astype({"start": float, "end": float}),
        losses=pd.DataFrame([loss])[Losses.column_names()],
        speakers=table(Speakers, talk.speakers(rows)),
        notes=table(Notes, ((row.segment, *_noted(note)) for row in rows for note in row.notes)),
        dropped=table(Dropped, _dropped(spoken, source)),
        labels=table(Labels, _labels(spoken.labels, listed)),
        comments=table(
            Comments, ((at.get(one.place), one.author, one.text) for one in source.comments)
        ),
    )


def _cells(row: Segment) -> tuple[object, ...]:
    return (row.turn, row.segment, row.speaker, row.participant, row.start, row.end, row.text)


def _noted(note: Note) -> tuple[object, ...]:
    return (note.start, note.end, note.kind, note.text)


def _dropped(spoken: Speech, source: Source) -> Iterable[tuple[object, ...]]:
    """Give the dropped pieces and the doubtful ones in the order of the transcript.

    What the reader itself left out stands behind them.
    """
    dropped = {id(piece): reason for piece, reason in spoken.left}
    nobody = {one.place for one in spoken.said if one.label is None}
    dropped |= {id(piece): BESIDE for piece in source.left}
    for piece in [*source.pieces, *source.left]:
        reason = dropped.get(id(piece), "")
        if not reason and piece.place in spoken.unsure:
            reason = NOBODY if piece.place in nobody else UNSURE
        if reason:
            text = " ".join([*(piece.label or "").split(), *piece.text.split()])
            yield piece.place, reason, words_in(text), text


def _labels(written: Counter[str], listed: dict[str, Speaker]) -> Iterable[tuple[object, ...]]:
    for label, times in sorted(written.items()):
        who = listed[key(label)]
        yield label, who.role, who.participant, times
