"""Measuring: what the program proposes alone, against interviews that a person checked."""

import pandas as pd

from verbatim.proportions import wilson
from verbatim.tables.deidentify import Recall
from verbatim.tables.people import CATEGORIES, DIRECT

SUMS = {
    "direct": DIRECT,
    "indirect": tuple(one for one in CATEGORIES if one not in DIRECT),
    "all": CATEGORIES,
}


def recall(automatic: pd.DataFrame, sample: pd.DataFrame) -> pd.DataFrame:
    """Compare the automatic step with the hand-checked sample.

    A mention is found where proposals, of whatever category, cover each of its letters and
    digits; touched where they cover at least one. A proposal is right where it covers a letter or
    digit of a mention of any category; only proposals in checked interviews are counted.

    Args:
        automatic: `Mentions` without overlaps.
        sample: `Sample`.

    Returns:
        `Recall`: a row per category that occurs among mentions or proposals, then the sums
        direct, indirect and all; no rows where nothing was checked.
    """
    checked = sorted(set(sample["interview"]))
    if not checked:
        return Recall.without_rows()
    mentions = sample[sample["category"] != ""]
    proposals = automatic[automatic["interview"].isin(checked)]
    covered = cover(proposals)
    true = cover(mentions)
    counted = pd.DataFrame(
        {
            "category": mentions["category"],
            "checked": 1,
            "found": [covered_share(row, covered) == 1 for row in mentions.itertuples()],
            "touched": [covered_share(row, covered) > 0 for row in mentions.itertuples()],
        }
    )
    proposed = pd.DataFrame(
        {
            "category": proposals["category"],
            "proposed": 1,
            "right": [covered_share(row, true) > 0 for row in proposals.itertuples()],
        }
    )
    present = [
        one for one in CATEGORIES if one in set(counted["category"]) | set(proposed["category"])
    ]
    groups = {one: (one,) for one in present} | SUMS
    rows = [
        {
            "category": name,
            **counted.loc[counted["category"].isin(kinds), ["checked", "found", "touched"]].sum(),
            **proposed.loc[proposed["category"].isin(kinds), ["proposed", "right"]].sum(),
        }
        for name, kinds in groups.items()
    ]
    return _with_shares(pd.DataFrame(rows))


def cover(table: pd.DataFrame) -> dict[tuple[str, int], set[int]]:
    """Characters covered by the mentions, by interview and segment."""
    covered: dict[tuple[str, int], set[int]] = {}
    columns = (table[name] for name in ("interview", "segment", "start", "end"))
    for interview, segment, start, end in zip(*columns, strict=True):
        covered.setdefault((interview, segment), set()).update(range(start, end))
    return covered


def covered_share(
    row: "pd.core.series.Series[object]", covered: dict[tuple[str, int], set[int]]
) -> float:
    """Share of a mention's letters and digits that are covered."""
    here = covered.get((row.interview, row.segment), set())
    spoken = [at for at, sign in enumerate(row.text, row.start) if sign.isalnum()]
    spoken = spoken or list(range(row.start, row.end))
    return sum(at in here for at in spoken) / len(spoken)


def _with_shares(counts: pd.DataFrame) -> pd.DataFrame:
    recall_low, recall_high = wilson(counts["found"].to_numpy(), counts["checked"].to_numpy())
    precision_low, precision_high = wilson(
        counts["right"].to_numpy(), counts["proposed"].to_numpy()
    )
    table = counts.astype({"found": int, "touched": int, "right": int}).assign(
        recall=counts["found"] / counts["checked"].where(counts["checked"] > 0),
        recall_low=recall_low,
        recall_high=recall_high,
        precision=counts["right"] / counts["proposed"].where(counts["proposed"] > 0),
        precision_low=precision_low,
        precision_high=precision_high,
    )
    return table[Recall.column_names()]
