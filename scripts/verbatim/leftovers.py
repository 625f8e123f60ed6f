"""What earlier runs left in a study folder and no later one would take away."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from verbatim.kept import FOLDER

TICKETS = Path("results/private/1_ingest/tickets")

BATCHED = (
    "results/private/1_ingest/*/*.csv",
    "results/private/2_deidentify/mentions/*.csv",
    "results/private/2_deidentify/queue/*.csv",
    "results/private/2_deidentify/review/*.xlsx",
    "results/restricted/2_deidentify/segments/*.csv",
    "results/provenance/*.json",
    "logs/*/*.log",
)
"""Files of which there is one for each batch; the batch is the last part of the name."""

UNFINISHED = re.compile(r"\.[a-z0-9_]{8}(\.\w+)?")
"""Names that `files.whole` gives."""


def forget(study: Path, interviews: Collection[str], batches: Collection[str]) -> None:
    """Delete the files of interviews and batches that the study no longer has.

    An interview that was taken out, or a smaller number of batches, would else leave behind what
    was said in it, and the search for names would take it for a part of the study.
    """
    for place in (study, study / FOLDER):
        for path in sorted((place / TICKETS).glob("*.json")):
            if path.stem not in interviews:
                path.unlink()
        for path in _batched(place):
            batch = path.stem.rpartition(".")[2]
            if batch.isdecimal() and batch not in batches:
                path.unlink()


def sweep(study: Path) -> None:
    """Delete the unfinished files of a run that was killed; only while no run is going on.

    So are Snakemake's logs of earlier runs: they name what a setting was before it was mended, and
    the last one is kept privately.
    """
    for path in sorted((study / "results").rglob(".*")):
        if UNFINISHED.fullmatch(path.name) and path.is_file():
            path.unlink()
    for path in sorted((study / ".snakemake/log").glob("*.log")):
        path.unlink()


def _batched(study: Path) -> Iterator[Path]:
    for pattern in BATCHED:
        yield from sorted(study.glob(pattern))
