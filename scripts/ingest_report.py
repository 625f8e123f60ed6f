"""Put together what was read, what was left behind, and what was otherwise before."""

from typing import Any

from verbatim import door
from verbatim.tables.base import by_interview
from verbatim.tables.ingest import Differences, Kept, Losses


def main(inputs: Any, output: Any) -> None:
    """Read the tables of the batches, write one of each, sorted by interview."""
    Losses.write(by_interview(Losses.read_all(inputs.losses)), output.losses)
    Kept.write(by_interview(Kept.read_all(inputs.frozen)), output.frozen)
    differences = by_interview(Differences.read_all(inputs.differences))
    Differences.write(differences, output.differences)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output)
