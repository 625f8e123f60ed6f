"""The privacy law where git is concerned: nothing private is ever tracked."""

import subprocess
from pathlib import Path

from verbatim.errors import StudyError, raise_all

DEMONSTRATION = Path("data/demonstration.txt")
"""Blob and path of each invented file under data/private/ that the project itself tracks."""


def check_untracked(study: Path, house: Path) -> None:
    """Refuse a study of which git tracks a private or restricted file.

    The demonstration study's files, invented, are exempt blob by blob: once one of them is
    replaced by something else and added to git, it is no longer exempt.

    Raises:
        StudyError: If git tracks such a file.
        StudyErrors: If it tracks several.
    """
    try:
        listed = subprocess.run(
            ["git", "-C", str(study), "ls-files", "-s", "-z", "--", "*private/*", "*restricted/*"],
            check=True,
            capture_output=True,
        ).stdout.decode("utf-8", "surrogateescape")
    except (OSError, subprocess.CalledProcessError):
        return
    exempt = _exempt(house)
    errors = []
    for entry in filter(None, listed.split("\0")):
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


def _exempt(house: Path) -> set[str]:
    lines = (house / DEMONSTRATION).read_text(encoding="utf-8").splitlines()
    return {line.split()[0] for line in lines if line and not line.startswith("#")}
