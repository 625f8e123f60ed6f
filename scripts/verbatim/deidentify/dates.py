"""Days, years and dates of birth, in words and figures."""

import re
from collections.abc import Iterator

from verbatim.deidentify.mention import Mention
from verbatim.deidentify.spoken import View, digits
from verbatim.deidentify.words import Passage, before

LAYER = "pattern"

_MONTH = (
    r"(?:[Jj]anuary|[Ff]ebruary|March|[Aa]pril|May|[Jj]une|[Jj]uly|[Aa]ugust|[Ss]eptember|"
    r"[Oo]ctober|[Nn]ovember|[Dd]ecember|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_ANY_MONTH = rf"(?:(?:march|may|sept|oct|nov|dec|jan|feb)\b|{_MONTH})"
_YEAR = r"(?:(?:18|19|20)\d\d|(?:19|20)[,\s]+\d\d|['’]\d\d)(?![\d%])"
_NTH = r"(?:[Tt]he\s)?\d{1,2}(?:st|nd|rd|th)"
_DAY = re.compile(
    rf"(?<![\w£$€.])(?:{_NTH}|(?:[Tt]he\s)?\d{{1,2}})\s(?:of\s{_ANY_MONTH}|{_MONTH})(?:,?\s(?:of\s|in\s)?{_YEAR})?"
)
_MONTH_DAY = re.compile(
    rf"\b{_MONTH}\s(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}(?=,?\s{_YEAR}))(?:,?\s{_YEAR})?"
)
_YEAR_DAY = re.compile(rf"(?<![\w£$€.]){_YEAR},?\s(?:on\s)?{_NTH}\s(?:of\s)?{_MONTH}")
_MONTH_YEAR = re.compile(rf"\b{_ANY_MONTH},?\s(?:of\s|in\s)?{_YEAR}")
_SEASON_YEAR = re.compile(
    rf"(?i)\b(?:easter|christmas|xmas|new\syear(?:['’]s)?(?:\s(?:eve|day))?|spring|summer|autumn|winter|"
    rf"january|ramadan|eid|diwali|whitsun|bonfire night|halloween)(?:,?\s(?:of\s|in\s)?){_YEAR}"
)
_DAY_ALONE = re.compile(
    r"(?i)\b(?:died|born|passed|on|until|till|since|from|by|was|it['’]?s)\s(?P<date>the\s\d{1,2}(?:st|nd|rd|th))"
    r"(?=[.,;?!]|$)"
)
_SHORT_YEAR = re.compile(
    r"(?i)\b(?:(?P<in>in|since|back\sin|around|until|till|from|summer\sof|winter\sof|spring\sof|"
    r"autumn\sof|year\sof|was\sit|it\swas|that\swas)\s|(?:tell\sa\slie|(?:^|[.?!,;])),?\s?)"
    r"(?P<date>[4-9]\d)(?P<after>,?\s(?:was\sit|it\swas|that\swas|it\smust|i\sthink\sit|that\smust|would\sit)\b"
    r"|(?=[.,;?!]|$|\s(?:the\syear|when|with\smy|as\sa|and|i|we|he|she|they|my|just|right|until|till)\b|\sto\s(?:about\s|around\s)?(?:19|20)?\d\d\b))"
)
_NUMERIC = re.compile(
    r"(?<![\w£$€./-])(?:\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?![\w/-]|\.\d)"
)
_ORDINALS = re.compile(
    r"\b(?:[Tt]he\s)?\d{1,2}(?:st|nd|rd|th)\sof\s(?:the\s)?\d{1,2}(?:st|nd|rd|th)(?:,?\s(?:of\s)?(?:19|20)?\s?,?\d{2})?\b"
)
_BIRTH = re.compile(
    r"(?i)(?:date of birth|d\.?o\.?b\.?|birth\s?date|birthday|\bborn)\b"
    r"(?:[\s,:]+(?:is|was|on|in|it['’]?s|of|being|as|back|around|about))*[\s,:]+"
    r"(?P<date>(?:the\s)?\d{1,2}(?:st|nd|rd|th)?"
    r"(?:[\s,/.-]+(?:of\s|the\s)*\d{1,4}(?:st|nd|rd|th)?){0,3}(?![\d%]))"
    r"(?!\s(?:minutes|years|weeks|days|hours|months|miles|times|children|kids|pounds|stone))"
)
_DIGIT = re.compile(r"\d")
_UNITS = (
    r"people|persons|patients|residents|hours|pounds|quid|miles|pieces|years|units|calories|"
    r"members|staff|homes|beds|visits|calls|times|words|kids|children|steps|mg|ml|grand|odd"
)
_BARE_YEAR = re.compile(
    rf"(?<![\w£$€.,:/#+-])(?:19\d\d|20[0-4]\d)(?![\w%/]|[.,:]\d|['’]s\b|-\d|-[a-z]|\s(?:{_UNITS})\b)"
)
_YEAR_CUE = re.compile(
    r"(?i)(?:\b(?:in|since|from|until|till|til|by|of|was|about|around|before|after|during|through|year|"
    r"back|spring|summer|autumn|winter|christmas|easter|it's|that's|be|and|to|um|er|or|early|late|mid)"
    r"|[.?!,;:…—–])\s*[\"“]?$|^\W*$"
)


def dates(passage: Passage) -> list[Mention]:
    """Find days, months with a year, and years.

    Days of the week, bare months, seasons and decades are vague and stay. A year in words
    ("nineteen ninety-one") needs a word such as "in" or "since" before it.
    """
    text = passage.text
    said = digits(text)
    plain = View(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    found = []
    for view in [plain] if said.text == text else [plain, said]:
        for start, end in _dates(view, spoken=view is said):
            begin, stop = view.spoken(start, end)
            found.append(Mention(begin, stop, "DATE", LAYER))
    return found


def _dates(view: View, spoken: bool) -> Iterator[tuple[int, int]]:
    if not _DIGIT.search(view.text):
        return
    for pattern in (_DAY, _MONTH_DAY, _YEAR_DAY, _MONTH_YEAR, _SEASON_YEAR, _NUMERIC, _ORDINALS):
        for match in pattern.finditer(view.text):
            day = re.search(r"\d+", match.group())
            if pattern is _DAY and day and not 1 <= int(day.group()) <= 31:
                continue
            yield match.start(), match.start() + len(match.group().rstrip(" ,."))
    for match in _BIRTH.finditer(view.text):
        if len(re.sub(r"\D", "", match["date"])) >= 2:
            yield match.span("date")
    for match in _DAY_ALONE.finditer(view.text):
        yield match.span("date")
    for match in _SHORT_YEAR.finditer(view.text) if spoken else ():
        if _short_year(match):
            yield match.span("date")
    for match in _BARE_YEAR.finditer(view.text):
        start, end = view.spoken(*match.span())
        words = end - start > 4
        if not words or _YEAR_CUE.search(before(view.text, match.start())):
            yield match.span()


def _short_year(match: re.Match[str]) -> bool:
    """Whether two digits are a year: "in ninety-seven", "eighty-four, was it?"."""
    asked = match["after"] or "lie" in match.group().lower()
    before = (match["in"] or "").lower()
    told = before in {"in", "since", "back in", "from"} or "of" in before
    span = re.match(r"\sto\s", match.string[match.end("date") :])
    return bool(asked or told or (span and before.endswith("was")))
