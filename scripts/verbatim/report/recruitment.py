"""How participants were found, as the team wrote it down."""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from verbatim.errors import StudyError

KEYS = ("invited", "took_part", "route")


@dataclass(frozen=True)
class Recruitment:
    """How participants were found.

    Attributes:
        invited: People who were invited; None where not written down.
        took_part: People who took part; None where not written down.
        route: How they were found, in the team's words, which are printed.
    """

    invited: int | None = None
    took_part: int | None = None
    route: str = ""


def read(paths: list[Path]) -> Recruitment:
    """Read `recruitment.yaml`; without a file nothing is known.

    Keys other than `invited`, `took_part` and `route` are not printed, which the log says.

    Raises:
        StudyError: If the file is not such a map, or a number is none or too large.
    """
    if not paths:
        return Recruitment()
    path = paths[0]
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8-sig")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise _wrong(path, "a file that is not YAML in UTF-8") from error
    if not isinstance(content, dict):
        raise _wrong(path, f"a {type(content).__name__}")
    others = [key for key in content if key not in KEYS]
    if others:
        logging.warning("%s: %d keys are not known and not printed", path, len(others))
    invited, took_part = (_number(path, content, key) for key in KEYS[:2])
    if invited is not None and took_part is not None and took_part > invited:
        raise _wrong(path, f"took_part {took_part}, more than invited {invited}")
    return Recruitment(invited, took_part, str(content.get("route") or "").strip())


def _number(path: Path, content: dict[str, Any], key: str) -> int | None:
    value = content.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise _wrong(path, f"{key} that is not a whole number")
    return value


def _wrong(path: Path, found: str) -> StudyError:
    return StudyError(
        str(path),
        found,
        f"the keys {', '.join(KEYS)}: two whole numbers and a sentence",
        "leave out what is not known",
    )
