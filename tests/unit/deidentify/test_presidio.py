"""Presidio beside the rules: a stand-in with its interface lies on the path."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from verbatim.deidentify import presidio
from verbatim.deidentify.layers import Interview, run_layers
from verbatim.deidentify.learned import Learned
from verbatim.errors import StudyError

STAND_IN = """
from dataclasses import dataclass


@dataclass
class RecognizerResult:
    entity_type: str
    start: int
    end: int
    score: float


class AnalyzerEngine:
    def analyze(self, text, language, score_threshold):
        known = {"zedkin": "PERSON", "NHS": "ORGANIZATION", "Tuesday": "DATE_TIME", "1234": "PIN"}
        assert language == "en" and 0 < score_threshold < 1
        return [
            RecognizerResult(kind, text.index(word), text.index(word) + len(word), 0.85)
            for word, kind in known.items()
            if word in text
        ]
"""


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test loads Presidio anew."""
    monkeypatch.delitem(sys.modules, "presidio_analyzer", raising=False)
    presidio.loaded.cache_clear()
    yield
    sys.modules.pop("presidio_analyzer", None)
    presidio.loaded.cache_clear()


def test_results_join_the_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its entities come under our categories; days and what everybody shares are left standing."""
    (tmp_path / "presidio_analyzer.py").write_text(STAND_IN, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    text = "old zedkin came to the NHS on a Tuesday with 1234 of them"
    found = run_layers(Interview.of([text]), [], Learned(presidio=True))[0]
    assert [
        (one.category, text[one.start : one.end]) for one in found if one.layer == "presidio"
    ] == [("PERSON", "zedkin")]
    assert {one for one in found if one.layer != "presidio"} == set(
        run_layers(Interview.of([text]), [])[0]
    )


def test_it_is_for_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interview in another language is not shown to a recogniser for English."""
    monkeypatch.setitem(sys.modules, "presidio_analyzer", None)
    assert run_layers(Interview.of(["bonjour"]), [], Learned(presidio=True), "fr") == [[]]


def test_presidio_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wanted and not installed is one plain error with a hint."""
    monkeypatch.setitem(sys.modules, "presidio_analyzer", None)
    with pytest.raises(StudyError, match="presidio: false") as caught:
        run_layers(Interview.of(["Ruth came"]), [], Learned(presidio=True))
    assert "config.yaml" in caught.value.where
