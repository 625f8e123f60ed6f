"""Types of the public sets as categories of this program; what is not ours, and what is doubt."""

import re
from collections.abc import Iterator

from verbatim.deidentify.lexicon import Lexicon
from verbatim.deidentify.ner import general
from verbatim.tables.people import CATEGORIES
from verbatim.train.marked import UNSURE, Marked

CATEGORY = {
    # interviews marked in this program's words
    **{one: one for one in CATEGORIES},
    # PriMock57, GUM
    "LOC": "LOCATION",
    "ADDRESS": "LOCATION",
    "ORG": "ORGANISATION",
    "DOB": "DATE",
    # TAB
    "PERSON/DIRECT": "PERSON",
    "PERSON/QUASI": "PERSON",
    "CODE/DIRECT": "REFERENCE",
    "CODE/QUASI": "REFERENCE",
    "LOC/QUASI": "LOCATION",
    "LOC/DIRECT": "LOCATION",
    "ORG/DIRECT": "ORGANISATION",
    "ORG/QUASI": "ORGANISATION",
    "DATETIME/QUASI": "DATE",
    "DATETIME/DIRECT": "DATE",
    # presidio-research
    "STREET_ADDRESS": "LOCATION",
    "GPE": "LOCATION",
    "ORGANIZATION": "ORGANISATION",
    "DATE_TIME": "DATE",
    "CREDIT_CARD": "REFERENCE",
    "IBAN_CODE": "REFERENCE",
    "US_SSN": "REFERENCE",
    "US_DRIVER_LICENSE": "REFERENCE",
    "IP_ADDRESS": "REFERENCE",
    "DOMAIN_NAME": "REFERENCE",
    "PHONE_NUMBER": "PHONE",
    "EMAIL_ADDRESS": "EMAIL",
    "ZIP_CODE": "POSTCODE",
    # Broad Twitter Corpus, WNUT
    "PER": "PERSON",
    "person": "PERSON",
    "location": "LOCATION",
    # CONFIDE-Bench, only measured on
    "private_person": "PERSON",
    "private_date": "DATE",
    "private_address": "LOCATION",
    "private_email": "EMAIL",
    "private_phone": "PHONE",
    "account_number": "REFERENCE",
}
"""Types that are learnt; all others are passed over, neither learnt nor unlearnt."""

SHARED = frozenset({"NRP", "TITLE"})
"""Types that everybody shares: learnt as speech that identifies nobody."""

_DATED = re.compile(r"\d{4}|\d+(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z]|[A-Z][a-z]+\s+\d|\d[/.-]\d")


def converted(document: Marked, lexicon: Lexicon) -> Marked:
    """Give the document with categories of this program.

    Titles and possessive endings are left out of names, as everywhere in this program; countries,
    national bodies and all that everybody shares is no identifier.
    """
    return Marked(document.text, tuple(_spans(document, lexicon)))


def _spans(document: Marked, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    for start, end, kind in document.spans:
        text = document.text[start:end]
        category = CATEGORY.get(kind, UNSURE)
        if kind in SHARED:
            continue
        if category in {"LOCATION", "ORGANISATION"} and general(text, lexicon):
            if category == "ORGANISATION":
                yield start, end, UNSURE
            continue
        if category == "DATE" and not _DATED.search(text):
            yield start, end, UNSURE
            continue
        if category == "PERSON":
            if text[0] in "@#" or text.islower():
                yield start, end, UNSURE
                continue
            bare = _untitled(text, lexicon)
            yield start + len(text) - len(bare), end - _possessive(bare), category
            continue
        yield start, end, category


def _untitled(name: str, lexicon: Lexicon) -> str:
    while match := re.match(r"(\w+)\.?\s+(?=\S)", name):
        if match[1].lower() not in lexicon.lists["titles"]:
            break
        name = name[match.end() :]
    return name


def _possessive(name: str) -> int:
    return 2 if name.endswith(("'s", "’s")) else 0
