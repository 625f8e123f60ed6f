"""The transcripts of a new study: brought into its folder, read once, told apart."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from verbatim import files
from verbatim.errors import StudyError
from verbatim.ingest.readers import READERS
from verbatim.ingest.unreadable import Unreadable
from verbatim.ingest.voices import Heard, heard
from verbatim.register import TRANSCRIPTS, is_litter


@dataclass
class Gathered:
    """What was found.

    Attributes:
        heard: What each readable file holds, by its name, in a stable order.
        unread: Why a file is none of the study's transcripts, by its name: what was found, and
            what to do.
        brought: How many files were copied into the study.
    """

    heard: dict[str, Heard] = field(default_factory=dict)
    unread: dict[str, tuple[str, str]] = field(default_factory=dict)
    brought: int = 0


def gather(study: Path, source: Path | None, known: set[str]) -> Gathered:
    """Read the transcripts that no row of the register names yet.

    Args:
        study: Folder of the study.
        source: Folder to copy transcripts from, those in folders inside it too; none: only what
            lies in the study already.
        known: Names of files that have a row.

    Returns:
        What they hold. Of a file that cannot be read nothing is copied.

    Raises:
        StudyError: If the folder to copy from is not there.
    """
    found = Gathered()
    own = study / TRANSCRIPTS
    lying = [] if not own.is_dir() else [path for path in own.iterdir() if path.is_file()]
    content = {path.name: path.read_bytes() for path in lying if path.name in known}
    hashes = {hashlib.sha256(one).hexdigest() for one in content.values()}
    interviews = {_interview(name) for name in known}
    for path in _in_order([*lying, *_files(source)]):
        data = path.read_bytes()
        if path.name in known or path.name in found.heard:
            own_path = own / path.name
            if path != own_path and own_path.is_file() and own_path.read_bytes() != data:
                found.unread[path.name] = TWICE
            continue
        digest = hashlib.sha256(data).hexdigest()
        interview = _interview(path.name)
        if digest in hashes:
            found.unread[path.name] = ("the very content of another file", "one of the two goes")
            continue
        if interview in interviews:
            found.unread[path.name] = FORMATS
            continue
        try:
            found.heard[path.name] = heard(data, path.name)
        except Unreadable as error:
            at = f" ({error.place})" if error.place else ""
            found.unread[path.name] = (f"{error.found}{at}", error.hint or error.expected)
            continue
        hashes.add(digest)
        interviews.add(interview)
        if path.parent != own:
            files.write_bytes(own / path.name, data)
            found.brought += 1
    return found


TWICE = (
    "another content than the file of that name in the study, which was left as it is",
    "if it is another interview, give it another name and run again; if it is a corrected one, "
    "put it into data/private/transcripts/ yourself",
)
FORMATS = (
    "the name of another transcript with another ending",
    "if it is another interview, give it another name and run again; if it is the same one, "
    "keep the one of the two that has the better text",
)


def natural(name: str) -> tuple[tuple[tuple[int, int | str], ...], str]:
    """Key that puts P2 before P10, whatever the case."""
    parts = re.split(r"(\d+)", name.casefold())
    return tuple((0, int(one)) if one.isdecimal() else (1, one) for one in parts if one), name


def _in_order(paths: Iterable[Path]) -> list[Path]:
    """By name; of one interview in two formats, the one that the table of readers has first."""
    order = list(READERS)

    def rank(path: Path) -> tuple[object, ...]:
        ending = path.suffix.lower()
        place = order.index(ending) if ending in order else len(order)
        return (natural(path.stem), place, natural(path.name), str(path))

    return sorted(paths, key=rank)


def _interview(name: str) -> str:
    return PurePath(name).stem.casefold()


def _files(source: Path | None) -> Iterator[Path]:
    if source is None:
        return
    if not source.is_dir():
        raise StudyError(
            "FILES",
            "no such folder",
            "a folder with transcripts",
            "as in FILES=~/transcripts; a path with blanks stands between quotation marks",
            private=str(source),
        )
    for path in source.rglob("*"):
        if path.is_file() and not any(map(is_litter, path.relative_to(source).parts)):
            yield path
