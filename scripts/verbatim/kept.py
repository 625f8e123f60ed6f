"""Results of the runs before, kept while a run goes on: Snakemake deletes what it makes anew."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from verbatim import files
from verbatim.search.findings import SNAKEMAKE_REPORT

FOLDER = Path("results/private/kept")

LONG_AGO = 315_532_800
"""Date of a file that was put back (1980): older than every input, so that it is made anew."""


@contextmanager
def kept(study: Path) -> Iterator[Callable[[], None]]:
    """Keep the results of the rooms for the length of the block.

    Where a job fails or is ended, its earlier outputs would be gone; they can be put back, with a
    date that makes the next run make them anew. After a kill, nothing is put back: what is missing
    is made by the next run, which comes at once or asks for something to be mended.

    Yields:
        What puts back the results that are no more; done by itself where the block raises.
    """
    folder = study / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    for path in _results(study):
        _linked(path, folder / path.relative_to(study))

    def put_back() -> None:
        for path in sorted(folder.rglob("*")):
            before = study / path.relative_to(folder)
            if path.is_file() and not before.exists():
                _linked(path, before)
                os.utime(before, (LONG_AGO, LONG_AGO))

    try:
        yield put_back
    except BaseException:
        put_back()
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_back_same(record: Path, made_from: dict[str, Any]) -> bool:
    """Put back what one job made in the run before, if it would make the same now.

    Args:
        record: Where the job's record will stand; the record of the run before is kept.
        made_from: What the job is about to work from, as `provenance.made_from` gives it.

    Returns:
        Whether its outputs stand there again; False where inputs, parameters, code or lock differ,
        or where an output was not kept as it was made.
    """
    try:
        before = json.loads((FOLDER / record).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    now = json.loads(json.dumps(made_from))
    if any(before.get(part) != now[part] for part in now):
        return False
    outputs = {Path(path): content for path, content in before["outputs"].items()}
    for path, content in outputs.items():
        if not (FOLDER / path).is_file() or files.sha256(FOLDER / path) != content:
            return False
    for path in outputs:
        with files.whole(path) as temporary:
            shutil.copyfile(FOLDER / path, temporary)
    return True


def _results(study: Path) -> Iterator[Path]:
    """Every file of the rooms and its record; what the launcher itself writes is none."""
    results = study / "results"
    for place in ("", "private", "restricted"):
        for room in sorted((results / place).glob("[1-8]_*")):
            yield from (
                path
                for path in sorted(room.rglob("*"))
                if path.is_file() and path.name != SNAKEMAKE_REPORT.name
            )
    yield from sorted((results / "provenance").glob("*.json"))


def _linked(path: Path, to: Path) -> None:
    """Give a file a second name, or copy it where the file system knows no such thing."""
    to.parent.mkdir(parents=True, exist_ok=True)
    with suppress(OSError):
        os.link(path, to)
        return
    shutil.copy2(path, to)
