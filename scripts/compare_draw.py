"""Draw themes, groups and codes by interview from their tables."""

from typing import Any

from verbatim import door, figures
from verbatim.compare import draw_groups, draw_presence, draw_themes
from verbatim.tables.code import CodebookTable
from verbatim.tables.compare import Frequencies, GroupFrequencies, Presence


def main(inputs: Any, output: Any, params: Any) -> None:
    """Read the tables, draw each, and write SVG, PDF and PNG."""
    themes, groups = Frequencies.read(inputs.themes), GroupFrequencies.read(inputs.groups)
    codebook, presence = CodebookTable.read(inputs.codebook), Presence.read(inputs.presence)
    themes_figure = draw_themes.drawn(themes, codebook, params.intervals, params.invented)
    groups_figure = draw_groups.drawn(groups, codebook, params.groups, params.invented)
    presence_figure = draw_presence.drawn(presence, codebook, params.invented)
    for name, figure, title, words in (
        ("themes", themes_figure, draw_themes.TITLE, draw_themes.in_words(themes)),
        ("groups", groups_figure, draw_groups.TITLE, draw_groups.in_words(groups, params.groups)),
        ("presence", presence_figure, draw_presence.TITLE, draw_presence.in_words(presence)),
    ):
        about = figures.describe(getattr(inputs, name), title, words, "compare_draw", params.code)
        figures.save(figure, door.stem(getattr(output, name)), about)


if __name__ == "__main__":
    with door.opened(snakemake):
        door.unless_made(main, snakemake)
