"""One transcript from file to segments, a batch of them to the room's tables."""

import gc
import hashlib
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pandas as pd

from verbatim.errors import StudyError, StudyErrors, raise_all
from verbatim.ingest.fitting import check_labels, check_speakers, unknown
from verbatim.ingest.found import Reading, together
from verbatim.ingest.heed import to_heed
from verbatim.ingest.labels import key, speakers
from verbatim.ingest.losses import loss_of
from verbatim.ingest.readers import read_source
from verbatim.ingest.reading import reading
from verbatim.ingest.segments import segments
from verbatim.ingest.speech import speech
from verbatim.ingest.unreadable import Unreadable
from verbatim.language import language_of
from verbatim.register import Ticket


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
            "%s: %s lines may begin with the label of somebody whom interviews.csv does not list; "
            "they were kept as speech: the team's overview shows where to look",
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
        check_labels(spoken, source, listed)
    except Unreadable as error:
        at = f", {error.place}" if error.place else ""
        private = error.private or ticket.file
        raise StudyError(
            where + at, error.found, error.expected, error.hint, private=private
        ) from error
    raise_all(unknown(spoken, where))
    if spoken.mistimed:
        logging.warning(
            "%s: times that cannot be, as 9:99, were left out: %s in all, the first at %s",
            ticket.interview,
            len(spoken.mistimed),
            spoken.mistimed[0],
        )
    language = language or language_of(one.text for one in spoken.said)
    rows = segments(spoken.said, pause_s, listed, window_words, language)
    check_speakers(rows, listed, where)
    loss = loss_of(ticket.interview, source, spoken, rows) | {"language": language}
    asked = sum(row.spoken for row in rows if row.speaker == "interviewer")
    words = [row.words for row in rows]
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
