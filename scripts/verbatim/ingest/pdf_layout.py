"""Lines into paragraphs: by what fills a line, by gaps, by indents and by labels."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from verbatim.ingest.heads import bold_head, listed_head, listed_pattern, unlisted_head
from verbatim.ingest.judge import COMES_BACK
from verbatim.ingest.labels import Speaker, has_role, key
from verbatim.ingest.pdf_cells import ACROSS
from verbatim.ingest.pdf_lines import Line
from verbatim.ingest.text import is_ended

NARROW = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
"""Scripts that part lines between any two characters."""

WIDEST = 2.6
"""Lines farther apart than so many heights of the type (two lines are 2.4) are paragraphs."""

BLANK, SLACK = 0.25, 0.2
"""Width of a blank, and what lines may end short of the longest, by the height of the type."""

MARGIN = 0.8
"""Of the width of a page: where lines end at least if nothing better is known."""

SURE = 8
"""So many examples are needed before a file's own habit decides."""

TORN = re.compile(r"[@/]|\w\.\w")
"""In an address of the web or of electronic mail."""

SET_OFF = {"colon", "time", "bracket", "tab"}


@dataclass(frozen=True)
class Paragraph:
    """Lines of one paragraph.

    Attributes:
        lines: In order.
        heading: Whether its type is larger than that of the speech.
    """

    lines: list[Line]
    heading: bool = False


@dataclass
class _Habits:
    """What the file's own certain cases say of the rest.

    Attributes:
        right: Where lines end at the right, by width of page and column.
        gap: From which distance on a line begins a paragraph, in points.
        begins: Indents with which paragraphs begin and no line goes on.
        goes_on: Indents with which lines go on and no paragraph begins.
        blanks: Whether a blank at the end of a line says that the paragraph goes on; where it would
            have stuck out, none is written.
        size: Height of the type of most lines.
    """

    right: dict[tuple[int, int], float] = field(default_factory=dict)
    gap: float = 0.0
    begins: set[int] = field(default_factory=set)
    goes_on: set[int] = field(default_factory=set)
    blanks: bool = False
    size: float = 0.0


def paragraphs(lines: list[Line], listed: dict[str, Speaker]) -> list[Paragraph]:
    """Join lines into paragraphs.

    A line that had room for the first word of the next one ends its paragraph. A full one goes on,
    unless the next line is set off by a gap, by an indent as paragraphs of this file have it, or
    by the label of a speaker. What distance and which indents say so is learnt from the lines
    that are not full. Over the end of a page, a full line goes on.
    """
    labelled = _labelled(lines, listed)
    habits = _Habits(right=_right_ends(lines), size=_usual_size(lines))
    _learn_gap(habits, lines, labelled)
    _learn_indents(habits, lines)
    _learn_blanks(habits, lines, labelled)
    found: list[list[Line]] = []
    for line in lines:
        if found and _on(found[-1][-1], line, habits, labelled):
            found[-1].append(line)
        else:
            found.append([line])
    large = 1.18 * habits.size
    return [Paragraph(own, all(line.size > large for line in own)) for own in found]


def _on(one: Line, after: Line, habits: _Habits, labelled: Callable[[Line], bool]) -> bool:
    """Say whether a line goes on with the paragraph of the one before."""
    if (one.column == ACROSS) != (after.column == ACROSS):
        return False
    if after.head or labelled(after) or _changes(one, after):
        return False
    after.torn = _torn(one, after, habits)
    if after.torn or (habits.blanks and one.words[-1].spaced):
        return True
    if not _full(one, after, habits) or (habits.blanks and _has_room(one, habits)):
        return False
    indent = round(after.x0 / 3)
    if _beside(one, after) and one.y - after.y > habits.gap > 0:
        return False
    return indent not in habits.begins or indent in habits.goes_on


def _changes(one: Line, after: Line) -> bool:
    """Say whether the size of type changes, or bold at a sentence's end, as where it asks."""
    if not 0.88 < after.size / one.size < 1.14:
        return True
    is_bold = [all(word.bold for word in line.words) for line in (one, after)]
    return (
        is_bold[0] != is_bold[1]
        and one.words[-1].bold != after.words[0].bold
        and is_ended(one.text)
    )


def _torn(one: Line, after: Line, habits: _Habits) -> bool:
    """Say whether an address was torn at the end of its line, which it fills alone to the end."""
    word = one.words[0]
    character = 1.5 * (word.x1 - word.x0) / len(word.text)
    return (
        len(one.words) == 1
        and TORN.search(word.text) is not None
        and word.text[-1] not in ",;:!?)"
        and not word.spaced
        and not after.words[0].text[0].isupper()
        and word.x1 + character > habits.right[_place(one)]
    )


def _beside(one: Line, after: Line) -> bool:
    """Say whether the lines follow each other on one page, in one column."""
    return (one.page, one.column) == (after.page, after.column) and one.y > after.y


