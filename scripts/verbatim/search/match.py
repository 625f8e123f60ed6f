"""Searching one text for names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from verbatim.search.forms import SHORTEST_NUMBER, Phrase
from verbatim.search.names import Names
from verbatim.search.words import TOKEN, fold
from verbatim.writing import RUN_ON, UNCASED

BETWEEN = 3
"""Characters, beside spaces, that may stand between two words of one name (dots, quotes, signs)."""

_RUN = re.compile(r"\+?\d(?:[ \t\n\u00a0()\-/]{0,2}\d){6,}|\+?\d(?:\.?\d){6,}")
_NUMBER = re.compile(r"\+?\d+")
_CLOSED = str.maketrans("", "", " \t\n\u00a0()-/.+")
"""Takes away whatever may stand inside a run of digits."""

LONG = 5
"""From so many letters on, a name with something written in one with it is hardly another word."""

_PARTED = re.compile(r"[\s_.·・‧•-]+")
"""What may stand between the parts of a Chinese or Japanese name."""

_NOT_DIGIT = re.compile(r"\D+")


@dataclass(frozen=True)
class Hit:
    """A name that stands in a text.

    Attributes:
        kind: Kind of name, as PERSON.
        words: Folded words or digits; private.
    """

    kind: str
    words: Phrase


@dataclass
class Seeker:
    """Finds the names in texts; built once, used for many."""

    names: Names

    @cached_property
    def _by_first(self) -> dict[str, list[Phrase]]:
        found: dict[str, list[Phrase]] = {}
        for phrase in self.names.anyhow:
            found.setdefault(phrase[0], []).append(phrase)
        return found

    @cached_property
    def _written(self) -> dict[Phrase, re.Pattern[str]]:
        return {
            phrase: re.compile(
                _whole(f"{_spaced(phrase)}|{_spaced(tuple(map(str.upper, phrase)))}")
            )
            for phrase in self.names.written
        }

    def hits(self, text: str) -> set[Hit]:
        """Every name that stands in the text as whole words, in whatever writing."""
        folded = fold(text)
        words = TOKEN.findall(folded)
        present = set(words)
        found = {
            Hit(self.names.anyhow[phrase], phrase) for phrase in self._in_order(folded, present)
        }
        for phrase, pattern in self._written.items():
            key = tuple(map(fold, phrase))
            if present.issuperset(key) and pattern.search(text):
                found.add(Hit(self.names.written[phrase], key))
        found |= {Hit(self.names.anyhow[phrase], phrase) for phrase in self._in_runs(folded)}
        return found | set(self._in_digits(folded))

    @cached_property
    def _run_on(self) -> dict[str, Phrase]:
        phrases = {"".join(phrase): phrase for phrase in self.names.anyhow}
        return {
            joined: phrase
            for joined, phrase in phrases.items()
            if RUN_ON.search(joined) or (len(joined) >= LONG and UNCASED.search(joined))
        }

    def _in_runs(self, folded: str) -> Iterator[Phrase]:
        """Names in scripts where other words touch them, wherever their letters stand in a row."""
        if self._run_on and not folded.isascii():
            closed = _PARTED.sub("", folded)
            yield from (phrase for joined, phrase in self._run_on.items() if joined in closed)

    def _in_order(self, folded: str, present: set[str]) -> Iterator[Phrase]:
        firsts = present & self._by_first.keys()
        wanted = [
            phrase
            for first in firsts
            for phrase in self._by_first[first]
            if present.issuperset(phrase)
        ]
        yield from (phrase for phrase in wanted if len(phrase) == 1)
        for phrase in wanted:
            if len(phrase) > 1:
                between = rf"[\s_]*(?:[^\w\s][\s_]*){{0,{BETWEEN}}}"
                if re.search(_whole(between.join(map(re.escape, phrase))), folded):
                    yield phrase

    def _in_digits(self, folded: str) -> Iterator[Hit]:
        """Known numbers, however their digits are grouped, with or without a country's prefix."""
        closed = folded.translate(_CLOSED)
        if not any(number in closed for number in self.names.numbers):
            return
        longest = max(map(len, self.names.numbers))
        for run in _RUN.findall(folded):
            joined = _NOT_DIGIT.sub("", run)
            if not any(number in joined for number in self.names.numbers):
                continue
            parts = _NUMBER.findall(run)
            for begin in range(len(parts)):
                digits = ""
                for part in parts[begin:]:
                    digits += part
                    if len(digits) > longest + 6:
                        break
                    if len(digits) >= SHORTEST_NUMBER:
                        number = self._known(digits)
                        if number:
                            yield Hit(self.names.numbers[number], (number,))

    def _known(self, digits: str) -> str:
        plain = digits.lstrip("+0")
        if plain in self.names.numbers:
            return plain
        if digits.startswith(("+", "00")):
            for prefix in (1, 2, 3):
                rest = plain[prefix:].lstrip("0")
                if rest in self.names.numbers:
                    return rest
        return ""


def _whole(pattern: str) -> str:
    """The pattern where no letter or digit touches it."""
    return rf"(?<![^\W_])(?:{pattern})(?![^\W_])"


def _spaced(phrase: Phrase) -> str:
    return r"(?:\s+|[_\-.+])".join(map(re.escape, phrase))
