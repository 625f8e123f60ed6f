"""The sample table counts who speaks, and shows only what the study groups or publishes."""

import pandas as pd
import pytest

from verbatim.errors import StudyError
from verbatim.report.sample import characteristics

PEOPLE = pd.DataFrame(
    [
        ("A1", "F", "nurse", "red"),
        ("A2", "M", "nurse", "red"),
        ("A3", "F", "", "blue"),
        ("A4", "F", "porter", "green"),
        ("A5", "M", "porter", "green"),
    ],
    columns=["participant", "sex", "job", "secret"],
)
SEGMENTS = pd.DataFrame(
    [("Q1", "A1"), ("Q1", ""), ("Q2", "A2"), ("Q2", "A3"), ("Q3", "A4")],
    columns=["interview", "participant"],
)
GROUPS = {"sex": {"title": "Sex", "attribute": "sex", "values": {"Men": ["M"], "Women": ["F"]}}}


def test_counts() -> None:
    """Totals first, groups in their order with a total, then published values by count."""
    table = characteristics(PEOPLE, ["Q1", "Q2", "Q3", "Q4"], SEGMENTS, GROUPS, ["sex", "job"])
    assert [tuple(row)[:4] for row in table.to_numpy()] == [
        ("interviews", "all", 3, 3),
        ("participants", "all", 4, 4),
        ("Sex", "Men", 1, 4),
        ("Sex", "Women", 3, 4),
        ("Sex", "total", 4, 4),
        ("job", "nurse", 2, 4),
        ("job", "Not stated", 1, 4),
        ("job", "porter", 1, 4),
    ]
    assert list(table["share"][:4]) == [1, 1, 0.25, 0.75]


def test_nothing_else_appears() -> None:
    """An attribute that is neither grouped nor published appears nowhere in the table."""
    table = characteristics(PEOPLE, ["Q1"], SEGMENTS, GROUPS, [])
    shown = table.to_csv()
    assert "secret" not in shown
    assert "red" not in shown
    assert "nurse" not in shown


@pytest.mark.parametrize(
    ("segments", "publish", "said"),
    [
        pytest.param(SEGMENTS, ["colour"], "the attribute colour", id="unknown attribute"),
        pytest.param(SEGMENTS[:0], [], "no interview in which", id="nobody speaks"),
    ],
)
def test_what_is_wrong(segments: pd.DataFrame, publish: list[str], said: str) -> None:
    """An unknown published attribute, or a study in which nobody speaks, is a clear message."""
    with pytest.raises(StudyError, match=said):
        characteristics(PEOPLE, ["Q1"], segments, {}, publish)
