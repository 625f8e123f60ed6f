"""Read one batch of transcripts into segments of speech."""

from typing import Any

from verbatim import door
from verbatim.ingest.ids import numbered
from verbatim.ingest.read import read_batch
from verbatim.register import read_ticket
from verbatim.tables.ingest import Differences, Kept, Losses, Segments


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read the transcripts, write what is said, what was left behind, what was otherwise before."""
    tickets = list(map(read_ticket, door.paths(inputs.tickets)))
    chosen = {"window_words": params.window_words, "language": params.language}
    said, left_behind = read_batch(tickets, float(params.pause_s), **chosen)
    found = numbered(said, tickets, dict(params.items()))
    Segments.write(found.segments, output.segments)
    Losses.write(left_behind, output.losses)
    Differences.write(found.differences, output.differences)
    Kept.write(found.kept, output.frozen)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
