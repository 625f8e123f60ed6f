"""Replace what was decided by tags numbered within each interview, and look over what is left."""

from typing import Any

from verbatim import door
from verbatim.deidentify.replace import in_order, replaced, replacements
from verbatim.deidentify.second_pass import SecondPass
from verbatim.tables.deidentify import Identifiers, Offsets, Replacements
from verbatim.tables.ingest import Segments
from verbatim.tables.missed import Near


def main(inputs: Any, output: Any) -> None:
    """Replace and look again batch by batch; write text, offsets, counts and what is near."""
    decided = Identifiers.read(inputs.identifiers)
    places, second = [Offsets.without_rows()], SecondPass(decided)
    for source, target in zip(inputs.segments, output.segments, strict=True):
        public, where = replaced(Segments.read(source), decided)
        second.look(public, where)
        Segments.write(public, target)
        places.append(where)
    Near.write(second.near(), output.near)
    Offsets.write(in_order(places), output.offsets)
    Replacements.write(replacements(decided), output.replacements)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output)
