"""Identifiers that have the same form in whatever language is spoken."""

import re
from collections.abc import Iterator

from verbatim.deidentify.mention import Mention

LAYER = "pattern"

_EMAIL = re.compile(
    r"(?i)(?<![a-z0-9.+_-])[a-z0-9+_-][a-z0-9.+_-]*\s?@\s?[a-z0-9-]+(?:\.[a-z0-9-]+)+"
)
_LINK = re.compile(r"(?i)(?<![a-z0-9.@])(?:https?://|www\.)[!-~]+[a-z0-9/]")
_PHONE = re.compile(r"(?<![A-Za-z\d.,/])\+?\(?\d(?:[\s()./-]{0,2}\d){6,14}(?![A-Za-z\d])")
_DATE = re.compile(
    r"(?<![A-Za-z\d./-])(?:\d{1,2}\s?([/.-])\s?\d{1,2}\s?\1\s?(?:\d{4}|\d{2})"
    r"|\d{4}([/.-])\d{1,2}\2\d{1,2}"
    r"|\d{4}\s?[年년](?:\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日号號일])?)?"
    r"|\d{1,2}\s?[月월]\s?\d{1,2}\s?[日号號일])(?![A-Za-z\d/-]|[.,]\d)"
)
_YEAR = re.compile(r"(?<![A-Za-z\d.,:/#+£$€¥-])(?:19\d\d|20[0-4]\d)(?![A-Za-z\d%/]|[.,:-]\d)")
_CODE = re.compile(
    r"(?<![A-Za-z\d@./-])(?:[A-Z]{1,6}[-/ ]?\d{4,}(?:[-/][A-Z\d]{1,6})*|\d{3,}(?:[-/][A-Z\d]{1,6})+"
    r"|\d{5,}[A-Za-z]?)(?![A-Za-z\d@-])"
)


def universal(text: str) -> list[Mention]:
    """Find e-mail addresses, links, telephone and reference numbers, and dates in figures.

    Figures of every script count, as ٠٥٥ or ০১৭; letters of other scripts may touch them.
    """
    return [Mention(start, end, category, LAYER) for start, end, category in _found(text)]


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    for pattern, category in (
        (_EMAIL, "EMAIL"),
        (_LINK, "REFERENCE"),
        (_DATE, "DATE"),
        (_YEAR, "DATE"),
        (_CODE, "REFERENCE"),
    ):
        for match in pattern.finditer(text):
            yield *match.span(), category
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if len(digits) >= 7 and not _DATE.fullmatch(match[0]):
            yield *match.span(), "PHONE"
