"""Days, years, dates of birth and ages, in words and figures."""

import re
from collections.abc import Iterator

from verbatim.deidentify.mention import Mention
from verbatim.deidentify.spoken import View, digits
from verbatim.deidentify.words import Passage

LAYER = "pattern"

_MONTH = (
    r"(?:[Jj]anuary|[Ff]ebruary|March|[Aa]pril|May|[Jj]une|[Jj]uly|[Aa]ugust|[Ss]eptember|"
    r"[Oo]ctober|[Nn]ovember|[Dd]ecember|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_YEAR = r"(?:(?:18|19|20)\d\d|(?:19|20)[,\s]+\d\d|['’]\d\d)(?![\d%])"
_NTH = r"(?:[Tt]he\s)?\d{1,2}(?:st|nd|rd|th)"
_DAY = re.compile(
    rf"(?<![\w£$€.])(?:{_NTH}|(?:[Tt]he\s)?\d{{1,2}})\s(?:of\s)?{_MONTH}(?:,?\s(?:of\s|in\s)?{_YEAR})?"
)
_MONTH_DAY = re.compile(
    rf"\b{_MONTH}\s(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}(?=,?\s{_YEAR}))(?:,?\s{_YEAR})?"
)
_MONTH_YEAR = re.compile(rf"\b{_MONTH},?\s(?:of\s|in\s)?{_YEAR}")
_NUMERIC = re.compile(
    r"(?<![\w£$€./-])(?:\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?![\w/-]|\.\d)"
)
_ORDINALS = re.compile(
    r"\b(?:[Tt]he\s)?\d{1,2}(?:st|nd|rd|th)\sof\s(?:the\s)?\d{1,2}(?:st|nd|rd|th)(?:,?\s(?:of\s)?(?:19|20)?\s?,?\d{2})?\b"
)
_BIRTH = re.compile(
    r"(?i)(?:date of birth|d\.?o\.?b\.?|birth\s?date|birthday|\bborn)\b(?:[\s,:]+(?:is|was|on|in|it['’]?s|of|being|as|back|around|about))*[\s,:]+"
    r"(?P<date>(?:the\s)?\d{1,2}(?:st|nd|rd|th)?(?:[\s,/.-]+(?:of\s|the\s)*\d{1,4}(?:st|nd|rd|th)?){0,3}"
    r"(?![\d%]))(?!\s(?i:minutes|years|weeks|days|hours|months|miles|times|children|kids|pounds|stone))"
)
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
    for pattern in (_DAY, _MONTH_DAY, _MONTH_YEAR, _NUMERIC, _ORDINALS):
        for match in pattern.finditer(view.text):
            day = re.search(r"\d+", match.group())
            if pattern is _DAY and day and not 1 <= int(day.group()) <= 31:
                continue
            yield match.start(), match.start() + len(match.group().rstrip(" ,."))
    for match in _BIRTH.finditer(view.text):
        if len(re.sub(r"\D", "", match["date"])) >= 2:
            yield match.span("date")
    for match in _BARE_YEAR.finditer(view.text):
        start, end = view.spoken(*match.span())
        words = end - start > 4
        if not words or _YEAR_CUE.search(view.text[: match.start()]):
            yield match.span()


_N = r"(?P<n>\d{1,3})"
_SOFT = r"(?:only|just|now|nearly|almost|already|about|around|roughly|getting on for|coming up|coming up to|maybe|like|what|um,|er,|turned|turning|all of|at least|still|actually)"
_AFTER = (
    r"(?=\s*(?:[.,;:?!…—–)\"”'’\]]|$)|\s(?:and|now|but|when|called|named|who|himself|herself|myself|in|next|last|this|or|so|at|with|on|living|lives|"
    r"bless|though|then|because|cos|going|i|she|he|I|come|coming|tomorrow|today|soon|if|god|love|pet|mate|yeah)\b)"
)
_AGE_PATTERNS = (
    re.compile(rf"(?<![\w£$€.]){_N}(?=[-\s]years?[-\s](?:old|of age|young))"),
    re.compile(
        rf"(?i)\b(?:aged?|ages|aged about|age of|turned|turning|turns|about to turn|pushing|rising|down as)\s(?:of\s)?{_N}(?![\d%]|[.:]\d|[-\s]?(?:plus|\+|weeks?|months?|days?))(?!\s(?:groups?|bands?|around|round))"
    ),
    re.compile(
        rf"(?i)\b(?:man|woman|lady|gentleman|person|patient|resident|chap|fella|fellow|bloke|boy|girl|lad|lass|someone|somebody|widow|mother|father)\sof\s{_N}(?!\d){_AFTER}"
    ),
)
_BE = re.compile(
    rf"(?i)(?P<who>[\w’']+),?\s?(?:(?<=[\w])['’]s|['’]m|\sis|\bis|\bwas|\bam|\bbe|\bbeen|\bhas|\bwere)\s(?:{_SOFT}\s)*{_N}(?!\d){_AFTER}"
)
_PRONOUN = re.compile(
    r"(?i)^(?:i|he|she|who|we|i['’]ll|he['’]ll|she['’]ll|i['’]d|she['’]d|he['’]d|they['’]d)$"
)
_THING = re.compile(
    r"(?i)^(?:it|that|there|this|which|what|here|where|number|total|score|they|these|those|average|minimum|maximum|limit|"
    r"ratio|cost|price|bill|temperature|pressure|list|answer|caseload|count|rate|one|first|last|time|wait|only|team|we|size|capacity|how|when|let|you|staff|figure|target)$"
)
_PERSON = (
    r"(?i:man|woman|lady|gentleman|gent|chap|fella|fellow|bloke|guy|lad|lass|lassie|girl|boy|person|patient|resident|tenant|client|"
    r"husband|wife|partner|mum|mam|mom|mother|dad|father|son|daughter|brother|sister|nan|nana|gran|granny|granda|grandad|grandma|"
    r"grandmother|grandfather|uncle|aunt|auntie|aunty|neighbour|friend|widow|widower|cousin|niece|nephew|somebody|someone|anybody|anyone|he|she|him|her|old|"
    r"Mr|Mrs|Ms|Miss|Dr|nurse|carer|assistant|teacher|engineer|inspector|retired)"
)
_APPOSED = re.compile(rf"(?<=,\s){_N}(?=[,.;?!…]|\sand\b|$)")
_OPENING = re.compile(rf"(?:^|(?<=[.?!…]\s))[\"“]?{_N}(?=[,.;?!…]|$)")
_CONDITION = re.compile(
    r"(?i)^,\s(?:\w+\s){0,2}?(?:heart|lungs?|dementia|copd|diabet\w+|strokes?|kidneys?|cancer|arthritis|"
    r"hips?|falls?|parkinson|widow\w*|alone|own|lives|living|retired|bless|lovely)\b"
)
_NEXT_PERSON = re.compile(r"^[.…]\s(?:I|He|She)\b")
_CALENDAR = re.compile(
    r"(?i)^(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|covid|christmas|easter)$"
)
_AT = re.compile(rf"(?i)\bat\s{_N}(?=[.!?])")
_ASKED = re.compile(
    r"(?i)\bhow old\b|\byour age\b|\bwhat age\b|\bdate of birth\b|\bage (?:are|is|was)\b|\bwhen .{0,20}\bborn\b"
)
_REPLY = re.compile(
    rf"^(?:[^.?!\d]{{0,40}}\b)?{_N}(?=[.,;?!…]|$|\s(?:now|next|in|years?|last|this)\b)"
)
OLDEST = 115
"""No age above this is believed."""


def ages(passage: Passage) -> list[Mention]:
    """Find ages in figures and words, the number alone.

    "In her eighties" and "over eighty" are vague and stay.
    """
    view = digits(passage.text)
    found = []
    for start, end in _ages(view.text, passage.before):
        if 1 < int(view.text[start:end]) <= OLDEST:
            found.append(Mention(*view.spoken(start, end), "AGE", LAYER))
    return found


def _ages(text: str, before: str) -> Iterator[tuple[int, int]]:
    for pattern in _AGE_PATTERNS:
        for match in pattern.finditer(text):
            if int(match["n"]) >= 16 or _about(text[: match.start("n")]):
                yield match.span("n")
    for match in _BE.finditer(text):
        who, age = match["who"], int(match["n"])
        who = re.sub(r"['’](?:s|m)$", "", who)
        person = bool(_PRONOUN.match(who)) and who.lower() != "we"
        if person or (age >= 16 and not _THING.match(who) and _about(text[: match.start("n")])):
            yield match.span("n")
    for match in _APPOSED.finditer(text):
        if int(match["n"]) >= 10 and _named(text[: match.start()].rstrip(" ,"), int(match["n"])):
            yield match.span("n")
    for match in _OPENING.finditer(text):
        age, after = int(match["n"]), text[match.end("n") :]
        told = _about(_sentence_before(text[: match.start("n")]))
        if (
            (age >= 16 and told and after[:1] == ",")
            or (age >= 60 and told)
            or (age >= 16 and _NEXT_PERSON.search(after))
            or (age >= 60 and _CONDITION.search(after))
        ):
            yield match.span("n")
    for match in _AT.finditer(text):
        if int(match["n"]) >= 50:
            yield match.span("n")
    if _ASKED.search(before) and (match := _REPLY.search(text)):
        yield match.span("n")


def _sentence_before(text: str) -> str:
    sentences = [part for part in re.split(r"(?<=[.?!…])\s+", text.rstrip(' "“')) if part]
    return sentences[-1] if sentences else ""


def _about(text: str) -> bool:
    """Whether the last words speak of a person."""
    last = re.split(r"[.?!…](?=\s)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bDr\.)", text)[-1] or text
    return bool(re.search(rf"\b{_PERSON}\b|(?<=\S\s)(?!I\b|I['’])[A-Z][a-zà-ž]", last))


def _named(text: str, age: int) -> bool:
    """Whether a name or a word for a person stands right before."""
    tail = re.split(r"[,.;?!…]", text)[-1].strip()
    words = tail.split()
    if not words or _CALENDAR.match(words[-1]):
        return False
    if age >= 60 and re.match(r"(?i)an?\s(?:\S+\s){0,4}\S+$", tail):
        return True
    return bool(
        re.fullmatch(_PERSON, words[-1])
        or re.match(r"(?!I\b|I['’])[A-Z][a-zà-ž]", words[-1])
        or re.search(
            rf"\b(?:Mr|Mrs|Ms|Miss|Dr)\b|\b(?:a|an|my|our|his|her|the|this|old|lovely|young)\s(?:[\w-]+\s){{0,3}}{_PERSON}\b",
            tail,
        )
    )
