"""Read one batch of transcripts into segments of speech."""

from typing import Any

from verbatim import door
from verbatim.ingest.read import read_batch
from verbatim.register import read_ticket
from verbatim.tables.ingest import Losses, Segments


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read the transcripts, write what is said and what was left behind."""
    tickets = map(read_ticket, door.paths(inputs.tickets))
    said, left_behind = read_batch(tickets, float(params.pause_s))
    Segments.write(said, output.segments)
    Losses.write(left_behind, output.losses)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
