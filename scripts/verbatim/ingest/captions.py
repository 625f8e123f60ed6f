"""Captions: WebVTT, SubRip and YouTube's sbv, as programs and people write them."""

import html
import re
from collections import Counter
from collections.abc import Iterator

from verbatim.ingest.cues import Cue, pieces
from verbatim.ingest.labels import Speaker
from verbatim.ingest.pieces import Piece, Source
from verbatim.ingest.text import decode, normalised, unescaped
from verbatim.ingest.times import CLOCK, seconds
from verbatim.ingest.unreadable import Unreadable

TIMES = re.compile(rf"\s*(?P<start>{CLOCK})\s*-->\s*(?P<end>{CLOCK})(?P<settings>\s.*)?$")
SBV = re.compile(r"^(\d+:\d{2}:\d{2}\.\d{3}),(\d+:\d{2}:\d{2}\.\d{3})$", re.MULTILINE)
BLOCKS = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)|(?:Kind|Language|X-[\w-]+)\s*[:=]")
IDENTIFIER = re.compile(r"\s*\d+(?:\s+\"(?P<name>[^\"]*)\"(?:\s+\(\d+\))?)?\s*")
"""Number of a caption; Webex writes the speaker beside it."""

HINT = "open it in a subtitle editor, which shows the caption, or export it anew"


def read(content: bytes, _listed: dict[str, Speaker], format_name: str) -> Source:
    """Read captions into pieces, in the order of their begins, each word once.

    Args:
        content: The file.
        format_name: vtt, srt or sbv; a file that begins with WEBVTT is vtt whatever its name.

    Raises:
        Unreadable: If a caption has no times, or the file has no captions.
    """
    decoded, encoding = decode(content)
    text, changes = normalised(decoded)
    if text.lstrip().startswith("[Script Info]"):
        raise Unreadable(
            "subtitles in the format ASS", "vtt or srt", "save them as .srt in a subtitle editor"
        )
    is_vtt = text.startswith("WEBVTT") or format_name == "vtt"
    if format_name == "sbv" and not is_vtt:
        text = SBV.sub(r"\1 --> \2", text).replace("[br]", "\n")
    if not is_vtt:  # where they are part of the format
        text, entities = unescaped(text)
        changes += entities
    cues, aside, broken = _cues(text.split("\n"), is_vtt)
    found, changed = pieces(cues, entities=is_vtt)
    changes += changed + Counter({"blank line inside a caption": broken})
    found += aside
    return Source("vtt" if is_vtt else format_name, encoding, found, changes=+changes)


def _cues(lines: list[str], is_vtt: bool) -> tuple[list[Cue], list[Piece], int]:
    """Read blocks between blank lines: captions, lines of notes, blank lines inside captions."""
    cues: list[Cue] = []
    aside: list[Piece] = []
    broken = 0
    for number, block, is_loose in _blocks(lines):
        if number == 1 and block[0].startswith("WEBVTT"):
            # Its header may be followed at once by the first caption.
            skip = _arrow(block, 0)
            cues.extend(_timed(block[skip:], 0, 1 + skip, 1))
            continue
        at = _arrow(block, 0)
        if at <= 1 and at < len(block):
            cues.extend(_timed(block, at, number, len(cues) + 1))
        elif is_vtt and BLOCKS.match(block[0]):
            aside += [
                Piece(f"line {at}", line, aside=True) for at, line in enumerate(block, start=number)
            ]
        elif cues and is_vtt and is_loose:
            cues[-1].lines.extend(block)
        elif cues and not is_vtt and not re.search(r"^\s*\d+\s*$|->|\d:\d\d:\d", "\n".join(block)):
            cues[-1].lines.extend(block)
            broken += 1
        else:
            raise Unreadable(
                "text that belongs to no times",
                "a line of times before each caption, as 00:00:02.000 --> 00:00:05.000",
                HINT if cues else "export it anew with time codes, or save it as .txt",
                f"line {number}",
            )
    if not cues:
        raise Unreadable("no captions", "captions with times", "export it anew with time codes")
    return cues, aside, broken


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str], bool]]:
    """Yield lines without a blank one between them, with the number of the first.

    The last says whether only lines with a blank in them stand before: YouTube writes those where
    the upper line of its window is empty.
    """
    block: list[str] = []
    is_loose = True
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            block.append(line)
            continue
        if block:
            yield number - len(block), block, is_loose
            is_loose = True
        block = []
        is_loose = is_loose and line != ""


def _timed(block: list[str], at: int, number: int, count: int) -> Iterator[Cue]:
    """Yield the caption of a block, and those that follow without a blank line between."""
    while at < len(block):
        match = TIMES.match(block[at])
        place = f"caption {count} (line {number + at})"
        if match is None:
            raise Unreadable(
                "times that cannot be read", "times as 00:00:02.000 --> 00:00:05.000", HINT, place
            )
        start, end = seconds(match["start"]), seconds(match["end"])
        if start is not None and end is not None and end < start:
            end = None
        identifier = IDENTIFIER.fullmatch(block[at - 1]) if at else None
        name = identifier["name"] if identifier else None
        stop = next_at = _arrow(block, at + 1)
        if next_at < len(block) and IDENTIFIER.fullmatch(block[next_at - 1]):
            stop = max(at + 1, next_at - 1)
        yield Cue(place, start, end, block[at + 1 : stop], name and html.unescape(name))
        at, count = next_at, count + 1


def _arrow(block: list[str], at: int) -> int:
    """Index of the next line that may hold times, from this one on; else the end."""
    while at < len(block) and "-->" not in block[at]:
        at += 1
    return at
