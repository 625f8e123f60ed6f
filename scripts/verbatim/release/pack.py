"""A release: copies of the public results under the name of their content, made whole or not."""

import json
import logging
import os
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from verbatim import files
from verbatim.audit import chain, manifest, verify
from verbatim.audit.manifest import MANIFEST, RELEASES, SUMS, Entry
from verbatim.disclose import gate
from verbatim.errors import StudyError, raise_all
from verbatim.release import crate, review, words
from verbatim.release.blind import blinded

RESULTS = Path("results")
RECORDS = RESULTS / "provenance"
UNFINISHED = ".new-"

MEND = "delete that file and run `make study` again"


@dataclass(frozen=True)
class Contents:
    """What a release is made from.

    Attributes:
        public: Public artefacts, as paths in the study.
        restricted: Restricted artefacts: only their hashes are released.
        rules: The workflow's rule files, as paths in the release and where they lie.
        settings: The study's choices.
        lock: Hash of the lock file.
        records: Provenance records behind the artefacts, each with the `name` of its job.
    """

    public: list[Path]
    restricted: list[Path]
    rules: dict[str, Path]
    settings: dict[str, Any]
    lock: str
    records: list[dict[str, Any]]

    @property
    def counted(self) -> list[Entry]:
        """Public artefacts and restricted ones, which the id is made of; but for the text."""
        public = [manifest.entry(path, _inside(path), counts=True) for path in sorted(self.public)]
        return [*public, *(entry for entry in self.withheld if entry.counts)]

    @property
    def withheld(self) -> list[Entry]:
        """Restricted artefacts; of the text each batch is listed and the whole is counted."""
        return [
            manifest.entry(path, _inside(path), counts=not _is_text(path))
            for path in sorted(self.restricted)
        ]

    @property
    def text(self) -> str:
        """Hash of the de-identified text."""
        return manifest.text_hash(sorted(filter(_is_text, self.restricted)))


def check(contents: Contents, leaks: pd.DataFrame) -> None:
    """Refuse what must not be released.

    Raises:
        StudyError: If the search found an identifier, participants are too easily told apart for
            what the study requires, questions of the review are open, or an artefact has no record
            of how it was made, or is no longer as it was made.
        StudyErrors: If there are several.
    """
    gate.check(contents.settings["disclose"])
    found = int(leaks["findings"].sum())
    if found:
        raise StudyError(
            "results/8_release/leaks.csv",
            f"{found} findings",
            "none: a release holds no identifier",
            "take them out where they come from and run the study again",
        )
    review.check(contents.settings, contents.public)
    made: dict[str, set[str]] = {}
    for record in contents.records:
        for path, digest in record["outputs"].items():
            made.setdefault(path, set()).add(digest)
    raise_all(
        [
            _unmade(path, path.as_posix() in made)
            for path in [*contents.public, *contents.restricted]
            if files.sha256(path) not in made.get(path.as_posix(), set())
        ]
    )


def pack(contents: Contents, study: Path, now: datetime | None = None) -> dict[str, Any]:
    """Make the release in `results/releases/<id>/`, unless it is there already.

    It is written aside and moved into place whole; what a killed run left behind is removed. A
    release that exists is verified and left as it is.

    Returns:
        What `release.json` says: id, path, and each file that counts with bytes and hash. Nothing
        in it depends on time, folder or commit.

    Raises:
        StudyError: If a release of this id exists and is damaged.
    """
    counted, text = contents.counted, contents.text
    lines = [*((entry.path, entry.sha256) for entry in counted), (manifest.TEXT, text)]
    identity = manifest.identity(lines)
    home = study / RELEASES
    home.mkdir(parents=True, exist_ok=True)
    for left in home.glob(f"{UNFINISHED}*"):
        shutil.rmtree(left)
    logging.info("%d files count for the id %s", len(counted), identity)
    if (home / identity).exists():
        _check_existing(home / identity)
        logging.info("the release exists and is as it was made")
    else:
        aside = home / f"{UNFINISHED}{identity}"
        _write(contents, identity, aside, now or datetime.now(UTC))
        _to_disk(aside)
        aside.replace(home / identity)
        _sync(home)
    return {
        "id": identity,
        "path": (RELEASES / identity).as_posix(),
        "files": [asdict(entry) for entry in counted],
        "text": text,
        "lock": contents.lock,
        "schema": manifest.SCHEMA,
    }


