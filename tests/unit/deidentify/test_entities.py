"""Entities, leaks and leak-free interviews, counted by hand."""

import pandas as pd
import pytest

from verbatim.deidentify.entities import missed
from verbatim.tables.deidentify import Mentions
from verbatim.tables.missed import Missed
from verbatim.tables.people import Sample

SAMPLE = pd.DataFrame(
    [
        ("P01", 1, 0, 11, "PERSON", "Ann Carlyle"),
        ("P01", 2, 0, 3, "PERSON", "Ben"),
        ("P01", 5, 0, 3, "PERSON", "BEN"),
        ("P01", 6, 0, 5, "PERSON", "Ben's"),
        ("P01", 2, 10, 14, "LOCATION", "York"),
        ("P02", 1, 5, 8, "PERSON", "Ben"),
        ("P03", 0, 0, 0, "", ""),
    ],
    columns=Sample.column_names(),
)
AUTOMATIC = pd.DataFrame(
    [
        ("P01", 1, 0, 11, "PERSON", "Ann Carlyle", "cue"),
        ("P01", 2, 0, 3, "PERSON", "Ben", "cue"),
        ("P01", 5, 0, 3, "LOCATION", "BEN", "capital"),
        ("P01", 2, 10, 22, "LOCATION", "York Friday", "capital"),
        ("P02", 1, 5, 8, "PERSON", "Ben", "cue"),
        ("P09", 1, 0, 3, "PERSON", "Eve", "cue"),
    ],
    columns=Mentions.column_names(),
)
WORDS = pd.DataFrame(
    {"interview": ["P01", "P02", "P03", "P09"], "words": [1500, 400, 100, 9999]},
)


def test_counts_by_hand() -> None:
    """A person is masked where each mention is, whatever the case; one missed mention is enough.

    Ben in two interviews is two; his third mention in P01 is not covered.
    """
    table = missed(AUTOMATIC, SAMPLE, WORDS).set_index("category")
    names = ["entities", "masked", "leaks", "leak_free", "masked_tokens", "identifying_tokens"]
    assert {name: list(row) for name, row in table[names].iterrows()} == {
        "PERSON": [3, 2, 1, 2, 4, 4],
        "LOCATION": [1, 1, 0, 3, 3, 2],
        "direct": [3, 2, 1, 2, 4, 4],
        "indirect": [1, 1, 0, 3, 3, 2],
        "all": [4, 3, 1, 2, 7, 6],
    }
    row = table.loc["all"]
    assert (row["words"], row["interviews"], row["leaks_per_10k"]) == (2000, 3, 5.0)
    # Garwood's limits of one event, 0.0253 and 5.5716, per 0.2 times 10,000 words.
    assert (row["leaks_low"], row["leaks_high"]) == pytest.approx((0.1266, 27.858), abs=1e-3)
    Missed.validate(table.reset_index())


def test_nothing_checked() -> None:
    """Without a sample the table has no rows; an interview without mentions has no recall."""
    assert len(missed(AUTOMATIC, Sample.without_rows(), WORDS)) == 0
    table = missed(AUTOMATIC, SAMPLE.iloc[6:], WORDS).set_index("category")
    assert table.loc["all", ["entities", "leaks", "leak_free"]].tolist() == [0, 0, 1]
    assert pd.isna(table.loc["all", "entity_recall"])
