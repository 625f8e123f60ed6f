"""Whether a folder is a study's: asked by every command before it touches anything."""

from pathlib import Path

from verbatim.errors import StudyError
from verbatim.register import REGISTER


def check(study: Path) -> None:
    """Let only the folder of a study pass.

    Raises:
        StudyError: If it has no register.
    """
    if (study / REGISTER).is_file():
        return
    workbook = (study / REGISTER.with_suffix(".xlsx")).is_file()
    raise StudyError(
        str(study) if study.name else "this folder",
        f"no {REGISTER}" if study.is_dir() else "no such folder",
        "a study folder with config.yaml and data/",
        "save interviews.xlsx as CSV UTF-8 beside it"
        if workbook
        else "`make new-study DIR=` and a folder begins one from your transcripts; "
        "data/README.md says what to bring",
    )
