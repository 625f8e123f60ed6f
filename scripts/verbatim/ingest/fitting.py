"""Whether what was read of a transcript fits the register, and if not, how to mend it."""

from verbatim.errors import StudyError
from verbatim.ingest.cues import SOMEBODY
from verbatim.ingest.labels import ALL, Speaker
from verbatim.ingest.pieces import Segment, Source
from verbatim.ingest.speech import Speech
from verbatim.ingest.unreadable import Unreadable

SPEAKERS = 2
"""An interview has at least so many."""


def check_labels(spoken: Speech, source: Source, listed: dict[str, Speaker]) -> None:
    """See that somebody who is listed says something.

    Raises:
        Unreadable: With the reason why nobody does.
    """
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


def unknown(spoken: Speech, where: str) -> list[StudyError]:
    """Say which labels of the file the register does not list, one error each."""
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


def check_speakers(rows: list[Segment], listed: dict[str, Speaker], where: str) -> None:
    """See that a participant speaks, unless nothing says who does.

    Raises:
        StudyError: If none does.
    """
    if ALL not in listed and not any(row.speaker == "participant" for row in rows):
        raise StudyError(
            where,
            f"{len(rows)} segments, none of them a participant's",
            "speech of the participant",
            "compare participant_label in data/private/interviews.csv with the labels in the file",
        )
