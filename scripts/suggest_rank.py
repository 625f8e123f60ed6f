"""Rank codes for each participant's segment, learning from people's codings only."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import door
from verbatim.suggest.rank import rank
from verbatim.tables.code import Carried, CodebookTable
from verbatim.tables.ingest import Segments
from verbatim.tables.suggest import SuggestionCalibration, SuggestionQuality, Suggestions

if TYPE_CHECKING:
    snakemake: Any


def main(inputs: Any, outputs: Any, layer: str, shown: int, minimum_words: int) -> None:
    """Read, call once, write."""
    ranked = rank(
        [Segments.read(path) for path in door.paths(inputs.segments)],
        Carried.read(Path(inputs.carried)),
        CodebookTable.read(Path(inputs.codebook)),
        layer=layer,
        shown=shown,
        minimum_words=minimum_words,
    )
    logging.info("%d suggestions from %d coded interviews", len(ranked.suggestions), ranked.coded)
    Suggestions.write(ranked.suggestions, Path(outputs.suggestions))
    SuggestionQuality.write(ranked.quality, Path(outputs.quality))
    SuggestionCalibration.write(ranked.calibration, Path(outputs.calibration))


if __name__ == "__main__":
    with door.opened(snakemake):
        params = snakemake.params
        main(
            snakemake.input,
            snakemake.output,
            params.layer,
            params.shown,
            params.minimum_words,
        )
