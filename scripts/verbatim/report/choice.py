"""One passage that people chose, and what may be wrong with it."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from verbatim.errors import StudyError
from verbatim.register import PARTICIPANTS
from verbatim.report.framework import Entry
from verbatim.report.material import At, Material
from verbatim.report.passage import cut
from verbatim.tables.ingest import Differences

FILE = "data/private/quotations.csv"
LOOK_UP = "segments count all speakers; results/restricted/2_deidentify/segments/ lists them"


@dataclass(frozen=True)
class Choice:
    """One row of `Quotations`.

    Attributes:
        where: File and row, as messages name it.
        code: Id of the code, subtheme or theme that it stands for.
        at: Interview and segment.
        start: First position as spoken; None where the row leaves it open.
        end: Position after it; None where the row leaves it open.
        chosen_by: Who chose it.
    """

    where: str
    code: str
    at: At
    start: int | None
    end: int | None
    chosen_by: str

    def span(self, known: Material) -> tuple[int, int]:
        """Positions in the segment as spoken; open ones are the segment's own."""
        length = known.segments[self.at].length
        return (0 if self.start is None else self.start, length if self.end is None else self.end)

    def passage(self, known: Material) -> str:
        """Give the passage, de-identified."""
        segment = known.segments[self.at]
        return cut(segment.text, segment.tags, *self.span(known))


def choices(quotations: pd.DataFrame) -> list[Choice]:
    """Read rows of `Quotations`, under the index of the whole file."""
    return [
        Choice(
            where=f"{FILE}, row {row.Index + 2}",
            code=row.code,
            at=(row.interview, row.segment),
            start=None if pd.isna(row.start) else int(row.start),
            end=None if pd.isna(row.end) else int(row.end),
            chosen_by=row.chosen_by,
        )
        for row in quotations.itertuples()
    ]


def first_wrong(
    choice: Choice, known: Material, entry_of: dict[str, Entry], met: dict[Choice, str]
) -> StudyError | None:
    """Say the first thing that is wrong with a choice, or None.

    Args:
        choice: The row.
        known: What it is checked against.
        entry_of: Framework entries by id.
        met: Rows before it without file and row, and where each stands.
    """
    return next(_wrongs(choice, known, entry_of, met), None)


def _wrongs(
    choice: Choice, known: Material, entry_of: dict[str, Entry], met: dict[Choice, str]
) -> Iterator[StudyError]:
    """Yield what is wrong; each check may rely on those before it."""
    if choice.code not in entry_of:
        yield _unknown_code(choice, entry_of)
    if choice.at not in known.segments:
        yield _unknown_segment(choice, known)
    yield from _speech(choice, known)
    yield from _positions(choice, known)
    if bare(choice) in met:
        yield StudyError(
            choice.where,
            f"the same quotation as in {met[bare(choice)]}",
            "each quotation once for a code",
            "remove one of the rows",
        )


def bare(choice: Choice) -> Choice:
    """Give the choice without where it stands and who made it, to find it twice."""
    return Choice("", choice.code, choice.at, choice.start, choice.end, "")


def _speech(choice: Choice, known: Material) -> Iterator[StudyError]:
    interview, number = choice.at
    segment = known.segments[choice.at]
    if segment.speaker != "participant":
        speaker = "an interviewer" if segment.speaker == "interviewer" else "somebody else"
        yield StudyError(
            choice.where,
            f"segment {number} of {interview}, in which {speaker} speaks",
            "a segment in which a participant speaks",
            LOOK_UP,
        )
    if segment.participant not in known.quotable:
        yield StudyError(
            choice.where,
            f"a quotation of {segment.participant}, who did not agree to be quoted",
            f"a participant with consent_quote = yes in {PARTICIPANTS}",
            "take the row out",
        )


def _positions(choice: Choice, known: Material) -> Iterator[StudyError]:
    interview, number = choice.at
    length = known.segments[choice.at].length
    start, end = choice.span(known)
    if not 0 <= start < end <= length:
        yield StudyError(
            choice.where,
            f"a passage from position {start} to {end}",
            f"positions in segment {number} of {interview}, which is {length} characters long",
            "leave start and end empty to quote the whole segment",
        )
    if not choice.passage(known):
        yield StudyError(
            choice.where,
            f"nothing but spaces from position {start} to {end}",
            "words",
            "positions count the characters of the segment as spoken, from 0",
        )


def _unknown_code(choice: Choice, entry_of: dict[str, Entry]) -> StudyError:
    nearest = difflib.get_close_matches(choice.code, sorted(entry_of), n=1)
    return StudyError(
        choice.where,
        f"the code {choice.code}",
        "the id of a code, subtheme or theme of the current framework",
        f"did you mean {nearest[0]}?" if nearest else "ids stand in results/4_code/codebook.csv",
    )


def _unknown_segment(choice: Choice, known: Material) -> StudyError:
    interview, number = choice.at
    if choice.at in known.differing:
        return StudyError(
            choice.where,
            f"segment {number} of {interview}, which the corrected transcript no longer has",
            "a segment of the transcript as it stands",
            f"{Differences.lies_at()} tells what stood there; choose the passage anew",
        )
    held = sorted(segment for name, segment in known.segments if name == interview)
    if held:
        return StudyError(
            choice.where,
            f"segment {number} of {interview}",
            f"a segment of {interview}, {held[0]} to {held[-1]}",
            LOOK_UP,
        )
    nearest = difflib.get_close_matches(interview, sorted({name for name, _ in known.segments}), 1)
    return StudyError(
        choice.where,
        f"the interview {interview}",
        "an interview of data/private/interviews.csv",
        f"did you mean {nearest[0]}?" if nearest else "correct the id, or add the interview",
    )
