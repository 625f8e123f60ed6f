"""Which language an interview is in, and what a word is where writing has no blanks."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any


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
_OWN = (
    (re.compile("[\u3041-\u3096\u30a1-\u30fa]"), "ja", 0.1),
    (re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"), "zh", 0.6),
    (re.compile("[\uac00-\ud7a3]"), "ko", 0.6),
)
"""Scripts that tell the language, and from which share of the letters on."""

LEAST_WORDS = 30
"""Of fewer words no language is told."""

LONGEST = 12
"""Letters to a word on average, from which on blanks do not part words."""

PART, PARTS, AGREED = 60, 12, 0.8
"""Words of a part, how many parts are looked at, and what share of them must agree."""

ENGLISH = frozenset(Path(__file__).with_name("language.english.txt").read_text("utf-8").split())
"""The commonest words of spoken English that are none of another language's."""

ENGLISH_SHARE = 0.16
"""From this share of its commonest words on, a part is English."""

ENGLISH_OR_NONE = ("", "en")
"""Languages that rules for English are used on: where none is told, they find more than nothing."""

BROADER = {"nb": "no", "nn": "no", "ary": "ar", "arz": "ar", "hbo": "he", "grc": "el", "zxx": ""}
"""What py3langid parts further than an interview is told apart; zxx is no language."""


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


def language_of(texts: Iterable[str]) -> str:
    """Tell the language by what is said: an ISO 639 code, empty where it is not certain.

    Chinese, Japanese and Korean show by their script. For the rest, parts of equal length all over
    the interview are judged one by one: English by its commonest words, other languages by
    py3langid (Lui & Baldwin 2012, langid.py, ACL System Demonstrations, 25-30). Four in five of
    the parts must agree, so that an interview in two languages is in none. A matter of the text
    alone: the same on every machine.
    """
    parts = _parts(" ".join(texts))
    text = " ".join(parts)
    if words_in(text) < LEAST_WORDS:
        return ""
    letters = sum(map(str.isalpha, text))
    for script, code, share in _OWN:
        if len(script.findall(text)) > share * letters:
            return code
    votes = Counter(map(_judged, parts))
    code, agreed = max(votes.items(), key=lambda vote: (vote[1], vote[0]))
    return code if agreed >= AGREED * votes.total() else ""


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


@cache
def named(code: str) -> str:
    """English name of a language; its code where it is not listed."""
    lines = Path(__file__).with_name("language.names.txt").read_text("utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines).get(code, code)


def _parts(text: str) -> list[str]:
    """Parts of the text, evenly spaced; where there are few blanks, cut by letters."""
    words = text.split()
    if len(text) > LONGEST * len(words):
        words = re.findall(r"[\s\S]{1,6}", text)
    number = max(1, min(PARTS, len(words) // PART))
    begins = [at * len(words) // number for at in range(number)]
    return [" ".join(words[at : at + PART]) for at in begins]


def _judged(part: str) -> str:
    words = re.findall(r"[^\W\d_]+", part.lower())
    if not words:
        return ""
    if sum(word in ENGLISH for word in words) >= ENGLISH_SHARE * len(words):
        return "en"
    code: str = _identifier().classify(part.lower())[0]
    return BROADER.get(code, code)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  half a second

    return LanguageIdentifier.from_model_file(MODEL_FILE)
