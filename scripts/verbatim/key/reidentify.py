"""The way back: tags become what was said, for whoever holds the key."""

import getpass
import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from verbatim import door, files
from verbatim.errors import StudyError, StudyErrors
from verbatim.key import held
from verbatim.tables import cells
from verbatim.tables.key import Reidentified

_TAG = re.compile(r"\[([^\[\]\n]{1,200})\]")
LIST = "reidentified.csv"


def run(study: Path, source: Path, target: Path, interview: str, reason: str) -> int:
    """Turn the tags of a file back, and print how many; give the exit code, 0 or 2."""
    try:
        source, target = (files.at_home(path).absolute() for path in (source, target))
        if (home := files.at_home(study)).is_dir():
            os.chdir(home)
        print(reidentified(source, target, interview, reason))
    except (StudyError, StudyErrors) as error:
        print("\n\n".join(door.messages(error, "reidentify")), file=sys.stderr)
        return 2
    return 0


def reidentified(source: Path, target: Path, interview: str, reason: str) -> str:
    """Write a copy of a file in which tags are what was said, and note that it was done.

    A table (CSV with the columns interview and text) needs no interview; where it has the column
    segment and its text is the study's own, what was said comes back letter by letter. In any
    other text a tag becomes the longest form by which its identity was called in the interview.

    Args:
        source: De-identified text.
        target: Where the copy goes: under a folder named private.
        interview: Id; for files that do not name it.
        reason: Why; it is noted with the time and the account in `reidentified.csv`.

    Returns:
        A line that says how many tags were turned back.

    Raises:
        StudyError: If the key does not open, the target is not private, or the file is no text.
    """
    path = held.path_of(held.chosen())
    if "private" not in target.parent.parts:
        expected = "a path under a folder named private"
        raise StudyError("--to", "another path", expected, "what comes back identifies people")
    if not reason.strip():
        raise StudyError("--reason", "none", "why the tags are turned back", "it is noted")
    key = Key(held.read(path))
    text = _read(source)
    if source.suffix.lower() == ".csv":
        back = _table(source, key)
    elif interview in key.tags:
        back = key.text(interview, text)
    else:
        raise StudyError(
            "--interview",
            "none, or one that the key does not have",
            "the id of the interview that the text is from, as P07",
            "numbers of tags count within an interview",
        )
    files.write_bytes(target, back.encode("utf-8"))
    target.chmod(0o600)
    _note(path.with_name(LIST), source, key, reason)
    unknown = f"; {key.unknown} in brackets are no tags of the key" if key.unknown else ""
    return f"{key.turned} tags turned back in {target}{unknown}"


class Key:
    """A key at work; counts what it turned back.

    Attributes:
        tags: By interview, what each tag stands for.
        places: By interview and segment, where tags stand and what was said there.
        turned: Tags turned back so far.
        unknown: Brackets that look like tags and are none of the key's.
    """

    def __init__(self, key: dict[str, Any]) -> None:
        self.turned = self.unknown = 0
        self.tags: dict[str, dict[str, str]] = {}
        self.places: dict[tuple[str, int], list[tuple[int, int, str]]] = {}
        for one in key["identities"]:
            longest = max(one["said"], key=lambda said: (len(said), said))
            for interview, tags in one["tags"].items():
                self.tags.setdefault(interview, {}).update(dict.fromkeys(tags, longest))
        for interview, segment, start, end, said in key["places"]:
            self.places.setdefault((interview, segment), []).append((start, end, said))

    def segment(self, interview: str, segment: int, text: str) -> str:
        """Turn a segment's text back: by place where it is the study's own, else by tag."""
        places = self.places.get((interview, segment), [])
        if not all(
            text[start : start + 1] == "[" and text[end - 1 : end] == "]"
            for start, end, _ in places
        ):
            return self.text(interview, text)
        for start, end, said in reversed(places):
            text = text[:start] + said + text[end:]
        self.turned += len(places)
        return text

    def text(self, interview: str, text: str) -> str:
        """Turn any text of an interview back."""
        known = self.tags.get(interview, {})

        def said(match: re.Match[str]) -> str:
            if match[1] in known:
                self.turned += 1
                return known[match[1]]
            self.unknown += bool(re.fullmatch(r"[A-Z_]+ \d+(?:: .*)?", match[1]))
            return match.group()

        return _TAG.sub(said, text)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise StudyError(
            "the file to turn back",
            "no text in UTF-8 at that path",
            "a CSV table, or a text file",
            "save documents as text first",
            private=str(path),
        ) from None


def _table(path: Path, key: Key) -> str:
    table: pd.DataFrame = cells.read(path, ["interview", "text"])
    if not {"interview", "text"} <= set(table.columns):
        raise StudyError(
            "the file to turn back", "a table without the columns interview and text", "both"
        )
    segments = table["segment"] if "segment" in table else [""] * len(table)
    table = table.assign(
        text=[
            key.segment(interview, int(number), text)
            if number.isdecimal()
            else key.text(interview, text)
            for interview, number, text in zip(
                table["interview"], segments, table["text"], strict=True
            )
        ]
    )
    return str(table.to_csv(index=False, lineterminator="\n"))


def _note(path: Path, source: Path, key: Key, reason: str) -> None:
    """Add a row to the list of files that were turned back."""
    before = Reidentified.read(path) if path.is_file() else Reidentified.without_rows()
    row = {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "who": getpass.getuser(),
        "file_hash": files.sha256(source),
        "tags": key.turned,
        "unknown": key.unknown,
        "reason": reason.strip(),
    }
    Reidentified.write(pd.concat([before, pd.DataFrame([row])], ignore_index=True), path)
