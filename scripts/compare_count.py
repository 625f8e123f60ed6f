"""Count participants per theme, subtheme and code, overall and by group."""

from typing import Any

from verbatim import door
from verbatim.codings import that_count
from verbatim.compare import count
from verbatim.tables.code import Carried, CodebookTable
from verbatim.tables.compare import Frequencies, GroupFrequencies, Presence
from verbatim.tables.ingest import Segments
from verbatim.tables.people import Interviews, Participants


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read codings and who speaks, batch by batch; write the three tables."""
    codebook, interviews = CodebookTable.read(inputs.codebook), Interviews.read(inputs.interviews)
    speech = count.speech(map(Segments.read, door.paths(inputs.segments)))
    members = count.members_of(Participants.read(inputs.participants), speech, params.groups)
    codings = that_count(Carried.read(inputs.carried), codebook, params.layer, speech["interview"])
    spoken = count.spoken_codings(codings, speech)
    ids = count.counted_in(spoken, speech)
    Frequencies.write(count.frequencies(spoken, codebook, ids), output.themes)
    GroupFrequencies.write(count.group_frequencies(spoken, codebook, members, ids), output.groups)
    Presence.write(count.presence(spoken, codebook, interviews), output.presence)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
