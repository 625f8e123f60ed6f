"""Text with marks: what identifies somebody, and what nothing is to be learnt from."""

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from verbatim.deidentify.network import without_case

CASELESS, LOWERED, BARE = 0.24, 0.04, 0.08
"""Share of documents learnt as a transcript without capitals, as a passage in lower case in one
with capitals, and, of those with capitals, without marks."""

UNSURE = ""
"""Category of a stretch that sets of data disagree about: nothing is learnt from it."""


@dataclass(frozen=True)
class Marked:
    """A text and its spans.

    Attributes:
        text: What is said, turns on lines of their own.
        spans: Start, end and category of each; the category `UNSURE` marks what to pass over.
    """

    text: str
    spans: tuple[tuple[int, int, str], ...] = ()

    @classmethod
    def of(cls, text: str, category: str | None) -> "Marked":
        """A text that is one span, or none."""
        return cls(text, ((0, len(text), category),) if category is not None and text else ())

    @classmethod
    def joined(cls, parts: Iterable["Marked"], between: str) -> "Marked":
        """Several in a row."""
        text, spans = "", list[tuple[int, int, str]]()
        for part in parts:
            if text or spans:
                text += between
            spans += [(start + len(text), end + len(text), kind) for start, end, kind in part.spans]
            text += part.text
        return cls(text, tuple(spans))

    def capitalised(self) -> "Marked":
        """With a capital at the beginning."""
        return Marked(self.text[:1].upper() + self.text[1:], self.spans)

    def changed(self, pattern: str, by: Callable[[re.Match[str]], str]) -> "Marked":
        """With what the pattern matches replaced, spans following their text."""
        text, moves, at = "", [], 0
        for match in re.finditer(pattern, self.text):
            text += self.text[at : match.start()] + by(match)
            at = match.end()
            moves.append((match.start(), match.end(), len(text)))
        text += self.text[at:]

        def moved(position: int) -> int:
            shift = 0
            for start, end, now in moves:
                if end <= position:
                    shift = now - end
                elif start < position:
                    return now
            return position + shift

        return Marked(text, tuple((moved(one), moved(two), kind) for one, two, kind in self.spans))

    def lowered(self) -> "Marked":
        """In lower case, as some recognisers write; letters that grow in it stay."""
        lower = "".join(each.lower() if len(each.lower()) == 1 else each for each in self.text)
        return Marked(lower, self.spans)

    def caseless(self) -> "Marked":
        """As the network reads an interview that is written without capitals."""
        return Marked(without_case(self.text), self.spans)

    def unpunctuated(self) -> "Marked":
        """Without marks, as some recognisers write; those inside words and numbers stay."""
        return self.changed(r"[,;:!?…\"“”()]+|\.+(?=\s|$)", lambda _: "")

    def unapostrophed(self) -> "Marked":
        """Without apostrophes, as people type in haste: dont, theres."""
        return self.changed(r"(?<=\w)['’](?=\w)", lambda _: "")


def varied(documents: Iterable[Marked], seed: int) -> list[Marked]:
    """Each document, some of them in lower case, some without marks, most of these both."""
    chance = random.Random(seed)  # noqa: S311  no secret
    made = []
    for document in documents:
        way, marks = chance.random(), chance.random()
        if way < CASELESS:
            bare = document.unpunctuated() if marks < 0.75 else document
            made.append((bare.unapostrophed() if marks < 0.4 else bare).caseless())
        else:
            bare = document.unpunctuated() if marks < BARE else document
            made.append(bare.lowered() if way < CASELESS + LOWERED else bare)
    return made
