"""The rungs by which each attribute becomes more general, up to being left out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from verbatim.disclose import places
from verbatim.errors import StudyError
from verbatim.groups import NOT_STATED, Groups, group_of

OUT = "*"
"""Stands where a value is left out."""

AGES = (5, 10, 20)
"""Width of the bands of whole numbers, in years where they are ages."""

REGIONS: dict[str, Callable[[str], str]] = {
    "UK region": places.region,
    "UK nation": places.nation,
}
"""Rungs that need no mapping, by name."""


@dataclass(frozen=True)
class Rung:
    """One step up: what becomes of each value that participants have.

    Attributes:
        name: As printed; empty for the values as they stand.
        of: The general value, by value.
    """

    name: str
    of: dict[str, str]


@dataclass(frozen=True)
class Ladder:
    """An attribute and all its rungs, beginning with the values as they stand.

    Attributes:
        attribute: Name of the column.
        rungs: From the values to, mostly, leaving the attribute out.
        height: Rungs up to nothing at all, which a study may forbid.
    """

    attribute: str
    rungs: tuple[Rung, ...]
    height: int


def ladders(
    people: pd.DataFrame,
    attributes: list[str],
    groups: Groups,
    chosen: dict[str, Any],
) -> list[Ladder]:
    """Give the ladder of each attribute.

    What the study configures counts; else the groupings of the attribute, the finest first; else
    bands of whole numbers, or region and nation where the list knows most of the places. The last
    rung leaves the attribute out, unless the study keeps it.

    Args:
        people: Participants, with a column for each attribute.
        attributes: Columns.
        groups: Groupings of the config.
        chosen: The study's choices under `disclose`.

    Raises:
        StudyError: If a rung does not fit the values, or parts what the one below it joined.
    """
    return [_ladder(people, name, groups, chosen) for name in attributes]


def _ladder(people: pd.DataFrame, name: str, groups: Groups, chosen: dict[str, Any]) -> Ladder:
    values = list(dict.fromkeys(people[name]))
    asis = Rung("", {value: value for value in values})
    rungs = [asis]
    if name in chosen["ladders"]:
        where = f"config.yaml, disclose.ladders.{name}"
        for wish in chosen["ladders"][name]:
            rung = _wished(people, name, groups, wish, where)
            _check_coarser(rungs[-1], rung, where)
            rungs.append(rung)
    else:
        for rung in _offered(people, name, values, groups):
            if not _parts(rungs[-1], rung):
                rungs.append(rung)
    left_out = Rung("left out", dict.fromkeys(values, OUT))
    height = len(rungs)
    return Ladder(name, tuple(rungs if name in chosen["keep"] else [*rungs, left_out]), height)


def _offered(people: pd.DataFrame, name: str, values: list[str], groups: Groups) -> Iterator[Rung]:
    """Give the rungs that suit the values where the study says nothing."""
    own = [each for each, grouping in groups.items() if grouping["attribute"] == name]
    grouped = [_grouped(people, name, each, groups) for each in own if groups[each].get("values")]
    stated = [value for value in values if value]
    if grouped:
        fine = len(values)
        for rung in sorted(grouped, key=lambda rung: -len(set(rung.of.values()))):
            # A grouping that only gives every value a longer name makes nobody less alone.
            if (many := len(set(rung.of.values()))) < fine:
                yield rung
                fine = many
    elif stated and all(re.fullmatch(r"\d{1,3}", value) for value in stated):
        yield from (_bands(values, width, "") for width in AGES)
    elif stated and 2 * sum(map(places.is_known, stated)) >= len(stated):
        yield from (_regions(values, each) for each in REGIONS)


def _wished(people: pd.DataFrame, name: str, groups: Groups, wish: Any, where: str) -> Rung:
    """Give a rung that the config asks for: a width, a name, or a mapping."""
    values = list(dict.fromkeys(people[name]))
    if isinstance(wish, int):
        return _bands(values, wish, where)
    if isinstance(wish, dict):
        return _mapped(values, name, wish, where)
    if wish in REGIONS:
        return _regions(values, wish)
    if wish in groups and groups[wish]["attribute"] == name:
        return _grouped(people, name, wish, groups)
    known = [*REGIONS, *(each for each in groups if groups[each]["attribute"] == name)]
    raise StudyError(
        where,
        f"the rung {wish}",
        f"a width of bands, a mapping, or one of {', '.join(known)}",
        "a grouping is a rung of the attribute that it groups",
    )


def _grouped(people: pd.DataFrame, name: str, grouping: str, groups: Groups) -> Rung:
    """Give the groups of a grouping as a rung."""
    placed = group_of(people, {grouping: groups[grouping]})
    group = dict(zip(placed["participant"], placed["group"], strict=True))
    pairs = zip(people[name], people["participant"], strict=True)
    of = {value: group[one] for value, one in pairs}
    if of.get("") == NOT_STATED:
        of[""] = ""
    return Rung(grouping.replace("_", " "), of)


def _mapped(values: list[str], name: str, wish: dict[str, Any], where: str) -> Rung:
    """Give a rung that the config spells out, group by group."""
    home = {str(value): group for group, listed in wish["values"].items() for value in listed}
    if homeless := [value for value in values if value and value not in home]:
        raise StudyError(
            where,
            f"{len(homeless)} of the values of {name} in no group of the rung {wish['title']}",
            "every value that a participant has in one group; only empty cells need none",
            "add the values to a group of that rung, or mend their spelling in participants.csv",
            private=" | ".join(homeless),
        )
    return Rung(wish["title"], {value: home.get(value, "") for value in values})


def _bands(values: list[str], width: int, where: str) -> Rung:
    """Give bands of whole numbers, as 25-29, which begin at multiples of their width."""
    if odd := [value for value in values if value and not re.fullmatch(r"\d+", value)]:
        raise StudyError(
            where,
            f"bands of {width} for values of which {len(odd)} are no whole numbers",
            "whole numbers, as ages in years, or empty cells",
            "mend the values in participants.csv, or map them to groups",
            private=" | ".join(odd),
        )
    low = {value: int(value) // width * width for value in values if value}
    of = {value: f"{at}-{at + width - 1}" for value, at in low.items()}
    return Rung(f"bands of {width}", {value: of.get(value, "") for value in values})


def _regions(values: list[str], rung: str) -> Rung:
    """Give regions or nations; what the list does not have is another place."""
    return Rung(rung, {value: value and REGIONS[rung](value) for value in values})


def unplaced(climbs: list[Ladder]) -> Iterator[tuple[str, int]]:
    """Name the attributes of which places are not in the list, and how many."""
    for climb in climbs:
        unknown = [value for value in climb.rungs[0].of if value and not places.is_known(value)]
        if unknown and any(rung.name in REGIONS for rung in climb.rungs):
            yield climb.attribute, len(unknown)


def _parts(finer: Rung, rung: Rung) -> bool:
    """Whether a rung parts what the one below it joins; the way up would not lead up."""
    pairs = {(finer.of[value], rung.of[value]) for value in rung.of}
    return len(pairs) > len(set(finer.of.values()))


def _check_coarser(finer: Rung, rung: Rung, where: str) -> None:
    if _parts(finer, rung):
        raise StudyError(
            where,
            f"the rung {rung.name}, which parts values that the rung below it joins",
            "rungs from fine to coarse, each joining whole groups of the one below",
            "change the order of the rungs, or the groups",
        )
