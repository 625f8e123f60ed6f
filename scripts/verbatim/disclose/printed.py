"""What a study's choices let an outsider read about each participant."""

import string
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from verbatim.disclose.risk import Flags, Ints, coded
from verbatim.disclose.said import by_participant
from verbatim.errors import StudyError, raise_all
from verbatim.groups import Groups, group_of, unknown_attribute
from verbatim.report.attribution import labels

SAID = "{} (said)"
"""How an attribute is called that a participant's quotations say."""

TOGETHER = "partner (same interview)"
"""Column of what is published of those who speak in the same interview, whose ids show it."""

CITED = "{} (under quotations)"
"""How the grouping or attribute is called that stands under quotations."""


@dataclass(frozen=True)
class Printed:
    """Participants with what is published of them.

    Attributes:
        people: Participants, sorted, with a column for each attribute and printed grouping.
        table: Columns of a table of participants, as published.
        names: Columns of everything, joined by the id.
        codes: Their values, numbered, a row per participant.
        known: Which of them are published of whom.
        cited, said: Which of the columns stand under quotations, or are said in them.
        repeated: Which only repeat, more generally, what another column has.
        sensitive: Values of the sensitive attribute, numbered; None without one.
        quoted: How many quotations each participant has.
    """

    people: pd.DataFrame
    table: list[str]
    names: list[str]
    codes: Ints
    known: Flags
    cited: Flags
    said: Flags
    repeated: Flags
    sensitive: Ints | None
    quoted: Ints


def printed(participants: pd.DataFrame, spoken: pd.DataFrame, settings: dict[str, Any]) -> Printed:
    """Put together what is published of each participant.

    Published are the attributes of `privacy.publish`, the groups of the others, what stands under
    the quotations of those who are quoted, and what these say. As a policy lets them stand side
    by side, so they are counted, whether or not a file of the study prints them so.

    Args:
        participants: Rows of `Participants` of those who take part.
        spoken: What quotations say, as `said` gives it.
        settings: The study's choices.

    Raises:
        StudyError: If a setting names no column.
    """
    chosen, groups = settings["disclose"], settings["groups"]
    check(participants, settings)
    publish = list(dict.fromkeys(settings["privacy"]["publish"]))
    attributes = list(dict.fromkeys(chosen["attributes"])) or publish
    shown = {*publish, *attributes}
    people = participants.sort_values("participant", ignore_index=True)
    columns = _grouped(
        people, {name: groups[name] for name in groups if groups[name]["attribute"] not in shown}
    )
    people, beside = people.assign(**columns), list(columns)
    own = [*attributes, *([] if chosen["attributes"] else beside)]
    every = list(dict.fromkeys([*own, *publish, *beside]))
    if (partner := partners(people, every)).any():
        people, every = people.assign(**{TOGETHER: partner}), [*every, TOGETHER]
    says = by_participant(spoken)
    unsaid = [name for name in sorted(set().union(*says.values())) if name not in shown]
    own_said = people[unsaid].rename(columns=SAID.format)
    cited = settings["report"]["attribution"]
    label = people["participant"].map(labels(people, groups, cited, publish))
    quoted = people["participant"].map(spoken["participant"].value_counts()).fillna(0).astype(int)
    frame = pd.concat(
        [people[every], label.rename(CITED.format(cited.replace("_", " "))), own_said], axis=1
    )
    known = np.ones(frame.shape, dtype=bool)
    known[:, len(every)] = (quoted > 0) & (label != "")
    for at, name in enumerate(unsaid, start=len(every) + 1):
        known[:, at] = [name in says.get(one, ()) for one in people["participant"]]
    places = np.arange(frame.shape[1])
    same = (
        {groups[cited]["attribute"], column_of(cited, participants)} if cited in groups else {cited}
    )
    return Printed(
        people=people,
        table=[name for name in own if name != chosen["sensitive"]],
        names=list(frame.columns),
        codes=coded(frame),
        known=known,
        cited=places == len(every),
        said=places > len(every),
        repeated=(places == len(every)) & bool(same & {*every}),
        sensitive=coded(people[[chosen["sensitive"]]])[:, 0] if chosen["sensitive"] else None,
        quoted=quoted.to_numpy(),
    )


def _grouped(people: pd.DataFrame, groups: Groups) -> dict[str, "pd.Series[str]"]:
    """Give the groups of each participant, by the name of their column."""
    placed = group_of(people, groups).set_index("participant")
    rows = {name: placed.loc[placed["grouping"] == name, "group"] for name in groups}
    return {column_of(name, people): people["participant"].map(rows[name]) for name in groups}


def partners(people: pd.DataFrame, published: list[str]) -> "pd.Series[str]":
    """Give what is published of the others in the same interview, as of P07b for P07a.

    Their ids show that they belong together, and who knows the one knows the other. Empty for
    those who speak alone.
    """
    home = people["participant"].str.rstrip(string.ascii_lowercase)
    members = home.groupby(home).groups
    told = [repr(row) for row in people[published].itertuples(index=False, name=None)]
    return pd.Series(
        [
            " ".join(sorted(told[each] for each in members[own] if each != at))
            for at, own in enumerate(home)
        ],
        index=people.index,
    )


def column_of(grouping: str, participants: pd.DataFrame) -> str:
    """Name the column of a printed grouping, which may be called like the attribute it groups."""
    return f"{grouping} group" if grouping in participants.columns else grouping


def check(participants: pd.DataFrame, settings: dict[str, Any]) -> None:
    """Check that settings of `disclose` speak of columns that there are, and of sound thresholds.

    Raises:
        StudyError: If one does not.
        StudyErrors: If several do not.
    """
    chosen, groups = settings["disclose"], settings["groups"]
    columns = {*participants.columns, *(column_of(name, participants) for name in groups)}
    named = {
        "attributes": chosen["attributes"],
        "ladders": list(chosen["ladders"]),
        "keep": chosen["keep"],
        "sensitive": [chosen["sensitive"]] if chosen["sensitive"] else [],
    }
    errors = [
        unknown_attribute(participants, "privacy.publish", name)
        for name in settings["privacy"]["publish"]
        if name not in participants.columns
    ]
    errors += [
        unknown_attribute(participants, f"disclose.{setting}", name)
        for setting, names in named.items()
        for name in names
        if name not in (columns if setting in {"ladders", "keep"} else participants.columns)
    ]
    if chosen["k"]["deposit"] < chosen["k"]["paper"]:
        errors.append(
            StudyError(
                "config.yaml, disclose.k",
                "a smaller k for a deposit than for a paper",
                "deposit at least as large as paper: a deposit is read by more people",
                "the defaults are 3 and 5",
            )
        )
    raise_all(errors)
