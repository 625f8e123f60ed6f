"""Days in numbers as they are said: "ten, six, seventy-five", "the second of the second"."""

import re
from collections.abc import Iterator

from verbatim.deidentify.dictated import Run, runs
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.spoken import View, digits
from verbatim.deidentify.words import Passage, before

LAYER = "pattern"

_BIRTH = re.compile(r"(?i)\b(?:births?|born|d\.?\s?o\.?\s?b|birthday|date)\b[^.?!]{0,60}$")
_OPENS = re.compile(
    r"(?i)(?:\b(?:i['’]?m|i\sam|it['’]?s|he['’]?s|she['’]?s|is|was|on|and)[\s,]+|[\"“]|^)$"
)
_CLOSES = re.compile(r"^\s*(?:[.,;:?!…—–\"”)]|$|\sand\b)")
_LAPSE = r"(?:,?\s(?:of|the|um|er|erm|uh|in),?(?=\s))*,?\s"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)"
_END = (
    r"(?=\s*(?:[.,;:?!…—–)\"”]|$)|\s(?:and|but|so|when|we|i|he|she|it|they|that|was|just|on|my|me|because|cos|"
    r"which|who|at|she['’]s|he['’]s|for)\b)"
)
_YEAR = rf"(?:(?:18|19|20)\d\d|['’]?\d\d{_END})"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s(?:the\s)?)?"
_DAYS = (
    re.compile(
        rf"(?i)\b{_WEEKDAY}(?:the\s)?{_NTH}{_LAPSE}{_MONTH}(?:,?\s(?:of\s|in\s)?{_YEAR})?(?![\w%])"
    ),
    re.compile(
        rf"(?i)\b{_WEEKDAY}\d{{1,2}}\s(?-i:(?!may|march|sept|jan|dec)){_MONTH}(?:,?\s(?:of\s|in\s)?{_YEAR})?(?![\w%])"
    ),
    re.compile(
        rf"(?i)\b{_WEEKDAY}{_MONTH}\s(?:the\s)?{_NTH}(?:,?\s(?:of\s|in\s)?{_YEAR})?(?![\w%])"
    ),
    re.compile(
        rf"(?i)\b(?:the\s)?{_NTH}(?:{_LAPSE}of{_LAPSE}(?:the\s)?|,\s(?:the\s)?|\sof\s(?:the\s)?){_NTH}"
        rf"(?:,?\s(?:of\s|in\s)?{_YEAR})(?![\w%])"
    ),
    re.compile(
        rf"(?i)\b(?:lady\sday|boxing\sday|christmas\s(?:day|eve)|good\sfriday|may\sday|midsummer(?:['’]?s)?(?:\sday)?|"
        rf"michaelmas|candlemas|martinmas|lammas|hogmanay|new\syear['’]?s\s(?:day|eve)|easter\s(?:sunday|monday)|"
        rf"st\.?\s\w+['’]?s\sday|bank\sholiday(?:\smonday)?|palm\ssunday|pancake\sday|shrove\stuesday|"
        rf"mother['’]?s\sday|father['’]?s\sday|valentine['’]?s(?:\sday)?|remembrance\s(?:day|sunday)),?\s"
        rf"(?:of\s|in\s)?{_YEAR}(?![\w%])"
    ),
    re.compile(r"(?i)(?<=\bborn\s)(?:19|20)\d\d(?![\w%])"),
    re.compile(
        r"(?i)\b(?<=date\sis\s)\d{1,2}/\d{1,2}(?:,\s(?:the\s)?\d{1,2}(?:st|nd|rd|th)\sof\s\w+)?(?![\w/])"
    ),
    re.compile(r"(?i)(?<![\w£$€./-])\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?![\w/-]|\.\d)"),
)
_DIGIT = re.compile(r"\d")
_MONTHS = re.compile(rf"(?i)\b{_MONTH}")
OLDEST, LATEST = 1900, 2035
"""Years that are believed of a day in numbers."""


def birthdays(passage: Passage) -> Iterator[Mention]:
    """Find days in numbers and ordinals, lapses inside and the day of the week counted in."""
    text = passage.text
    plain = View(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    said = digits(text)
    for view in [plain] if said.text == text else [plain, said]:
        for pattern in _worth(view.text):
            for match in pattern.finditer(view.text):
                first = re.search(r"\d+", match.group())
                if first and (1 <= int(first.group()) <= 31 or pattern in _DAYS[4:6]):
                    yield Mention(*view.spoken(*match.span()), "DATE", LAYER)
    asked = bool(re.search(r"(?i)\b(?:birth|born|d\.?o\.?b)\b", passage.before[-200:]))
    for run in runs(text):
        if len(run) > 2 and (span := _day(run, text, asked)):
            yield Mention(*span, "DATE", LAYER)


def _worth(text: str) -> Iterator[re.Pattern[str]]:
    """Patterns that can match: reading for the others costs time."""
    if not _DIGIT.search(text):
        return
    if _MONTHS.search(text):
        yield from _DAYS[:3]
    yield from _DAYS[3:]


def _day(run: Run, text: str, asked: bool) -> tuple[int, int] | None:
    """Where a run holds day, month and year, if something tells that it is a date."""
    near = before(text, run[0].start)
    birth = asked or _BIRTH.search(near)
    for end in range(len(run), 2, -1):
        tokens = run[:end]
        if not all(token.written.isdigit() for token in tokens):
            continue
        closed = _CLOSES.match(text[tokens[-1].end :])
        told = birth or (_OPENS.search(near) and closed and end == len(run))
        if told and _dated([token.written for token in tokens], bool(birth)):
            return tokens[0].start, tokens[-1].end
    return None


def _dated(numbers: list[str], birth: bool) -> bool:
    """Whether the numbers are a day, a month and a year, noughts said before them or not."""
    parts: list[str] = []
    for number in numbers:
        if parts and parts[-1] == "0" and len(number) == 1:
            parts[-1] = f"0{number}"
        elif parts and len(parts) == 3 and parts[-1] in {"19", "20"} and len(number) == 2:
            parts[-1] += number
        else:
            parts.append(number)
    if len(parts) != 3 or not (1 <= int(parts[0]) <= 31 and 1 <= int(parts[1]) <= 12):
        return False
    year = int(parts[2])
    return OLDEST <= year <= LATEST or (len(parts[2]) == 2 and (birth or 30 <= year))
