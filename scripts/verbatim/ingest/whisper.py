"""JSON of Whisper and WhisperX: segments, or words, with times and speakers."""

import json
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from verbatim.ingest.labels import Speaker
from verbatim.ingest.pieces import Piece, Source
from verbatim.ingest.text import decode, normalised
from verbatim.ingest.unreadable import Unreadable

EXPECTED = "JSON of Whisper or WhisperX: a list of segments with start, end, text and speaker"
TEXTS = ("text", "word")


def read(content: bytes, _listed: dict[str, Speaker]) -> Source:
    """Read entries into pieces: segments where there are any, else words.

    An entry without a speaker goes on with the one before.

    Raises:
        Unreadable: If it is not JSON, not of this kind, or a time is not one.
    """
    decoded, encoding = decode(content)
    try:
        entries = _entries(json.loads(decoded))
    except ValueError as error:
        place = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise Unreadable(
            "JSON that is broken off or misspelt", EXPECTED, "export it anew", place
        ) from error
    except RecursionError as error:
        raise Unreadable("JSON nested too deeply", EXPECTED, "export it anew") from error
    changes: Counter[str] = Counter()
    pieces: list[Piece] = []
    labelled = any("speaker" in entry for entry in entries)
    spaced = any(str(entry.get("word", "")).startswith(" ") for entry in entries)
    for number, entry in enumerate(entries, start=1):
        place = f"entry {number}"
        text, changed = normalised(_text(entry, place))
        changes += changed
        if not text.strip():
            continue
        speaker = entry.get("speaker")
        label = ("" if speaker is None else str(speaker).strip()) if labelled else None
        start, end = _time(entry, "start", place), _time(entry, "end", place)
        if spaced and "word" in entry and not text.startswith(" ") and pieces:
            # Whisper parts words before an apostrophe; only what brings a blank begins a word.
            pieces[-1] = replace(pieces[-1], text=pieces[-1].text + text, end=end)
        else:
            pieces.append(Piece(place, text, label, start, end, caption=True))
    return Source("json", encoding, pieces, changes=changes)


def _entries(content: Any) -> list[dict[str, Any]]:
    """Find the list of segments or words, under its usual names or at the top."""
    found = content
    if isinstance(content, dict):
        named: Iterator[Any] = (
            content[name]
            for name in ("segments", "word_segments", "words", "chunks")
            if isinstance(content.get(name), list) and content[name]
        )
        found = next(named, [] if isinstance(content.get("segments"), list) else None)
    if not isinstance(found, list) or not all(map(_is_entry, found)):
        raise Unreadable(
            "JSON of another kind",
            EXPECTED,
            "export the transcript as Whisper's own JSON, vtt or srt",
        )
    return found


def _is_entry(entry: Any) -> bool:
    return isinstance(entry, dict) and bool({*TEXTS, "words"} & set(entry))


def _text(entry: dict[str, Any], place: str) -> str:
    text = next((entry[name] for name in TEXTS if entry.get(name) is not None), None)
    if text is None:
        words = [str(word.get("word", "")) for word in entry.get("words") or []]
        # Whisper's words bring their blanks along, WhisperX's do not.
        text = "".join(words) if any(word[:1] == " " for word in words) else " ".join(words)
    if not isinstance(text, str):
        raise Unreadable("a text that is not one", EXPECTED, "export it anew", place)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Unreadable(
            "half a character (a lone surrogate)", "text", "export it anew", place
        ) from error
    return text


def _time(entry: dict[str, Any], name: str, place: str) -> float | None:
    value = entry.get(name)
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
        raise Unreadable(
            f"a time ({name}) that is no number of seconds", EXPECTED, "export it anew", place
        )
    return float(value)
