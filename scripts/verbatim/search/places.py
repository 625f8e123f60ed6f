"""Every file of a study outside its private folders, and the search through it."""

import base64
import binascii
import getpass
import hashlib
import platform
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from verbatim.privacy import DEMONSTRATION
from verbatim.provenance import HOUSE
from verbatim.search.findings import PUBLIC, RECORDS, RESTRICTED, Finding
from verbatim.search.forms import Phrase
from verbatim.search.match import Hit, Seeker
from verbatim.search.names import Names
from verbatim.search.opened import pieces
from verbatim.search.views import views
from verbatim.search.words import tokens

CAPTIONS = HOUSE / "workflow" / "report"

SOFTWARE = {"conda", "conda-archive", "singularity", "pip-env"}
"""Folders of `.snakemake/` that hold programs, not records."""

QUOTING = ("7_report", "snakemake_report")
"""Public files that quote too, by a part of their path."""

RUNNING = (".snakemake", "logs")
"""Written by programs that also note machine, user and folders."""


@dataclass(frozen=True)
class Place:
    """One file to search.

    Attributes:
        path: Where it lies.
        shown: Its path in the study, or in the house.
        kind: One of `findings.PLACES`.
    """

    path: Path
    shown: str
    kind: str

    @property
    def quotes(self) -> bool:
        """Whether it quotes de-identified text, which has been checked by occurrence."""
        return self.kind == RESTRICTED or any(part in self.shown for part in QUOTING)


def everywhere(study: Path) -> Iterator[Place]:
    """Every file under results/, logs/, .snakemake/ and data/, private ones left out.

    So are the settings and the captions. A file that the workflow did not make is searched like
    any other, and so is the name of an empty folder or of what a link points at.
    """
    if (study / "config.yaml").is_file():
        yield Place(study / "config.yaml", "config.yaml", RECORDS)
    for root in ("data", "results", "logs", ".snakemake"):
        for path in sorted((study / root).rglob("*")):
            parts = path.relative_to(study).parts
            if "private" in parts or (root == ".snakemake" and parts[1] in SOFTWARE):
                continue
            if _is_list_of_the_demonstration(path):
                continue
            if path.is_file() or path.is_symlink() or not any(path.iterdir()):
                yield Place(path, "/".join(parts), _kind(parts))
    for path in sorted(CAPTIONS.glob("*.rst")):
        yield Place(path, f"workflow/report/{path.name}", RECORDS)


def _is_list_of_the_demonstration(path: Path) -> bool:
    """Say whether it is the list of the demonstration's transcripts, in a copy of it too."""
    if path.name != DEMONSTRATION.name or not path.is_file():
        return False
    return path.read_bytes() == (HOUSE / DEMONSTRATION).read_bytes()


def _kind(parts: tuple[str, ...]) -> str:
    if parts[0] != "results" or parts[1] == "provenance":
        return RECORDS
    return RESTRICTED if "restricted" in parts else PUBLIC


def state(path: Path) -> list[int]:
    """Length and date of a file; nothing where it cannot be reached."""
    try:
        found = path.stat()
    except OSError:
        return []
    return [found.st_size, found.st_mtime_ns]


