"""Put together what was read and what was left behind."""

from typing import Any

from verbatim import door
from verbatim.tables.ingest import Losses


def main(inputs: Any, output: Any) -> None:
    """Read the tables of the batches, write one, sorted by interview."""
    table = Losses.read_all(inputs.losses)
    Losses.write(table.sort_values("interview", ignore_index=True), output.losses)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output)
