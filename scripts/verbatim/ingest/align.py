"""Which paragraph of a corrected transcript is which of the accepted one."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Pair = tuple[int, int]
"""Places of one paragraph in the old and in the new text."""

ALIKE = 0.5
"""Least share of common words (Dice 1945) of two paragraphs that are one, changed."""

LONG = 5
"""Words from which a paragraph is recognised by itself wherever it stands; "Yes." is not."""

RAREST = 4
"""By how many of its words a paragraph looks for those like it."""

HOLDING = 8
"""How many paragraphs that hold such a word are looked at."""

# Scripts written without blanks between words: there, each sign counts as a word.
WORDS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|\w+")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, and who speaks it."""

    speaker: Hashable
    text: str


@dataclass(frozen=True)
class Alignment:
    """Which is which.

    Attributes:
        before: Place in the old text of each paragraph of the new one that was there before.
        moved: Places in the new text of those that stand in another order than before.
    """

    before: dict[int, int]
    moved: frozenset[int]


def align(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Alignment:
    """Recognise each old paragraph in the new text.

    First those with exactly the same text, in the same order, found as in patience diff (Bram
    Cohen): between paragraphs that stand once on both sides and in the same order, and between
    these again. Then those that moved. What is left between two recognised neighbours is compared
    without case and punctuation, then by its words; and where one paragraph of one speaker stands
    in the place of one, it is that one, rewritten.

    A paragraph whose text is unchanged is never given up for one that is only alike. Time and
    memory grow with the length of the texts, and with the logarithm of the paragraphs.
    """
    texts = [one.text for one in old], [one.text for one in new]
    words = [_words(text) for text in texts[0]], [_words(text) for text in texts[1]]
    pairs = list(_anchored(*texts, [(0, len(old), 0, len(new))], _once))
    moved = _moved(texts, words, pairs)
    gone = frozenset(at for at, _ in moved), frozenset(at for _, at in moved)
    for keys, found in ((words, _once), (words, _alike)):
        gaps = list(_gaps(pairs, len(old), len(new)))
        sought = [_without(keys[side], gone[side], side) for side in (0, 1)]
        pairs = sorted([*pairs, *_anchored(sought[0], sought[1], gaps, found)])
    pairs += list(_rewritten(old, new, pairs, gone))
    return Alignment(
        {there: here for here, there in [*pairs, *moved]}, frozenset(at for _, at in moved)
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORDS.findall(text.casefold()))


def _without(
    keys: Sequence[tuple[str, ...]], gone: frozenset[int], side: int
) -> list[tuple[str, ...]]:
    """Words of each paragraph; those that have moved are like no other."""
    return [("", str(side), str(at)) if at in gone else key for at, key in enumerate(keys)]


Found = Callable[[list[Any], list[Any]], list[Pair]]
"""Gives places, counted from the begin of two gaps, that rise on both sides."""


def _anchored(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    gaps: list[tuple[int, int, int, int]],
    find: Found,
) -> Iterator[Pair]:
    """Pair what is equal at the edges of each gap, then what `find` pairs, then inside again."""
    gaps = list(gaps)
    while gaps:
        a, a_end, b, b_end = gaps.pop()
        while a < a_end and b < b_end and old[a] == new[b]:
            yield a, b
            a, b = a + 1, b + 1
        while a < a_end and b < b_end and old[a_end - 1] == new[b_end - 1]:
            a_end, b_end = a_end - 1, b_end - 1
            yield a_end, b_end
        if a == a_end or b == b_end:
            continue
        anchors = [(a + i, b + j) for i, j in find(list(old[a:a_end]), list(new[b:b_end]))]
        if anchors:
            yield from anchors
            for (i, j), (i_end, j_end) in zip(
                [(a - 1, b - 1), *anchors], [*anchors, (a_end, b_end)], strict=True
            ):
                gaps.append((i + 1, i_end, j + 1, j_end))


def _gaps(pairs: list[Pair], old: int, new: int) -> Iterator[tuple[int, int, int, int]]:
    edges = [(-1, -1), *sorted(pairs), (old, new)]
    for (i, j), (i_end, j_end) in pairwise(edges):
        if i + 1 < i_end and j + 1 < j_end:
            yield i + 1, i_end, j + 1, j_end


def _once(old: list[Hashable], new: list[Hashable]) -> list[Pair]:
    """Pair what stands once on both sides; where nothing does, the first of a kind each."""
    for alone in (True, False):
        places: dict[Hashable, list[int]] = defaultdict(list)
        for at, key in enumerate(old):
            places[key].append(at)
        times = Counter(new)
        met: Counter[Hashable] = Counter()
        pairs = []
        for at, key in enumerate(new):
            here = places.get(key, [])
            if (len(here) == times[key] == 1) if alone else (met[key] < len(here)):
                pairs.append((here[met[key]], at))
            met[key] += 1
        if pairs:
            return _rising(pairs)
    return []


def _rising(pairs: list[Pair]) -> list[Pair]:
    """The longest part, in order of the new text, that rises in the old one too."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, (here, _) in enumerate(pairs):
        length = bisect_left(tails, here)
        before.append(last[length - 1] if length else -1)
        tails[length : length + 1] = [here]
        last[length : length + 1] = [at]
    found, at = [], last[-1] if last else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _moved(
    texts: tuple[list[str], list[str]],
    words: tuple[list[tuple[str, ...]], list[tuple[str, ...]]],
    pairs: list[Pair],
) -> list[Pair]:
    """Pair long paragraphs that are left on both sides, once, with the same text."""
    met = {at for at, _ in pairs}, {at for _, at in pairs}
    left: list[dict[str, list[int]]] = [defaultdict(list), defaultdict(list)]
    for side in (0, 1):
        for at, text in enumerate(texts[side]):
            if at not in met[side] and len(words[side][at]) >= LONG:
                left[side][text].append(at)
    return [
        (here[0], left[1][text][0])
        for text, here in left[0].items()
        if len(here) == 1 and len(left[1].get(text, ())) == 1
    ]


def _alike(old: list[tuple[str, ...]], new: list[tuple[str, ...]]) -> list[Pair]:
    """Pair paragraphs of which each is the most alike to the other."""
    bags = [Counter(one) for one in old]
    holding: dict[str, list[int]] = defaultdict(list)
    for at, bag in enumerate(bags):
        for word in bag:
            holding[word].append(at)
    best: dict[int, tuple[float, int]] = {}
    for there, one in enumerate(new):
        mine = Counter(one)
        rare = sorted(mine.keys() & holding.keys(), key=lambda word: (len(holding[word]), word))
        near = {at for word in rare[:RAREST] for at in holding[word][:HOLDING]}
        scores = ((_dice(bags[at], mine), -at) for at in near)
        score, at = max(scores, default=(0.0, 0))
        if score >= ALIKE and score > best.get(-at, (0.0, 0))[0]:
            best[-at] = score, there
    return _rising([(here, there) for there, here in sorted((j, i) for i, (_, j) in best.items())])


def _dice(one: Counter[str], other: Counter[str]) -> float:
    """Share of the words of two texts that they have in common (Dice 1945, equation 1)."""
    return 2 * (one & other).total() / (one.total() + other.total())


def _rewritten(
    old: Sequence[Paragraph],
    new: Sequence[Paragraph],
    pairs: list[Pair],
    gone: tuple[frozenset[int], frozenset[int]],
) -> Iterator[Pair]:
    """Pair one paragraph with the one that stands in its place."""
    for a, a_end, b, b_end in _gaps(pairs, len(old), len(new)):
        here = [at for at in range(a, a_end) if at not in gone[0]]
        there = [at for at in range(b, b_end) if at not in gone[1]]
        alone = len(here) == len(there) == 1
        neighboured = (a, b) != (0, 0) or (a_end, b_end) != (len(old), len(new))
        if alone and neighboured and old[here[0]].speaker == new[there[0]].speaker:
            yield here[0], there[0]
