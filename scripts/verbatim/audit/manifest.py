"""What a release says about itself: its files, its id, its sums."""

import csv
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verbatim.errors import StudyError
from verbatim.files import sha256

SCHEMA = 1
MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
RELEASES = Path("results/releases")
POINTER = Path("results/8_release/release.json")
TEXT = "restricted/2_deidentify/segments"
"""Folder of the de-identified text, which counts as a whole, however it is put into batches."""


@dataclass(frozen=True)
class Entry:
    """One file of a release, or one restricted file that stayed where it was.

    Attributes:
        path: In the release; of a restricted file, in `results/`.
        bytes: Its length.
        sha256: Hash of its bytes.
        counts: Whether it counts for the id.
    """

    path: str
    bytes: int
    sha256: str
    counts: bool


@dataclass(frozen=True)
class Manifest:
    """The manifest of a release, as read.

    Attributes:
        id: Id of the release.
        files: What it holds.
        restricted: What stayed with the study.
        text: Hash of the de-identified text as a whole.
        lock: Hash of the lock file.
        settings: The study's choices.
    """

    id: str
    files: tuple[Entry, ...]
    restricted: tuple[Entry, ...]
    text: str
    lock: str
    settings: dict[str, Any]

    @property
    def counted(self) -> list[tuple[str, str]]:
        """Path and hash of what the id is made of."""
        entries = [entry for entry in (*self.files, *self.restricted) if entry.counts]
        return [*((entry.path, entry.sha256) for entry in entries), (TEXT, self.text)]


def identity(counted: Iterable[tuple[str, str]]) -> str:
    """Give the id of a release: 16 hexadecimal digits.

    It is the beginning of the SHA-256 of one line per file, `<sha256>  <path>`, sorted by path,
    of all tables, texts and figures, restricted ones included. Times, commit, Snakemake's records
    and descriptions of the release are no part of it.
    """
    lines = [f"{digest}  {path}\n" for path, digest in sorted(set(counted))]
    return hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()[:16]


def entry(path: Path, shown: str, counts: bool) -> Entry:
    """Describe the file at `path`, to be listed as `shown`."""
    return Entry(shown, path.stat().st_size, sha256(path), counts)


def text_hash(batches: Iterable[Path]) -> str:
    """Hash the de-identified segments by interview, each in the order of speech.

    How a study is put into batches is no part of what people said, so it is no part of the id.
    """
    rows = []
    for batch in batches:
        with batch.open(encoding="utf-8", newline="") as handle:
            header, *lines = csv.reader(handle)
        at = header.index("interview")
        rows += [(line[at], line) for line in lines]
    spoken = sorted(rows, key=lambda one: one[0])
    said = json.dumps([line for _, line in spoken], ensure_ascii=False)
    return hashlib.sha256(said.encode("utf-8")).hexdigest()


def sums(digests: dict[str, str]) -> str:
    """One line per file of the release, sorted, as `sha256sum -c` reads it."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))


def read(release: Path) -> Manifest:
    """Read the manifest of the release in that folder.

    Raises:
        StudyError: If there is none, or it cannot be read.
    """
    try:
        content = json.loads((release / MANIFEST).read_text(encoding="utf-8"))
        return Manifest(
            id=content["id"],
            files=tuple(Entry(**one) for one in content["files"]),
            restricted=tuple(Entry(**one) for one in content["restricted"]),
            text=content["text"],
            lock=content["lock"],
            settings=content["settings"],
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StudyError(
            f"{release / MANIFEST}",
            "no manifest that can be read",
            "the manifest of a release",
            "name the folder of a release, as results/releases/<id>",
        ) from error


def newest(study: Path) -> str:
    """Give the id of the study's newest release.

    Raises:
        StudyError: If the study has none.
    """
    try:
        return str(json.loads((study / POINTER).read_text(encoding="utf-8"))["id"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StudyError(
            str(study / POINTER),
            "no release",
            "a study that has been run to its end, or the folder of a release",
            "`make study` makes the release",
        ) from error
