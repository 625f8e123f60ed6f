"""Text as numbers: terms, their weights, and the similarity of texts."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from verbatim.writing import JOINERS, MARKS, UNSPACED

_WORD = rf"[^\W{UNSPACED}]+(?:[{MARKS}{JOINERS}]+[^\W{UNSPACED}]*)*"
TOKEN = re.compile(rf"\[\w+\]|[{UNSPACED}][{MARKS}]*|{_WORD}(?:['’]{_WORD})*")
"""A word; in scripts without blanks a letter, so that pairs of words are pairs of letters.

Pairs find Chinese passages about as well as words do: Nie, Gao, Zhang & Zhou (2000), On the use of
words and n-grams for Chinese information retrieval, IRAL 2000, 141-148.
"""

_UNPARTED = re.compile(f"[{UNSPACED}]")
TAG = re.compile(r"\[([A-Z][A-Z _/-]*?)\s*\d*(?:: [^\[\]]*)?\]")

COMMON = 0.2
"""A word in more than this share of the segments (and in more than ten) is not counted."""

PLAIN = 0.05
"""A word in more than this share of the segments (and in more than ten) explains nothing."""

NEIGHBOURS = (0.2, 0.6, 0.2)
"""Weights of the segment before, the segment itself and the segment after."""


def tokens(text: str) -> list[tuple[str, str]]:
    """Give each word as it stands (in lower case) and as it is counted (without plural).

    Tags count by their category: [PERSON 3] and [PERSON 7] are the same word, because numbers
    begin anew in each interview.
    """
    plain = TAG.sub(lambda tag: f"[{re.sub(r'[ /-]+', '_', tag[1].strip())}]", text)
    found = [word.replace("’", "'").lower() for word in TOKEN.findall(plain)]
    return [(word, singular(word)) for word in found]


def singular(word: str) -> str:
    """Take the ending of an English plural or possessive away.

    Harman (1991), How effective is suffixing?, JASIS 42(1), 7-15, table 1: the S-stemmer. Of its
    three rules the first that fits is applied. Words of three letters or fewer stay as they are.
    """
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) <= 3:
        return word
    for ending, not_after, instead in (
        ("ies", ("eies", "aies"), "y"),
        ("es", ("aes", "ees", "oes"), "e"),
        ("s", ("us", "ss"), ""),
    ):
        if word.endswith(ending) and not word.endswith(not_after):
            return word[: -len(ending)] + instead
    return word


def terms(text: str, common: frozenset[str] = frozenset()) -> list[str]:
    """Give the words of a text, without `common` ones, and its pairs of neighbouring words."""
    counted = [word for _, word in tokens(text)]
    pairs = [" ".join(pair) for pair in pairwise(counted)]
    return [word for word in counted if word not in common] + pairs


def frequent(texts: Iterable[str], share: float) -> frozenset[str]:
    """Give the words that stand in more than this share of the texts, and in more than ten.

    They are the study's function words, in whatever language it is.
    """
    found = [{word for _, word in tokens(text)} for text in texts]
    number = Counter(word for words in found for word in words)
    limit = max(10, int(share * len(found)))
    return frozenset(word for word, segments in number.items() if segments > limit)


def as_said(text: str) -> dict[str, str]:
    """Give each term of a text as it stands where it is first said."""
    words = tokens(text)
    said: dict[str, str] = {}
    for word, counted in words:
        said.setdefault(counted, word)
    for (first, one), (second, two) in pairwise(words):
        said.setdefault(f"{one} {two}", _beside(first, second))
    return said


def _beside(first: str, second: str) -> str:
    """Two words as they are written beside each other."""
    touch = _UNPARTED.match(first) and _UNPARTED.match(second)
    return f"{first}{second}" if touch else f"{first} {second}"


@dataclass(frozen=True)
class Texts:
    """Every text of a study as rows of one space of terms.

    Attributes:
        said: Segments by terms: TF-IDF, each row of length 1.
        asked: The question before each segment.
        meant: Name and definition of each code.
        smoothing: Segments by segments: what a segment's score takes from its neighbours.
        terms: The terms, in the order of the columns.
        telling: Whether each term has a word in it that is not all over the study.
    """

    said: Any
    asked: Any
    meant: Any
    smoothing: Any
    terms: Any
    telling: Any


def weigh(speech: pd.DataFrame, definitions: list[str]) -> Texts:
    """Weigh the terms of segments, questions and definitions by how telling they are.

    The terms are those of the segments. No coding has a part in it, so it may see every
    interview.
    """
    common = frequent(speech["text"], COMMON)
    found = [terms(text, common) for text in speech["text"]]
    names = sorted({term for each in found for term in each})
    said = counted(found, names)
    holding = np.bincount(said.indices, minlength=len(names))
    rarity = 1 + np.log((1 + len(found)) / (1 + holding))
    plain = frequent(speech["text"], PLAIN)
    return Texts(
        tf_idf(said, rarity),
        tf_idf(counted([terms(text, common) for text in speech["question"]], names), rarity),
        tf_idf(counted([terms(text, common) for text in definitions], names), rarity),
        neighbourhood(speech["interview"].tolist()),
        np.array(names, dtype=object),
        np.array([not plain.issuperset(term.split(" ")) for term in names], dtype=bool),
    )


def counted(texts: list[list[str]], names: list[str]) -> Any:
    """Count each of the named terms in each text: a sparse matrix of texts by terms."""
    column = {name: at for at, name in enumerate(names)}
    rows = [Counter(column[term] for term in text if term in column) for text in texts]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.array([at for row in rows for at in sorted(row)], dtype=np.int64)
    counts = np.array([row[at] for row in rows for at in sorted(row)], dtype=np.float64)
    return sparse.csr_array((counts, columns, ends), shape=(len(texts), len(names)))


def tf_idf(counts: Any, rarity: NDArray[np.float64]) -> Any:
    """Weigh counted terms: (1 + ln tf) idf, each text scaled to length 1 (or empty).

    Salton & Buckley (1988), Information Processing & Management 24(5), 513-523, with the idf
    1 + ln((1 + n) / (1 + df)) for n segments of which df contain the term.
    """
    weights = (1 + np.log(counts.data)) * rarity[counts.indices]
    owner = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    length = np.sqrt(np.bincount(owner, weights**2, minlength=counts.shape[0]))
    return sparse.csr_array(
        (weights / length[owner], counts.indices, counts.indptr), shape=counts.shape
    )


def neighbourhood(interviews: list[str]) -> Any:
    """Give the matrix that smooths over neighbouring segments of the same interview.

    A segment at the edge shares the missing neighbour's weight out among the rest: each row
    sums to 1.
    """
    owner = np.array(interviews)
    count = len(owner)
    before, at, after = NEIGHBOURS
    same = owner[1:] == owner[:-1]
    matrix = sparse.diags_array(
        [np.where(same, before, 0.0), np.full(count, at), np.where(same, after, 0.0)],
        offsets=[-1, 0, 1],
        shape=(count, count),
    ).tocsr()
    return sparse.diags_array(1 / matrix.sum(axis=1)).tocsr() @ matrix
