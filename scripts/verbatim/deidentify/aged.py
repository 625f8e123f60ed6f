"""Ages by what a life is told with: "left at sixteen", "my youngest was two"."""

import re
from collections.abc import Iterator

from verbatim.deidentify.ages import OLDEST
from verbatim.deidentify.lexicon import lexicon
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.spoken import digits
from verbatim.deidentify.words import Passage

LAYER = "pattern"
TEEN = 13
"""From this number on "left at" is followed by an age, not by the time of day."""

_N = r"(?P<n>\d{1,3})(?![\d%]|[.:]\d|st\b|nd\b|rd\b|th\b)"
_SOFT = r"(?:(?:only|just|now|about|nearly|almost|around|still|maybe|um|er|uh|erm|like|what),?\s)*"
_UNITS = (
    r"(?:of|stone|foot|feet|minutes?|mins|hours?|days?|nights?|weeks?|months?|pounds?|quid|p|per|times?|people|"
    r"o['’]?clock|am|pm|a\sm|p\sm|past|to|in\sthe\s(?:morning|afternoon|evening)|at\snight|miles?|"
    r"hundred|thousand|percent|degrees|grand|points?|more|years?|in\s(?:one|a|each|every)|each|inches|"
    r"bags|pages|doors?|houses?|different|or\s\w+)\b"
)
_NOT = rf"(?!['’-]?\s?{_UNITS})"
_END = rf"{_NOT}(?=\s*(?:[.,;:?!…—–)\"”\]]|$)|\s[a-z])"
_CHILD = (
    r"(?:daughter|son|lad|lass|boy|girl|bairn|baby|babby|youngest|eldest|oldest|middle\sone|little\sone|"
    r"big\sone|twins|grandson|granddaughter|grandkids|brother|sister|kids|children|mum|mam|mom|dad|nan|"
    r"nana|gran|grandad|husband|wife|partner|other\sone|niece|nephew|cousin)"
)
_LIVED = (
    r"(?:started|left|married|retired|pregnant|widowed|widow|joined|qualified|died|dead|finished|begun|began|"
    r"school|diagnosed|divorced|passed|gone|work|stroke|his|hers|mine|baby|babby|father|mother|dad|mum|apprentice\w*|down\sthe\spit)"
)
_BROUGHT = (
    r"(?:c[ao]me\s(?:over|here)|moved\s(?:over|here)|adopted|fostered|orphaned|diagnosed|"
    r"taken\sinto\scare|into\scare|in\scare|removed)"
)
_TOLD = (
    re.compile(rf"(?i)\b{_CHILD}['’]?(?:s|\sis|\swas|\sare|\swere),?\s{_SOFT}{_N}{_END}"),
    re.compile(
        rf"(?i)\b(?:he|she|who|i)['’]?(?:d|s|ve|\shad|\shas)?\s(?:only\s)?just\sgone\s{_N}{_END}"
    ),
    re.compile(
        rf"(?i)\b(?:i|he|she|who|you|they)(?:['’]?ll|\sshall|\swill)\sbe\s{_SOFT}{_N}{_END}"
    ),
    re.compile(
        rf"(?i)\b(?:i['’]?m|(?:he|she)['’]?s)\s{_N}(?=\s(?:in|on|next|come)\s(?:the\s|my\s)?\w+)"
    ),
    re.compile(rf"(?i)\b(?:i|he|she|who)['’]?d\s(?:have|of)\s(?:been|turned)\s{_SOFT}{_N}{_END}"),
    re.compile(rf"(?i)\b(?:when|since)\s(?:i|he|she|we|you)\swas\s{_SOFT}{_N}{_END}"),
    re.compile(
        rf"(?i)\b(?:not\s(?:quite|yet)|knocking\son|getting\son\sfor|pushing|side\sof)\s{_N}{_NOT}(?=\s*(?:[.,;:?!…—–)]|$))"
    ),
    re.compile(rf"(?i)\b(?:barely|hardly|scarcely)\s{_N}(?:{_END})"),
    re.compile(
        rf"(?i)\bhow\sold\b[^.?!]{{0,40}}\b(?:goes|go|said|says|say|went),?\s[\"“]?{_N}(?:{_END})"
    ),
    re.compile(
        rf"(?i)\bthey(?:['’]?re|\sare|\swere)\s(?:both\s)?{_N}(?=\s(?:just\sturned|now|next|in\s\w+y)\b)"
    ),
)
_LATER = (
    re.compile(rf"(?i)\b{_LIVED}(?:\s\w+){{0,2}}?,?\sat\s{_SOFT}{_N}{_END}"),
    re.compile(rf"(?i)\bjust\sgone\s{_N}{_END}"),
    re.compile(rf"(?i)\bcoming\sup\s(?:to\s|for\s|on\s)?{_N}{_END}"),
)
_EARLY = re.compile(rf"(?i)\b{_BROUGHT},?\sat\s{_SOFT}{_N}{_END}")
_YEARS = re.compile(
    r"(?i)(?<![\w£$€.])(?P<n>\d{1,3})(?:[-\s]and[-\s]a[-\s]half)?-(?:year|month|week)s?-olds?\b"
    r"(?!\s(?:car|van|lorry|boat|house|building|bike|horse|mare|dog|cat|bull|whisky|carpet|computer)\b)"
)
_YEARS_MONTHS = re.compile(
    r"(?i)\b(?:he|she|who|i|baby|\w+)(?:['’]?s|\swas|\sis|\swere),?\s(?:only\s|just\s|about\s|um,\s|er,\s)*"
    r"(?P<age>\d{1,2}\syears?(?:,|\sand|,\sand)?\s\d{1,2}\smonths?|\d{1,2}\s(?:months|weeks)(?=\sold\b|[.,;?!]|$|\swhen\b))"
)
_WHO = re.compile(
    r"(?i)\b(?:he|she|who|i|baby|child|daughter|son|boy|girl|lad|twin|bairn|grandson|granddaughter|youngest)\b"
)
_RISING = re.compile(rf"(?i)\b(?P<all>rising\s{_N}){_END}")
_SAID = re.compile(r"(?:^|(?<=[.?!…]\s))(?P<who>[A-Z][\w’'-]+),?\s(?P<n>\d{1,3})(?=[.?!…]|$)")
_TWO = re.compile(
    r"(?i)\b(?:be|i['’]?m|(?:he|she)['’]?s|is|was|about)\s(?P<n>\d\d),?\s(?:or\s|maybe\s)?(?P<next>\d\d)"
    r"(?=\s*(?:[.,;?!]|$)|\s(?:now|then|when)\b)"
)
_DIGIT = re.compile(r"\d")


