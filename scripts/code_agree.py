"""Measure how far independent coders agree, on the codings as given."""

from typing import Any

from verbatim import door
from verbatim.code import agreeing
from verbatim.codebook.reading import read_codebook
from verbatim.tables.code import Agreement, Codings, Disagreements, Memos, Recode
from verbatim.tables.ingest import read_segments


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read, compare, write."""
    codings, codebook = Codings.read(inputs.codings), read_codebook(door.paths(inputs.codebook))
    spoken = read_segments(inputs.segments)
    compared = agreeing.compared(codings, Recode.read(inputs.recode), codebook, spoken)
    table = agreeing.agreement_table(compared, codebook.names, params.resamples, params.seed)
    door.tell(agreeing.told(compared, table))
    Agreement.write(table, output.agreement)
    differing = agreeing.disagreements(compared, codings, Memos.read(inputs.memos))
    Disagreements.write(differing, output.disagreements)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
