"""What may be left: each estimate, worked by hand, and said in words that promise nothing."""

import pandas as pd
import pytest
from scipy import stats

from verbatim.deidentify import residual
from verbatim.deidentify.to_check import Reading
from verbatim.tables.deidentify import Mentions
from verbatim.tables.ingest import Losses
from verbatim.tables.missed import Missed, Near, Residual, ToCheck

LOSSES = pd.DataFrame({"words": [30_000, 20_000]}).reindex(columns=Losses.column_names())
CHECKED = pd.DataFrame(
    [{"category": one, "leaks": 2, "words": 20_000, "interviews": 4} for one in ("direct", "all")]
).reindex(columns=Missed.column_names())
CHECKED["leaks_per_10k"] = 1.0
NOBODY = Missed.without_rows()
NOTHING = ToCheck.without_rows()


def reading(read: pd.DataFrame, population: int = 1000) -> Reading:
    """A reading of so many segments, 300 wanted."""
    return Reading(read, NOTHING, population, 300, 0.01, 0.0)


def rows(missed: pd.DataFrame, read: Reading, *layers: str) -> pd.DataFrame:
    """The table, by what is estimated."""
    found = [("P01", at, 0, 1, "PERSON", "A", layer) for at, layer in enumerate(layers, start=1)]
    automatic = pd.DataFrame(found, columns=Mentions.column_names())
    table = residual.table(missed, LOSSES, Near.without_rows(), automatic, read)
    Residual.validate(table)
    return table


def were_read(number: int, misses: int) -> pd.DataFrame:
    """Segments of ten words, one from each interview, the first with something missed."""
    text = " ".join(["word"] * 10)
    table = [
        {"interview": f"P{at}", "segment": 1, "missed": "word" if at < misses else "none"}
        for at in range(number)
    ]
    return pd.DataFrame(table).assign(category="", text=text, checked_by="", note="")


def test_checked_interviews() -> None:
    """Two leaks in 20,000 words: at most 3.15 per 10,000, so at most 9 in the 30,000 others."""
    row = rows(CHECKED, reading(NOTHING)).iloc[0]
    high = stats.chi2.ppf(0.95, 6) / 2 / 2
    assert (row["estimate"], row["high"]) == pytest.approx((1.0, high))
    assert high == pytest.approx(3.15, abs=0.005)
    assert "at most about 9 leaks" in row["in_words"]


@pytest.mark.parametrize(
    ("number", "misses", "said"), [(100, 0, "not enough"), (299, 0, "enough"), (299, 3, "not")]
)
def test_segments_read(number: int, misses: int, said: str) -> None:
    """The limit is the exact one, and a small sample is not called enough."""
    table = rows(NOBODY, reading(were_read(number, misses), 10**6))
    share, rate = table.iloc[2], table.iloc[3]
    exact = stats.binomtest(misses, number, alternative="less").proportion_ci(0.95, "exact").high
    assert share["high"] == pytest.approx(exact, abs=1e-4)
    assert f"which is {said}" in share["in_words"]
    limit = stats.chi2.ppf(0.95, 2 * misses + 2) / 2 / (10 * number) * 10_000
    assert rate["high"] == pytest.approx(limit)


def test_clusters_widen() -> None:
    """The same segments from one interview say less than from many."""
    spread = were_read(50, 2)
    packed = spread.assign(interview="P0", segment=range(1, 51))
    limits = [
        rows(NOBODY, Reading(one, NOTHING, 1000, 300, 0.01, 0.05)).iloc[2]["high"]
        for one in (spread, packed)
    ]
    assert limits[0] < limits[1]


def test_nothing_known() -> None:
    """Where nobody read anything, there is no number, and the words say so."""
    table = rows(NOBODY, reading(NOTHING))
    assert table["estimate"].isna().tolist() == [True] * 5 + [False]
    assert "nothing is known of 1,000 segments" in table.iloc[2]["in_words"]


def test_between_layers() -> None:
    """10 by context, 15 by lists, 5 by both: 28.3 in all (Chapman), of which 20 were found."""
    layers = ["cue"] * 5 + ["cue+gazetteer"] * 5 + ["capital"] * 10 + ["pool"] * 3
    row = rows(NOBODY, reading(NOTHING), *layers).iloc[4]
    assert row["estimate"] == pytest.approx(28.33 - 20 - 3, abs=0.01)
    assert row["low"] < row["estimate"] < row["high"]
    assert row["in_words"].startswith("A lower bound")
    model = rows(NOBODY, reading(NOTHING), "ner", "cue+ner", "gazetteer+ner", "cue", "initial")
    assert model.iloc[4]["based_on"].startswith("3 found one way, 4 the other, 2 both")
    assert model.iloc[4]["estimate"] == pytest.approx(4 * 5 / 3 - 1 - 5)
    for same in (["cue+gazetteer", "gazetteer"], ["cue", "gazetteer"]):
        row = rows(NOBODY, reading(NOTHING), *same).iloc[4]
        assert pd.isna(row["estimate"])
        assert row["in_words"].startswith("Cannot be told")
