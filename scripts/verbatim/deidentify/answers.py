"""People's decisions: checked against what was said, then laid over what the program proposes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from verbatim.deidentify.mention import Mention, outside
from verbatim.errors import StudyError

DECISIONS = "data/private/identifiers/decisions.csv"
SAMPLE = "data/private/identifiers/sample.csv"
CHECKED = "data/private/identifiers/checked_segments.csv"


@dataclass(frozen=True)
class Answer:
    """One row that a person wrote.

    Attributes:
        table: `DECISIONS`, `SAMPLE`, `CHECKED`, or file and sheet of a review.
        row: Row of that file, the header being row 1.
        interview: Interview of the mention.
        segment: Its segment.
        start: First character.
        end: Character after the last.
        category: Kind of identifier.
        text: What was said, as the person saw it.
        replace: Whether it is to be replaced.
        identity: Who or what is meant, where the person says so.
    """

    table: str
    row: int
    interview: str
    segment: int
    start: int
    end: int
    category: str
    text: str
    replace: bool
    identity: str = ""

    @property
    def where(self) -> str:
        """File and row, for messages."""
        return f"{self.table}, row {self.row} ({self.interview})"


@dataclass(frozen=True)
class Answers:
    """What people decided, by interview.

    Attributes:
        given: Answers to single mentions, and the rows of the checked sample.
        sample_decides: Whether the rows of the sample decide too.
    """

    given: dict[str, list[Answer]]
    sample_decides: bool

    def deciding(self, given: Iterable[Answer]) -> list[Answer]:
        """Those that decide: the sample's rows only if it does."""
        return [one for one in given if one.table != SAMPLE or self.sample_decides]


@dataclass(frozen=True)
class Decided:
    """A mention and what became of it: the columns of `Identifiers` but the tag.

    `identity` is there only where a person said who or what is meant.
    """

    mention: Mention
    status: str
    decided_by: str
    identity: str = ""


def answers(
    decisions: pd.DataFrame,
    sample: pd.DataFrame,
    sample_decides: bool,
    further: Iterable[Answer] = (),
) -> Answers:
    """Collect what people decided.

    Args:
        decisions: `Decisions`, under the index of the whole file.
        sample: `Sample`, the same; rows without a category only say that an interview was checked.
        sample_decides: Whether the sample counts as decisions too.
        further: What people found in segments that they were given to read.
    """
    given: dict[str, list[Answer]] = {}
    for table, rows in ((DECISIONS, decisions), (SAMPLE, sample)):
        for row in rows.itertuples():
            if row.category == "":
                continue
            replace = table == SAMPLE or row.decision == "accepted"
            answer = Answer(
                table, row.Index + 2, row.interview, int(row.segment), int(row.start), int(row.end),
                row.category, row.text, replace,
            )  # fmt: skip
            given.setdefault(row.interview, []).append(answer)
    for answer in further:
        given.setdefault(answer.interview, []).append(answer)
    return Answers(given, sample_decides)


def unknown_interviews(
    tables: Mapping[str, pd.DataFrame], interviews: Iterable[str]
) -> list[StudyError]:
    """Say which rows speak of interviews that the study does not have, once per interview."""
    known = set(interviews)
    errors = []
    for table, rows in tables.items():
        numbers: dict[str, list[int]] = {}
        for index, interview in rows["interview"].items():
            if interview not in known:
                numbers.setdefault(str(interview), []).append(index + 2)
        for interview, at in numbers.items():
            more = f" and {len(at) - 1} more" if len(at) > 1 else ""
            errors.append(
                StudyError(
                    f"{table}, row {at[0]}{more}",
                    "an interview that is not in the register",
                    "an interview of data/private/interviews.csv",
                    "correct the id, or remove the rows of an interview that was taken out",
                    private=interview,
                )
            )
    return errors


def misplaced(given: Iterable[Answer], texts: dict[int, str]) -> list[StudyError]:
    """Say which answers do not fit the text of their interview, given by segment."""
    errors = []
    for one in given:
        text = texts.get(one.segment)
        if text is None:
            errors.append(
                StudyError(
                    one.where,
                    f"segment {one.segment}, which the interview does not have",
                    f"a segment from {min(texts)} to {max(texts)}",
                    "segments are numbered over all speakers",
                )
            )
        elif not 0 <= one.start < one.end <= len(text):
            errors.append(
                StudyError(
                    one.where,
                    f"the positions {one.start} to {one.end}",
                    f"positions inside segment {one.segment}, which has {len(text)} characters",
                    "positions count characters from 0; the end is the character after the last",
                )
            )
        elif text[one.start : one.end] != one.text:
            errors.append(
                StudyError(
                    one.where,
                    f"a text that stands neither at {one.start} to {one.end} of segment "
                    f"{one.segment} nor elsewhere in it",
                    "the words as they are spoken there",
                    "if the transcript was corrected since the row was written, write the words "
                    "as they are spoken now, or remove the row",
                    private=f"{one.text} / {text[one.start : one.end]}",
                )
            )
    return errors


def contradictions(given: Iterable[Answer]) -> list[StudyError]:
    """Say where people want the same words both replaced and kept."""
    ordered = sorted(given, key=lambda one: (one.segment, one.start, one.end, one.table, one.row))
    errors = []
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if (other.segment, other.start) >= (one.segment, one.end):
                break
            if one.replace != other.replace:
                errors.append(
                    StudyError(
                        one.where,
                        f"an answer that {other.where} contradicts",
                        "one answer for the same words: replaced, or kept",
                        "remove one of the two rows",
                        private=f"{one.text} / {other.text}",
                    )
                )
    return errors


def laid_over(proposals: Iterable[Mention], given: Iterable[Answer], text: str) -> list[Decided]:
    """Lay the answers for one segment over the program's proposals for it.

    People have the last word on the words they speak of, and on no others: what a proposal covers
    beside them is still replaced, also where somebody checked the interview, since nobody knows
    whether its text is still the one that was checked.
    """
    proposed = sorted(proposals)
    spoken = _apart(given, text)
    decided = []
    for start, end, answer in spoken:
        layers = {
            layer
            for one in proposed
            if one.start < end and start < one.end
            for layer in one.layer.split("+")
        }
        decided.append(
            Decided(
                Mention(start, end, answer.category, "+".join(sorted(layers))),
                "replaced" if answer.replace else "kept",
                "checked sample" if answer.table == SAMPLE else "decision",
                answer.identity,
            )
        )
    spans = [(start, end) for start, end, _ in spoken]
    for one in proposed:
        decided.extend(
            Decided(one._replace(start=start, end=end), "replaced", "program")
            for start, end in outside((one.start, one.end), spans, text)
        )
    return sorted(decided, key=lambda one: one.mention)


def _apart(given: Iterable[Answer], text: str) -> list[tuple[int, int, Answer]]:
    """Answers as spans that do not overlap: the longest first, the rest of others kept."""
    apart: list[tuple[int, int, Answer]] = []
    for one in sorted(given, key=_rank):
        taken = [(start, end) for start, end, _ in apart]
        if not any(start < one.end and one.start < end for start, end in taken):
            apart.append((one.start, one.end, one))
            continue
        rest = outside((one.start, one.end), taken, text)
        apart.extend((start, end, one) for start, end in rest)
    return sorted(apart, key=lambda each: each[:2])


def _rank(one: Answer) -> tuple[int, int, str, int]:
    return one.start - one.end, one.start, one.table, one.row
