"""Words of a passage, with what their place and their capitals say."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from verbatim.writing import MARKS


def listed(words: str) -> list[str]:
    """Words of a list that is written with blanks."""
    return words.split()


_LETTERS = rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*"
WORD = re.compile(rf"[A-Z](?:&[A-Z])+|{_LETTERS}(?:[’'‐‑-]{_LETTERS})*")
_POSSESSIVE = re.compile(r"[’'](?:s|d|ll|ve|re)?$")
_PRONOUNS = frozenset(
    listed(
        "i you he she it we they that this there here who what where how when why let these those "
        "one nobody somebody everybody"
    )
)
_OPENERS = " \t\u00a0\"“”‘'’*_([—–-"
_ENDS = ".?!…:;\n])"
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|St|Sgt|Cllr|Capt|Col|Fr|Jn|Wm)|(?<![\w-])(?<!\b[A-Z] )[A-Z])\.$"
)
"""Full stops that end no sentence; behind the last of spelt-out letters one does."""

CLEAN = 0.004
"""Share of function words with a capital inside sentences up to which capitals can be trusted."""

NEAR = 200
"""Characters before a word that can say what it is; reading further back costs without telling."""

SLIPS = 2
"""So many of them never speak against a transcript, however short it is."""


class Word(NamedTuple):
    """One word.

    Attributes:
        text: The word without a possessive ending.
        start: First character.
        end: Character after `text`, the possessive not counted.
        initial: Whether it opens a sentence or a quotation, so that its capital means nothing.
        possessive: Whether a possessive ending or a shortened verb follows ("Ann's", "Ann'd").
    """

    text: str
    start: int
    end: int
    initial: bool
    possessive: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def lower(self) -> str:
        """In lower case, with straight apostrophes and hyphens."""
        return plain(self.text)

    @property
    def acronym(self) -> bool:
        """Whether it is all capitals (a plural s aside) and longer than one letter."""
        letters = self.text.removesuffix("s")
        return len(letters) > 1 and letters.isupper()


def plain(text: str) -> str:
    """Lower case, straight apostrophes and hyphens."""
    lower = text.lower()
    if lower.isascii():
        return lower
    return lower.replace("’", "'").replace("‐", "-").replace("‑", "-")


@dataclass(frozen=True)
class Passage:
    """One segment as the layers see it.

    Attributes:
        text: What is said.
        before: What the speaker before said, which may be a question about age.
        caseless: Whether the interview is written without capitals.
        clean: Whether its capitals can be trusted.
    """

    text: str
    before: str = ""
    caseless: bool = False
    clean: bool = True

    @cached_property
    def words(self) -> list[Word]:
        """Words in order."""
        return words_of(self.text)

    def gap(self, index: int) -> str:
        """Text between the word before and this one."""
        words = self.words
        return self.text[words[index - 1].end : words[index].start] if index else ""

    def lower(self, index: int) -> str:
        """Word at the index in lower case; empty outside the passage."""
        return self.words[index].lower if 0 <= index < len(self.words) else ""


def before(text: str, start: int) -> str:
    """What stands right before a position, not further back than can matter."""
    return text[max(0, start - NEAR) : start]


def words_of(text: str) -> list[Word]:
    """Words of a text, in order."""
    return [_word(match, text) for match in WORD.finditer(text)]


def _word(match: re.Match[str], text: str) -> Word:
    whole = match.group()
    ending = _POSSESSIVE.search(whole)
    core = whole[: ending.start()] if ending else whole
    if len(core) < 2 or core.lower() in _PRONOUNS:
        core = whole
    end = match.start() + len(core)
    follows = core != whole or (text[end : end + 1] in {"’", "'"} and core.endswith("s"))
    return Word(core, match.start(), end, _opens(text, match.start()), follows)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or quotation opens here."""
    near = before(text, start)
    stripped = near.rstrip(_OPENERS)
    if not stripped:
        return True
    between = near[len(stripped) :]
    if stripped[-1] in _ENDS:
        return not (stripped[-1] == "." and _ABBREVIATED.search(stripped))
    if any(mark in between for mark in '"“‘') and between.strip():
        # 'she said, "Three of them"': an opening quotation mark stands right before the word.
        return between[-1] in "\"“‘'’*"
    return any(mark in between for mark in "—–") or " - " in between
