"""What people brought to deciding, and how they want identifiers replaced."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from verbatim import consent
from verbatim.deidentify import stand_ins
from verbatim.deidentify.general import Policy
from verbatim.deidentify.review import returned
from verbatim.deidentify.review.returned import Reviewed
from verbatim.deidentify.stand_ins import Cast
from verbatim.tables.missed import ToCheck
from verbatim.tables.people import Decisions, Roster, Sample

PSEUDONYMS = "pseudonyms"


@dataclass(frozen=True)
class People:
    """What people brought: `Roster`, `Decisions`, `Sample`, and whether the sample decides.

    `settled` are the interviews that they have frozen, `policy` says what tags of indirect
    identifiers say in general, `cast` chooses pseudonyms where the study wants them, and
    `read_segments` are the segments that they were given to read.
    `reviewed` are the answers that came back in workbooks.
    """

    roster: pd.DataFrame
    decisions: pd.DataFrame
    sample: pd.DataFrame
    sample_decides: bool
    settled: Collection[str] = ()
    policy: Policy = field(default_factory=Policy)
    cast: Cast | None = None
    reviewed: Reviewed = field(default_factory=Reviewed)
    read_segments: pd.DataFrame = field(default_factory=ToCheck.without_rows)

    @classmethod
    def read(cls, inputs: Any, params: Any) -> "People":
        """Read what a door was given.

        Raises:
            StudyError: If a table breaks its contract, or a pseudonym cannot be given.
        """
        roster = Roster.read_all(inputs.roster)
        cast = Cast(params.seed, given=stand_ins.given(roster))
        cast.hear(roster["name"])
        return cls(
            roster=roster,
            decisions=consent.read(Decisions, inputs.decisions, params.left_out),
            sample=consent.read(Sample, inputs.sample, params.left_out),
            sample_decides=params.checked_sample_decides,
            settled=params.settled,
            policy=Policy(params.policy),
            read_segments=consent.read(ToCheck, inputs.checked_segments, params.left_out),
            cast=cast if params.replace_by == PSEUDONYMS else None,
            reviewed=returned.read(inputs.answers, params.left_out),
        )
