"""The finished study, with captions of its own."""

from pathlib import Path

import pytest

from verbatim.search import places


@pytest.fixture
def study(study: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the study to work in; the captions searched are in it."""
    monkeypatch.setattr(places, "CAPTIONS", study / "captions")
    return study
