"""From a mark in a figure to its row, the codings, the quotations, the transcripts, the code."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from verbatim.audit import chain, pictures
from verbatim.audit.behind import codings_behind
from verbatim.audit.chain import Chain
from verbatim.audit.marks import Mark, marks, named
from verbatim.audit.places import Place, Row, find
from verbatim.errors import StudyError
from verbatim.files import sha256


@dataclass
class Picture:
    """The figure and the table it was drawn from.

    Attributes:
        name: Stem, as themes.
        title: Title of the figure.
        files: Hash of each of its files.
        table: Path of the table.
        table_sha256: Its hash now.
        drawn_from: Hash of the table that the figure says it was drawn from.
    """

    name: str
    title: str
    files: dict[str, str]
    table: str
    table_sha256: str
    drawn_from: str

    @property
    def intact(self) -> bool:
        """Whether the figure was drawn from the table as it is now."""
        return self.drawn_from == self.table_sha256


@dataclass
class Quoted:
    """One coding with the words it stands on.

    Attributes:
        coding: Row of the coding: coder, layer, code, version, origin, date.
        segment: Row of the de-identified segment; None where it may not be read.
        transcript: Hash of the transcript; empty where it may not be read.
    """

    coding: Row
    segment: Row | None
    transcript: str


@dataclass
class Trace:
    """Everything that stands behind a mark; without a mark, behind the figure."""

    picture: Picture
    mark: Mark | None
    group: str
    can_be_marked: list[Mark]
    rows: list[Row]
    about: list[str]
    quoted: list[Quoted]
    chain: Chain
    changed: list[str]
    missing: list[str] = field(default_factory=list)


def trace(target: str, here: Path, mark: str = "", group: str = "") -> Trace:
    """Walk from a figure, or from one mark in it, to what stands behind it.

    Args:
        target: Path of the figure, or its stem.
        here: Folder of the reviewer.
        mark: Name or id of a theme, subtheme, code, interview or kind of identifier.
        group: Group of participants, where the figure shows groups.

    Raises:
        StudyError: If there is no such figure, mark or group.
    """
    place, inside = find(target, here)
    picture = _picture(place, inside)
    table = place.table(f"{inside.as_posix()}.csv")
    known = marks(table, place.table("4_code/codebook.csv"))
    steps = chain.behind(_in_study(place, inside), place.records)
    if not place.records:
        place.miss("provenance records: none here")
    one = named(mark, known, target) if mark else None
    rows = [row for row in table if one is None or _fits(row, one)]
    if group:
        rows = _of_group(rows, group, target)
    about, codings = (
        ([], []) if one is None else codings_behind(place, inside.name, one, rows, group)
    )
    hashes = {name: digest for step in steps.steps for name, digest in step.outputs.items()}
    return Trace(
        picture=picture,
        mark=one,
        group=group,
        can_be_marked=known,
        rows=rows,
        about=about,
        quoted=_quoted(place, codings),
        chain=steps,
        changed=place.changed({**steps.brought, **hashes}),
        missing=place.missing,
    )


def _in_study(place: Place, inside: Path) -> str:
    """Path under which the records know the figure, by any of its endings."""
    outputs = {name for record in place.records for name in record["outputs"]}
    names = [f"results/{inside.with_suffix(suffix).as_posix()}" for suffix in pictures.SUFFIXES]
    return next((name for name in names if name in outputs), names[0])


def _picture(place: Place, inside: Path) -> Picture:
    paths = [place.public / inside.with_suffix(suffix) for suffix in pictures.SUFFIXES]
    files = [path for path in paths if path.is_file()]
    said = {pictures.source(path).get("table", "") for path in files}
    table = place.public / inside.with_suffix(".csv")
    root = "" if place.released else "results/"
    return Picture(
        name=inside.name,
        title=pictures.title(files[0]),
        files={
            f"{root}{path.relative_to(place.public).as_posix()}": sha256(path) for path in files
        },
        table=f"{root}{inside.with_suffix('.csv').as_posix()}",
        table_sha256=sha256(table),
        drawn_from=said.pop() if len(said) == 1 else "",
    )


def _fits(row: Row, mark: Mark) -> bool:
    if "id" in row:
        return (row["level"], row["id"]) == (mark.kind, mark.id)
    return row.get(mark.kind) == mark.id


def _of_group(rows: list[Row], asked: str, target: str) -> list[Row]:
    """Rows of one group, or of one interview where the figure has a column per interview."""
    column = "group" if rows and "group" in rows[0] else "interview"
    known = list(dict.fromkeys(row.get(column, "") for row in rows))
    choices = [Mark(column, each, each) for each in known if each]
    if not choices:
        raise StudyError(
            target, f"the group {asked!r}", "a figure that shows groups", "leave out --group"
        )
    wanted = named(asked, choices, target).id
    return [row for row in rows if row[column] == wanted]


def _quoted(place: Place, codings: Iterable[Row]) -> list[Quoted]:
    codings = list(codings)
    if not codings:
        return []
    segments = place.segments
    dates = {row["coding"]: row["date"] for row in place.restricted("4_code/codings.csv")}
    hashes = {row["interview"]: "" for row in codings}
    for interview in hashes:
        hashes[interview] = _transcript(place, interview)
    spoken = {place: at for at, place in enumerate(segments)}

    def order(row: Row) -> tuple[str, int, int, str]:
        at = spoken.get((row["interview"], row["segment"]), 0)
        return row["interview"], at, int(row["segment"]), row["code"]

    return [
        Quoted(
            coding={**row, "date": dates.get(row["coding"], "")},
            segment=segments.get((row["interview"], row["segment"])),
            transcript=hashes[row["interview"]],
        )
        for row in sorted(codings, key=order)
    ]


def _transcript(place: Place, interview: str) -> str:
    """Hash of an interview's transcript, from its private ticket."""
    if place.study is not None:
        ticket = place.study / f"results/private/1_ingest/tickets/{interview}.json"
        try:
            return str(json.loads(ticket.read_text(encoding="utf-8"))["sha256"])
        except (OSError, ValueError, KeyError):
            pass
    place.miss("results/private: not readable from here, so no hashes of transcripts")
    return ""
