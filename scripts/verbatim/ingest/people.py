"""Tables with a column for each speaker: question and answer side by side."""

from collections import Counter

from verbatim.ingest.columns import title
from verbatim.ingest.delimited import HEADER_ROWS, Rows
from verbatim.ingest.labels import Speaker, has_role, is_name, key
from verbatim.ingest.pieces import Piece
from verbatim.ingest.roles import role_word
from verbatim.ingest.text import normalised

SEVERAL = 2
"""Words that a cell of speech has on average."""


def pieces(rows: Rows, listed: dict[str, Speaker]) -> tuple[list[Piece], Counter[str]] | None:
    """Read each row's cells from left to right, with the listed labels of the header.

    Where no labels are listed, the roles that a header names (Interviewer and Participant,
    Question and Answer) are labels.

    Returns:
        The pieces, rows above and cells beside speech as aside, and what was changed, counted; None
        where no row among the first has two labels, or what stands below them is no speech.
    """
    header, labels = _labels(rows, listed)
    if len(set(labels.values())) < 2 or not _are_speech(rows[header + 1 :], labels, listed):
        return None
    found: list[Piece] = []
    changes: Counter[str] = Counter()
    for number, row in enumerate(rows, start=1):
        is_below = number > header + 1
        for at, cell in enumerate(row):
            text, changed = normalised(cell)
            lines = [line for line in text.split("\n") if line.strip()]
            if is_below and at in labels:
                changes.update(changed)
                label = labels[at]
                found += [Piece(f"row {number}", line, label) for line in lines]
            else:
                changes["cell beside speech left out"] += is_below and bool(lines)
                found += [Piece(f"row {number}", line, aside=True) for line in lines]
    return found, +changes


def _labels(rows: Rows, listed: dict[str, Speaker]) -> tuple[int, dict[int, str]]:
    """Index of the row with most labels, and those by their columns."""

    def is_label(cell: str) -> bool:
        if listed:
            return key(cell) in listed
        return is_name(cell) and (has_role(cell) or bool(role_word(cell)))

    found = [
        (number, {at: cell.strip() for at, cell in enumerate(row) if is_label(cell)})
        for number, row in enumerate(rows[:HEADER_ROWS])
        if not any(title(cell) == "text" and _says(rows, number, at) for at, cell in enumerate(row))
    ]
    return max(found, key=lambda one: (len(one[1]), -one[0]), default=(0, {}))


def _says(rows: Rows, header: int, at: int) -> bool:
    """Say whether a column holds speech, as "turn" does where it is no number."""
    cells = [row[at] for row in rows[header + 1 :] if at < len(row) and row[at].strip()]
    return sum(len(cell.split()) for cell in cells) >= SEVERAL * len(cells)


def _are_speech(body: Rows, labels: dict[int, str], listed: dict[str, Speaker]) -> bool:
    """Say whether cells in several rows have several words each, and none is a label."""
    cells = [row[at] for row in body for at in labels if at < len(row) and row[at].strip()]
    words = sum(len(cell.split()) for cell in cells)
    several = len([row for row in body if any(map(str.strip, row))]) > 1
    return (
        several and words >= SEVERAL * len(cells) and not any(key(one) in listed for one in cells)
    )
