"""What a run says of interviews that nobody touched."""

from pathlib import Path

import pandas as pd
import pytest

from verbatim.deidentify import since
from verbatim.tables.deidentify import Identifiers


def replaced(*places: tuple[str, int, int, int]) -> pd.DataFrame:
    """Rows of Identifiers: interview, segment, start, end."""
    return pd.DataFrame(
        [
            (*place, "PERSON", "Zedkin", "pool", "replaced", "program", "zedkin", "PERSON 1")
            for place in places
        ],
        columns=Identifiers.column_names(),
    )


HERE = ("P01", 3, 0, 6)
THERE = ("P02", 1, 5, 11)


@pytest.mark.parametrize(
    ("places", "spoken", "said"),
    [
        ([HERE], {"P01": "a"}, []),
        ([HERE, THERE], {"P01": "a", "P02": "b"}, []),
        (
            [HERE, ("P01", 4, 0, 6), THERE],
            {"P01": "a", "P02": "b"},
            ["P01: 1 mentions are replaced that were not in the last run, 0 no longer are (names "
             "are pooled, and P02 came in or changed)"],
        ),
        ([], {"P01": "changed"}, []),
        (
            [],
            {"P01": "a"},
            ["P01: 0 mentions are replaced that were not in the last run, 1 no longer are (other "
             "answers, settings or another version of the program)"],
        ),
    ],
)  # fmt: skip
def test_what_is_said_the_second_time(
    places: list[tuple[str, int, int, int]],
    spoken: dict[str, str],
    said: list[str],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """An untouched interview whose replacements differ is named with the reason, never a word."""
    last = tmp_path / "last.json"
    since.tell(replaced(HERE), {"P01": "a"}, last)
    assert not caplog.records
    since.tell(replaced(*places), spoken, last)
    assert [record.getMessage() for record in caplog.records] == said
    assert "Zedkin" not in last.read_text(encoding="utf-8")
    last.write_text("broken", encoding="utf-8")
    since.tell(replaced(HERE), {"P01": "a"}, last)
    assert len(caplog.records) == len(said)
