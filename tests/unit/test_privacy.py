"""Git never tracks what people bring."""

import subprocess
from pathlib import Path

import pytest

from verbatim import privacy
from verbatim.errors import StudyError


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study folder under git with one private file, which is exempt."""
    (tmp_path / "data/private").mkdir(parents=True)
    (tmp_path / "data/private/Jane.txt").write_text("hello\n")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    subprocess.run(["git", "-C", str(tmp_path), "add", "-f", "."], check=True)
    blob = subprocess.run(
        ["git", "-C", str(tmp_path), "hash-object", "data/private/Jane.txt"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    (tmp_path / privacy.DEMONSTRATION).write_text(f"# invented\n{blob}  data/private/Jane.txt\n")
    return tmp_path


def test_listed_file_is_exempt(study: Path) -> None:
    """An invented file on the list may be tracked, also while it is edited in place."""
    privacy.check_untracked(study, study)
    (study / "data/private/Jane.txt").write_text("hello, edited\n")
    privacy.check_untracked(study, study)


def test_other_file_stops(study: Path) -> None:
    """A tracked private file that is not on the list stops the run without being named."""
    (study / "data/private/Joan.txt").write_text("real\n")
    subprocess.run(["git", "-C", str(study), "add", "-f", "."], check=True)

    with pytest.raises(StudyError, match="that it tracks") as caught:
        privacy.check_untracked(study, study)

    assert "Joan" not in str(caught.value)


def test_no_git_no_question(tmp_path: Path) -> None:
    """A study folder without git is fine."""
    privacy.check_untracked(tmp_path, tmp_path)
