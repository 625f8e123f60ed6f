"""Plain text: one paragraph a line, or lines broken at a fixed width."""

import codecs
from collections.abc import Iterator
from itertools import pairwise

from verbatim.ingest import captions, chat, turns
from verbatim.ingest.heads import listed_head, listed_pattern
from verbatim.ingest.labels import Speaker
from verbatim.ingest.messages import messages
from verbatim.ingest.pages import running, unnumbered
from verbatim.ingest.pieces import Piece, Source
from verbatim.ingest.text import decode, normalised, unescaped

NARROWEST, WIDEST = 50, 120
"""Widths in characters at which programs break lines."""

ENDS = (".", "?", "!", "…", '"', "”", "’", ")", "]")
"""With which sentences end."""


def read(content: bytes, listed: dict[str, Speaker]) -> Source:
    """Read lines into pieces.

    Each line is a paragraph, unless the file was broken into lines at a fixed width: then the
    lines of a paragraph are joined, and counted under `changes`. A file that begins with WEBVTT
    is read as captions, one that begins with @UTF8 or @Begin as CHAT, a chat or a table
    with tabs, as NVivo and ELAN write, as such.
    """
    if content.removeprefix(codecs.BOM_UTF8).startswith(b"WEBVTT"):
        return captions.read(content, listed, "vtt")
    in_tiers = chat.is_chat(content)
    decoded, encoding = decode(chat.as_text(content) if in_tiers else content)
    read_once, entities = unescaped(decoded)
    text, changes = normalised(read_once)
    changes += entities
    if in_tiers:
        return Source("cha", encoding, chat.pieces(text), changes=changes)
    if turns.is_table(text, listed):
        return turns.read(content, listed, {}, "txt")
    if said := messages(text.split("\n")):
        return Source("txt", encoding, said, changes=changes)
    lines, numbers = unnumbered(text.split("\n"))
    joins, pages = _goes_on(lines, listed), running(lines, listed)
    pieces = [
        Piece(f"line {number}", line, joins=number in joins, aside=number - 1 in pages)
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]
    changes["line joined to the one before"] = len(joins)
    if numbers:
        pieces.append(Piece("numbers of lines", " ".join(numbers), aside=True))
    changes["number of a line"] = len(numbers)
    changes["page number or running head"] = len(pages)
    return Source("txt", encoding, pieces, changes=+changes)


def _goes_on(lines: list[str], listed: dict[str, Speaker]) -> set[int]:
    """Numbers of the lines that only go on because the line before was full.

    A line is full if the first word of the next one would have made it longer than the longest
    line of the file. The file was broken at a width if nearly all lines inside paragraphs are,
    and most of those end in the middle of a sentence.
    """
    lines = [line.rstrip() for line in lines]
    width = max(map(len, lines))
    inside = list(_inside(lines, listed))
    full = [
        number
        for number in inside
        if len(lines[number - 2]) + 1 + len(lines[number - 1].split()[0]) > width
    ]
    wide = NARROWEST <= width <= WIDEST and len(full) >= 3 and len(full) >= 0.8 * len(inside)
    ended = sum(lines[number - 2].endswith(ENDS) for number in full)
    return set(full) if wide and 2 * ended <= len(full) else set()


def _inside(lines: list[str], listed: dict[str, Speaker]) -> Iterator[int]:
    """Yield the numbers of lines that follow a line of text and do not begin with a label."""
    pattern = listed_pattern(listed)
    for number, (before, line) in enumerate(pairwise(lines), start=2):
        if before.strip() and line.strip() and listed_head(line, pattern) is None:
            head = listed_head(before, pattern)
            if head is None or head.rest.strip():
                yield number
