"""Which group is a participant in: the groupings that a study declares in its config."""

from collections import Counter
from typing import Any

import pandas as pd

from verbatim.errors import StudyError, raise_all
from verbatim.register import PARTICIPANTS

COLUMNS = ["participant", "grouping", "title", "group", "order"]

NOT_STATED = "Not stated"
"""Group of participants whose cell is empty."""

Groups = dict[str, dict[str, Any]]
"""What `groups` of the config says: name -> title, attribute, values."""


def group_of(participants: pd.DataFrame, groups: Groups) -> pd.DataFrame:
    """Put every participant into one group of each declared grouping.

    A grouping without `values` makes each value of its attribute a group, the commonest first.
    An empty cell is the group "Not stated", the last, unless a group lists the empty value.

    Args:
        participants: Rows of `Participants`.
        groups: Groupings by name, each with `attribute` and perhaps `title` and `values`.

    Returns:
        One row per grouping and participant: participant, grouping (its name), title (as printed),
        group, order (place of the group in the grouping, from 1); groupings in their declared
        order, in them by group and participant.

    Raises:
        StudyError: If an attribute is not a column of the participants, a value stands in two
            groups of one grouping, or a participant's value in none.
        StudyErrors: If there are several.
    """
    raise_all([error for name in groups for error in _errors(participants, name, groups[name])])
    parts = [_placed(participants, name, groups[name]) for name in groups]
    return pd.concat([pd.DataFrame(columns=COLUMNS), *parts], ignore_index=True).astype(
        {"order": int}
    )


def declared(participants: pd.DataFrame, grouping: dict[str, Any]) -> list[str]:
    """Name the groups of one grouping in their order of printing, those without anybody too."""
    values = participants[grouping["attribute"]]
    named = list(grouping.get("values") or {}) or by_frequency(value for value in values if value)
    homeless = "" in set(values) and "" not in _group_of_value(grouping)
    return [*named, NOT_STATED] if homeless else named


def taking_part(participants: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """Keep the participants who speak in the analysed interviews: the N of every count."""
    return participants[participants["participant"].isin(set(segments["participant"]) - {""})]


def title_of(name: str, grouping: dict[str, Any]) -> str:
    """Give the title of a grouping as printed: its own, or its name in words."""
    return str(grouping.get("title") or name.replace("_", " ").capitalize())


def by_frequency(values: Any) -> list[str]:
    """Name the different values, the commonest first, equals by name."""
    counts = Counter(values)
    return sorted(counts, key=lambda value: (-counts[value], value))


def _placed(participants: pd.DataFrame, name: str, grouping: dict[str, Any]) -> pd.DataFrame:
    home = _group_of_value(grouping)
    order = {group: place for place, group in enumerate(declared(participants, grouping), start=1)}
    values = participants[grouping["attribute"]]
    group = [home.get(value, value if value and not home else NOT_STATED) for value in values]
    return pd.DataFrame(
        {
            "participant": participants["participant"].to_numpy(),
            "grouping": name,
            "title": title_of(name, grouping),
            "group": group,
            "order": [order[one] for one in group],
        }
    ).sort_values(["order", "participant"])


def _group_of_value(grouping: dict[str, Any]) -> dict[str, str]:
    return {
        str(value): group
        for group, values in (grouping.get("values") or {}).items()
        for value in values
    }


def _errors(participants: pd.DataFrame, name: str, grouping: dict[str, Any]) -> list[StudyError]:
    attribute = grouping["attribute"]
    if attribute not in participants.columns:
        return [unknown_attribute(participants, f"groups.{name}.attribute", attribute)]
    return [*_in_two_groups(name, grouping), *_in_no_group(participants, name, grouping)]


def unknown_attribute(participants: pd.DataFrame, setting: str, attribute: str) -> StudyError:
    """Explain that a setting names an attribute which the table of participants does not have."""
    return StudyError(
        f"config.yaml, {setting}",
        f"the attribute {attribute}",
        f"a column of {PARTICIPANTS}: {', '.join(map(str, participants.columns))}",
        "compare the spelling; column names are in lower case",
    )


def _in_two_groups(name: str, grouping: dict[str, Any]) -> list[StudyError]:
    groups = (grouping.get("values") or {}).items()
    homes = Counter(value for _, values in groups for value in dict.fromkeys(map(str, values)))
    return [
        StudyError(
            f"config.yaml, groups.{name}.values",
            f"{value!r} in {count} groups",
            "each value in one group",
            "a participant is in one group of a grouping; another grouping may cut otherwise",
        )
        for value, count in homes.items()
        if count > 1
    ]


def _in_no_group(
    participants: pd.DataFrame, name: str, grouping: dict[str, Any]
) -> list[StudyError]:
    home = _group_of_value(grouping)
    if not home:
        return []
    attribute = grouping["attribute"]
    return [
        StudyError(
            f"{PARTICIPANTS} ({row.participant})",
            f"a value of {attribute} that is in no group of groups.{name} in config.yaml",
            f"one of {', '.join(repr(value) for value in home if value)}",
            f"add the value to a group of groups.{name}.values, or mend its spelling in the table",
            private=row.value,
        )
        for row in participants.assign(value=participants[attribute]).itertuples()
        if row.value and row.value not in home
    ]
