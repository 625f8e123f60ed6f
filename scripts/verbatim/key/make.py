"""Writing the key and the log of replacements: what `make key` does."""

import os
import secrets
import sys
from pathlib import Path

from verbatim import door, files, lock, privacy
from verbatim.errors import StudyError, StudyErrors
from verbatim.key import content, held
from verbatim.key.seal import is_sealed
from verbatim.tables.deidentify import Identifiers, Offsets
from verbatim.tables.key import ReplacementLog

IDENTIFIERS = Path("results/private/2_deidentify/identifiers.csv")
OFFSETS = Path("results/private/2_deidentify/offsets.csv")
LOG = "log.csv"


def run(study: Path, *, seal: bool) -> int:
    """Write the key of a study, and print where; give the exit code, 0 or 2."""
    try:
        print("\n".join(written(study, seal=seal)))
    except (StudyError, StudyErrors) as error:
        print("\n\n".join(door.messages(error, "key")), file=sys.stderr)
        return 2
    return 0


def written(study: Path, *, seal: bool) -> list[str]:
    """Write the key from what the last run decided, and the log of replacements beside it.

    A key that is there hands its salt on, so that digests of the log stay comparable; one that is
    sealed stays sealed.

    Args:
        study: Folder of the study.
        seal: Whether it is to open with a passphrase only.

    Raises:
        StudyError: If there is nothing to write, or the key that is there does not open.
    """
    study = files.at_home(study)
    if study.is_dir():
        os.chdir(study)
    settings = held.chosen()
    path = held.path_of(settings)
    if not IDENTIFIERS.is_file() or not OFFSETS.is_file():
        raise StudyError(
            "this study folder", "nothing that was replaced yet", "a run before", "run `make study`"
        )
    privacy.close(Path())
    with lock.held(Path()):
        identifiers, offsets = Identifiers.read(IDENTIFIERS), Offsets.read(OFFSETS)
        there = path.is_file()
        seal = seal or (there and is_sealed(path.read_bytes()))
        salt = bytes.fromhex(held.read(path)["salt"]) if there else secrets.token_bytes(32)
        secret = held.passphrase(new=not there) if seal else ""
        key = content.content(identifiers, offsets, salt, settings["study"]["title"])
        held.write(path, key, secret)
        ReplacementLog.write(content.log(identifiers, salt), path.with_name(LOG))
    state = "opens with the passphrase only" if secret else "readable by you alone, not sealed"
    return [
        f"Key  {path} ({state}): {len(key['identities'])} identities",
        f"Log  {path.with_name(LOG)}: {len(identifiers)} mentions, without what was said",
    ]
