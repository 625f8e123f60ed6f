"""Where well-known places of the British Isles lie."""

import re
import tomllib
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_suffix(".toml")

KIND_OF_PLACE = {"counties": "county", "cities": "city", "towns": "town", "districts": "district"}


@cache
def known_places() -> dict[str, tuple[str, str]]:
    """Kind and region by name, as `plain` writes it."""
    read = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return {
        plain(name.replace("_", " ")): (KIND_OF_PLACE[group], region)
        for region, groups in read.items()
        for group, names in groups.items()
        for name in names.split()
    }


def plain(name: str) -> str:
    """Words in lower case, without hyphens and other signs."""
    return " ".join(re.findall(r"[^\W_]+", name.casefold()))
