"""Names of people by what stands around them: titles, introductions, kin, address, verbs."""

import re
from collections.abc import Iterator

from verbatim.deidentify.lexicon import Lexicon
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.runs import Reading, Run
from verbatim.deidentify.spoken import NUMBER_WORDS
from verbatim.deidentify.telling import LIKELY, telling
from verbatim.deidentify.words import Passage, before, listed, words_of

LAYER = "cue"

_ACTS = frozenset(
    listed(
        "said says told tells took takes rang rings phoned asked asks answers answered laughed "
        "laughs sat sits drove drives cooked cooks worked works lives lived brought brings gave "
        "gives thinks thought wanted wants knew knows loves liked likes sang sings married cried"
    )
)
"""What a person does and a day does not."""

_OWNED = frozenset(listed("house flat place room bed dad's mum's family lad lass kids children"))

_NOBLE = frozenset(listed("lord lady dame judge sir hon doctor major"))
"""Titles that everyday words with a capital may stand behind all the same."""

_ONE = frozenset(listed("one he she name him her baby boy girl him me"))

_NAMED = re.compile(
    r"(?i)\b(?:names?(?:['’]s|\s(?:is|was|were|being))|called|call(?:s|ed|ing)?\s(?:me|him|her|it|them|us|you)|"
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
    r"\b(?:[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Dd]r|[Dd]octor|[Cc]llr)\.?\s(?P<name>(?!and\b)[a-zà-ž]{3,}(?:['’-][a-zà-ž]{2,})*)"
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
        *_owners(reading),
        *_days(reading),
        *_closed(reading),
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
                and (title not in lists["titles"] - _NOBLE)
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


def _owners(reading: Reading) -> Iterator[Mention]:
    """Names that open a sentence and have kin or a house: "Meadow's mum was in"."""
    lexicon, passage = reading.lexicon, reading.passage
    for run in reading.runs:
        word = run.words[0]
        owned = passage.lower(run.last + 1)
        if not (run.initial and len(run.words) == 1 and word.possessive and word.capital):
            continue
        if passage.text[word.end : word.end + 2] not in {"'s", "’s"} or len(word.text) < 3:
            continue
        body = lexicon.lists["persons"] | lexicon.lists["vocabulary"] | lexicon.lists["callings"]
        if owned in lexicon.lists["persons"] | _OWNED and not (
            word.lower in body or word.lower in lexicon.closed or reading.shared(run)
        ):
            yield _mention(run)


def _subjects(reading: Reading) -> Iterator[Mention]:
    for run in reading.runs:
        if run.initial and len(run.words) == 1 and subject(reading, run):
            yield _mention(run)


def subject(reading: Reading, run: Run) -> bool:
    """Whether a name that opens a sentence has a verb behind it, or something of its own."""
    word = run.words[0]
    if not reading.lexicon.first_name(word.lower):
        surname = reading.lexicon.surname(word.lower) or reading.lexicon.rare(word.lower)
        return (
            surname
            and len(word.text) > 3
            and reading.passage.text[run.end : run.end + 1] == " "
            and reading.passage.lower(run.last + 1) in reading.lexicon.lists["subjects"]
        )
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
        plain = lexicon.everyday(word.lower)
        sure = match.group().lower().startswith(("mr ", "mrs ", "mr. ", "mrs. "))
        if not plain or (sure and word.lower not in lexicon.closed):
            start = match.start("name")
            yield Mention(start, start + len(word.text), "PERSON", LAYER)


def _days(reading: Reading) -> Iterator[Mention]:
    """People who are called like a day: "Sunday took him home", "my father was Sunday too"."""
    passage, lexicon = reading.passage, reading.lexicon
    for index, word in enumerate(passage.words):
        if not (word.capital and lexicon.shared(word.lower) and lexicon.has("called", word.lower)):
            continue
        before, two = passage.lower(index - 1), passage.lower(index - 2)
        if lexicon.month(word.lower) or timed(passage, index, lexicon):
            continue
        acts = passage.lower(index + 1) in _ACTS and passage.gap(index + 1) == " "
        told = before in {"called", "named", "was", "is"} and (
            two in lexicon.lists["persons"] | _ONE
        )
        if acts or told:
            yield Mention(word.start, word.end, "PERSON", LAYER)


def timed(passage: Passage, index: int, lexicon: Lexicon) -> bool:
    """Whether a day or month is one: "on Sunday", "every Friday", "Monday morning"."""
    before, after = passage.lower(index - 1), passage.lower(index + 1)
    if before in {"and", "or", "to"}:
        return not passage.words[index - 1].initial and lexicon.shared(passage.lower(index - 2))
    return before in lexicon.lists["day_before"] or after in lexicon.lists["day_after"]


def _closed(reading: Reading) -> Iterator[Mention]:
    """Words as Can and Best that are capital inside a sentence and have a name's company."""
    passage, lexicon = reading.passage, reading.lexicon
    if not passage.clean:
        return
    for index, word in enumerate(passage.words):
        lower = word.lower
        if not word.capital or word.initial or lower not in lexicon.lists["called"]:
            continue
        if lexicon.shared(lower) or lower.isdigit() or lower in NUMBER_WORDS:
            continue
        if telling(passage, index, lexicon) >= LIKELY + 1:
            yield Mention(word.start, word.end, "PERSON", LAYER)
