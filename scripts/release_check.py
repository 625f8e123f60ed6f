"""Search every public and restricted artefact, log and record for identifiers."""

from pathlib import Path
from typing import Any

from verbatim import door, leaks
from verbatim.search import again
from verbatim.search.findings import SNAKEMAKE_REPORT
from verbatim.tables.release import Exempt, LeakCheck


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read what the study knows, search, and write only where nothing was found."""
    known = leaks.known(door.named(inputs, leaks.NEEDED), params.settings)
    # An earlier run's shows results that are no more, and perhaps a name that is known only now.
    SNAKEMAKE_REPORT.unlink(missing_ok=True)
    looking = again.looking(Path(), known)
    made = [*door.paths(inputs.public), *door.paths(inputs.restricted)]
    table, findings = leaks.check(known, Path(), made, looking)
    if findings:
        raise leaks.as_error(findings)
    LeakCheck.write(table, output.leaks)
    again.remember(Path(), known, looking)
    Exempt.write(leaks.exempt(known.participants, params.settings["privacy"]), output.exempt)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
