"""One transcript from file to segments, a batch of them to the room's tables."""

import gc
import hashlib
import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pandas as pd

from verbatim.errors import StudyError, StudyErrors, raise_all
from verbatim.ingest import talk
from verbatim.ingest.account import account
from verbatim.ingest.cues import SOMEBODY
from verbatim.ingest.found import Reading, together
from verbatim.ingest.fragments import fragments
from verbatim.ingest.heed import to_heed
from verbatim.ingest.labels import ALL, Speaker, key, speakers
from verbatim.ingest.notes import notes, spoken_words
from verbatim.ingest.pieces import Segment, Source
from verbatim.ingest.readers import read_source
from verbatim.ingest.reading import reading
from verbatim.ingest.segments import segments
from verbatim.ingest.speech import Speech, speech
from verbatim.ingest.text import described
from verbatim.ingest.unreadable import Unreadable
from verbatim.language import language_of, words_in
from verbatim.register import Ticket

LAYOUTS = {
    "bold": "labels in bold",
    "timed bold": "labels in bold with times",
    "colon": "label: text",
    "timed colon": "times and label: text",
    "time": "label and time",
    "line": "labels on lines of their own",
    "tab": "label, tab, text",
    "bracket": "labels in brackets",
    "dash": "label and dash or point",
    "sign": "labels between signs, or with numbers",
    "type": "no labels: voices by type",
    "turns": "no labels: dashes in turn",
    "all": "no labels",
}
GIVEN = {
    "docx": "table",
    "pdf": "table",
    "vtt": "voice tags",
    "json": "speakers of entries",
    "srt": "labels beside captions",
    "sbv": "labels beside captions",
    "ttml": "agents",
    "cha": "main tiers",
    "csv": "column of speakers",
    "tsv": "column of speakers",
    "xlsx": "column of speakers",
}

SPEAKERS = 2
"""An interview has at least so many."""


def read_batch(
    tickets: Iterable[Ticket], pause_s: float, *, window_words: int = 0, language: str = ""
) -> Reading:
    """Read the transcripts of a batch.

    Args:
        tickets: Which transcripts, and who is behind which label.
        pause_s: Captions of one speaker are one paragraph until a pause longer than this.
        window_words: Longer paragraphs are cut between sentences; 0: never.
        language: Language of every interview, as ISO code; empty: told by what is said.

    Returns:
        The room's tables, sorted by interview.

    Raises:
        StudyError: If a transcript cannot be read as it is.
        StudyErrors: If there are several; those of all transcripts together.
    """
    found: list[Reading] = []
    errors: list[StudyError] = []
    for ticket in sorted(tickets, key=lambda one: one.interview):
        try:
            read = read_transcript(ticket, pause_s, window_words=window_words, language=language)
        except StudyError as error:
            errors.append(error)
        except StudyErrors as several:
            errors.extend(several.errors)
        else:
            found.append(read)
            _tell(read.losses.iloc[0])
    raise_all(errors)
    return together(found)


def _tell(loss: pd.Series) -> None:
    """Log how much was read of one transcript."""
    if not loss["participant_words"]:
        logging.warning(
            "%s: nothing says who speaks; its %s words were kept as other, none as a participant's",
            loss["interview"],
            loss["words"],
        )
    if loss["unknown_labels"]:
        logging.warning(
            "%s: %s lines begin as with a speaker label that the register does not list, "
            "or stand before the first one; they were read as speech",
            loss["interview"],
            loss["unknown_labels"],
        )
    logging.info(
        "%s: %s segments, %s lines dropped, %s unknown labels",
        loss["interview"],
        loss["segments"],
        loss["lines_dropped"],
        loss["unknown_labels"],
    )


def read_transcript(
    ticket: Ticket, pause_s: float, *, window_words: int = 0, language: str = ""
) -> Reading:
    """Read one transcript; settings as above.

    Raises:
        StudyError: If it cannot be read, or a label in it is not in the register.
        StudyErrors: If several labels are not.
    """
    with _uncollected():
        return _read(ticket, pause_s, window_words, language)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Collect no garbage meanwhile: many small things are made, none in a circle of references.

    Looking for circles would take a fifth of the time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _read(ticket: Ticket, pause_s: float, window_words: int, language: str) -> Reading:
    listed = speakers(ticket)
    where = f"the transcript of {ticket.interview}"
    content = _content(ticket, where)
    try:
        source = read_source(content, ticket.file, listed, ticket.columns)
        spoken = speech(source.pieces, listed)
        _check_labels(spoken, source, listed)
    except Unreadable as error:
        at = f", {error.place}" if error.place else ""
        private = error.private or ticket.file
        raise StudyError(
            where + at, error.found, error.expected, error.hint, private=private
        ) from error
    raise_all(_unknown(spoken, where))
    if spoken.mistimed:
        logging.warning(
            "%s: times that cannot be, as 9:99, were left out: %s in all, the first at %s",
            ticket.interview,
            len(spoken.mistimed),
            spoken.mistimed[0],
        )
    language = language or language_of(one.text for one in spoken.said)
    rows = segments(spoken.said, pause_s, listed, window_words, language)
    _check_speakers(rows, listed, where)
    loss = _loss(ticket.interview, source, spoken, rows) | {"language": language}
    asked = sum(spoken_words(row.text) for row in rows if row.speaker == "interviewer")
    words = [words_in(row.text) for row in rows]
    silent = len(listed.keys() - set(map(key, spoken.labels)))
    loss["look_at"] = " | ".join(to_heed(loss, rows, words, asked, silent))
    return reading(source, spoken, rows, listed, loss)


