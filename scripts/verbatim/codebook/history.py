"""Reading history.yaml: which codes each version held and what changed between them."""

from dataclasses import replace
from difflib import get_close_matches

import yaml

from verbatim.codebook.framework import CODEBOOK, FOLDER, Files, check_ids, number_of
from verbatim.codebook.model import Change, Version, changed, undone
from verbatim.codebook.outline import Entry, Outline, line_of
from verbatim.errors import StudyError
from verbatim.tables.people import VersionCodes

HISTORY = "history.yaml"

SHAPES = {
    "add": (("code",), "", "code", (0, 0), (1, None)),
    "drop": (("code",), "code", "", (1, None), (0, 0)),
    "rename": (("from", "to"), "from", "to", (1, 1), (1, 1)),
    "merge": (("from", "into"), "from", "into", (1, None), (1, 1)),
    "split": (("from", "into"), "from", "into", (1, 1), (2, None)),
}
"""Per kind of change: its keys, which of them holds the codes before and after, how many."""


def read_history(
    files: Files, current: tuple[str, ...], number: int | None, number_line: int | None
) -> tuple[tuple[Version, ...], dict[str, str]]:
    """Every version, oldest first, and the names that past codes had."""
    outline, root = files.outline(HISTORY)
    top = None if outline.errors else outline.entry(root, "a history", ("versions",), ("note",))
    if top is None:
        return (), {}
    versions: list[Version] = []
    names: dict[str, str] = {}
    line = top.line
    for node in outline.items(top, "versions"):
        entry = outline.entry(
            node, "a version", ("version",), ("date", "note", "codes", "built_from", "changes")
        )
        if entry is None or (one := number_of(outline, entry, "version")) is None:
            return (), {}
        line = entry.line
        listed = _listed(files, outline, entry)
        names.update(listed or {})
        versions.append(_version(outline, entry, one, versions, listed))
    if not versions:
        return (), {}
    last = versions[-1]
    if not outline.errors:
        _compare(outline, line, (last.number, last.codes), current, CODEBOOK)
        if number is not None and number != last.number:
            Outline(f"{FOLDER}/{CODEBOOK}", outline.errors).say(
                number_line,
                f"version {number}",
                f"version {last.number}, the last one of {HISTORY}",
                f"add the new version with its changes to {HISTORY}, or correct the number",
            )
    # The framework's own order is the current version's.
    versions[-1] = replace(last, codes=current)
    return tuple(versions), names


def _version(
    outline: Outline,
    entry: Entry,
    number: int,
    earlier: list[Version],
    listed: dict[str, str] | None,
) -> Version:
    """One version: the codes of the one before, with the changes made."""
    before = earlier[-1] if earlier else None
    changes = tuple(
        change
        for node in outline.items(entry, "changes")
        if (change := _change(outline, node)) is not None
    )
    if before is None:
        codes = tuple(listed or {})
        if listed is None and not outline.errors:
            outline.say(
                entry.line,
                f"version {number}, the first one, without a list of its codes",
                f"codes: and the name of a CSV file in {FOLDER}/ (columns code, name, definition)",
            )
        if changes:
            outline.say(
                changes[0].line, "changes in the first version", "changes from the second one on"
            )
    else:
        codes = before.codes
        if number != before.number + 1:
            outline.say(
                entry.line, f"version {number} after version {before.number}", "versions in order"
            )
        # Where the first list could not be read, nothing can be said about changes to it.
        for change in changes if before.codes else ():
            if problem := undone(codes, change):
                _say_undone(outline, change, problem, codes)
            else:
                codes = changed(codes, change)
        if listed is not None and not outline.errors:
            file = outline.word(entry, "codes")
            _compare(outline, entry.line, (number, codes), tuple(listed), file)
    built_from = frozenset(outline.words(entry, "built_from"))
    return Version(
        number,
        outline.word(entry, "date"),
        codes,
        changes,
        built_from | (before.built_from if before else frozenset()),
    )


def _change(outline: Outline, node: yaml.Node) -> Change | None:
    kinds = {
        str(value.value)
        for key, value in (node.value if isinstance(node, yaml.MappingNode) else [])
        if key.value == "change"
    }
    kind = next(iter(kinds), "")
    if kind not in SHAPES:
        outline.say(
            line_of(node),
            f"the change {kind[:40]}" if kind else "a change that does not say what it is",
            f"change: one of {', '.join(SHAPES)}",
        )
        return None
    keys, key_before, key_after, few, many = SHAPES[kind]
    entry = outline.entry(node, f"the change {kind}", ("change", *keys), ("why",))
    if entry is None:
        return None
    before = outline.words(entry, key_before) if key_before else ()
    after = outline.words(entry, key_after) if key_after else ()
    for codes, key, (low, high) in ((before, key_before, few), (after, key_after, many)):
        if len(codes) < low or (high is not None and len(codes) > high):
            outline.say(
                entry.line,
                f"{kind} with {len(codes)} codes under {key}",
                f"at least {low}" if high is None else f"{low}",
            )
            return None
        check_ids(outline, "code", [(code, entry.line) for code in codes])
    return Change(kind, before, after, outline.word(entry, "why"), entry.line)


def _say_undone(outline: Outline, change: Change, problem: str, codes: tuple[str, ...]) -> None:
    absent = [code for code in change.before if code not in codes]
    near = [match for code in absent for match in get_close_matches(code, codes, n=1)]
    hint = (
        f"{near[0]} is meant?"
        if near
        else "changes are made one after another, in the order in which they stand"
    )
    if change.kind == "rename" and not absent:
        hint = "two codes becoming one is a merge"
    outline.say(change.line, problem, "codes as they stand after the changes before it", hint)


def _listed(files: Files, outline: Outline, entry: Entry) -> dict[str, str] | None:
    """Names by code of the list that a version names, or nothing where it names none."""
    name = outline.word(entry, "codes")
    if not name:
        return None
    if name not in files.paths:
        outline.say(
            line_of(entry.parts["codes"]),
            f"the file {name[:60]}, which is not there",
            f"a CSV file in {FOLDER}/ with the columns code, name, definition",
        )
        return None
    try:
        table = VersionCodes.read(files.paths[name])
    except StudyError as error:
        error.where = error.where.replace(str(files.paths[name]), f"{FOLDER}/{name}")
        outline.errors.append(error)
        return None
    rows = [(str(row.code).strip(), str(row.name).strip()) for row in table.itertuples(index=False)]
    numbered = [(code, row) for row, (code, _) in enumerate(rows, start=2)]
    check_ids(Outline(f"{FOLDER}/{name}", outline.errors), "code", numbered)
    return {code: shown or code for code, shown in rows}


def _compare(
    outline: Outline,
    line: int,
    version: tuple[int, tuple[str, ...]],
    listed: tuple[str, ...],
    file: str,
) -> None:
    """Say where the codes that the changes make are not those that a file lists."""
    number, made = version
    if set(made) == set(listed):
        return
    only_made = [code for code in made if code not in listed]
    only_listed = [code for code in listed if code not in made]
    outline.say(
        line,
        "; ".join(
            f"{where}: {', '.join(codes)}"
            for where, codes in (
                (f"only after the changes of version {number}", only_made),
                (f"only in {file}", only_listed),
            )
            if codes
        ),
        f"the same codes in {file} and after the changes",
        "a code that came, went or has another id needs a change (add, drop, rename, merge, split)",
    )
