"""Tables of saturation."""

import logging

import pandas as pd
import pytest

from verbatim.saturate import count
from verbatim.tables.saturate import Saturation, StoppingRules

CODEBOOK = pd.DataFrame(
    [("oak", "trees", "plants"), ("elm", "trees", "plants"), ("owl", "birds", "animals")],
    columns=["code", "subtheme", "theme"],
)

INTERVIEWS = pd.DataFrame(
    [("P01", "2024-03-09"), ("P02", "2024-01-30"), ("P10", "2024-01-30"), ("P11", "2024-02-01")],
    columns=["interview", "date"],
)


def codings(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Make codings out of interview, code and layer."""
    return pd.DataFrame(rows, columns=["interview", "code", "layer"], dtype=str)


def test_order_is_by_date_then_id(caplog: pytest.LogCaptureFixture) -> None:
    """Interviews come by their day, then id; those not yet coded are left out and counted."""
    given = codings(
        ("P01", "oak", "consensus"), ("P10", "oak", "consensus"), ("P02", "owl", "consensus")
    )
    with caplog.at_level(logging.INFO):
        order = count.coded_in_order(given, INTERVIEWS, ["P01", "P02", "P10", "P11"])
    assert order == ["P02", "P10", "P01"]
    assert "3 interviews coded, 1 analysed but not yet coded: left out" in caplog.messages


def test_levels() -> None:
    """A second code of a known subtheme is a new code, and no new subtheme."""
    given = codings(
        ("P02", "oak", "c"), ("P10", "elm", "c"), ("P10", "oak", "c"), ("P01", "owl", "c")
    )
    table = count.counted(given, CODEBOOK, ["P02", "P10", "P01"])
    Saturation.validate(table)
    new = {level: rows["new"].tolist() for level, rows in table.groupby("level", sort=False)}
    assert new == {"code": [1, 1, 1], "subtheme": [1, 0, 1], "theme": [1, 0, 1]}
    assert table[table["level"] == "code"]["present"].tolist() == [1, 2, 1]


def test_same_code_twice_counts_once() -> None:
    """Two coders, or two segments, with one code make one presence."""
    given = codings(("P02", "oak", "c"), ("P02", "oak", "c"))
    table = count.counted(given, CODEBOOK, ["P02"])
    assert table["present"].tolist() == [1, 1, 1]
    assert table["sd"].tolist() == [0, 0, 0]
    assert table["z"].isna().all()


def test_nothing_coded() -> None:
    """Without codings both tables are valid and have no rows."""
    table = count.counted(codings(), CODEBOOK, [])
    assert len(Saturation.validate(table)) == 0
    assert len(StoppingRules.validate(count.stopped(table, [4], [2], [0.05]))) == 0
