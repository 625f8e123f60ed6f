"""What the computer refuses is told as such, and never by a telling path."""

import errno
import os

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
