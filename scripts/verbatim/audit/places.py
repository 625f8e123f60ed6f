"""Where a reviewer stands: in a study, or with a release in hand; and what may be read there."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from verbatim.audit import chain, manifest
from verbatim.audit.manifest import MANIFEST, RELEASES
from verbatim.errors import StudyError
from verbatim.files import sha256

Row = dict[str, str]

FIGURES = ("themes", "groups", "saturation", "presence", "agreement", "quality", "recall")


@dataclass
class Place:
    """A study or a release, and the tables that can be read from there.

    Attributes:
        public: Folder with the rooms of public results: `results/` or a release.
        study: Folder of the study; None where a release lies by itself.
        released: Whether `public` is a release.
        missing: What could not be read, in words, as it turns up.
    """

    public: Path
    study: Path | None
    released: bool
    missing: list[str] = field(default_factory=list)

    def table(self, name: str) -> list[Row]:
        """Rows of a public table, as 6_compare/themes.csv; none where it is not there."""
        return self._rows(self.public / name, name)

    def restricted(self, name: str) -> list[Row]:
        """Rows of a restricted table, or of all tables of a restricted folder."""
        if self.study is None:
            self.miss(f"restricted/{name}: not part of a release; ask the study's team")
            return []
        path = self.study / "results" / "restricted" / name
        paths = sorted(path.glob("*.csv")) if path.is_dir() else [path]
        rows = [row for each in paths for row in self._rows(each, f"results/restricted/{name}")]
        if not rows and path.is_dir():
            self.miss(f"results/restricted/{name}: empty or not readable from here")
        return rows

    def private(self, path: str) -> list[Row]:
        """Rows of a private table, where this reader may see it."""
        if self.study is None:
            self.miss(f"{path}: private")
            return []
        return self._rows(self.study / path, path)

    def miss(self, what: str) -> None:
        """Note once that something could not be read."""
        if what not in self.missing:
            self.missing.append(what)

    @cached_property
    def records(self) -> list[dict[str, Any]]:
        """Provenance records: of the release, or of the study as it is now."""
        return chain.records(self.public / "provenance")

    @cached_property
    def segments(self) -> dict[tuple[str, str], Row]:
        """Rows of the de-identified segments by interview and number."""
        rows = self.restricted("2_deidentify/segments")
        return {(row["interview"], row["segment"]): row for row in rows}

    def params(self, rule: str) -> dict[str, Any]:
        """Named parameters with which a rule ran; empty where no record tells."""
        for record in self.records:
            if record["rule"] == rule:
                return dict(record["params"])
        return {}

    def changed(self, hashes: dict[str, str]) -> list[str]:
        """Files of the study that are no longer as the records have them.

        A release's hashes of private files are blinded, so these cannot be compared.
        """
        if self.study is None:
            return []
        return [
            name
            for name, digest in sorted(hashes.items())
            if (path := self._now(name)) is not None and path.is_file() and sha256(path) != digest
        ]

    def _now(self, name: str) -> Path | None:
        if name.startswith("house:") or self.study is None:
            return None
        if self.released and "private" in Path(name).parts:
            return None
        inside = name.removeprefix("results/")
        if self.released and not inside.startswith(("private/", "restricted/", "data/")):
            return self.public / inside
        return self.study / name

    def _rows(self, path: Path, shown: str) -> list[Row]:
        try:
            with path.open(encoding="utf-8-sig", newline="") as handle:
                return list(csv.DictReader(handle))
        except FileNotFoundError:
            self.miss(f"{shown}: not there")
        except (PermissionError, NotADirectoryError):
            self.miss(f"{shown}: not readable from here")
        except (UnicodeDecodeError, csv.Error):
            self.miss(f"{shown}: not a table")
        return []


def find(target: str, here: Path) -> tuple[Place, Path]:
    """Find a figure by its path or by its stem, as themes.

    Returns:
        The place to read from, and the figure's path in it without its ending, as
        6_compare/themes.

    Raises:
        StudyError: If there is no such figure.
    """
    path = (here / target).resolve()
    if "/" in target or path.suffix in {".svg", ".png", ".pdf", ".csv"}:
        for folder in path.parents:
            if (folder / MANIFEST).is_file() or folder.name == "results":
                place = _place(folder)
                inside = path.relative_to(folder).with_suffix("")
                if _drawn(place.public / inside):
                    return place, inside
    for place in _around(here.resolve()):
        stem = Path(target).stem
        for table in sorted(place.public.glob(f"[0-9]_*/{stem}.csv")):
            if _drawn(table.with_suffix("")):
                return place, table.relative_to(place.public).with_suffix("")
    raise StudyError(
        target,
        "no such figure here",
        f"the path of a figure, or one of {', '.join(_known(here) or FIGURES)}",
        "run it in the folder of a study that was run to its end, or in that of a release",
    )


def _drawn(path: Path) -> bool:
    return path.with_suffix(".csv").is_file() and any(
        path.with_suffix(suffix).is_file() for suffix in (".svg", ".png", ".pdf")
    )


def _known(here: Path) -> list[str]:
    return sorted(
        {
            table.stem
            for place in _around(here.resolve())
            for table in place.public.glob("[0-9]_*/*.csv")
            if _drawn(table.with_suffix(""))
        }
    )


def _around(here: Path) -> Iterator[Place]:
    """The place that a folder is in, if it is in any."""
    for folder in (here, *here.parents):
        if (folder / MANIFEST).is_file() or (
            folder.name == "results" and (folder / "provenance").is_dir()
        ):
            yield _place(folder)
            return
        if (folder / "results" / "provenance").is_dir():
            yield _place(folder / "results")
            return


def _place(public: Path) -> Place:
    """The place whose public results lie in this folder.

    Restricted results of a study are read beside a release only where they are those that the
    release was made from.
    """
    if not (public / MANIFEST).is_file():
        return Place(public, public.parent, released=False)
    place = Place(public, None, released=True)
    if public.parent.parts[-2:] == RELEASES.parts:
        study = public.parents[2]
        listed = manifest.read(public).restricted
        if all(_same(study / "results" / each.path, each.sha256) for each in listed):
            place.study = study
        else:
            place.miss("results/restricted: no longer what this release was made from")
    return place


def _same(path: Path, digest: str) -> bool:
    try:
        return sha256(path) == digest
    except OSError:
        return False
