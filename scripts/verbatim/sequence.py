"""Ids that leave a gap in the numbering, as P38 where P36 is meant: said aloud, nothing stops."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from verbatim.register import REGISTER


@dataclass(frozen=True, order=True)
class _Numbered:
    """An id: its letters and number, its row (the header is row 1) and how it is written."""

    letters: str
    number: int
    row: int
    written: str

    def called(self, number: int) -> str:
        """Write another number as this one is written."""
        return f"{self.letters}{number:0{len(self.written) - len(self.letters)}}"


def gaps(ids: Sequence[str]) -> list[str]:
    """Say which numbers are missing, and which id may be a misprint for one of them.

    Args:
        ids: Ids in the order of the register.

    Returns:
        One message per gap. An id that stands in the gap's place though its number is higher is
        the likely misprint; where none does, the id after the gap is.
    """
    listed = [
        _Numbered(match[1], int(match[2]), row, one)
        for row, one in enumerate(ids, start=2)
        if (match := re.fullmatch(r"([A-Za-z]+)(\d+)", one))
    ]
    return [
        _told(before, after, listed)
        for before, after in pairwise(sorted(listed))
        if before.letters == after.letters and after.number > before.number + 1
    ]


def _told(before: _Numbered, after: _Numbered, listed: list[_Numbered]) -> str:
    missing = before.called(before.number + 1)
    if stray := _stray(before, after, listed):
        return (
            f"{REGISTER}, row {stray.row}: {stray.written} stands where {missing} would; if no "
            f"interview is missing, it may be a misprint for {missing}"
        )
    return (
        f"{REGISTER}: after {before.written} comes {after.written}; if no interview is missing, "
        f"{after.written} may be a misprint for {missing}"
    )


def _stray(before: _Numbered, after: _Numbered, listed: list[_Numbered]) -> _Numbered | None:
    """Give the id that stands behind the one before the gap, though a higher number than after."""
    at = listed.index(before) + 1
    one = listed[at] if at < len(listed) else before
    return one if one.letters == after.letters and one.number > after.number else None
