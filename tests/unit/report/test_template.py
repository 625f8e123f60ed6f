"""Numbers and lists are written as a paper writes them."""

from typing import Any

import pytest

from verbatim.report.recruitment import Recruitment, read
from verbatim.report.template import count, listed, percent, plural, share

NAN = float("nan")


@pytest.mark.parametrize(
    ("writer", "value", "written"),
    [
        (count, 2031, "2,031"),
        (count, 6.0, "6"),
        (count, NAN, "–"),
        (percent, 0.834, "83 %"),
        (percent, 0.0, "0 %"),
        (percent, 0.0049, "<1 %"),
        (percent, 1.0, "100 %"),
        (percent, NAN, "–"),
        (share, 0.834, "0.83"),
        (share, -0.05, "−0.05"),
        (share, NAN, "–"),
        (listed, [4, 5, 6], "4, 5 and 6"),
        (listed, [4], "4"),
        (listed, [], ""),
    ],
)
def test_written(writer: Any, value: Any, written: str) -> None:
    """A missing number is a dash and never a nought."""
    assert writer(value) == written


def test_plural() -> None:
    """One thing, several things, none."""
    assert [plural(n, "coder") for n in (0, 1, 2)] == ["0 coders", "1 coder", "2 coders"]
    assert plural(3, "person", "people") == "3 people"


def test_no_recruitment_file_says_nothing() -> None:
    """Without the file nothing is known about recruitment."""
    assert read([]) == Recruitment(None, None, "")
