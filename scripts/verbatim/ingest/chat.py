"""CHAT, the format of TalkBank and CLAN, as far as it is a transcript: who says what, and when."""

import re
from collections.abc import Iterator

from verbatim.ingest.pieces import Piece
from verbatim.ingest.text import collapsed

BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?@(?:UTF8|Begin)\s*$", re.MULTILINE)
TIER = re.compile(r"\*(?P<label>[^:\s][^:\t\n]{0,59}):[ \t]*(?P<rest>.*)", re.DOTALL)
CONTROLLED = re.compile(rb"\x15(\d+_\d+)\x15")
BULLET = re.compile(r"[ \t]*<(?P<start>\d+)_(?P<end>\d+)>")
"""Begin and end in milliseconds: between control characters in the file, brackets once read."""


def is_chat(content: bytes) -> bool:
    """Say whether a file begins as CHAT does."""
    return BEGINS.match(content) is not None


def as_text(content: bytes) -> bytes:
    """Write its times without control characters, which text does not have."""
    return CONTROLLED.sub(rb"<\1>", content)


def pieces(text: str) -> list[Piece]:
    """Read the main tiers, as `*INT:`, into pieces; lines that begin with a blank go on.

    Codes inside the speech stay as they are. Headers as `@Begin` and dependent tiers as `%com:`
    are aside.
    """
    found: list[Piece] = []
    for number, line in _whole_lines(text):
        tier = TIER.match(line)
        if tier is None:
            found.append(Piece(f"line {number}", collapsed(line), aside=True))
            continue
        times = [(int(one["start"]), int(one["end"])) for one in BULLET.finditer(tier["rest"])]
        found.append(
            Piece(
                f"line {number}",
                collapsed(BULLET.sub("", tier["rest"])),
                tier["label"],
                min(begin for begin, _ in times) / 1000 if times else None,
                max(end for _, end in times) / 1000 if times else None,
            )
        )
    return found


def _whole_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each tier with the number of its first line, its further lines joined to it."""
    begun, number = "", 0
    for at, line in enumerate(text.split("\n"), start=1):
        if line[:1] in {"\t", " "} and begun:
            begun = f"{begun} {line.strip()}"
        elif line.strip():
            if begun:
                yield number, begun
            begun, number = line, at
    if begun:
        yield number, begun
