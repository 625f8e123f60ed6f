"""Read one batch of transcripts into segments of speech."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import door
from verbatim.ingest.read import read_batch
from verbatim.register import read_ticket
from verbatim.tables.ingest import Losses, Segments

if TYPE_CHECKING:
    snakemake: Any


def main(tickets: list[Path], segments: Path, losses: Path, pause_s: float) -> None:
    """Read the transcripts, write what is said and what was left behind."""
    said, left_behind = read_batch(map(read_ticket, tickets), pause_s)
    Segments.write(said, segments)
    Losses.write(left_behind, losses)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            tickets=door.paths(snakemake.input.tickets),
            segments=Path(snakemake.output.segments),
            losses=Path(snakemake.output.losses),
            pause_s=float(snakemake.params.pause_s),
        )
