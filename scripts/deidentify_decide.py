"""Pool the names over the study and replay what people decided."""

from typing import Any

from verbatim import door
from verbatim.deidentify import since
from verbatim.deidentify.decide import decide, read_batches
from verbatim.deidentify.people import People
from verbatim.tables.deidentify import Identifiers, Mentions
from verbatim.tables.people import Sample


def main(inputs: Any, output: Any, params: Any) -> None:
    """Decide batch by batch; write what the program proposes, what was decided and checked."""
    batches = read_batches(door.paths(inputs.segments), door.paths(inputs.mentions))
    decided = decide(batches, People.read(inputs, params))
    Mentions.write(decided.automatic, output.automatic)
    Identifiers.write(decided.identifiers, output.identifiers)
    Sample.write(decided.checked, output.checked)
    since.tell(decided.identifiers, decided.spoken)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
