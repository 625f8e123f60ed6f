"""Captions: WebVTT and SubRip, as programs and people write them."""

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from verbatim.ingest.labels import Speaker
from verbatim.ingest.pieces import Piece, Source
from verbatim.ingest.text import decode, normalised
from verbatim.ingest.times import CLOCK, seconds
from verbatim.ingest.unreadable import Unreadable

TIMES = re.compile(rf"\s*(?P<start>{CLOCK})\s*-->\s*(?P<end>{CLOCK})(?P<settings>\s.*)?$")
VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+(?P<name>[^>]*)>|(?P<close></v>)", re.IGNORECASE)
TAG = re.compile(
    r"</?(?:c|i|b|u|s|v|ruby|rt|lang|font)(?:[.\s][^>]*)?>|<(?:\d+:)?\d{1,2}:\d{2}\.\d{3}>|\{\\[^}]*\}",
    re.IGNORECASE,
)
"""Markup; anything else between angle brackets, as <inaudible>, is the transcriber's."""

BLOCKS = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
HINT = "open it in a subtitle editor, which shows the caption, or export it anew"


@dataclass(frozen=True)
class Cue:
    """One caption.

    Attributes:
        place: Its number and line in words.
        start: Begin in seconds; None where the time cannot be one, as 00:75:00.
        end: End in seconds, in the same way.
        lines: Its lines, markup and all.
    """

    place: str
    start: float | None
    end: float | None
    lines: list[str]

    def piece(self) -> Piece:
        """Give a piece with its times, without words."""
        mistimed = None in {self.start, self.end}
        return Piece(self.place, "", None, self.start, self.end, caption=True, mistimed=mistimed)


def read(content: bytes, _listed: dict[str, Speaker], format_name: str) -> Source:
    """Read captions into pieces.

    A caption's voice tags say who speaks; where no caption of the file has one, the beginning of
    the text may. Several voices in one caption give a piece each, with the times of the caption.

    Args:
        content: The file.
        format_name: vtt or srt; a file that begins with WEBVTT is vtt whatever its name.

    Raises:
        Unreadable: If a caption has no times, ends before it begins, or the file has no captions.
    """
    decoded, encoding = decode(content)
    text, changes = normalised(decoded)
    is_vtt = text.startswith("WEBVTT") or format_name == "vtt"
    cues, aside, broken = _cues(text.split("\n"), is_vtt)
    if broken:
        changes["blank line inside a caption"] = broken
    voiced = any(VOICE.search(line) for cue in cues for line in cue.lines)
    pieces = [piece for cue in cues for piece in _pieces(cue, voiced, is_vtt)]
    return Source("vtt" if is_vtt else "srt", encoding, pieces, aside, Counter(+changes))


def _cues(lines: list[str], is_vtt: bool) -> tuple[list[Cue], int, int]:
    """Read blocks between blank lines: captions, lines of notes, blank lines inside captions."""
    cues: list[Cue] = []
    aside = broken = 0
    for number, block in _blocks(lines):
        if number == 1 and block[0].startswith("WEBVTT"):
            # Its header may be followed at once by the first caption.
            skip = next((at for at, line in enumerate(block) if "-->" in line), len(block))
            cues.extend(_timed(block[skip:], 0, 1 + skip, 1))
            continue
        if is_vtt and BLOCKS.match(block[0]) and not any("-->" in line for line in block[:2]):
            aside += len(block)
            continue
        at = next((at for at, line in enumerate(block[:2]) if "-->" in line), None)
        if at is not None:
            cues.extend(_timed(block, at, number, len(cues) + 1))
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


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield lines without a blank one between them, with the number of the first."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


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
            raise Unreadable(
                "a caption that ends before it begins", "begin --> end, in order", HINT, place
            )
        following = (next_at for next_at in range(at + 1, len(block)) if "-->" in block[next_at])
        stop = next_at = next(following, len(block))
        if next_at < len(block) and re.fullmatch(r"\s*\d+\s*", block[next_at - 1]):
            stop = max(at + 1, next_at - 1)
        yield Cue(place, start, end, block[at + 1 : stop])
        at, count = next_at, count + 1


def _pieces(cue: Cue, voiced: bool, is_vtt: bool) -> Iterator[Piece]:
    """Yield what each voice says, or each line where voices are not marked."""
    if not voiced:
        for at, line in enumerate(cue.lines):
            if words := _plain(line, is_vtt).strip():
                yield replace(cue.piece(), text=words, joins=at > 0)
        return
    text, label, begin, joins = "\n".join(cue.lines), "", 0, False
    for match in [*VOICE.finditer(text), None]:
        words = _plain(text[begin : match.start() if match else None], is_vtt)
        if words.strip():
            yield replace(cue.piece(), text=words, label=label, joins=joins and not label)
            joins = True
        if match:
            begin = match.end()
            label = "" if match["close"] else html.unescape(match["name"]).strip()


def _plain(text: str, is_vtt: bool) -> str:
    plain = TAG.sub("", text)
    return html.unescape(plain) if is_vtt else plain
