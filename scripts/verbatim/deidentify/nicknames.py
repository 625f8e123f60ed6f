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


def misspelt(word: str, name: str) -> bool:
    """Whether one letter is wrong, missing, too many or swapped with its neighbour."""
    if word == name or abs(len(word) - len(name)) > 1:
        return False
    at = next(
        (at for at, pair in enumerate(zip(word, name, strict=False)) if pair[0] != pair[1]), None
    )
    if at is None:
        return True
    swapped = word[at : at + 2] == name[at : at + 2][::-1] and word[at + 2 :] == name[at + 2 :]
    return (
        word[at + 1 :] == name[at + 1 :]
        or word[at:] == name[at + 1 :]
        or word[at + 1 :] == name[at:]
        or (swapped and len(word) == len(name))
    )
