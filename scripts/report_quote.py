"""De-identify and attribute the chosen quotations, and propose others."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from verbatim import door, files
from verbatim.groups import taking_part
from verbatim.report import propose, quote
from verbatim.report.attribution import attributions
from verbatim.report.material import material
from verbatim.report.sheet import sheet
from verbatim.tables.code import Carried, CodebookTable
from verbatim.tables.deidentify import Offsets
from verbatim.tables.ingest import Segments
from verbatim.tables.people import Participants, Quotations
from verbatim.tables.report import ApprovedQuotations, ProposedQuotations

if TYPE_CHECKING:
    snakemake: Any


def main(
    *,
    tables: dict[str, list[Path]],
    groups: dict[str, Any],
    attribution: str,
    publish: list[str],
    proposals: int,
    layer: str,
    quotations: Path,
    proposed: Path,
    page: Path,
) -> None:
    """Check, cut and attribute what was chosen; propose; write tables and page."""
    segments = pd.concat([Segments.without_rows(), *map(Segments.read, tables["segments"])])
    participants = taking_part(Participants.read(*tables["participants"]), segments)
    known = material(
        segments=segments,
        offsets=Offsets.read(*tables["offsets"]),
        carried=Carried.read(*tables["carried"]),
        codebook=CodebookTable.read(*tables["codebook"]),
        participants=participants,
        attributions=attributions(participants, groups, attribution, publish),
        layer=layer,
    )
    brought = [Quotations.read(path) for path in tables["quotations"]]
    chosen = quote.approved(pd.concat([Quotations.without_rows(), *brought]), known)
    offered = propose.proposed(known, chosen, proposals)
    ApprovedQuotations.write(chosen, quotations)
    ProposedQuotations.write(offered, proposed)
    files.write_text(page, sheet(known, chosen, offered))


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            tables={
                "quotations": door.paths(snakemake.input.quotations),
                "segments": door.paths(snakemake.input.segments),
                "offsets": door.paths(snakemake.input.offsets),
                "carried": door.paths(snakemake.input.carried),
                "codebook": door.paths(snakemake.input.codebook),
                "participants": door.paths(snakemake.input.participants),
            },
            groups=snakemake.params.groups,
            attribution=snakemake.params.attribution,
            publish=snakemake.params.publish,
            proposals=snakemake.params.proposals,
            layer=snakemake.params.layer,
            quotations=Path(snakemake.output.quotations),
            proposed=Path(snakemake.output.proposed),
            page=Path(snakemake.output.page),
        )
