"""What quotations are cut from and checked against: segments, tags, codes, consent."""

from dataclasses import dataclass

import pandas as pd

from verbatim.report.framework import Entry, outline
from verbatim.report.passage import Tag, spoken_length, tags_of

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
    """

    entries: list[Entry]
    segments: dict[At, Segment]
    quotable: frozenset[str]
    attributions: dict[str, str]


def material(
    *,
    segments: pd.DataFrame,
    offsets: pd.DataFrame,
    carried: pd.DataFrame,
    codebook: pd.DataFrame,
    participants: pd.DataFrame,
    attributions: dict[str, str],
    layer: str,
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
    )


def _codes_of(codings: pd.DataFrame) -> dict[At, frozenset[str]]:
    grouped = codings.groupby(["interview", "segment"])["code"]
    return {at: frozenset(codes) for at, codes in grouped}
