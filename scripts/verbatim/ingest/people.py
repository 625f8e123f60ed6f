"""Tables with a column for each speaker: question and answer side by side."""

from collections import Counter

from verbatim.ingest.delimited import HEADER_ROWS, Rows
from verbatim.ingest.labels import Speaker, key
from verbatim.ingest.pieces import Piece
from verbatim.ingest.text import normalised


def pieces(rows: Rows, listed: dict[str, Speaker]) -> tuple[list[Piece], int, Counter[str]] | None:
    """Read each row's cells from left to right, with the listed labels of the header.

    Returns:
        The pieces, how many rows are header, and what was changed, counted; None where no row
        among the first has two listed labels, or those are in the cells below too.
    """
    header, labels = _labels(rows, listed)
    if len(set(labels.values())) < 2:
        return None
    body = [(number, row) for number, row in enumerate(rows, start=1) if number > header + 1]
    found: list[Piece] = []
    changes: Counter[str] = Counter()
    for number, row in body:
        for at, cell in enumerate(row):
            if key(cell) in listed:
                return None
            text, changed = normalised(cell)
            lines = [line for line in text.split("\n") if line.strip()]
            if at in labels:
                changes.update(changed)
                label = labels[at]
                found += [Piece(f"row {number}", line, label) for line in lines]
            else:
                changes["cell beside speech left out"] += bool(lines)
    above = sum(any(map(str.strip, row)) for row in rows[: header + 1])
    return found, above, +changes


def _labels(rows: Rows, listed: dict[str, Speaker]) -> tuple[int, dict[int, str]]:
    """Index of the row with most listed labels, and those by their columns."""
    found = [
        (number, {at: cell.strip() for at, cell in enumerate(row) if key(cell) in listed})
        for number, row in enumerate(rows[:HEADER_ROWS])
    ]
    return max(found, key=lambda one: (len(one[1]), -one[0]), default=(0, {}))
