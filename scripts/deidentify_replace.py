"""Replace what was decided by tags numbered within each interview."""

from typing import Any

import pandas as pd

from verbatim import door
from verbatim.deidentify.replace import replaced, replacements
from verbatim.tables.deidentify import Identifiers, Offsets, Replacements
from verbatim.tables.ingest import Segments


def main(inputs: Any, output: Any) -> None:
    """Replace batch by batch, write text, offsets and counts."""
    decided: pd.DataFrame = Identifiers.read(inputs.identifiers)
    places: list[pd.DataFrame] = [Offsets.without_rows()]
    for source, target in zip(inputs.segments, output.segments, strict=True):
        public, where = replaced(Segments.read(source), decided)
        Segments.write(public, target)
        places.append(where)
    order = ["interview", "segment", "start"]
    Offsets.write(pd.concat(places).sort_values(order, ignore_index=True), output.offsets)
    Replacements.write(replacements(decided), output.replacements)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output)