def _labelled(lines: list[Line], listed: dict[str, Speaker]) -> Callable[[Line], bool]:
    """Give the function that says whether a line begins with the label of a speaker.

    One that is not listed counts where it says a role or comes back: whoever it is, they must not
    be read on in the paragraph of somebody else.
    """
    pattern = listed_pattern(listed)
    others = {
        id(line): head.label for line in lines if (head := unlisted_head(line.text)) and head.rest
    }
    times = Counter(map(key, others.values()))
    known: dict[int, bool] = {}

    def begins(line: Line) -> bool:
        bold = _bold_text(line)
        if bold and (head := bold_head(line.text, len(bold), listed)):
            return key(head.label) in listed or bold.rstrip().endswith(":")
        head = listed_head(line.text, pattern)
        if head is None:
            other = others.get(id(line), "")
            return times[key(other)] >= COMES_BACK or has_role(other)
        alone = head.style == "line" and len(head.label) > 2
        return head.style in SET_OFF or alone

    def labelled(line: Line) -> bool:
        if id(line) not in known:
            known[id(line)] = begins(line)
        return known[id(line)]

    return labelled


def _bold_text(line: Line) -> str:
    bold = []
    for word in line.words:
        if not word.bold:
            break
        bold.append(word.text)
    return " ".join(bold)


def _right_ends(lines: list[Line]) -> dict[tuple[int, int], float]:
    """Where the longest lines end; a few that stick out do not count.

    Where hardly any line is as long, or none begins with a small letter, no line was broken: all
    ended before the margin, wherever that is.
    """
    places: defaultdict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        places[_place(line)].append(line)
    found = {}
    for place, own in places.items():
        right = sorted(line.x1 for line in own)[-1 - len(own) // 200]
        almost = right - 0.12 * (right - min(line.x0 for line in own))
        long = sum(line.x1 > almost for line in own)
        broken = any(line.words[0].text[0].islower() for line in own) or not _has_case(own)
        is_sure = place[1] != 0 or (long >= 3 and broken)
        found[place] = right if is_sure else max(right, MARGIN * place[0])
    return found


def _has_case(lines: list[Line]) -> bool:
    return any(word.text[0].isupper() for line in lines for word in line.words)


def _place(line: Line) -> tuple[int, int]:
    return round(line.width), line.column


def _usual_size(lines: list[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.words)
    return max(sizes, key=lambda size: (sizes[size], size), default=10.0)


def _full(one: Line, after: Line, habits: _Habits) -> bool:
    """Say whether the first word of a line would not have fitted behind the line before."""
    right = habits.right[_place(one)]
    word = after.words[0]
    wide = word.x1 - word.x0
    if NARROW.match(word.text):
        wide /= len(word.text)
    return one.x1 + BLANK * one.size + wide > right - SLACK * one.size


def _has_room(one: Line, habits: _Habits) -> bool:
    """Say whether a blank would have fitted at the end of a line that has none and no hyphen."""
    right = habits.right[_place(one)] - SLACK * one.size
    return one.x1 + BLANK * one.size < right and not one.words[-1].text.endswith("-")


def _learn_gap(habits: _Habits, lines: list[Line], labelled: Callable[[Line], bool]) -> None:
    """Learn which distance parts paragraphs: from full lines, from others, from labelled ones."""
    full: list[float] = []
    others: list[float] = []
    turns: list[float] = []
    for one, after in pairwise(lines):
        if _beside(one, after):
            begins = after.head or labelled(after)
            into = turns if begins else full if _full(one, after, habits) else others
            into.append(one.y - after.y)
    if full:
        usual = sorted(full)[len(full) // 2]
        parting = sorted(others or turns or full)
        wide = parting[len(parting) // 2]
        gap = (usual + wide) / 2 if wide > 1.1 * usual else 1.4 * usual
        habits.gap = min(gap, WIDEST * habits.size)


def _learn_indents(habits: _Habits, lines: list[Line]) -> None:
    """Learn with which indents paragraphs begin, and with which lines surely go on."""
    begins: Counter[int] = Counter()
    goes_on: Counter[int] = Counter()
    for one, after in pairwise(lines):
        indent = round(after.x0 / 3)
        if not _full(one, after, habits):
            begins[indent] += 1
        elif after.words[0].text[0].islower():
            goes_on[indent] += 1
    some = 0.05 * sum(begins.values())
    few = 0.05 * sum(goes_on.values())
    if sum(goes_on.values()) >= 3:
        habits.begins = {at for at, times in begins.items() if times > some and goes_on[at] <= few}
        habits.goes_on = {at for at, times in goes_on.items() if times > few}


def _learn_blanks(habits: _Habits, lines: list[Line], labelled: Callable[[Line], bool]) -> None:
    """Learn whether the file keeps the blank at which a line was broken, and only that.

    Programs that do drop it where it would stick out at the right.
    """
    on, ended = [], []
    for one, after in pairwise(lines):
        last = one.words[-1]
        if after.head or labelled(after) or not _full(one, after, habits):
            ended.append(last.spaced)
        elif after.words[0].text[0].islower() and not last.text.endswith("-"):
            on.append(last.spaced)
    habits.blanks = (
        min(len(on), len(ended)) >= SURE
        and sum(on) >= 0.6 * len(on)
        and sum(ended) <= 0.05 * len(ended)
    )
