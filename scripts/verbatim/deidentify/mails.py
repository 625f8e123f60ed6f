"""E-mail addresses as they are said, whole: "sam dot jones eighty-two at post dot co dot uk"."""

import re
from collections.abc import Iterator

from verbatim.deidentify.mention import Mention
from verbatim.deidentify.spoken import NUMBER_WORDS, ORDINALS
from verbatim.deidentify.words import listed

LAYER = "pattern"

JOINS = frozenset(listed("dot underscore hyphen dash full point"))
MOST = 5
"""Words after "e-mail" or "it's" that may be the name before "at"."""

LONGEST = 10
"""Words before "at" that are looked at."""

_DOMAIN = re.compile(
    r"(?i)(?<=\s)at,?\s(?!(?:the|a|my|our|this|that|least|all|home|work)\b)"
    r"(?:[a-z0-9-]+,?\s){1,4}?(?:dot|full\sstop)\s[a-z0-9-]+(?:\s(?:dot|full\sstop)\s[a-z0-9-]+)*"
)
_WORD = re.compile(r"[^\s,]+")
_CUE = re.compile(r"(?i)(?:e-?mail(?:['’]s)?|mail|address|it['’]?s|is)[,:]?")
_NO_PART = frozenset(
    listed(
        "i i'm im it it's its is was the a an my his her their our your me and or so um er uh mail "
        "email e-mail email's e-mail's mail's emails address address's that's thats then just you "
        "at on to of for by with all small letters yes yeah right okay it'll be you'll say"
    )
)


def mails(text: str) -> Iterator[Mention]:
    """Find spoken addresses from the first word of the name to the end of the domain."""
    for domain in _DOMAIN.finditer(text):
        words = list(_WORD.finditer(text, 0, domain.start()))[-LONGEST:]
        start = _begin(words)
        if start is not None:
            yield Mention(start, domain.end(), "EMAIL", LAYER)


def _begin(words: list[re.Match[str]]) -> int | None:
    """Where the name before "at" begins: words joined by signs, numbers, single letters."""
    cue = max((at for at, word in enumerate(words) if _CUE.fullmatch(word.group())), default=None)
    if cue is not None:
        named = words[cue + 1 :]
        parts = {word.group().lower().replace("’", "'") for word in named}
        if 0 < len(named) <= MOST and not parts & _NO_PART - {"me"}:
            return named[0].start()
    start, joined = None, True
    for word in reversed(words):
        said = word.group().lower().replace("’", "'")
        part = said in JOINS or _short(said)
        if not (joined or part) or said in _NO_PART or said[-1] in ".?!:;":
            break
        start, joined = word.start(), part
    return start


def _short(said: str) -> bool:
    """Whether it goes on with the word before: a letter, digits, a number in words."""
    parts = said.split("-")
    return (
        len(said) == 1
        or said.isdigit()
        or all(part in NUMBER_WORDS - {"and"} or part in ORDINALS for part in parts)
    )
