"""Ages, in words and figures."""

import re
from collections.abc import Iterator

from verbatim.deidentify.lexicon import lexicon
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.spoken import digits
from verbatim.deidentify.words import Passage, before

LAYER = "pattern"
ADULT = 16
"""From this number on a bare number near a person is taken for an age."""

OLD = 60
"""From this number on weaker signs are enough."""

LATE = 45
"""From this number on "at" before the end of a sentence tells an age, not a clock or a price."""

OLDEST = 115
"""No age above this is believed."""

_N = r"(?P<n>\d{1,3})(?![\d%]|[.:]\d)"
_SOFT = (
    "only just now nearly almost already about around roughly maybe like what turned turning "
    "still actually um, er, uh, at\\sleast all\\sof getting\\son\\sfor coming\\sup coming\\sup\\sto"
)
_FOLLOWING = (
    "and now but when called named who himself herself myself in next last this or so at with on "
    "living lives bless though then because cos going i she he come coming tomorrow today soon if "
    "god love pet mate yeah"
)
_SOMEBODY = (
    "man woman lady gentleman gent person patient resident tenant client chap fella fellow bloke "
    "guy boy girl lad lass lassie someone somebody anybody anyone widow widower mother father"
)
_KIN = (
    "husband wife partner mum mam mom dad son daughter brother sister nan nana gran granny granda "
    "grandad grandma grandmother grandfather uncle aunt auntie aunty neighbour friend cousin niece "
    "nephew nurse carer assistant teacher engineer inspector retired"
)
_THINGS = (
    "it that there this which what here where number total score they these those average minimum "
    "maximum limit ratio cost price bill temperature pressure list answer caseload count rate one "
    "first last time wait only team we size capacity how when let staff figure target"
)


