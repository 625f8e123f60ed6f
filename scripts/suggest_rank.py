"""Rank codes for each participant's segment, learning from people's codings only."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import door
from verbatim.suggest.rank import rank
from verbatim.tables.code import Carried, CodebookTable
from verbatim.tables.ingest import Segments
from verbatim.tables.suggest import SuggestionCalibration, SuggestionQuality, Suggestions

if TYPE_CHECKING:
    snakemake: Any


def main(into: Any, out: Any, layer: str, shown: int, minimum_words: int) -> None:
    """Read, call once, write."""
    segments = [Segments.read(path) for path in door.paths(into.segments)]
    carried, book = Carried.read(Path(into.carried)), CodebookTable.read(Path(into.codebook))
    ranked = rank(segments, carried, book, layer=layer, shown=shown, minimum_words=minimum_words)
    Suggestions.write(ranked.suggestions, Path(out.suggestions))
    SuggestionQuality.write(ranked.quality, Path(out.quality))
    SuggestionCalibration.write(ranked.calibration, Path(out.calibration))


if __name__ == "__main__":
    with door.opened(snakemake):
        set_to = snakemake.params
        main(snakemake.input, snakemake.output, set_to.layer, set_to.shown, set_to.minimum_words)
