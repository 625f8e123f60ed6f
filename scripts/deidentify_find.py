"""Find identifying mentions in one batch."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from verbatim import door, register
from verbatim.deidentify.find import find_mentions
from verbatim.tables.deidentify import Mentions
from verbatim.tables.ingest import Segments
from verbatim.tables.people import Roster

if TYPE_CHECKING:
    snakemake: Any


def main(
    segments: Path, tickets: list[Path], roster: list[Path], output: Path, **settings: str
) -> None:
    """Read the batch and what is known of its names, find, write."""
    known = Roster.read(roster[0]) if roster else Roster.without_rows()
    batch: pd.DataFrame = Segments.read(segments)
    held = [register.read_ticket(path) for path in tickets]
    Mentions.write(find_mentions(batch, held, known, **settings), output)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            segments=Path(snakemake.input.segments),
            tickets=door.paths(snakemake.input.tickets),
            roster=door.paths(snakemake.input.roster),
            output=Path(snakemake.output.mentions),
            pipeline=snakemake.params.spacy_pipeline,
            code=snakemake.params.code,
            lock=snakemake.params.lock,
        )
