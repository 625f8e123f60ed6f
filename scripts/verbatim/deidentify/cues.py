"""Names of people by what stands around them: titles, introductions, kin, address, verbs."""

import re
from collections.abc import Iterator

from verbatim.deidentify.mention import Mention
from verbatim.deidentify.runs import Reading, Run
from verbatim.deidentify.words import before, words_of

LAYER = "cue"

_NAMED = re.compile(
    r"(?i)\b(?:names?(?:['’]s|\s(?:is|was|were|being))|called|call(?:ed)?\s(?:me|him|her|it|them)|"
    r"known\sas|named|christened|nicknamed|i['’]m|i\sam|this\sis|it['’]s|speaking\s(?:to|with)|"
    r"talking\s(?:to|with)|(?:thanks|thank\syou)(?:\s(?:so|very)\smuch)?,?|welcome,?|hello,?|hi,?|"
    r"morning,?|afternoon,?|cheers,?|bye,?|dear)\s$"
)
_LOWER_NAMED = re.compile(
    r"(?i)\b(?:(?:my|his|her|their|whose)\sname(?:['’]s|\sis|\swas)|(?:lady|man|woman|girl|boy|lad|"
    r"someone|somebody|chap|guy|nurse|carer)\s(?:called|named)|call\s(?:me|him|her))\s"
    r"(?P<name>[a-zà-ž]{2,}(?:['’-][a-zà-ž]+)*)"
)
_NAME_FIRST = re.compile(
    r"(?P<name>[^\W\d_]{2,}),?\s(?:her|his|my|their)\sname\s(?:was|is)\b(?=\W*(?:[.,;!?]|$))"
)
_TITLED_LOWER = re.compile(
    r"\b(?:[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Dd]r|[Dd]octor|[Cc]llr)\.?\s(?P<name>[a-zà-ž]{3,}(?:['’-][a-zà-ž]{2,})*)"
)
_SPEECH_TO = re.compile(
    r"(?i)\b(?:say|said|says|saying|speak|spoke|talk|talked|talking|listen|listened|gave|give|given|"
    r"sent|married|wrote|told|belongs?|rang|lost|next|according|happened|thanks)\b(?:\s\w+){0,2}\sto\s$"
)


def cues(reading: Reading) -> list[Mention]:
    """Find people's names that something in the sentence announces.

    A title (Mr, Dr, Sister), "my name is", "call me", "called", a word for kin or person
    ("my neighbour, Ruth"), address at the begin or end of what is said, "said to", and, for first
    names that are everyday words, a verb behind a name that opens a sentence ("Grace said").
    """
    return [
        *_titled(reading),
        *_aged(reading),
        *_alone(reading),
        *_announced(reading),
        *_addressed(reading),
        *_subjects(reading),
        *_lower(reading),
    ]


def _mention(run: Run) -> Mention:
    return Mention(run.start, run.end, "PERSON", LAYER)


def _titled(reading: Reading) -> Iterator[Mention]:
    lists = reading.lexicon.lists
    for run in reading.runs:
        title = _title_before(reading, run)
        word = run.words[0]
        if title in lists["titles"] or (title in lists["callings"] and not _thing(reading, run)):
            if reading.lexicon.shared(word.lower) and not reading.lexicon.month(word.lower):
                continue
            if (
                word.lower in lists["vocabulary"]
                and reading.lexicon.everyday(word.lower)
                and (title not in {"mr", "mrs", "ms", "miss", "dr"})
            ):
                continue
            yield _mention(run)


def _title_before(reading: Reading, run: Run) -> str:
    """Title in front of a run, a full stop between them allowed."""
    words = reading.passage.words
    if run.first == 0:
        return ""
    gap = reading.passage.gap(run.first)
    title = words[run.first - 1]
    if gap not in {" ", "\u00a0", ". "} or not (
        title.capital or title.lower in {"mr", "mrs", "dr"}
    ):
        return ""
    return title.lower


def _thing(reading: Reading, run: Run) -> bool:
    """Whether a run names something that is no person."""
    last = run.words[-1].lower
    return (
        last in reading.lexicon.lists["organisations"]
        or reading.shared(run)
        or all(
            reading.lexicon.shared(word.lower) and not reading.lexicon.month(word.lower)
            for word in run.words
        )
        or run.words[0].acronym
    )


