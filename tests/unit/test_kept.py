"""What was computed before is there after a run that failed."""

import os
from pathlib import Path

import pytest

from verbatim import files, kept


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A folder with results of a public, a restricted and a private room."""
    for path in ("4_code/counts.csv", "restricted/4_code/codings.csv", "private/4_code/memos.csv"):
        (tmp_path / "results" / path).parent.mkdir(parents=True)
        (tmp_path / "results" / path).write_text("before")
    return tmp_path


def test_deleted_results_come_back(study: Path) -> None:
    """What a failed job's deletion took away stands there again, old enough to be made anew."""
    gone = study / "results/restricted/4_code/codings.csv"
    with kept.kept(study) as put_back:
        gone.unlink()
        put_back()

    assert gone.read_text() == "before"
    assert gone.stat().st_mtime < study.stat().st_mtime - 86_400
    assert not (study / kept.FOLDER).exists()


def test_new_results_stay(study: Path) -> None:
    """What the run made anew stays as the run made it."""
    path = study / "results/4_code/counts.csv"
    with kept.kept(study):
        path.unlink()
        path.write_text("after")

    assert path.read_text() == "after"


def test_without_links(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk where a file has one name only, copies do the same."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    path = study / "results/private/4_code/memos.csv"
    with kept.kept(study) as put_back:
        path.unlink()
        put_back()

    assert path.read_text() == "before"


def test_what_a_good_run_took_away_stays_away(study: Path) -> None:
    """A run that succeeds may delete results, as those of a batch that is no more."""
    path = study / "results/4_code/counts.csv"
    with kept.kept(study):
        path.unlink()

    assert not path.exists()


def test_ended_run_loses_nothing(study: Path) -> None:
    """Where the run is ended from outside, what it had deleted comes back too."""
    path = study / "results/4_code/counts.csv"
    with pytest.raises(KeyboardInterrupt):
        _end(study, path)

    assert path.read_text() == "before"


def _end(study: Path, path: Path) -> None:
    with kept.kept(study):
        path.unlink()
        raise KeyboardInterrupt


MADE_FROM = {"rule": "r", "inputs": {"a.csv": "0"}, "params": {"code": "1"}}
RECORD = Path("results/provenance/r.json")


@pytest.mark.parametrize(
    ("change", "again"),
    [
        ({}, True),
        ({"inputs": {"a.csv": "9"}}, False),
        ({"params": {"code": "2"}}, False),
        ({"inputs": {"a.csv": "0", "b.csv": "0"}}, False),
    ],
    ids=["same", "another table", "other code", "one more table"],
)
def test_same_work_is_put_back(
    study: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, object], again: bool
) -> None:
    """A job gets its outputs back only where everything it works from is as it was."""
    monkeypatch.chdir(study)
    figure = Path("results/4_code/counts.csv")
    outputs = {figure.as_posix(): files.sha256(figure)}
    files.write_json(RECORD, {**MADE_FROM, "outputs": outputs, "made": {"clean": True}})
    with kept.kept(Path()):
        figure.unlink()
        RECORD.unlink()
        assert kept.put_back_same(RECORD, {**MADE_FROM, **change}) is again
        assert figure.exists() is again


def test_what_was_edited_is_not_put_back(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A result that somebody changed by hand since it was made is made anew."""
    monkeypatch.chdir(study)
    files.write_json(RECORD, {**MADE_FROM, "outputs": {"results/4_code/counts.csv": "0"}})
    with kept.kept(Path()):
        assert not kept.put_back_same(RECORD, MADE_FROM)


def test_without_a_run_before(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under plain Snakemake nothing is kept, so that every job works."""
    monkeypatch.chdir(study)
    assert not kept.put_back_same(RECORD, MADE_FROM)
