"""Regions and nations of the United Kingdom, by county, city or large town."""

import re
import tomllib
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_suffix(".toml")

ANOTHER = "Another place"
"""Region and nation of whatever the list does not have."""

AROUND = re.compile(r"^(county|co\.?|the|city of|royal borough of|london borough of)\s+")
BEHIND = re.compile(r"\s+(county|city|council|borough)$")


def region(place: str) -> str:
    """Give the ITL 1 region (ONS) of a county, city, large town, or of a region itself."""
    return _known().get(_plain(place), (ANOTHER, ANOTHER))[0]


def nation(place: str) -> str:
    """Give the nation of a place, as `region`; and that of a nation itself."""
    return _known().get(_plain(place), (ANOTHER, ANOTHER))[1]


def is_known(place: str) -> bool:
    """Say whether the list has a place."""
    return _plain(place) in _known()


@cache
def _known() -> dict[str, tuple[str, str]]:
    """Region and nation by place."""
    listed = tomllib.loads(LIST.read_text(encoding="utf-8"))
    known = {}
    for country, regions in listed.items():
        for name, places in regions.items():
            for place in (name, *places.replace("\n", "").split("|")):
                known[_plain(place)] = (name, country)
    known.pop("", None)
    return known


def _plain(place: str) -> str:
    words = " ".join(place.casefold().replace("&", "and").replace("-", " ").split())
    return BEHIND.sub("", AROUND.sub("", words))
