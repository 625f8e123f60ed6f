"""What is said as words, written as digits and signs, with a map back to the spoken text."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from verbatim.deidentify.words import listed

UNITS = dict(
    zip(
        listed("one two three four five six seven eight nine"),
        range(1, 10),
        strict=True,
    )
)
NOUGHTS = frozenset({"oh", "o", "zero", "nought", "naught"})
TEENS = dict(
    zip(
        listed("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
        range(10, 20),
        strict=True,
    )
)
TENS = dict(
    zip(
        listed("twenty thirty forty fifty sixty seventy eighty ninety"),
        range(20, 100, 10),
        strict=True,
    )
)
ORDINALS = dict(
    zip(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        range(1, 21),
        strict=True,
    )
) | {"thirtieth": 30}
REPEATS = {"double": 2, "treble": 3, "triple": 3}
NUMBER_WORDS = frozenset({*UNITS, *NOUGHTS, *TEENS, *TENS, *REPEATS, "hundred", "thousand", "and"})
_TOKEN = re.compile(r"[A-Za-z]+")
_SOME = re.compile(
    r"(?i)\b(?:"
    + "|".join(sorted({*UNITS, *TEENS, *TENS, *ORDINALS, "zero", "hundred"}))
    + r")\b|(?:double|treble|triple)\s\d"
)
_DOUBLED = re.compile(r"(?i)\b(double|treble|triple)\s(\d)(?!\d)")
_FILLER = re.compile(r"(?i)[\s,]+(?:um+|uh+|er+m?|mm)\b[\s,]*(?=[a-z0-9])")
_BETWEEN = re.compile(r"[ \u00a0]|-|‑")
_SIGN = re.compile(
    r"(?i)(?:[\s,]+(?:all small|all one word|lower case)[\s,]+)?"
    r"[\s,]+(dot|underscore|hyphen|dash)[\s,]+"
)
_AT = re.compile(r"(?i)[\s,]+at[\s,]+(?=(?:[a-z0-9-]+\s+){0,3}[a-z0-9-]+[.])")
SIGNS = {"dot": ".", "underscore": "_", "hyphen": "-", "dash": "-"}


class Edit(NamedTuple):
    """A stretch of the text and what is written for it."""

    start: int
    end: int
    written: str


@dataclass(frozen=True)
class View:
    """A rewritten text that knows where each of its characters comes from.

    Attributes:
        text: The text as rewritten.
        starts: For each of its characters, where the spoken stretch behind it begins.
        ends: For each of its characters, where that stretch ends.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def spoken(self, start: int, end: int) -> tuple[int, int]:
        """Positions in the spoken text of `text[start:end]`, which must not be empty."""
        return self.starts[start], self.ends[end - 1]


