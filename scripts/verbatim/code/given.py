"""Read the codings that people brought and check what each of them points at."""

import json
import re
from collections.abc import Callable, Collection
from difflib import get_close_matches
from pathlib import Path

import pandas as pd

from verbatim.codebook.model import Codebook
from verbatim.consent import set_aside
from verbatim.errors import StudyError, raise_all
from verbatim.files import sha256
from verbatim.tables.people import CodingsGiven

FOLDER = "data/private/codings/"
KEY = ["coder", "layer", "interview", "segment", "code", "codebook_version"]
"""What makes two codings the same coding."""

TOLD = 20
"""How many mistakes are told at once."""


def checked(
    listing: str | Path,
    codebook: Codebook,
    segments: pd.DataFrame,
    left_out: Collection[str] = (),
    accepted: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Read every file of codings that the list names, and check each coding's references.

    Codings of interviews that are left out for want of consent are set aside.

    Raises:
        StudyErrors: As `read_given` and `check_given`.
    """
    given = set_aside(read_given(Path(listing)), left_out, FOLDER)
    check_given(given, codebook, segments, accepted)
    return given


def read_given(listing: Path) -> pd.DataFrame:
    """Read every file of codings that the list names.

    Args:
        listing: `codings.json`, a list of `file` (in the study folder) and `sha256`.

    Returns:
        The rows of `CodingsGiven` of all files, with `file` and `row` (the header is row 1).

    Raises:
        StudyError: If a file has changed since it was listed or is not such a table; the message
            gives row and column, the file's name is its private detail.
        StudyErrors: If there are several.
    """
    parts, errors = [], []
    for entry in json.loads(listing.read_text(encoding="utf-8")):
        path = Path(entry["file"])
        try:
            parts.append(_read_file(path, entry["sha256"]))
        except StudyError as error:
            error.where = error.where.replace(str(path), FOLDER)
            error.private = f"{path.name} {error.private}".strip()
            errors.append(error)
    raise_all(errors, TOLD)
    if not parts:
        return CodingsGiven.without_rows().assign(file="", row=0)
    return pd.concat(parts, ignore_index=True)


def _read_file(path: Path, listed: str) -> pd.DataFrame:
    if not path.is_file() or sha256(path) != listed:
        raise StudyError(
            str(path),
            "a file that was changed or taken away after the run began",
            "the same files from beginning to end",
            "start the run again",
        )
    table = CodingsGiven.read(path)
    trimmed = {name: table[name].str.strip() for name in ("coder", "interview", "code")}
    return table.assign(**trimmed, file=path.name, row=range(2, len(table) + 2))


def check_given(
    given: pd.DataFrame,
    codebook: Codebook,
    segments: pd.DataFrame,
    accepted: pd.DataFrame | None = None,
) -> None:
    """Check that each coding points at a segment, a version and a code that are there.

    Args:
        given: Codings with `file` and `row`.
        codebook: The framework and its history.
        segments: Rows of `Segments`, as spoken.
        accepted: Rows of `Frozen`: a segment that was there once is not unknown.

    Raises:
        StudyError: If an interview, segment, version or code is unknown or a coding stands
            twice; one error for each thing that is wrong, citing the first row and how many more.
        StudyErrors: If there are several.
    """
    known = set(segments["interview"])
    last = segments.groupby("interview")["segment"].max()
    once = segments if accepted is None else pd.concat([segments, accepted], join="inner")
    places = pd.MultiIndex.from_frame(once[["interview", "segment"]])
    has_interview = given["interview"].isin(known)
    has_segment = pd.MultiIndex.from_frame(given[["interview", "segment"]]).isin(places)
    has_version = given["codebook_version"].isin(list(codebook.by_number))
    pairs = [(version.number, code) for version in codebook.versions for code in version.codes]
    has_code = pd.MultiIndex.from_frame(given[["codebook_version", "code"]]).isin(pairs)
    raise_all(
        [
            *_told(given[given["coder"].str.contains("|", regex=False)], ["coder"], _bad_coder),
            *_told(given[~has_interview], ["interview"], lambda row: _no_interview(row, known)),
            *_told(
                given[has_interview & ~has_segment],
                ["interview", "segment"],
                lambda row: _no_segment(row, int(last[row["interview"]])),
            ),
            *_told(
                given[~has_version],
                ["codebook_version"],
                lambda row: _no_version(row, codebook),
            ),
            *_told(
                given[has_version & ~has_code],
                ["codebook_version", "code"],
                lambda row: _no_code(row, codebook),
            ),
            *_twice(given),
        ],
        TOLD,
    )


def _told(
    wrong: pd.DataFrame, by: list[str], tell: Callable[[pd.Series], tuple[str, str, str]]
) -> list[StudyError]:
    """One error per file and value, in order of rows."""
    errors = []
    for _, rows in wrong.groupby(["file", *by], sort=False):
        first = rows.iloc[0]
        more = f" and {len(rows) - 1} more rows" if len(rows) > 1 else ""
        found, expected, hint = tell(first)
        errors.append(
            StudyError(
                f"{FOLDER}, row {first['row']} ({shown(first['coder'])}){more}",
                found,
                expected,
                hint,
                private=" ".join([str(first["file"]), *(str(first[name]) for name in by)]),
            )
        )
    return errors


def _bad_coder(row: pd.Series) -> tuple[str, str, str]:
    return (
        f"the sign | in the coder of {shown(row['interview'])}, segment {row['segment']}",
        "one coder per row, without |",
        "two coders who agreed are the layer consensus; two who coded have a row each",
    )


def _no_interview(row: pd.Series, known: set[str]) -> tuple[str, str, str]:
    alike = {one.lower(): one for one in sorted(known)}
    near = get_close_matches(str(row["interview"]).lower(), list(alike), n=1)
    return (
        f"the interview {shown(row['interview'])}, which is not in the register",
        "an interview of data/private/interviews.csv",
        f"near it: {alike[near[0]]}" if near else "correct the id, or add the interview",
    )


def _no_segment(row: pd.Series, last: int) -> tuple[str, str, str]:
    return (
        f"segment {row['segment']} of {row['interview']}",
        f"a segment of {row['interview']}, which has 1 to {last}",
        "segments are counted over all speakers, interviewers too",
    )


def _no_version(row: pd.Series, codebook: Codebook) -> tuple[str, str, str]:
    numbers = ", ".join(str(number) for number in sorted(codebook.by_number))
    return (
        f"version {row['codebook_version']} of the codebook",
        f"one of the versions {numbers}",
        "data/codebook/history.yaml tells the versions",
    )


def _no_code(row: pd.Series, codebook: Codebook) -> tuple[str, str, str]:
    code, version = str(row["code"]), codebook.by_number[int(row["codebook_version"])]
    others = [str(each.number) for each in codebook.versions if code in each.codes]
    near = get_close_matches(code, version.codes, n=1) or get_close_matches(
        code.lower(), version.codes, n=1
    )
    hints = [f"near it: {near[0]}"] if near else []
    if others:
        hints.append(f"{code} stands in version {' and '.join(others)}")
    return (
        f"the code {shown(code)}",
        f"a code of version {version.number} of the codebook",
        "; ".join(hints)
        or f"version {version.number} has {len(version.codes)} codes; none is near",
    )


def _twice(given: pd.DataFrame) -> list[StudyError]:
    """One error per coding that stands more than once, whatever files it stands in."""
    errors = []
    for _, rows in given[given.duplicated(KEY, keep=False)].groupby(KEY, sort=False):
        row = rows.iloc[0]
        errors.append(
            StudyError(
                f"{FOLDER}, rows {' and '.join(str(one) for one in rows['row'])}"
                f" ({shown(row['coder'])})",
                f"the coding of {shown(row['interview'])}, segment {row['segment']}, with"
                f" {shown(row['code'])} {len(rows)} times",
                "each coding once per coder, layer and version",
                "take the second one out; memos can stand in one cell",
                private=" and ".join(rows["file"]),
            )
        )
    return errors


def shown(value: str) -> str:
    """Give an id as it is; a cell that is no id may be speech or a name and stays unsaid."""
    return value if re.fullmatch(r"[\w.:/-]{1,60}", value) else "(not an id)"