def read_records(folder: Path, artefacts: Iterable[Path]) -> list[dict[str, Any]]:
    """Read the records behind these artefacts; those of jobs that no longer exist are left out."""
    held = chain.records(folder)
    wanted: set[int] = set()
    makers = {path: record for record in held for path in record["outputs"]}
    todo = [path.as_posix() for path in artefacts]
    while todo:
        record = makers.get(todo.pop())
        if record is not None and id(record) not in wanted:
            wanted.add(id(record))
            todo.extend(record["inputs"])
    return [record for record in held if id(record) in wanted]


def _write(contents: Contents, identity: str, folder: Path, now: datetime) -> None:
    """Write every file of the release into `folder`; manifest and sums last."""
    for path in contents.public:
        _copy(path, folder / _inside(path))
    for name, path in contents.rules.items():
        _copy(path, folder / name)
    records = blinded(contents.records)
    for record in records:
        said = {key: value for key, value in record.items() if key != "name"}
        files.write_json(folder / "provenance" / f"{record['name']}.json", said)
    cautions = [*words.cautions(folder), *review.waiver(contents.settings)]
    files.write_text(folder / "README.md", words.readme(contents.settings, identity, cautions))
    files.write_text(folder / "CITATION.cff", words.citation(contents.settings, identity))
    withheld = contents.withheld
    crate.write(folder, contents.settings, records, withheld, now)
    counting = {_inside(path) for path in contents.public}
    listed = [
        manifest.entry(path, name, counts=name in counting)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for name in [path.relative_to(folder).as_posix()]
    ]
    files.write_json(
        folder / MANIFEST,
        {
            "schema": manifest.SCHEMA,
            "id": identity,
            "files": [asdict(entry) for entry in listed],
            "restricted": [asdict(entry) for entry in withheld],
            "text": contents.text,
            "lock": contents.lock,
            "settings": contents.settings,
        },
    )
    digests = {entry.path: entry.sha256 for entry in listed}
    digests[MANIFEST] = files.sha256(folder / MANIFEST)
    files.write_text(folder / SUMS, manifest.sums(digests))


def _copy(path: Path, to: Path) -> None:
    files.write_bytes(to, path.read_bytes())


def _inside(path: Path) -> str:
    """Path in the release: the room's folder and the file."""
    return path.relative_to(RESULTS).as_posix()


def _is_text(path: Path) -> bool:
    return path.parent == RESULTS / manifest.TEXT


def _unmade(path: Path, known: bool) -> StudyError:
    if known:
        return StudyError(
            path.as_posix(),
            "other bytes than were written: it was edited by hand",
            "each artefact as its rule wrote it",
            MEND,
        )
    return StudyError(
        path.as_posix(),
        "no record of how it was made",
        "a record of its rule in results/provenance/",
        MEND,
    )


def _check_existing(folder: Path) -> None:
    try:
        problems = verify.release(folder)
    except StudyError:
        problems = [f"{MANIFEST}: missing"]
    if problems:
        shown = (RELEASES / folder.name).as_posix()
        raise StudyError(
            f"{shown}/{problems[0].partition(':')[0]}",
            "; ".join(problems[:5]) + (f"; and {len(problems) - 5} more" if problems[5:] else ""),
            "the release as it was made",
            f"delete the folder {shown} and run `make study` again",
        )


def _to_disk(folder: Path) -> None:
    """See to it that names, not only bytes, are on disk before the folder gets its own."""
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            _sync(path)
    _sync(folder)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def as_text(pointer: dict[str, Any]) -> str:
    """`release.json` as it is written."""
    return json.dumps(pointer, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
