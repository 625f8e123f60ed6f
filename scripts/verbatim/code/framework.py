"""The codebook as tables: the current codes and how they came about."""

from collections.abc import Iterable

import pandas as pd

from verbatim.code.given import shown
from verbatim.codebook.model import Codebook
from verbatim.tables.code import CodebookChanges, CodebookTable


def current_codes(codebook: Codebook) -> pd.DataFrame:
    """Give the rows of `CodebookTable`, in the framework's order."""
    rows = [
        {
            "code": code.id,
            "name": code.name,
            "definition": code.definition,
            "subtheme": code.subtheme,
            "subtheme_name": code.subtheme_name,
            "theme": code.theme,
            "theme_name": code.theme_name,
            "since": codebook.since(code.id),
        }
        for code in codebook.codes
    ]
    return pd.DataFrame(rows, columns=CodebookTable.column_names())


def changes(codebook: Codebook) -> pd.DataFrame:
    """Give the rows of `CodebookChanges`, oldest first; none where nothing changed."""
    rows = [
        {
            "version": version.number,
            "date": version.date,
            "change": change.kind,
            "before": "|".join(change.before),
            "after": "|".join(change.after),
            "why": change.why,
        }
        for version in codebook.versions
        for change in version.changes
    ]
    return pd.DataFrame(rows, columns=CodebookChanges.column_names())


def told(codebook: Codebook, interviews: Iterable[str]) -> list[tuple[bool, str]]:
    """Say which interviews the history names that are not analysed: a misprint, or no consent.

    A misprint would let agreement on the interviews that the codebook was drafted from pass for
    a test of it.

    Returns:
        Messages; True, since a reader should be warned.
    """
    unknown = sorted(codebook.versions[-1].built_from - set(interviews))
    return [
        (
            True,
            f"data/codebook/history.yaml: built_from names {shown(one)}, "
            "which is not among the interviews analysed",
        )
        for one in unknown
    ]
