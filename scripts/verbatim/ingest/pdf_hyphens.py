"""Hyphens at the ends of lines: those that only break a word, and those that belong to it."""

import re
from collections import Counter
from collections.abc import Iterable

from verbatim.search.words import ordinary, per_million

BROKEN = re.compile(r"(?P<begin>[^\W\d_][^\W_]*(?:['’][^\W\d_]+)?)-$")
BEGIN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


Break = tuple[str, str, bool]
"""The word before and after the end of a line, and whether the file has a blank between them."""


class Hyphens:
    """Decides over the hyphens at the ends of one file's lines.

    What is certain: a hyphen stays before a capital or a figure and behind a single letter; it
    goes where the whole word, and not the one with a hyphen, is met elsewhere in the file, or
    where an English word is made of a part that is none, or is about as common as its parts. A
    part that is no word and is said again ("th- the") was broken off in speech and keeps a blank.

    In a file where words were surely broken by the program that set it, a hyphen goes as
    well where the whole is an English word, or neither part is one. Else it stays.
    """

    def __init__(self, texts: Iterable[str], breaks: list[Break]) -> None:
        """Count the file's words, and see whether its program broke words."""
        self.words: Counter[str] = Counter()
        for text in texts:
            self.words.update(word.casefold() for word in WORD.findall(text))
        self.changes: Counter[str] = Counter()
        sure = sum(self.certain(*one) == "" for one in breaks)
        self.breaks_words = sure > 0.3 * len(breaks)

    def between(self, before: str, after: str, spaced: bool) -> tuple[str, str]:
        """Join a line that ends with a hyphen to the next one.

        Returns:
            What the word before becomes, and what stands between it and the word after.
        """
        sign = self.certain(before, after, spaced)
        if sign is None:
            sign = "" if self.breaks_words and self._is_breakable(before, after) else "-"
        self.changes[f"hyphen at the end of a line {'kept' if sign else 'removed'}"] += 1
        return (before, " " if sign == " " else "") if sign else (before[:-1], "")

    def certain(self, before: str, after: str, spaced: bool) -> str | None:
        """What stands between the parts: nothing, a hyphen, or hyphen and blank; None: unsure."""
        parts = _parts(before, after)
        if spaced or not before.strip("-"):
            return " "
        if parts is None or not after[0].islower() or len(parts[0]) == 1:
            return "-"
        left, right = parts
        whole, parted = self.words[left + right], self.words[f"{left}-{right}"]
        if parted > whole:
            return "-"
        often, rarer = per_million(left + right), min(per_million(left), per_million(right))
        if (whole > parted or often > 0) and not (ordinary(left) and ordinary(right)):
            return ""
        if 2 * often > rarer > 0:
            return ""
        return " " if right.startswith(left) and not ordinary(left) else None

    def _is_breakable(self, before: str, after: str) -> bool:
        """Say whether a program is likelier to have broken the word than a person."""
        left, right = _parts(before, after) or ("", "")
        if self.words[left + right] or per_million(left + right) > 0:
            return True
        return not (per_million(left) > 0 and per_million(right) > 0)


def _parts(before: str, after: str) -> tuple[str, str] | None:
    """The letters before and behind the end of the line, in small letters."""
    begin, end = BROKEN.search(before), BEGIN.match(after)
    if begin is None or end is None:
        return None
    return begin["begin"].casefold(), re.sub(r"['’]s$", "", end[0].casefold())