def aged(passage: Passage) -> Iterator[Mention]:
    """Find ages that stand where only an age makes sense.

    Of children and kin ("my daughter was two"), at a step of a life ("married at nineteen"), before
    a birthday ("I'll be forty in May"), of years and months, and "a three-year-old".
    """
    view = digits(passage.text)
    for start, end in _ages(view.text):
        yield Mention(*view.spoken(start, end), "AGE", LAYER)


def _ages(text: str) -> Iterator[tuple[int, int]]:
    if not _DIGIT.search(text):
        return
    for patterns, least in ((_TOLD, 2), (_LATER, TEEN), ((_EARLY,), 0)):
        for pattern in patterns:
            for match in pattern.finditer(text):
                if least <= int(match["n"]) <= OLDEST:
                    yield match.span("n")
    for match in _RISING.finditer(text):
        yield match.span("all")
    for match in _YEARS.finditer(text):
        yield match.span()
    yield from _others(text)


def _others(text: str) -> Iterator[tuple[int, int]]:
    """Years and months, two years beside each other, and "Ann, nineteen." as a whole sentence."""
    for match in _YEARS_MONTHS.finditer(text):
        if _WHO.search(match.group()[: match.start("age") - match.start()]):
            yield match.span("age")
    for match in _TWO.finditer(text):
        if TEEN <= int(match["n"]) == int(match["next"]) - 1:
            yield match.span("n")
            yield match.span("next")
    for match in _SAID.finditer(text):
        if TEEN <= int(match["n"]) <= OLDEST and lexicon().first_name(match["who"]):
            yield match.span("n")
