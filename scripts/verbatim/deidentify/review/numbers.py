"""Numbers, codes and spelt words that no pattern explains and that are no everyday quantity."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from verbatim.deidentify.dictated import SPELLING
from verbatim.deidentify.lexicon import Lexicon
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.review.asked import Asked
from verbatim.deidentify.spoken import NOUGHTS, REPEATS, TEENS, TENS, UNITS
from verbatim.deidentify.words import before, listed

FORMED = frozenset({"EMAIL", "PHONE", "POSTCODE", "NHS_NUMBER", "REFERENCE"})
"""Kinds that a stretch beside them is part of."""

LONGEST_QUANTITY = 4
"""Digits up to which a number may be a year or an amount."""

ONE_BY_ONE = 3
"""Digits said one by one from which they are no amount; so many letters spell something."""

GAP = 5
"""Blanks and commas at most between the parts of one number."""

SIGNS = frozenset(listed("dot slash stroke dash hyphen underscore"))

_PLACE = re.compile(r"(?i)\b(?:bay|ward|room|flat|bed|unit|block|wing|theatre|level|floor)\s$")
_SHORT = re.compile(r"(?<![\w’'])\w{1,3}\s$")
_WORD = re.compile(r"([^\W\d_]+)\s$")
_TOKEN = re.compile(r"(?<![’'\w])[^\W_]+")
_BETWEEN = re.compile(r"[\s,/‑-]{1,3}|\.(?=\d)")
_RUNS_ON = re.compile(r"[’']\w|(?<=\b[a-zA-Z])-[a-z]{2}|ish")
_SHARED = re.compile(
    r"(?i)\d+(?:st|nd|rd|th|s|am|pm|k|m|mg|mcg|ml|g|kg|cm|mm|km|x|p|hrs?|min|d|bn|percent)"
    r"|covid|h1n1|b12|d3|[2345]g|a[345]|e45|f[12]|mp3|24|7|ok"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)")
_MONEY = re.compile(r"[£$€]\s?$")


def numbers(text: str, covered: list[Mention], lexicon: Lexicon) -> Iterator[Asked]:
    """Find digits from five on, digits said one by one, codes and spelt words that are left.

    What is replaced beside or inside such a stretch belongs to it: a person sees the whole.

    Args:
        text: What is said.
        covered: What is replaced in it, in order.
        lexicon: What is known of words.
    """
    for chain in _chains(text, lexicon):
        start, end = chain[0].start(), chain[-1].end()
        touching = [
            one
            for one in covered
            if one.category in FORMED and _beside(text, (one.start, one.end), (start, end))
        ]
        if not (_strange(text, chain) or _rest_of(text, chain, touching)):
            continue
        start = _head(text, chain)
        low = min([start, *(one.start for one in touching)])
        high = max([end, *(one.end for one in touching)])
        if _left(text, low, high, covered):
            kinds = [one.category for one in touching]
            spelt = all(len(token.group()) == 1 and token.group().isalpha() for token in chain)
            kind = "PERSON" if spelt else "REFERENCE"
            yield Asked(low, high, kinds[0] if kinds else kind, "number")
    yield from _mailboxes(text, covered, lexicon)


def _head(text: str, chain: list[re.Match[str]]) -> int:
    """Where it begins: a bay before its letter, a short word before a stroke, counted in."""
    start, first = chain[0].start(), chain[0].group()
    near = before(text, start)
    short = _SHORT.search(near) if first.lower() in SIGNS else None
    place = _PLACE.search(near) if _letter(first) else None
    head = short or place
    return start - len(near) + head.start() if head else start


def _mailboxes(text: str, covered: list[Mention], lexicon: Lexicon) -> Iterator[Asked]:
    """A name right before an e-mail address that is replaced: the begin of its mailbox."""
    for one in covered:
        word = _WORD.search(before(text, one.start)) if one.category == "EMAIL" else None
        if word and not lexicon.everyday(word[1]) and len(word[1]) > 1:
            asked = Asked(one.start - len(word[0]), one.end, "EMAIL", "number")
            if _left(text, asked.start, one.start, covered):
                yield asked


def _chains(text: str, lexicon: Lexicon) -> Iterator[list[re.Match[str]]]:
    """Tokens of numbers and codes with little between them, ends that are words cut off."""
    chain: list[re.Match[str]] = []
    last: re.Match[str] | None = None
    for token in _TOKEN.finditer(text):
        joined = last is not None and _BETWEEN.fullmatch(text[last.end() : token.start()])
        part = _part(token.group(), lexicon) and not _RUNS_ON.match(text, token.end())
        if chain and not (joined and part):
            yield from _cut(chain)
            chain = []
        if part:
            chain.append(token)
        last = token
    yield from _cut(chain)


def _cut(chain: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Cut off what is no number at the ends: "a", "I", "oh", and short words beside no digit."""
    words = [token.group().lower() for token in chain]
    spelt = sum(len(word) == 1 for word in words) > ONE_BY_ONE
    loose = set() if spelt else {"a", "i"}
    first, last = 0, len(words)
    while first < last and words[first] in loose | {"ok"}:
        first += 1
    while first < last and words[last - 1] in loose | set(REPEATS) | {"ok"}:
        last -= 1
    if first < last:
        yield chain[first:last]


