"""No release while questions are open, where the study wants that and nobody waived it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from tests import finished

from verbatim.errors import StudyError
from verbatim.release import crate, pack, review, words
from verbatim.tables.review import Review

ARTEFACT = review.TABLE


def settings(**chosen: Any) -> dict[str, Any]:
    """A study's choices about its release."""
    made = finished.settings()
    return made | {"release": made["release"] | chosen}


@pytest.fixture
def _open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two of three questions are open."""
    monkeypatch.chdir(tmp_path)
    rows = [("name", 3, 1, 2, 100, 30.0), ("all", 3, 1, 2, 100, 30.0)]
    Review.write(pd.DataFrame(rows, columns=Review.column_names()), ARTEFACT)


@pytest.mark.usefixtures("_open")
def test_open_questions_block() -> None:
    """Where the review is required, open questions stop the release and are counted."""
    review.check(settings(), [ARTEFACT])
    with pytest.raises(StudyError, match="2 open questions"):
        review.check(settings(require_review=True), [ARTEFACT])


def test_release_is_not_made(study: Path) -> None:
    """The rule that makes a release asks, and without answers makes none."""
    rows = [("all", 3, 1, 2, 100, 30.0)]
    Review.write(pd.DataFrame(rows, columns=Review.column_names()), ARTEFACT)
    made = finished.contents()
    public = [*made.public, ARTEFACT]
    contents = replace(made, public=public, settings=settings(require_review=True))
    with pytest.raises(StudyError, match="2 open questions"):
        pack.check(contents, finished.leaks(0))


@pytest.mark.usefixtures("_open")
def test_answered_questions_pass() -> None:
    """Nothing is open, nothing is stopped."""
    rows = [("all", 3, 3, 0, 100, 30.0)]
    Review.write(pd.DataFrame(rows, columns=Review.column_names()), ARTEFACT)
    review.check(settings(require_review=True), [ARTEFACT])


@pytest.mark.usefixtures("_open")
def test_waiver_is_recorded(caplog: pytest.LogCaptureFixture) -> None:
    """Who waived it, and why, stands in the log, the README's cautions and the metadata."""
    chosen = settings(require_review=True, waived_by="R2", waiver_reason="Pilot only.")
    review.check(chosen, [ARTEFACT])
    assert "waived by R2" in caplog.text
    said = "The review was waived by R2: Pilot only."
    assert list(review.waiver(chosen)) == [said]
    assert not list(review.waiver(settings()))
    cautions = [*words.cautions(Path("results")), *review.waiver(chosen)]
    assert any("Of 3 questions" in one and "2 are open" in one for one in cautions)
    assert said in words.readme(chosen, "00", cautions)
    folder = Path("made")
    (folder / "workflow").mkdir(parents=True)
    (folder / crate.WORKFLOW).write_text("")
    crate.write(folder, chosen, [], [], pd.Timestamp("2024-01-01").to_pydatetime())
    graph = json.loads((folder / "ro-crate-metadata.json").read_text())["@graph"]
    [waived] = [one for one in graph if one["@id"] == "#review-waived"]
    assert waived["description"] == said


@pytest.mark.parametrize(
    ("chosen", "wrong"),
    [
        ({"waived_by": "R2"}, True),
        ({"waiver_reason": "Pilot."}, True),
        ({"waived_by": "R2", "waiver_reason": "Pilot."}, False),
        ({}, False),
    ],
)
def test_waiver_has_a_reason(chosen: dict[str, str], wrong: bool) -> None:
    """A waiver without a reason, or a reason with nobody behind it, stops the opening."""
    assert bool(list(review.unfounded(settings(**chosen)))) is wrong
