"""Rungs of attributes: what a study configures, and what suits the values where it says nothing."""

from typing import Any

import pytest
from tests.unit.disclose.conftest import people, study

from verbatim.disclose.ladders import Ladder, ladders, unplaced
from verbatim.disclose.places import ANOTHER, nation, region
from verbatim.errors import StudyError

# ITL 1 regions as the Office for National Statistics draws them.
REGIONS = [
    ("Northumberland", "North East", "England"),
    ("Lancashire", "North West", "England"),
    ("Whitby", "Yorkshire and The Humber", "England"),
    ("Leicester", "East Midlands", "England"),
    ("Stoke-on-Trent", "West Midlands", "England"),
    ("Peterborough", "East of England", "England"),
    ("Tower Hamlets", "London", "England"),
    ("Isle of Wight", "South East", "England"),
    ("city of Bristol", "South West", "England"),
    ("Brighton & Hove", "South East", "England"),
    ("County Durham", "North East", "England"),
    ("FIFE", "Scotland", "Scotland"),
    ("Powys", "Wales", "Wales"),
    ("Co. Antrim", "Northern Ireland", "Northern Ireland"),
    ("south west", "South West", "England"),
    ("Reading", "South East", "England"),
    ("Bournemouth, Christchurch and Poole", "South West", "England"),
    ("King's Lynn", "East of England", "England"),
    ("Galway", "Ireland", "Ireland"),
    ("Lagos", ANOTHER, ANOTHER),
]
ROLES = {"title": "staff group", "values": {"Care": ["nurse", "GP"], "Desk": ["clerk"]}}


@pytest.mark.parametrize(("place", "its_region", "its_nation"), REGIONS)
def test_regions(place: str, its_region: str, its_nation: str) -> None:
    """Counties, cities and towns lie where the map has them, however they are written."""
    assert (region(place), nation(place)) == (its_region, its_nation)


def climb(values: list[str], text: str = "", name: str = "place") -> Ladder:
    """The ladder of one attribute."""
    chosen = study(text)
    table = people(*values, columns=name)
    return ladders(table, [name], chosen["groups"], chosen["disclose"])[0]


def told(ladder: Ladder, value: str) -> list[str]:
    """What becomes of a value, rung by rung."""
    return [rung.of[value] for rung in ladder.rungs]


def test_ages_get_bands() -> None:
    """Whole numbers go into bands of 5, 10 and 20 that begin at multiples; a gap stays a gap."""
    ladder = climb(["27", "81", "", "29"], name="age")

    assert told(ladder, "27") == ["27", "25-29", "20-29", "20-39", "*"]
    assert told(ladder, "81") == ["81", "80-84", "80-89", "80-99", "*"]
    assert told(ladder, "") == ["", "", "", "", "*"]


def test_places_get_regions_and_nations() -> None:
    """Where the list knows most places; what it does not know is one other place, and counted."""
    ladder = climb(["York", "Hull", "Fife", "Lagos"])

    assert told(ladder, "York") == ["York", "Yorkshire and The Humber", "England", "*"]
    assert told(ladder, "Lagos") == ["Lagos", ANOTHER, ANOTHER, "*"]
    assert list(unplaced([ladder])) == [("place", 1)]
    assert list(unplaced([climb(["York"], "disclose: {ladders: {place: []}}")])) == []


def test_words_have_nothing_between_all_and_nothing() -> None:
    """A role that no grouping groups is printed or left out."""
    assert told(climb(["nurse", "GP"], name="role"), "GP") == ["GP", "*"]


def test_groupings_are_rungs_the_finest_first() -> None:
    """A study's own groups come before any list; what cuts across, or only renames, is no rung."""
    text = """
    groups:
      ward: {attribute: place, values: {All: [a, b, c, d]}}
      half: {attribute: place, values: {One: [a, b], Two: [c, d]}}
      other: {attribute: place, values: {One: [a, c], Two: [b, d]}}
      name: {attribute: place, values: {Ash: [a], Beech: [b], Cedar: [c], Damson: [d]}}
    """

    assert told(climb(["a", "b", "c", "d"], text), "c") == ["c", "Two", "All", "*"]


def test_the_config_counts() -> None:
    """Widths, names and mappings in the order given; what is kept is never left out."""
    text = "disclose: {ladders: {age: [10], role: [%s]}, keep: [role]}" % ROLES  # noqa: UP031
    kept = climb(["nurse", "clerk", ""], text, "role")

    assert told(climb(["27"], text, "age"), "27") == ["27", "20-29", "*"]
    assert told(kept, "clerk") == ["clerk", "Desk"]
    assert told(kept, "") == ["", ""]
    assert kept.height == 2


@pytest.mark.parametrize(
    ("wish", "values", "said"),
    [
        ([ROLES], ["nurse", "porter"], "1 of the values of role in no group"),
        ([5], ["40s", "27"], "1 are no whole numbers"),
        (["UK county"], ["York"], "the rung UK county"),
        (["UK nation", "UK region"], ["York", "Leicester"], "UK region, which parts values"),
    ],
    ids=["unmapped", "no number", "unknown", "wrong order"],
)
def test_rungs_that_do_not_fit(wish: list[Any], values: list[str], said: str) -> None:
    """One plain message, which quotes no participant's value."""
    chosen = study("")["disclose"] | {"ladders": {"role": wish}}
    with pytest.raises(StudyError) as raised:
        ladders(people(*values, columns="role"), ["role"], {}, chosen)

    assert said in str(raised.value)
    assert not [value for value in values if value in str(raised.value)]
