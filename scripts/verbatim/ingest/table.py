"""Transcripts in tables: which column says who speaks, which one what is said, which one when."""

import re
from collections.abc import Iterator

from verbatim.ingest.labels import Speaker, key
from verbatim.ingest.marks import is_metadata
from verbatim.ingest.pieces import Piece
from verbatim.ingest.text import is_ended
from verbatim.ingest.times import ALONE, BRACKETED, CLOCK, impossible, span

Row = list[list[Piece]]
"""The cells of one row, each with its pieces."""

STAMPED = re.compile(rf"(?P<label>.*?)[\s,:]*(?P<time>{BRACKETED}|(?<=\s){CLOCK})", re.DOTALL)
TITLE_WORDS = 3
NAME_WORDS = 4
HEADING_WORDS = 12


def rows_of_speech(rows: list[Row], listed: dict[str, Speaker]) -> tuple[list[Piece], int]:
    """Give what the rows say, each piece with the label of its row.

    A blank label means that the same person goes on. A table in which few cells are listed labels
    is no table of speech: its paragraphs are given as they stand.

    Returns:
        The pieces, those of cells left out (comments, numbers of lines) marked as `aside`, and how
        many such cells there are.
    """
    if any(_says_facts(rows, column, listed) for column in range(_width(rows))):
        return [p._replace(label="", heading=True) for row in rows for cell in row for p in cell], 0
    column = _column_of_labels(rows, listed)
    if column is None:
        return [piece for row in rows for cell in row for piece in cell], 0
    spoken = _column_of_speech(rows, column)
    titles = [row for row in _above(rows, column, listed) if _is_title(row, rows, column, listed)]
    pieces = [
        piece for row in rows for piece in _row(row, column, spoken, listed, is_title=row in titles)
    ]
    beside = [
        cell
        for row in rows
        if row not in titles
        for other, cell in enumerate(row)
        if other not in {column, spoken} and cell and not ALONE.fullmatch(_words(row, other))
    ]
    left_out = [piece._replace(aside=True) for cell in beside for piece in cell]
    return [*pieces, *left_out], len(beside)


def _row(
    row: Row, column: int, spoken: int, listed: dict[str, Speaker], *, is_title: bool
) -> Iterator[Piece]:
    label, time = _parted(_words(row, column))
    clocks = [words for other in range(len(row)) if ALONE.fullmatch(words := _words(row, other))]
    times = " ".join([time, *clocks])
    start, end = span(times)
    said = row[spoken] if spoken < len(row) else []
    unlisted = bool(label) and key(label) not in listed
    if unlisted and (is_title or (not said and len(label.split()) <= HEADING_WORDS)):
        yield from (piece._replace(heading=True) for cell in row for piece in cell)
        return
    if unlisted and not said:
        said, label = row[column], ""
    if label and not said:
        yield row[column][0]._replace(text="", label=label, start=start, end=end, bold=0)
    for number, piece in enumerate(said):
        if number:
            yield piece._replace(label="", bold=0)
        else:
            yield piece._replace(
                label=label,
                start=start,
                end=end if len(said) == 1 else None,
                mistimed=impossible(times) > 0,
                bold=0,
                joins=False,
            )


def _says_facts(rows: list[Row], column: int, listed: dict[str, Speaker]) -> bool:
    """Say whether the column names facts of the interview, as Date, beside who took part."""
    labels = [_words(row, column) for row in rows]
    people = [row for row, label in zip(rows, labels, strict=True) if key(label) in listed]
    facts = [is_metadata(f"{label}:") and key(label) not in listed for label in labels]
    beside = [_words(row, other) for row in people for other in range(len(row)) if other != column]
    return (
        any(facts)
        and bool(people)
        and len({key(label) for label in labels if label}) == len(list(filter(None, labels)))
        and all(len(words.split()) <= NAME_WORDS and not is_ended(words) for words in beside)
    )


def _column_of_labels(rows: list[Row], listed: dict[str, Speaker]) -> int | None:
    """Column in which at least half of the filled cells, the first row aside, are listed labels."""
    best, most = None, 0
    for column in range(_width(rows)):
        labels = [key(_parted(words)[0]) for row in rows if (words := _words(row, column))]
        known = sum(label in listed for label in labels)
        others = sum(label not in listed for label in labels[1:])
        if known > most and known >= others:
            best, most = column, known
    return best


def _width(rows: list[Row]) -> int:
    return max((len(row) for row in rows), default=0)


def _column_of_speech(rows: list[Row], column: int) -> int:
    """The column with the most words, labels and times aside."""
    words = {
        other: sum(
            len(text.split()) for row in rows if not ALONE.fullmatch(text := _words(row, other))
        )
        for other in range(_width(rows))
        if other != column
    }
    return max(words, key=lambda other: (words[other], -other), default=column)


def _above(rows: list[Row], column: int, listed: dict[str, Speaker]) -> list[Row]:
    """Rows that may name the columns: the first, and the one above the first listed label."""
    labels = [key(_parted(_words(row, column))[0]) for row in rows]
    first = next((at for at, label in enumerate(labels) if label in listed), 0)
    return [rows[at] for at in sorted({0, max(0, first - 1)})]


def _is_title(row: Row, rows: list[Row], column: int, listed: dict[str, Speaker]) -> bool:
    """Say whether the row names the columns: few words, no sentence, no second time.

    "No." is a sentence only where somebody may say it.
    """
    cells = [_words(row, other) for other in range(len(row))]
    label = key(_parted(_words(row, column))[0])
    others = {key(_parted(_words(other, column))[0]) for other in rows if other is not row}
    telling = {column, _column_of_speech(rows, column)}
    return label not in {*others, *listed} and all(
        len(words.split()) <= TITLE_WORDS and not (at in telling and is_ended(words))
        for at, words in enumerate(cells)
    )


def _parted(words: str) -> tuple[str, str]:
    """Part label and time that stand in one cell."""
    match = STAMPED.fullmatch(words)
    return (match["label"], match["time"]) if match and match["label"] else (words, "")


def _words(row: Row, column: int) -> str:
    cell = row[column] if column < len(row) else []
    return " ".join(" ".join(piece.text for piece in cell).split())
