"""Answers that people gave in workbooks, read back as decisions."""

import json
import logging
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from verbatim.deidentify.answers import Answer
from verbatim.deidentify.pool import POOLED
from verbatim.deidentify.review import sheet
from verbatim.errors import StudyError, raise_all
from verbatim.files import sha256
from verbatim.tables.review import Returned

FOLDER = "data/private/identifiers/review"
LISTING = "results/private/2_deidentify/answers.json"
"""Where the files of that folder are listed in order: their names may name people."""

TOLD = 20
"""How many mistakes are told at once."""

ENDINGS = {".xlsx", ".csv"}
MENTIONED = ["interview", "text", "category", "layer"]


@dataclass(frozen=True)
class Reviewed:
    """What people answered in workbooks.

    Attributes:
        answers: One per occurrence that is to be replaced or kept.
        apart: The same for occurrences that somebody wants to be asked about one by one.
        asked: Interview, places and reason of each answered question.
    """

    answers: list[Answer] = field(default_factory=list)
    apart: list[Answer] = field(default_factory=list)
    asked: set[tuple[str, str, str]] = field(default_factory=set)

    @property
    def names(self) -> pd.DataFrame:
        """Rows of `Mentions`, as far as pooling needs them: the names that were accepted."""
        accepted = sorted(
            {(one.interview, one.text, one.category) for one in self.answers if one.replace}
        )
        rows = [(*one, "roster") for one in accepted if one[2] in POOLED]
        return pd.DataFrame(rows, columns=MENTIONED)


def read(listing: str | Path | Iterable[str], left_out: Collection[str] = ()) -> Reviewed:
    """Read every file of answers that the list names.

    Args:
        listing: A list of `file` (in the study folder) and `sha256`; or nothing.
        left_out: Interviews that may not be analysed: what is answered about them is set aside.

    Raises:
        StudyError: If a file changed since it was listed, is no table of answers, or two rows
            answer one question differently; gives the file's number in the list, sheet and row.
        StudyErrors: If there are several.
    """
    paths = [listing] if isinstance(listing, str | Path) else list(listing)
    found = Reviewed()
    errors: list[StudyError] = []
    unused = 0
    for path in paths:
        entries = json.loads(Path(path).read_text(encoding="utf-8"))
        for number, entry in enumerate(entries, start=1):
            try:
                unused += _read_file(Path(entry["file"]), entry["sha256"], number, left_out, found)
            except StudyError as error:
                errors.append(error)
    raise_all([*errors, *_differing(found.answers)], TOLD)
    if unused:
        logging.warning("%d rows of %s/ not used: no consent to be analysed", unused, FOLDER)
    return found


def files() -> list[Path]:
    """Give the files of answers in the study folder, in the order of their names."""
    return sorted(path for path in Path(FOLDER).glob("*") if path.is_file())


def _read_file(
    path: Path, listed: str, number: int, left_out: Collection[str], found: Reviewed
) -> int:
    """Add the answers of one file, and say how many rows are not used."""
    unused = 0
    try:
        if not path.is_file() or sha256(path) != listed:
            raise StudyError(
                str(path),
                "a file that was changed or taken away after the run began",
                "the same files from beginning to end",
                "start the run again",
            )
        if path.suffix.lower() not in ENDINGS:
            raise StudyError(
                str(path), "a file of another kind", "workbooks (.xlsx) or CSV", "save it as .xlsx"
            )
        for where, cells in sheet.read(path):
            shown = where.replace(str(path), f"{FOLDER}/, file {number}")
            for row in Returned.check(_tidy(cells), where).itertuples():
                if row.interview in left_out:
                    unused += 1
                else:
                    _add(row, shown, found)
    except StudyError as error:
        error.where = error.where.replace(str(path), f"{FOLDER}/, file {number}")
        error.hint = "; ".join(filter(None, [error.hint, f"files are numbered in {LISTING}"]))
        error.private = f"{path.name} {error.private}".strip()
        raise
    return unused


def _tidy(cells: pd.DataFrame) -> pd.DataFrame:
    """Without blanks that a spreadsheet program or a hurried hand leaves."""
    words = [name for name in cells.columns if name not in {"words", "note"}]
    tidy = cells.assign(**{name: cells[name].str.split().str.join(" ") for name in words})
    tidy["answer"] = tidy["answer"].str.lower()
    if "category" in tidy.columns:
        tidy["category"] = tidy["category"].str.upper().str.replace(" ", "_")
    return tidy[[name for name in Returned.column_names() if name in tidy.columns]]


def _add(row: Any, table: str, found: Reviewed) -> None:
    if row.answer not in {"replace", "keep", "each"}:
        return
    if row.answer != "each":
        found.asked.add((row.interview, row.places, row.reason))
    to = found.apart if row.answer == "each" else found.answers
    for segment, start, end in places(row.places):
        one = Answer(
            table, row.Index + 2, row.interview, segment, start, end, row.category or "PERSON",
            row.words, row.answer == "replace", row.who,
        )  # fmt: skip
        to.append(one)


def places(written: str) -> Iterator[tuple[int, int, int]]:
    """Segment, start and end of each place."""
    for place in written.split():
        segment, _, span = place.partition(":")
        start, _, end = span.partition("-")
        yield int(segment), int(start), int(end)


def unknown(answers: Iterable[Answer], interviews: Collection[str]) -> list[StudyError]:
    """Say which rows speak of interviews that the study does not have."""
    return [
        StudyError(
            f"{table}, row {row}",
            "an interview that is not in the register",
            "an interview of data/private/interviews.csv",
            "leave the columns as they were made, or remove the row",
            private=interview,
        )
        for table, row, interview in sorted(
            {(one.table, one.row, one.interview) for one in answers}
        )
        if interview not in interviews
    ]


def _differing(answers: Iterable[Answer]) -> Iterator[StudyError]:
    """Say where two rows say something else of the same words."""
    first: dict[tuple[str, int, int, int], Answer] = {}
    told: set[tuple[str, int]] = set()
    for one in answers:
        other = first.setdefault((one.interview, one.segment, one.start, one.end), one)
        same = (one.replace, one.replace and (one.category, one.identity)) == (
            other.replace,
            other.replace and (other.category, other.identity),
        )
        if not same and (one.table, one.row) not in told:
            told.add((one.table, one.row))
            yield StudyError(
                one.where,
                f"an answer that {other.where} contradicts",
                "one answer, category and person for the same words",
                f"remove one of the two rows; files are numbered in {LISTING}",
                private=f"{one.text} / {other.text}",
            )
