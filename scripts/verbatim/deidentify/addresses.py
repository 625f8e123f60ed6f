"""Addresses as they are said: "number nine", "twenty-seven, er, Beck View", and in lower case."""

import re
from collections.abc import Iterator

from verbatim.deidentify.lexicon import Lexicon
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.runs import Reading
from verbatim.deidentify.spoken import TEENS, TENS, UNITS
from verbatim.deidentify.words import listed

LAYER = "cue"

_ONES = "|".join([*UNITS, *TEENS])
_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[\s-](?:{'|'.join(UNITS)}))?|{_ONES})"
_NUMBER = rf"(?:(?:a|{_ONES})\shundred(?:\sand\s{_SMALL})?|{_SMALL}|\d{{1,4}})(?:\s?[a-d]\b)?"
_LEAD = r"(?:(?:flat|number|apartment)\s(?:\w{1,6}[,\s]+)?)?"
_HEADS = frozenset(
    listed(
        "road street lane close drive avenue terrace crescent court house place grove gardens view "
        "row square rise way walk mews hill green park parade wynd brae loan gate yard cottages "
        "cottage flats tower buildings mansions villas bank fold croft meadow mount"
    )
)
_HEAD = rf"(?:{'|'.join(sorted(_HEADS))})"
_PLAIN = re.compile(
    rf"(?i)(?<![\w-])(?P<lead>{_LEAD}){_NUMBER},?\s(?P<name>(?:the\s)?(?:[a-z'’]+\s){{1,3}}?){_HEAD}\b"
)
_PAUSED = re.compile(
    rf"(?<![\w-])(?i:{_LEAD}{_NUMBER})(?:,?\s(?i:um|er|erm|uh),?)*,?\s(?P<name>(?:[A-Z][\w'’-]+\s){{1,3}})"
    r"(?=(?P<head>[A-Z]\w+))(?P=head)"
)
_DOOR = re.compile(
    rf"(?i)(?<!\w)(?P<cue>(?:it['’]?s|live[sd]?\s(?:at|in)|at|we['’]re|i['’]m|moved\s(?:to|into)|"
    r"(?:looking\s)?for|find|found|outside|opposite|next\s(?:door\s)?to|past|"
    rf"(?:{_HEAD}),?(?:\sat)?|hang\son)[\s,]+(?:um,\s|er,\s)?)(?P<door>number\s(?:sixt-\s)?{_NUMBER})(?=\s*(?:[.,;?!]|$)|\s(?:but|and|on|in)\b)"
)
_BACK = re.compile(
    r"\b(?:Back|Church|School|Station|Mill|North|South|New|Old|Market|Park|Chapel|Low|Top|Front|Bridge|Middle|Long|Water)"
    r"\s(?:Street|Lane|Road|Row|Terrace|Green|Close)\b"
)
_NAMED = re.compile(rf"(?P<all>(?i:number)\s{_NUMBER}\s(?:[A-Z][\w'’-]+)(?:\s[A-Z][\w'’-]+)*)")


def addresses(reading: Reading) -> Iterator[Mention]:
    """Find house numbers with what they are said with: pauses, "number", roads in lower case."""
    text, lexicon = reading.passage.text, reading.lexicon
    for match in _PAUSED.finditer(text):
        if match["head"].lower() in _HEADS | lexicon.lists["places"]:
            yield Mention(*match.span(), "LOCATION", LAYER)
    for match in _BACK.finditer(text) if reading.passage.clean else ():
        yield Mention(*match.span(), "LOCATION", LAYER)
    for match in _NAMED.finditer(text):
        yield Mention(*match.span("all"), "LOCATION", LAYER)
    for match in _DOOR.finditer(text):
        yield Mention(*match.span("door"), "LOCATION", LAYER)
    for match in _PLAIN.finditer(text) if reading.passage.caseless else ():
        if match["lead"] or _called(match["name"], lexicon):
            yield Mention(*match.span(), "LOCATION", LAYER)


def _called(name: str, lexicon: Lexicon) -> bool:
    """Whether words in lower case are a road's name, and not "three minutes down the road"."""
    words = [word for word in name.split() if word != "the"]
    units = {
        "minutes",
        "miles",
        "hours",
        "years",
        "doors",
        "days",
        "quid",
        "pounds",
        "bedroom",
        "other",
    }
    return bool(words) and not any(
        word in lexicon.closed or word in units or word.endswith("'s") for word in words
    )
