"""Offer segments to read, and say what may still identify somebody."""

from functools import partial
from typing import Any

from verbatim import consent, door
from verbatim.deidentify import entities, residual, to_check
from verbatim.tables.deidentify import Mentions
from verbatim.tables.ingest import Losses, Segments
from verbatim.tables.missed import Missed, Near, Residual, ToCheck
from verbatim.tables.people import Sample


def main(inputs: Any, output: Any, params: Any) -> None:
    """Draw what to read, count what was read and what the program leaves, estimate."""
    sample, automatic = Sample.read(inputs.checked), Mentions.read(inputs.automatic)
    given = consent.read(ToCheck, inputs.checked_segments, params.left_out)
    spoken = partial(map, Segments.read, door.paths(inputs.segments))
    read = to_check.read_of(spoken, given, automatic, sample, **params.check, seed=params.seed)
    ToCheck.write(read.to_read, output.to_check)
    losses, near = Losses.read(inputs.losses), Near.read(inputs.near)
    left = entities.missed(automatic, sample, losses)
    Missed.write(left, output.missed)
    Residual.write(residual.table(left, losses, near, automatic, read), output.residual)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
