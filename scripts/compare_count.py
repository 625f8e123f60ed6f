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


def main(
    *, tables: dict[str, Path], segments: list[Path], layer: str, groups: Any, output: Any
) -> None:
    """Read codings and who speaks, batch by batch; write the three tables."""
    codebook = CodebookTable.read(tables["codebook"])
    speech = count.speech(Segments.read(batch) for batch in segments)
    members = count.members_of(Participants.read(tables["participants"]), speech, groups)
    codings = that_count(Carried.read(tables["carried"]), codebook, layer, speech["interview"])
    spoken = count.spoken_codings(codings, speech)
    ids = count.counted_in(spoken, speech)
    Frequencies.write(count.frequencies(spoken, codebook, ids), Path(output.themes))
    by_group = count.group_frequencies(spoken, codebook, members, ids)
    GroupFrequencies.write(by_group, Path(output.groups))
    matrix = count.presence(spoken, codebook, Interviews.read(tables["interviews"]))
    Presence.write(matrix, Path(output.presence))


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            tables={
                name: Path(getattr(snakemake.input, name))
                for name in ("carried", "codebook", "interviews", "participants")
            },
            segments=door.paths(snakemake.input.segments),
            layer=snakemake.params.layer,
            groups=snakemake.params.groups,
            output=snakemake.output,
        )