def _any(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


_UNITS = (
    "of stone foot feet ft minutes mins hours days nights weeks months years pounds quid "
    "percent per times people or to down up doors miles beds bedrooms kids children grand mg more "
    "different other good o'clock oclock am pm shifts houses streets inches points th point "
    "hundred thousand in short over under sugars star page week day year pence p steps"
)
_NOUN = rf"{_any(_UNITS)}\b"
_AFTER = rf"(?=\s*(?:[.,;:?!…—–)\"”'’\]]|$)|\s{_any(_FOLLOWING)}\b)"
_PERSON = rf"(?:{_any(_SOMEBODY)}|{_any(_KIN)}|he|she|him|her|old|mr|mrs|ms|miss|dr)"
_NAME = r"(?!I\b|I['’])[A-Z][a-zà-ž]"

_PLAIN = (
    re.compile(rf"(?i)(?<![\w£$€.]){_N}(?=[-\s]years?[-\s](?:old|of age|young))"),
    re.compile(
        r"(?i)\b(?:aged?|ages|aged about|age of|turn|turned|turning|turns|pushing|rising|down as)\s"
        r"(?:of\s)?"
        rf"{_N}(?![-\s]?(?:plus|\+|weeks?|months?|days?|groups?|bands?|around|round)\b)"
    ),
    re.compile(rf"(?i)\b{_any(_SOMEBODY)}\sof\s{_N}{_AFTER}"),
)
_AGED = re.compile(rf"(?i)\baged\s{_N}(?=\s(?:years?|months?|weeks?)\b(?!\s(?:and|to|or)\b))")
_BEING = re.compile(
    r"(?i)(?P<who>[\w’']+),?\s?(?:(?<=\w)['’]s|['’](?:m|re)|\sare|\sis|\bis|\bwas|\bam|\bbe|\bbeen|\bhas|\bwere)\s"
    rf"(?:{_any(_SOFT)}\s)*{_N}{_AFTER}"
)
_CHILDREN = re.compile(
    r"(?i)\bthey(?:['’]?re|\sare|\swere)\s(?:only\s|now\s)?"
    rf"(?P<all>\d{{1,2}}(?:,\s\d{{1,2}})*,?\sand\s\d{{1,2}})(?:{_AFTER}|(?!\s{_NOUN}))"
)
_SHORTENED = re.compile(
    rf"(?i)\b(?:(?:he|she|who)['’]?s|i['’]?m|(?:i|he|she)['’]d\sbe)\s(?:{_any(_SOFT)}\s)*{_N}"
    rf"(?!['’-]|\s{_NOUN})(?=[\s.,;:?!)]|$)"
)
"""As `_BEING`, where nothing tells what follows: of transcripts without full stops."""

_WOULD = re.compile(
    r"(?i)\b(?:i|he|she|who)(?:['’]d|\swould|\smust|\sll|['’]ll|\swill|\scan['’]?t|\scould)\s(?:\w+\s)?"
    rf"(?:have\s|['’]ve\s|of\s)?(?:been|be)\s(?:{_any(_SOFT)}\s)*{_N}{_AFTER}"
)
_CASELESS = re.compile(
    rf"\b(?P<who>[a-zà-ž]{{2,}})\s(?:is|was)\s(?:{_any(_SOFT)}\s)*{_N}(?!\s{_NOUN})(?=\s|$)"
)
_AGAIN = re.compile(rf"(?i)(?:\b(?:just|only|barely)\s|(?:^|(?<=[.?!…]\s))){_N}(?=[.,!?])")
_TWO_AGES = re.compile(r"^(\d\d)[\s,]?(\d\d)\b")
_HALF = re.compile(r"(?i)\sand\sa\s(?:half|bit)\b")
_BABY = re.compile(
    r"(?i)\b(?:he|she|who)(?:['’]s|\sis|\swas|\swere)\s(?:only\s|just\s|about\s)*(?P<n>\d{1,2})"
    r"(?=\s(?:months?|weeks?|days?)(?:\sold\b|[.,;?!]|$))"
)
_BABE = re.compile(r"(?i)(?<![\w£$€.])(?P<n>\d{1,2})(?=[-\s](?:months?|weeks?|days?)[-\s]old\b)")
_PRONOUN = re.compile(r"(?i)^(?:who|(?:i|he|she)(?:['’](?:ll|d))?|they['’]d)$")
_THING = re.compile(rf"(?i)^{_any(_THINGS)}$")
_APPOSED = re.compile(rf"(?<=,\s){_N}(?=[,.;?!…]|\sand\b|$)")
_OPENING = re.compile(rf"(?:^|(?<=[.?!…]\s))[\"“]?{_N}(?=[,.;?!…]|$)")
_CONDITION = re.compile(
    r"(?i)^,\s(?:\w+\s){0,2}?(?:heart|lungs?|dementia|copd|diabet\w+|strokes?|kidneys?|cancer|"
    r"arthritis|hips?|falls?|parkinson|widow\w*|alone|own|lives|living|retired|bless|lovely)\b"
)
_NEXT_PERSON = re.compile(r"^[.…]\s(?:I|He|She)\b")
_CALENDAR = re.compile(
    r"(?i)^(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december|\w+day|covid|christmas|easter)$"
)
_AT = re.compile(rf"(?i)\bat\s{_N}(?=[.!?])")
_ASKED = re.compile(
    r"(?i)\bhow old\b|\bage\b(?=[^.?!]*\?)|\byour age\b|\bdate of birth\b|\bwhen .{0,20}\bborn\b"
)
_REPLY = re.compile(
    rf"^(?:[^.?!\d]{{0,40}}\b)?{_N}(?=[.,;?!…]|$|\s(?:now|next|in|years?|months?|weeks?|last|this)\b)"
)
_CONFIRMED = re.compile(
    rf"(?i)^{_N}[,.]?\s(?:ok|okay|right|alright|great|fine|yeah|thanks?|thank you|lovely|perfect)\b"
)
_YEARS_OLD = re.compile(
    r"[-\s]years?[-\s](?:old|of age|young)\b|[-\s](?:months?|weeks?|days?)[-\s]old\b"
    r"|\s(?:months?|weeks?|days)\b|(?<=\baged\s\d)\syears?\b|(?<=\baged\s\d\d)\syears?\b"
)
_DETERMINED = re.compile(
    rf"(?i)\b(?:mr|mrs|ms|miss|dr)\b"
    rf"|\b(?:a|an|my|our|his|her|the|this|old|lovely|young)\s(?:[\w-]+\s){{0,3}}{_PERSON}\b"
)


def ages(passage: Passage) -> list[Mention]:
    """Find ages in figures and words, "years old" counted in where it is said.

    "In her eighties" and "over eighty" are vague and stay.
    """
    view = digits(passage.text)
    found = []
    told = set()
    for start, end in _ages(view.text, passage.before):
        half = _HALF.match(view.text, end)
        if (half or int(view.text[start:end]) > 1) and int(view.text[start:end]) <= OLDEST:
            years = half or _YEARS_OLD.match(view.text, end)
            spoken = view.spoken(start, years.end() if years else end)
            found.append(Mention(*spoken, "AGE", LAYER))
            told.add(view.text[start:end])
    for match in _AGAIN.finditer(view.text):
        if match["n"] in told:
            found.append(Mention(*view.spoken(*match.span("n")), "AGE", LAYER))
    if _ASKED.search(passage.before) and (both := _TWO_AGES.match(view.text)):
        first, second = int(both[1]), int(both[2])
        if second - first == 1 and first >= ADULT:
            found.append(Mention(*view.spoken(*both.span()), "AGE", LAYER))
    return found


def _ages(text: str, asked: str) -> Iterator[tuple[int, int]]:
    """Positions of numbers that are ages."""
    for pattern in _PLAIN:
        for match in pattern.finditer(text):
            if int(match["n"]) >= ADULT or _about(before(text, match.start("n"))):
                yield match.span("n")
    for match in _AGED.finditer(text):
        yield match.span("n")
    yield from _being(text)
    yield from _shortened(text)
    yield from _of_children(text)
    for match in _APPOSED.finditer(text):
        near, age = before(text, match.start()).rstrip(" ,"), int(match["n"])
        between = age >= OLD and text[match.end() :][:1] == "," and _about(near)
        if age >= 10 and (_named(near, age) or between):
            yield match.span("n")
    for match in _OPENING.finditer(text):
        if _opening(text, match):
            yield match.span("n")
    for match in _AT.finditer(text):
        if int(match["n"]) >= LATE:
            yield match.span("n")
    reply = _REPLY.search(text) if _ASKED.search(asked) else _CONFIRMED.search(text)
    if reply:
        yield reply.span("n")


def _being(text: str) -> Iterator[tuple[int, int]]:
    """Numbers that somebody is: "she's forty", "Effie's ninety-one"."""
    for match in _BEING.finditer(text):
        who = re.sub(r"['’](?:s|m|re)$", "", match["who"])
        adult = int(match["n"]) >= ADULT
        told = adult and (who.lower() == "you" or _about(before(text, match.start("n"))))
        has = match.group()[len(match["who"]) :].lstrip(" ,").startswith("has")
        named = not has and _called(who, int(match["n"]), text[match.end("n") :])
        if _PRONOUN.match(who) or ((told or named) and not _THING.match(who)):
            yield match.span("n")


def _called(who: str, age: int, after: str) -> bool:
    """Whether the word before "is" and a number is somebody's name."""
    if not re.match(_NAME, who) or _CALENDAR.match(who):
        return False
    told_on = re.match(r",\s(?:and\s)?(?:he|she|bless)\b", after)
    return age >= OLD or lexicon().first_name(who) or bool(told_on)


def _shortened(text: str) -> Iterator[tuple[int, int]]:
    """Numbers that somebody is or would be: "hes nineteen", "I'd have been thirty"."""
    for pattern in (_SHORTENED, _WOULD):
        for match in pattern.finditer(text):
            if int(match["n"]) > 1:
                yield match.span("n")
    lower = text == text.lower()
    for match in _CASELESS.finditer(text) if lower else ():
        if lexicon().first_name(match["who"]):
            yield match.span("n")


def _of_children(text: str) -> Iterator[tuple[int, int]]:
    """Ages of several ("they're nine, seven and two") and of babies ("he was five months")."""
    for match in _CHILDREN.finditer(text):
        for number in re.finditer(r"\d+", match["all"]):
            yield match.start("all") + number.start(), match.start("all") + number.end()
    for pattern in (_BABY, _BABE):
        for match in pattern.finditer(text):
            yield match.span("n")


def _opening(text: str, match: re.Match[str]) -> bool:
    """Whether a number that opens a sentence is the age of who was just spoken of."""
    age, after = int(match["n"]), text[match.end("n") :]
    near = before(text, match.start("n")).rstrip(' "“')
    sentences = [part for part in re.split(r"(?<=[.?!…])\s+", near) if part]
    told = bool(sentences) and _about(sentences[-1])
    return (
        (age >= ADULT and told and after[:1] == ",")
        or (age >= ADULT and bool(_NEXT_PERSON.search(after)))
        or (age >= OLD and (told or bool(_CONDITION.search(after))))
    )


def _about(text: str) -> bool:
    """Whether the last sentence speaks of a person."""
    last = re.split(r"[.?!…](?=\s)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bDr\.)", text)[-1] or text
    return bool(re.search(rf"(?i:\b{_PERSON}\b)|(?<=\S\s){_NAME}", last))


def _named(text: str, age: int) -> bool:
    """Whether a name or a word for a person stands right before."""
    tail = re.split(r"[,.;?!…]", text)[-1].strip()
    words = tail.split()
    if not words or _CALENDAR.match(words[-1]):
        return False
    if age >= OLD and re.match(r"(?i)an?\s(?:\S+\s){0,4}\S+$", tail):
        return True
    return bool(
        re.fullmatch(rf"(?i){_PERSON}", words[-1])
        or re.match(_NAME, words[-1])
        or _DETERMINED.search(tail)
    )
