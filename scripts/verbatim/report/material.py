"""What quotations are cut from and checked against: segments, tags, codes, consent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from verbatim.groups import Groups, taking_part
from verbatim.report.attribution import attributions
from verbatim.report.framework import Entry, outline
from verbatim.report.passage import Tag, spoken_length, tags_of
from verbatim.tables.code import Carried, CodebookTable
from verbatim.tables.deidentify import Offsets
from verbatim.tables.ingest import Differences, read_segments
from verbatim.tables.people import Participants

At = tuple[str, int]
"""A segment's place: interview and number."""


@dataclass(frozen=True)
class Segment:
    """A de-identified segment.

    Attributes:
        speaker: interviewer, participant or other.
        participant: Id of the participant who speaks; empty for others.
        text: De-identified text.
        tags: Where details were replaced.
        codes: Codes that it carries in the counted layer.
        deviant: Of these, codes whose usual view the participant opposes.
    """

    speaker: str
    participant: str
    text: str
    tags: tuple[Tag, ...]
    codes: frozenset[str]
    deviant: frozenset[str]

    @property
    def length(self) -> int:
        """Length of the segment as spoken, in code points."""
        return spoken_length(self.text, self.tags)


@dataclass(frozen=True)
class Material:
    """What quotations are cut from and checked against.

    Attributes:
        entries: The framework's outline.
        segments: De-identified segments by their place.
        quotable: Participants who agreed to be quoted.
        attributions: How each participant is cited.
        differing: What became of segments since the team froze them, as in `Differences`.
    """

    entries: list[Entry]
    segments: dict[At, Segment]
    quotable: frozenset[str]
    attributions: dict[str, str]
    differing: Mapping[At, str] = field(default_factory=dict)


NEEDED = ("segments", "offsets", "carried", "codebook", "participants", "differences")
"""Tables of earlier rooms that quotations are cut from and checked against."""


def read(
    paths: Mapping[str, list[Path]],
    groups: Groups,
    attribution: str,
    publish: list[str],
    layer: str,
) -> Material:
    """Read the tables of earlier rooms; participants are those who speak in them.

    Args:
        paths: Files of each table, by the names in `NEEDED`.
        groups: Groupings of the config.
        attribution: Grouping or published attribute printed behind an id; empty: the id alone.
        publish: Attributes whose values may stand in public results.
        layer: Codings that count.
    """
    segments = read_segments(paths["segments"])
    participants = taking_part(Participants.read_all(paths["participants"]), segments)
    return material(
        segments=segments,
        offsets=Offsets.read_all(paths["offsets"]),
        carried=Carried.read_all(paths["carried"]),
        codebook=CodebookTable.read_all(paths["codebook"]),
        participants=participants,
        attributions=attributions(participants, groups, attribution, publish),
        layer=layer,
        differences=Differences.read_all(paths["differences"]),
    )


def material(
    *,
    segments: pd.DataFrame,
    offsets: pd.DataFrame,
    carried: pd.DataFrame,
    codebook: pd.DataFrame,
    participants: pd.DataFrame,
    attributions: dict[str, str],
    layer: str,
    differences: pd.DataFrame | None = None,
) -> Material:
    """Put the tables of earlier rooms together; codings of other layers are left out."""
    tags = tags_of(offsets)
    counted = carried[carried["layer"] == layer]
    codes = _codes_of(counted)
    deviant = _codes_of(counted[counted["stance"] == "deviant"])
    agreed = participants.loc[participants["consent_quote"] == "yes", "participant"]
    return Material(
        entries=outline(codebook),
        segments={
            (at := (row.interview, row.segment)): Segment(
                speaker=row.speaker,
                participant=row.participant,
                text=row.text,
                tags=tags.get(at, ()),
                codes=codes.get(at, frozenset()),
                deviant=deviant.get(at, frozenset()),
            )
            for row in segments.itertuples()
        },
        quotable=frozenset(agreed),
        attributions=attributions,
        differing={
            (row.interview, row.segment): row.change
            for row in (() if differences is None else differences.itertuples())
        },
    )


def _codes_of(codings: pd.DataFrame) -> dict[At, frozenset[str]]:
    grouped = codings.groupby(["interview", "segment"])["code"]
    return {at: frozenset(codes) for at, codes in grouped}
