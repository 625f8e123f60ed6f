"""Measure how far independent coders agree, on the codings as given."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import door
from verbatim.code import agreeing
from verbatim.code.given import read_segments
from verbatim.codebook.reading import read_codebook
from verbatim.tables.code import Agreement, Codings, Disagreements, Memos, Recode

if TYPE_CHECKING:
    snakemake: Any


def main(inputs: Any, output: Any, resamples: int, seed: int) -> None:
    """Read, compare, write."""
    codings, codebook = (
        Codings.read(Path(inputs.codings)),
        read_codebook(door.paths(inputs.codebook)),
    )
    recode, memos = Recode.read(Path(inputs.recode)), Memos.read(Path(inputs.memos))
    spoken = read_segments(door.paths(inputs.segments))
    compared = agreeing.compared(codings, recode, codebook, spoken)
    table = agreeing.agreement_table(compared, codebook.names, resamples, seed)
    for wanting, message in agreeing.told(compared, table):
        logging.log(logging.WARNING if wanting else logging.INFO, message)
    Agreement.write(table, Path(output.agreement))
    Disagreements.write(
        agreeing.disagreements(compared, codings, memos), Path(output.disagreements)
    )


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            inputs=snakemake.input,
            output=snakemake.output,
            resamples=snakemake.params.resamples,
            seed=snakemake.params.seed,
        )
