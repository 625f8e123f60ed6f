"""Find identifying mentions in one batch."""

from typing import Any

from verbatim import door
from verbatim.deidentify.find import Learned, find_mentions
from verbatim.register import read_ticket
from verbatim.tables.deidentify import Mentions
from verbatim.tables.ingest import Segments
from verbatim.tables.people import Roster


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read the batch and what is known of its names, find, write."""
    found = find_mentions(
        Segments.read(inputs.segments),
        map(read_ticket, door.paths(inputs.tickets)),
        Roster.read_all(inputs.roster),
        learned=Learned(**params.learned),
        code=params.code,
        lock=params.lock,
        language=params.language,
    )
    Mentions.write(found, output.mentions)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
