"""In which forms a name could turn up, and which of them are distinctive.

Each function takes a name as it was spoken or written and gives phrases: the words of the name as
written, without what separates them.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from verbatim.deidentify.spoken import NUMBER_WORDS, ORDINALS
from verbatim.ingest.labels import ROLES
from verbatim.search.words import TOKEN, distinctive, fold, listed, ordinary, tokens

Phrase = tuple[str, ...]

GENERIC = listed(Path(__file__).with_name("forms.generic.txt")).union(*map(tokens, ROLES))
TITLES = listed(Path(__file__).with_name("forms.titles.txt"))

NUMBERS = NUMBER_WORDS.union(ORDINALS)
"""Words that say a number: by themselves they stand for nobody."""

DIGITS = "0123456789"

SHORTEST_NUMBER = 7
"""Digits of a number that stands for somebody by itself: telephone, NHS, case numbers."""

SPOKEN = ("EMAIL", "PHONE", "NHS_NUMBER", "POSTCODE")
"""Kinds that people spell out; long enough, they are distinctive whatever their words."""


def of_person(surface: str) -> Iterator[Phrase]:
    """A person's name: whole, in one word, and each part that is no ordinary word by itself."""
    plain = re.sub(r"['’]s\b", "", surface)
    words = tuple(word for word in TOKEN.findall(plain) if fold(word) not in TITLES)
    yield from ((word,) for word in words if distinctive(fold(word)))
    long = [word for word in words if len(word) > 1]
    if len(words) > 1 and (len(long) > 1 or sum(map(len, words)) > 4):
        yield words
        if not all(ordinary(fold(word)) for word in words):
            yield ("".join(words),)


def of_other(surface: str, kind: str) -> Iterator[Phrase]:
    """An address, a number, a reference: whole, and each part that mixes letters and digits."""
    words = tuple(TOKEN.findall(surface))
    letters = sum(map(len, words))
    telling = any(
        (distinctive(fold(word)) and fold(word) not in NUMBERS) or mixed(word) for word in words
    )
    if telling or (kind in SPOKEN and len(words) >= 4 and letters >= 12):
        yield words
    for part in surface.split():
        if mixed("".join(TOKEN.findall(part))):
            yield tuple(TOKEN.findall(part))
    if kind == "POSTCODE" and (len(words) > 2 or mixed("".join(words))):
        yield words
        yield ("".join(words),)
    if address := as_address(surface):
        yield tuple(TOKEN.findall(address))


def of_label(label: str, interview: str) -> Iterator[Phrase]:
    """A speaker's label, unless it only says the interview's id or what the speaker does."""
    for part in re.split(r"[()\[\]/,;:|]+", label):
        if not _generic(part, interview):
            yield from of_person(part)


def of_file(file: str, interview: str) -> Iterator[Phrase]:
    """A transcript's name, unless generic: whole, without its ending, and names that stand in it.

    A name of one or two words is searched for with its ending only: "bath.docx" is a file, "bath"
    is not.
    """
    stem = file.rpartition(".")[0] or file
    if _generic(stem, interview):
        return
    yield tuple(TOKEN.findall(file))
    if len(tokens(stem)) > 2:
        yield tuple(TOKEN.findall(stem))
    for part in re.split(r"[\W_]*\d[\d\W_]*", stem):
        words = [word for word in TOKEN.findall(part) if not _generic(word, interview)]
        if len(words) > 1 and all(word.istitle() for word in words):
            yield tuple(words)


def number_in(surface: str) -> str:
    """The digits of a long number, leading zeros left out; empty where there is no such number."""
    digits = re.sub(r"\D", "", surface).lstrip("0")
    rest = re.sub(r"[\d\s().+/-]", "", surface)
    return digits if len(digits) >= SHORTEST_NUMBER and not rest else ""


def mixed(word: str) -> bool:
    """Whether letters and digits stand together in five characters or more: a reference."""
    return len(word) >= 5 and any(map(str.isdigit, word)) and any(map(str.isalpha, word))


def as_address(surface: str) -> str:
    """An e-mail address as written, also where it was spoken ("dot", "at"); empty for none."""
    written = re.sub(r"[\s,]+dot[\s,]+", ".", fold(surface))
    written = re.sub(r"[\s,]+at[\s,]+", "@", written)
    match = re.search(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", written)
    return match[0] if match else ""


def _generic(text: str, interview: str) -> bool:
    """Whether every word is a number, an id as the interview's or says what somebody does.

    A file may bear another id than its row, as where a number was mended in the register.
    """
    letters = fold(interview).rstrip(DIGITS)
    return all(
        word.isdigit() or word.rstrip(DIGITS) in GENERIC or _is_number_of(word, letters)
        for word in tokens(text)
    )


def _is_number_of(word: str, letters: str) -> bool:
    return word.startswith(letters) and word.removeprefix(letters).isdigit()
