"""The theme table: who speaks of what, with the quotations that people chose."""

from dataclasses import dataclass

import pandas as pd

from verbatim.report.framework import Entry, by_id


@dataclass(frozen=True)
class Theme:
    """One row of the theme table.

    Attributes:
        entry: The theme, subtheme or code.
        participants: Participants who speak of it; None where nothing was counted.
        of: Participants in the analysis.
        share: Of these, the share who speak of it.
        segments: Segments that carry it.
        deviant: Participants who hold the opposite view.
        quotations: Passage and attribution of each quotation chosen for it.
        proposals: Quotations that the program proposes for it.
    """

    entry: Entry
    participants: int | None
    of: int | None
    share: float
    segments: int | None
    deviant: int | None
    quotations: list[tuple[str, str]]
    proposals: int


def themes(
    entries: list[Entry],
    frequencies: pd.DataFrame,
    quotations: pd.DataFrame,
    proposals: dict[str, int],
) -> list[Theme]:
    """Put counts and quotations beside each entry of the framework's outline.

    Args:
        entries: The outline.
        frequencies: Rows of `Frequencies`.
        quotations: Rows of `ApprovedQuotations`.
        proposals: Number of proposed quotations by code.
    """
    counted = {(row.level, row.id): row for row in frequencies.itertuples()}
    meant = by_id(entries)
    rows = []
    for entry in entries:
        row = counted.get((entry.level, entry.id))
        chosen = quotations[(quotations["code"] == entry.id) & (meant[entry.id] == entry)]
        rows.append(
            Theme(
                entry=entry,
                participants=row.participants if row else None,
                of=row.of if row else None,
                share=row.share if row else 0.0,
                segments=row.segments if row else None,
                deviant=row.deviant if row else None,
                quotations=list(zip(chosen["quotation"], chosen["attribution"], strict=True)),
                proposals=proposals.get(entry.id, 0) if entry.level == "code" else 0,
            )
        )
    return rows
