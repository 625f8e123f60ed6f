"""Count participants per theme, subtheme and code, overall and by group."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import door
from verbatim.codings import that_count
from verbatim.compare import count
from verbatim.tables.code import Carried, CodebookTable
from verbatim.tables.compare import Frequencies, GroupFrequencies, Presence
from verbatim.tables.ingest import Segments
from verbatim.tables.people import Interviews, Participants

if TYPE_CHECKING:
    snakemake: Any


def main(tables: Any, output: Any, params: Any) -> None:
    """Read codings and who speaks, batch by batch; write the three tables."""
    codebook = CodebookTable.read(Path(tables.codebook))
    speech = count.speech(Segments.read(batch) for batch in door.paths(tables.segments))
    people = Participants.read(Path(tables.participants))
    members = count.members_of(people, speech, params.groups)
    carried = Carried.read(Path(tables.carried))
    codings = that_count(carried, codebook, params.layer, speech["interview"])
    spoken = count.spoken_codings(codings, speech)
    ids = count.counted_in(spoken, speech)
    Frequencies.write(count.frequencies(spoken, codebook, ids), Path(output.themes))
    by_group = count.group_frequencies(spoken, codebook, members, ids)
    GroupFrequencies.write(by_group, Path(output.groups))
    matrix = count.presence(spoken, codebook, Interviews.read(Path(tables.interviews)))
    Presence.write(matrix, Path(output.presence))


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
