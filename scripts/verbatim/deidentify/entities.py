"""What the program alone would leave: people and things of which one mention is enough."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from verbatim.bounds import garwood
from verbatim.deidentify.identities import surface
from verbatim.deidentify.measure import SUMS, cover, covered_share
from verbatim.proportions import wilson
from verbatim.search.words import TOKEN
from verbatim.tables.missed import Missed
from verbatim.tables.people import CATEGORIES

PER = 10_000
"""Words to which leaks are put in relation."""


def missed(automatic: pd.DataFrame, sample: pd.DataFrame, losses: pd.DataFrame) -> pd.DataFrame:
    """Count entities, leaks and leak-free interviews in what a person checked word by word.

    An entity is what mentions of one kind call by one name in one interview (`surface`). It is
    masked where every one of its mentions is covered whole: ER of Pilan et al. 2022 (Comput
    Linguist 48:1053-1101, doi 10.1162/coli_a_00458), of whatever kind the proposals are. A leak
    is a mention not covered whole.

    Args:
        automatic: `Mentions` without overlaps.
        sample: `Sample`.
        losses: `Losses`, for the words of each interview.

    Returns:
        `Missed`: a row per category that occurs, then direct, indirect and all; no rows where
        nothing was checked.
    """
    checked = sorted(set(sample["interview"]))
    if not checked:
        return Missed.without_rows()
    gold = sample[sample["category"] != ""]
    proposals = automatic[automatic["interview"].isin(checked)]
    covered, true = cover(proposals), cover(gold)
    mentions = pd.DataFrame(
        {
            "interview": gold["interview"],
            "category": gold["category"],
            "entity": [
                surface(kind, text)
                for kind, text in zip(gold["category"], gold["text"], strict=True)
            ],
            "leak": [covered_share(row, covered) < 1 for row in gold.itertuples()],
        }
    )
    tokens = pd.DataFrame(
        [(row.category, hit) for row in proposals.itertuples() for hit in _tokens(row, true)],
        columns=["category", "right"],
    )
    present = set(mentions["category"]) | set(tokens["category"])
    groups = {one: (one,) for one in CATEGORIES if one in present} | SUMS
    spoken = int(losses.loc[losses["interview"].isin(checked), "words"].sum())
    rows = [
        {
            "category": name,
            **_counts(mentions[mentions["category"].isin(kinds)], checked),
            "words": spoken,
            "masked_tokens": int(tokens["category"].isin(kinds).sum()),
            "identifying_tokens": int(tokens.loc[tokens["category"].isin(kinds), "right"].sum()),
        }
        for name, kinds in groups.items()
    ]
    return _with_shares(pd.DataFrame(rows))


def _tokens(row: Any, true: dict[tuple[str, int], set[int]]) -> Iterable[bool]:
    """For each word of a proposal, whether a letter of it is in a mention."""
    here = true.get((row.interview, row.segment), set())
    for word in TOKEN.finditer(row.text):
        yield any(row.start + at in here for at in range(*word.span()))


def _counts(mentions: pd.DataFrame, checked: list[str]) -> dict[str, int]:
    leaking = mentions.groupby(["interview", "category", "entity"])["leak"].any()
    return {
        "entities": len(leaking),
        "masked": int((~leaking).sum()),
        "interviews": len(checked),
        "leak_free": len(checked) - mentions.loc[mentions["leak"], "interview"].nunique(),
        "leaks": int(mentions["leak"].sum()),
    }


def _with_shares(table: pd.DataFrame) -> pd.DataFrame:
    for share, part, whole in (
        ("entity_recall", "masked", "entities"),
        ("leak_free_share", "leak_free", "interviews"),
        ("token_precision", "identifying_tokens", "masked_tokens"),
    ):
        low, high = wilson(table[part].to_numpy(), table[whole].to_numpy())
        value = table[part] / table[whole].where(table[whole] > 0)
        table = table.assign(**{share: value, f"{share}_low": low, f"{share}_high": high})
    limits = [garwood(leaks) for leaks in table["leaks"]]
    spoken = table["words"].where(table["words"] > 0)
    table = table.assign(
        leaks_per_10k=table["leaks"] / spoken * PER,
        leaks_low=[low for low, _ in limits] / spoken * PER,
        leaks_high=[high for _, high in limits] / spoken * PER,
    )
    return table[Missed.column_names()]
