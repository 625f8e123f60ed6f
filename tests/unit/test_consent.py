"""Rows of interviews without consent."""

import logging

import pandas as pd
import pytest

from verbatim.consent import set_aside


def test_rows_keep_their_number(caplog: pytest.LogCaptureFixture) -> None:
    """What stays keeps its row number in the file; one line says how many do not."""
    caplog.set_level(logging.WARNING)
    table = pd.DataFrame({"interview": ["P01", "P02", "P03", "P02"], "code": list("abcd")})
    used = set_aside(table, ["P02"], "data/private/quotations.csv")
    assert used["code"].to_dict() == {0: "a", 2: "c"}
    assert caplog.messages == [
        "2 rows of data/private/quotations.csv not used: no consent to be analysed"
    ]


def test_nothing_to_say(caplog: pytest.LogCaptureFixture) -> None:
    """Where everybody agreed nothing is said."""
    caplog.set_level(logging.WARNING)
    table = pd.DataFrame({"interview": ["P01"]})
    assert set_aside(table, [], "x").equals(table)
    assert caplog.messages == []
