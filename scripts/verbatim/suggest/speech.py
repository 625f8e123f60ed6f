"""Which segments get suggestions, and the question that each of them answers."""

import re
from collections.abc import Iterable

import pandas as pd

from verbatim.suggest.words import TOKEN
from verbatim.tables.base import by_interview


def words_in(text: str) -> int:
    """Count the words of a text (letters, in scripts without blanks); [PERSON 3] is one."""
    return len(TOKEN.findall(re.sub(r"\[[^\]]*\]", "tag", text)))


def spoken(segments: Iterable[pd.DataFrame], minimum_words: int) -> pd.DataFrame:
    """Pool the batches and keep what participants say at some length, with what they were asked.

    Args:
        segments: Tables of `Segments`, one per batch, in any division and order; the rows of an
            interview stand in the order of speech.
        minimum_words: Shorter segments are left out.

    Returns:
        One row per participant's segment, by interview, in the order of speech: `interview`,
        `segment`, `text`, and `question`, the nearest earlier turn of another speaker in the
        interview that is not shorter than `minimum_words` either (a "Mm." asks nothing); empty
        where there is none.
    """
    pooled = by_interview(pd.concat(list(segments), ignore_index=True))
    rows = []
    for interview, talk in pooled.groupby("interview", sort=True):
        turns: list[tuple[tuple[str, str], int, list[str]]] = []
        for line in talk.itertuples(index=False):
            who = (str(line.speaker), str(line.participant))
            if not turns or turns[-1][1] != line.turn:
                turns.append((who, int(line.turn), []))
            turns[-1][2].append(str(line.text))
            if line.speaker == "participant" and words_in(line.text) >= minimum_words:
                rows.append((interview, int(line.segment), line.text, _asked(turns, minimum_words)))
    return pd.DataFrame(rows, columns=["interview", "segment", "text", "question"])


def _asked(turns: list[tuple[tuple[str, str], int, list[str]]], minimum_words: int) -> str:
    """Text of the nearest turn before the last one that another speaker holds, at some length."""
    who = turns[-1][0]
    for other, _, texts in reversed(turns[:-1]):
        text = " ".join(texts)
        if other != who and words_in(text) >= minimum_words:
            return text
    return ""
