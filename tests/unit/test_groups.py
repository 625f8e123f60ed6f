"""Every participant is in one group of a grouping, or a message says why not."""

import pandas as pd
import pytest

from verbatim.errors import StudyError, StudyErrors
from verbatim.groups import NOT_STATED, declared, group_of, taking_part

PEOPLE = pd.DataFrame(
    [
        ("A1", "nurse", "north"),
        ("A2", "surgeon", "south"),
        ("A3", "porter", ""),
        ("A4", "nurse", "north"),
    ],
    columns=["participant", "job", "place"],
)
STAFF = {"Clinical": ["surgeon", "nurse"], "Support": ["porter"]}


def test_declared_order_and_titles() -> None:
    """Groups come in the order of the config, under the grouping's title, participants sorted."""
    placed = group_of(PEOPLE, {"staff": {"title": "Staff", "attribute": "job", "values": STAFF}})
    assert [tuple(row) for row in placed.to_numpy()] == [
        ("A1", "staff", "Staff", "Clinical", 1),
        ("A2", "staff", "Staff", "Clinical", 1),
        ("A4", "staff", "Staff", "Clinical", 1),
        ("A3", "staff", "Staff", "Support", 2),
    ]


def test_without_values_each_value_is_a_group() -> None:
    """The commonest value comes first, an empty cell is Not stated and last."""
    grouping = {"attribute": "place"}
    assert declared(PEOPLE, grouping) == ["north", "south", NOT_STATED]
    placed = group_of(PEOPLE, {"where_from": grouping})
    assert list(placed["group"]) == ["north", "north", "south", NOT_STATED]
    assert set(placed["title"]) == {"Where from"}


def test_a_declared_group_without_anybody_keeps_its_place() -> None:
    """A group that the config declares is named although nobody is in it."""
    grouping = {"attribute": "job", "values": {"Empty": ["midwife"], **STAFF}}
    assert declared(PEOPLE, grouping) == ["Empty", "Clinical", "Support"]


def test_the_empty_value_may_be_declared() -> None:
    """A group that lists the empty value takes participants whose cell is empty."""
    grouping = {"attribute": "place", "values": {"Here": ["north", ""], "There": ["south"]}}
    placed = group_of(PEOPLE, {"place": grouping})
    assert list(placed["group"]) == ["Here", "Here", "Here", "There"]


def test_no_groups_give_an_empty_table() -> None:
    """A study without groupings gives the columns and no rows."""
    assert len(group_of(PEOPLE, {})) == 0


@pytest.mark.parametrize(
    ("grouping", "said"),
    [
        ({"attribute": "colour"}, "the attribute colour"),
        ({"attribute": "job", "values": {"Clinical": ["nurse", "surgeon"]}}, "(A3)"),
        (
            {"attribute": "job", "values": {**STAFF, "Ward": ["nurse"]}},
            "'nurse' in 2 groups",
        ),
    ],
    ids=["unknown attribute", "value in no group", "value in two groups"],
)
def test_what_does_not_fit_is_said(grouping: dict[str, object], said: str) -> None:
    """A grouping that does not fit the participants is one clear message."""
    with pytest.raises(StudyError) as caught:
        group_of(PEOPLE, {"g": grouping})
    assert said in str(caught.value)
    assert "porter" not in str(caught.value).split("expected")[0]


def test_several_misfits_are_said_together() -> None:
    """Each misfit has its own message, raised as one."""
    with pytest.raises(StudyErrors) as caught:
        group_of(PEOPLE, {"a": {"attribute": "x"}, "b": {"attribute": "y"}})
    assert len(caught.value.errors) == 2


def test_only_those_who_speak_take_part() -> None:
    """The N of every count are participants who speak in the segments."""
    segments = pd.DataFrame({"participant": ["A1", "", "A3", "A1"]})
    assert list(taking_part(PEOPLE, segments)["participant"]) == ["A1", "A3"]
