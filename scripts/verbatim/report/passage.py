"""Cutting a passage out of de-identified text by positions in the text as spoken."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

ELLIPSIS = "…"


@dataclass(frozen=True)
class Tag:
    """Where a replaced mention stood in the spoken text and where its tag stands now."""

    start: int
    end: int
    tag_start: int
    tag_end: int


def tags_of(offsets: pd.DataFrame) -> dict[tuple[str, int], tuple[Tag, ...]]:
    """Collect the tags of each segment from rows of `Offsets`, in the order of the text."""
    found: dict[tuple[str, int], tuple[Tag, ...]] = {}
    for row in offsets.sort_values(["interview", "segment", "start"]).itertuples():
        tag = Tag(row.start, row.end, row.tag_start, row.tag_end)
        at = (row.interview, row.segment)
        found[at] = (*found.get(at, ()), tag)
    return found


def spoken_length(text: str, tags: Sequence[Tag]) -> int:
    """Give the length that the segment had as spoken, from its de-identified text."""
    return len(text) - sum(_growth(tag) for tag in tags)


def public_start(position: int, tags: Sequence[Tag]) -> int:
    """Map a passage's first spoken position; inside a mention it becomes the tag's begin."""
    for tag in tags:
        if tag.start < position < tag.end:
            return tag.tag_start
    return _mapped(position, tags)


def public_end(position: int, tags: Sequence[Tag]) -> int:
    """Map the spoken position after a passage; inside a mention it becomes the tag's end."""
    for tag in tags:
        if tag.start < position < tag.end:
            return tag.tag_end
    return _mapped(position, tags)


def cut(text: str, tags: Sequence[Tag], start: int, end: int) -> str:
    """Cut a passage out of de-identified text.

    Args:
        text: De-identified text of the segment.
        tags: The segment's tags.
        start: First position of the passage in the text as spoken, from 0.
        end: Position after it.

    Returns:
        The passage without outer white space; where words were cut off, an ellipsis stands.
        Empty if there is nothing but white space between the positions.
    """
    first, last = public_start(start, tags), public_end(end, tags)
    passage = text[first:last].strip()
    if not passage:
        return ""
    before = f"{ELLIPSIS} " if text[:first].strip() else ""
    after = f" {ELLIPSIS}" if text[last:].strip() else ""
    return f"{before}{passage}{after}"


def splits_a_word(text: str, tags: Sequence[Tag], start: int, end: int) -> bool:
    """Whether a passage begins or ends in the middle of a word; positions as in `cut`."""
    return any(
        0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
        for at in (public_start(start, tags), public_end(end, tags))
    )


def _mapped(position: int, tags: Sequence[Tag]) -> int:
    return position + sum(_growth(tag) for tag in tags if tag.end <= position)


def _growth(tag: Tag) -> int:
    return (tag.tag_end - tag.tag_start) - (tag.end - tag.start)
