"""Check every coding's references and carry it to the current codebook."""

from typing import Any

from verbatim import door, frozen
from verbatim.code import carrying, framework, given
from verbatim.codebook.reading import read_codebook
from verbatim.tables import code as tables
from verbatim.tables.ingest import read_segments


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read, check, carry, write."""
    codebook = read_codebook(door.paths(inputs.codebook))
    spoken, accepted = read_segments(inputs.segments), frozen.accepted(inputs.frozen)
    checked = given.checked(inputs.codings, codebook, spoken, params.left_out, accepted)
    table = carrying.followed(checked, codebook, spoken, accepted)
    for name, (kind, rows) in carrying.results(table, spoken, accepted).items():
        kind.write(rows, getattr(output, name))
    tables.CodebookTable.write(framework.current_codes(codebook), output.codebook)
    tables.CodebookChanges.write(framework.changes(codebook), output.changes)
    about = framework.told(codebook, spoken["interview"])
    door.tell([*about, *carrying.told(table, accepted)])


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
