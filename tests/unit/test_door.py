"""What the computer refuses is told as such, and never by a telling path."""

import errno
import logging
import os
import warnings
from pathlib import Path
from types import SimpleNamespace

import pytest

from verbatim import door


@pytest.mark.parametrize(
    ("number", "found"),
    [
        (errno.ENOSPC, "no room left on the disk"),
        (errno.EROFS, "a disk that cannot be written"),
        (errno.EACCES, "no permission"),
    ],
    ids=["full", "read-only", "no right"],
)
def test_machine_in_the_way(number: int, found: str) -> None:
    """A full or closed disk is no bug: the message says what to do."""
    error = OSError(number, os.strerror(number), "results/4_code/counts.csv")

    assert door.is_of_the_machine(error)
    assert found in str(door.of_the_machine(error))
    assert "results/4_code/counts.csv" in str(door.of_the_machine(error))


def test_telling_path_is_not_told() -> None:
    """The name of a file that people brought is left out."""
    error = PermissionError(errno.EACCES, "no", "data/private/transcripts/Jane Doe.txt")

    assert "Jane" not in str(door.of_the_machine(error))


def test_other_errors_are_ours() -> None:
    """What the computer does not refuse remains a bug."""
    assert not door.is_of_the_machine(FileNotFoundError(errno.ENOENT, "no", "x"))


def test_libraries_are_not_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The public log says where a library had something to say, not what: it may quote a name.

    openpyxl does, for one, where a workbook's print area is a name: it warns with that name.
    """
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    monkeypatch.setattr(warnings, "showwarning", warnings.showwarning)
    output = SimpleNamespace(provenance=str(tmp_path / "record.json"))
    monkeypatch.setattr(door, "_record", lambda *_: {})
    monkeypatch.setattr(door, "paths", lambda _: [])
    log = tmp_path / "logs/rule.log"
    with door.opened(SimpleNamespace(log=[str(log)], output=output)):
        logging.info("one segment")
        logging.getLogger("library").error("cannot read %s", "Quillfeather")
        warnings.warn("Print area cannot be set to: Quillfeather", UserWarning, stacklevel=1)
    for handler in logging.getLogger().handlers:
        handler.close()

    said = log.read_text()
    assert "one segment" in said
    assert "library" in said
    assert "UserWarning at test_door.py" in said
    assert "Quillfeather" not in said + "".join(capsys.readouterr())
