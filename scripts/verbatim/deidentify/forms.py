"""What kind of code a dictated run is, by its form or by the words before it."""

import re
from itertools import pairwise

from verbatim.deidentify.checked import nhs_valid
from verbatim.deidentify.codes import AREAS
from verbatim.deidentify.dictated import Run, runs
from verbatim.deidentify.edges import (
    COUNTED,
    OF_DAY,
    digits_of,
    joined,
    postcode,
    trimmed,
    variants,
)
from verbatim.deidentify.figures import echoes, figures
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.words import Passage, before

LAYER = "pattern"

CODES = (
    "numbers? no reference ref code id i\\.?d pin badge bleep pager payroll policy case crime "
    "incident log datix claim order booking account staff employee membership member licence "
    "permit plate reg registration tenancy ticket roll docket file passport charity extension "
    "ext tag serial"
)
CUE = re.compile(
    rf"(?i)\b(?:{'|'.join(CODES.split())})\b(?:['’]s)?(?:[\s,:.…—–\"“-]+[\w'’]+){{0,5}}[\s,:.…—–\"“-]+$"
)
"""Words that announce a code, with a few words between: "badge number is, um, ..."."""

_HEALTH = re.compile(r"(?i)\b(?:nhs|chi|health and care|h and c)\b")
_OUTWARD = re.compile(r"(?P<area>[A-Z]{1,2})\d[\dA-Z]?")
_HALF = re.compile(r"[A-Z]{1,2}\d[\dA-Z]?$")
_POST_CUE = re.compile(r"(?i)\b(?:post\s?codes?|the\s(?:post|code))\b(?:['’]s)?[^?!\d]{0,30}$")
_ROAD = re.compile(r"(?i)\b(?:the|on|off|up|down)\s$")
_ROOM = re.compile(
    r"(?i)(?<![\w-])(?P<noun>(?:(?:delivery|side|treatment|consulting|interview|meeting|recovery|"
    r"waiting|hotel)\s)?(?:ward|bay|bed|room|flat|unit|cubicle|theatre|pod|cell|"
    r"apartment|bungalow|caravan|cabin|chalet|pitch|plot|berth|lodge|locker|hut|dorm))"
    r"(?:,?\s(?:um+|er+m?|uh+|number),?)*\s$"
)
_DOUBLED = re.compile(r"(?i)\b(?P<noun>[a-z]+)[,.\s]+(?:er|um|uh|erm)?[,.\s]*$")


def forms(passage: Passage) -> list[Mention]:
    """Find codes that are dictated, whole: with the pauses, corrections and asides inside."""
    text = passage.text
    found, heard = [], [number for run in runs(passage.before) if (number := digits_of(run))]
    rest: list[Run] = []
    for one in runs(text):
        run = trimmed(one, text)
        if not run:
            continue
        room = _room(one, text)
        if room:
            found.append(room)
        elif kind := _kind(run, text):
            start, end = run[0].start, run[-1].end
            day = OF_DAY.match(text[end:]) if kind == "REFERENCE" else None
            found.append(Mention(start, end + (day.end() if day else 0), kind, LAYER))
            heard.append(digits_of(run))
        else:
            rest.append(run)
    found.extend(echoes(rest, heard, passage))
    found.extend(figures(text))
    return found


def _kind(run: Run, text: str) -> str:
    """Category of a run; empty where it is no code."""
    if not any(token.said for token in run):
        half = any("something" in token.gap for token in run)
        return "POSTCODE" if half and _HALF.match(run[0].written) else ""
    near = before(text, run[0].start)
    written = joined(run)
    if postcode(run):
        return "POSTCODE"
    outward = _OUTWARD.fullmatch(written)
    if outward and outward["area"] in AREAS and _POST_CUE.search(near):
        return "POSTCODE"
    cued = bool(CUE.search(near))
    letters = sum(map(str.isalpha, written))
    if not letters:
        return _number(run, written, near, cued)
    if letters == len(written):
        told = sum(token.told for token in run)
        return "PERSON" if told and len(written) > 3 and letters == len(written) else ""
    return "REFERENCE" if _lettered(run, written, text, cued) else ""


def _number(run: Run, written: str, near: str, cued: bool) -> str:
    singles = sum(len(token.written) == 1 or token.told for token in run if token.written)
    tokens = sum(bool(token.written) for token in run)
    signs = tokens < len(run)
    counting = {int(after) - int(one) for one, after in pairwise(written)} in ({1}, {-1})
    if len(written) < 3 or counting:
        return ""
    if any(nhs_valid(each) and each[0] != "0" for each in variants(run)) or (
        len(written) >= 9 and _HEALTH.search(near)
    ):
        return "NHS_NUMBER"
    if written[0] == "0" and len(written) >= 5:
        return "PHONE"
    if cued and (len(written) >= 3 or signs) and singles + 1 >= tokens // 2:
        return "REFERENCE"
    if len(written) >= 6 and singles * 3 >= tokens * 2 and (signs or tokens > 2):
        return "PHONE" if len(written) < 9 and not signs else "REFERENCE"
    return "REFERENCE" if signs and len(written) >= 4 else ""


def _lettered(run: Run, written: str, text: str, cued: bool) -> bool:
    """Whether letters and digits are a plate, a case number, a staff number."""
    letters = [token for token in run if token.written.isalpha()]
    numbers = sum(map(str.isdigit, written))
    signs = any(not token.written for token in run)
    count = sum(len(token.written) for token in letters)
    if re.fullmatch(r"\d+(?:[AP]M|P)", written) or written.startswith("NOVEMBER"):
        return False
    if cued or signs:
        return numbers >= 1 and numbers + count >= (3 if cued else 4)
    if count == 1:
        first = run[0].written[:1].isalpha()
        one = letters[0] if letters else run[0]
        if first and run[0].written in {"A", "B", "M"} and _ROAD.search(before(text, run[0].start)):
            return False
        year = re.fullmatch(r"[A-Z](?:19|20)\d\d", written)
        shown = one.told or text[one.start : one.end].isupper()
        return numbers >= 3 and shown and not year and (first or numbers > 3)
    return numbers >= 3 or (numbers >= 2 and count >= 3)


def _room(run: Run, text: str) -> Mention | None:
    """Wards, bays, beds, rooms and flats by a number or letter, the noun counted in."""
    near = before(text, run[0].start)
    noun = _ROOM.search(near)
    if not noun:
        return None
    kept = run[:1]
    for token in run[1:2]:
        letter = token.written.isalpha() and len(token.written) == 1
        if letter and token.gap in {" ", "-"} and run[0].written.isdigit():
            kept = trimmed(run[:2], text)
    token = kept[-1]
    said = text[token.start : token.end]
    if not token.written or len(token.written) > 4 or COUNTED.match(text[token.end :][:20]):
        return None
    alone = len(kept) == 1 and token.written.isalpha()
    bare = said.isupper() and len(said) == 1 and not re.match(r"\s[a-z]", text[token.end :])
    if alone and not bare:
        return None
    start = run[0].start - len(near) + noun.start("noun")
    doubled = _DOUBLED.search(before(text, start))
    if doubled and doubled["noun"].lower() == noun["noun"].lower():
        start -= len(doubled.group())
    return Mention(start, token.end, "REFERENCE", LAYER)
