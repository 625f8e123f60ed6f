"""What a PDF prints around the speech: running heads and feet, page numbers, line numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from verbatim.ingest.heads import listed_head, listed_pattern
from verbatim.ingest.labels import Speaker
from verbatim.ingest.pdf_lines import Line
from verbatim.ingest.pdf_words import Word

EDGE = 4
"""So many lines at the top and at the bottom of a page may be its head and foot."""

CLOCK_NUMBERS = 5
"""In a date and a time of day."""

MANY = 4
"""From so many pages on, what stands at the same place on most of them is no speech."""

APART = 1.35
"""A head stands apart from the text by a gap so many times as wide as lines do."""

PAGE_WORD = (
    r"(?:page|pages|pg|p|seite|s|página|pagina|pág|pag|side|sida|sivu|strana|tudalen|bladzijde)"
)
NUMBERED = re.compile(
    rf"\W*(?P<word>{PAGE_WORD}\b\.?)?\W*(?P<page>\d+)(?:\s*(?:/|\||of|von|de|sur|di|van|av|o)\s*"
    r"(?P<pages>\d+))?\W*",
    re.IGNORECASE,
)
AT_END = re.compile(r".*\s(?P<page>\d+)\s*/\s*(?P<pages>\d+)", re.DOTALL)
STEPS = (1, 2, 5, 10)


@dataclass(frozen=True)
class _Mark:
    """A number in the margin: a word of a line."""

    at: int
    value: int
    word: Word


def without_line_numbers(found: list[Line]) -> tuple[list[Line], list[Line]]:
    """Take away numbers that rise down the margin, on each line or on every fifth, say.

    Returns:
        The lines without them (a line of nothing else is gone), and those of each margin as a line.
    """
    margins: list[Line] = []
    for first in (True, False):
        marks = {mark.at: mark.word for mark in _marks(found, first)}
        for page, own in groupby(marks, key=lambda at: found[at].page):
            numbers = list(own)
            margins.append(Line(page, found[numbers[0]].width, [marks[at] for at in numbers]))
        found = [
            replace(line, words=[word for word in line.words if word is not marks.get(at)])
            if at in marks
            else line
            for at, line in enumerate(found)
            if line.words != [marks.get(at)]
        ]
    return found, margins


def _marks(found: list[Line], first: bool) -> list[_Mark]:
    """Numbers outside the text on one side, in a straight column, that rise evenly."""
    columns: defaultdict[tuple[bool, int], list[_Mark]] = defaultdict(list)
    for at, line in enumerate(found):
        word = line.words[0] if first else line.words[-1]
        if not re.fullmatch(r"\d{1,5}", word.text, re.ASCII):
            continue
        mark = _Mark(at, int(word.text), word)
        columns[True, round(word.x0 / 2)].append(mark)
        columns[False, round(word.x1 / 2)].append(mark)
    most = max(columns.values(), key=len, default=[])
    # The edge that is straight may fall on either side of a rounding: neighbours belong to it.
    if not most:
        return []
    for (is_left, edge), marks in list(columns.items()):
        if marks is most:
            near = [*columns.get((is_left, edge - 1), []), *columns.get((is_left, edge + 1), [])]
            most = sorted([*most, *near], key=lambda mark: mark.at)
            break
    return most if _rise(most, found) and _outside(most, found, first) else []


def _rise(marks: list[_Mark], found: list[Line]) -> bool:
    """Say whether numbers rise by the same step, or as the lines do, over all or on each page."""
    on_page = [
        (one, after) for one, after in pairwise(marks) if found[one.at].page == found[after.at].page
    ]
    if len({mark.value - mark.at for mark in marks}) == 1 and len(marks) >= 3:
        return True
    if len(on_page) >= 2 and all(b.value - a.value == b.at - a.at for a, b in on_page):
        return True
    steps = Counter(
        after.value - one.value
        for one, after in pairwise(marks)
        if found[one.at].page == found[after.at].page or after.value > one.value
    )
    step, times = max(steps.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    return len(marks) >= 5 and step in STEPS and times >= 0.9 * steps.total()


def _outside(marks: list[_Mark], found: list[Line], first: bool) -> bool:
    """Say whether the numbers stand in the margin, beside nearly all of the text."""
    marked = {id(mark.word) for mark in marks}
    rest = [[word for word in line.words if id(word) not in marked] for line in found]
    if first:
        edge = max(mark.word.x1 for mark in marks)
        inside = [words[0].x0 > edge for words in rest if words]
    else:
        edge = min(mark.word.x0 for mark in marks)
        inside = [words[-1].x1 < edge for words in rest if words]
    return sum(inside) >= 0.9 * len(inside)


def without_heads(
    found: list[Line], pages: int, listed: dict[str, Speaker]
) -> tuple[list[Line], list[Line], list[Line]]:
    """Take away what stands at the same height of most pages, alike or counting on.

    Returns:
        The lines without them, the heads and feet, and the page numbers.
    """
    by_page: defaultdict[int, list[Line]] = defaultdict(list)
    for line in found:
        by_page[line.page].append(line)
    usual, pattern = _usual_gap(by_page), listed_pattern(listed)
    edges = [edge for own in by_page.values() for edge in _edges(own, usual)]
    seen: defaultdict[str, list[_Edge]] = defaultdict(list)
    for edge in edges:
        for one in edge:
            seen[_signature(one.line)].append(one)
    running = {
        id(one.line) for alike in seen.values() for one in _running(alike, len(by_page), pattern)
    }
    dropped: dict[int, bool] = {}
    for edge in edges:
        for one in edge:
            is_number = _is_page_number(one.line, pages, apart=one.apart)
            if id(one.line) not in running and not is_number:
                break
            dropped[id(one.line)] = bool(NUMBERED.fullmatch(one.line.text))
    return (
        [line for line in found if id(line) not in dropped],
        [line for line in found if dropped.get(id(line)) is False],
        [line for line in found if dropped.get(id(line))],
    )


@dataclass(frozen=True)
class _Edge:
    """A line near the top or the bottom of its page.

    Attributes:
        line: The line.
        apart: Whether a wide gap or another size of type sets it off from what is farther inside.
    """

    line: Line
    apart: bool


def _edges(own: list[Line], usual: float) -> Iterator[list[_Edge]]:
    """The outermost lines of a page, at its top and at its bottom, each from outside inwards."""
    for edge in (own[: EDGE + 1], own[: -EDGE - 2 : -1]):
        yield [
            _Edge(
                line,
                inner is None
                or abs(line.y - inner.y) > APART * usual
                or not 0.9 < line.size / inner.size < 1.1,
            )
            for line, inner in zip(edge[:EDGE], [*edge[1:], None], strict=False)
        ]


def _usual_gap(by_page: dict[int, list[Line]]) -> float:
    """The distance between lines of one paragraph: among the smaller ones that are met."""
    gaps = sorted(before.y - after.y for own in by_page.values() for before, after in pairwise(own))
    return gaps[len(gaps) // 5] if gaps else 0.0


def _signature(line: Line) -> str:
    """The text with its numbers blotted out, for the place at which it stands."""
    return re.sub(r"\d+", "#", " ".join(line.text.casefold().split()))


def _running(alike: list[_Edge], pages: int, pattern: re.Pattern[str]) -> list[_Edge]:
    """Of lines that read alike, those that stand at one height of enough pages.

    They must be set off from the text, or be met so often, or be so long, that no speech would
    stand there by chance; a line that begins with a label stands on each page.
    """
    heights: defaultdict[int, list[_Edge]] = defaultdict(list)
    for one in alike:
        heights[round(one.line.y / 4)].append(one)
    found = []
    for height, here in heights.items():
        near = [*here, *heights.get(height - 1, []), *heights.get(height + 1, [])]
        times = len({one.line.page for one in near})
        apart = sum(one.apart for one in near) >= 0.8 * len(near)
        often = times >= MANY and times >= 0.6 * pages
        throughout = times == pages and len(near[0].line.words) >= 3
        enough = times >= 0.4 * pages and (times >= 3 or times == pages == 2)
        labelled = listed_head(near[0].line.text, pattern) is not None
        enough = enough and not (labelled and (times < 3 or times < pages))
        if enough and (apart or often or throughout) and _counts([one.line for one in near]):
            found += here
    return found


def _counts(lines: list[Line]) -> bool:
    """Say whether each number in the lines stays as it is, or counts with the pages.

    Beside a date, one may also differ by one, as the minute in which pages were printed does.
    """
    ordered = sorted(lines, key=lambda line: line.page)
    rows = [[int(number) for number in re.findall(r"\d{1,9}", line.text)] for line in ordered]
    if len({len(row) for row in rows}) != 1:
        return False
    varying = []
    for column in zip(*rows, strict=True):
        offsets = {value - line.page for value, line in zip(column, ordered, strict=True)}
        if len(set(column)) > 1 and len(offsets) > 1:
            varying.append(column)
    few = len(varying) == 1 and len(rows[0]) >= CLOCK_NUMBERS
    return not varying or (few and max(varying[0]) - min(varying[0]) <= 1)


def _is_page_number(line: Line, pages: int, *, apart: bool) -> bool:
    """Say whether the line numbers its page, whatever stands on the others."""
    text = line.text
    match = NUMBERED.fullmatch(text)
    if match is None:
        match = AT_END.fullmatch(text) if apart else None
    if match is None or int(match["page"]) != line.page:
        return False
    if match["pages"]:
        return int(match["pages"]) == pages
    return bool(match["word"]) or apart
