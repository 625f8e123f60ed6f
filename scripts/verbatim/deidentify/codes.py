"""What is said letter by letter and digit by digit: names spelt out, postcodes, plates, numbers."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from verbatim.deidentify.lexicon import lexicon
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.spoken import REPEATS, View
from verbatim.deidentify.words import before, listed

LAYER = "pattern"

AREAS = frozenset(
    listed(
        "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT "
        "DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA "
        "LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE "
        "SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV "
        "YO ZE"
    )
)
"""Postcode areas."""

ALPHABET = dict(
    zip(
        listed(
            "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike "
            "november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu"
        ),
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        strict=True,
    )
)
"""Letters as the police and the forces say them."""

SIGNS = frozenset({"slash", "stroke", "dash", "hyphen", "oblique", "star"})
FEWEST = 3
"""Digits from which one letter and digits are a number that means somebody."""

SHORTEST = 3
"""Letters from which what is spelt is a name."""

_UNIT = (
    r"(?:(?:double|treble|triple)\s[a-z]|(?:forward\s)?(?:slash|stroke|oblique|dash|hyphen|star)|"
    rf"{'|'.join(ALPHABET)}|oh|[a-z]|\d+[a-z]?)(?![\w'’])"
)
_RUN = re.compile(rf"(?i)(?<![\w'’£$€.&/-]){_UNIT}(?:(?:,?\s|,|-|/){_UNIT})+")
_TOKEN = re.compile(rf"(?i){_UNIT}")
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[\dA-Z]?\d[A-Z]{2}")
_ROAD = re.compile(r"(?i)\bthe\s$")
_SPEAKER = re.compile(
    r"(?i)^\s(?:am|was|have|had|do|don['’]?t|did|think|know|said|says|mean|went|got|can|can['’]?t|"
    r"will|would|just|never|always|want|need|like|hope|never|really|live|work)\b"
)
_CUE = re.compile(
    r"(?i)\b(?:numbers?|bleep|pager|badge|code|reference|ref|id|pin|payroll|staff|policy|card|"
    r"account|licence|ticket|crime|case|file|log|job|order|booking|docket|crew)\b[^.?!\d]{0,30}$|"
    r"\b(?:number|badge|bleep|payroll|reference)\b(?:[^?!\d]{0,60}|[^?!]{0,120}\b(?:it['’]?s|is|was)\s)$"
)
_ONE_BY_ONE = re.compile(r"(?<![\w£$€.,:/-])\d(?:[\s,-]{1,2}\d){2,}(?![\w%:]|[.,]\d)")
_GROUPS = re.compile(r"(?<![\w£$€.,:/-])\d{2,4}(?:\s\d{2,4}){2,}(?![\w%:]|[.,]\d)")
_SAID = re.compile(r"(?<![\w£$€.,:/-])\d{3,}(?![\w%:]|[.,]\d)")


_AMOUNT = re.compile(r"(?i)hundred|thousand|\band\b")
_LETTERED = re.compile(r"(?<![\w'’-])(?P<letters>[A-Za-z]{2,4})[\s-]0\d{1,7}(?![\w%:]|[.,]\d)")
_SIGNED = re.compile(
    r"(?i)(?<![\w'’-])[a-z]{1,4},?\s(?:forward\s)?(?:slash|stroke),?\s\d{2,8}(?![\w%:]|[.,]\d)"
)
_BEFORE = re.compile(
    r"(?<![\w'’-])(?P<letters>[A-Za-z]{2,4}),?[\s-](?:(?:forward\s)?(?:slash|stroke),?\s)?$"
)


class Unit(NamedTuple):
    """A letter, digits or sign as it is said.

    Attributes:
        start: First character.
        end: Character after the last.
        written: What it stands for; empty for a sign.
    """

    start: int
    end: int
    written: str


def spelt(view: View, text: str) -> Iterator[tuple[int, int, str]]:
    """Find names spelt out ("w e r n e r", "d a double l y"), and codes with letters in them.

    Args:
        view: Text in which number words are digits.
        text: The text as spoken.
    """
    for match in _RUN.finditer(view.text):
        units = _trimmed(_units(view.text, match), view.text)
        if not units:
            continue
        written = "".join(unit.written for unit in units)
        if len(units) >= SHORTEST and written.isalpha():
            if _name(units, written, view.text):
                yield units[0].start, units[-1].end, "PERSON"
        elif postcode := _postcode(units):
            yield *postcode, "POSTCODE"
        elif _code(units, written, view.text):
            yield _prefixed(view.text, units[0].start), units[-1].end, "REFERENCE"
    for match in _SIGNED.finditer(view.text):
        yield *match.span(), "REFERENCE"
    for match in _LETTERED.finditer(view.text):
        if _strange(match["letters"]):
            yield *match.span(), "REFERENCE"
    yield from _announced(view, text)


def _announced(view: View, text: str) -> Iterator[tuple[int, int, str]]:
    """Digits in groups or said one by one behind a word for a number that means somebody."""
    for match in _GROUPS.finditer(view.text):
        if _CUE.search(before(view.text, match.start())):
            yield *match.span(), "REFERENCE"
    for pattern in (_ONE_BY_ONE, *([_SAID] if view.text != text else [])):
        for match in pattern.finditer(view.text):
            start, end = view.spoken(*match.span())
            amount = _AMOUNT.search(text[start:end])
            apart = pattern is _ONE_BY_ONE or (end - start > 3 * len(match.group()) and not amount)
            if apart and _CUE.search(before(view.text, match.start())):
                yield *match.span(), "REFERENCE"


def _strange(letters: str) -> bool:
    """Whether a few letters are no word."""
    return letters.isupper() or not lexicon().everyday(letters)


def _prefixed(text: str, start: int) -> int:
    """Where a code begins, letters said in one before its digits counted in."""
    letters = _BEFORE.search(before(text, start))
    if letters and (
        _strange(letters["letters"]) or letters.group().rstrip(", ").endswith(("slash", "stroke"))
    ):
        return start - len(letters.group())
    return start


def _units(text: str, run: re.Match[str]) -> list[Unit]:
    units = []
    for match in _TOKEN.finditer(text, *run.span()):
        said = match.group().lower()
        repeat, _, letter = said.partition(" ")
        if said.split()[-1] in SIGNS:
            written = ""
        elif repeat in REPEATS:
            written = letter.upper() * REPEATS[repeat]
        else:
            written = ALPHABET.get(said, "0" if said == "oh" else said.upper())
        units.append(Unit(*match.span(), written))
    return units


def _trimmed(units: list[Unit], text: str) -> list[Unit]:
    """Without "I" and "a" at the ends where they are words, and without signs and "oh" there."""
    numbered = any(unit.written[:1].isdigit() for unit in units)
    while units and (
        not units[0].written
        or text[units[0].start : units[0].end].lower() == "oh"
        or (units[0].written in {"I", "A"} and numbered)
    ):
        units = units[1:]
    while units and (
        not units[-1].written
        or (units[-1].written == "I" and (numbered or _SPEAKER.match(text[units[-1].end :])))
        or (text[units[-1].start] == "a" and len(units) > 1 and units[-2].written[:1].isdigit())
    ):
        units = units[:-1]
    return units


def _name(units: list[Unit], written: str, text: str) -> bool:
    """Whether spelt letters are a name: no alphabet, no stammer, nothing that everybody shares."""
    words = [unit for unit in units if unit.end - unit.start > 1]
    if any(text[unit.start : unit.end].lower() in ALPHABET for unit in words):
        return False
    stepping = all(ord(after) - ord(one) == 1 for one, after in pairwise(written))
    gaps = [text[one.end : after.start] for one, after in pairwise(units)]
    stammered = (
        len(set(written) - set("AI")) < 1
        or len(set(written)) == 1
        or not all(set(gap) <= set(" ,-") for gap in gaps)
    )
    return not (stepping or stammered or lexicon().shared(written.lower()))


def _postcode(units: list[Unit]) -> tuple[int, int] | None:
    """Where in a run of units a postcode stands."""
    starts, ends, written = {}, {}, ""
    for unit in units:
        starts[len(written)] = unit.start
        written += unit.written
        ends[len(written)] = unit.end
    for match in _POSTCODE.finditer(written):
        area = re.match(r"[A-Z]+", match.group())
        if area and area.group() in AREAS and match.start() in starts and match.end() in ends:
            return starts[match.start()], ends[match.end()]
    return None


def _code(units: list[Unit], written: str, text: str) -> bool:
    """Whether letters and digits are a plate, a case number, a staff number."""
    letters = sum(map(str.isalpha, written))
    numbers = sum(map(str.isdigit, written))
    signs = any(not unit.written for unit in units)
    first, last = units[0].written, units[-1].written
    if not letters or written.endswith(("AM", "PM")) or (last == "P" and letters == 1):
        return signs and numbers > FEWEST
    if numbers < FEWEST or (first[0].isdigit() and numbers == FEWEST and not signs):
        return False
    year = re.search(r"(?:19|20)\d\d", written) and numbers == 4
    shown = text[units[0].start].isupper()
    if letters == 1 and ((year and not signs) or (first[0].isdigit() and not shown)):
        return False
    road = letters == 1 and first in {"A", "B", "M"} and _ROAD.search(before(text, units[0].start))
    return not road


def mapped(view: View, text: str) -> Iterator[Mention]:
    """Mentions in the spoken text of what `spelt` finds in a view."""
    for start, end, category in spelt(view, text):
        yield Mention(*view.spoken(start, end), category, LAYER)
