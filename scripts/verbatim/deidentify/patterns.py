"""Identifiers that have a form: telephone, e-mail, postcode, NHS number, references, plates."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from verbatim.deidentify.checked import nhs_valid
from verbatim.deidentify.codes import AREAS, mapped
from verbatim.deidentify.contacts import contacts
from verbatim.deidentify.forms import forms
from verbatim.deidentify.mails import mails
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.spoken import View, digits, signs
from verbatim.deidentify.words import Passage, before

LAYER = "pattern"

_PHONE = re.compile(
    r"(?<![\w.])(?:\+\s?44[\s-]?(?:\(0\)[\s-]?)?|\(?0)\d{1,5}\)?(?:[\s,-]{1,2}\d{1,8}){0,5}(?![\w])"
)
_EMAIL = re.compile(
    r"(?i)(?<![\w.+-])[\w+-](?:[\w.+-]*[\w+-])?\s?@\s?(?!(?:the|a|my|our|this)\b)"
    r"(?:[\w-]+\s){0,2}[\w-]+(?:\.[\w-]+)+"
)
_HALF_EMAIL = re.compile(r"(?i)(?<![\w.@])[a-z][\w-]*(?:\.[a-z][\w-]*)+(?![\w@])")
_MAIL_CUE = re.compile(r"(?i)\be-?mails?\b[^.?!]{0,40}$|\bit's $")
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"(?<![\w.])\d{2,}(?:[\s,-]{1,2}\d{2,})*(?![\w%])")
LETTERED = 5
"""More digits than these behind capitals are a number that means somebody."""

ONE_BY_ONE = 5
"""Digits said one by one from which they are a number that means somebody."""

LETTERS_PER_DIGIT = 3.2
"""From so many spoken characters per digit, digits were said one by one and not written."""

_LINK = re.compile(
    r"(?i)(?<![\w.@])(?:(?:https?://|www\.)[^\s,;]+[\w/]|@(?=[\w.]*[a-z]{2})[a-z]\w[\w.]*\w)"
)
"""Links, and handles as of Instagram."""

_POSTCODE = re.compile(
    r"(?<![A-Za-z0-9'’])(?i:(?P<area>[a-z][\s,-]{0,2}[a-z]|[a-z]))[\s,-]{0,2}\d(?:[\s,-]{0,2}(?:\d|[A-Z]))?"
    r"[\s,-]{0,2}\d[\s,-]{0,2}(?i:[abd-hjlnp-uw-z][\s,-]{0,2}[abd-hjlnp-uw-z])(?![A-Za-z0-9])"
)
_WRITTEN_POSTCODE = re.compile(r"(?i)[a-z]{1,2}\d[\da-z]?\s?\d(?!st|nd|rd|th)[a-z]{2}")
_HALF_POSTCODE = re.compile(
    r"(?i)\bpost\s?codes?\b[^.?!]{0,20}?\b(?P<code>[a-z]{1,2}[\s,-]{0,2}\d{1,2}[a-z]?)\b"
)
_NHS = re.compile(r"(?<![\d\w/-])\d{3}[\s,-]{0,2}\d{3}[\s,-]{0,2}\d{4}(?![\d\w/-])")
_NHS_LOOSE = re.compile(r"(?<![\d\w/-])\d(?:[\s,-]{0,2}\d){9}(?![\d\w/-])")
_NHS_CUE = re.compile(r"(?i)\bNHS\b|\bnumber\b|\bpatient\b|\bhospital\b")
_NINO = re.compile(
    r"(?<![A-Za-z0-9])(?:(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])"
    r"(?:[\s-]?\d{2}){3}[\s-]?[A-D](?![A-Za-z0-9])"
)
_PLATE = re.compile(r"(?<![A-Za-z0-9/-])[A-HJ-PR-Y]{2}\s?\d{2}\s?[A-HJ-PR-Z]{3}(?![A-Za-z0-9/-])")
_SMALL_PLATE = re.compile(r"(?<![\w/-])[a-hj-pr-y]{2}\d{2}\s[a-hj-pr-z]{3}(?![\w/-])")
_OLD_PLATE = re.compile(
    r"(?<![A-Za-z0-9/-])[A-HJ-NPR-TV-Y]\d{1,3}\s?[A-HJ-PR-Y]{3}(?![A-Za-z0-9/-])"
)
_NOUN = (
    r"(?i:case|application|tenancy|file|claim|ticket|incident|order|policy|contract|complaint|"
    r"account|invoice|referral|permit|licence|docket|badge|payroll|employee|staff|ward file)"
)
_CODE = re.compile(
    rf"(?<![\w@./-])(?:{_NOUN}(?:\s(?i:number|no\.?|ref\.?|reference|id))?[\s:]+)?"
    r"(?:[A-Z]{1,6}(?:[-/][A-Z0-9]{1,8}){0,2}[-/\s]?\d{4,}(?:[-/][A-Z0-9]{1,6})*"
    r"|[A-Z]{1,6}(?:[-/][A-Z0-9]{1,8}){1,3}"
    r"|\d{3,}(?:[-/][A-Z0-9]{1,6})+|\d{2}/\d{3}/\d{4}"
    r"|\d{3,}[A-Z]{1,3}\d*)(?![\w@-])"
)
_NUMBERED = re.compile(
    rf"\b{_NOUN}(?:\s(?i:number|no\.?|ref\.?|reference|id))?[\s:]+(?:is\s|was\s)?#?\d{{3,}}\b"
)
_REFERENCE_CUE = re.compile(
    r"(?i)\b(?:reference|ref|(?:case|file|claim|licence|passport|account|incident|hospital|policy|"
    r"payroll|badge|membership|insurance|id)\s(?:number|no|code|id))(?:\s(?:is|was|it's)|'s|:|,)*\s+"
    r"(?P<code>[A-Za-z]{0,4}[\s-]?\d[\d\s-]{2,14}\d)(?![\w])"
)
_EXTENSION = re.compile(
    r"(?i)\b(?:extension|ext\.?)\s(?:number\s|is\s)?\d{3,5}(?![\w%]|[.:,]\d|\s(?:pounds?|quid|people)\b)"
)
_BED = re.compile(
    r"(?<![\w-])(?:(?i:delivery|side|seminar|treatment|consulting|consultation|interview|meeting|"
    r"recovery|waiting|hotel)\s)?"
    r"(?:(?i:ward|bay|unit|theatre)\s[A-Z]\b,?\s)?"
    r"(?i:bed|room|flat|bay|ward|apartment|cubicle|bungalow|theatre|pod|cell|"
    r"caravan|cabin|chalet|pitch|plot|berth|lodge|locker|hut|dorm)\s(?:(?i:number)\s)?"
    r"(?:\d{1,3}[A-Za-z]?)(?:/\d+)?(?![\w%]|[.:]\d|\s(?i:nights?|beds?|days?|hours?|minutes?|weeks?|people|years?|times?|pounds?))"
)
_WARD = re.compile(r"(?<![\w/-])[C-HJ-LNR-Z]\d{2}(?![\w%/-]|\.\d)")
"""A ward or clinic by its code; roads (A, B, M), forms (P45) and vitamins (B12) are none."""

_LONG = re.compile(
    r"(?<![\w£$€.,:/+-])\d{6,}(?![\w%]|[.,]\d|\s(?i:pounds?|quid|people|steps|euros?|dollars?)\b)"
)
_GROUPED = re.compile(r"(?<![\w/-])[A-Z]{1,3}(?:[\s-]\d{2,6}){2,4}(?![\w%/-]|[.,]\d)")
_NEIGHBOUR = re.compile(
    r"(?i)(?:\bat|\broom,|\bhouse|\bflat|\bdoor|\blives at)\s(?P<code>number\s\d{1,3}[a-z]?)\b"
)


def patterns(passage: Passage) -> list[Mention]:
    """Find identifiers by their form, in the text as it stands and in its spoken forms.

    Telephone numbers (written, or from five digits said one by one), e-mail addresses (also
    "sam dot jones at ..."), links, postcodes, NHS numbers by their check digit, national insurance
    numbers, vehicle plates, references, wards, beds, rooms and flats by number, names spelt out.
    """
    text = passage.text
    plain = View(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    views = [plain]
    said = digits(text)
    if said.text != text:
        views.append(said)
    found: list[Mention] = []
    for view in filter(_numbered, views):
        for finder in (_phones, _postcodes, _nhs, _references):
            found.extend(_mapped(view, finder))
    found.extend(_mapped(plain, _plates))
    found.extend(_digit_strings(said, text))
    found.extend(_mapped(signs(text), _mails))
    found.extend(mails(text))
    found.extend(contacts(text))
    found.extend(mapped(said, text))
    found.extend(forms(passage))
    return found


def _numbered(view: View) -> bool:
    """Whether a text holds a digit: without one nothing of these forms stands in it."""
    return bool(_DIGIT.search(view.text))


Found = Iterator[tuple[int, int, str]]


def _mapped(view: View, finder: Callable[[View], Found]) -> Iterator[Mention]:
    for start, end, category in finder(view):
        yield Mention(*view.spoken(start, end), category, LAYER)


def _phones(view: View) -> Found:
    for match in _PHONE.finditer(view.text):
        number = re.sub(r"\D", "", match.group())
        if 10 <= len(number) <= 13 and number[:2] != "00":
            yield *match.span(), "PHONE"
    for match in _EXTENSION.finditer(view.text):
        yield *match.span(), "PHONE"


def _digit_strings(view: View, text: str) -> Iterator[Mention]:
    """Digits said one by one: parts of telephone numbers, or numbers that mean one person."""
    for match in _DIGITS.finditer(view.text):
        start, end = view.spoken(*match.span())
        number = re.sub(r"\D", "", match.group())
        nought = number.startswith("0")
        one_by_one = end - start >= LETTERS_PER_DIGIT * len(number)
        amount = re.search(r"(?i)thousand|\band\b", text[start:end])
        enough = len(number) >= ONE_BY_ONE and re.search(r"\d{3}", match.group())
        if one_by_one and enough and not amount and not _counts(number):
            yield Mention(start, end, "PHONE" if nought or len(number) < 9 else "REFERENCE", LAYER)


def _counts(number: str) -> bool:
    """Whether the digits only count up or down."""
    steps = {int(after) - int(before) for before, after in pairwise(number)}
    return steps in ({1}, {-1})


def _mails(view: View) -> Found:
    for match in _EMAIL.finditer(view.text):
        yield *match.span(), "EMAIL"
    for match in _HALF_EMAIL.finditer(view.text):
        start, end = view.spoken(*match.span())
        said = end - start > match.end() - match.start()
        if said and _MAIL_CUE.search(before(view.text, match.start())):
            yield *match.span(), "EMAIL"
    for match in _LINK.finditer(view.text):
        yield *match.span(), "REFERENCE"


def _postcodes(view: View) -> Found:
    for match in _POSTCODE.finditer(view.text):
        area = re.sub(r"[\s,-]", "", match["area"]).upper()
        letters = re.sub(r"[^A-Za-z]", "", match.group())
        if area in AREAS and (letters.isupper() or _WRITTEN_POSTCODE.fullmatch(match.group())):
            yield *match.span(), "POSTCODE"
    for match in _HALF_POSTCODE.finditer(view.text):
        if re.sub(r"[\s,-]|\d.*", "", match["code"]).upper() in AREAS:
            yield *match.span("code"), "POSTCODE"


def _nhs(view: View) -> Found:
    for pattern in (_NHS, _NHS_LOOSE):
        for match in pattern.finditer(view.text):
            number = re.sub(r"\D", "", match.group())
            near = view.text[max(0, match.start() - 80) : match.end() + 40]
            shaped = pattern is _NHS and match.group() != number and number[0] != "0"
            if nhs_valid(number):
                yield *match.span(), "NHS_NUMBER"
            elif shaped:
                yield *match.span(), "NHS_NUMBER" if _NHS_CUE.search(near) else "REFERENCE"


def _references(view: View) -> Found:
    for pattern in (_NINO, _NUMBERED):
        for match in pattern.finditer(view.text):
            yield *match.span(), "REFERENCE"
    for match in _CODE.finditer(view.text):
        code = match.group()
        if sum(character.isdigit() for character in code) >= 2 and not _SHARED_CODE.search(code):
            yield *match.span(), "REFERENCE"
    for match in _REFERENCE_CUE.finditer(view.text):
        yield *match.span("code"), "REFERENCE"
    for pattern in (_BED, _WARD):
        for match in pattern.finditer(view.text):
            yield *match.span(), "REFERENCE"
    for match in _LONG.finditer(view.text):
        start, end = view.spoken(*match.span())
        if end - start == len(match.group()):
            yield *match.span(), "REFERENCE"
    for match in _GROUPED.finditer(view.text):
        if sum(map(str.isdigit, match.group())) > LETTERED:
            yield *match.span(), "REFERENCE"
    for match in _NEIGHBOUR.finditer(view.text):
        yield *match.span("code"), "REFERENCE"


_SHARED_CODE = re.compile(
    r"(?i)^(?:covid|phq|gad|hba|ict?d|dsm|ps|mp|h1n1)[\s-]?\d|^(?:19|20)\d\d[/-]\d{2,4}$|^24/7$"
)


def _plates(view: View) -> Found:
    for pattern in (_PLATE, _SMALL_PLATE, _OLD_PLATE):
        for match in pattern.finditer(view.text):
            yield *match.span(), "REFERENCE"
