"""Search every public and restricted artefact, log and record for identifiers."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import door, leaks
from verbatim.register import read_ticket
from verbatim.tables.deidentify import Identifiers, Offsets
from verbatim.tables.people import Participants, Roster
from verbatim.tables.release import Exempt, LeakCheck

if TYPE_CHECKING:
    snakemake: Any


def main(inputs: Any, settings: dict[str, Any], leaks_to: Path, exempt_to: Path) -> None:
    """Read what the study knows, search, and write only where nothing was found."""
    roster = door.paths(inputs.roster)
    participants = Participants.read(Path(inputs.participants))
    known = leaks.Known(
        spoken=leaks.segments(door.paths(inputs.spoken)),
        public=leaks.segments(
            path for path in door.paths(inputs.restricted) if path.parent.name == "segments"
        ),
        identifiers=Identifiers.read(Path(inputs.identifiers)),
        offsets=Offsets.read(Path(inputs.offsets)),
        tickets=[read_ticket(path) for path in door.paths(inputs.tickets)],
        roster=Roster.read(roster[0]) if roster else Roster.without_rows(),
        participants=participants,
        codebook=Path(inputs.codebook).read_text(encoding="utf-8"),
        settings=settings,
    )
    made = [*door.paths(inputs.public), *door.paths(inputs.restricted)]
    table, findings = leaks.check(known, Path(), made)
    if findings:
        raise leaks.as_error(findings)
    LeakCheck.write(table, leaks_to)
    Exempt.write(leaks.exempt(participants, known.published), exempt_to)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            snakemake.input,
            snakemake.params.settings,
            Path(snakemake.output.leaks),
            Path(snakemake.output.exempt),
        )
