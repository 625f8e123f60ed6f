"""Put together what was read, left behind and otherwise before; show it to people."""

from typing import Any

from verbatim import door, figures
from verbatim.ingest import draw, found, overview
from verbatim.register import read_ticket
from verbatim.tables.base import by_interview


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read the tables of the batches; write the study's, the figure and both pages."""
    for name, table in found.STUDY.items():
        table.write(by_interview(table.read_all(getattr(inputs, name))), getattr(output, name))
    read = found.pooled(door.named(inputs, found.PROMISES))
    said = (draw.TITLE, draw.in_words(read.speakers))
    about = figures.describe(output.speakers, *said, "ingest_report", params.code)
    figure = draw.drawn(read.speakers, params.study["invented"])
    figures.save(figure, door.stem(output.figure), about)
    cards = overview.cards(read, map(read_ticket, door.paths(inputs.tickets)))
    overview.write(cards, params.study, output)


if __name__ == "__main__":
    with door.opened(snakemake):
        door.unless_made(main, snakemake)
