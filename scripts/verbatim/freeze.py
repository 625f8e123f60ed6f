"""Freezing: what a team has looked at becomes what later readings are held against."""

import os
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pandas as pd

from verbatim import door, files, frozen, lock, privacy
from verbatim.audit.chain import records
from verbatim.errors import StudyError, StudyErrors, raise_all
from verbatim.files import sha256, text_hash
from verbatim.opening import TICKETS
from verbatim.register import REGISTER, Ticket, read_ticket
from verbatim.tables.base import Table
from verbatim.tables.frozen import Freezes, Frozen
from verbatim.tables.ingest import Segments

RECORDS = Path("results/provenance")
RULE = "ingest_read"
FIRST = "run `make study`, look at what was read, then freeze it"


def run(study: Path, interviews: Collection[str]) -> int:
    """Freeze, and print what was frozen or what is in the way; give the exit code, 0 or 2."""
    try:
        print("\n".join(frozen_now(study, interviews)))
    except (StudyError, StudyErrors) as error:
        problem: StudyError | StudyErrors = error
    except OSError as error:
        if not door.is_of_the_machine(error):
            raise
        problem = door.of_the_machine(error)
    else:
        return 0
    print("\n\n".join(door.messages(problem, "freeze")), file=sys.stderr)
    return 2


def frozen_now(study: Path, interviews: Collection[str]) -> list[str]:
    """Freeze what the last run read, in `study`.

    Text, numbers and hashes of the segments go to `data/private/frozen/`, one file an interview,
    with what they were read from and by what. What was frozen before and is no more is kept there
    as an earlier text: its number is never given again, and codings can be re-anchored by it.
    The same segments give the same bytes; a file that would not change is not written.

    Args:
        study: Folder of the study.
        interviews: Ids; none for all that were read.

    Returns:
        What was done, one line an interview.

    Raises:
        StudyError: If an interview was not read, or a transcript has changed since.
        StudyErrors: If there are several.
    """
    study = files.at_home(study)
    _check_folder(study)
    os.chdir(study)
    privacy.close(Path())
    with lock.held(Path()):
        read = _read()
        if "" in interviews:
            raise StudyError("INTERVIEWS", "a comma without an id beside it", *_ids(read))
        raise_all([_unread(one, read) for one in sorted(set(interviews) - set(read))])
        chosen = {one: read[one] for one in sorted(interviews or read)}
        raise_all([error for one in chosen for error in _stale(one, chosen[one])])
        return _frozen(chosen)


def _check_folder(study: Path) -> None:
    """Let only a study pass that has run, so that nothing is written into any other folder.

    Raises:
        StudyError: If it is another folder, or nothing was read yet.
    """
    if not (study / REGISTER).is_file():
        found = f"no {REGISTER}" if study.is_dir() else "no such folder"
        raise StudyError(str(study), found, "the folder of a study, as in STUDY=path", FIRST)
    if not (study / RECORDS).is_dir():
        raise _nothing_read()


def _nothing_read() -> StudyError:
    return StudyError("this study folder", "nothing that was read yet", "a run before", FIRST)


def _read() -> dict[str, dict[str, Any]]:
    """The record of the reading by which each interview was read last."""
    found = {
        Path(name).stem: record
        for record in records(RECORDS)
        if record["rule"] == RULE
        for name in record["inputs"]
        if name.startswith(TICKETS)
    }
    if not found:
        raise _nothing_read()
    return found


def _unread(interview: str, read: Collection[str]) -> StudyError:
    found = "an interview that the last run did not read"
    return StudyError("INTERVIEWS", found, *_ids(read), private=interview)


def _ids(read: Collection[str]) -> tuple[str, str]:
    """What is expected of the ids, and a hint."""
    return (
        f"ids with commas between them, as {','.join(sorted(read)[:2])}",
        "compare them with data/private/interviews.csv; interviews without consent are not read; "
        "without INTERVIEWS all are frozen",
    )


def _stale(interview: str, record: dict[str, Any]) -> list[StudyError]:
    """Say whether what lies there is not what the last run read from what lies there."""
    hashes = {**record["inputs"], **record["outputs"]}
    read = (_path(interview), _segments(record))
    if all(_is_still(Path(name), hashes[name]) for name in read):
        ticket = _ticket(interview)
        if _is_still(ticket.transcript, ticket.sha256):
            return []
    return [
        StudyError(
            f"the transcript of {interview}",
            "a file, or segments of it, changed since the last run",
            "segments that somebody can have looked at",
            FIRST,
        )
    ]


def _is_still(path: Path, hashed: str) -> bool:
    return path.is_file() and sha256(path) == hashed


def _path(interview: str) -> str:
    return f"{TICKETS}/{interview}.json"


def _ticket(interview: str) -> Ticket:
    return read_ticket(Path(_path(interview)))


def _segments(record: dict[str, Any]) -> str:
    return next(str(name) for name in record["outputs"] if "/segments/" in name)


def _frozen(chosen: dict[str, dict[str, Any]]) -> list[str]:
    before = frozen.freezes(Path())
    said = Segments.read_all(sorted({_segments(record) for record in chosen.values()}))
    messages, rows = [], {one: _row(one, before[one]) for one in before}
    for interview, record in chosen.items():
        path = frozen.path_of(interview)
        accepted = frozen.accepted([path] if interview in before else [])
        now = remembered(said[said["interview"] == interview], accepted)
        changed = _write(Frozen, now, path)
        ticket = _ticket(interview)
        params = record["params"]
        rows[interview] = {
            "interview": interview,
            "transcript": ticket.sha256,
            "speakers": ticket.speakers,
            "settings": frozen.settings_text(params),
            "code": params["code"],
            "lock": params["lock"],
        }
        number = len(frozen.current(now))
        messages.append(f"{interview}: {number} segments {'frozen' if changed else 'as before'}")
    header = pd.DataFrame([rows[one] for one in sorted(rows)], columns=Freezes.column_names())
    _write(Freezes, header, frozen.HEADER)
    return messages


def _row(interview: str, freeze: frozen.Freeze) -> dict[str, str]:
    kept = {name: getattr(freeze, name) for name in frozen.FIELDS[1:]}
    return {"interview": interview, **kept}


def remembered(now: pd.DataFrame, accepted: pd.DataFrame) -> pd.DataFrame:
    """Rows of `Frozen`: what stands now, then what was accepted before and is no more."""
    current = now.assign(text_hash=now["text"].map(text_hash), state="current")
    key = ["segment", "text_hash"]
    stands = pd.MultiIndex.from_frame(current[key])
    gone = accepted[~pd.MultiIndex.from_frame(accepted[key]).isin(stands)]
    earlier = gone.assign(state="earlier").drop_duplicates(key).sort_values(key)
    return pd.concat([current, earlier] if len(earlier) else [current], ignore_index=True)


def _write(kind: type[Table], table: pd.DataFrame, path: Path) -> bool:
    """Write a table unless the file has these bytes, so that nothing re-runs for its date."""
    aside = path.with_suffix(".new")
    kind.write(table, aside)
    if path.is_file() and path.read_bytes() == aside.read_bytes():
        aside.unlink()
        return False
    aside.replace(path)
    return True
