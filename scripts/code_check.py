"""Check every coding's references and carry it to the current codebook."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import door
from verbatim.code import carrying, framework
from verbatim.code.given import check_given, read_given, read_segments
from verbatim.codebook.reading import read_codebook
from verbatim.tables.code import (
    Carried,
    CodebookChanges,
    CodebookTable,
    CodingCounts,
    Codings,
    Memos,
    Recode,
)

if TYPE_CHECKING:
    snakemake: Any


def main(listing: Path, codebook_files: list[Path], segments: list[Path], output: Any) -> None:
    """Read, check, carry, write."""
    codebook, given, spoken = (
        read_codebook(codebook_files),
        read_given(listing),
        read_segments(segments),
    )
    check_given(given, codebook, spoken)
    table = carrying.followed(given, codebook, spoken)
    summary = carrying.counts(table)
    for message in framework.strangers(codebook, spoken["interview"]):
        logging.warning(message)
    for wanting, message in carrying.told(summary):
        logging.log(logging.WARNING if wanting else logging.INFO, message)
    Codings.write(carrying.codings(table), Path(output.codings))
    Carried.write(carrying.carried(table), Path(output.carried))
    Recode.write(carrying.recode(table), Path(output.recode))
    Memos.write(carrying.memos(table), Path(output.memos))
    CodebookTable.write(framework.current_codes(codebook), Path(output.codebook))
    CodebookChanges.write(framework.changes(codebook), Path(output.changes))
    CodingCounts.write(summary, Path(output.counts))


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            listing=Path(snakemake.input.codings),
            codebook_files=door.paths(snakemake.input.codebook),
            segments=door.paths(snakemake.input.segments),
            output=snakemake.output,
        )