def rewritten(text: str, edits: list[Edit]) -> View:
    """Apply edits, which must be in order and apart, and keep the map."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for start, end, written in [*edits, Edit(len(text), len(text), "")]:
        parts.append(text[at:start])
        starts.extend(range(at, start))
        ends.extend(range(at + 1, start + 1))
        parts.append(written)
        starts.extend([start] * len(written))
        ends.extend([end] * len(written))
        at = end
    return View("".join(parts), tuple(starts), tuple(ends))


@lru_cache(maxsize=8)
def digits(text: str) -> View:
    """Write spoken numbers as digits.

    Number words joined by a blank or hyphen become one run of digits ("oh seven seven double
    oh" 07700, "nine hundred" 900, "nineteen eighty-two" 1982, "eighty-one" 81), an ordinal its
    short form ("twenty-third" 23rd). "Um" and "uh" are passed over; what else stands between
    runs stays as it is.
    """
    if not _SOME.search(text):
        return rewritten(text, [])
    tokens = list(_TOKEN.finditer(text))
    edits: list[Edit] = []
    at = 0
    while at < len(tokens):
        run = _run(text, tokens, at)
        written, used = _written([token.group().lower() for token in run]) if run else ("", 0)
        if written:
            edits.append(Edit(run[0].start(), run[used - 1].end(), written))
        at += max(used, 1)
    for match in _DOUBLED.finditer(text):
        edits.append(Edit(*match.span(), match[2] * REPEATS[match[1].lower()]))
    fillers = [Edit(*match.span(), " ") for match in _FILLER.finditer(text)]
    return rewritten(text, sorted([*edits, *fillers]))


def _run(text: str, tokens: list[re.Match[str]], at: int) -> list[re.Match[str]]:
    """Number words from `at` on, with nothing but a blank or hyphen between them."""
    run: list[re.Match[str]] = []
    for place in range(at, len(tokens)):
        token = tokens[place]
        if token.group().lower() not in NUMBER_WORDS and token.group().lower() not in ORDINALS:
            break
        if run and not _BETWEEN.fullmatch(text[run[-1].end() : token.start()]):
            break
        run.append(token)
    return run


def _written(words: list[str]) -> tuple[str, int]:
    """Digits for the words, and how many of the words they use."""
    out, at = "", 0
    while at < len(words):
        group, used = _group(words, at, out)
        if not used:
            break
        out, at = out + group, at + used
        if group.endswith(("st", "nd", "rd", "th")):
            break
    if at == 1 and words[0] in NOUGHTS:
        return "", 0
    return out, at


def _group(words: list[str], at: int, before: str) -> tuple[str, int]:  # noqa: PLR0911
    """Digits for the next one number, and how many words they use; ("", 0) for none."""
    word, following = words[at], words[at + 1 : at + 4]
    if word in REPEATS and following:
        digit = "0" if following[0] in NOUGHTS else str(UNITS.get(following[0], ""))
        return (digit * REPEATS[word], 2) if digit else ("", 0)
    if word in NOUGHTS:
        return "0", 1
    if word in ORDINALS:
        return ("", 0) if before else (_ordinal(ORDINALS[word]), 1)
    if word in TENS and following[:1] and following[0] in ORDINALS and ORDINALS[following[0]] < 10:
        return _ordinal(TENS[word] + ORDINALS[following[0]]), 2
    value, used = _small(words, at)
    if not used and word != "hundred":
        return "", 0
    if word == "hundred":
        value, used = 1, 0
    rest = words[at + used :]
    if rest[:1] == ["thousand"]:
        value, used = value * 1000, used + 1
        hundreds, more = _small(words, at + used)
        if more == 1 and words[at + used + 1 : at + used + 2] == ["hundred"]:
            value, used = value + hundreds * 100, used + 2
        tail, more = _after_and(words, at + used, needed=False)
        return str(value + tail), used + more
    if rest[:1] == ["hundred"]:
        tail, more = _after_and(words, at + used + 1, needed=True)
        return str(value * 100 + tail), used + 1 + more
    return str(value), used


def _after_and(words: list[str], at: int, needed: bool) -> tuple[int, int]:
    """Tens and units behind a hundred or thousand, as in "and eighteen", and the words used.

    British speakers say the "and"; "nine hundred four one six" is a run of digits.
    """
    joined = words[at : at + 1] == ["and"]
    if needed and not joined:
        return 0, 0
    value, used = _small(words, at + joined)
    return (value, used + joined) if used else (0, 0)


def _small(words: list[str], at: int) -> tuple[int, int]:
    """Number under a hundred at the place, and how many words it takes."""
    word = words[at] if at < len(words) else ""
    if word in UNITS:
        return UNITS[word], 1
    if word in TEENS:
        return TEENS[word], 1
    if word in TENS:
        unit = UNITS.get(words[at + 1], 0) if at + 1 < len(words) else 0
        return TENS[word] + unit, 2 if unit else 1
    return 0, 0


def _ordinal(number: int) -> str:
    ending = "th" if number in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def signs(text: str) -> View:
    """Write a spoken e-mail's "dot", "at", "dash" and "underscore" as signs."""
    edits = [
        Edit(match.start(), match.end(), SIGNS[match[1].lower()]) for match in _SIGN.finditer(text)
    ]
    if not edits:
        return rewritten(text, [])
    dotted = rewritten(text, edits)
    found = [Edit(*dotted.spoken(*match.span()), "@") for match in _AT.finditer(dotted.text)]
    taken = [one.start for one in found]
    apart = [
        edit
        for edit in edits
        if not (found and _inside(edit, found[max(bisect_right(taken, edit.start) - 1, 0)]))
    ]
    return rewritten(text, sorted([*apart, *found]))


def _inside(edit: Edit, other: Edit) -> bool:
    return edit.start < other.end and other.start < edit.end
