"""The finished study in miniature, built once, for the rooms that work on a whole study."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study, built once."""
    from tests import finished  # noqa: PLC0415  most tests need no study and no drawing

    return finished.build(tmp_path_factory.mktemp("template") / "study")


@pytest.fixture
def study(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the study to work in, as current folder."""
    copy = Path(shutil.copytree(template, tmp_path / "study"))
    monkeypatch.chdir(copy)
    return copy
