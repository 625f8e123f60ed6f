"""The framework as an outline: themes, their subthemes, their codes, in the framework's order."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Entry:
    """One theme, subtheme or code.

    Attributes:
        level: theme, subtheme or code.
        id: Its id.
        name: Its name.
        definition: What counts as the code; empty for themes and subthemes.
        codes: Ids of the codes that it holds; a code holds itself.
    """

    level: str
    id: str
    name: str
    definition: str
    codes: tuple[str, ...]


def outline(codebook: pd.DataFrame) -> list[Entry]:
    """List each theme, then its subthemes, each followed by its codes, from `CodebookTable`.

    A theme without subthemes is its own subtheme in every table; it is listed once.
    """
    entries = []
    for (theme, theme_name), in_theme in codebook.groupby(["theme", "theme_name"], sort=False):
        entries.append(Entry("theme", theme, theme_name, "", tuple(in_theme["code"])))
        for (subtheme, name), rows in in_theme.groupby(["subtheme", "subtheme_name"], sort=False):
            if subtheme != theme or len(rows) < len(in_theme):
                entries.append(Entry("subtheme", subtheme, name, "", tuple(rows["code"])))
            entries.extend(
                Entry("code", row.code, row.name, row.definition, (row.code,))
                for row in rows.itertuples(index=False)
            )
    return entries


def by_id(entries: list[Entry]) -> dict[str, Entry]:
    """Find entries by id; where one id stands on several levels, the code goes before."""
    rank = {"theme": 0, "subtheme": 1, "code": 2}
    return {entry.id: entry for entry in sorted(entries, key=lambda entry: rank[entry.level])}
