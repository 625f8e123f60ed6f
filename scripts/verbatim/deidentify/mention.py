"""A stretch of text that may say who somebody is."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from verbatim.tables.people import CATEGORIES

VOTES = {"roster": 4, "pattern": 3, "cue": 2, "gazetteer": 2}
"""What a layer's word for a category weighs against others on the same stretch; others: 1."""

DOUBT = "doubt"
"""Layer of what is too unlikely to be replaced: a person is asked about it."""


class Mention(NamedTuple):
    """What one layer proposes in one passage.

    Attributes:
        start: First character, from 0.
        end: Character after the last.
        category: Kind of identifier.
        layer: Who proposes it; several joined with +.
    """

    start: int
    end: int
    category: str
    layer: str


def longest(mentions: Iterable[Mention], text: str) -> list[Mention]:
    """Resolve overlaps: the longest mention wins, of equals the category with most votes.

    Rules that know a kind by the words around it or by a list outvote what has learnt (`VOTES`);
    then comes the order of CATEGORIES, then the first.

    The winner names every layer that proposed it or something overlapping it. What a loser covers
    beyond the winner is dropped unless nothing else that won covers it: then it stays, cut to the
    rest, so that resolving never uncovers what a layer proposed.

    Returns:
        Mentions that do not overlap, in order of their start.
    """
    every = set(mentions)
    votes: Counter[tuple[int, int, str]] = Counter()
    for one in every:
        weight = max(VOTES.get(layer, 1) for layer in one.layer.split("+"))
        votes[one.start, one.end, one.category] += weight
    ranked = sorted(
        every,
        key=lambda one: (
            one.start - one.end,
            -votes[one.start, one.end, one.category],
            CATEGORIES.index(one.category),
            one.start,
            one.layer,
        ),
    )
    won: list[Mention] = []
    layers: dict[tuple[int, int], set[str]] = {}
    for one in ranked:
        over = [each for each in won if each.start < one.end and one.start < each.end]
        for each in over:
            layers[each.start, each.end].update(one.layer.split("+"))
        taken = [(each.start, each.end) for each in over]
        for start, end in outside((one.start, one.end), taken, text):
            won.append(one._replace(start=start, end=end))
            layers[start, end] = set(one.layer.split("+"))
    return [one._replace(layer="+".join(sorted(layers[one.start, one.end]))) for one in sorted(won)]


def outside(
    span: tuple[int, int], taken: Iterable[tuple[int, int]], text: str
) -> list[tuple[int, int]]:
    """Give the parts of a span that no taken span covers, blanks and marks at their ends cut."""
    taken = [each for each in taken if each[0] < span[1] and span[0] < each[1]]
    if not taken:
        return [span]
    parts, (at, end) = [], span
    for start, stop in sorted(taken):
        if start > at:
            parts.append((at, min(start, end)))
        at = max(at, stop)
    if at < end:
        parts.append((at, end))
    return [trimmed for start, stop in parts if (trimmed := _spoken(start, stop, text))]


def _spoken(start: int, end: int, text: str) -> tuple[int, int] | None:
    """The span from its first letter or digit to its last; None for none, or a possessive s."""
    spoken = [at for at in range(start, end) if text[at].isalnum()]
    if not spoken or (spoken == [end - 1] and text[:end].endswith(("'s", "’s"))):
        return None
    return spoken[0], spoken[-1] + 1
