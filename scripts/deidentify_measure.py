"""Measure the automatic step against the hand-checked sample, and draw it."""

from typing import Any

from verbatim import door, figures
from verbatim.deidentify import draw
from verbatim.deidentify.measure import recall
from verbatim.tables.deidentify import Mentions, Recall
from verbatim.tables.missed import Missed
from verbatim.tables.people import Sample


def main(inputs: Any, output: Any, params: Any) -> None:
    """Compare, write the table, draw it."""
    path = output.recall
    Recall.write(recall(Mentions.read(inputs.automatic), Sample.read(inputs.checked)), path)
    table, missed = Recall.read(path), Missed.read(inputs.missed)
    said = (draw.TITLE, draw.in_words(table, missed))
    about = figures.describe(path, *said, "deidentify_measure", params.code)
    figures.save(draw.drawn(table, missed, params.invented), door.stem(output.figure), about)


if __name__ == "__main__":
    with door.opened(snakemake):
        door.unless_made(main, snakemake)
