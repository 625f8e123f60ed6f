"""Whether a release is as it was made, and the study's results as the release has them."""

import json
from pathlib import Path

from verbatim.audit import manifest, pictures
from verbatim.audit.manifest import MANIFEST, POINTER, RELEASES, SUMS, Entry, Manifest, newest
from verbatim.errors import StudyError
from verbatim.files import sha256

__all__ = ["newest", "release", "study"]

MEND = "delete that file and run `make study` again"


def release(folder: Path) -> list[str]:
    """Hash every file of a release again and compare with what it says about itself.

    Returns:
        One line for each file changed, missing or added, each figure that was drawn from another
        table than the one beside it, and an id that is not the content's; none where all is well.

    Raises:
        StudyError: If the folder is no release.
    """
    found = _hashed(folder)
    try:
        listed = manifest.read(folder)
    except StudyError:
        if MANIFEST in found and SUMS in found:
            return [f"{MANIFEST}: changed (it cannot be read)"]
        raise
    own = {entry.path: entry for entry in listed.files}
    changed = [
        f"{path}: changed"
        for path, entry in own.items()
        if path in found and found[path] != entry.sha256
    ]
    missing = [f"{path}: missing" for path in [*own, SUMS] if path not in found]
    added = [f"{path}: added" for path in found if path not in {*own, MANIFEST, SUMS}]
    problems = sorted([*changed, *missing, *added])
    return problems + _about_itself(folder, listed, found) + _figures(folder)


def study(folder: Path, which: str = "") -> list[str]:
    """Verify a release of the study, the newest unless named, and the results beside it.

    Returns:
        The lines of `release`, and one for each working copy in `results/`, public or restricted,
        that is not what the release was made from.

    Raises:
        StudyError: If the study has no such release.
    """
    which = which or newest(folder)
    made = folder / RELEASES / which
    listed = manifest.read(made)
    problems = [f"{RELEASES / which}/{line}" for line in release(made)]
    if which == newest(folder):
        problems += _pointer(folder, listed)
        copies = [*(entry for entry in listed.files if entry.counts), *listed.restricted]
        problems += [
            line
            for entry in copies
            for line in _working_copy(folder / "results" / entry.path, entry)
        ]
    return problems


def _hashed(folder: Path) -> dict[str, str]:
    """Hash of every file in the folder by its path; a link is no file of a release."""
    return {
        path.relative_to(folder).as_posix(): "a link" if path.is_symlink() else sha256(path)
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def _about_itself(folder: Path, listed: Manifest, found: dict[str, str]) -> list[str]:
    """Check the id, the manifest and the sums: a release also vouches for what it says."""
    problems = []
    counted = [(path, found.get(path, digest)) for path, digest in listed.counted]
    identity = manifest.identity(counted)
    if identity != listed.id:
        problems.append(f"{MANIFEST}: the id {listed.id} is not that of the content ({identity})")
    if folder.parent.name == RELEASES.name and folder.name != listed.id:
        problems.append(f"{folder.name}: the folder is not called by the id {listed.id}")
    if SUMS not in found:
        return problems
    wanted = manifest.sums(
        {
            **{each.path: each.sha256 for each in listed.files},
            MANIFEST: found[MANIFEST],
        }
    )
    said = (folder / SUMS).read_bytes().decode("utf-8", "replace")
    if said != wanted:
        lines = set(said.splitlines()) ^ set(wanted.splitlines())
        names = {line.partition("  ")[2] for line in lines} or {SUMS}
        blame = MANIFEST if names == {MANIFEST} else SUMS
        problems.append(f"{blame}: changed ({MANIFEST} and {SUMS} do not fit together)")
    return problems


def _figures(folder: Path) -> list[str]:
    """Figures that were not drawn from the table beside them."""
    problems = []
    for path in sorted(folder.rglob("*")):
        table = path.with_suffix(".csv")
        if path.suffix not in pictures.SUFFIXES or not table.is_file():
            continue
        said = pictures.source(path).get("table")
        name = path.relative_to(folder).as_posix()
        if said is None:
            problems.append(f"{name}: does not say which table it was drawn from")
        elif said != sha256(table):
            problems.append(f"{name}: drawn from another table than {table.name} beside it")
    return problems


def _pointer(folder: Path, listed: Manifest) -> list[str]:
    """Compare release.json with the release that it points at."""
    content = json.loads((folder / POINTER).read_text(encoding="utf-8"))
    said = [(each["path"], each["sha256"]) for each in content.get("files", [])]
    said.append((manifest.TEXT, content.get("text", "")))
    return [] if sorted(said) == sorted(listed.counted) else [f"{POINTER}: edited by hand; {MEND}"]


def _working_copy(path: Path, entry: Entry) -> list[str]:
    shown = f"results/{entry.path}"
    if not path.is_file():
        return [f"{shown}: missing; `make study` makes it again"]
    digest = sha256(path)
    if digest == entry.sha256:
        return []
    if digest in _recorded(path):
        return [f"{shown}: newer than the release; `make study` makes a new one"]
    return [f"{shown}: edited by hand since it was made; {MEND}"]


def _recorded(path: Path) -> set[str]:
    """Hashes under which the study's records know the file."""
    results = next(parent for parent in path.parents if parent.name == "results")
    shown = path.relative_to(results.parent).as_posix()
    known = set()
    for record in (results / "provenance").glob("*.json"):
        try:
            outputs = json.loads(record.read_text(encoding="utf-8"))["outputs"]
        except (OSError, ValueError, KeyError):
            continue
        known.add(outputs.get(shown, ""))
    return known


def place_of(target: Path) -> tuple[Path, str]:
    """Tell whether a path is a study or a release.

    Returns:
        The study's folder and the name of the release in it, empty for the newest; for a release
        that lies elsewhere its own folder and "."

    Raises:
        StudyError: If it is neither.
    """
    target = target.resolve()
    for folder in (target, *target.parents):
        if (folder / MANIFEST).is_file():
            home = folder.parents[2] if len(folder.parents) > 2 else folder
            inside = folder.parent == home / RELEASES
            return (home, folder.name) if inside and (home / POINTER).is_file() else (folder, ".")
        if (folder / POINTER).is_file():
            return folder, ""
    raise StudyError(
        str(target),
        "neither a release nor a study with one",
        "a folder with results/8_release/release.json, or the folder of a release",
        "`make study` makes the release; name it as results/releases/<id>",
    )
