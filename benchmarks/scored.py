"""Comparing what is hidden with what is marked: one count for every benchmark of identifiers."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from hidden import whole

from verbatim.deidentify.lexicon import lexicon
from verbatim.proportions import wilson
from verbatim.tables.people import DIRECT
from verbatim.train.convert import CATEGORY
from verbatim.train.corpora import Document

SPARED = "/NO_MASK"
"""End of a type whose mentions need not be hidden, and may be."""


@dataclass
class Score:
    """Counts over documents.

    Attributes:
        marked: Mentions by category, and as "direct", "indirect" and "all".
        found: Those of which every letter and digit is hidden.
        words: Words in all.
        hidden: Words hidden, wholly or in part.
        right: Hidden words of which a letter lies in a mention.
        missed: Category and text of what was not found, with what is around it.
        wrong: Words hidden that lie in no mention, likewise.
    """

    marked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    words: int = 0
    hidden: int = 0
    right: int = 0
    missed: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)

    def add(self, document: Document, covered: Collection[int]) -> None:
        """Count one document; a title at the beginning of a mention does not count."""
        text, true = document.marked.text, set[int]()
        for start, end, kind in document.marked.spans:
            true.update(range(start, end))
            if not kind.endswith(SPARED):
                begin = start + title(text[start:end])
                rows = kinds(kind)
                self.marked.update(rows)
                if whole(text, begin, end, covered):
                    self.found.update(rows)
                else:
                    self.missed.append((rows[0], around(text, begin, end)))
        self.words += len(text.split())
        for word in re.finditer(r"\w+", text):
            place = range(*word.span())
            if any(at in covered for at in place):
                self.hidden += 1
                if any(at in true for at in place):
                    self.right += 1
                else:
                    self.wrong.append(("", around(text, *word.span())))

    def share(self, row: str) -> str:
        """Share found of a category, or nothing where none was marked."""
        return f"{self.found[row] / self.marked[row]:.3f}" if self.marked[row] else ""

    def interval(self, row: str) -> str:
        """The same in full: counts, share, Wilson's interval."""
        if not self.marked[row]:
            return "none marked"
        low, high = wilson(self.found[row], self.marked[row])
        return f"{self.found[row]} of {self.marked[row]}: {self.share(row)} [{low:.3f}, {high:.3f}]"

    @property
    def precision(self) -> str:
        """Share of the hidden words that were marked."""
        return f"{self.right / self.hidden:.3f}" if self.hidden else ""

    @property
    def leaks(self) -> str:
        """Direct identifiers left, per 10,000 words."""
        left = self.marked["direct"] - self.found["direct"]
        return f"{10_000 * left / self.words:.1f}"


def kinds(kind: str) -> list[str]:
    """The rows that a type counts in: its category, and the sums."""
    category = CATEGORY.get(kind, kind)
    direct = kind.endswith("/DIRECT") if "/" in kind else category in DIRECT
    return [category, "direct" if direct else "indirect", "all"]


def around(text: str, start: int, end: int) -> str:
    """A stretch in brackets, with some words on either side."""
    shown = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}"
    return shown.replace("\n", " / ")


def title(mention: str) -> int:
    """Characters of the title or article at the beginning of a mention: it tells nothing."""
    match = re.match(r"(\w+)\.?\s+(?=\w)", mention)
    spared = {*lexicon().lists["titles"], "the"}
    return match.end() if match and match[1].lower() in spared else 0
