"""Pool the names over the study and replay what people decided."""

from typing import Any

from verbatim import consent, door
from verbatim.deidentify.decide import People, decide, read_batches
from verbatim.deidentify.general import Policy
from verbatim.tables.deidentify import Identifiers, Mentions
from verbatim.tables.people import Decisions, Roster, Sample


def main(inputs: Any, output: Any, params: Any) -> None:
    """Decide batch by batch; write what the program proposes, what was decided and checked."""
    people = People(
        roster=Roster.read_all(inputs.roster),
        decisions=consent.read(Decisions, inputs.decisions, params.left_out),
        sample=consent.read(Sample, inputs.sample, params.left_out),
        sample_decides=params.checked_sample_decides,
        settled=params.settled,
    )
    batches = read_batches(door.paths(inputs.segments), door.paths(inputs.mentions))
    decided = decide(batches, people, Policy(params.policy))
    Mentions.write(decided.automatic, output.automatic)
    Identifiers.write(decided.identifiers, output.identifiers)
    Sample.write(decided.checked, output.checked)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
