"""Searching a finished study again in a moment: only what has changed since it was found clean."""

import json
from pathlib import Path
from typing import Any

from verbatim import files
from verbatim.provenance import LOCK, code_behind
from verbatim.search.findings import Finding
from verbatim.search.forms import Phrase
from verbatim.search.names import Names
from verbatim.search.places import Search, everywhere

MEMORY = Path("results/private/searched.json")
"""Names searched for, and which files were clean; private, as the names are."""

KNOWN = (
    "config.yaml",
    "data/private/participants.csv",
    "data/private/identifiers/*.csv",
    "results/4_code/codebook.csv",
    "results/private/1_ingest/tickets/*.json",
    "results/private/1_ingest/segments/*.csv",
    "results/private/2_deidentify/*.csv",
    "results/restricted/2_deidentify/segments/*.csv",
)
"""What the names, and the search of the text, depend on."""


def search(study: Path) -> list[Finding]:
    """Search as `leaks.search` does, and remember what was clean.

    While the names are the same, only files with another length or date than at the last clean
    search are read: a moment, where nothing else has changed.
    """
    memory = _read(study / MEMORY)
    if memory.get("known") != _known(study):
        return _whole(study)
    looking = Search(_names(memory), {tuple(phrase) for phrase in memory["surviving"]})
    clean: dict[str, Any] = memory["clean"]
    findings: list[Finding] = []
    now = {}
    for place in everywhere(study):
        state = _state(place.path)
        found = [] if clean.get(place.shown) == state else looking.findings(place)
        findings += found
        if not found:
            now[place.shown] = state
    if now != clean:
        files.write_json(study / MEMORY, {**memory, "clean": now})
    return findings


def _whole(study: Path) -> list[Finding]:
    from verbatim import leaks  # noqa: PLC0415  slow to import, and mostly not needed

    before = {place.shown: _state(place.path) for place in everywhere(study)}
    known = leaks.read(study)
    names, surviving = leaks.names_and_surviving(known)
    _, findings = leaks.check(known, study, [])
    if not findings:
        files.write_json(
            study / MEMORY,
            {
                "known": _known(study),
                "anyhow": sorted([*phrase, kind] for phrase, kind in names.anyhow.items()),
                "written": sorted([*phrase, kind] for phrase, kind in names.written.items()),
                "numbers": names.numbers,
                "surviving": sorted(surviving),
                "clean": before,
            },
        )
    return findings


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _names(memory: dict[str, Any]) -> Names:
    def phrases(rows: list[list[str]]) -> dict[Phrase, str]:
        return {tuple(words): kind for *words, kind in rows}

    return Names(phrases(memory["anyhow"]), phrases(memory["written"]), memory["numbers"])


def _known(study: Path) -> dict[str, Any]:
    """State of everything that the names depend on, the code of the search among it."""
    held = sorted(path for pattern in KNOWN for path in study.glob(pattern))
    states = {path.relative_to(study).as_posix(): _state(path) for path in held}
    return {"files": states, "code": code_behind("release_check.py"), "lock": _state(LOCK)}


def _state(path: Path) -> list[int]:
    try:
        state = path.stat()
    except OSError:
        return []
    return [state.st_size, state.st_mtime_ns]
