"""Replace what was decided by tags numbered within each interview."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from verbatim import door
from verbatim.deidentify.replace import replaced, replacements
from verbatim.tables.deidentify import Identifiers, Offsets, Replacements
from verbatim.tables.ingest import Segments

if TYPE_CHECKING:
    snakemake: Any


def main(
    segments: list[Path], identifiers: Path, output: list[Path], offsets: Path, counts: Path
) -> None:
    """Replace batch by batch, write text, offsets and counts."""
    decided: pd.DataFrame = Identifiers.read(identifiers)
    places: list[pd.DataFrame] = [Offsets.without_rows()]
    for source, target in zip(segments, output, strict=True):
        public, where = replaced(Segments.read(source), decided)
        Segments.write(public, target)
        places.append(where)
    order = ["interview", "segment", "start"]
    Offsets.write(pd.concat(places).sort_values(order, ignore_index=True), offsets)
    Replacements.write(replacements(decided), counts)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            segments=door.paths(snakemake.input.segments),
            identifiers=Path(snakemake.input.identifiers),
            output=door.paths(snakemake.output.segments),
            offsets=Path(snakemake.output.offsets),
            counts=Path(snakemake.output.replacements),
        )
