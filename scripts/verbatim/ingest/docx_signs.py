"""Signs that Word writes as an element of their own, not as text."""

import re
from typing import Any

from lxml import etree

from verbatim.ingest.packed import attribute, children, name

SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
SYMBOLS = {
    # What Word makes of ":)", "-->" and the like while one types.
    **{("wingdings", 0x4A + at): face for at, face in enumerate("☺😐☹")},
    **{("wingdings", 0xDF + at): arrow for at, arrow in enumerate("←→↑↓")},
    **{("wingdings", code): arrow for code, arrow in ((0xE7, "←"), (0xE8, "→"), (0xF3, "↔"))},
    **{("wingdings", code): mark for code, mark in ((0xFC, "✓"), (0xFB, "✗"), (0x6C, "●"))},
    # Symbol has Greek where other fonts have Latin letters.
    **dict(
        zip(
            (("symbol", code) for code in (*range(0x41, 0x5B), *range(0x61, 0x7B))),
            "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
            strict=True,
        )
    ),
    **{("symbol", code): one for code, one in ((0xB0, "°"), (0xB1, "±"), (0xB4, "×"), (0xB8, "÷"))},
    **{("symbol", code): one for code, one in ((0xA3, "≤"), (0xB3, "≥"), (0xB9, "≠"), (0xBB, "≈"))},
    **{("symbol", code): one for code, one in ((0xAC, "←"), (0xAE, "→"), (0xB7, "•"), (0xBC, "…"))},
}
"""Character by font and code, of those that stand in transcripts."""

UNKNOWN = "[symbol]"
"""Stands for a picture of a font that is no character anywhere else."""


def sign(element: Any) -> str:
    """Give the character of a sign; empty for what is no text."""
    kind = name(element)
    if kind == "br":
        return "\n" if attribute(element, "type") in {None, "textWrapping"} else " "
    if kind == "sym":
        return _symbol(attribute(element, "font") or "", attribute(element, "char") or "")
    if kind == "AlternateContent":  # how Word writes emoji: a code, or else a character
        for choice in children(element, "Choice"):
            for one in choice.iter(etree.Element):
                if name(one) == "symEx":
                    return _symbol("", attribute(one, "char") or "")
    return SIGNS.get(kind, "")


def _symbol(font: str, code: str) -> str:
    if not re.fullmatch("[0-9A-Fa-f]{1,6}", code):
        return ""
    number = int(code, 16)
    known = SYMBOLS.get((font.casefold(), number & 0xFF))
    if known and (number >> 8) in {0, 0xF0}:
        return known
    is_private = 0xE000 <= number < 0xF900
    is_character = 0x20 <= number < 0x110000 and not 0xD800 <= number < 0xE000
    return UNKNOWN if is_private or not is_character else chr(number)
