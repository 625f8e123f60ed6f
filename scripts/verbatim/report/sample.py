"""Who took part: counts of participants by declared grouping and published attribute."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd
from pandera.typing.pandas import DataFrame

from verbatim.errors import StudyError, raise_all
from verbatim.groups import (
    NOT_STATED,
    Groups,
    by_frequency,
    declared,
    group_of,
    taking_part,
    title_of,
    unknown_attribute,
)
from verbatim.register import REGISTER
from verbatim.tables.report import SampleCharacteristics

EVERYBODY = "all"
TOTAL = "total"


def characteristics(
    participants: pd.DataFrame,
    interviews: Iterable[str],
    segments: pd.DataFrame,
    groups: Groups,
    publish: list[str],
) -> DataFrame[SampleCharacteristics]:
    """Count who speaks in the analysed interviews.

    The first two rows give the interviews and the participants. Each declared grouping follows
    with its groups in their declared order, those without anybody too, and a total; then each
    published attribute that no grouping uses, the commonest value first. An attribute that is
    neither grouped nor published does not appear.

    Args:
        participants: Rows of `Participants`.
        interviews: Ids of the register.
        segments: Segments of the analysed interviews.
        groups: Groupings of the config.
        publish: Attributes whose values may stand in public results.

    Raises:
        StudyError: If no participant speaks, a published attribute is no column, or as `group_of`.
    """
    speaking = taking_part(participants, segments)
    held = len(set(segments["interview"]) & set(interviews))
    if speaking.empty:
        raise StudyError(
            str(REGISTER),
            "no interview in which a participant speaks",
            "at least one, whose participants agreed to be analysed",
            "look at consent_analyse in participants.csv and at the labels of the speakers",
        )
    raise_all(
        [
            unknown_attribute(participants, "privacy.publish", attribute)
            for attribute in publish
            if attribute not in participants.columns
        ]
    )
    number = len(speaking)
    rows: list[tuple[str, str, int, int]] = [
        ("interviews", EVERYBODY, held, held),
        ("participants", EVERYBODY, number, number),
        *_by_grouping(speaking, groups),
        *_by_attribute(speaking, groups, publish),
    ]
    table = pd.DataFrame(rows, columns=["attribute", "value", "participants", "of"])
    return SampleCharacteristics.validate(table.assign(share=table["participants"] / table["of"]))


def _by_grouping(speaking: pd.DataFrame, groups: Groups) -> Iterator[tuple[str, str, int, int]]:
    placed = group_of(speaking, groups)
    for name, grouping in groups.items():
        counts = Counter(placed.loc[placed["grouping"] == name, "group"])
        for group in declared(speaking, grouping):
            yield title_of(name, grouping), group, counts[group], len(speaking)
        yield title_of(name, grouping), TOTAL, len(speaking), len(speaking)


def _by_attribute(
    speaking: pd.DataFrame, groups: Groups, publish: list[str]
) -> Iterator[tuple[str, str, int, int]]:
    grouped: set[Any] = {grouping["attribute"] for grouping in groups.values()}
    for attribute in dict.fromkeys(publish):
        if attribute in grouped:
            continue
        counts = Counter(speaking[attribute])
        for value in by_frequency(speaking[attribute]):
            yield attribute, value or NOT_STATED, counts[value], len(speaking)
