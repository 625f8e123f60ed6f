"""A long paragraph cut into windows of sentences, by the rules of its language."""

import math
import re
from functools import cache
from itertools import pairwise
from typing import Any

from verbatim.writing import words_in

BY_LETTER = ("zh", "ja")
"""Read letter by letter: between sentences stands no blank."""

WANT_MORE = ("ko", "th", "vi")
"""spaCy wants programs from outside for these; what all languages share does for sentence ends."""

OPENING = re.compile(r"(?:(?:[“‘„«‹「『（【(\[]|(?<=\s)[\"'])+\s*)?$")


def windows(text: str, most: int, language: str) -> list[str]:
    """Cut a paragraph of more than `most` words at sentence ends, into windows about as long.

    No window has more than `most` words, except a sentence that is longer by itself. Together the
    windows are the paragraph, but for the blanks between them. Where a language marks no sentence
    ends, as Thai, the paragraph stays whole.
    """
    total = words_in(text)
    if total <= most:
        return [text]
    parts = math.ceil(total / most)
    found: list[str] = []
    begin = size = done = 0
    for start, end in _sentences(text, language):
        words = words_in(text[start:end])
        full = size + words > most or done >= total * (len(found) + 1) / parts
        if size and full:
            found.append(text[begin:start].strip())
            begin, size = start, 0
        size, done = size + words, done + words
    return [*found, text[begin:].strip()]


def _sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Begin and end of each sentence; a quotation mark that opens the next one goes with that."""
    begins = [one.start_char for one in _pipeline(language)(text).sents]
    moved = [at - _opened(text[max(0, at - 4) : at]) for at in begins]
    return list(pairwise([*moved, len(text)]))


def _opened(before: str) -> int:
    """How many characters of quotation marks or brackets that open something stand at the end."""
    opening = OPENING.search(before)
    return len(opening[0]) if opening else 0


@cache
def _pipeline(language: str) -> Any:
    """Rules of spaCy for the language: words, and the signs that end sentences; no model."""
    import spacy  # noqa: PLC0415  a second, which most studies need not spend

    name = "zh" if language in BY_LETTER else "xx" if language in WANT_MORE else language
    try:
        pipeline = spacy.blank(name or "en")
    except ImportError:  # a language that spaCy has no rules of its own for
        pipeline = spacy.blank("xx")
    pipeline.add_pipe("sentencizer")
    pipeline.max_length = 10**9
    return pipeline
