"""Check every coding's references and carry it to the current codebook."""

from typing import Any

from verbatim import door
from verbatim.code import carrying, framework, given
from verbatim.codebook.reading import read_codebook
from verbatim.tables import code as tables
from verbatim.tables.ingest import read_segments


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read, check, carry, write."""
    codebook, spoken = read_codebook(door.paths(inputs.codebook)), read_segments(inputs.segments)
    checked = given.checked(inputs.codings, codebook, spoken, params.left_out)
    table = carrying.followed(checked, codebook, spoken)
    tables.Codings.write(carrying.codings(table), output.codings)
    tables.Carried.write(carrying.carried(table), output.carried)
    tables.Recode.write(carrying.recode(table), output.recode)
    tables.Memos.write(carrying.memos(table), output.memos)
    tables.CodebookTable.write(framework.current_codes(codebook), output.codebook)
    tables.CodebookChanges.write(framework.changes(codebook), output.changes)
    tables.CodingCounts.write(counts := carrying.counts(table), output.counts)
    door.tell([*framework.told(codebook, spoken["interview"]), *carrying.told(counts)])


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
