"""One run at a time in one study folder, also after a kill."""

import fcntl
import json
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from verbatim.errors import StudyError

PATH = Path("results/private/run.lock")
HELD = "VERBATIM_LOCK"
"""Set for the programs that the holder starts, so that they do not stop at their own lock."""


@contextmanager
def held(study: Path, wait_s: float = 60) -> Iterator[None]:
    """Hold the study's lock for the length of the block.

    The lock is the operating system's (flock) and ends with the last process that holds it. If
    its owner was killed but a job that it had started still runs, that job is ended first: its
    unfinished output is made again.

    Raises:
        StudyError: If another run is going on in this folder.
    """
    path = study / PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not _take(descriptor):
            owner = _owner(path)
            if owner is None or _alive(owner):
                raise _busy(owner)
            _end_orphans(descriptor, owner, wait_s)
        os.set_inheritable(descriptor, True)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps({"owner": os.getpid()}).encode(), 0)
        yield
    finally:
        os.close(descriptor)


def note_group(study: Path, group: int) -> None:
    """Write down the process group that works under the lock, so that it can be ended."""
    (study / PATH).write_text(json.dumps({"owner": os.getpid(), "group": group}))


def check_free(study: Path) -> None:
    """Stop plain `snakemake` where `make study` is at work in the same folder.

    Raises:
        StudyError: If another run holds the lock.
    """
    path = study / PATH
    if os.environ.get(HELD) or not path.is_file():
        return
    descriptor = os.open(path, os.O_RDWR)
    try:
        if not _take(descriptor):
            raise _busy(_owner(path))
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _owner(path: Path) -> dict[str, int] | None:
    try:
        content: dict[str, int] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return content


def _alive(owner: dict[str, int]) -> bool:
    try:
        os.kill(owner["owner"], 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _end_orphans(descriptor: int, owner: dict[str, int], wait_s: float) -> None:
    """End what a killed run left running: it still holds the lock, so it is that run's."""
    if "group" in owner:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(owner["group"], signal.SIGKILL)
    end = time.monotonic() + wait_s
    while not _take(descriptor):
        if time.monotonic() > end:
            raise _busy(owner)
        time.sleep(0.2)


def _busy(owner: dict[str, int] | None) -> StudyError:
    who = f" (process {owner['owner']})" if owner else ""
    return StudyError(
        "this study folder",
        f"another run at work{who}",
        "one run at a time",
        "wait until it has finished; if it hangs, end that process and start again",
    )
