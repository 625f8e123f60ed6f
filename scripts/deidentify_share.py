"""Write a copy for sharing, in which unmarked inventions stand in the place of identifiers."""

from typing import Any

import pandas as pd

from verbatim import door
from verbatim.deidentify.stand_ins import Cast
from verbatim.deidentify.surrogates import heard, shared
from verbatim.tables.deidentify import Identifiers, Surrogates
from verbatim.tables.ingest import Segments
from verbatim.tables.people import Roster


def main(inputs: Any, output: Any, params: Any) -> None:
    """Hear all batches first, so that no invention is a word of the study."""
    decided: pd.DataFrame = Identifiers.read(inputs.identifiers)
    batches = [Segments.read(path) for path in door.paths(inputs.segments)]
    cast = heard(batches, Roster.read_all(inputs.roster), Cast(params.seed))
    texts, places = zip(*(shared(batch, decided, cast) for batch in batches), strict=True)
    Segments.write(pd.concat(texts, ignore_index=True), output.segments)
    Surrogates.write(pd.concat(places, ignore_index=True), output.surrogates)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
