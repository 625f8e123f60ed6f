"""Codes as they are dictated: a run of digits, number words, letters and signs, token by token."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from verbatim.deidentify.codes import ALPHABET
from verbatim.deidentify.spoken import NOUGHTS, REPEATS, TEENS, TENS, UNITS

SPELLING = ALPHABET | {"alfa": "A", "whisky": "W", "x-ray": "X", "x ray": "X"}
_ONES = "|".join([*UNITS, *NOUGHTS - {"o"}])
_TENS = "|".join(TENS)
_APART = r"[\s,]{1,3}"
_LETTER = r"[a-z](?![\w'’])"
_TOKEN = re.compile(
    rf"(?i)(?<![\w'’£$€])(?:"
    rf"(?P<repeat>{'|'.join(REPEATS)})[\s-](?P<repeated>{_ONES}|{_LETTER}|\d\b)(?P<more>\shundred)?"
    rf"|(?P<named>{_LETTER}),?\s(?:is\s)?(?:(?:for|as\sin),?\s){{1,2}}(?:(?:um|er|uh),?\sfor\s)?(?P<for>[a-z][\w-]*)"
    rf"|(?P<hundred>{'|'.join(UNITS)})[\s-]hundred(?!\s(?:and|thousand)\b)"
    rf"|(?P<tens>{_TENS})(?:[\s-](?P<unit>{'|'.join(UNITS)}))?(?!-)"
    rf"|(?P<teen>{'|'.join(TEENS)})|(?P<one>{_ONES})"
    rf"|(?P<nato>{'|'.join(SPELLING)})"
    rf"|(?:capital\s)?(?P<letter>{_LETTER})"
    rf"|(?P<sign>(?:forward\s)?slash|stroke|oblique|dash|hyphen)"
    rf"|(?P<word>[a-z]{{2,4}})(?=,?\s(?:dash|hyphen|slash|stroke|oblique)\b)"
    rf"|(?P<mixed>(?-i:[A-Z]{{0,4}}\d+[A-Z]{{0,3}}|[A-Z]{{2,6}}|\d[a-z]{{2}}))"
    rf")(?![\w'’%])(?!\s(?:hundred|thousand|million|grand|point)\b)"
)
_PAUSE = re.compile(
    r"(?i)(?:[\s,;:.…—–/()\"“”-]|\b(?:um+|erm?|uh+|no|sorry|wait|hang\son|hold\son|then|right|okay|"
    r"so|i\sthink|is\sit|it['’]?s|that['’]?s|that\sis|let\sme\ssee|let['’]s\ssee|something|"
    r"i\smean|for|capital|all\scapitals|the\s(?:letter|number|word)|and\sthen|followed\sby|yes|yeah)\b)*"
)
_STOP = re.compile(r"[.?!;:…—–]")
_SHORT_CUT = re.compile(r"[?!]")
LONGEST_PAUSE = 40
"""Characters between two tokens up to which they may belong to one code."""


class Token(NamedTuple):
    """A letter, digits or a sign as it is dictated.

    Attributes:
        start: First character.
        end: Character after the last.
        written: What it stands for; empty for a sign.
        said: Whether words were said for it, not figures written.
        told: Whether it can be nothing but a part of a code ("P for Peter", "double oh").
        gap: What stands between the token before and this one.
    """

    start: int
    end: int
    written: str
    said: bool
    told: bool
    gap: str

    @property
    def stopped(self) -> bool:
        """Whether a sentence may have ended before it."""
        return bool(_STOP.search(self.gap))


Run = tuple[Token, ...]


@lru_cache(maxsize=8)
def runs(text: str) -> tuple[Run, ...]:
    """Find runs of tokens with nothing but pauses, signs and asides between them."""
    found: list[list[Token]] = []
    run: list[Token] = []
    for match in _TOKEN.finditer(text):
        written, said, told = _written(match)
        if written is None:
            continue
        gap = text[run[-1].end : match.start()] if run else ""
        if run and (len(gap) > LONGEST_PAUSE or not gap or not _PAUSE.fullmatch(gap)):
            found.append(run)
            run, gap = [], ""
        run.append(Token(match.start(), match.end(), written, said, told, gap))
    if run:
        found.append(run)
    return tuple(part for each in found for part in _parts(each))


def _written(match: re.Match[str]) -> tuple[str | None, bool, bool]:  # noqa: PLR0911
    """What a token stands for, whether it was said, and whether it can be nothing else."""
    groups = {name: said for name, said in match.groupdict().items() if said}
    if "repeat" in groups:
        digits = _digit(groups["repeated"]) * REPEATS[groups["repeat"].lower()]
        return digits + ("00" if "more" in groups else ""), True, True
    if "named" in groups:
        letter = groups["named"].upper()
        return (letter, True, True) if groups["for"][0].upper() == letter else (None, True, True)
    if "hundred" in groups:
        return f"{UNITS[groups['hundred'].lower()]}00", True, False
    if "tens" in groups:
        value = TENS[groups["tens"].lower()] + UNITS.get(groups.get("unit", "").lower(), 0)
        return str(value), True, False
    if "teen" in groups:
        return str(TEENS[groups["teen"].lower()]), True, False
    if "nato" in groups:
        return SPELLING[groups["nato"].lower()], True, False
    if "sign" in groups:
        return "", True, False
    if "mixed" in groups or "word" in groups:
        return (groups.get("mixed") or groups["word"]).upper(), False, False
    return _digit(groups.get("one") or groups["letter"]), True, False


def _digit(said: str) -> str:
    lower = said.lower()
    return "0" if lower in NOUGHTS - {"o"} else str(UNITS.get(lower, said.upper()))


def _parts(run: list[Token]) -> Iterator[Run]:
    """A run cut where a question or an exclamation ended, so that "Two? Three!" is no code."""
    begin = 0
    for at, token in enumerate(run):
        if at and _SHORT_CUT.search(token.gap):
            yield tuple(run[begin:at])
            begin = at
    yield tuple(run[begin:])
