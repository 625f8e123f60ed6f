"""The transcripts of a new study: brought into its folder, read once, told apart."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from verbatim import files
from verbatim.ingest.labels import ALL
from verbatim.ingest.readers import READERS
from verbatim.ingest.unreadable import Unreadable
from verbatim.ingest.voices import Heard, heard
from verbatim.register import TRANSCRIPTS, is_litter

LARGEST, BEGINNING = 200_000_000, 4096
"""Bytes of a file that may be a transcript, and of what is read of any other."""

ABOUT = re.compile(
    r"^read.?me|licen[cs]e|consent|(?:topic|interview|discussion)[ _-]?guide|schedule|code.?book"
    r"|information[ _-]?sheet|protocol|questionnaire|metadata|changelog",
    re.IGNORECASE,
)
"""Names of files that lie beside transcripts."""


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
    """
    found = Gathered()
    own = study / TRANSCRIPTS
    lying = [path for path in transcripts(own) if path.parent == own]
    hashes = {files.sha256(path) for path in lying if path.name in known and path.is_file()}
    interviews = {_interview(name) for name in known}
    for path in _in_order([*lying, *(transcripts(source) if source else ())]):
        try:
            _check_file(path)
            if path.name in known or path.name in found.heard:
                _check_same(path, own / path.name)
                continue
            data = _content(path)
            digest = hashlib.sha256(data).hexdigest()
            _check_new(digest in hashes, _interview(path.name) in interviews)
            found.heard[path.name] = _held(data, path.name)
        except Unreadable as error:
            at = f" ({error.place})" if error.place else ""
            name = (
                path.name if path.name not in found.unread else str(path.relative_to(source or own))
            )
            found.unread[name.encode("utf-8", "replace").decode()] = (
                f"{error.found}{at}",
                error.hint or error.expected,
            )
            continue
        hashes.add(digest)
        interviews.add(_interview(path.name))
        if path.parent != own:
            files.write_bytes(own / path.name, data)
            found.brought += 1
    return found


def _check_file(path: Path) -> None:
    """Let only files pass: to open a pipe would be to wait for ever.

    Raises:
        Unreadable: If it is something else, which a person may take for a transcript.
    """
    if path.is_symlink() and not path.exists():
        raise Unreadable(
            "a link to a file that is not there", "a file", "put the file itself in its place"
        )
    if path.is_dir():
        is_link = path.is_symlink()
        raise Unreadable(
            "a link to a folder" if is_link else "a folder that cannot be opened",
            "a folder",
            "nothing in it was looked at: "
            + ("put the folder itself in its place" if is_link else "see whose it is"),
        )
    if not path.is_file():
        raise Unreadable("no file but a pipe or a device", "a file", "take it out of the folder")


def _content(path: Path) -> bytes:
    """Read a file that may be a transcript; of any other, which may be a film, only how it begins.

    Raises:
        Unreadable: If the file cannot be read, or is larger than a transcript is.
    """
    is_transcript = path.suffix.lower() in READERS
    try:
        path.name.encode("utf-8")
        if is_transcript and path.stat().st_size > LARGEST:
            raise Unreadable("a file too large for a transcript", "one of at most 200 MB")
        with path.open("rb") as opened:
            return opened.read() if is_transcript else opened.read(BEGINNING)
    except UnicodeEncodeError as error:
        raise Unreadable(
            "a file name that is not written in UTF-8", "a name in UTF-8", "name the file anew"
        ) from error
    except OSError as error:
        raise Unreadable(
            "a file that cannot be opened", "one that this account may read", "see whose it is"
        ) from error


def _held(data: bytes, name: str) -> Heard:
    """Say what a transcript holds.

    Raises:
        Unreadable: If it cannot be read, or neither its name nor its text is a transcript's.
    """
    held = heard(data, name)
    if [one.label for one in held.voices] == [ALL] and ABOUT.search(PurePath(name).stem):
        raise Unreadable(
            "a text that says nowhere who speaks, with the name of one about a study",
            "a transcript",
            "if it is one, give the file another name and run again",
        )
    return held


def _check_same(path: Path, own: Path) -> None:
    """Let a file pass that is in the study already, not another one of that name."""
    if path != own and own.is_file() and files.sha256(own) != files.sha256(path):
        raise Unreadable(
            "another content than the file of that name in the study, which was left as it is",
            "a name of its own",
            "if it is another interview, give it another name and run again; if it is a corrected "
            "one, put it into data/private/transcripts/ yourself",
        )


def _check_new(is_copy: bool, is_format: bool) -> None:
    if is_copy:
        raise Unreadable("the very content of another file", "each interview once")
    if is_format:
        raise Unreadable(
            "the name of another transcript with another ending",
            "each interview once",
            "if it is another interview, give it another name and run again; if it is the same "
            "one, keep the one of the two that has the better text",
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


def transcripts(source: Path) -> Iterator[Path]:
    """Yield what may be a transcript in a folder and those inside it, or may hide one."""
    for path in source.rglob("*"):
        is_looked_into = (
            path.is_dir() and not path.is_symlink() and os.access(path, os.R_OK | os.X_OK)
        )
        if not is_looked_into and not any(map(is_litter, path.relative_to(source).parts)):
            yield path
