"""What a letter and a word are in every script, also where writing has no blanks."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby


def _marks() -> str:
    """Signs that Unicode joins to the letter before (vowels of Bengali, tones of Thai), as ranges.

    Python's pattern for letters leaves them out, so that it would cut a word at each.
    """
    signs = [at for at in range(0x300, 0x3100) if unicodedata.category(chr(at))[0] == "M"]
    # Neighbouring signs have the same distance from their place in the list.
    apart = groupby(enumerate(signs), lambda one: one[1] - one[0])
    runs = [[at for _, at in run] for _, run in apart]
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in runs)


MARKS = _marks()
JOINERS = "\u200c\u200d"
UNSPACED = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u0edc-\u0edf"
    "\u1000-\u102a\u103f\u1780-\u17b3\u17d7\u17dc"
)
"""Letters of scripts without blanks between words: Han, kana, Thai, Lao, Burmese, Khmer."""

RUN_ON = re.compile(f"[{UNSPACED}\uac00-\ud7a3]")
"""Letters of scripts in which other words touch a name: those without blanks, and Korean."""

UNCASED = re.compile("[\u0590-\u08ff\u0900-\u0dff\ufb1d-\ufeff]")
"""Arabic, Hebrew and the scripts of India, where endings are written in one with a name."""

_BEFORE = r"(?:(?<!\w)|(?<=(?<!\w)[\u0648\u0641\u0628\u0643\u0644\u05d5\u05d1\u05dc\u05de\u05e9]))"
"""Where a name begins in Arabic or Hebrew: "and", "in" or "for" may be written in one with it."""

_LETTER = re.compile(f"[{UNSPACED}][{MARKS}]*")


def words_in(text: str) -> int:
    """Count words: what stands between blanks; in scripts without blanks, each letter.

    A letter of Chinese is a word for word processors too; in Japanese or Thai it is less than one,
    so that numbers of words compare within a language only.
    """
    if text.isascii():
        return len(text.split())
    apart, letters = _LETTER.subn(" ", text)
    if not letters:
        return len(text.split())
    return letters + sum(any(map(str.isalnum, word)) for word in apart.split())


def words_in_all(texts: Iterable[str]) -> int:
    """Count the words of several texts: at once, unless their script needs a look at each."""
    held = list(texts)
    together = "\n".join(held)
    if _LETTER.search("".join(set(together))):
        return sum(map(words_in, held))
    return len(together.split())


def whole(pattern: str, name: str) -> str:
    """Pattern for a name where it is no part of another word, as far as its script can tell.

    In Chinese, Japanese, Thai or Korean other words touch it; in Arabic, Hebrew and the scripts of
    India an ending may follow, a word of one letter go before.
    """
    if RUN_ON.search(name):
        return pattern
    if UNCASED.search(name):
        return f"{_BEFORE}(?:{pattern})"
    return rf"(?<!\w)(?:{pattern})(?!\w)"
