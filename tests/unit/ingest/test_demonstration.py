"""The demonstration study comes out of room 1 as it was written."""

from pathlib import Path

import pandas as pd
import pytest

from verbatim import register
from verbatim.files import text_hash
from verbatim.ingest.read import read_batch

HOUSE = Path(__file__).parents[3]
GOLD = HOUSE / "tests/gold/segments.csv"


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Segments and losses of all interviews."""
    monkeypatch.chdir(HOUSE)
    rows = register.read_register(Path())
    read = read_batch(register.tickets(rows, Path()), 2.0)
    return read.segments, read.losses


def test_every_segment_is_as_it_was_written(rooms):
    """Interview, number, speaker and text of all 2,031 segments equal the checked list.

    The list holds hashes of texts that were written before the transcripts were made from them.
    """
    segments, _ = rooms
    gold = pd.read_csv(GOLD, dtype={"interview": str, "text_hash": str})
    read = segments.assign(text_hash=segments["text"].map(text_hash))[gold.columns]
    assert len(read) == 2031
    pd.testing.assert_frame_equal(read, gold, check_dtype=False)


def test_losses_of_the_demonstration(rooms):
    """Only the headings and end marks of the 16 Word files are dropped, and no label is unknown."""
    _, losses = rooms
    word = losses["format"].str.startswith("docx")
    assert word.sum() == 16
    assert losses.loc[word, "lines_dropped"].tolist() == [3] * 16
    assert losses.loc[~word, "lines_dropped"].sum() == 0
    assert losses["unknown_labels"].sum() == 0
    assert losses["segments"].sum() == 2031


def test_times_only_where_the_source_has_them(rooms):
    """Captions have begin and end; labels with a time give a begin; the rest has neither."""
    segments, losses = rooms
    captions = losses.loc[losses["format"].str.match("vtt|srt|json"), "interview"]
    timed = segments["interview"].isin(captions)
    assert segments.loc[timed, ["start", "end"]].notna().to_numpy().all()
    assert segments.loc[~timed, "end"].isna().all()
    later = segments.groupby("interview")["start"].apply(
        lambda starts: starts.dropna().is_monotonic_increasing
    )
    assert later.all()
