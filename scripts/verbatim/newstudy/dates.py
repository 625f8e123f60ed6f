"""The day of an interview, where its file or the name of its file says it beyond doubt."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH = "|".join(f"{month}|{month[:3]}|{month[:4]}" for month in MONTHS)
YEARS = range(1950, 2100)

YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-_./]?)(\d{2})\2(\d{2})(?!\d)")
DAY_FIRST = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
NUMBERS = re.compile(r"(?<![\d/-])(\d{1,2})[-/_](\d{1,2})[-/_](\d{4})(?!\d)")
WRITTEN = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s._-]+(?:of\s+)?(?P<month>{_MONTH})\.?[\s,._-]+"
    rf"(?P<year>\d{{4}})(?!\d)|\b(?P<us_month>{_MONTH})\.?[\s._-]+(?P<us_day>\d{{1,2}})"
    r"(?:st|nd|rd|th)?[\s,._-]+(?P<us_year>\d{4})(?!\d)",
    re.IGNORECASE,
)
SAID = re.compile(
    r"\W*(?:date|datum|fecha|data|dato|dyddiad|日期)(?:\s+(?:of|d[eu])\s+[\w\s]{1,30}?)?\s*[:：\t]",
    re.IGNORECASE,
)
"""How a line of the heading begins that says when."""


def found(name: str, heading: Iterable[str]) -> str:
    """Give the day as 2020-06-30, or nothing where it is not said or could be another.

    Args:
        name: Name of the file.
        heading: Its first lines; only those that say that they tell the date count.
    """
    said = {day for line in heading if SAID.match(line) for day in days(line)}
    if not said:
        said = set(days(name))
    return said.pop().isoformat() if len(said) == 1 else ""


def days(words: str) -> Iterator[date]:
    """Yield each day that the words name; 03/04/2020 may be two and is left out."""
    for year, _, month, day in YEAR_FIRST.findall(words):
        yield from _day(year, month, day)
    for day, month, year in DAY_FIRST.findall(words):
        yield from _day(year, month, day)
    for one, other, year in NUMBERS.findall(words):
        if int(one) > len(MONTHS) or one == other:
            yield from _day(year, other, one)
        elif int(other) > len(MONTHS):
            yield from _day(year, one, other)
    for match in WRITTEN.finditer(words):
        month = (match["month"] or match["us_month"]).casefold()[:3]
        number = next(at for at, each in enumerate(MONTHS, start=1) if each.startswith(month))
        yield from _day(match["year"] or match["us_year"], number, match["day"] or match["us_day"])


def _day(year: str, month: str | int, day: str) -> Iterator[date]:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return
    if found.year in YEARS:
        yield found
