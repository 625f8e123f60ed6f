"""How far the review has come: questions answered and open, by reason, without a word of speech."""

from collections.abc import Iterable

import pandas as pd

from verbatim.deidentify.review.asked import REASONS
from verbatim.tables.review import Review


def counted(queue: pd.DataFrame, answered: Iterable[str], words: int) -> pd.DataFrame:
    """Count questions.

    Args:
        queue: `Queue`: what is open.
        answered: Reason of each answered question.
        words: Words spoken in the interviews.

    Returns:
        `Review`: a row per reason that occurs, then the sum.
    """
    done = list(answered)
    rows = []
    for reason in REASONS:
        open_, closed = int((queue["reason"] == reason).sum()), done.count(reason)
        if open_ or closed:
            rows.append((reason, open_ + closed, closed, open_))
    rows.append(("all", len(queue) + len(done), len(done), len(queue)))
    table = pd.DataFrame(rows, columns=["reason", "queued", "answered", "open"])
    per_1000 = 1000 * table["queued"] / words if words else float("nan")
    return table.assign(words=words, per_1000_words=per_1000)[Review.column_names()]
