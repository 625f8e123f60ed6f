"""Search every public and restricted artefact, log and record for identifiers."""

from pathlib import Path
from typing import Any

from verbatim import door, leaks
from verbatim.tables.release import Exempt, LeakCheck


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read what the study knows, search, and write only where nothing was found."""
    known = leaks.known(door.named(inputs, leaks.NEEDED), params.settings)
    made = [*door.paths(inputs.public), *door.paths(inputs.restricted)]
    table, findings = leaks.check(known, Path(), made)
    if findings:
        raise leaks.as_error(findings)
    LeakCheck.write(table, output.leaks)
    Exempt.write(leaks.exempt(known.participants, known.published), output.exempt)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
