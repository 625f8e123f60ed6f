"""Who says what: which lines begin with a label, which are speech, which are neither."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from verbatim.ingest import judge, unlabelled
from verbatim.ingest.dress import counted, dressed
from verbatim.ingest.heads import Head, bold_head, choice, listed_head, listed_pattern
from verbatim.ingest.labels import UNWRITTEN, Speaker, key
from verbatim.ingest.marks import is_aside, is_closing, is_end, is_metadata
from verbatim.ingest.named import naming
from verbatim.ingest.pieces import Piece, Said
from verbatim.ingest.text import collapsed, is_ended
from verbatim.ingest.times import ALONE, apart, span, stamp

SET_OFF = ("given", "bold", "colon", "time")
"""Styles that mark a listed label whatever the other lines look like."""

BEFORE = "before the first label"
BEHIND = "behind the last words"
MARK = "heading, mark or layout"
"""Why a piece is not speech."""

HEADING_LINES = 15
NAME_WORDS = 4
SHORT = 2
CLOCK = 30
"""Letters of a time, or of two."""

NAMING = 8
"""Most lines of a heading that names people."""


@dataclass(frozen=True)
class Speech:
    """What a transcript says, and what in it is not speech.

    Attributes:
        said: Speech in order.
        styles: How the labels are set off, counted.
        read: Places with any content.
        dropped: Of these, those that are not speech.
        unsure: Those that look labelled but may be speech, and captions before any label.
        unknown: Places of each label that surely is one but is not listed.
        mistimed: Places of times that cannot be, as 9:99, in order; their speech is kept.
        inside: Places of times that stood between words, once each.
        tried: Where no listed label was found, what may have been meant for one.
        left: Pieces that are not speech, with the reason.
        kept: All others, with the words of each that are speech.
        labels: The listed labels as they are written, counted.
    """

    said: list[Said] = field(default_factory=list)
    styles: Counter[str] = field(default_factory=Counter)
    read: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)
    unsure: set[str] = field(default_factory=set)
    unknown: dict[str, list[str]] = field(default_factory=dict)
    mistimed: list[str] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    left: list[tuple[Piece, str]] = field(default_factory=list)
    kept: list[tuple[Piece, str]] = field(default_factory=list)
    labels: Counter[str] = field(default_factory=Counter)


def speech(pieces: list[Piece], listed: dict[str, Speaker]) -> Speech:
    """Say who speaks in each piece.

    A listed label counts where it is set off by the format, by bold type, a colon or a time; set
    off in another way (a tab, a bracket, a line of its own, a dash) where that is the layout.
    What stands before the first one is heading, except captions: they are speech of nobody known.
    Nothing vanishes uncounted: each place is speech, a label, a time, or dropped.
    """
    read = {piece.place for piece in pieces}
    heads = listed_heads(pieces, listed)
    if UNWRITTEN.isdisjoint(listed):
        first = _first(pieces, heads)
    else:
        first = unlabelled.begin(pieces)
        heads = unlabelled.heads(pieces, heads, listed)
    heads = [head if at >= first else None for at, head in enumerate(heads)]
    others = {
        at: other
        for at, (piece, head) in enumerate(zip(pieces, heads, strict=True))
        if is_open(head) and not (head and piece.label) and (other := judge.unlisted(piece, listed))
    }
    others |= judge.recurring(
        {at: piece for at, piece in enumerate(pieces) if is_open(heads[at]) and at not in others}
    )
    if not any(heads):
        tried = {other.label for other in others.values() if other.style != "line"}
        return Speech(read=read, tried=sorted(tried))
    shown = judge.layout(pieces, heads, first, others)
    sure, perhaps = judge.judged(pieces, others, shown, listed)
    # Where nobody's words have labels, what looks like one may be anything.
    perhaps |= {at for at in sure if heads[at]}
    sure -= perhaps
    perhaps |= _otherwise_set_off(pieces, heads, listed)
    spoken = _walked(pieces, heads, first, listed)
    return replace(
        spoken,
        read=read,
        # What stands before the first label is heading, dropped and shown as such.
        unsure=spoken.unsure | {pieces[at].place for at in perhaps if at >= first},
        unknown=judge.by_label(sure, pieces, others),
    )


def is_open(head: Head | None) -> bool:
    """Say whether no label begins a piece, whatever mark stands for its voice."""
    return head is None or head.style in unlabelled.OF_MARKS


def _otherwise_set_off(
    pieces: list[Piece], heads: list[Head | None], listed: dict[str, Speaker]
) -> set[int]:
    """Places that begin with a listed label and a mark that sets off no other: "Interviewer;"."""
    names = [re.escape(label) for label in listed if len(label) > SHORT and label[0] != "@"]
    if not names:
        return set()
    begins = re.compile(
        rf"(?:\W*[\d:.,]+\W*)?(?:{'|'.join(names)})(?:\s?;|\s[-–—])\s", re.IGNORECASE
    )
    return {
        at
        for at, (piece, head) in enumerate(zip(pieces, heads, strict=True))
        if is_open(head) and piece.label is None and begins.match(piece.text)
    }


def listed_heads(pieces: list[Piece], listed: dict[str, Speaker]) -> list[Head | None]:
    """Read the listed labels with which pieces begin, in the styles that are the layout's."""
    pattern = listed_pattern(listed)

    def read(piece: Piece) -> Head | None:
        if piece.label is not None:
            return Head(piece.label, "given", piece.text) if key(piece.label) in listed else None
        in_bold = bold_head(piece.text, piece.bold, listed) if piece.bold else None
        if in_bold and key(in_bold.label) in listed:
            return in_bold
        return listed_head(piece.text, pattern)

    found = _timed([read(piece) for piece in pieces])
    if signed := _signed(pieces, found, listed):
        return signed
    styles = Counter(head.style for head in found if head)
    strong = sum(styles[style] for style in SET_OFF)
    usual = {*SET_OFF, "tab"}
    usual |= {style for style in ("line", "bracket") if 5 * styles[style] >= strong}
    # Beside colons of others, "Q." and "A." of a hearing.
    usual |= {"dot"} if 5 * styles["dot"] >= strong else set()
    usual |= set() if strong else {"dash"}
    return [head if head and head.style in usual else None for head in found]


