"""JSON of speech recognisers: what each entry says, who says it and when."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, product
from typing import Any

from verbatim.ingest.dialects import DIALECTS, Entry
from verbatim.ingest.labels import Speaker, key
from verbatim.ingest.meetings import MEETINGS
from verbatim.ingest.pieces import Piece, Source
from verbatim.ingest.text import decode, normalised
from verbatim.ingest.times import CLOCK, LENGTH, seconds
from verbatim.ingest.turns import read_objects
from verbatim.ingest.unreadable import Unreadable

EXPECTED = (
    "JSON of a speech recogniser, as of Whisper: a list of segments with start, end, text, speaker"
)
TIME = re.compile(rf"{CLOCK}|{LENGTH}|\d{{1,6}}")
BREATH_S = 0.2
"""Seconds within which words follow each other in a phrase: nobody takes that for a pause."""

DEPTH = 4
"""So deep inside of others a transcript may lie."""

LATEST = 1e9
"""Seconds: thirty years."""

OUT_OF_SHAPE = (KeyError, TypeError, AttributeError, IndexError, ValueError, OverflowError)


def read(content: bytes, listed: dict[str, Speaker]) -> Source:
    """Read entries into pieces.

    An entry without a speaker goes on with the one before. A speaker that is only a number may
    stand in the register as "Speaker 1".

    Raises:
        Unreadable: If it is not JSON, of no known recogniser, or a time is not one.
    """
    found, encoding = _parsed(content)
    entries = _entries(found)
    if entries is None:
        return Source("json", encoding, _turns(found, listed))
    changes: Counter[str] = Counter()
    phrases: list[_Phrase] = []
    known: dict[str, tuple[str, Counter[str]]] = {}  # words come back
    for number, entry in enumerate(entries, start=1):
        place = f"entry {number}"
        words = _text(entry, place)
        if words not in known:
            known[words] = normalised(words)
        text, changed = known[words]
        if changed:
            changes.update(changed)
        if not text.strip():
            continue
        start, end = _time(entry.start, "start", place), _time(entry.end, "end", place)
        before = phrases[-1] if phrases else None
        if before and before.goes_on(entry, text, start):
            before.texts += [text] if entry.glued else [" ", text]
            before.end = _later(before.end, end)
        else:
            phrases.append(_Phrase(place, entry.speaker, start, end, [text]))
    labelled = any(phrase.speaker is not None for phrase in phrases)
    pieces = [phrase.piece(listed, labelled=labelled) for phrase in phrases]
    return Source("json", encoding, pieces, changes=+changes)


@dataclass(slots=True)
class _Phrase:
    """An entry, with the words behind it that go on in it."""

    place: str
    speaker: object
    start: float | None
    end: float | None
    texts: list[str]

    def goes_on(self, entry: Entry, text: str, start: float | None) -> bool:
        """Say whether an entry is no more than the next of the words of the same speaker."""
        if entry.speaker is not None and entry.speaker != self.speaker:
            return False
        if entry.glued or self.speaker is None or not (_is_word(text) and _is_word(self.texts[0])):
            return entry.glued
        return start is None or self.end is None or start - self.end <= BREATH_S

    def piece(self, listed: dict[str, Speaker], *, labelled: bool) -> Piece:
        """Give it as a piece; where nobody is told apart, without a label."""
        label = _label(self.speaker, listed) if labelled else None
        return Piece(self.place, "".join(self.texts), label, self.start, self.end, caption=True)


def _parsed(content: bytes) -> tuple[Any, str]:
    decoded, encoding = decode(content)
    try:
        return json.loads(decoded), encoding
    except ValueError as error:
        place = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise Unreadable(
            "JSON that is broken off or misspelt", EXPECTED, "export it anew", place
        ) from error
    except RecursionError as error:
        raise Unreadable("JSON nested too deeply", EXPECTED, "export it anew") from error


def _entries(content: Any) -> Iterator[Entry] | None:
    """Yield what the recogniser says whose JSON it is; None where it is nobody's."""
    for one, (name, fits, entries) in product(_inside(content), (*MEETINGS, *DIALECTS)):
        try:
            if fits(one):
                return _checked(entries(one), name)
        except OUT_OF_SHAPE:
            continue
    return None


def _inside(content: Any, depth: int = DEPTH) -> Iterator[Any]:
    """Yield the whole, and what lies in it: answers of services wrap the transcript."""
    yield content
    if isinstance(content, dict) and depth:
        for value in content.values():
            if isinstance(value, dict):
                yield from _inside(value, depth - 1)


def _checked(entries: Iterator[Entry], name: str) -> Iterator[Entry]:
    try:
        yield from entries
    except OUT_OF_SHAPE as error:
        raise Unreadable(
            f"JSON that looks like that of {name}, with a part of another shape",
            EXPECTED,
            "export the transcript anew, or as vtt or srt",
        ) from error


def _turns(content: Any, listed: dict[str, Speaker]) -> list[Piece]:
    """Read the first list of turns whose names say who speaks and what."""
    dicts = (one.values() if isinstance(one, dict) else [one] for one in _inside(content))
    for value in chain.from_iterable(dicts):
        is_list = isinstance(value, list) and all(isinstance(one, dict) for one in value)
        if is_list and (pieces := read_objects(value, listed)):
            for piece in pieces:
                _check_whole(piece.text + (piece.label or ""), piece.place)
            return pieces
    raise Unreadable(
        "JSON of another kind", EXPECTED, "export the transcript as Whisper's own JSON, vtt or srt"
    )


def _is_word(text: str) -> bool:
    return " " not in text.strip()


def _later(one: float | None, other: float | None) -> float | None:
    return one if other is None or (one is not None and one > other) else other


def _label(speaker: object, listed: dict[str, Speaker]) -> str:
    if speaker is None:
        return ""
    label = str(speaker).strip()
    spelt = f"Speaker {label}"
    return spelt if key(label) not in listed and key(spelt) in listed else label


def _text(entry: Entry, place: str) -> str:
    if not isinstance(entry.text, str):
        raise Unreadable("a text that is not one", EXPECTED, "export it anew", place)
    _check_whole(entry.text, place)
    return entry.text


def _check_whole(text: str, place: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Unreadable(
            "half a character (a lone surrogate)", "text", "export it anew", place
        ) from error


def _time(value: object, name: str, place: str) -> float | None:
    """Seconds of a number, or of a text as "3.2" or "00:00:03.200"."""
    if isinstance(value, float) and 0 <= value < LATEST:
        return round(value, 3)
    if isinstance(value, str):
        value = seconds(value) if TIME.fullmatch(value) else value
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < LATEST:
        raise Unreadable(
            f"a time ({name}) that is no number of seconds", EXPECTED, "export it anew", place
        )
    return round(float(value), 3)
