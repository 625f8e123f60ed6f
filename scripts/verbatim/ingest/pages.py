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
LINES, NEARLY = 10, 0.95
"""So many lines at least show that lines are numbered, and so many of them are."""

NUMBERED = re.compile(r"\s*[\[(]?(\d{1,6})[.:)\]]?(?:\s+|$)")
NUMBER = re.compile(r"\d{1,9}")
SAID = re.compile(r"[:：?!…]|[.]$")
"""Stands in speech and labels, not in a running head."""


def running(lines: list[str], listed: dict[str, Speaker]) -> set[int]:
    """Indices of the lines that count pages, and of a running head that stands beside each.

    A line counts pages if it comes back on three pages or more with nothing changed but a number
    in it, the last or the first, which goes up by one each time.
    """
    met: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        words = " ".join(line.split())
        if words and _is_short(words) and key(words) not in listed:
            met[NUMBER.sub("#", words)].append(at)
    counting = {at for places in met.values() if _are_pages(places, lines) for at in places}
    beside = {
        at
        for form, places in met.items()
        if "#" not in form and len(places) >= PAGES and _are_beside(places, lines, counting)
        for at in places
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
    return len(words.split()) <= FEW_WORDS and not SAID.search(words) and not has_role(words)


def _are_pages(places: list[int], lines: list[str]) -> bool:
    """Say whether one number of these lines counts on, and pages lie between them."""
    numbers = [list(map(int, NUMBER.findall(lines[at]))) for at in places]
    if len(places) < PAGES or not numbers[0]:
        return False
    if any(after - at < SHORTEST for at, after in pairwise(places)):
        return False
    return any(all(b[of] == a[of] + 1 for a, b in pairwise(numbers)) for of in (0, -1))


def _are_beside(places: list[int], lines: list[str], counting: set[int]) -> bool:
    """Say whether each of these lines is the next one with words to a line that counts pages."""
    written = [at for at, line in enumerate(lines) if line.strip()]
    near = {
        other
        for before, after in pairwise(written)
        for at, other in ((before, after), (after, before))
        if at in counting
    }
    return near.issuperset(places)
