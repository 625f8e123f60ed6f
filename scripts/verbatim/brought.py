"""What people brought, read once before the first job is planned: mistakes in it cost no run."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from verbatim import files, groups, register
from verbatim.code.given import read_given
from verbatim.codebook.reading import read_codebook
from verbatim.deidentify.review import returned
from verbatim.disclose import judge
from verbatim.errors import StudyError, StudyErrors, raise_all
from verbatim.report import recruitment
from verbatim.report.attribution import attributions
from verbatim.tables.missed import ToCheck
from verbatim.tables.people import Decisions, Quotations, Roster, Sample

PRIVATE = register.PRIVATE
CODEBOOK = Path("data/codebook")
CODINGS = PRIVATE / "codings"
TABLES = {
    "roster": (Roster, PRIVATE / "identifiers/roster.csv"),
    "decisions": (Decisions, PRIVATE / "identifiers/decisions.csv"),
    "sample": (Sample, PRIVATE / "identifiers/sample.csv"),
    "checked_segments": (ToCheck, PRIVATE / "identifiers/checked_segments.csv"),
    "quotations": (Quotations, PRIVATE / "quotations.csv"),
}
"""Tables that a study may do without, by role."""

PROPOSALS = PRIVATE / "proposals.csv"
"""What `make new-study` proposes, for people to look over."""

RECRUITMENT = PRIVATE / "recruitment.yaml"
ASKING = Path("results/provenance/deidentify_review.json")
"""Record of the job that writes the workbooks of the review."""

WORKBOOKS = {".xlsx", ".xls", ".ods", ".numbers"}
NEEDED = {register.REGISTER.name, register.PARTICIPANTS.name}


def roles() -> dict[str, list[str]]:
    """Give the optional tables that are there, by role, as paths in the study folder."""
    paths = {role: path for role, (_, path) in TABLES.items()} | {"recruitment": RECRUITMENT}
    return {role: [path.as_posix()] for role, path in paths.items() if path.is_file()}


def codings() -> list[Path]:
    """Give the files of codings, sorted; what an open spreadsheet program left is none."""
    return [path for path in sorted(CODINGS.glob("*.csv")) if not register.is_litter(path.name)]


def answers() -> list[Path]:
    """Give the files of answers to the review, sorted."""
    return [path for path in returned.files() if not register.is_litter(path.name)]


def codebook() -> list[Path]:
    """Give the files of the framework, sorted."""
    return [
        path
        for path in sorted(CODEBOOK.glob("*"))
        if path.is_file() and not register.is_litter(path.name)
    ]


def check(listing: Path, settings: dict[str, Any], participants: pd.DataFrame) -> None:
    """Read every file that people brought besides register and transcripts.

    Whether what they point at is there (a segment, a code) the rooms say; here it is whether they
    can be read at all, and whether the settings speak of columns that there are.

    Args:
        listing: List of the codings, as `read_given` takes it.
        settings: The study's choices.
        participants: Rows of `Participants` of those whose interviews are analysed.

    Raises:
        StudyError: If a file cannot be read, or a setting names no column.
        StudyErrors: If there are several.
    """
    readings: list[Callable[[], object]] = [
        *(lambda t=table, p=path: t.read(p) for table, path in TABLES.values() if path.is_file()),
        lambda: recruitment.read([RECRUITMENT] if RECRUITMENT.is_file() else []),
        lambda: read_codebook(codebook()),
        lambda: read_given(listing),
        lambda: returned.read(filter(os.path.isfile, [returned.LISTING])),
        lambda: groups.group_of(participants, settings["groups"]),
        lambda: attributions(
            participants,
            settings["groups"],
            settings["report"]["attribution"],
            settings["privacy"]["publish"],
        ),
        lambda: judge.check(participants, settings),
    ]
    errors = [error for reading in readings for error in _errors(reading)]
    every = [*_workbooks(), *_filled_in_place(), *errors, *_attributes(settings, participants)]
    # Two settings may stumble over one mistake.
    raise_all(list({str(error): error for error in every}.values()), register.TOLD)


def unread() -> str:
    """Say how many files lie where tables are expected and are none that anything reads.

    A roster that is misspelt would go unread without a word.
    """
    known = {path for _, path in TABLES.values()} | {RECRUITMENT, *codings()}
    known |= {register.REGISTER, register.PARTICIPANTS, PROPOSALS}
    others = [
        path
        for folder in (PRIVATE, PRIVATE / "identifiers", CODINGS)
        for path in sorted(folder.glob("*"))
        if path.is_file() and path not in known and not register.is_litter(path.name)
    ]
    if not others:
        return ""
    places = ", ".join(dict.fromkeys(f"{path.parent.as_posix()}/" for path in others))
    return (
        f"nothing reads {len(others)} of the files in {places}; names that are read stand in "
        "data/README.md"
    )


def _errors(reading: Callable[[], object]) -> list[StudyError]:
    try:
        reading()
    except StudyError as error:
        return [error]
    except StudyErrors as several:
        return several.errors
    return []


def _workbooks() -> Iterator[StudyError]:
    """A workbook that nobody saved as CSV: what stands in it would be left out silently."""
    expected = [path for _, path in TABLES.values()]
    lying = [path for path in sorted(CODINGS.glob("*")) if not register.is_litter(path.name)]
    for path in (*expected, *(one.with_suffix(".csv") for one in lying)):
        beside = [path.with_suffix(ending) for ending in sorted(WORKBOOKS)]
        if not path.is_file() and any(each.is_file() for each in beside):
            in_codings = path.parent == CODINGS
            yield StudyError(
                f"{path.parent.as_posix()}/" if in_codings else path.as_posix(),
                "a workbook of the spreadsheet program, and no .csv of that name",
                "a table in CSV UTF-8",
                "open it, save it as CSV UTF-8 beside it",
                private=path.name if in_codings else "",
            )


def _filled_in_place() -> Iterator[StudyError]:
    """A workbook of the review that was filled in where the next run would write over it."""
    if not ASKING.is_file():
        return
    made = json.loads(ASKING.read_text(encoding="utf-8"))["outputs"]
    for name, digest in sorted(made.items()):
        path = Path(name)
        if path.suffix in WORKBOOKS and path.is_file() and files.sha256(path) != digest:
            yield StudyError(
                name,
                "a workbook that was filled in, or saved, where the program writes it",
                f"answers in {returned.FOLDER}/",
                "move it there, and close the spreadsheet program; the run would write over it",
            )


def _attributes(settings: dict[str, Any], participants: pd.DataFrame) -> Iterator[StudyError]:
    for name in settings["privacy"]["publish"]:
        if name not in participants.columns:
            yield groups.unknown_attribute(participants, "privacy.publish", name)