def _signed(
    pieces: list[Piece], found: list[Head | None], listed: dict[str, Speaker]
) -> list[Head | None]:
    """Read labels in rare signs and numbers, if most labels are set off so; else nothing."""
    names = choice(listed)
    pattern, label = dressed(f"(?:{names})"), re.compile(names, re.IGNORECASE)

    def read(piece: Piece) -> Head | None:
        match = pattern.match(piece.text) if piece.label is None else None
        if not match or not (written := label.search(match[0])):
            return None
        start, end = span(match[0])
        return Head(written[0], "sign", piece.text[match.end() :], start, end, start is not None)

    signed = [
        head if head and head.style in SET_OFF else read(piece)
        for piece, head in zip(pieces, found, strict=True)
    ]
    often = sum(head is not None and head.style == "sign" for head in signed)
    asking = {key(one) for one in counted(one.text for one in pieces if one.label is None)}
    is_usual = often > sum(head is not None for head in found) or bool(asking & listed.keys())
    return signed if is_usual else []


def _timed(heads: list[Head | None]) -> list[Head | None]:
    """Read "Label: 0:05" as a label and its time, where most labels have nothing else behind.

    Where few have, somebody says what the clock showed.
    """
    alone = {
        at
        for at, head in enumerate(heads)
        if head
        and head.style in {"colon", "bold"}
        and not head.timed
        and len(head.rest) <= CLOCK
        and ALONE.fullmatch(head.rest)
    }
    if 2 * len(alone) < len(heads) - heads.count(None):
        return heads
    return [
        head._replace(rest="", start=span(head.rest)[0], end=span(head.rest)[1], timed=True)
        if head and at in alone
        else head
        for at, head in enumerate(heads)
    ]


