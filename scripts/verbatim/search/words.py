"""Words as the search sees them: folded, cut into tokens, ordinary or not."""

import gzip
import json
import re
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from verbatim.writing import MARKS, RUN_ON

TOKEN = re.compile(rf"[^\W_]+(?:[{MARKS}]+[^\W_]*)*")
"""A run of letters (with their marks) and digits; all else, underscores too, separates."""

ORDINARY_PER_MILLION = 5.0
"""A word met at least as often as this is ordinary, whoever is also called so (Will, Grace, May).

Under it lie most given names and surnames (John 4.2, Sarah 2.4), over it what people say without
meaning anybody (Jack 8, Rose 17, Mark 31, Young 260), per million words of pyspellchecker's
English list, which counts the words of film subtitles.
"""

LISTED_PER_MILLION = 0.1
"""A word met less often than this is hardly a word; it is a name in whatever writing."""

SHORTEST, SHORTEST_RUN_ON = 4, 2
"""Letters that a single name must have; shorter ones are abbreviations too often.

In Chinese, Japanese and Korean a letter is a syllable or a word.
"""

_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
_UNSEEN = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u00ad\u200b-\u200f\u2060\ufeff"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\u06d6-\u06ed]"
)


def fold(text: str) -> str:
    """Give the text without case, accents and invisible characters, for comparing only."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold()
    parts = unicodedata.normalize("NFKD", plain)
    # Vowels of Hebrew and Arabic go as accents do; what else was taken apart is put together.
    return unicodedata.normalize("NFC", _UNSEEN.sub("", parts).translate(_PLAIN))


def tokens(text: str) -> tuple[str, ...]:
    """Cut a text into its folded words."""
    return tuple(TOKEN.findall(fold(text)))


def per_million(word: str) -> float:
    """How often the folded word is met in a million English words; 0.0 where it is not listed."""
    counts, total = _english()
    return counts.get(word, 0) / total * 1_000_000


def ordinary(word: str) -> bool:
    """Whether a folded word is an ordinary English word; numbers and single letters are."""
    if word.isdigit() or len(word) == 1:
        return True
    return per_million(word) >= ORDINARY_PER_MILLION


def distinctive(word: str) -> bool:
    """Whether a folded word, alone, points at somebody who is called so."""
    least = SHORTEST_RUN_ON if RUN_ON.search(word) else SHORTEST
    if len(word) < least or ordinary(word) or word in cited():
        return False
    return all(sign.isalpha() or unicodedata.category(sign)[0] == "M" for sign in word)


@cache
def cited() -> frozenset[str]:
    """Names that mean no participant: authors of methods, programs, diseases, scales."""
    return listed(Path(__file__).with_name("words.cited.txt"))


def listed(path: Path) -> frozenset[str]:
    """Folded words of a word list; lines that begin with # say what it is."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in tokens(line))


@cache
def _english() -> tuple[dict[str, int], int]:
    """Word counts of pyspellchecker's English list, and their sum.

    The list is read as data: the checker itself would take longer to start than the search runs.
    """
    package = find_spec("spellchecker")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pyspellchecker, which is in the lock file, is not installed")
    path = Path(package.origin).parent / "resources" / "en.json.gz"
    counts: dict[str, int] = json.loads(gzip.decompress(path.read_bytes()))
    return counts, sum(counts.values())
