"""Searching a finished study again in a moment: only what has changed since it was found clean."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import files
from verbatim.provenance import LOCK, code_behind
from verbatim.search.findings import Finding
from verbatim.search.forms import Phrase
from verbatim.search.names import Names
from verbatim.search.places import Search, everywhere, state

if TYPE_CHECKING:
    from verbatim import leaks

MEMORY = Path("results/private/searched.json")
"""Names searched for, and which files were clean; private, as the names are."""

CHECK = "release_check.py"
"""Door whose code the search is."""

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


State = dict[str, list[Any]]
"""Length, date, SHA-256 and whether it quotes, of each file that was found clean, by its path."""


def search(study: Path) -> list[Finding]:
    """Search as `leaks.search` does, and remember what was clean.

    While the names are the same, only files with another length or date than at the last clean
    search are looked at, and only contents that were nowhere clean are read: a moment, where
    little has changed.
    """
    memory = _read(study / MEMORY)
    if memory.get("known") != _known(study):
        return _whole(study)
    names, surviving = _names(memory)
    looking = Search(names, surviving, _contents(memory))
    clean: State = memory["clean"]
    findings: list[Finding] = []
    now: State = {}
    for place in everywhere(study):
        before = clean.get(place.shown, [])
        if before[:2] == state(place.path) != []:
            now[place.shown] = before
            continue
        found = looking.findings(place)
        findings += found
        if not found and place.shown in looking.states:
            now[place.shown] = looking.states[place.shown]
    if now != clean:
        _write(study, {**memory, "clean": now}, looking)
    return findings


def looking(study: Path, known: "leaks.Known") -> Search:
    """A search for the names known, which spares contents that were clean of the same names."""
    memory = _read(study / MEMORY)
    same = memory and _names(memory) == (known.names, known.surviving)
    if not same or memory["known"]["code"] != code_behind(CHECK):
        return Search(known.names, known.surviving)
    return Search(known.names, known.surviving, _contents(memory))


def remember(study: Path, known: "leaks.Known", searched: Search) -> None:
    """Note that what was searched is clean of the names known, as long as it stays as it was."""
    names = known.names
    memory = {
        "known": _known(study),
        "anyhow": sorted([*phrase, kind] for phrase, kind in names.anyhow.items()),
        "written": sorted([*phrase, kind] for phrase, kind in names.written.items()),
        "numbers": names.numbers,
        "surviving": sorted(known.surviving),
        "clean": searched.states,
    }
    _write(study, memory, searched)


def _whole(study: Path) -> list[Finding]:
    from verbatim import leaks  # noqa: PLC0415  slow to import, and mostly not needed

    known = leaks.read(study)
    searched = looking(study, known)
    _, findings = leaks.check(known, study, [], searched)
    if not findings:
        remember(study, known, searched)
    return findings


def _write(study: Path, memory: dict[str, Any], searched: Search) -> None:
    """Write the memory with the clean contents of the files in it, and no others."""
    there = {(content, quotes) for _, _, content, quotes in memory["clean"].values()}
    contents = [[*key, many] for key, many in searched.clean_now() if key in there]
    files.write_json(study / MEMORY, {**memory, "contents": sorted(contents)})


def _contents(memory: dict[str, Any]) -> dict[tuple[str, bool], int]:
    return {(content, quotes): many for content, quotes, many in memory["contents"]}


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _names(memory: dict[str, Any]) -> tuple[Names, set[Phrase]]:
    """What was searched for, and which of it de-identified text kept."""

    def phrases(rows: list[list[str]]) -> dict[Phrase, str]:
        return {tuple(words): kind for *words, kind in rows}

    names = Names(phrases(memory["anyhow"]), phrases(memory["written"]), memory["numbers"])
    return names, {tuple(phrase) for phrase in memory["surviving"]}


def _known(study: Path) -> dict[str, Any]:
    """State of everything that the names depend on, the code of the search among it."""
    held = sorted(path for pattern in KNOWN for path in study.glob(pattern))
    states = {path.relative_to(study).as_posix(): state(path) for path in held}
    return {"files": states, "code": code_behind(CHECK), "lock": state(LOCK)}
