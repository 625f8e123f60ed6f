"""Numbers of pages and lines, and running heads, in plain text that was laid out for print."""

import re
from collections import defaultdict
from itertools import pairwise

from verbatim.ingest.labels import Speaker, has_role, key

PAGES = 3
"""So many pages at least show that lines count pages."""

SHORTEST = 8
"""Lines of a page at least; what counts on faster are turns or questions."""

FEW_WORDS = 12
MOSTLY = 0.75
"""Share of the lines alike that stand beside page numbers; the title of the whole is one more."""

LINES, NEARLY = 10, 0.95
"""So many lines at least show that lines are numbered, and so many of them are."""

NUMBERED = re.compile(r"\s*[\[(]?(\d{1,6})[.:)\]]?(?:\s+|$)")
NUMBER = re.compile(r"\d{1,9}")
SAID = re.compile(r"[:：?!…]|[.]$")
"""Stands in speech and labels, not in a running head."""

PAGE = re.compile(r"\b(?:page|seite|página|pagina|strona|sida|side) \d{1,4}\b", re.IGNORECASE)
"""Stands in a running head, whatever else does."""


def running(lines: list[str], listed: dict[str, Speaker]) -> set[int]:
    """Indices of the lines that count pages, and of a running head that stands beside each.

    A line counts pages if it comes back on three pages or more with nothing changed but numbers in
    it, one of which goes up by one each time.
    """
    met: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        words = " ".join(line.split())
        if words and _is_short(words) and key(words) not in listed:
            met[NUMBER.sub("#", words)].append(at)
    counting = {at for places in met.values() if _are_pages(places, lines) for at in places}
    near = _next_to(counting, lines)
    beside = {
        at
        for places in met.values()
        if len(near.intersection(places)) >= max(PAGES, MOSTLY * len(places))
        for at in near.intersection(places)
    }
    return counting | beside


def unnumbered(lines: list[str]) -> tuple[list[str], list[str]]:
    """Take the numbers of lines away where nearly every line has one that counts on.

    They may begin again, as on each page.

    Returns:
        The lines, and the numbers that were taken away.
    """
    heads = [NUMBERED.match(line) for line in lines if line.strip()]
    numbers = [int(head[1]) for head in heads if head]
    onward = sum(after in {before + 1, 1} for before, after in pairwise(numbers))
    is_numbered = len(numbers) >= max(LINES, NEARLY * len(heads))
    if not is_numbered or len(set(numbers)) < LINES or onward < NEARLY * (len(numbers) - 1):
        return lines, []
    taken = [line[: head.end()].strip() for line in lines if (head := NUMBERED.match(line))]
    return [NUMBERED.sub("", line, count=1) for line in lines], taken


def _is_short(words: str) -> bool:
    is_few = len(words.split()) <= FEW_WORDS and not has_role(words)
    return is_few and bool(PAGE.search(words) or not SAID.search(words))


def _are_pages(places: list[int], lines: list[str]) -> bool:
    """Say whether one number of these lines counts on, and pages lie between them."""
    numbers = [list(map(int, NUMBER.findall(lines[at]))) for at in places]
    if len(places) < PAGES or not numbers[0]:
        return False
    if any(after - at < SHORTEST for at, after in pairwise(places)):
        return False
    counting = range(len(numbers[0]))
    return any(all(b[of] == a[of] + 1 for a, b in pairwise(numbers)) for of in counting)


def _next_to(counting: set[int], lines: list[str]) -> set[int]:
    """Give the lines with words that are the next ones to a line that counts pages."""
    written = [at for at, line in enumerate(lines) if line.strip()]
    return {
        other
        for before, after in pairwise(written)
        for at, other in ((before, after), (after, before))
        if at in counting
    }
