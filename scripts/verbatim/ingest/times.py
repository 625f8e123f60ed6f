"""Times as transcripts write them: one place for every shape, and for what cannot be a time."""

import re
from functools import lru_cache
from typing import NamedTuple

CLOCK = r"\d{1,3}:\d{2}(?::\d{2}(?:[:;]\d{2}(?!\d))?)?(?:[.,]\d{1,3})?"
"""As 1:02, 00:01:02.345, and 00:01:02:12 with frames; also 9:99, which only looks like a time."""

_RATIO = r"\d{1,2}(?:[.,]\d{1,3})?"
_HOURS = rf"\d{{1,2}}\s?h\s?\d{{1,2}}\s?m(?:in)?(?:\s?{_RATIO}\s?s)?"
UNITS = rf"(?:{_HOURS}|\d{{1,3}}\s?m(?:in)?\s?{_RATIO}\s?s)\b"
"""As 1h02m03s or 12m 5s; a single unit, as in (5s), tells how long somebody was silent."""

TENTHS = r"\d{1,3}:\d{2}:\d{2}(?:[-.,]\d{1,3})?"
"""As 00:01:02-3: f4 and MAXQDA write tenths of a second behind a dash."""

_S = r"\d{1,6}[.,]\d{1,6}\s?s"
LENGTH = rf"{_S}?"
"""Seconds, as recognisers print them in pairs: [0.00s -> 3.52s], (0.50s - 4.80s), (0.5 : 4.8)."""

TIME = rf"(?:{CLOCK}(?:\s?[AaPp]\.?[Mm]\b\.?)?|{UNITS})"
_PAIRS = rf"{LENGTH}\s*-+>\s*{LENGTH}|{LENGTH}\s+:\s+{LENGTH}|{_S}\s*[-–—]\s*{_S}"
"""Pairs of them; a dash without a unit, as in (1.5 - 2.5), may be a range of anything."""

_BARE = r"\d{1,2}:\d{1,2}:\d{1,2}\.\d{1,3}"
PAIR = rf"{_BARE}\s*-+>\s*{_BARE}"
"""As 0:0:9.41 --> 0:0:16.5: Teams wrote times without noughts into documents."""

SPAN = rf"(?:{PAIR}|{TIME}(?:\s*(?:-+>|→|[-–—]|to)\s*{TIME})?)"
_INSIDE = rf"\s*(?:{SPAN}|{_PAIRS})\s*(?:\|\s*{TIME}\s*)?"
DATED = (
    r"\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\b\.?)?\]?"
)
"""As [12/03/2020, 10:15:07]: messengers write a day and the time of day before each line."""

HASHED = rf"#\s*{TENTHS}\s*#"
BRACKETED = rf"(?:\[{_INSIDE}\]|\({_INSIDE}\)|<{_INSIDE}>|\{{{_INSIDE}\}}|{HASHED})"
UNCLOSED = rf"\[\s*{CLOCK}(?=\s)(?![^\[\]\n]*\])"
"""As in "[00:12:09 Well": somebody forgot the bracket."""

_FULL = r"\d{1,3}:\d{2}:\d{2}(?:[.,]\d{1,3})?"
STAMP = re.compile(rf"\s*(?:{BRACKETED}|{UNCLOSED}|{_FULL})\s*(?:[-–—]\s+)?")
ALONE = re.compile(rf"\s*(?:{BRACKETED}|{SPAN})\s*")
CLOSING = re.compile(rf"\s*(?:{HASHED}|\[\s*{_FULL}\s*\]|\(\s*{_FULL}\s*\))\s*$")
INSIDE = re.compile(rf"(?:{HASHED}|\[\s*{_FULL}\s*\])(?:\s+[-–—](?=\s))?")
_ONE = re.compile(rf"{UNITS}|(?<=#){TENTHS}(?=\s*#)|{_BARE}|{CLOCK}|{LENGTH}")
_UNIT = re.compile(r"([\d.]+)\s?([hms])")
_USUAL = re.compile(r"(\d+):(\d\d):(\d\d(?:\.\d{1,3})?)")
_LENGTHS = {"h": 3600, "m": 60, "s": 1}


class Apart(NamedTuple):
    """A paragraph's speech, and the times that stood in it.

    Attributes:
        start: Begin in seconds, where it says one.
        end: End in seconds, where it says one.
        words: Its speech.
        is_none: Whether one of the times cannot be, as 9:99.
        inside: How many times stood between its words.
    """

    start: float | None
    end: float | None
    words: str
    is_none: bool
    inside: int


@lru_cache(maxsize=64)  # most captions begin when the one before ends
def seconds(time: str) -> float | None:
    """Seconds of a time as 1:02, 00:01:02,500, 00:01:02-3, 00:01:02:12, 1h02m03s or 12.5s.

    Frames are left out: how many of them make a second, a transcript does not say.

    Returns:
        None for what cannot be: more than 59 seconds or minutes behind something larger.
    """
    time = time.replace(",", ".")
    if usual := _USUAL.fullmatch(time):  # nearly every time of captions; the rest takes longer
        hours, minutes, rest = int(usual[1]), int(usual[2]), float(usual[3])
        return None if minutes >= 60 or rest >= 60 else round(hours * 3600 + minutes * 60 + rest, 3)
    if ":" in time:
        clock, _, fraction = time.replace(";", ":").replace("-", ".").partition(".")
        parts = [float(part) for part in clock.split(":")[:3]]
        sizes = [3600.0, 60.0, 1.0][-len(parts) :]
        parts[-1] += float(f"0.{fraction or 0}")
    else:
        units = _UNIT.findall(time) or [(time, "s")]
        parts = [float(number) for number, _ in units]
        sizes = [_LENGTHS[unit] for _, unit in units]
    if any(part >= 60 for part in parts[1:]):
        return None
    return round(sum(part * size for part, size in zip(parts, sizes, strict=True)), 3)


def span(words: str | None) -> tuple[float | None, float | None]:
    """Begin and end in seconds of a time or a pair of times; None where it says none."""
    if not words:
        return None, None
    found = [seconds(time) for time in _ONE.findall(words)]
    return (found[0] if found else None), (found[1] if len(found) > 1 else None)


def stamp(text: str) -> tuple[float | None, float | None, str]:
    """Take a time from the beginning of a line without label: begin, end and the rest."""
    match = ALONE.fullmatch(text) or STAMP.match(text)
    if match is None:
        return None, None, text
    return (*span(match[0]), text[match.end() :])


def apart(text: str, *, leads: bool, ends: bool) -> Apart:
    """Take times from a paragraph's speech: from its beginning, its end, from between its words.

    Args:
        text: The paragraph, without label.
        leads: Whether a time at its beginning tells when it begins.
        ends: Whether one at its end, where f4 writes it, tells when it ended.
    """
    start, end, words = stamp(text) if leads else (None, None, text)
    is_none = words != text and start is None
    match = CLOSING.search(words) if ends else None
    if match:
        ended, words = span(match[0])[0], words[: match.start()]
        is_none = is_none or ended is None
        start, end = (start, ended) if words.strip() else (start or ended, end)
    inside = 0
    if "[" in words or "#" in words:
        words, inside = INSIDE.subn(" ", words)
    return Apart(start, end, words, is_none, inside)


def impossible(words: str | None) -> int:
    """How many of the times are none, as 9:99."""
    return sum(seconds(time) is None for time in _ONE.findall(words or ""))
