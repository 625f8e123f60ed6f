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


def main(
    *,
    carried: Path,
    codebook: Path,
    interviews: Path,
    analysed: list[str],
    saturation: Path,
    stopping: Path,
    layer: str,
    grid: dict[str, Any],
) -> None:
    """Read codings, framework and register; write the curve's table and the rule's."""
    framework = CodebookTable.read(codebook)
    codings = that_count(Carried.read(carried), framework, layer, analysed)
    order = count.coded_in_order(codings, Interviews.read(interviews), analysed)
    counted = count.counted(codings, framework, order)
    Saturation.write(counted, saturation)
    StoppingRules.write(count.stopped(counted, **grid), stopping)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            carried=Path(snakemake.input.carried),
            codebook=Path(snakemake.input.codebook),
            interviews=Path(snakemake.input.interviews),
            analysed=[path.stem for path in door.paths(snakemake.input.tickets)],
            saturation=Path(snakemake.output.saturation),
            stopping=Path(snakemake.output.stopping),
            layer=snakemake.params.layer,
            grid={
                "bases": snakemake.params.bases,
                "runs": snakemake.params.runs,
                "thresholds": snakemake.params.thresholds,
            },
        )
