"""Codings whose text has changed, with what was coded and what stands there now."""

import pandas as pd

from verbatim.files import text_hash
from verbatim.tables.code import Reanchor

AT = ["interview", "segment"]


def hashes_held(given: pd.DataFrame, accepted: pd.DataFrame) -> pd.Series:
    """Hash of the text that each coding was given on; empty where nobody can know.

    A coding without a hash was given on what the team accepted, where that is frozen; where it
    accepted another text before, on that: freezing a correction re-anchors no coding.
    """
    first = accepted.sort_values("state", kind="stable").drop_duplicates(AT, keep="last")
    known = dict(zip(_places(first), first["text_hash"], strict=True))
    return pd.Series(
        [
            one or known.get(at, "")
            for one, at in zip(given["text_hash"], _places(given), strict=True)
        ],
        index=given.index,
        dtype=object,
    )


def reanchor(table: pd.DataFrame, segments: pd.DataFrame, accepted: pd.DataFrame) -> pd.DataFrame:
    """Put old and new text side by side.

    Args:
        table: Codings that were set aside for their text, with `text_held`.
        segments: Rows of `Segments`, as spoken.
        accepted: Rows of `Frozen`.

    Returns:
        Rows of `Reanchor`, in the order of `table`.
    """
    now = dict(zip(_places(segments), segments["text"], strict=True))
    hashed = zip(accepted["interview"], accepted["text_hash"], strict=True)
    before = dict(zip(hashed, accepted["text"], strict=True))
    spoken: dict[str, list[tuple[int, str]]] = {}
    for (interview, number), text in now.items():
        spoken.setdefault(interview, []).append((number, text))
    rows = []
    for at, row in zip(_places(table), table.to_dict("records"), strict=True):
        old = before.get((row["interview"], row["text_held"]), "")
        stands = [
            str(number)
            for number, text in spoken.get(row["interview"], [])
            if (old in text if old else text_hash(text) == row["text_held"])
        ]
        text = now.get(at, "")
        rows.append(
            {
                **row,
                "text_before": old,
                "text": text,
                "text_hash": text_hash(text) if text else "",
                "stands_in": "|".join(stands),
            }
        )
    return pd.DataFrame(rows, columns=Reanchor.column_names())


def _places(table: pd.DataFrame) -> list[tuple[str, int]]:
    return list(zip(table["interview"], table["segment"].astype(int), strict=True))
