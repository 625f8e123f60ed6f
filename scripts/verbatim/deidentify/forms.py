"""What kind of code a dictated run is, by its form or by the words before it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from verbatim.deidentify.codes import AREAS
from verbatim.deidentify.dictated import Run, Token, runs
from verbatim.deidentify.lexicon import lexicon
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.words import Passage, before

LAYER = "pattern"

CODES = (
    "numbers? no reference ref code id i\\.?d pin badge bleep pager payroll policy case crime incident log "
    "datix claim order booking account staff employee membership member licence permit plate reg "
    "registration tenancy ticket roll docket file passport charity extension ext tag serial"
)
CUE = re.compile(
    rf"(?i)\b(?:{'|'.join(CODES.split())})\b(?:['’]s)?(?:[\s,:.…—–\"“-]+[\w'’]+){{0,5}}[\s,:.…—–\"“-]+$"
)
"""Words that announce a code, with a few words between: "badge number is, um, ..."."""

_HEALTH = re.compile(r"(?i)\b(?:nhs|chi|health and care|h and c)\b")
_POSTCODE = re.compile(r"(?P<area>[A-Z]{1,2})\d[\dA-Z]?\d[A-Z]{2}")
_OUTWARD = re.compile(r"(?P<area>[A-Z]{1,2})\d[\dA-Z]?")
_NINO = re.compile(r"[A-Z]{2}\d{6}[A-D]")
_HALF = re.compile(r"[A-Z]{1,2}\d[\dA-Z]?$")
_POST_CUE = re.compile(r"(?i)\b(?:post\s?codes?|the\s(?:post|code))\b(?:['’]s)?[^?!\d]{0,30}$")
_AFTER = re.compile(
    r"(?i)^[\s-](?:pounds?|quid|p|pence|per|percent|years?|months?|weeks?|days?|hours?|minutes?|mins|"
    r"people|persons?|times|miles?|stone|foot|feet|inches|mil|mg|ml|o['’]?clock|am|pm|nights?|"
    r"of|more|thing|things|each|other|others|or|to|and a half|half|bedrooms?|kids|children|beds|"
    r"patients|residents|units|grand|odd|steps|pence|goals|nil|all|lots?)\b"
)
_ARTICLE = re.compile(r"(?i)^(?:\s*(?:[.,;:?!…\"”—–)\]]|$)|\s(?:and|but|or|then|on|at|with|me|my)\b)")
_OF_DAY = re.compile(
    r"(?i)^\sof\s(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:first|second|third|th)|first|second|third)\b"
)
_ROAD = re.compile(r"(?i)\b(?:the|on|off|up|down)\s$")
_ROOM = re.compile(
    r"(?i)(?<![\w-])(?P<noun>(?:(?:delivery|side|treatment|consulting|interview|meeting|recovery|"
    r"waiting|hotel)\s)?(?:ward|bay|bed|room|flat|unit|cubicle|theatre|pod|cell|apartment|bungalow))"
    r"(?:,?\s(?:um+|er+m?|uh+|number),?)*\s$"
)
_DOUBLED = re.compile(r"(?i)\b(?P<noun>[a-z]+)[,.\s]+(?:er|um|uh|erm)?[,.\s]*$")
_WRITTEN = re.compile(
    r"(?<![\w@.&/-])(?=[A-Z0-9/-]*[A-Z])(?=(?:[A-Z/-]*\d){3})[A-Z0-9]{1,10}(?:[/-][A-Z0-9]{1,10}){0,4}"
    r"(?![\w@/-])"
)
_STUDY = re.compile(
    r"\b(?i:interview|participant|interviewee|respondent|transcript|recording|volunteer)\s"
    r"(?:(?i:number|no\.?|code|id)\s(?P<number>\d{1,5})|"
    r"(?P<code>(?=[A-Z/-]*\d|[A-Z]-[A-Z])[A-Z0-9]{1,8}(?:[/-][A-Z0-9]{1,8})*))(?![\w/-])"
)
_FIGURES = re.compile(r"(?<![\w£$€.,:/-])\d{2,}(?:[\s/]\d{2,})*(?![\w%/:-]|[.,]\d)")
LEAST_ECHO, LEAST_KNOWN = 3, 6
"""Digits of a part said back, and of the number that it is a part of."""


def forms(passage: Passage) -> list[Mention]:
    """Find codes that are dictated, whole: with the pauses, corrections and asides inside."""
    text = passage.text
    found, heard = [], [number for run in runs(passage.before) if (number := _digits(run))]
    rest: list[Run] = []
    for one in runs(text):
        run = _trimmed(one, text)
        if not run:
            continue
        room = _room(one, text)
        if room:
            found.append(room)
        elif (kind := _kind(run, text)) and not room:
            start, end = run[0].start, run[-1].end
            day = _OF_DAY.match(text[end:]) if kind == "REFERENCE" else None
            found.append(Mention(start, end + (day.end() if day else 0), kind, LAYER))
            heard.append(_digits(run))
        else:
            rest.append(run)
    found.extend(_echoes(rest, heard, passage))
    found.extend(_figures(text))
    return found


def _joined(run: Run) -> str:
    return "".join(token.written for token in run)


def _digits(run: Run) -> str:
    return re.sub(r"\D", "", _joined(run))


def _trimmed(run: Run, text: str) -> Run:
    """Without words at the ends that are no part of a code: "a", "I", "Oh", "one of"."""
    if len(run) > 2 and (postcode(run) or _NINO.fullmatch(_joined(run))):
        return run
    while run and not _begins(run, text):
        run = run[1:]
    while run and not _ends(run, text):
        run = run[:-1]
    return run


def _begins(run: Run, text: str) -> bool:
    token, following = run[0], run[1] if len(run) > 1 else None
    if not token.written:
        return False
    if token.told or following is None:
        return True
    said = text[token.start : token.end]
    if token.written == "0" and said.lower() == "oh":
        return following.written[:1].isdigit()
    if said in {"A", "I", "a", "i"}:
        spelt = following.written.isalpha() and len(following.written) == 1 and len(run) > 3
        return spelt or (said == "A" and ("," in following.gap or not following.written))
    if token.written.isalpha() and len(token.written) > 1:
        words = lexicon()
        known = words.shared(said.lower()) or said.lower() in words.lists["initials"]
        known = known or (said.isupper() and bool(following.written) and words.everyday(said.lower()))
        return not (known or (said.islower() and said in words.closed))
    return not (len(token.written) < 3 and following.stopped and following.written.isalpha())


def _ends(run: Run, text: str) -> bool:
    token, after = run[-1], text[run[-1].end :]
    if not token.written:
        return False
    if token.told:
        return True
    said = text[token.start : token.end]
    if token.written == "I" and len(said) == 1:
        return False
    if token.written == "A" and len(said) == 1 and not (said.isupper() and "," in token.gap):
        return bool(_ARTICLE.match(after)) and len(run) > 1
    if token.written.isalpha() and len(said) > 1 and not said.isupper():
        return len(run) > 1 and token.said
    if len(run) > 1 and token.stopped and re.match(r"\s[a-z]", after) and said[0].isupper():
        return False
    return bool(_OF_DAY.match(after)) or not _AFTER.match(after[:20])


def _variants(run: Run) -> Iterator[str]:
    """What is written for a run, as it stands and without what was said twice or corrected."""
    yield _joined(run)
    kept: list[Token] = []
    for token in run:
        if kept and kept[-1].written == token.written and token.gap.strip():
            continue
        kept.append(token)
    yield "".join(token.written for token in kept)
    mended: list[Token] = []
    for token in run:
        if mended and re.search(r"(?i)\b(?:no|sorry|wait)\b", token.gap):
            mended.pop()
        mended.append(token)
    yield "".join(token.written for token in mended)


def postcode(run: Run) -> bool:
    """Whether a run is a postcode, corrections aside."""
    matches = (_POSTCODE.fullmatch(written) for written in _variants(run))
    return any(match and match["area"] in AREAS for match in matches)


def _kind(run: Run, text: str) -> str:
    """Category of a run; empty where it is no code."""
    if not any(token.said for token in run):
        half = any("something" in token.gap for token in run)
        return "POSTCODE" if half and _HALF.match(run[0].written) else ""
    near = before(text, run[0].start)
    written = _joined(run)
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
    from verbatim.deidentify.patterns import nhs_valid

    singles = sum(len(token.written) == 1 or token.told for token in run if token.written)
    tokens = sum(bool(token.written) for token in run)
    signs = tokens < len(run)
    counting = {int(after) - int(one) for one, after in pairwise(written)} in ({1}, {-1})
    if len(written) < 3 or counting:
        return ""
    if any(nhs_valid(each) and each[0] != "0" for each in _variants(run)) or (
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
            kept = _trimmed(run[:2], text)
    token = kept[-1]
    said = text[token.start : token.end]
    if not token.written or len(token.written) > 4 or _AFTER.match(text[token.end :][:20]):
        return None
    if len(kept) == 1 and token.written.isalpha():
        if not (said.isupper() and len(said) == 1) or re.match(r"\s[a-z]", text[token.end :]):
            return None
    start = run[0].start - len(near) + noun.start("noun")
    doubled = _DOUBLED.search(before(text, start))
    if doubled and doubled["noun"].lower() == noun["noun"].lower():
        start -= len(doubled.group())
    return Mention(start, token.end, "REFERENCE", LAYER)


def _echoes(rest: list[Run], heard: list[str], passage: Passage) -> Iterator[Mention]:
    """Parts of a number that are said back or again: "ending three three one"."""
    known = [number for number in heard if len(number) >= LEAST_KNOWN]
    text = passage.text
    for match in _FIGURES.finditer(passage.before):
        known.append(re.sub(r"\D", "", match.group()))
    figures = list(_FIGURES.finditer(text))
    known.extend(re.sub(r"\D", "", match.group()) for match in figures)
    known = [number for number in known if len(number) >= LEAST_KNOWN]
    if not known:
        return
    for run in rest:
        number = "".join(token.written for token in run)
        told = len(run) > 1 and any(token.said for token in run)
        if told and number.isdigit() and len(number) >= LEAST_ECHO and _close(number, known):
            yield Mention(run[0].start, run[-1].end, "REFERENCE", LAYER)
    for match in figures:
        number = re.sub(r"\D", "", match.group())
        parts = {number, number[:LEAST_ECHO]} if len(number) >= LEAST_KNOWN else {number}
        if LEAST_ECHO <= len(number) and any(
            part in each and number != each for each in known for part in parts
        ):
            yield Mention(*match.span(), "REFERENCE", LAYER)


def _close(number: str, known: list[str]) -> bool:
    """Whether the number is a part of a known one, its digits perhaps in another order."""
    return any(
        number in each
        or (len(number) == LEAST_ECHO and each.endswith(number[:2] + each[-1]) and len(each) > 9)
        for each in known
    )


def _figures(text: str) -> Iterator[Mention]:
    """Codes written with capitals, figures and strokes, and numbers of a study."""
    for match in _WRITTEN.finditer(text):
        code = match.group()
        if sum(map(str.isalpha, code)) <= 8 and len(code) >= 6:
            yield Mention(*match.span(), "REFERENCE", LAYER)
    for match in _STUDY.finditer(text):
        group = "number" if match["number"] else "code"
        yield Mention(*match.span(group), "REFERENCE", LAYER)
    for match in re.finditer(r"(?<![\w£$€.,:/-])\d{2}/\d{5,8}(?![\w/-])", text):
        yield Mention(*match.span(), "REFERENCE", LAYER)
    for match in re.finditer(r"(?<![\w£$€.,:/-])\d{3,}(?:[\s/]\d{2,})*(?![\w%/:-]|[.,]\d)", text):
        day = _OF_DAY.match(text[match.end() :])
        counted = _AFTER.match(text[match.end() :][:20]) and not day
        years = re.fullmatch(r"(?:19|20)\d\d/\d{2,4}", match.group())
        if _NAMED.search(before(text, match.start())) and not counted and not years:
            end = match.end() + (day.end() if day else 0)
            yield Mention(match.start(), end, "REFERENCE", LAYER)


_NAMED = re.compile(
    r"(?i)\b(?:(?:roll|log|case|crime|incident|badge|staff|policy|file|claim|order|booking|account|"
    r"member(?:ship)?|payroll|employee|licen[cs]e|permit|charity|reference|tenancy|registration|"
    r"docket|ticket|plate|reg|pin|code|id|bleep)(?:\snumber|\sno\.?)?|"
    r"number\s(?:is|was|on\sthe\s\w+\s(?:is|was)))(?:['’]s|\sis|\swas|,|:)*\s(?:is\s|was\s)?$"
)
