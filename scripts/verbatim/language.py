"""Which language an interview is in."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from verbatim.writing import words_in

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