@dataclass
class Search:
    """Searches files for names; the same bytes are searched once.

    Attributes:
        names: What is searched for.
        surviving: Names that de-identified text keeps, not searched for in what quotes it.
        clean: Contents that were searched for the same names before and found clean: SHA-256 and
            whether they quote, with the number of files inside.
        files: Files searched, those inside files too, by their path in the study.
        states: How each was when it was searched: length, date, SHA-256 and whether it quotes.
    """

    names: Names
    surviving: set[Phrase]
    clean: Mapping[tuple[str, bool], int] = field(default_factory=dict)
    files: dict[str, int] = field(default_factory=dict)
    states: dict[str, list[Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Build the two searches: for everything, and for what quotes."""
        self._anywhere = Seeker(self.names)
        self._quoting = Seeker(self.names.without(self.surviving))
        self._machine = _machine()
        self._met: dict[tuple[str, bool], _Met] = {
            content: _Met(many, []) for content, many in self.clean.items()
        }

    def findings(self, place: Place) -> list[Finding]:
        """Search one file, its name, and every file inside it.

        A file that vanishes meanwhile was another job's temporary one.
        """
        before = state(place.path)
        try:
            content = b"" if place.path.is_dir() else place.path.read_bytes()
        except FileNotFoundError:
            if not place.path.is_symlink():
                return []
            content = b""
        seeker = self._quoting if place.quotes else self._anywhere
        key = (hashlib.sha256(content).hexdigest(), place.quotes)
        if key not in self._met:
            self._met[key] = _met(content, seeker)
        met = self._met[key]
        self.files[place.shown] = met.files
        if before:
            self.states[place.shown] = [*before, *key]
        running = place.shown.startswith(RUNNING)
        shown = _readable(place.shown)
        if place.path.is_symlink():
            shown += f"\n{place.path.readlink()}"
        named = whole_names(self._anywhere.hits(shown))
        where = _masked(place.shown) if named else place.shown
        findings = [
            Finding(place.kind, where, hit.kind, f"{place.shown}: {' '.join(hit.words)}")
            for hit in named
        ]
        for inside, hit in met.hits:
            if running and hit.words and set(hit.words) <= self._machine:
                continue
            at = f"{where}, {self._member(inside)}" if inside else where
            kept = f"{' > '.join((place.shown, *inside))}: {' '.join(hit.words)}"
            findings.append(Finding(place.kind, at, hit.kind, kept))
        return findings

    def clean_now(self) -> Iterator[tuple[tuple[str, bool], int]]:
        """Contents without any name, the user's own in a log not excepted, as `clean` has them."""
        yield from ((key, met.files) for key, met in self._met.items() if not met.hits)

    def _member(self, inside: tuple[str, ...]) -> str:
        if self._anywhere.hits(_readable(" / ".join(inside))):
            return "a file inside it whose name is telling"
        return " > ".join(inside)


class _Met(NamedTuple):
    """What one content holds: how many files (itself, or those inside), and names by file."""

    files: int
    hits: list[tuple[tuple[str, ...], Hit]]


def _met(content: bytes, seeker: Seeker) -> _Met:
    inside: set[tuple[str, ...]] = set()
    found: list[tuple[tuple[str, ...], Hit]] = []
    for piece in pieces(content):
        inside.add(piece.inside)
        hits = {hit for text in piece.texts for view in views(text) for hit in seeker.hits(view)}
        named = [*([Hit("SEALED", ())] if piece.sealed else []), *whole_names(hits)]
        found.extend((piece.inside, hit) for hit in named)
    return _Met(max(1, len(inside)), found)


def whole_names(hits: Iterable[Hit]) -> list[Hit]:
    """Leave out names that are part of a longer one found with them, so that each is told once."""
    longest = sorted(set(hits), key=lambda hit: (-len(hit.words), hit.kind, hit.words))
    kept: list[Hit] = []
    for hit in longest:
        inside = f" {' '.join(hit.words)} "
        if not any(inside in f" {' '.join(other.words)} " for other in kept):
            kept.append(hit)
    return kept


def _readable(shown: str) -> str:
    """The path and, for a record of Snakemake's, the path of the file that it is about."""
    root, _, rest = shown.partition("/")
    folder, _, name = rest.partition("/")
    if root != ".snakemake" or folder not in {"metadata", "incomplete", "locks"}:
        return shown
    joined = "".join(part.removeprefix("@") for part in name.split("/"))
    try:
        about = base64.urlsafe_b64decode(joined + "=" * (-len(joined) % 4))
    except (binascii.Error, ValueError):
        return shown
    return f"{shown}\n{about.decode('utf-8', 'replace')}"


def _masked(shown: str) -> str:
    return f"a file in {shown.partition('/')[0]}/ whose name is telling"


def _machine() -> frozenset[str]:
    """Words that programs note about the machine they run on: folders, user, host."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        user = ""
    told = (Path.cwd(), HOUSE, Path.home(), sys.executable, user, platform.node())
    return frozenset(word for each in told for word in tokens(str(each)))
