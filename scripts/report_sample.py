"""Describe who took part."""

from typing import Any

from verbatim import door
from verbatim.report.sample import characteristics
from verbatim.tables.ingest import read_segments
from verbatim.tables.people import Interviews, Participants
from verbatim.tables.report import SampleCharacteristics


def main(inputs: Any, output: Any, params: Any) -> None:
    """Count the participants who speak in the analysed interviews, and write the table."""
    table = characteristics(
        Participants.read(inputs.participants),
        Interviews.read(inputs.interviews)["interview"],
        read_segments(inputs.segments),
        params.groups,
        params.publish,
    )
    SampleCharacteristics.write(table, output.sample)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
