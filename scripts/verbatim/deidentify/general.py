"""What an indirect identifier says in general: an age band, a season, a kind, a region."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from verbatim.deidentify.lexicon import folded
from verbatim.deidentify.spoken import digits
from verbatim.deidentify.words import listed
from verbatim.regions import known_places

KINDS = Path(__file__).with_suffix(".toml")

TOP = 90
"""Ages from here on are one band, as ages over 89 are under the HIPAA Safe Harbor rule
(45 CFR 164.514(b)(2)(i)(C))."""

MONTHS = listed(
    "January February March April May June July August September October November December"
)
_MONTH = {name.lower(): name for name in MONTHS} | {name.lower()[:3]: name for name in MONTHS}
_MONTH |= {"sept": "September"}
_SEASONS = dict(zip(MONTHS, listed("winter winter spring spring spring summer"), strict=False))
_SEASONS |= dict(zip(MONTHS[6:], listed("summer summer autumn autumn autumn winter"), strict=True))
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
_DAY_MONTH = re.compile(r"(?<!\d)\d{1,2}[/.-](?P<month>\d{1,2})[/.-]\d{2,4}(?!\d)")
_ISO = re.compile(r"(?<!\d)\d{4}-(?P<month>\d{2})-\d{2}(?!\d)")
_NTH = re.compile(r"(?:st|nd|rd|th)\s(?:of\s)?(?:the\s)?(?P<month>\d{1,2})(?:st|nd|rd|th)")


@dataclass(frozen=True)
class Policy:
    """What stands in a tag beside its number, by category.

    Attributes:
        levels: Level by category, as in the schema of `deidentify: policy`; a category that is
            not there, and every direct identifier, gets its tag and nothing more.
    """

    levels: Mapping[str, str] = field(default_factory=dict)

    def detail(self, category: str, text: str) -> str:
        """Say what a mention means in general, as far as that is certain; else nothing."""
        level = self.levels.get(category, "tag")
        if level == "tag":
            return ""
        if category == "AGE":
            return age_band(text, int(level.split()[0]))
        if category == "DATE":
            return time_of(text, level)
        if category == "LOCATION":
            return place(text, with_region=level == "region")
        return _headed(text, {"ORGANISATION": "organisations", "ROLE": "posts"}[category])


def age_band(text: str, width: int) -> str:
    """Band of an age in years, as 80-84; of one in months or weeks the lowest.

    Ages of 90 and more are one band.
    """
    said = digits(text).text
    number = re.search(r"\d+", said)
    if not number:
        return ""
    age = 0 if re.search(r"(?i)\b(?:months?|weeks?|days?)\b", said) else int(number.group())
    if age >= TOP:
        return f"{TOP} or over"
    low = age // width * width
    return f"{low}-{min(low + width, TOP) - 1}"


def time_of(text: str, level: str) -> str:
    """Season and year ("spring 2019"), year or decade of a date, as far as it says them.

    A year of two figures says no century and is left out.
    """
    said = digits(text).text
    found = _YEAR.search(said)
    year = found.group() if found else ""
    if level == "decade":
        return f"{year[:3]}0s" if year else ""
    return year if level == "year" else f"{_season(said)} {year}".strip()


def _season(said: str) -> str:
    return _SEASONS.get(month_of(said), "")


def month_of(said: str) -> str:
    """Name of the month that a date in words and figures says, or nothing."""
    for word in re.findall(r"[a-z]+", said.lower()):
        if word in _MONTH:
            return _MONTH[word]
    for pattern in (_ISO, _DAY_MONTH, _NTH):
        if (match := pattern.search(said)) and 1 <= int(match["month"]) <= len(MONTHS):
            return MONTHS[int(match["month"]) - 1]
    return ""


def place(text: str, with_region: bool) -> str:
    """Kind of a place and the region of the United Kingdom it lies in, "town, South East".

    Where a name is known to be several places, or to nobody here, the kind alone, or nothing.
    """
    name = _plain(text).removeprefix("the ")
    kind, region = known_places().get(name, ("", ""))
    kind = kind or _headed(text, "places")
    return ", ".join(part for part in (kind, region if with_region else "") if part)


def _headed(text: str, table: str) -> str:
    """What a name is by the word that heads it: the last such word in it, for posts the first."""
    words = f" {_plain(text)} "
    places = [
        (words.find(f" {head} ") if table == "posts" else -words.rfind(f" {head} "), order, kind)
        for order, (kind, heads) in enumerate(_kinds()[table].items())
        for head in heads
        if f" {head} " in words
    ]
    return min(places)[2] if places else ""


@cache
def _kinds() -> dict[str, dict[str, list[str]]]:
    read = tomllib.loads(KINDS.read_text(encoding="utf-8"))
    return {
        table: {kind: [_plain(head) for head in _listed(heads)] for kind, heads in kinds.items()}
        for table, kinds in read.items()
    }


def _plain(text: str) -> str:
    """Words in lower case, without accents, hyphens and a possessive ending."""
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", folded(text))))


def _listed(words: str) -> list[str]:
    return [word.replace("_", " ") for word in words.split()]
