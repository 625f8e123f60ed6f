"""Files appear whole, work is kept by content, and one run holds the folder."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from verbatim import cache, files, lock
from verbatim.errors import StudyError
from verbatim.provenance import SCRIPTS


def test_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    """A block that raises leaves the file as it was and nothing beside it."""
    path = tmp_path / "table.csv"
    files.write_text(path, "old")

    def write_half() -> None:
        with files.whole(path) as temporary:
            temporary.write_text("ne")
            raise ValueError("half")

    with pytest.raises(ValueError, match="half"):
        write_half()

    assert path.read_text() == "old"
    assert [path] == list(tmp_path.iterdir())


def test_work_is_done_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same key gives the kept result; another key, or a damaged file, works again."""
    monkeypatch.chdir(tmp_path)
    calls: list[int] = []

    def work() -> dict[str, int]:
        calls.append(1)
        return {"n": len(calls)}

    assert cache.cached("s", ["a"], work) == {"n": 1}
    assert cache.cached("s", ["a"], work) == {"n": 1}
    assert cache.cached("s", ["b"], work) == {"n": 2}

    for path in (tmp_path / cache.CACHE).rglob("*.json"):
        path.write_text("{")

    assert cache.cached("s", ["a"], work) == {"n": 3}


HOLD = """
import sys, time
sys.path.insert(0, {scripts!r})
from pathlib import Path
from verbatim import lock
import subprocess
with lock.held(Path({study!r})) as descriptor:
    child = subprocess.Popen(
        ["sleep", "60"], cwd={study!r}, start_new_session=True, pass_fds=(descriptor,)
    )
    lock.note_group(Path({study!r}), child.pid)
    print(child.pid, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path: Path) -> subprocess.Popen[str]:
    """A program that holds the lock of `tmp_path`, with a job at work under it."""
    code = HOLD.format(scripts=str(SCRIPTS), study=str(tmp_path))
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)


def test_second_run_is_refused(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    """Where a run is at work a second one says so, and so does plain snakemake."""
    assert holder.stdout
    child = int(holder.stdout.readline())
    try:
        with pytest.raises(StudyError, match="another run at work"), lock.held(tmp_path):
            pass
        with pytest.raises(StudyError, match="another run at work"):
            lock.check_free(tmp_path)
    finally:
        holder.kill()
        os.kill(child, signal.SIGKILL)
        holder.wait()


def test_run_after_a_kill_ends_the_orphan(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    """After kill -9 of the holder its job is ended and the lock is free for the next run."""
    assert holder.stdout
    child = int(holder.stdout.readline())
    holder.kill()
    holder.wait()

    with lock.held(tmp_path):
        for _ in range(50):
            state = Path(f"/proc/{child}/stat")
            if not state.exists() or state.read_text().split()[2] == "Z":
                break
            time.sleep(0.1)
        else:
            pytest.fail("the orphan is still at work")
