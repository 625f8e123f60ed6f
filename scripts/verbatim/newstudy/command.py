"""What `make new-study` says: what was written, what is left to people, what cannot be done."""

import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

from verbatim import door, files
from verbatim.errors import StudyError, StudyErrors, raise_all
from verbatim.newstudy.gather import transcripts
from verbatim.newstudy.write import new_study
from verbatim.register import PRIVATE, TRANSCRIPTS, is_litter

HOUSE = Path(__file__).parents[3]
README = "README.md"
BEGUN = ("config.yaml", "data")
"""By one of these a folder that is not empty is a study's."""

NAMED = (
    "as in make new-study DIR=~/studies/nurses FILES=~/transcripts; a new folder inside another "
    "one will do; a path with blanks stands between quotation marks"
)
HELD = (
    "as in FILES=~/transcripts; a path with blanks stands between quotation marks; transcripts "
    f"that lie in {TRANSCRIPTS}/ of the study are found without FILES"
)


def run(name: str, source: Path | None) -> int:
    """Write the study folder and print what was done and what comes next.

    Returns:
        Exit code: 0 when it stands, 2 for something that the researcher must mend.
    """
    study = files.at_home(Path(name))
    try:
        raise_all(list(_mistaken(name, study, source and files.at_home(source))))
        messages = new_study(study, source and files.at_home(source))
    except (StudyError, StudyErrors) as error:
        return _stop(error)
    except OSError as error:
        if not door.is_of_the_machine(error):
            raise
        return _stop(door.of_the_machine(error))
    print("\n".join(messages))
    print(f"\nFirst half hour: {study / README}")
    print(f"Then:            make study STUDY={shlex.quote(str(study))}")
    return 0


def _mistaken(name: str, study: Path, source: Path | None) -> Iterator[StudyError]:
    """Say what is wrong with the folders that were named, before anything is written."""
    if found := _no_study(study) if name else "no folder":
        yield StudyError("DIR", found, "the folder of the study, new or not", NAMED)
    if source is not None and (found := _no_source(study, source)):
        yield StudyError("FILES", found, "a folder with transcripts", HELD)


def _no_study(study: Path) -> str:
    """Why a study cannot lie there; empty if it can."""
    try:
        there = next(path for path in (study, *study.parents) if path.exists())
    except OSError:  # longer than the disk has room for
        return "a path that cannot be"
    if not there.is_dir():
        return "a file" if there == study else "a folder in what is a file"
    for inside in (study / PRIVATE.parent, study / PRIVATE, study / TRANSCRIPTS):
        if inside.exists() and not inside.is_dir():
            return f"a folder in which {inside.relative_to(study)} is a file"
    if study.resolve() == HOUSE:
        return "the folder of Verbatim itself, where the demonstration lies"
    if there != study or any((study / begun).exists() for begun in BEGUN):
        return ""
    others = any(not is_litter(path.name) for path in study.iterdir())
    return "a folder with other things in it, none of them a study's" if others else ""


def _no_source(study: Path, source: Path) -> str:
    """Why transcripts cannot be taken from there; empty if they can."""
    try:
        is_folder = source.is_dir()
    except OSError:
        return "a path that cannot be"
    if not is_folder:
        return "a file" if source.exists() else "no such folder"
    if study.resolve().is_relative_to(source.resolve()):
        return "the folder of the study itself, or one in which it lies"
    return "" if next(transcripts(source), None) else "a folder without any file"


def _stop(error: StudyError | StudyErrors) -> int:
    errors = error.errors if isinstance(error, StudyErrors) else [error]
    print("\n\n".join(map(str, errors)), file=sys.stderr)
    return 2
