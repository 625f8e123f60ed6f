"""De-identify and attribute the chosen quotations, and propose others."""

from pathlib import Path
from typing import Any

from verbatim import consent, door, files
from verbatim.report import material, propose, quote, undecided
from verbatim.report.sheet import sheet
from verbatim.tables.people import Quotations
from verbatim.tables.report import ApprovedQuotations, ProposedQuotations, Undecided


def main(inputs: Any, output: Any, params: Any) -> None:
    """Check, cut and attribute what was chosen; propose; write tables and page."""
    cited = (params.groups, params.attribution, params.publish)
    known = material.read(door.named(inputs, material.NEEDED), *cited, params.layer)
    picked = quote.checked(consent.read(Quotations, inputs.quotations, params.left_out), known)
    words = undecided.read(picked, known, inputs, output.undecided)
    chosen = quote.approved(picked, known, words)
    offered = propose.proposed(known, chosen, params.proposals)
    ApprovedQuotations.write(chosen, output.quotations)
    Undecided.write(words, output.undecided)
    ProposedQuotations.write(offered, output.proposed)
    files.write_text(Path(output.page), sheet(known, chosen, offered))


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