def _announced(reading: Reading) -> Iterator[Mention]:
    lexicon, text = reading.lexicon, reading.passage.text
    persons = lexicon.lists["persons"]
    for run in reading.runs:
        if _thing(reading, run) or run.words[-1].lower in lexicon.lists["places"]:
            continue
        if run.words[0].lower in lexicon.lists["function"] | lexicon.lists["interjections"]:
            continue
        if all(word.lower in lexicon.lists["vocabulary"] for word in run.words) and (
            not lexicon.first_name(run.words[0].lower)
        ):
            continue
        near = before(text, run.start)
        if run.initial and not _opened_by_address(near):
            continue
        kin = re.search(
            r"(?i)\b(?:me|my|our|his|her|your|their|the|a|an|old|young|another|lovely)\s(?:[\w-]+\s){0,3}?([\w-]+),?\s$",
            near,
        )
        if (kin and kin[1].lower() in persons) or _SPEECH_TO.search(near):
            yield _mention(run)
        elif _NAMED.search(near):
            place = lexicon.town(run.words[0].lower) and not lexicon.first_name(run.words[0].lower)
            if not place and (
                not re.search(r"(?i)(?:it['’]s|this\sis|called)\s$", near)
                or lexicon.first_name(run.words[0].lower)
            ):
                yield _mention(run)


def _opened_by_address(near: str) -> bool:
    return bool(
        re.search(r"(?i)(?:^|[.?!]\s)(?:hello|hi|hiya|thanks|welcome|dear|morning),?\s$", near)
    )


def _addressed(reading: Reading) -> Iterator[Mention]:
    """Names in address: "Grace, what ...", "..., Grace?"."""
    text, lexicon = reading.passage.text, reading.lexicon
    for run in reading.runs:
        if len(run.words) > 2 or not lexicon.first_name(run.words[0].lower):
            continue
        after = text[run.end : run.end + 2]
        near = before(text, run.start).rstrip(' "“')
        opening = run.initial and after[:1] == "," and not run.words[0].possessive
        closing = near.endswith(",") and after[:1] in {"?", ".", "!", ""}
        if (opening and reading.lexicon.everyday(run.words[0].lower)) or closing:
            yield _mention(run)


def _aged(reading: Reading) -> Iterator[Mention]:
    """Names behind "young" or "old" that open a sentence: "Old Tom wouldn't"."""
    for run in reading.runs:
        if len(run.words) > 1 and run.words[0].lower in {"young", "old", "big", "little", "wee"}:
            name = reading.tail(run, 1)
            known = reading.lexicon.first_name(name.words[0].lower)
            if known or not reading.lexicon.everyday(name.words[0].lower):
                yield _mention(run)


def _alone(reading: Reading) -> Iterator[Mention]:
    """First names that are a whole sentence: "Grace. She's the nurse."."""
    text = reading.passage.text
    for run in reading.runs:
        if run.initial and len(run.words) == 1 and text[run.end : run.end + 1] in {".", "?", "!"}:
            word = run.words[0].lower
            if reading.lexicon.first_name(word) and not reading.lexicon.shared(word):
                yield _mention(run)


def _subjects(reading: Reading) -> Iterator[Mention]:
    for run in reading.runs:
        if run.initial and len(run.words) == 1 and subject(reading, run):
            yield _mention(run)


def subject(reading: Reading, run: Run) -> bool:
    """Whether a name that opens a sentence has a verb behind it, or something of its own."""
    word = run.words[0]
    if not reading.lexicon.first_name(word.lower):
        surname = reading.lexicon.surname(word.lower) and len(word.text) > 3
        return surname and reading.passage.lower(run.last + 1) in reading.lexicon.lists["subjects"]
    if word.possessive:
        return True
    following = reading.passage.lower(run.last + 1)
    if reading.passage.text[run.end : run.end + 5] == " and ":
        other = next((each for each in reading.runs if each.first == run.last + 2), None)
        return other is not None and not reading.lexicon.everyday(other.words[0].lower)
    if following == "who":
        following = reading.passage.lower(run.last + 2)
    near = reading.passage.text[run.end : run.end + 1] == " "
    return near and following in reading.lexicon.lists["subjects"]


def _lower(reading: Reading) -> Iterator[Mention]:
    """Names in lower case that only a strong cue can tell."""
    text, lexicon = reading.passage.text, reading.lexicon
    for pattern in (_LOWER_NAMED, _NAME_FIRST):
        for match in pattern.finditer(text):
            name = match["name"]
            if lexicon.first_name(name):
                yield Mention(*match.span("name"), "PERSON", LAYER)
    for match in _TITLED_LOWER.finditer(text):
        word = words_of(match["name"])[0]
        if not lexicon.everyday(word.lower):
            start = match.start("name")
            yield Mention(start, start + len(word.text), "PERSON", LAYER)
