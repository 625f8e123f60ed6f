"""Describe who took part."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from verbatim import door
from verbatim.report.sample import characteristics
from verbatim.tables.ingest import Segments
from verbatim.tables.people import Interviews, Participants
from verbatim.tables.report import SampleCharacteristics

if TYPE_CHECKING:
    snakemake: Any


def main(
    *,
    interviews: Path,
    participants: Path,
    segments: list[Path],
    groups: dict[str, Any],
    publish: list[str],
    sample: Path,
) -> None:
    """Count the participants who speak in the analysed interviews, and write the table."""
    table = characteristics(
        Participants.read(participants),
        Interviews.read(interviews)["interview"],
        pd.concat([Segments.without_rows(), *map(Segments.read, segments)]),
        groups,
        publish,
    )
    SampleCharacteristics.write(table, sample)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            interviews=Path(snakemake.input.interviews),
            participants=Path(snakemake.input.participants),
            segments=door.paths(snakemake.input.segments),
            groups=snakemake.params.groups,
            publish=snakemake.params.publish,
            sample=Path(snakemake.output.sample),
        )
