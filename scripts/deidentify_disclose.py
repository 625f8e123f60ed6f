"""Measure how alone participants are in what is published about them, and draw it."""

from typing import Any

from verbatim import door, figures
from verbatim.disclose import draw
from verbatim.disclose.judge import judged, messages, read
from verbatim.tables import disclose as tables


def main(inputs: Any, output: Any, params: Any) -> None:
    """Judge, write the public table and the private ones, draw the public one."""
    found = judged(*read(inputs), params.settings)
    door.tell(messages(found))
    tables.Disclosure.write(found.disclosure, output.disclosure)
    tables.ExposedParticipants.write(found.participants, output.participants)
    tables.ExposedQuotations.write(found.quotations, output.quotations)
    tables.Generalised.write(found.generalised, output.generalised)
    k, table = params.settings["disclose"]["k"], tables.Disclosure.read(output.disclosure)
    said = (draw.TITLE, draw.in_words(table, k))
    about = figures.describe(output.disclosure, *said, "deidentify_disclose", params.code)
    figures.save(draw.drawn(table, k, params.invented), door.stem(output.figure), about)


if __name__ == "__main__":
    with door.opened(snakemake):
        door.unless_made(main, snakemake)
