"""What was read, for people: one page without a word of speech, one for the study's team."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from verbatim import files
from verbatim.ingest.found import Reading
from verbatim.ingest.heed import PARTS, kinds, minutes, pace
from verbatim.ingest.labels import key
from verbatim.register import Ticket
from verbatim.report import illustration
from verbatim.report.illustration import Illustration
from verbatim.report.template import count, filled, missing
from verbatim.tables.ingest import NOTES

PUBLIC = Path(__file__).with_suffix(".html")
PRIVATE = Path(__file__).with_suffix(".private.html")

FIRST = 3
"""Segments of each speaker that the private page shows."""

LONGEST = 240
"""Characters of them."""

SHOWN = 200
"""Rows of a private table that the page shows; the table has all."""

Row = dict[str, Any]


@dataclass(frozen=True)
class Card:
    """What the pages say of one interview.

    Attributes:
        interview: Its id.
        loss: Its row of `Losses`.
        speakers: Its rows of `Speakers`.
        notes: How many notes of each kind.
        changes: How often each kind of change was made.
        heed: What to look at, in words.
        minutes: How long it lasts, in words.
        silence: The longest silence, in words.
        pace: Words per minute.
        inside: What only the private page shows, by name.
    """

    interview: str
    loss: Row
    speakers: list[Row]
    notes: dict[str, int]
    changes: list[tuple[str, int]]
    heed: list[str]
    minutes: str
    silence: str
    pace: float | None
    inside: Row = field(default_factory=dict)


def cards(read: Reading, tickets: Iterable[Ticket]) -> list[Card]:
    """Put together what there is to say of each interview, in the order of the losses.

    Args:
        read: Tables of the room.
        tickets: Tickets of the interviews.
    """
    by_id = {ticket.interview: ticket for ticket in tickets}
    return [
        _card(
            loss,
            Reading(**{name: _of(table, loss["interview"]) for name, table in vars(read).items()}),
            by_id[loss["interview"]],
        )
        for loss in read.losses.to_dict("records")
    ]


def write(known: list[Card], study: Row, output: Any) -> None:
    """Write both pages; the public one shows the figure that was drawn.

    Args:
        known: What there is to say.
        study: The choices under `study`.
        output: Outputs of the rule by name: `figure`, `overview` and, private, `inside`.
    """
    figure = illustration.read(Path(output.figure[0]))
    files.write_text(Path(output.overview), public(known, figure, study))
    files.write_text(Path(output.inside), private(known, study))


def public(known: list[Card], figure: Illustration, study: Row) -> str:
    """Give the page that everybody may see: counts, no speech, no names, no names of files."""
    return filled(PUBLIC, figure=figure, **_common(known, study))


def private(known: list[Card], study: Row) -> str:
    """Give the page by which the team sees whether each file was understood."""
    return filled(PRIVATE, shown=SHOWN, **_common(known, study))


def _common(known: list[Card], study: Row) -> Row:
    names = ("turns", "segments", "participant_words", "unknown_labels", "lines_dropped")
    return {
        "cards": known,
        "study": study,
        "total": {name: sum(card.loss[name] for card in known) for name in (*names, "words_read")}
        | {part: sum(card.loss[part] for card in known) for part in PARTS},
        "kinds": [kind for kind in NOTES if any(kind in card.notes for card in known)],
        "timed": sum(bool(card.minutes) for card in known),
        "seconds": _time,
    }


def _of(table: pd.DataFrame, interview: str) -> pd.DataFrame:
    return table[table["interview"] == interview]


def _card(loss: Row, read: Reading, ticket: Ticket) -> Card:
    registered = {*ticket.interviewer_labels, *ticket.participant_labels, *ticket.other_labels}
    written = set(read.labels["label"].map(key))
    silent = sorted(label for label in registered if key(label) not in written)
    return Card(
        interview=str(loss["interview"]),
        loss=loss,
        speakers=read.speakers.to_dict("records"),
        notes=dict(kinds(loss["notes"])),
        changes=kinds(loss["changes"]),
        heed=list(filter(None, loss["look_at"].split(" | "))),
        minutes=_time(loss["duration_s"]),
        silence=_time(loss["longest_silence_s"]),
        pace=pace(loss),
        inside={
            "file": ticket.file,
            "sha256": ticket.sha256,
            "labels": read.labels.to_dict("records"),
            "silent": silent,
            "first": _first(read.segments),
            "dropped": _rows(read.dropped, kept=False),
            "doubtful": _rows(read.dropped, kept=True),
            "notes": _written(read.notes),
            "comments": read.comments.astype({"segment": object}).fillna("–").to_dict("records"),
        },
    )


def _time(seconds: Any) -> str:
    return "" if missing(seconds) or pd.isna(seconds) else minutes(seconds)


def _first(segments: pd.DataFrame) -> list[Row]:
    """Give the first segments of each speaker, cut where they are long."""
    first = segments.groupby(["speaker", "participant"], sort=False).head(FIRST)
    return [
        {
            **row,
            "who": row["participant"] or row["speaker"],
            "text": row["text"][:LONGEST] + "…" * (len(row["text"]) > LONGEST),
        }
        for row in first.to_dict("records")
    ]


def _rows(dropped: pd.DataFrame, *, kept: bool) -> list[Row]:
    """Give the lines that were dropped, or those that were kept and are doubtful."""
    rows: list[Row] = dropped.to_dict("records")
    return [row for row in rows if row["reason"].startswith("kept") == kept]


def _written(notes: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Give each note as it is written, with its kind and how often; the commonest first."""
    # That a time stands beside it makes no other note of it.
    alike = notes.assign(text=notes["text"].str.replace(r"\d+:[\d:.,]*\d", "…", regex=True))
    often = alike.groupby(["kind", "text"]).size().sort_values(ascending=False, kind="stable")
    return [(kind, text, count(number)) for (kind, text), number in often.items()]
