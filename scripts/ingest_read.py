"""Read one batch of transcripts into segments of speech."""

from typing import Any

from verbatim import door
from verbatim.ingest.found import PROMISES
from verbatim.ingest.ids import numbered
from verbatim.ingest.read import read_batch
from verbatim.register import read_ticket
from verbatim.tables.ingest import Differences, Kept


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read the transcripts, write what is said, what was left behind, what was otherwise before."""
    tickets = list(map(read_ticket, door.paths(inputs.tickets)))
    chosen = {"window_words": params.window_words, "language": params.language}
    read = read_batch(tickets, float(params.pause_s), **chosen)
    kept = numbered(read.segments, tickets, dict(params.items()))
    read = read.under(kept.segments)
    for name, promise in PROMISES.items():
        promise.write(getattr(read, name), getattr(output, name))
    Differences.write(kept.differences, output.differences)
    Kept.write(kept.kept, output.frozen)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
