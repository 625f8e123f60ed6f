"""Draw themes, groups and codes by interview from their tables."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbatim import door, figures
from verbatim.compare import draw_groups, draw_presence, draw_themes
from verbatim.tables.code import CodebookTable
from verbatim.tables.compare import Frequencies, GroupFrequencies, Presence

if TYPE_CHECKING:
    snakemake: Any


def main(tables: Any, output: Any, params: Any) -> None:
    """Read the tables, draw each, and write SVG, PDF and PNG."""
    codebook = CodebookTable.read(Path(tables.codebook))
    themes = Frequencies.read(Path(tables.themes))
    groups = GroupFrequencies.read(Path(tables.groups))
    presence = Presence.read(Path(tables.presence))
    made = {
        "themes": (
            draw_themes.drawn(themes, codebook, params.intervals, params.invented),
            (draw_themes.TITLE, draw_themes.in_words(themes)),
        ),
        "groups": (
            draw_groups.drawn(groups, codebook, params.groups, params.invented),
            (draw_groups.TITLE, draw_groups.in_words(groups, params.groups)),
        ),
        "presence": (
            draw_presence.drawn(presence, codebook, params.invented),
            (draw_presence.TITLE, draw_presence.in_words(presence)),
        ),
    }
    for name, (figure, words) in made.items():
        about = figures.describe(Path(getattr(tables, name)), *words, "compare_draw", params.code)
        figures.save(figure, door.paths(getattr(output, name))[0].with_suffix(""), about)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
