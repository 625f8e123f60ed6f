"""What a team has accepted: text, segmentation and hash, under `data/private/frozen/`."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pandas as pd

from verbatim.errors import StudyError, raise_all
from verbatim.files import sha256, text_hash
from verbatim.tables.frozen import Freezes, Frozen

FOLDER = Path("data/private/frozen")
HEADER = FOLDER / "frozen.csv"
MEND = "`make freeze INTERVIEWS=…` writes it anew; an older state is in your team's backup"


@dataclass(frozen=True)
class Freeze:
    """What frozen segments were read from, and by what.

    Attributes:
        table: SHA-256 of the file of frozen segments.
        transcript: SHA-256 of the transcript.
        speakers: Hash of labels and participants, as `speakers_hash` gives it.
        settings: Settings of the room, as `settings_text` gives them.
        code: Fingerprint of the code.
        lock: Fingerprint of the packages.
    """

    table: str
    transcript: str
    speakers: str
    settings: str
    code: str
    lock: str

    def because(self, now: "Freeze") -> list[str]:
        """Say what is no longer as it was, in the words of the tables."""
        named = {
            "transcript": "transcript",
            "speakers": "register",
            "settings": "settings",
            "code": "program",
            "lock": "packages",
        }
        return [
            word for field, word in named.items() if getattr(self, field) != getattr(now, field)
        ]


FIELDS = [field.name for field in fields(Freeze)]


def speakers_hash(*labels: Iterable[str]) -> str:
    """Hash of the columns of the register that say who speaks, as twelve hexadecimal digits."""
    return text_hash(json.dumps([list(each) for each in labels], ensure_ascii=False))


def settings_text(params: Mapping[str, Any]) -> str:
    """Settings of a rule as JSON, without the fingerprints that stand beside them."""
    chosen = {name: value for name, value in params.items() if name not in {"code", "lock"}}
    return json.dumps(chosen, sort_keys=True, ensure_ascii=False)


def path_of(interview: str) -> Path:
    """Where the frozen segments of an interview lie in the study folder."""
    return FOLDER / f"{interview}.csv"


def freezes(study: Path) -> dict[str, Freeze]:
    """Read which interviews are frozen, and from what.

    Raises:
        StudyError: If a file of frozen segments is missing, or has no row in the header.
        StudyErrors: If there are several.
    """
    held = {path.stem for path in (study / FOLDER).glob("*.csv")} - {HEADER.stem}
    listed = Freezes.read(study / HEADER) if (study / HEADER).is_file() else Freezes.without_rows()
    raise_all(
        [
            StudyError(
                str(path_of(one) if one in held else HEADER),
                f"frozen segments of {one}, which frozen.csv does not list"
                if one in held
                else f"a row for {one}, whose frozen segments are not there",
                "one file of segments for each row of frozen.csv",
                MEND,
            )
            for one in sorted(held ^ set(listed["interview"]))
        ]
    )
    return {
        row["interview"]: Freeze(
            sha256(study / path_of(row["interview"])), *(row[name] for name in FIELDS[1:])
        )
        for row in listed.to_dict("records")
    }


def accepted(paths: str | Iterable[str | Path]) -> pd.DataFrame:
    """Read frozen segments of any number of interviews, as rows of `Frozen`.

    Raises:
        StudyError: If a file is no such table, or was changed by hand; names the row.
        StudyErrors: If there are several.
    """
    parts = []
    for path in [paths] if isinstance(paths, str) else paths:
        table = Frozen.read(path)
        raise_all(_broken(table, Path(path)), limit=3)
        parts.append(table)
    return pd.concat(parts, ignore_index=True) if parts else Frozen.without_rows()


def current(table: pd.DataFrame) -> pd.DataFrame:
    """Rows of `Frozen` that stand now, in reading order."""
    return table[table["state"] == "current"]


def strays(frozen: Collection[str], listed: Collection[str]) -> str:
    """Say how many frozen interviews the register no longer has; empty where there are none."""
    if not (lost := set(frozen) - set(listed)):
        return ""
    number = "1 interview" if len(lost) == 1 else f"{len(lost)} interviews"
    return (
        f"{FOLDER} still holds {number} that the register does not have; whoever withdrew is "
        "forgotten when the file, and its row in frozen.csv, are deleted"
    )


def _broken(table: pd.DataFrame, path: Path) -> list[StudyError]:
    """What only a hand can have done: the file is the study's memory, nobody edits it."""
    now = current(table)
    changed = table.index[table["text"].map(text_hash) != table["text_hash"]]
    twice = now.index[now["segment"].duplicated()]
    others = table.index[table["interview"] != path.stem]
    expected = "frozen segments as `make freeze` wrote them"
    return [
        StudyError(f"{path}, row {row + 2}", found, expected, MEND)
        for rows, found in (
            (changed, "a text that is not the one that was frozen"),
            (twice, "a segment that stands twice"),
            (others, "a segment of another interview"),
        )
        for row in rows
    ]
