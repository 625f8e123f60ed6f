"""Count new codes by interview, and apply the stopping rule to them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import door
from verbatim.codings import that_count
from verbatim.saturate import count
from verbatim.tables.code import Carried, CodebookTable
from verbatim.tables.people import Interviews
from verbatim.tables.saturate import Saturation, StoppingRules

if TYPE_CHECKING:
    snakemake: Any


def main(tables: Any, output: Any, params: Any) -> None:
    """Read codings, framework and register; write the curve's table and the rule's."""
    analysed = [path.stem for path in door.paths(tables.tickets)]
    codebook = CodebookTable.read(Path(tables.codebook))
    codings = that_count(Carried.read(Path(tables.carried)), codebook, params.layer, analysed)
    order = count.coded_in_order(codings, Interviews.read(Path(tables.interviews)), analysed)
    curve = count.counted(codings, codebook, order)
    Saturation.write(curve, Path(output.saturation))
    stopped = count.stopped(curve, params.bases, params.runs, params.thresholds)
    StoppingRules.write(stopped, Path(output.stopping))


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
