"""Text that a program once read in the wrong encoding and saved so: "donâ€™t", "cafÃ©"."""

import re

BEYOND = re.compile(r"[^\x00-\x7f]+")
TIMES = 3
"""So often at most a text was misread, one program after another."""


def _read_as(codec: str) -> dict[int, int]:
    """The byte behind each character; bytes that the encoding leaves free stand for themselves."""
    return {
        ord(sign) if (sign := bytes([byte]).decode(codec, "ignore")) else byte: byte
        for byte in range(256)
    }


WRONGLY = tuple(map(_read_as, ("cp1252", "mac_roman")))
LOOKS = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013-\u203a\u20ac\u2122]|\u00e2\u20ac[\u0080-\u00bf\u0152\u0153\u02dc\u2013-\u203a\u2122]?"
    "|\u221a[\u00a9\u00ae\u00b4\u00b1\u2202\u00b6\u00fa\u00a7]|\u201a\u00c4[\u00ec\u00f4\u00fa\u00f9\u00ee\u00ef\u00b6]"
)
"""UTF-8 read as Windows-1252 or Mac Roman: accented letters, quotation marks, dashes."""


def repaired(text: str) -> tuple[str, int]:
    """Give the text as it was before it was misread, and how many characters are mended.

    Only where the proof holds for the whole of it: each character has its byte in Windows-1252 (or
    Mac Roman), and all bytes together are UTF-8. Otherwise the text stays as it is.
    """
    mended = 0
    for _ in range(TIMES):
        before = next((one for codec in WRONGLY if (one := _before(text, codec))), None)
        if before is None:
            break
        mended = sum(not sign.isascii() for sign in before)
        text = before
    return text, mended


def suspicious(text: str) -> int:
    """Count what looks misread but cannot be proven to be."""
    return 0 if text.isascii() else len(LOOKS.findall(text))


def _before(text: str, codec: dict[int, int]) -> str | None:
    """Text before it was misread; None where it was not.

    ASCII is the same in all of them, so that what is beyond it must be right by itself: mostly the
    first of it shows that nothing was misread.
    """
    first = None if text.isascii() else BEYOND.search(text)
    if first is None or _read_back(first[0], codec) is None:
        return None
    return _read_back(text, codec)


def _read_back(text: str, codec: dict[int, int]) -> str | None:
    if not codec.keys() >= set(map(ord, set(text))):
        return None
    try:
        return text.translate(codec).encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return None
