"""The finished study in miniature, to work on."""

import shutil
from pathlib import Path

import pytest
from tests import finished


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study, built once."""
    return finished.build(tmp_path_factory.mktemp("template") / "study")


@pytest.fixture
def study(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the study to work in, as current folder."""
    copy = Path(shutil.copytree(template, tmp_path / "study"))
    monkeypatch.chdir(copy)
    return copy
