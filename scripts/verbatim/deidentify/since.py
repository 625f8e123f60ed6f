"""What a run changes in interviews that nobody touched: names that another interview brought."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from verbatim import files

LAST = Path("results/private/cache/deidentify_decide/last.json")
"""What the run before replaced; results never depend on it, only what is said about them does."""


def tell(identifiers: pd.DataFrame, spoken: dict[str, str], last: Path = LAST) -> None:
    """Say in which untouched interviews other mentions are replaced than in the run before.

    Names are pooled over the study, so that an interview that comes in may show that a word in
    another one is a name. Nothing is said the first time.

    Args:
        identifiers: `Identifiers`.
        spoken: Hash of what is said, by interview.
        last: Where the run before is remembered, as places and never as words.
    """
    now = {
        interview: {"spoken": spoken[interview], "replaced": _places(identifiers, interview)}
        for interview in sorted(spoken)
    }
    before = _read(last)
    for message in _changes(before, now):
        logging.warning(message)
    files.write_json(last, now)


def _places(identifiers: pd.DataFrame, interview: str) -> list[list[int]]:
    rows = identifiers[
        (identifiers["interview"] == interview) & (identifiers["status"] == "replaced")
    ]
    places: list[list[int]] = rows[["segment", "start", "end"]].astype(int).to_numpy().tolist()
    return places


def _changes(before: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    if not before:
        return
    touched = [one for one in now if before.get(one, {}).get("spoken") != now[one]["spoken"]]
    if touched:
        some = ", ".join(touched[:3]) + (f" and {len(touched) - 3} more" if touched[3:] else "")
        because = f"names are pooled, and {some} came in or changed"
    else:
        because = "other answers, settings or another version of the program"
    for interview in sorted(set(now) & set(before) - set(touched)):
        old, new = ({tuple(place) for place in run[interview]["replaced"]} for run in (before, now))
        if old != new:
            yield (
                f"{interview}: {len(new - old)} mentions are replaced that were not in the last "
                f"run, {len(old - new)} no longer are ({because})"
            )


def _read(path: Path) -> dict[str, Any]:
    try:
        read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return read