def _content(ticket: Ticket, where: str) -> bytes:
    try:
        content = ticket.transcript.read_bytes()
    except FileNotFoundError:
        content = b""
        changed = True
    else:
        changed = hashlib.sha256(content).hexdigest() != ticket.sha256
    if changed:
        raise StudyError(
            where,
            "a file that was changed, moved or removed while the study was running",
            "the file as it was when the run began",
            "run again; nothing was read from it",
            private=ticket.file,
        )
    return content


def _check_labels(spoken: Speech, source: Source, listed: dict[str, Speaker]) -> None:
    if spoken.said:
        return
    if not source.pieces:
        raise Unreadable(
            "a file without any words",
            "a transcript with what was said",
            "copy the file again from where it came from, or transcribe it",
        )
    labels = len(listed)
    if spoken.styles:
        raise Unreadable(
            "speaker labels without speech",
            "what was said behind the labels",
            "see whether the speech was left out when the file was saved",
        )
    given = {piece.label for piece in source.pieces if piece.caption}
    if given and given <= {None, "", SOMEBODY} and len(spoken.tried) < SPEAKERS:
        raise Unreadable(
            f"{len(spoken.read)} captions or entries, none of which says who speaks",
            "the name or number of a speaker, at least where the speaker changes",
            "let the recogniser tell speakers apart (diarisation), bring the file that names "
            "them, or write labels before the words: as nobody knows who speaks, none of it can "
            "be counted as the participant's",
        )
    raise Unreadable(
        f"none of the {labels} speaker labels of the register in {len(spoken.read)} lines",
        "lines that begin with the label of a speaker",
        "compare interviewer_label, participant_label and other_labels in "
        "data/private/interviews.csv with the file",
        private=" | ".join(spoken.tried[:20]),
    )


def _unknown(spoken: Speech, where: str) -> list[StudyError]:
    return [
        StudyError(
            f"{where}, {places[0]}",
            "an unknown speaker label"
            + (f" (in {len(places)} places, this is the first)" if len(places) > 1 else ""),
            "a label that the register lists for this interview",
            "add it to interviewer_label, participant_label or other_labels in "
            "data/private/interviews.csv; if it is speech, join it to the paragraph before it",
            private=label,
        )
        for label, places in spoken.unknown.items()
    ]


def _check_speakers(rows: list[Segment], listed: dict[str, Speaker], where: str) -> None:
    if ALL not in listed and not any(row.speaker == "participant" for row in rows):
        raise StudyError(
            where,
            f"{len(rows)} segments, none of them a participant's",
            "speech of the participant",
            "compare participant_label in data/private/interviews.csv with the labels in the file",
        )


def _loss(interview: str, source: Source, spoken: Speech, rows: list[Segment]) -> dict[str, object]:
    style = min(spoken.styles, key=lambda name: (-spoken.styles[name], name))
    layout = GIVEN.get(source.format, "table") if style == "given" else LAYOUTS.get(style, "")
    beside = {piece.place for piece in source.left}
    return {
        "interview": interview,
        "format": f"{source.format}, {layout or LAYOUTS[style.removeprefix('timed ')]}",
        "encoding": source.encoding,
        "turns": rows[-1].turn,
        "segments": len(rows),
        **account(source, spoken, [row.text for row in rows]),
        "participant_words": sum(
            spoken_words(row.text) for row in rows if row.speaker == "participant"
        ),
        "timed_segments": sum(row.start is not None for row in rows),
        "lines_read": len(spoken.read | beside),
        "lines_dropped": len(spoken.dropped | (beside - spoken.read)),
        "unknown_labels": len(spoken.unsure),
        "notes": described(Counter(note.kind for row in rows for note in notes(row.text))),
        "duration_s": talk.duration(rows),
        "longest_silence_s": talk.longest_silence(rows),
        "changes": described(
            source.changes
            + Counter({"impossible time": len(spoken.mistimed)})
            + fragments(spoken.said)
            + Counter({"time between words": len(spoken.inside)})
        ),
    }
