"""Pool the names over the study and replay what people decided."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from verbatim import door
from verbatim.deidentify.decide import People, decide, read_batches
from verbatim.tables.base import Table
from verbatim.tables.deidentify import Identifiers, Mentions
from verbatim.tables.people import Decisions, Roster, Sample

if TYPE_CHECKING:
    snakemake: Any


def main(
    segments: list[Path], mentions: list[Path], people: People, automatic: Path, output: Path
) -> None:
    """Decide batch by batch, write what the program proposes and what was decided."""
    proposed, decided = decide(read_batches(segments, mentions), people)
    Mentions.write(proposed, automatic)
    Identifiers.write(decided, output)


def brought(table: type[Table], names: list[str]) -> pd.DataFrame:
    """Read a table that people may leave out."""
    return table.read(Path(names[0])) if names else table.without_rows()


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            segments=door.paths(snakemake.input.segments),
            mentions=door.paths(snakemake.input.mentions),
            people=People(
                roster=brought(Roster, snakemake.input.roster),
                decisions=brought(Decisions, snakemake.input.decisions),
                sample=brought(Sample, snakemake.input.sample),
                sample_decides=snakemake.params.checked_sample_decides,
            ),
            automatic=Path(snakemake.output.automatic),
            output=Path(snakemake.output.identifiers),
        )
