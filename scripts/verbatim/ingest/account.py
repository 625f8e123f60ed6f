"""Where each word of a transcript went: said, a note, a label, a time, or dropped."""

import re
from collections.abc import Iterable

from verbatim.ingest.pieces import Piece, Segment, Source
from verbatim.ingest.speech import Speech
from verbatim.writing import words_in, words_in_all

TIME = re.compile(r"(?=\D*\d)(?=.*[:#])[\W\d_]+")
"""A word that is a time: digits and colons, with whatever brackets, and no letter."""

CLOCK = re.compile(r"[:#]\d|\d[:#]")
"""Stands in every such word."""


def account(source: Source, spoken: Speech, rows: Iterable[Segment]) -> dict[str, int]:
    """Count words, which are parted by blanks, where they come from and where they went.

    `words_read` is counted in what the reader gave, `words` and `words_of_notes` in what came
    out, so that the sum of all others is `words_read` if and only if nothing was lost or doubled.

    Args:
        source: What the reader gave.
        spoken: What was made of it.
        rows: The segments.
    """
    held = list(rows)
    said = sum(row.spoken for row in held)
    changed = [(piece.text, words) for piece, words in spoken.kept if piece.text != words]
    beside = words_in_all(text for text, _ in changed) - words_in_all(words for _, words in changed)
    times = sum(_times(text, words) for text, words in changed if CLOCK.search(text))
    return {
        "words": said,
        "words_read": _written([*source.pieces, *source.left]),
        "words_of_notes": sum(row.words for row in held) - said,
        # A time between two words that it touches leaves a word more than there was.
        "words_of_labels": max(0, beside - times + _given(piece for piece, _ in spoken.kept)),
        "words_of_times": times,
        "words_dropped": _written([*(piece for piece, _ in spoken.left), *source.left]),
    }


def _written(pieces: list[Piece]) -> int:
    return words_in_all(piece.text for piece in pieces) + _given(pieces)


def _given(pieces: Iterable[Piece]) -> int:
    """Words of labels in cells; those of voice tags and entries are no text."""
    return words_in_all(piece.label for piece in pieces if piece.label and not piece.caption)


def _times(text: str, words: str) -> int:
    """Words of a text that are times and not among its words of speech.

    What is left of a time may be a word of speech, as the comma of "00:01:02,".
    """
    gone = _clocks(text) - _clocks(words)
    return min(max(0, gone), max(0, words_in(text) - words_in(words)))


def _clocks(text: str) -> int:
    return sum(TIME.fullmatch(word) is not None for word in text.split())
