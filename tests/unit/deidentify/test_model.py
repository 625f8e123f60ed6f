"""The model that comes with the program: in union with the rules, pinned, the same in any order."""

import json
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from verbatim.deidentify import model
from verbatim.deidentify.find import find_mentions
from verbatim.deidentify.layers import Interview, run_layers
from verbatim.deidentify.learned import RULES_ONLY, Learned
from verbatim.deidentify.lexicon import lexicon
from verbatim.deidentify.mention import DOUBT
from verbatim.errors import StudyError
from verbatim.provenance import code_behind
from verbatim.tables.people import Roster


@pytest.fixture
def anew() -> Iterator[None]:
    """The model is loaded anew in the test, and again behind it."""
    model.loaded.cache_clear()
    yield
    model.loaded.cache_clear()


def layers(text: str, learned: Learned) -> set[str]:
    """What is found in one passage."""
    return {text[one.start : one.end] for one in run_layers(Interview.of([text]), [], learned)[0]}


def test_another_file_than_the_pin_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, anew: None
) -> None:
    """A model whose bytes differ from its pin, or that is missing, is one plain error."""
    other = tmp_path / "model.npz"
    other.write_bytes(model.WEIGHTS.read_bytes() + b" ")
    for path, found in ((other, "another file"), (tmp_path / "none.npz", "no such file")):
        monkeypatch.setattr(model, "WEIGHTS", path)
        with pytest.raises(StudyError, match="model: false") as caught:
            model.proposals(["Ruth came."])
        assert found in caught.value.found


def test_new_model_runs_the_room_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes of the model are part of the fingerprint of the code that finds."""
    beside = model.WEIGHTS.with_name("model.other")
    monkeypatch.chdir(tmp_path)
    before = code_behind("deidentify_find.py")
    try:
        beside.write_text("weights", encoding="utf-8")
        assert code_behind("deidentify_find.py") != before
    finally:
        beside.unlink()
    assert code_behind("deidentify_find.py") == before


def test_size() -> None:
    """The model keeps to the 8 MB that a clone may carry for it."""
    assert model.WEIGHTS.stat().st_size <= 8_000_000
    assert set(json.loads(model.PIN.read_text(encoding="utf-8"))) >= {"model", "data", "plan"}


def test_room_without_it_says_what_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Who switches it off is warned that more is missed; who does not, is not."""
    monkeypatch.chdir(tmp_path)
    rows = {"interview": ["P01"], "segment": [1], "text": ["Ruth came."]}
    for learned in (RULES_ONLY, Learned(model=True)):
        caplog.clear()
        find_mentions(
            pd.DataFrame(rows), [], Roster.without_rows(), learned=learned, code="c", lock="l"
        )
        told = [one.getMessage() for one in caplog.records if one.levelname == "WARNING"]
        assert [("model" in one and "miss" in one) for one in told] == [True] * (not learned.model)


def test_it_is_for_english() -> None:
    """An interview in another language is not shown to a network that has learnt English."""
    found = run_layers(Interview.of(["My name is Zedkin"]), [], Learned(model=True), "fr")
    assert found == [[]]


BEYOND_RULES = [
    (["Joy never liked it there."], "Joy"),
    (["Faith and me did the teas."], "Faith"),
    (["then bilal and ewa moved in with us"], "ewa"),
    (["she cleans for hillcroft logistics"], "hillcroft logistics"),
]


@pytest.mark.parametrize(("said", "name"), BEYOND_RULES, ids=[row[1] for row in BEYOND_RULES])
def test_finds_what_rules_miss(said: list[str], name: str) -> None:
    """Names that are words, in lower case, or of a form that no rule knows, by their context."""
    interview = Interview.of(said)
    for learned in (RULES_ONLY, Learned(model=True)):
        found = run_layers(interview, [], learned)
        texts = {
            text[one.start : one.end]
            for text, here in zip(said, found, strict=True)
            for one in here
        }
        assert (name in texts) == learned.model


NOBODY = [
    "I hope so, and may you be right.",
    "It took about twenty minutes on the bus.",
    "They put me on Ramipril for my blood pressure.",
    "The NHS paid for it, not the DWP.",
    "Monday is bin day, Tuesday I do the shopping.",
    "We had forty patients and two nurses.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_leaves_what_identifies_nobody(text: str) -> None:
    """Words that are names elsewhere, lengths of time, medicines, national bodies, counts."""
    (found,) = model.proposals([text])
    assert [one for one in found if one.layer != DOUBT] == []


def test_numbers_have_figures() -> None:
    """What has no digit, written or said, is no postcode, and nobody is called "the"."""
    words = lexicon()
    for text, category, never in [
        ("Only", "POSTCODE", True), ("two, B Q", "POSTCODE", False), ("the", "LOCATION", True),
        ("Will", "PERSON", False), ("shona", "PERSON", False), ("Greek", "PERSON", True),
    ]:  # fmt: skip
        assert (model._needed(text, category, True, words) == model.NEVER) is never, text


SAID = [
    "Where did you go after that?",
    "Well, I went up to Hexham with my sister, Gwenda, and we stopped at number forty.",
    "And your mobile?",
    "Oh seven seven double-oh, nine hundred, one two three.",
]


def test_order_and_portions_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same mentions whatever was read before, and however an interview is divided."""
    first = model.proposals(SAID)
    assert any(first)
    model.proposals(["It was raining.", "Ask Priya."])
    assert model.proposals(SAID) == first
    monkeypatch.setattr(model, "TOGETHER", 10)
    assert model.proposals(SAID) == first


def test_positions_are_those_of_the_passage() -> None:
    """A mention lies in its passage, in letters that fold to others and without capitals too."""
    for caseless in (False, True):
        said = [text.lower() if caseless else text for text in ["Straße, ﬁne.", *SAID, ""]]
        for text, found in zip(said, model.proposals(said, caseless), strict=True):
            assert all(text[one.start : one.end].strip() for one in found)
            assert all(0 <= one.start < one.end <= len(text) for one in found)
