"""Count new codes by interview, and apply the stopping rule to them."""

from typing import Any

from verbatim import door
from verbatim.codings import that_count
from verbatim.saturate import count
from verbatim.tables.code import Carried, CodebookTable
from verbatim.tables.people import Interviews
from verbatim.tables.saturate import Saturation, StoppingRules


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read codings, framework and register; write the curve's table and the rule's."""
    analysed = [path.stem for path in door.paths(inputs.tickets)]
    codebook = CodebookTable.read(inputs.codebook)
    codings = that_count(Carried.read(inputs.carried), codebook, params.layer, analysed)
    order = count.coded_in_order(codings, Interviews.read(inputs.interviews), analysed)
    curve = count.counted(codings, codebook, order)
    Saturation.write(curve, output.saturation)
    stopped = count.stopped(curve, params.bases, params.runs, params.thresholds)
    StoppingRules.write(stopped, output.stopping)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
