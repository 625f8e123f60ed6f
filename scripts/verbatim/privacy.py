"""The privacy law in the file system: git tracks nothing private, nobody else reads it."""

import os
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

from verbatim.errors import StudyError, raise_all

DEMONSTRATION = Path("data/demonstration.txt")
"""Blob and path of each invented file under data/private/ that the project itself tracks."""

CLOSED = ("results/private", "results/restricted")
"""Folders that the program makes and that hold what people said."""

KEPT_OUT = ("*private/*", "*restricted/*")
"""What git is asked for, under the study's folder."""


def close(study: Path) -> None:
    """Make the folders that hold what people said readable by their owner only, and not by git.

    A folder that is there keeps what it grants its group, so that a team can share it, but never
    grants anything to everybody.
    """
    for name in CLOSED:
        folder = study / name
        if not folder.is_dir():
            folder.parent.mkdir(parents=True, exist_ok=True)
            folder.mkdir(mode=0o700)
        elif folder.stat().st_mode & stat.S_IRWXO:
            folder.chmod(stat.S_IMODE(folder.stat().st_mode) & ~stat.S_IRWXO)
        ignore = folder / ".gitignore"
        if not ignore.is_file():
            ignore.write_text("*\n", encoding="utf-8")


def warnings(study: Path) -> Iterator[str]:
    """Say what does not break the privacy law yet, but would by one careless step."""
    home = (study / "data/private").resolve()
    if all(_open(folder) for folder in (home, *home.parents)):
        yield (
            "data/private is open to everybody who has an account on this computer; "
            "`chmod -R o= data/private` closes it"
        )
    try:
        free = _listed(study, "--others", "--exclude-standard")
    except (OSError, subprocess.CalledProcessError):
        if any(
            (folder / ".git").exists() for folder in (study.resolve(), *study.resolve().parents)
        ):
            yield "git cannot be asked whether it tracks private files; see to it yourself"
        return
    if free:
        yield (
            f"git does not ignore {len(free)} private files, and `git add .` would track them; "
            "write the lines private/ and restricted/ into the study's .gitignore"
        )


def check_untracked(study: Path, house: Path) -> None:
    """Refuse a study of which git tracks a private or restricted file.

    The demonstration study's files, invented, are exempt blob by blob: once one of them is
    replaced by something else and added to git, it is no longer exempt.

    Raises:
        StudyError: If git tracks such a file.
        StudyErrors: If it tracks several.
    """
    try:
        listed = _listed(study, "-s")
    except (OSError, subprocess.CalledProcessError):
        return
    exempt = _exempt(house)
    errors = []
    for entry in listed:
        state, path = entry.split("\t", 1)
        if state.split()[1] not in exempt:
            errors.append(
                StudyError(
                    "git",
                    "a private or restricted file that it tracks",
                    "no file under a folder named private or restricted",
                    "git rm --cached FILE takes it out; if it was ever pushed, tell your "
                    "data-protection officer",
                    private=path,
                )
            )
    raise_all(errors)


def _open(folder: Path) -> bool:
    """Whether everybody who has an account may enter."""
    return bool(folder.stat().st_mode & stat.S_IXOTH)


def _listed(study: Path, *which: str) -> list[str]:
    """Ask git for files; of whatever repository the study lies in, whoever owns that."""
    away = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    asked = ["git", "-c", "safe.directory=*", "-C", str(study), "ls-files", *which, "-z", "--"]
    answer = subprocess.run([*asked, *KEPT_OUT], check=True, capture_output=True, env=away)
    return [
        entry for entry in answer.stdout.decode("utf-8", "surrogateescape").split("\0") if entry
    ]


def _exempt(house: Path) -> set[str]:
    lines = (house / DEMONSTRATION).read_text(encoding="utf-8").splitlines()
    return {line.split()[0] for line in lines if line and not line.startswith("#")}
