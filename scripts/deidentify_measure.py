"""Measure the automatic step against the hand-checked sample."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import door
from verbatim.deidentify.drawing import draw_recall
from verbatim.deidentify.measure import recall
from verbatim.tables.deidentify import Mentions, Recall
from verbatim.tables.people import Sample

if TYPE_CHECKING:
    snakemake: Any


def main(automatic: Path, sample: list[Path], output: Path, stem: Path, code: str) -> None:
    """Compare, write the table, draw it."""
    checked = Sample.read(sample[0]) if sample else Sample.without_rows()
    Recall.write(recall(Mentions.read(automatic), checked), output)
    draw_recall(Recall.read(output), output, stem, code)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(
            automatic=Path(snakemake.input.automatic),
            sample=door.paths(snakemake.input.sample),
            output=Path(snakemake.output.recall),
            stem=Path(snakemake.output.figure[0]).with_suffix(""),
            code=snakemake.params.code,
        )