def _first(pieces: list[Piece], heads: list[Head | None]) -> int:
    """Index of the first labelled speech.

    A heading that names interviewer and participant by the very labels of the speech shows itself
    by lines as "Date:" behind them; its labels have only a name beside them. So does one whose
    labels all come once with a name each, before the first of them comes back.
    """
    begins = [at for at, head in enumerate(heads) if head]
    begins = begins[naming([heads[at] for at in begins[:NAMING]]) :]
    about = [
        at
        for at, piece in enumerate(pieces[:HEADING_LINES])
        if heads[at] is None and piece.label is None and is_metadata(piece.text)
    ]
    speaking = [
        at for at in begins if not about or at > about[-1] or not _is_named(pieces[at].text)
    ]
    return next(iter(speaking or begins), len(pieces))


def _is_named(text: str) -> bool:
    return len(text.split()) <= NAME_WORDS and not is_ended(text)


def _last(pieces: list[Piece], heads: list[Head | None]) -> int:
    """Index of the last piece that is not an end mark, behind one, or a note on the transcript."""
    labelled = max(at for at, head in enumerate(heads) if head)
    behind = range(labelled + 1, len(pieces))
    last = next((at for at in behind if is_end(pieces[at])), len(pieces) - 1)
    while heads[last] is None and is_closing(pieces[last]):
        last -= 1
    return last


def _walked(
    pieces: list[Piece], heads: list[Head | None], first: int, listed: dict[str, Speaker]
) -> Speech:
    """Walk through the pieces: a label holds until the next one, a lone time for what follows."""
    out = Speech()
    last, used = _last(pieces, heads), set[str]()
    label: str | None = None
    waiting: tuple[float | None, float | None] = (None, None)
    of_label = False  # whether the waiting time stood beside a label without words
    begun = False  # whether the paragraph that a joining piece goes on with has words already
    for at, (piece, head) in enumerate(zip(pieces, heads, strict=True)):
        begun = begun and piece.joins and head is None
        is_time = head is None and not stamp(piece.text)[2].strip()
        before_any = at < first and not piece.caption and not (at == first - 1 and is_time)
        if head is None and (before_any or at > last or is_aside(piece)):
            out.dropped.add(piece.place)
            out.left.append((piece, BEFORE if before_any else BEHIND if at > last else MARK))
            continue
        used.add(piece.place)
        if head:
            out.styles[_style(head)] += 1
            out.labels[collapsed(head.label).rstrip(" :：")] += 1
            label = listed[key(head.label)].label
            waiting = (None, None) if of_label else waiting
        said = head.rest if head else piece.text
        beside = apart(said, leads=is_open(head) and not piece.caption, ends=not piece.caption)
        words = collapsed(beside.words)
        out.inside.extend([piece.place] * beside.inside)
        is_none = beside.is_none or (head is not None and head.timed and head.start is None)
        if (piece.mistimed or is_none) and piece.place not in out.mistimed[-1:]:
            out.mistimed.append(piece.place)
        of_head = (head.start, head.end) if head else (None, None)
        start, end = beside.start, None
        for known in (of_head, (piece.start, piece.end), waiting):
            start, end = known if start is None and end is None else (start, end)
        end = end if beside.end is None else beside.end
        waiting, of_label = ((None, None) if words else (start, end)), head is not None
        out.kept.append((piece, words))
        if not words:
            continue
        if label is None:
            out.unsure.add(piece.place)
        if begun:
            before = out.said.pop()
            end = before.end if beside.end is None else beside.end
            out.said.append(before._replace(text=f"{before.text} {words}", end=end))
        else:
            out.said.append(Said(piece.place, label, words, start, end, piece.caption))
        begun = True
    out.dropped.difference_update(used)
    return out


def _style(head: Head) -> str:
    return f"timed {head.style}" if head.timed and head.style != "time" else head.style
