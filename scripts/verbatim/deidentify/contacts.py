"""Numbers and addresses of other countries' forms, and addresses that are announced."""

import re
from collections.abc import Iterator

from verbatim.deidentify.mention import Mention
from verbatim.deidentify.words import before

LAYER = "pattern"

_ABROAD = re.compile(
    r"(?<![\w.])(?:\+|00)\d{1,3}[\s.-]{0,2}(?:\(0\)[\s.-]?)?\d[\d\s().-]{5,15}\d(?:\s?(?:x|ext\.?\s?)\d{1,5})?(?!\w)"
)
_GROUPED = re.compile(
    r"(?<![\w./-])(?:\(\d{2,4}\)\s?\d{2,4}[\s.-]\d{3,4}|\d{3}[.-]\d{3}[.-]\d{4}|\d{2}(?:[.-]\d{2}){3,4})"
    r"(?:x\d{1,5})?(?![\w/-]|\.\d)"
)
_TOLD = re.compile(
    r"(?i)(?:\b(?:tel|telephone|phone|mobile|mob|cell|fax|desk|office|landline|call(?:\sme)?\son|"
    r"ring\s(?:me|him|her|us)?\s?on|reach\s(?:me|him|her|us)\s(?:on|at)|answering\sat|text\s(?:me|him|her)?\s?on|"
    r"messages\sto|registered)[.:]?\s(?:is\s|on\s|at\s|no\.?\s)?)$"
)
_PLAIN = re.compile(
    r"(?<![\w.£$€/-])\(?\d{2,5}\)?(?:[\s.-]\(?\d{2,8}\)?){1,4}(?:x\d{1,5})?(?![\w/-]|\.\d)"
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,4})?(?!\w)")
_IP = re.compile(
    r"(?<![\w.])(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[0-9a-fA-F]{1,4}:){5,7}[0-9a-fA-F]{1,4})(?![\w.]\d|\w)"
)
_STAMP = re.compile(r"(?<![\w-])\d{4}-\d{2}-\d{2}[\sT]\d{2}:\d{2}(?::\d{2})?(?!\w)")
_PART = (
    r"(?:\d{1,6}[A-Za-z]?(?:/\d{1,4})?|[A-ZÀ-Ž][\w.'’-]*|"
    r"(?:apt|suite|flat|unit|the|of|and|de|la|du|st|str|no)\b\.?)"
)
_ADDRESS = re.compile(
    rf"(?i:\b(?:address(?:\sis|['’]s|:)?|lives?\sat|living\sat|lived\sat|staying\sat|office\sis\sat|off\sat|meet\syou\sat|"
    rf"(?:send|sent|post|return|deliver)(?:\s\w+){{0,4}}\sto))\s(?P<address>\d{{1,6}}[A-Za-z]?(?:,?\s+{_PART})+)"
)
_FLAT = re.compile(
    rf"(?P<address>\d{{1,6}}[A-Za-z]?(?:,?\s+{_PART}){{1,6}}?,?\s+(?i:apt\.?|suite|flat|unit)\s\d{{1,5}}[A-Za-z]?)(?!\w)"
)
_BOX = re.compile(r"(?i)(?<!\w)(?:p\.?\s?o\.?\s?box|apt\.|suite)\s\d{1,6}(?!\w)")
FEWEST, MOST = 7, 15
"""Digits of a telephone number."""


def contacts(text: str) -> Iterator[Mention]:
    """Find telephone numbers, bank accounts, machine addresses, stamps of time and addresses."""
    if not any(character.isdigit() for character in text):
        return
    for pattern in (_ABROAD, _GROUPED, _PLAIN):
        for match in pattern.finditer(text):
            digits = sum(map(str.isdigit, match.group()))
            told = pattern is not _PLAIN or _TOLD.search(before(text, match.start()))
            if FEWEST <= digits <= MOST + 5 and told:
                yield Mention(*match.span(), "PHONE", LAYER)
    for pattern in (_IBAN, _IP):
        for match in pattern.finditer(text):
            if sum(map(str.isdigit, match.group())) >= FEWEST - 1:
                yield Mention(*match.span(), "REFERENCE", LAYER)
    for match in _STAMP.finditer(text):
        yield Mention(*match.span(), "DATE", LAYER)
    for pattern in (_ADDRESS, _FLAT):
        for match in pattern.finditer(text):
            if re.search(r"[A-ZÀ-Ž]", match["address"]):
                yield Mention(*match.span("address"), "LOCATION", LAYER)
    for match in _BOX.finditer(text):
        yield Mention(*match.span(), "LOCATION", LAYER)
