"""Recall and precision, counted by hand."""

import pandas as pd
import pytest

from verbatim.deidentify import draw, entities
from verbatim.deidentify.measure import recall
from verbatim.tables.deidentify import Mentions, Recall
from verbatim.tables.missed import Missed
from verbatim.tables.people import CATEGORIES, DIRECT, Sample

SAMPLE = pd.DataFrame(
    [
        ("P01", 1, 0, 11, "PERSON", "Ann Carlyle"),
        ("P01", 2, 0, 3, "PERSON", "Ben"),
        ("P01", 2, 10, 14, "LOCATION", "York"),
        ("P02", 1, 5, 7, "AGE", "81"),
        ("P03", 0, 0, 0, "", ""),
    ],
    columns=Sample.column_names(),
)
AUTOMATIC = pd.DataFrame(
    [
        ("P01", 1, 0, 3, "PERSON", "Ann", "cue"),
        ("P01", 1, 4, 11, "LOCATION", "Carlyle", "capital"),
        ("P01", 2, 10, 12, "LOCATION", "Yo", "capital"),
        ("P02", 9, 5, 7, "AGE", "81", "pattern"),
        ("P03", 1, 0, 3, "PERSON", "Eve", "cue"),
        ("P04", 1, 0, 3, "PERSON", "Dan", "cue"),
    ],
    columns=Mentions.column_names(),
)
WORDS = pd.DataFrame({"interview": ["P01", "P02", "P03"], "words": [30, 20, 10]})


def test_counts_by_hand() -> None:
    """Found is covered whole, by whatever kind; interviews nobody checked do not count."""
    table = recall(AUTOMATIC, SAMPLE).set_index("category")
    counts = table[["checked", "found", "touched", "proposed", "right"]]
    assert {name: list(row) for name, row in counts.iterrows()} == {
        "PERSON": [2, 1, 1, 2, 1],
        "LOCATION": [1, 0, 1, 2, 2],
        "AGE": [1, 0, 0, 1, 0],
        "direct": [2, 1, 1, 2, 1],
        "indirect": [2, 0, 1, 3, 2],
        "all": [4, 1, 2, 5, 3],
    }
    assert table.loc["all", "recall"] == pytest.approx(0.25)
    assert table.loc["all", "precision"] == pytest.approx(0.6)


def test_wilson_limits() -> None:
    """The limits are Wilson's: 81 of 263 gives .2553 to .3662 (Newcombe 1998, table I)."""
    sample = pd.DataFrame(
        [("P01", number, 0, 1, "PERSON", "A") for number in range(1, 264)],
        columns=Sample.column_names(),
    )
    automatic = sample.iloc[:81].assign(layer="cue")
    row = recall(automatic, sample).iloc[0]
    assert (row["recall_low"], row["recall_high"]) == pytest.approx((0.2553, 0.3662), abs=5e-5)


def test_no_sample() -> None:
    """Without a sample the table has no rows, and the figure says that nothing was checked."""
    table = recall(AUTOMATIC, Sample.without_rows())
    assert len(Recall.validate(table)) == 0
    missed = Missed.without_rows()
    assert draw.in_words(table, missed) == draw.NOTHING
    shown = [text.get_text() for text in draw.drawn(table, missed, invented=True).texts]
    assert draw.NOTHING in shown


def test_checked_and_nothing_there() -> None:
    """An interview in which a person found nothing still counts against wrong proposals."""
    table = recall(AUTOMATIC, SAMPLE.iloc[4:]).set_index("category")
    assert table.loc["all", ["checked", "proposed", "right"]].tolist() == [0, 1, 0]
    assert table["recall"].isna().all()
    Recall.validate(table.reset_index()[Recall.column_names()])


def test_figure_prints_every_n() -> None:
    """Every row has its label with n; the note says that people have yet to decide."""
    table = recall(AUTOMATIC, SAMPLE)
    missed = entities.missed(AUTOMATIC, SAMPLE, WORDS)
    figure = draw.drawn(table, missed, invented=False)
    marks = [line for line in figure.axes[0].lines if line.get_marker() == "^"]
    shares = missed.set_index("category")["entity_recall"].reindex(table["category"]).dropna()
    assert [line.get_xdata()[0] for line in marks] == shares.tolist()
    assert len(shares) > 1
    labels = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert labels[0] == "Person (n = 2)"
    assert len(labels) == len(table)
    assert "before people's decisions" in figure.get_supxlabel()
    assert set(draw.LABELS) == {*CATEGORIES, "direct", "indirect", "all"}
    assert set(DIRECT) <= set(CATEGORIES)
