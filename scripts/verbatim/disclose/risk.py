"""How many participants look alike: classes, uniques, and what an intruder who guesses risks."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

LARGEST_SET = 3
"""Attributes, at most, in the sets by which somebody is sought to be unique."""


@dataclass(frozen=True)
class Risk:
    """Measures of re-identification over some participants.

    Attributes:
        participants: How many.
        smallest: Size of the smallest class, the k of k-anonymity (Sweeney 2002a); None of nobody.
        largest: Size of the largest class.
        unique: Participants alone in their class.
        average: Mean of 1 / size: how often an intruder who knows that a person took part and
            picks one of the class is right, on average (prosecutor risk, El Emam & Dankar 2008).
        maximum: The same for the most exposed participant.
    """

    participants: int
    smallest: int | None
    largest: int | None
    unique: int
    average: float | None
    maximum: float | None


def risk(sizes: Ints) -> Risk:
    """Measure, from the size of each participant's class."""
    if not len(sizes):
        return Risk(0, None, None, 0, None, None)
    return Risk(
        participants=len(sizes),
        smallest=int(sizes.min()),
        largest=int(sizes.max()),
        unique=below(sizes, 2),
        average=float((1 / sizes).mean()),
        maximum=float(1 / sizes.min()),
    )


def below(sizes: Ints, k: int) -> int:
    """Count the participants in classes smaller than k."""
    return int((sizes < k).sum())


def coded(people: pd.DataFrame) -> Ints:
    """Number the values of each column; a missing value is a value of its own.

    Two who are both "not stated" are alike, and unlike everybody else. It is the careful choice:
    read as "could be anything", as sdcMicro does by default, gaps only ever make classes larger.
    """
    if people.empty:
        return np.zeros(people.shape, dtype=np.int64)
    columns = [pd.factorize(people[name], use_na_sentinel=False)[0] for name in people.columns]
    return np.column_stack(columns).astype(np.int64)


def classes(codes: Ints) -> Ints:
    """Number the class of each row: rows that are equal in every column have the same number."""
    key = np.zeros(len(codes), dtype=np.int64)
    for column in codes.T:
        # Numbered anew at each step: products of many columns would not fit.
        key = np.unique(key * (column.max(initial=0) + 2) + column + 1, return_inverse=True)[1]
    return key


def sizes_of(codes: Ints) -> Ints:
    """Give the size of the class of each row."""
    own = classes(codes)
    return np.asarray(np.bincount(own)[own], dtype=np.int64)


def sizes_known(codes: Ints, known: Flags) -> Ints:
    """Give, for each row, how many rows are equal in those of its columns that are known of it.

    What is known differs from participant to participant: one is quoted, another is not. Who
    looks for the first compares everybody who took part, quoted or not.
    """
    found = np.zeros(len(codes), dtype=np.int64)
    for pattern in np.unique(known, axis=0):
        rows = (known == pattern).all(axis=1)
        found[rows] = sizes_of(codes[:, pattern])[rows]
    return found


def diversity(codes: Ints, sensitive: Ints) -> Ints:
    """Count the different sensitive values in the class of each row.

    The smallest is l of distinct l-diversity (Machanavajjhala et al. 2007).
    """
    own = classes(codes)
    pairs = np.unique(np.column_stack([own, sensitive]), axis=0)
    return np.asarray(np.bincount(pairs[:, 0], minlength=own.max(initial=0) + 1)[own])


def unique_by(names: list[str], codes: Ints, known: Flags, alone: Flags) -> list[str]:
    """Name the smallest sets of attributes by which somebody is unique.

    Minimal sample uniques, as SUDA looks for them (Elliot, Manning & Ford 2002), of the smallest
    size only and of up to three attributes; beyond, all that is known.

    Args:
        names: Attributes.
        codes: Their values, a row per participant.
        known: Which of them are known of whom.
        alone: Who is unique by all that is known.

    Returns:
        As "role | sex + sector", for each participant; empty where somebody is not unique.
    """
    found: list[list[str]] = [[] for _ in codes]
    open_ = alone.copy()
    for size in range(1, min(LARGEST_SET, len(names)) + 1):
        for chosen in combinations(range(len(names)), size):
            hits = open_ & known[:, chosen].all(axis=1)
            if hits.any():
                for row in np.flatnonzero(hits & (sizes_of(codes[:, chosen]) == 1)):
                    found[row].append(" + ".join(names[each] for each in chosen))
        open_ &= np.array([not sets for sets in found], dtype=bool)
    for row in np.flatnonzero(open_):
        found[row].append(" + ".join(np.array(names, dtype=object)[known[row]]))
    return [" | ".join(sets) for sets in found]