def _part(word: str, lexicon: Lexicon) -> bool:
    lower = word.lower()
    return (
        any(sign.isdigit() for sign in word)
        or len(word) == 1
        or lower in UNITS
        or lower in NOUGHTS
        or lower in TEENS
        or lower in TENS
        or lower in REPEATS
        or lower in SIGNS
        or lower in SPELLING
        or (len(word) <= 3 and (word.isupper() or not lexicon.everyday(lower)))
    )


def _strange(text: str, chain: list[re.Match[str]]) -> bool:
    words = [token.group() for token in chain]
    start = chain[0].start()
    if _AMOUNT.fullmatch(text, start, chain[-1].end()) or _MONEY.search(before(text, start)):
        return False
    plain = [word for word in words if not _SHARED.fullmatch(word) and not _YEAR.fullmatch(word)]
    lower = [word.lower() for word in plain]
    written = sum(sign.isdigit() for word in plain for sign in word)
    digits = [digit for word in lower if (digit := _digit(word)) is not None]
    numbered = bool(written or digits or any(word in TENS or word in TEENS for word in lower))
    letters = [word for word in plain if _letter(word)]
    short = [word for word in plain if word.isalpha() and 1 < len(word) <= 3 and not _said(word)]
    return (
        written > LONGEST_QUANTITY
        or any(re.search(r"[A-Za-z]", word) and re.search(r"\d", word) for word in plain)
        or (
            len(digits) + sum(word in REPEATS for word in lower) >= ONE_BY_ONE
            and not _counts(digits)
        )
        or (numbered and bool(letters or (short and len(plain) > 2)))
        or (bool(SIGNS & set(lower)) and (numbered or bool(letters)))
        or (len(letters) >= ONE_BY_ONE and len({word.lower() for word in letters}) > 1)
    )


def _rest_of(text: str, chain: list[re.Match[str]], touching: list[Mention]) -> bool:
    """Whether letters, signs or digits only continue what is replaced before or behind them."""
    for one in touching:
        between = text[chain[-1].end() : one.start] + text[one.end : chain[0].start()]
        close = not between.strip() and len(between) <= 1
        if one.category == "EMAIL" and close:
            return True
    return bool(touching) and any(_letter(token.group()) for token in chain)


def _digit(word: str) -> int | None:
    if re.fullmatch(r"\d", word):
        return int(word)
    return 0 if word in NOUGHTS else UNITS.get(word)


def _letter(word: str) -> bool:
    return len(word) == 1 and word.isalpha() and word not in {"I", "a", "A", "O", "o"}


def _said(word: str) -> bool:
    """Whether a short word says a number itself."""
    lower = word.lower()
    return lower in UNITS or lower in TEENS or lower in NOUGHTS or lower in SIGNS


def _counts(digits: list[int]) -> bool:
    """Whether the digits only count up or down, or say one thing again ("one, one")."""
    steps = {after - before for before, after in pairwise(digits)}
    return steps <= {0, 1} or steps <= {0, -1}


def _beside(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches overlap, or only blanks and commas stand between them."""
    first, second = sorted((one, other))
    between = second[0] - first[1]
    return between <= GAP and not text[first[1] : second[0]].strip(" ,\u00a0-")


def _left(text: str, start: int, end: int, covered: Iterable[Mention]) -> bool:
    """Whether a letter or digit between the positions is not replaced."""
    hidden = {at for one in covered for at in range(max(one.start, start), min(one.end, end))}
    return any(text[at].isalnum() and at not in hidden for at in range(start, end))
