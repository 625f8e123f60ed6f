"""The beginning of a line that says who speaks: label, time, colon, in their many layouts."""

import re
from typing import NamedTuple

from verbatim.ingest.labels import (
    AROUND,
    UNWRITTEN,
    Speaker,
    is_introduced,
    is_name,
    is_shaped,
    key,
)
from verbatim.ingest.times import BRACKETED, DATED, SPAN, UNCLOSED, span

LEAD = rf"(?:(?:{DATED}|(?P<lead>{BRACKETED}|{UNCLOSED}|{SPAN}(?![\d:])))\s*[-–—:]?\s*)?"
DASHED = rf"\s*[-–—|]\s*(?={SPAN}\s*$)"
"""Between a label and a time with which the line ends."""

TAIL = rf"(?:(?:\s*(?P<tail>{BRACKETED})|(?P<gap>\s+|,\s*|{DASHED})(?P<bare>{SPAN})(?![\d:])))?"
MARKS = r"\s*(?:>{1,3}|[-–—•])?\s*"
NEVER = r"(?!)"
"""Matches nothing: what the labels of an empty list look like."""

LEADING = re.compile(rf"(?P<time>{BRACKETED}|{SPAN})\s+(?=\S)")
BEHIND = re.compile(rf"\s*(?P<time>{BRACKETED})")
UNLISTED = re.compile(
    rf"{MARKS}{LEAD}\*{{0,2}}(?P<label>[^\W_](?:[^:：\t\n\[\]{{}}<>*]{{0,59}}?))\*{{0,2}}{TAIL}"
    rf"\s*(?:(?P<delimiter>：|:(?=\*{{0,2}}\s))\*{{0,2}}\s*(?P<rest>\S.*)|(?P<end>[:：]?)\*{{0,2}}\s*$)",
    re.DOTALL,
)
SET_OFF = re.compile(r"[:：\d]")
"""Without a colon or a time, no name that is not listed is a label: most lines are told at once."""


class Head(NamedTuple):
    """What a line begins with.

    Attributes:
        label: The label as written.
        style: How it is set off: given (by the format), bold, colon, time, line (alone on its
            line), tab, bracket, dash, dot, sign; or by no label: type, turns, all.
        rest: What follows.
        start: Begin in seconds, where the line says it.
        end: End in seconds, where the line says it.
        timed: Whether the line says a time; one that cannot be, as 9:99, gives no `start`.
    """

    label: str
    style: str
    rest: str
    start: float | None = None
    end: float | None = None
    timed: bool = False


def choice(listed: dict[str, Speaker]) -> str:
    """Pattern of the listed labels, the longest first; of none, one that never fits."""
    names = sorted(
        (one.label.strip(AROUND) for name, one in listed.items() if name not in UNWRITTEN),
        key=lambda name: (-len(name), name),
    )
    return "|".join(r"\s+".join(map(re.escape, name.split())) for name in names) or NEVER


def listed_pattern(listed: dict[str, Speaker]) -> re.Pattern[str]:
    """Pattern of a line that begins with one of the listed labels."""
    # A label's own bracket at its end, as in "Ann (phone)", was stripped and is met as `close`; so
    # was the point of "Int.", which may stand before what sets the label off.
    names = choice(listed)
    return re.compile(
        rf"{MARKS}{LEAD}\*{{0,2}}(?P<open>[\[({{<]?)\s*(?P<label>{names})(?:\s*(?P<close>[\])}}>]))?"
        rf"(?:\.(?=\s*[:：\t\[(<{{]))?\*{{0,2}}{TAIL}"
        r"(?P<delimiter>\s*[:：]+(?:[\])}>](?=\s))?|\t|\s+[-–—](?=\s)|[.;/](?=\s)|\s*$|\ \ +|)"
        r"\*{0,2}(?P<rest>.*)",
        re.DOTALL | re.IGNORECASE,
    )


def listed_head(text: str, pattern: re.Pattern[str]) -> Head | None:
    """Read a head with a listed label; None where the line has none."""
    match = pattern.match(text)
    if match is None:
        return None
    time = match["lead"] or match["tail"] or match["bare"]
    rest, delimiter = match["rest"], match["delimiter"]
    style = _style(match, delimiter)
    if not style:
        return None
    if not time and style == "colon" and (stamp := BEHIND.match(rest)):
        time, rest = stamp["time"], rest[stamp.end() :]
    start, end = span(time)
    return Head(match["label"], style, rest, start, end, time is not None)


def bold_head(text: str, bold: int, listed: dict[str, Speaker]) -> Head | None:
    """Read a head that is set off by bold type: a listed label, or a name with colon or time."""
    begin, rest = text[:bold].strip(), text[bold:]
    stamp = re.search(rf"\s*(?P<time>{BRACKETED}|(?<=\s){SPAN})\s*[:：]?$", begin)
    label = begin[: stamp.start()] if stamp else begin
    leading = LEADING.match(begin) if stamp is None else None
    if leading:
        stamp, label = leading, begin[leading.end() :]
    elif stamp is None:
        stamp = re.match(rf"\s*(?P<time>{BRACKETED}|{SPAN}(?=\s*[:：]?\s*$))", rest)
        rest = rest[stamp.end() :] if stamp else rest
    has_colon = begin.endswith((":", "：")) or bool(re.match(r"\s*[:：]", rest))
    if key(label) not in listed:
        is_alone = stamp is not None and not leading and not rest.strip()
        if not (has_colon or is_alone) or not is_name(label.rstrip(" :：")):
            return None
    start, end = span(stamp["time"] if stamp else None)
    return Head(label, "bold", re.sub(r"^\s*[:：]", "", rest), start, end, stamp is not None)


def unlisted_head(text: str) -> Head | None:
    """Read a head whose label is not listed, as far as its shape allows; None for speech."""
    match = UNLISTED.match(text) if SET_OFF.search(text) else None
    if match is None or not (is_shaped(match["label"].strip()) or is_introduced(match["label"])):
        return None
    time = match["lead"] or match["tail"] or match["bare"]
    has_colon = bool(match["delimiter"] or match["end"])
    far = match["tail"] or (match["bare"] and re.search(r"\s\s|\t", match["gap"]))
    if not has_colon and not far:
        return None
    start, end = span(time)
    style = "colon" if has_colon else "time"
    return Head(match["label"].strip(), style, match["rest"] or "", start, end, time is not None)


def _style(match: re.Match[str], delimiter: str) -> str:
    """Say how a listed label is set off; empty where it is only the first word of speech."""
    opened, closed = match["open"], match["close"]
    alone = not match["rest"].strip()
    far = match["tail"] or (match["bare"] and re.search(r"\s\s|\t", match["gap"]))
    style = ""
    if ":" in delimiter or "：" in delimiter:
        style = "colon"
    elif far or (alone and (match["lead"] or match["bare"])):
        style = "time"
    elif opened and closed:
        style = "bracket"
    elif delimiter == "\t":
        style = "tab"
    elif alone:
        style = "line"
    elif (delimiter or (closed == ")" and match["rest"][:1].isspace())) and not opened:
        style = "dot" if delimiter == "." else "dash"
    return style
