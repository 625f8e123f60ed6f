"""Signs that are no part of what was said, and what stands in their place."""

import re
import unicodedata
from collections.abc import Callable

COMPOSED = "word composed to NFC"

_JOINED = (
    "\u0600-\u06ff\u0700-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1a20-\u1aaf"
    "\ua840-\ua8ff\ufb50-\ufdff\ufe70-\ufeff\U00011000-\U00011fff"
)
"""Scripts whose letters change with a joiner: Arabic, those of India, Mongolian and more."""

_PICTURES = "\u2190-\u2bff\u3030\ufe0f\U0001f000-\U0001faff"
_SPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese, Khmer, where an empty space may part words."""


def _compatible(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])


CHANGES: tuple[tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    ("page or line separator", re.compile("[\v\f\x85\u2028\u2029]"), "\n"),
    ("control character", re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"), ""),
    ("soft hyphen", re.compile("\u00ad"), ""),
    (
        "direction mark",
        re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"),
        "",
    ),
    (
        "zero-width character",
        re.compile(
            "[\u2060-\u2064\ufeff]"
            f"|(?<![{_SPACED}])\u200b+|\u200b+(?![{_SPACED}\u200b])"
            f"|(?<![{_JOINED}])\u200c+|(?<![{_JOINED}{_PICTURES}])\u200d+"
        ),
        "",
    ),
    ("printer's ligature", re.compile("[\ufb00-\ufb06]"), _compatible),
    (
        "Arabic form of a letter",
        re.compile("[\ufb50-\ufbb1\ufbd3-\ufbe9\ufbfc-\ufbff\ufe80-\ufefc]"),
        _compatible,
    ),
    (
        "full-width letter or digit",
        re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"),
        _compatible,
    ),
    ("half-width kana", re.compile("[\uff66-\uff9f]+"), _compatible),
    ("non-breaking space", re.compile("[\u00a0\u2007\u202f]"), " "),
    ("printer's space", re.compile("[\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]"), " "),
)
"""Kind, what it is, what is put there; in this order."""

OF_ASCII = 2
"""So many of them, the first, concern ASCII too."""
