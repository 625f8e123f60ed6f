"""The page from which a team chooses quotations: chosen and proposed side by side. Restricted."""

from pathlib import Path

import pandas as pd

from verbatim.report.framework import Entry
from verbatim.report.material import Material
from verbatim.report.propose import RULE
from verbatim.report.template import filled

PAGE = Path(__file__).with_suffix(".html")


def sheet(known: Material, chosen: pd.DataFrame, proposed: pd.DataFrame) -> str:
    """Give the page as HTML that opens without a network.

    Args:
        known: The framework and what participants agreed to.
        chosen: Rows of `ApprovedQuotations`.
        proposed: Rows of `ProposedQuotations`.
    """
    return filled(
        PAGE,
        rows=[_row(entry, chosen, proposed) for entry in known.entries],
        chosen=len(chosen),
        proposed=len(proposed),
        rule=RULE,
    )


def _row(
    entry: Entry, chosen: pd.DataFrame, proposed: pd.DataFrame
) -> tuple[Entry, list[dict[str, object]], list[dict[str, object]]]:
    return (
        entry,
        chosen[chosen["code"] == entry.id].to_dict("records"),
        proposed[proposed["code"] == entry.id].to_dict("records"),
    )
