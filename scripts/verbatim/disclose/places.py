"""Regions and nations of the United Kingdom, by county, council, city or town."""

import re
import tomllib
from functools import cache
from pathlib import Path

from verbatim.regions import known_places, plain

LIST = Path(__file__).with_suffix(".toml")

ANOTHER = "Another place"
"""Region and nation of whatever the lists do not have."""

NATIONS = ("Scotland", "Wales", "Northern Ireland", "Ireland")
"""Regions that are nations; the others lie in England."""

AROUND = re.compile(r"^(county|co|the|city of|royal borough of|london borough of)\s")
BEHIND = re.compile(r"\s(county|city|council|borough)$")


def region(place: str) -> str:
    """Give the ITL 1 region (ONS) of a place, or of a region itself."""
    return _known().get(_plain(place), ANOTHER)


def nation(place: str) -> str:
    """Give the nation of a place, or of a region."""
    found = region(place)
    return found if found in {*NATIONS, ANOTHER} else "England"


def is_known(place: str) -> bool:
    """Say whether the lists have a place."""
    return region(place) != ANOTHER


@cache
def _known() -> dict[str, str]:
    """Region by place."""
    places = {name: where for name, (_, where) in known_places().items()}
    listed = tomllib.loads(LIST.read_text(encoding="utf-8"))
    places |= {name: where for where, names in listed.items() for name in names.split("|")}
    places |= {name: name for name in {*places.values()}}
    return {_plain(name): where for name, where in places.items()}


def _plain(place: str) -> str:
    return BEHIND.sub("", AROUND.sub("", plain(place.replace("&", " and "))))
