"""Rank codes for each participant's segment, learning from people's codings only."""

from typing import Any

from verbatim import door
from verbatim.suggest.rank import rank
from verbatim.tables.code import Carried, CodebookTable
from verbatim.tables.ingest import Segments
from verbatim.tables.suggest import SuggestionCalibration, SuggestionQuality, Suggestions


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read, rank and judge, write."""
    ranked = rank(
        [Segments.read(path) for path in door.paths(inputs.segments)],
        Carried.read(inputs.carried),
        CodebookTable.read(inputs.codebook),
        layer=params.layer,
        shown=params.shown,
        minimum_words=params.minimum_words,
    )
    Suggestions.write(ranked.suggestions, output.suggestions)
    SuggestionQuality.write(ranked.quality, output.quality)
    SuggestionCalibration.write(ranked.calibration, output.calibration)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
