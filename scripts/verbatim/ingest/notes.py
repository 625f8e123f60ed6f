"""Transcriber's notes inside what is said: laughter, pauses, what could not be heard."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from verbatim.tables.ingest import NOTES
from verbatim.writing import words_in

LISTS = {
    name: frozenset(words)
    for name, *words in map(
        str.split,
        Path(__file__).with_name("notes.words.txt").read_text("utf-8").splitlines(),
    )
}
ALWAYS = {word: kind for kind in NOTES for word in LISTS.get(kind, ())}
"""Words that a note is made of, in whatever brackets."""

SQUARE = ALWAYS | {word: kind for kind in NOTES for word in LISTS.get(f"square-{kind}", ())}
"""The same, and words that are notes in square brackets only: "(interruption)" is said, too."""

BESIDE = LISTS["beside"]
"""Words that may stand beside those, as in "(long pause)"."""

LONGEST = 6
"""Words of a note in square brackets that holds others than these."""

OPENING = "[(<{*"
SHAPE = re.compile(
    r"\(\((?P<double>[^()\n]{0,120})\)\)"
    r"|\[(?P<square>[^\[\]\n]{0,80})\]"
    r"|\((?P<round>[^()\n]{0,60})\)"
    r"|<(?P<angle>[^/<>\n][^<>\n]{0,60})>"
    r"|\{(?P<curly>[^{}\n]{1,60})\}"
    r"|\*(?P<star>[^*\n]{1,40})\*"
)
CLOCK = re.compile(r"\d{1,3}(?::\d{2}){1,3}(?:[.,]\d{1,3})?")
SILENCE = re.compile(r"\.{1,3}|…|\d{1,2}(?:[.,]\d{1,2})?\s*(?:s|secs?)\.?")
MEASURED = re.compile(r"[0-2]?\d\.\d")
"""A pause as conversation analysts measure it, in seconds and tenths."""

DOUBT = re.compile(r"\?*")
WORD = re.compile(r"[^\W\d_]+")
INSIDE = re.compile(r"\S")
LETTER = re.compile(r"\w")
COVER = "\0"
"""Stands for each character of a note while words are counted; no text has it."""


@dataclass(frozen=True)
class Note:
    """A note of the transcriber.

    Attributes:
        start: Where it begins in the text of its segment.
        end: Where it ends, exclusive.
        kind: One of `NOTES`.
        text: The note, brackets and all.
    """

    start: int
    end: int
    kind: str
    text: str


def notes(text: str) -> list[Note]:
    """Find the transcriber's notes in what was said.

    A note is what stands in brackets or between asterisks and is made of words for laughter,
    pauses and so on, and of those that go with them. In square brackets a few words are one that
    begin or end so. In double round brackets all is a note. What is in other brackets was said or
    may have been: "(maybe Tuesday)", "*really*", "[my sister]".
    """
    if not any(sign in text for sign in OPENING):
        return []
    return [
        Note(match.start(), match.end(), kind, match[0])
        for match in SHAPE.finditer(text)
        if (kind := _kind(str(match.lastgroup), match[str(match.lastgroup)].strip().casefold()))
    ]


def is_note(words: str) -> bool:
    """Say whether words that stand alone, or in brackets, are a note and not the name of somebody.

    More words are than in the midst of speech, where "[the back door]" may be a word made out.
    """
    first = WORD.match(words.casefold())
    return bool(notes(f"[{words}]")) or (first is not None and first[0] in LISTS["alone"])


def spoken_words(text: str) -> int:
    """How many words of the text are speech and no note.

    What stands between blanks is a note's where nothing else of it is letters or digits: in
    "[laughs]no" the note only touches a word of speech.
    """
    found = notes(text)
    if not found:
        return words_in(text)
    parts, at = [], 0
    for note in found:
        parts += [text[at : note.start], INSIDE.sub(COVER, note.text)]
        at = note.end
    covered = "".join([*parts, text[at:]]).split()
    spoken = [
        word.replace(COVER, "") for word in covered if COVER not in word or LETTER.search(word)
    ]
    # Where only a note has letters of a script without blanks, other signs count as words.
    return min(words_in(text), words_in(" ".join(spoken)))


@lru_cache(maxsize=4096)  # most notes of a transcript are the same few
def _kind(shape: str, inside: str) -> str:
    """Kind of the note, or nothing where the brackets hold speech."""
    if sign := _sign(shape, inside):
        return sign
    said = WORD.findall(CLOCK.sub(" ", inside))
    known = [word for word in said if word in ALWAYS]
    if known and all(word in ALWAYS or word in BESIDE for word in said):
        return ALWAYS[known[0]]
    if shape == "double":
        return next(_of_square(said), "other")
    if shape == "square" and len(said) <= LONGEST:
        return next(_of_square([*said[:1], *said[-1:]]), "")
    return ""


def _sign(shape: str, inside: str) -> str:
    """Kind of a note without words, as (.), (0.5), [?]; nothing for others."""
    if DOUBT.fullmatch(inside):
        return "inaudible"
    if SILENCE.fullmatch(inside):
        # "[...]" says that something was left out, not that nobody spoke.
        return "other" if shape == "square" and inside[0] in ".…" else "pause"
    if MEASURED.fullmatch(inside) and shape == "round":
        return "pause"
    # "(10:30)" may be said.
    return "time" if CLOCK.fullmatch(inside) and shape not in {"round", "star"} else ""


def _of_square(said: Iterable[str]) -> Iterator[str]:
    return (SQUARE[word] for word in said if word in SQUARE)
