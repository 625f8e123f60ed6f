"""Labels in a column of their own: tables without lines, and hanging indents."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from verbatim.ingest.labels import Speaker, key
from verbatim.ingest.pdf_blocks import NEAR, lifted, parted
from verbatim.ingest.pdf_lines import Line
from verbatim.ingest.pdf_words import Word

ACROSS = 9
"""`column` of a line that crosses from the labels to the speech, as a heading does."""

FEW_WORDS = 6
GAP = 0.6
"""Columns are so many heights of the type apart at least."""

CANDIDATES, SAMPLE = 12, 500


def speech_column(found: list[Line]) -> float | None:
    """Where the column of speech begins, if labels or times stand in columns to its left.

    Of the places at which cells begin, the one farthest to the right that nearly no line crosses
    and that has half of all words to its right.
    """
    starts = Counter(
        round(word.x0)
        for line in found
        for before, word in pairwise(line.words)
        if word.x0 - before.x1 > GAP * word.size
    )
    often = {at: starts[at - 1] + starts[at] + starts[at + 1] for at in list(starts)}
    likely = sorted(often, key=lambda at: (-often[at], at))[:CANDIDATES]
    # All lines of a long file are looked at for a place only that some of them speak for.
    some = found[:: 1 + len(found) // SAMPLE]
    found_at = (
        float(start)
        for start in sorted(likely, reverse=True)
        if _is_column(some, start) and _is_column(found, start)
    )
    return next(found_at, None)


def _is_column(lines: list[Line], start: float) -> bool:
    """Say whether speech begins here beside labels: few lines cross, half of all words follow."""
    pairs = [parts for line in lines if (parts := parted(line, start))]
    both = [left for left, right in pairs if left and right]
    total = sum(len(line.words) for line in lines)
    few = sorted(len(left) for left in both)
    return (
        len(lines) - len(pairs) <= max(3, 0.05 * len(lines))
        and 2 * sum(len(right) for _, right in pairs) >= total
        and len(both) >= max(2, 0.02 * len(lines))
        and few[len(few) // 2] <= FEW_WORDS
    )


def in_rows(printed: list[Line], start: float, listed: dict[str, Speaker]) -> list[Line]:
    """Take what stands before the speech out of each line, as its `head`: cells parted by tabs.

    A label that its narrow column broke into two lines is joined where that gives a listed one.
    """
    found = lifted(printed, start)
    columns = _columns(found, start)
    rows: list[Line] = []
    waiting: Line | None = None
    for line in found:
        parts = parted(line, start)
        if parts is None:
            rows += [waiting] if waiting else []
            waiting = None
            rows.append(replace(line, column=ACROSS))
            continue
        left, right = parts
        head = _head(left, columns)
        if rows and head and (joined := _joined(rows[-1].head, head, listed)):
            rows[-1] = replace(rows[-1], head=joined)
            head = ""
        if not right:
            rows += [waiting] if waiting else []
            waiting = replace(line, column=ACROSS) if head else None
            continue
        if waiting and not head:
            head = _head(waiting.words, columns)
        elif waiting:
            rows.append(waiting)
        waiting = None
        rows.append(replace(line, words=right, head=head) if left or head else line)
    return [*rows, waiting] if waiting else rows


def _columns(found: list[Line], start: float) -> list[float]:
    """Where the columns left of the speech begin."""
    begins = Counter(
        round(cell[0].x0 / NEAR)
        for line in found
        if (parts := parted(line, start)) and parts[0]
        for cell in replace(line, words=parts[0]).cells
    )
    some = 0.1 * max(begins.values(), default=0)
    columns: list[float] = []
    for place in sorted(begins):
        if begins[place] >= some and (not columns or place * NEAR - columns[-1] > 2 * NEAR):
            columns.append(place * NEAR)
    return columns


def _head(left: list[Word], columns: list[float]) -> str:
    """The cells of these words, with a tab between columns; empty where there are none."""
    cells = [""] * len(columns)
    for word in left:
        at = max((at for at, place in enumerate(columns) if place <= word.x0 + NEAR), default=0)
        cells[at] = f"{cells[at]} {word.text}".strip()
    return "\t".join(cells) if left else ""


def _joined(head: str, more: str, listed: dict[str, Speaker]) -> str:
    """Two lines of a head as one, where that makes a listed label out of parts that are none."""
    if not head:
        return ""
    cells = [
        f"{one} {other}".strip()
        for one, other in zip(head.split("\t"), more.split("\t"), strict=True)
    ]
    parts = [key(cell) for cell in more.split("\t") if cell]
    known = any(key(cell) in listed for cell in cells)
    return "\t".join(cells) if known and not any(part in listed for part in parts) else ""
