"""Put together what was read and what was left behind."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from verbatim import door
from verbatim.tables.ingest import Losses

if TYPE_CHECKING:
    snakemake: Any


def main(losses: list[Path], output: Path) -> None:
    """Read the tables of the batches, write one, sorted by interview."""
    table = pd.concat(map(Losses.read, losses), ignore_index=True)
    Losses.write(table.sort_values("interview", ignore_index=True), output)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            losses=door.paths(snakemake.input.losses),
            output=Path(snakemake.output.losses),
        )
