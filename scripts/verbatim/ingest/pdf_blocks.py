"""Rows of a table whose labels stand at half their height, as web pages print them."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

from verbatim.ingest.pdf_lines import Line
from verbatim.ingest.pdf_words import Word

NEAR = 2.5
"""Words that begin so near in points begin at the same place."""

ROW_GAP = 1.12
"""Rows of a table are farther apart than so many times the distance of its lines."""


@dataclass
class _Block:
    """Lines of one cell of speech, as far as it stands on one page.

    Attributes:
        lines: Numbers of the lines with speech.
        heads: Numbers of the lines with a label or time beside, or between, these.
    """

    lines: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)


def parted(line: Line, start: float) -> tuple[list[Word], list[Word]] | None:
    """The words left of the speech and those of it; None where the line crosses."""
    if line.x0 >= start - NEAR:
        return [], line.words
    left = [word for word in line.words if word.x0 < start - NEAR]
    right = line.words[len(left) :]
    if left and (
        max(word.x1 for word in left) > start + NEAR or (right and right[0].x0 > start + NEAR)
    ):
        return None
    return left, right


def lifted(found: list[Line], start: float) -> list[Line]:
    """Move labels from half the height of their rows to the first lines of these.

    Nothing moves where labels stand beside first lines, as they mostly do. Rows are told by gaps.
    """
    parts = [parted(line, start) for line in found]
    blocks = _blocks(found, parts)
    middle = [block for block in blocks if _is_middle(block, found)]
    others = [block for block in blocks if len(block.lines) > 1 and block.heads]
    if 2 * len(middle) <= len(others):
        return found
    moved: dict[int, list[Word]] = {}
    for before, block in pairwise([_Block(), *blocks]):
        goes_on = (
            bool(before.lines)
            and not before.heads
            and found[before.lines[0]].page != found[block.lines[0]].page
            and len(block.lines) > 1
            and not _is_middle(block, found)
        )
        at = before.lines[0] if goes_on else block.lines[0]
        words = [word for head in block.heads for word in (parts[head] or ([], []))[0]]
        moved[at] = [*moved.get(at, []), *words]
    heads = {head for block in blocks for head in block.heads}
    lines = []
    for at, line in enumerate(found):
        right = (parts[at] or ([], line.words))[1]
        words = [*moved.get(at, []), *(right if at in heads or at in moved else line.words)]
        if words:
            lines.append(line if words == line.words else replace(line, words=words))
    return lines


def _blocks(found: list[Line], parts: list[tuple[list[Word], list[Word]] | None]) -> list[_Block]:
    """Put together lines of speech that are no farther apart than lines are."""
    spoken = [at for at, both in enumerate(parts) if both and both[1]]
    gaps = sorted(
        found[one].y - found[after].y
        for one, after in pairwise(spoken)
        if found[one].page == found[after].page
    )
    usual = gaps[len(gaps) // 5] if gaps else 0.0
    blocks: list[_Block] = []
    waiting: list[int] = []
    last = None
    for at, both in enumerate(parts):
        if both is None:
            last = None
        elif both[1]:
            near = last is not None and found[last].page == found[at].page
            if not near or found[last or 0].y - found[at].y > ROW_GAP * usual:
                blocks.append(_Block())
            blocks[-1].lines.append(at)
            blocks[-1].heads += [*waiting, *([at] if both[0] else [])]
            waiting, last = [], at
        else:
            waiting.append(at)
    if blocks:
        blocks[-1].heads += waiting
    return blocks


def _is_middle(block: _Block, found: list[Line]) -> bool:
    """Say whether the label stands at half the height of several lines."""
    if len(block.lines) < 2 or not block.heads:
        return False
    heights = [found[at].y for at in block.lines]
    first, last = found[block.heads[0]], found[block.heads[-1]]
    if first.y - last.y > 1.6 * first.size:
        return False  # more than one label, broken though it may be
    label = (first.y + last.y) / 2
    return abs(label - (heights[0] + heights[-1]) / 2) < 0.35 * found[block.lines[0]].size
