"""The privacy law's check: no direct identifier of the study outside its private folders."""

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from verbatim.audit import manifest
from verbatim.groups import unknown_attribute
from verbatim.register import Ticket, read_ticket
from verbatim.search import occurrences
from verbatim.search.findings import (
    PLACES,
    PUBLIC,
    RECORDS,
    RESTRICTED,
    Finding,
    as_error,
)
from verbatim.search.forms import Phrase
from verbatim.search.names import Names, Public, gather
from verbatim.search.places import Search, everywhere
from verbatim.tables.deidentify import Identifiers, Offsets
from verbatim.tables.ingest import read_segments
from verbatim.tables.people import Participants, Roster

__all__ = ["Finding", "Known", "as_error", "check", "exempt", "read", "search"]

WHY = "let pass by the study's policy (privacy.{} in config.yaml)"


@dataclass(frozen=True)
class Known:
    """What a study knows about who is in it, and what of that it publishes.

    Attributes:
        spoken: Rows of `Segments` as spoken.
        public: The same, de-identified.
        identifiers: Rows of `Identifiers`.
        offsets: Rows of `Offsets`.
        tickets: Tickets of the interviews.
        roster: Rows of `Roster`.
        participants: Rows of `Participants`.
        codebook: Text of the published codebook.
        settings: The study's choices.
    """

    spoken: pd.DataFrame
    public: pd.DataFrame
    identifiers: pd.DataFrame
    offsets: pd.DataFrame
    tickets: list[Ticket]
    roster: pd.DataFrame
    participants: pd.DataFrame
    codebook: str
    settings: dict[str, Any]

    @cached_property
    def names(self) -> Names:
        """What is searched for.

        Raises:
            StudyError: If the policy publishes an attribute that participants do not have.
        """
        return _names(self)

    @cached_property
    def surviving(self) -> set[Phrase]:
        """Names that de-identified text keeps."""
        return occurrences.surviving(self.public, self.names)

    @property
    def published(self) -> list[str]:
        """Attributes whose values may stand in public results."""
        return list(self.settings["privacy"]["publish"])


def check(
    known: Known, study: Path, made: Iterable[Path], looking: Search | None = None
) -> tuple[pd.DataFrame, list[Finding]]:
    """Search the de-identified text by occurrence, and every other file for distinctive names.

    Args:
        known: What the study knows.
        study: Folder of the study.
        made: Artefacts of the workflow, public and restricted: only these are counted, since how
            many logs and records there are differs from run to run. Batches of text are not:
            interviews are.
        looking: A search for the names known that may spare what it knows to be clean.

    Returns:
        Rows of `LeakCheck`, and what was found.
    """
    names = known.names
    findings = occurrences.check(
        known.spoken, known.public, known.identifiers, known.offsets, names
    )
    looking = looking or Search(names, known.surviving)
    counted = {path.as_posix() for path in made}
    files: Counter[str] = Counter()
    for place in everywhere(study):
        own = place.kind if place.shown in counted else RECORDS
        findings += [replace(each, place=own) for each in looking.findings(place)]
        if not place.shown.startswith(f"results/{manifest.TEXT}/"):
            files[own] += looking.files.get(place.shown, 0)
    replaced = known.identifiers[known.identifiers["status"] == "replaced"]
    found = Counter(finding.place for finding in findings)
    logging.info(
        "%d names searched for in %d files; %d findings",
        len(names),
        sum(looking.files.values()),
        len(findings),
    )
    table = pd.DataFrame(
        {
            "place": PLACES,
            "files": pd.array(
                [known.public["interview"].nunique(), files[PUBLIC], files[RESTRICTED], None],
                dtype="Int64",
            ),
            "names": [replaced["text"].nunique(), *[len(names)] * 3],
            "findings": [found[place] for place in PLACES],
        }
    )
    return table, findings


def _names(known: Known) -> Names:
    for name in known.published:
        if name not in known.participants.columns:
            raise unknown_attribute(known.participants, "privacy.publish", name)
    return gather(
        known.identifiers,
        known.tickets,
        known.roster,
        known.participants.drop(columns=known.published),
        _public(known),
    )


def _public(known: Known) -> Public:
    """What of the settings, the codebook and the attributes is no secret."""
    values = known.participants[known.published].astype(str)
    study, groups = known.settings["study"], known.settings["groups"]
    grouped = [each.get("values", {}) for each in groups.values()]
    prose = [
        (name, each.get("title"), list(each.get("values", {}))) for name, each in groups.items()
    ]
    return Public(
        anybody=(*_strings(study["authors"]), *known.settings["privacy"]["let_pass"]),
        values=(
            *values.to_numpy().ravel(),
            *(text for each in grouped for texts in each.values() for text in texts),
        ),
        prose=(known.codebook, study["title"], study["description"], *_strings(prose)),
    )


def exempt(participants: pd.DataFrame, privacy: dict[str, Any]) -> pd.DataFrame:
    """List what is let pass: values of published attributes, and words of the policy's own.

    Args:
        participants: Rows of `Participants`.
        privacy: The study's choices under `privacy`.

    Returns:
        Rows of `Exempt`, in the order of the policy.
    """
    published, words = privacy["publish"], privacy["let_pass"]
    rows = [(name, participants[name].nunique(), WHY.format("publish")) for name in published]
    rows += [("", len(words), WHY.format("let_pass"))] if words else []
    return pd.DataFrame(rows, columns=["attribute", "values", "why"])


def search(study: Path) -> list[Finding]:
    """Search a finished study folder for direct identifiers outside its private folders.

    Reads what a run left behind: tickets, segments, decided identifiers, offsets. Nothing is
    written.
    """
    _, findings = check(read(study), study, [])
    return findings


NEEDED = (
    "spoken",
    "public_text",
    "identifiers",
    "offsets",
    "tickets",
    "roster",
    "participants",
    "codebook",
)
"""Files by which a study says who is in it."""


def read(study: Path) -> Known:
    """Read what a finished study folder knows about who is in it."""
    private, text = study / "results/private", "2_deidentify/segments"
    found = {
        "spoken": (private / "1_ingest/segments").glob("*.csv"),
        "public_text": (study / "results/restricted" / text).glob("*.csv"),
        "identifiers": [private / "2_deidentify/identifiers.csv"],
        "offsets": [private / "2_deidentify/offsets.csv"],
        "tickets": (private / "1_ingest/tickets").glob("*"),
        "roster": (study / "data/private/identifiers").glob("roster.csv"),
        "participants": [study / "data/private/participants.csv"],
        "codebook": [study / "results/4_code/codebook.csv"],
    }
    from verbatim import settings  # noqa: PLC0415  the door is handed its settings

    return known({name: sorted(paths) for name, paths in found.items()}, settings.of(study))


def known(paths: Mapping[str, list[Path]], settings: dict[str, Any]) -> Known:
    """Read what a study knows about who is in it.

    Args:
        paths: Its files, by the names in `NEEDED`; without a roster no name is known beforehand.
        settings: The study's choices.
    """
    return Known(
        spoken=read_segments(paths["spoken"]),
        public=read_segments(paths["public_text"]),
        identifiers=Identifiers.read_all(paths["identifiers"]),
        offsets=Offsets.read_all(paths["offsets"]),
        tickets=[read_ticket(path) for path in paths["tickets"]],
        roster=Roster.read_all(paths["roster"]),
        participants=Participants.read_all(paths["participants"]),
        codebook=paths["codebook"][0].read_text(encoding="utf-8"),
        settings=settings,
    )


def _strings(value: Any) -> Iterator[str]:
    """Every text in a setting."""
    if isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, str):
        yield value
