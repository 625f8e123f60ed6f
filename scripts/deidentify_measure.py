"""Measure the automatic step against the hand-checked sample, and draw it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import door, figures
from verbatim.deidentify import draw
from verbatim.deidentify.measure import recall
from verbatim.tables.deidentify import Mentions, Recall
from verbatim.tables.people import Sample

if TYPE_CHECKING:
    snakemake: Any


def main(automatic: Path, sample: list[Path], output: Any, invented: bool, code: str) -> None:
    """Compare, write the table, draw it."""
    checked = Sample.read(sample[0]) if sample else Sample.without_rows()
    path, stem = Path(output.recall), door.paths(output.figure)[0].with_suffix("")
    Recall.write(recall(Mentions.read(automatic), checked), path)
    table = Recall.read(path)
    about = figures.describe(path, draw.TITLE, draw.in_words(table), "deidentify_measure", code)
    figures.save(draw.drawn(table, invented), stem, about)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            automatic=Path(snakemake.input.automatic),
            sample=door.paths(snakemake.input.sample),
            output=snakemake.output,
            invented=snakemake.params.invented,
            code=snakemake.params.code,
        )
