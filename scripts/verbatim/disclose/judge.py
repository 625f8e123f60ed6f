"""What a study discloses of its participants, from its tables to its tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from verbatim.disclose.generalise import Generalising
from verbatim.disclose.ladders import ladders, unplaced
from verbatim.disclose.places import ANOTHER
from verbatim.disclose.printed import printed
from verbatim.disclose.said import said
from verbatim.disclose.views import View, by_id, disclosure, exposed, side_by_side
from verbatim.disclose.words import NOTHING
from verbatim.groups import taking_part
from verbatim.tables.deidentify import Identifiers, Offsets
from verbatim.tables.disclose import ExposedParticipants, ExposedQuotations
from verbatim.tables.ingest import read_segments
from verbatim.tables.people import Participants
from verbatim.tables.report import ApprovedQuotations

BY_ID = ("attribution", "quotations", "everything")


@dataclass(frozen=True)
class Judged:
    """What is written.

    Attributes:
        disclosure: Rows of `Disclosure`: public.
        participants: Rows of `ExposedParticipants`.
        quotations: Rows of `ExposedQuotations`.
        generalised: Rows of `Generalised`.
        tried_all: Whether every combination of rungs was tried.
        unplaced: Attributes of which places are in no list of regions, and how many.
    """

    disclosure: pd.DataFrame
    participants: pd.DataFrame
    quotations: pd.DataFrame
    generalised: pd.DataFrame
    tried_all: bool
    unplaced: tuple[tuple[str, int], ...] = ()


def read(inputs: Any) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read the participants who take part, and what their quotations say of them."""
    segments = read_segments(inputs.segments)
    participants = taking_part(Participants.read(inputs.participants), segments)
    chosen = ApprovedQuotations.read(inputs.chosen)
    decided = Identifiers.read(inputs.identifiers), Offsets.read(inputs.offsets)
    return participants, said(chosen, participants, segments, *decided)


def judged(participants: pd.DataFrame, spoken: pd.DataFrame, settings: dict[str, Any]) -> Judged:
    """Measure how alone participants are in what is published, and what would help.

    Args:
        participants: Rows of `Participants` of those who take part.
        spoken: What quotations say, as `said` gives it.
        settings: The study's choices.

    Raises:
        StudyError: If a setting does not fit the participants.
    """
    chosen = settings["disclose"]
    shown = printed(participants, spoken, settings)
    climbs = ladders(shown.people, shown.table, settings["groups"], chosen)
    general = Generalising(shown, climbs, chosen)
    views = [*side_by_side(shown), *general.views(), *by_id(shown)]
    people = list(shown.people["participant"])
    return Judged(
        disclosure=disclosure(views, shown.quoted, chosen["k"], chosen["l"]),
        participants=exposed(views, people, chosen["k"]),
        quotations=quotations(spoken, views, people),
        generalised=general.rows(),
        tried_all=all(choice.least for choice in general.choices.values()),
        unplaced=tuple(unplaced(climbs)),
    )


def check(participants: pd.DataFrame, settings: dict[str, Any]) -> None:
    """Check the settings under `disclose` before anything runs.

    Raises:
        StudyError: If one does not fit the participants.
        StudyErrors: If several do not.
    """
    unheard = pd.DataFrame(columns=["participant", "says"])
    shown = printed(participants, unheard, settings)
    ladders(shown.people, shown.table, settings["groups"], settings["disclose"])


def quotations(spoken: pd.DataFrame, views: list[View], people: list[str]) -> pd.DataFrame:
    """Say of each quotation how many could have said it, the most exposed first."""
    sizes = {view.view: dict(zip(people, view.sizes, strict=True)) for view in views}
    found = spoken.assign(
        **{view: spoken["participant"].map(sizes[view]) for view in BY_ID},
        says=spoken["says"].map(" | ".join),
    )
    alone = [next((view for view in BY_ID if row[view] == 1), "") for _, row in found.iterrows()]
    return ExposedQuotations.validate(
        found.assign(alone=alone)
        .sort_values([*reversed(BY_ID), "interview", "segment"], ignore_index=True)
        .loc[:, ExposedQuotations.column_names()]
    )


def messages(found: Judged) -> Iterator[tuple[bool, str]]:
    """Say in the log what was found, without naming anybody; True where the researcher must know.

    Nothing is ever called safe: classes that are large enough in the sample say nothing of what
    somebody knows who knows a participant.
    """
    rows = {row.view: row for row in found.disclosure.itertuples() if row.view != "attribute"}
    for view in ("published", *BY_ID):
        row = rows[view]
        if row.shown != NOTHING:
            yield (
                False,
                f"{view} ({row.shown}): {row.unique} of {row.participants} participants alone, "
                f"{row.below_deposit} in classes too small for a deposit",
            )
    for target in ("paper", "deposit") if rows["published"].shown != NOTHING else ():
        row = rows[target]
        if target in row.holds:
            yield False, f"least general table for a {target}: {row.shown}"
        else:
            few = row.below_paper if target == "paper" else row.below_deposit
            yield (
                True,
                f"no generalisation makes the participants' table fit for a {target}: at its most "
                f"general {few} of {row.participants} participants are in classes that are too "
                f"small or too uniform; {ExposedParticipants.lies_at()} names them",
            )
    if telling := int((found.quotations["alone"] == "attribution").sum()):
        yield (
            True,
            f"what stands under {telling} of {len(found.quotations)} quotations fits nobody but "
            f"the speaker; {ExposedQuotations.lies_at()} says which",
        )
    for attribute, many in found.unplaced:
        yield (
            True,
            f"{attribute}: the list of regions does not have {many} of its places, which count as "
            f"one, {ANOTHER!r}; map them under disclose.ladders to keep them apart",
        )
    if not found.tried_all:
        yield (
            False,
            "too many rungs to try every combination: no rung can be taken back, that is all",
        )
