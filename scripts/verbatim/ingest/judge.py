"""What looks like the label of a speaker but is not listed: surely, perhaps, or not at all."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from verbatim.ingest.heads import Head, bold_head, unlisted_head
from verbatim.ingest.labels import (
    Speaker,
    has_role,
    has_title,
    is_introduced,
    is_name,
    is_shaped,
    is_variant,
    is_written_alike,
    key,
)
from verbatim.ingest.marks import is_aside, is_metadata
from verbatim.ingest.pieces import Piece
from verbatim.ingest.text import is_ended
from verbatim.writing import RUN_ON

COMES_BACK = 3
"""From so many times on, the same few words before a colon are a label whatever their shape."""

DEVICE = re.compile(r"\s*(?P<label>[^:：\n]{1,60}?)\s*(?::\s+|：\s*)(?P<rest>\S.*)", re.DOTALL)
NUMBER = re.compile(r"\+?[\d\s()*-]{5,}")


@dataclass(frozen=True)
class Layout:
    """How a transcript sets off the labels that are listed.

    Attributes:
        first: Index of the first labelled speech.
        timed: Whether most labels have a time beside them.
        bold: Whether most are in bold type.
        alone: Whether most have nothing behind them on their line.
        labelled: Whether every line of speech has one.
    """

    first: int
    timed: bool
    bold: bool
    alone: bool
    labelled: bool


def layout(
    pieces: list[Piece], heads: list[Head | None], first: int, others: dict[int, Head]
) -> Layout:
    """Describe how the listed labels are set off; `others` may be labels that are not listed."""
    perhaps = {at for at, other in others.items() if other.style != "line"}
    known = [head for head in heads if head]

    def most(times: int) -> bool:
        return 2 * times >= len(known)

    bare = any(
        at > first
        and head is None
        and at not in perhaps
        and not (piece.joins or is_aside(piece) or is_metadata(piece.text))
        for at, (piece, head) in enumerate(zip(pieces, heads, strict=True))
    )
    return Layout(
        first=first,
        timed=most(sum(head.timed for head in known)),
        bold=most(sum(head.style == "bold" for head in known)),
        alone=most(sum(not head.rest.strip() for head in known)),
        labelled=not bare and len(known) >= 4,
    )


def unlisted(piece: Piece, listed: dict[str, Speaker]) -> Head | None:
    """Read a head whose label is not listed; None where the piece is ordinary speech."""
    if piece.label is not None:
        return Head(piece.label, "given", piece.text) if key(piece.label) else None
    head = bold_head(piece.text, piece.bold, listed) if piece.bold else None
    if head or (head := unlisted_head(piece.text)):
        return head
    words = piece.text.strip()
    return Head(words, "line", "") if is_shaped(words) else None


def recurring(pieces: dict[int, Piece]) -> dict[int, Head]:
    """Read heads of no usual shape that come back, as a device's name: "Jo's iPhone: Yes.".

    Video conferences write the name that a participant's device gave before each caption; missed,
    their words would be taken for those of whoever spoke before.
    """
    found = {
        at: Head(match["label"], "colon", match["rest"])
        for at, piece in pieces.items()
        if piece.label is None
        and not piece.joins
        and not is_metadata(piece.text)
        and (match := DEVICE.match(piece.text))
        and (is_name(match["label"]) or NUMBER.fullmatch(match["label"]))
    }
    times = Counter(key(head.label) for head in found.values())
    return {at: head for at, head in found.items() if times[key(head.label)] >= COMES_BACK}


def judged(
    pieces: list[Piece], others: dict[int, Head], shown: Layout, listed: dict[str, Speaker]
) -> tuple[set[int], set[int]]:
    """Part pieces that look labelled into those that surely are and those that perhaps are.

    Sure is what the format itself gives, and what the layout marks as it marks the listed labels
    (bold, timed); where the layout marks nothing but a colon, a label that recurs, says a role or
    a title, is in capitals as the listed ones, or stands where every line has a label, or at the
    beginning of a caption after a finished sentence. "So I said: no" and "Dear all: ..." are
    neither.
    """
    often = Counter(key(other.label) for other in others.values() if other.style != "line")

    def is_certain(at: int, other: Head) -> bool:
        piece, recurs = pieces[at], often[key(other.label)] > 1
        if other.style == "given" or is_metadata(piece.text) or piece.heading:
            return other.style == "given"
        if at < shown.first:
            return recurs or (shown.timed and other.timed) or _speaks(other)
        if other.style == "line":
            return shown.alone and _is_label_line(piece, other, shown, listed)
        if is_variant(other.label, listed):
            return True
        if piece.joins:
            return False
        return _is_marked(other, recurs, shown, listed) or (
            piece.caption and _ends(pieces[at - 1].text) and not shown.timed
        )

    sure = {at for at, other in others.items() if is_certain(at, other)}
    perhaps = {
        at
        for at, other in others.items()
        if at not in sure
        and other.style != "line"
        and not (is_metadata(pieces[at].text) or pieces[at].heading)
        and (is_shaped(other.label.strip(" :")) or is_introduced(other.label))
    }
    return sure, perhaps


def _is_marked(other: Head, recurs: bool, shown: Layout, listed: dict[str, Speaker]) -> bool:
    """Say whether the layout marks the label as it marks the listed ones."""
    if other.style == "bold" or shown.bold:
        return shown.bold and other.style == "bold"
    if shown.timed:
        return other.timed
    return (
        recurs
        or (shown.labelled and not RUN_ON.search(other.label))  # 我说： ("I said:") has no blank
        or has_role(other.label)
        or has_title(other.label)
        or is_written_alike(other.label, listed)
    )


def _is_label_line(piece: Piece, other: Head, shown: Layout, listed: dict[str, Speaker]) -> bool:
    """Say whether a few words alone on a line are a label, where labels stand so."""
    if is_variant(other.label, listed):
        return True
    if shown.timed or piece.joins:
        return False
    return piece.bold >= len(piece.text.strip()) if shown.bold else has_role(other.label)


def _speaks(other: Head) -> bool:
    """Say whether somebody speaks behind a role, as a heading's "Interviewer: A. Name" does not."""
    return has_role(other.label) and _ends(other.rest) and len(other.rest.split()) > 2


def _ends(text: str) -> bool:
    """Say whether a sentence is finished."""
    return is_ended(text.rstrip(" \"'”’)]」』"))


def by_label(
    sure: Iterable[int], pieces: list[Piece], others: dict[int, Head]
) -> dict[str, list[str]]:
    """Places of each label, in order."""
    places: dict[str, list[str]] = {}
    for at in sorted(sure):
        label = others[at].label.strip(" :\t")
        places.setdefault(label, []).append(pieces[at].place)
    return places
