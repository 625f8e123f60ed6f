"""A spaCy pipeline beside the rules, built here so that nothing is downloaded."""

from pathlib import Path

import pytest
import spacy

from verbatim.deidentify import ner
from verbatim.deidentify.layers import Interview, run_layers
from verbatim.deidentify.learned import Learned
from verbatim.errors import StudyError


@pytest.fixture
def pipeline(tmp_path: Path) -> str:
    """A pipeline on disk that knows three entities, and carries parts that are not needed."""
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler").add([[{"ORTH": "Ruth"}]], {"POS": "PROPN"})  # type: ignore[attr-defined]
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "PERSON", "pattern": "zedkin"},
            {"label": "GPE", "pattern": "the Fosse"},
            {"label": "ORG", "pattern": "NHS"},
            {"label": "CARDINAL", "pattern": "three"},
        ]
    )
    nlp.to_disk(tmp_path / "pipeline")
    ner.loaded.cache_clear()
    return str(tmp_path / "pipeline")


def test_entities_join_the_rules(pipeline: str) -> None:
    """The pipeline's entities come beside those of the rules, under this program's categories."""
    text = "old zedkin and Ruth went up the Fosse three times for the NHS"
    with_it = run_layers(Interview.of([text]), [], Learned(spacy_pipeline=pipeline))[0]
    found = {(one.category, text[one.start : one.end]) for one in with_it if one.layer == "ner"}
    assert found == {("PERSON", "zedkin"), ("LOCATION", "the Fosse")}
    assert {one for one in with_it if one.layer != "ner"} == set(
        run_layers(Interview.of([text]), [])[0]
    )


def test_unneeded_parts_stay_out(pipeline: str) -> None:
    """What named entities do not need is not loaded."""
    assert ner.loaded(pipeline).pipe_names == ["entity_ruler"]


def test_pipeline_that_is_not_installed() -> None:
    """A pipeline that cannot be loaded is a plain error with a hint how to install it."""
    with pytest.raises(StudyError, match="install it") as caught:
        ner.loaded("no_such_pipeline_anywhere")
    assert "no_such_pipeline_anywhere" in caught.value.found
    assert "config.yaml" in caught.value.where


def test_pipeline_without_entities(tmp_path: Path) -> None:
    """A pipeline that cannot find entities is refused, or its silence would pass for safety."""
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(StudyError, match="no named entities"):
        ner.loaded(str(tmp_path / "blank"))
