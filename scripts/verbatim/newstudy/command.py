"""What `make new-study` says: what was written, what is left to people, what cannot be done."""

import sys
from pathlib import Path

from verbatim import door
from verbatim.errors import StudyError, StudyErrors, raise_all
from verbatim.newstudy.write import new_study
from verbatim.register import PRIVATE

README = "README.md"


def run(name: str, source: Path | None) -> int:
    """Write the study folder and print what was done and what comes next.

    Returns:
        Exit code: 0 when it stands, 2 for something that the researcher must mend.
    """
    try:
        raise_all(_unnamed(name))
        study = Path(name).expanduser()
        messages = new_study(study, source.expanduser() if source else None)
    except (StudyError, StudyErrors) as error:
        return _stop(error)
    except OSError as error:
        if not door.is_of_the_machine(error):
            raise
        return _stop(door.of_the_machine(error))
    print("\n".join(messages))
    print(f"\nFirst half hour: {study / README}\nThen:            make study STUDY={study}")
    return 0


def _unnamed(name: str) -> list[StudyError]:
    path = Path(name).expanduser()
    if name and not (path.exists() and not path.is_dir()):
        return []
    return [
        StudyError(
            "DIR",
            "a file of that name" if name else "no folder",
            "the folder of the study, new or not",
            f"as in make new-study DIR=~/studies/nurses FILES=~/transcripts; without FILES, "
            f"transcripts are taken from {PRIVATE}/transcripts/ in it",
        )
    ]


def _stop(error: StudyError | StudyErrors) -> int:
    errors = error.errors if isinstance(error, StudyErrors) else [error]
    print("\n\n".join(map(str, errors)), file=sys.stderr)
    return 2
