"""Where each word of a transcript went: said, a note, a label, a time, or dropped."""

import re
from collections.abc import Iterable

from verbatim.ingest.notes import spoken_words
from verbatim.ingest.pieces import Piece, Source
from verbatim.ingest.speech import Speech
from verbatim.language import words_in

TIME = re.compile(r"(?=\D*\d)(?=.*[:#])[\W\d_]+")
"""A word that is a time: digits and colons, with whatever brackets, and no letter."""

CLOCK = re.compile(r"[:#]\d|\d[:#]")
"""Stands in every such word."""


def account(source: Source, spoken: Speech, texts: Iterable[str]) -> dict[str, int]:
    """Count words, which are parted by blanks, where they come from and where they went.

    `words_read` is counted in what the reader gave, `words` and `words_of_notes` in what came
    out, so that the sum of all others is `words_read` if and only if nothing was lost or doubled.

    Args:
        source: What the reader gave.
        spoken: What was made of it.
        texts: Texts of the segments.
    """
    said = of_notes = 0
    for text in texts:
        spoken_there = spoken_words(text)
        said += spoken_there
        of_notes += _words(text) - spoken_there
    labels = times = 0
    for piece, words in spoken.kept:
        labels += _given(piece)
        if piece.text != words:
            beside = max(0, _words(piece.text) - _words(words))
            # What is left of a time may be a word of speech, as the comma of "00:01:02,".
            clocks = min(beside, max(0, _times(piece.text) - _times(words)))
            times += clocks
            labels += beside - clocks
    return {
        "words": said,
        "words_read": sum(map(_written, [*source.pieces, *source.left])),
        "words_of_notes": of_notes,
        "words_of_labels": labels,
        "words_of_times": times,
        "words_dropped": sum(map(_written, [*(one for one, _ in spoken.left), *source.left])),
    }


def _written(piece: Piece) -> int:
    return _words(piece.text) + _given(piece)


def _given(piece: Piece) -> int:
    """Words of a label in a cell; those of voice tags and entries are no text."""
    return 0 if piece.caption else _words(piece.label)


def _words(text: str | None) -> int:
    return words_in(text or "")


def _times(text: str) -> int:
    if not CLOCK.search(text):
        return 0
    return sum(TIME.fullmatch(word) is not None for word in text.split())
