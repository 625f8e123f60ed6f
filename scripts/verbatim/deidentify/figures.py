"""Codes written in figures, and parts of a number that are said back or again."""

import re
from collections.abc import Iterator

from verbatim.deidentify.dictated import Run
from verbatim.deidentify.edges import COUNTED, OF_DAY, joined
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.words import Passage, before

LAYER = "pattern"

_WRITTEN = re.compile(
    r"(?<![\w@.&/-])(?=[A-Z0-9/-]*[A-Z])(?=(?:[A-Z/-]*\d){3})[A-Z0-9]{1,10}(?:[/-][A-Z0-9]{1,10}){0,4}"
    r"(?![\w@/-])"
)
_STUDY = re.compile(
    r"\b(?i:interview|participant|interviewee|respondent|transcript|recording|volunteer)\s"
    r"(?:(?i:number|no\.?|code|id)\s(?P<number>\d{1,5})|"
    r"(?P<code>(?=[A-Z/-]*\d|[A-Z]-[A-Z])[A-Z0-9]{1,8}(?:[/-][A-Z0-9]{1,8})*))(?![\w/-])"
)
_FIGURE = re.compile(r"(?<![\w£$€.,:/-])\d{2,}(?:[\s/]\d{2,})*(?![\w%/:-]|[.,]\d)")
_NAMED = re.compile(
    r"(?i)\b(?:(?:roll|log|case|crime|incident|badge|staff|policy|file|claim|order|booking|account|"
    r"member(?:ship)?|payroll|employee|licen[cs]e|permit|charity|reference|tenancy|registration|"
    r"docket|ticket|plate|reg|pin|code|id|bleep)(?:\snumber|\sno\.?)?|"
    r"number\s(?:is|was|on\sthe\s\w+\s(?:is|was)))(?:['’]s|\sis|\swas|,|:)*\s(?:is\s|was\s)?$"
)
LEAST_ECHO, LEAST_KNOWN = 3, 6
"""Digits of a part said back, and of the number that it is a part of."""


def echoes(rest: list[Run], heard: list[str], passage: Passage) -> Iterator[Mention]:
    """Parts of a number that are said back or again: "ending three three one"."""
    known = [number for number in heard if len(number) >= LEAST_KNOWN]
    text = passage.text
    for match in _FIGURE.finditer(passage.before):
        known.append(re.sub(r"\D", "", match.group()))
    numbers = list(_FIGURE.finditer(text))
    known.extend(re.sub(r"\D", "", match.group()) for match in numbers)
    known = [number for number in known if len(number) >= LEAST_KNOWN]
    if not known:
        return
    for run in rest:
        number = joined(run)
        told = len(run) > 1 and any(token.said for token in run)
        if (
            told
            and number.isdigit()
            and len(number) >= LEAST_ECHO
            and any(number in each for each in known)
        ):
            yield Mention(run[0].start, run[-1].end, "REFERENCE", LAYER)
    for match in numbers:
        number = re.sub(r"\D", "", match.group())
        parts = {number, number[:LEAST_ECHO]} if len(number) >= LEAST_KNOWN else {number}
        if LEAST_ECHO <= len(number) and any(
            part in each and number != each for each in known for part in parts
        ):
            yield Mention(*match.span(), "REFERENCE", LAYER)


def figures(text: str) -> Iterator[Mention]:
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
        day = OF_DAY.match(text[match.end() :])
        counted = COUNTED.match(text[match.end() :][:20]) and not day
        years = re.fullmatch(r"(?:19|20)\d\d/\d{2,4}", match.group())
        if _NAMED.search(before(text, match.start())) and not counted and not years:
            end = match.end() + (day.end() if day else 0)
            yield Mention(match.start(), end, "REFERENCE", LAYER)
