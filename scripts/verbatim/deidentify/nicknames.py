"""Short forms of first names, and names that are one letter wrong."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_suffix(".toml")


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """Give the short forms by the full first name, all in lower case."""
    with TABLE.open("rb") as handle:
        return {name: frozenset(text.split()) for name, text in tomllib.load(handle).items()}


def brought(names: Iterable[str]) -> frozenset[str]:
    """Give the short forms that first names bring with them, each of one name only.

    Where William and Wilma are both spoken of, Will could be either, and neither brings it.
    """
    full = {name.lower() for name in names}
    counts = Counter(short for name in full for short in short_forms().get(name, ()))
    return frozenset(short for short, count in counts.items() if count == 1) - full
