"""What opening a study does to the process that runs it."""

import sys
from pathlib import Path

import pytest

from verbatim import opening
from verbatim.provenance import HOUSE


def test_blanks_in_the_path_of_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clone may lie in a folder with blanks in its name: the shell command quotes Python's."""
    monkeypatch.chdir(tmp_path)
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "PYTHONHASHSEED"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setattr(sys, "executable", "/my studies/.venv/bin/python")
    for _ in range(2):
        with pytest.raises(SystemExit):
            opening.opened({"unknown": 1}, HOUSE)
        assert sys.executable == "'/my studies/.venv/bin/python'"


def test_folder_that_is_no_study(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Plain `snakemake` in any other folder ends with 2 and one message; no study is begun."""
    monkeypatch.chdir(tmp_path)
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "PYTHONHASHSEED"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setattr(sys, "executable", sys.executable)
    with pytest.raises(SystemExit) as stopped:
        opening.opened({}, HOUSE)
    told = capsys.readouterr().err
    assert stopped.value.code == 2
    assert "no data/private/interviews.csv" in told
    assert told.count("found:") == 1
    assert not Path("data").exists()
