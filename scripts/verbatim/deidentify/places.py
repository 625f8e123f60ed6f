"""Places and organisations by the words they are made of and the words before them."""

import re
from collections.abc import Iterator

from verbatim.deidentify.mention import Mention
from verbatim.deidentify.runs import Reading, Run
from verbatim.deidentify.spoken import NUMBER_WORDS
from verbatim.deidentify.words import before

LAYER = "cue"

_HOUSE_NUMBER = re.compile(r"(?<![\w.])(?:\d{1,4}[A-Za-z]?|(?:[A-Za-z]+[\s-]){1,5}),?\s?$")
_FLAT_BEFORE = re.compile(
    r"(?i)\b(?:flat|apartment|unit|block)\s(?:[a-z]|[\d/]{1,5}[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten)"
    r",?\s$"
)
_ADDRESSED = re.compile(
    r"(?i)(?:\b(?:at|live|lives|lived|living|it['’]s|it\sis|we['’]re|i['’]m|address(?:\sis)?|to|into|home|house|door|bedroom|me)"
    r"[,:]?\s|(?:^|[.?!,:;—–-]\s?))$"
)
_CLOSED = re.compile(
    r"^(?:[.,;:?!…—–]|$|\s(?:in|and\s(?:the\s)?post|up|down|since|for|with|by|just|off|on)\b)"
)
_FLAT = re.compile(r"^,?\s(?:flat|apartment|unit)\s(?:[A-Z]|\d{1,3}[A-Za-z]?)\b")


def places(reading: Reading) -> list[Mention]:
    """Find organisations, roads with their house numbers, and places behind "in" or "near"."""
    return [
        *organisations(reading),
        *roads(reading),
        *houses(reading),
        *located(reading),
    ]


def named(reading: Reading, run: Run) -> bool:
    """Whether something in the run tells it from other bodies of its kind.

    "Adult Social Care" and "the Care Act" are made of general words only; "Fell House" is not.
    """
    lexicon = reading.lexicon
    return any(
        word.lower not in lexicon.lists["vocabulary"]
        and word.lower not in lexicon.lists["function"]
        and (not lexicon.shared(word.lower) or lexicon.month(word.lower))
        and not word.acronym
        and len(word.text) > 1
        for word in run.words
    ) and not reading.shared(run)


def organisations(reading: Reading) -> Iterator[Mention]:
    """Find runs that end in the head of an organisation or hold it: Elm Tree Surgery."""
    heads = reading.lexicon.lists["organisations"]
    for run in reading.runs:
        words = run.words
        at = max((place for place, word in enumerate(words) if word.lower in heads), default=0)
        saint = words[0].lower in {"st", "saint"} and len(words) > 1
        apart = at > 0 and _distinct(reading, run)
        if saint and words[1].possessive and not apart:
            yield Mention(run.start, _possessive_end(reading, run), "ORGANISATION", LAYER)
        elif apart and (named(reading, run) or _landmark(reading, run)):
            yield Mention(run.start, run.end, "ORGANISATION", LAYER)


def _possessive_end(reading: Reading, run: Run) -> int:
    """End of "St Anne's", its own 's counted in, where nothing follows in the run."""
    ending = re.match(r"[’']s?", reading.passage.text[run.end :])
    return run.end + (ending.end() if ending and run.words[-1].possessive else 0)


def _distinct(reading: Reading, run: Run) -> bool:
    """Whether a word besides the heads and general words stands in the run."""
    heads = reading.lexicon.lists["organisations"] | reading.lexicon.lists["places"]
    vocabulary = reading.lexicon.lists["vocabulary"]
    others = run.words[:-1]
    return _landmark(reading, run) or any(
        word.lower not in vocabulary or word.lower in heads for word in others
    )


def _landmark(reading: Reading, run: Run) -> bool:
    """Whether it is the Queen's Hospital, the Royal Infirmary or North Street School."""
    lists = reading.lexicon.lists
    return run.words[-1].lower in lists["landmarks"] and any(
        word.lower in lists["royal"] for word in run.words[:-1]
    )


def roads(reading: Reading) -> Iterator[Mention]:
    """Find roads, farms and estates: 12 Mill Lane, fourteen Church Street, the Barton estate."""
    heads = reading.lexicon.lists["places"]
    for run in reading.runs:
        last = run.words[-1].lower
        following = reading.passage.lower(run.last + 1)
        if len(run.words) > 1 and last in heads and last not in reading.lexicon.lists["function"]:
            if not named(reading, run) and not _distinct(reading, run):
                continue
            yield Mention(_with_number(reading, run), _with_flat(reading, run), "LOCATION", LAYER)
        elif following in {"estate", "village", "valley", "road", "lane", "station"} and (
            reading.passage.gap(run.last + 1) == " " and not run.initial and named(reading, run)
        ):
            end = reading.passage.words[run.last + 1].end
            yield Mention(run.start, end, "LOCATION", LAYER)


def houses(reading: Reading) -> Iterator[Mention]:
    """Find addresses by house number alone: "at sixty-one Ashbourne", "flat 3, 18 Ashbourne"."""
    text, lexicon = reading.passage.text, reading.lexicon
    for run in reading.runs:
        start = _with_number(reading, run)
        if start == run.start or reading.shared(run) or run.words[0].acronym:
            continue
        near = before(text, start)
        flat = _FLAT_BEFORE.search(near)
        opens = _ADDRESSED.search(near) or flat
        closes = _CLOSED.match(text[run.end :])
        if opens and closes and not (lexicon.first_name(run.words[0].lower) and not flat):
            begin = start - len(near) + flat.start() if flat else start
            yield Mention(begin, run.end, "LOCATION", LAYER)


def _with_number(reading: Reading, run: Run) -> int:
    """Start of an address, its house number counted in."""
    near = before(reading.passage.text, run.start)
    match = _HOUSE_NUMBER.search(near)
    if not match:
        return run.start
    away = run.start - len(near)
    words = re.findall(r"[A-Za-z]+", match.group())
    if match.group()[0].isdigit():
        return away + match.start()
    numbers = [word for word in words if word.lower() in NUMBER_WORDS - {"and", "o", "oh"}]
    if not numbers or words[-1].lower() not in NUMBER_WORDS - {"and", "o", "oh"}:
        return run.start
    return away + match.start() + match.group().index(numbers[0])


def _with_flat(reading: Reading, run: Run) -> int:
    match = _FLAT.search(reading.passage.text[run.end :])
    return run.end + match.end() if match else run.end


def located(reading: Reading) -> Iterator[Mention]:
    """Find what follows a preposition of place and is no person, month or general body."""
    lexicon = reading.lexicon
    plainly = lexicon.lists["prepositions"]
    for run in reading.runs:
        preposition = reading.before(run)
        if preposition in {"the", "old"}:
            preposition = reading.before(run, 2)
        word = run.words[0]
        if preposition not in plainly or run.initial or not named(reading, run):
            continue
        if len(run.words) > 1 and run.words[-1].lower in lexicon.lists["organisations"]:
            continue
        if word.possessive and lexicon.first_name(word.lower):
            continue
        certain = preposition in {"in", "near", "outside", "around", "into"}
        if lexicon.first_name(word.lower) and not lexicon.town(word.lower) and not certain:
            continue
        if not reading.passage.clean and lexicon.everyday(word.lower):
            continue
        yield Mention(run.start, run.end, "LOCATION", LAYER)
