"""Where the key is kept, and how it is read and written."""

import getpass
import json
import os
from pathlib import Path
from typing import Any

from verbatim import files, folder, settings
from verbatim.errors import StudyError
from verbatim.key.content import FORM
from verbatim.key.seal import is_sealed, sealed, unsealed

SETTING = "config.yaml, deidentify: key"
PASSPHRASE = "VERBATIM_PASSPHRASE"  # noqa: S105  the name of a variable
"""Environment variable that holds the passphrase, where nobody is there to type it."""


def chosen() -> dict[str, Any]:
    """Read the settings of the study in the current folder.

    Raises:
        StudyError: If it is no study, or its settings are not as they must be.
    """
    folder.check(Path())
    return settings.of(Path())


def path_of(chosen: dict[str, Any]) -> Path:
    """Give the path of the key.

    Raises:
        StudyError: If it lies in the study but not under data/private/.
    """
    path = files.at_home(Path(chosen["deidentify"]["key"]))
    study = Path().resolve()
    whole = (study / path).resolve()
    if whole.is_relative_to(study) and not whole.is_relative_to(study / "data/private"):
        raise StudyError(
            SETTING,
            "a path in the study outside data/private/",
            "a path under data/private/, or one outside the study",
            "results/ is what people delete and hand on; the key belongs beside the transcripts "
            "or on another disk",
        )
    return path


def read(path: Path) -> dict[str, Any]:
    """Read the key, asking for the passphrase where it is sealed.

    Raises:
        StudyError: If there is none, it is none, or the passphrase does not open it.
    """
    if not path.is_file():
        raise StudyError(
            "the key", "no file where config.yaml says", "a key", "`make key` writes it"
        )
    raw = path.read_bytes()
    if is_sealed(raw):
        raw = unsealed(raw, passphrase(new=False))
    try:
        key = json.loads(raw)
    except ValueError:
        key = {}
    if not isinstance(key, dict) or key.get("form") != FORM:
        raise StudyError("the key", "a file of another form", FORM, "`make key` writes it anew")
    return key


def write(path: Path, key: dict[str, Any], secret: str) -> None:
    """Write the key, readable by its owner only; sealed where there is a passphrase."""
    raw = (json.dumps(key, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with files.whole(path, mode=0o600) as temporary:
        temporary.write_bytes(sealed(raw, secret) if secret else raw)


def passphrase(new: bool) -> str:
    """Take the passphrase from the environment, else ask for it; a new one twice.

    Raises:
        StudyError: If nobody can be asked, or the two differ.
    """
    if given := os.environ.get(PASSPHRASE, ""):
        return given
    try:
        first = getpass.getpass("Passphrase of the key: ")
        second = getpass.getpass("Once more: ") if new else first
    except (EOFError, OSError):
        first = second = ""
    if not first or first != second:
        raise StudyError(
            "the passphrase",
            "two that differ" if first else "none",
            "the same twice, typed or in the environment variable " + PASSPHRASE,
        )
    return first
