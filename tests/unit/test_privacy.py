"""Git never tracks what people bring, and nobody else on the computer reads it."""

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


def test_repository_around_the_study_counts(study: Path) -> None:
    """A study inside somebody's repository is refused like one that is a repository itself."""
    inner = study / "work/study"
    (inner / "data/private").mkdir(parents=True)
    (inner / "data/private/Joan.txt").write_text("real\n")
    assert ["git does not ignore 1 private files"] == [
        message.partition(",")[0] for message in privacy.warnings(inner) if "git" in message
    ]

    subprocess.run(["git", "-C", str(study), "add", "-f", "."], check=True)
    with pytest.raises(StudyError, match="that it tracks"):
        privacy.check_untracked(inner, study)


def test_hook_of_another_repository_does_not_answer(
    study: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What git sets for its hooks does not lead the question to another repository."""
    (study / "data/private/Joan.txt").write_text("real\n")
    subprocess.run(["git", "-C", str(study), "add", "-f", "."], check=True)
    monkeypatch.setenv("GIT_DIR", str(tmp_path_factory.mktemp("other") / ".git"))

    with pytest.raises(StudyError):
        privacy.check_untracked(study, study)


def test_git_that_cannot_answer_is_told(tmp_path: Path) -> None:
    """Where a repository cannot be read, nobody is told that all is well."""
    (tmp_path / "data/private").mkdir(parents=True)
    (tmp_path / ".git").write_text("gitdir: /nowhere\n")

    assert any("cannot be asked" in message for message in privacy.warnings(tmp_path))


def test_ignored_and_closed_needs_no_warning(study: Path) -> None:
    """Nothing is said where git ignores private folders and the folder is closed."""
    (study / "data/private/Joan.txt").write_text("real\n")
    (study / ".gitignore").write_text("private/\n")
    (study / "data/private").chmod(0o700)

    assert list(privacy.warnings(study)) == []


def test_open_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A private folder that every account may enter is told, unless one above it is closed."""
    home = tmp_path / "data/private"
    home.mkdir(parents=True)
    closed: set[Path] = set()
    monkeypatch.setattr(privacy, "_open", lambda folder: folder not in closed)
    assert any("open to everybody" in message for message in privacy.warnings(tmp_path))

    closed.add(tmp_path.parent)
    assert not any("open to everybody" in message for message in privacy.warnings(tmp_path))


def test_made_folders_are_closed(tmp_path: Path) -> None:
    """What the program makes of speech is its owner's; a group that was let in stays in."""
    privacy.close(tmp_path)
    private, restricted = (tmp_path / name for name in privacy.CLOSED)
    assert {folder.stat().st_mode & 0o777 for folder in (private, restricted)} == {0o700}

    private.chmod(0o775)
    privacy.close(tmp_path)
    assert private.stat().st_mode & 0o777 == 0o770
    assert (restricted / ".gitignore").read_text() == "*\n"


def test_no_git_no_question(tmp_path: Path) -> None:
    """A study folder without git is fine."""
    privacy.check_untracked(tmp_path, tmp_path)
