"""Words of a page into its lines, by their base line; two columns of text, one after the other."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, groupby

from verbatim.ingest.pdf_words import Page, Word

TAB = 1.3
"""A gap so many times as wide as the type is high parts columns, or is a tab."""

WIDE = 2.2
"""A gap so many times the usual one of its line is more than one blank."""

LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")

PROSE = 4
"""So many words stand on most lines of a column of text; of labels or times, fewer do."""


@dataclass
class Line:
    """A line of a page, or its part in one column. What is worked out from its words is kept.

    Attributes:
        page: Number of the page.
        width: Of the page, in points.
        words: From left to right.
        column: 0 where the text has one column; 1 and 2 in text of two.
        number: Of the line on its page, from 1, margins aside.
        head: What stands to the left of the speech, in a column of its own.
        torn: Whether it goes on with an address that the end of the line before tore.
        x0: Left end.
        x1: Right end.
        y: Base line.
    """

    page: int
    width: float
    words: list[Word]
    column: int = 0
    number: int = 0
    head: str = ""
    torn: bool = False
    x0: float = field(init=False)
    x1: float = field(init=False)
    y: float = field(init=False)

    def __post_init__(self) -> None:
        """Take the place from the words."""
        _, self.x0, _, self.y, *_ = self.words[0]
        self.x1 = max([word.x1 for word in self.words])

    @cached_property
    def size(self) -> float:
        """Height of the type of most of it."""
        sizes = [word.size for word in self.words]
        if min(sizes) == max(sizes):
            return sizes[0]
        return Counter(round(size, 1) for size in sizes).most_common(1)[0][0]

    @cached_property
    def text(self) -> str:
        """Its words with a blank between them; two where the gap is wide, a tab where wider."""
        gaps = [after.x0 - word.x1 for word, after in zip(self.words, self.words[1:], strict=False)]
        usual = sorted(gaps)[len(gaps) // 2] if gaps else 0.0
        if not gaps or max(gaps) <= 0.42 * self.size:
            return " ".join([word.text for word in self.words])
        parts = [self.words[0].text]
        for gap, word in zip(gaps, self.words[1:], strict=True):
            if gap > max(TAB * word.size, WIDE * usual):
                parts.append("\t")
            else:
                parts.append("  " if gap > max(0.42 * word.size, 1.6 * usual) else " ")
            parts.append(word.text)
        return "".join(parts)

    @property
    def cells(self) -> list[list[Word]]:
        """Its words, parted at wide gaps."""
        found: list[list[Word]] = [[]]
        for word in self.words:
            if found[-1] and word.x0 - found[-1][-1].x1 > TAB * word.size:
                found.append([])
            found[-1].append(word)
        return found


def lines(page: Page) -> list[Line]:
    """The lines of a page from top to bottom, all that stands on one base line together."""
    found: list[list[Word]] = []
    for word in sorted(page.words, key=lambda one: (-one.y, one.x0)):
        if found and found[-1][0].y - word.y < 0.4 * word.size:
            found[-1].append(word)
        else:
            found.append([word])
    for words in found:
        words.sort(key=lambda one: one.x0)
    if page.mirrored:
        found = [_from_right(words) for words in found]
    return [Line(page.number, page.width, words) for words in found]


def _from_right(words: list[Word]) -> list[Word]:
    """Mend a line written from the right: blanks that nobody set, and words written from the left.

    Words of a script from the left change places with each other, so that each stands where it is
    read; a full stop that was shown before them stands behind.
    """
    closed: list[Word] = []
    for word in words:
        if closed and word.x0 - closed[-1].x1 < 0.08 * word.size:
            before = closed.pop()
            closed.append(before._replace(text=before.text + word.text, x1=word.x1))
        else:
            closed.append(word)
    ordered: list[Word] = []
    for is_latin, run in groupby(closed, key=lambda word: LATIN.search(word.text) is not None):
        own = list(run)
        texts = [word.text for word in own]
        if is_latin:
            texts.reverse()
            begin = re.match(r"[.,;:!?]*", texts[0])
            stop = begin[0] if begin else ""
            texts[0] = texts[0][len(stop) :]
            texts[-1] += stop
        ordered += [word._replace(text=text) for word, text in zip(own, texts, strict=True) if text]
    return ordered


def in_columns(found: list[Line]) -> list[Line]:
    """Put lines of text in two columns into the order of reading; others stay as they are.

    A line that crosses the gutter, as a title does, is read where it stands, between what is above
    it in both columns and what is below.
    """
    gutter = _gutter(found)
    if gutter is None:
        return found
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    page = 0
    for line in [*found, None]:
        parts = _parts(line, gutter) if line else None
        if line is None or parts is None or line.page != page:
            ordered += [*left, *right]
            left, right = [], []
        if line is None:
            break
        page = line.page
        if parts is None:
            ordered.append(line)
            continue
        for words, column, into in ((parts[0], 1, left), (parts[1], 2, right)):
            if words:
                into.append(Line(line.page, line.width, words, column))
    return ordered


def _parts(line: Line, gutter: float) -> tuple[list[Word], list[Word]] | None:
    """Part a line at the gutter; None where it crosses."""
    left = [word for word in line.words if word.x1 <= gutter]
    right = [word for word in line.words if word.x0 >= gutter]
    crosses = len(left) + len(right) < len(line.words) or (
        left and right and right[0].x0 - left[-1].x1 < 0.6 * line.size
    )
    return None if crosses else (left, right)


def _gutter(found: list[Line]) -> float | None:
    """The middle of the strip between two columns of text; None where there is no such strip.

    Each side must be text that fills its lines: a column of labels or times does not.
    """
    if len(found) < 8:
        return None
    begin, end = min(line.x0 for line in found), max(line.x1 for line in found)
    low, high = int(begin + 0.3 * (end - begin)) // 2, int(begin + 0.7 * (end - begin)) // 2
    few = max(1, 0.1 * len(found))
    free = [place for place, lines in _covered(found, high) if place >= low and lines <= few]
    strip = max(_runs(free), key=len, default=[])
    if len(strip) < 3:
        return None
    gutter = float(strip[0] + strip[-1] + 1)
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in found:
        for words, side in zip(_parts(line, gutter) or (), sides, strict=False):
            if words:
                side.append(Line(line.page, line.width, words))
    widths = (2 * strip[0] - begin, end - 2 * strip[-1])
    for side, width in zip(sides, widths, strict=True):
        if len(side) < max(5, 0.2 * len(found)):
            return None
        half = len(side) // 2
        filled = sorted(line.x1 - line.x0 for line in side)[half] >= 0.5 * width
        if not filled or sorted(len(line.words) for line in side)[half] < PROSE:
            return None
    return gutter if _beside(*sides) else None


def _beside(left: list[Line], right: list[Line]) -> bool:
    """Say whether the sides stand beside each other, and not in turns one below the other."""
    fewer, more = sorted((left, right), key=len)
    heights: defaultdict[int, list[float]] = defaultdict(list)
    for line in more:
        heights[line.page].append(line.y)
    beside = sum(
        any(abs(line.y - height) < 0.8 * line.size for height in heights[line.page])
        for line in fewer
    )
    return beside >= 0.6 * len(fewer)


def _covered(found: list[Line], high: int) -> Iterator[tuple[int, int]]:
    """How many lines have text at each place left of one, two points wide."""
    more: Counter[int] = Counter()
    for line in found:
        free = 0
        for begin, end in _stretches(line):
            more[max(int(begin) // 2, free)] += 1
            free = int(end) // 2 + 1
            more[free] -= 1
    return zip(range(high), accumulate(more[place] for place in range(high)), strict=True)


def _stretches(line: Line) -> Iterator[tuple[float, float]]:
    """Where a line has text, blanks between words included."""
    begin = end = None
    for word in line.words:
        if begin is None or end is None:
            begin, end = word.x0, word.x1
        elif word.x0 - end < 0.6 * word.size:
            end = word.x1
        else:
            yield begin, end
            begin, end = word.x0, word.x1
    if begin is not None and end is not None:
        yield begin, end


def _runs(places: Iterable[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for place in places:
        if found and place == found[-1][-1] + 1:
            found[-1].append(place)
        else:
            found.append([place])
    return found
