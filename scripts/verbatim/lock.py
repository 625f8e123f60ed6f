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
def held(study: Path, patience_s: float = 30) -> Iterator[int]:
    """Hold the study's lock for the length of the block.

    The lock is the operating system's (flock): it ends with its holder, however that ends. If a
    run was killed while jobs of it still work, these are ended first; what they had not finished
    is made again.

    Yields:
        The descriptor that holds the lock, to be handed on to the programs that work under it.

    Raises:
        StudyError: If another run is going on in this folder.
    """
    path = study / PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        before = _noted(path)
        free = _take(descriptor)
        if not free and ("owner" not in before or _alive(before["owner"])):
            raise _busy(before)
        if "group" in before:
            _end_orphans(before["group"], study)
        end = time.monotonic() + patience_s
        while not free and not (free := _take(descriptor)):
            if time.monotonic() > end:
                raise _busy(before)
            time.sleep(0.1)
        _note(path, owner=os.getpid())
        yield descriptor
        _note(path)
    finally:
        os.close(descriptor)


def note_group(study: Path, group: int) -> None:
    """Write down the process group that works under the lock, so that it can be ended."""
    _note(study / PATH, owner=os.getpid(), group=group)


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
            raise _busy(_noted(path))
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _note(path: Path, **numbers: int) -> None:
    path.write_text(json.dumps(numbers), encoding="utf-8")


def _noted(path: Path) -> dict[str, int]:
    try:
        content: dict[str, int] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def _end_orphans(group: int, study: Path) -> None:
    """End what a killed run left at work: processes of its group, in this study folder."""
    import psutil  # noqa: PLC0415  needed after a kill only

    for process in psutil.process_iter():
        with suppress(psutil.Error, ProcessLookupError, PermissionError):
            if os.getpgid(process.pid) == group and Path(process.cwd()) == study.resolve():
                process.send_signal(signal.SIGKILL)
                process.wait(timeout=10)


def _busy(noted: dict[str, int]) -> StudyError:
    who = f" (process {noted['owner']})" if "owner" in noted else ""
    return StudyError(
        "this study folder",
        f"another run at work{who}",
        "one run at a time",
        "wait until it has finished; if it hangs, end that process and start again",
    )
