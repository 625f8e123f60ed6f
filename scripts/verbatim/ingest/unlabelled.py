"""Voices that no label tells apart: by type, by dashes in turn; or one mark for all."""

import re
from collections.abc import Iterator
from itertools import cycle, groupby

from verbatim.ingest.cues import SOMEBODY
from verbatim.ingest.heads import Head
from verbatim.ingest.labels import ALL, PLAIN, TURNS, TYPES, Speaker
from verbatim.ingest.marks import is_aside, is_closing, is_metadata
from verbatim.ingest.pieces import Piece
from verbatim.ingest.text import is_ended
from verbatim.ingest.times import stamp

STYLES = {ALL: "all", **dict.fromkeys((PLAIN, *TYPES), "type"), **dict.fromkeys(TURNS, "turns")}
"""Styles of heads that such a mark gives."""

OF_MARKS = frozenset(STYLES.values())

DASH = re.compile(r"\s*[-–—]+\s*(?=[^\s\d-])")
NUMBER = re.compile(r"\s*\(?\d{1,3}[.)]\s+(?=[^\W\d_])")
SIGNS = {"@numbered": NUMBER, **dict.fromkeys(TURNS, DASH)}
"""What begins paragraphs of these marks and is no speech."""

QUESTION = re.compile("[?？؟]|;$")
HEADING_LINES, HEADING_WORDS, TITLE_WORDS = 15, 12, 3
LEAST_BLOCKS, LONG = 5, 3
ASKING, ASKING_MORE = 0.25, 2.0
"""Share of the turns of one who asks that have a question; how much more than the other's."""

ANSWERED = 0.8
"""Share of the labelled paragraphs behind which others stand, if only questions have a label."""

RARE = 0.05
"""Share of the paragraphs below which what is set so is emphasis."""

PART = 12
"""In every so many turns the same one of two asks more, where dashes mean turns."""


def heads(
    pieces: list[Piece], labelled: list[Head | None], listed: dict[str, Speaker]
) -> list[Head | None]:
    """Give each piece that no listed label begins the mark of its voice, as its head.

    What goes on in the same paragraph under the same mark has none, nor has what is no speech.

    Args:
        pieces: Pieces of a transcript for which the register lists marks.
        labelled: Heads with listed labels.
        listed: Labels and marks of the register.
    """
    found: list[Head | None] = []
    before = ""
    for piece, head, mark in zip(pieces, labelled, _marks(pieces, listed), strict=True):
        if head or not mark:
            found.append(head)
            before = ""
        elif piece.joins and mark == before:
            found.append(None)
        else:
            sign = SIGNS[mark].match(piece.text) if mark in SIGNS else None
            found.append(Head(mark, STYLES[mark], piece.text[sign.end() if sign else 0 :]))
            before = mark
    for at in range(len(pieces) - 1, -1, -1):
        if labelled[at] or pieces[at].heading or not is_closing(pieces[at]):
            break
        found[at] = None
    return found


def begin(pieces: list[Piece]) -> int:
    """Index of the first piece of speech, behind titles and facts.

    A few words that are no sentence are a title where nearly all that follows is sentences.
    """
    ended = sum(_is_ended(piece.text) for piece in pieces)
    for at, piece in enumerate(pieces[:HEADING_LINES]):
        is_title = 4 * ended >= 3 * len(pieces) and not _is_said(piece.text, HEADING_WORDS)
        is_fact = is_aside(piece) and not (piece.heading and _is_ended(piece.text))
        if piece.caption or not (is_fact or is_metadata(piece.text) or is_title):
            return at
    return 0


def marks(pieces: list[Piece], labelled: int) -> list[str]:
    """Give the marks of the two voices that type or dashes tell apart; none where nothing does.

    They take turns, what each says is sentences, and one of them asks: bold headings between
    paragraphs that tell are no voice.

    Args:
        pieces: Pieces of a transcript for which nobody has listed labels.
        labelled: How many pieces begin as with a label; who has labels needs no marks.
    """
    own = [piece for piece in pieces[begin(pieces) :] if not (piece.caption or piece.label)]
    for mark in TYPES:
        typed, others, paragraphs = _parted(own, mark)
        is_usual = len(typed) >= RARE * paragraphs and len(typed) > 2 * labelled
        if is_usual and _take_turns(typed, others):
            return [mark, PLAIN]
    said = [one for one in own if not is_aside(one)]
    if not labelled and all(DASH.match(one.text) for one in said):
        texts = [one.text for one in said]
        if _take_turns(texts[::2], texts[1::2]) and _asks_throughout(texts):
            return list(TURNS)
    return []


def are_answers(pieces: list[Piece], labelled: list[Head | None]) -> bool:
    """Say whether the only label there is begins questions, and what has none answers them."""
    asked = [piece.text for piece, head in zip(pieces, labelled, strict=True) if head]
    blocks = [
        (is_asked, [piece.text for piece, _ in block])
        for is_asked, block in groupby(
            (
                (piece, head)
                for piece, head in zip(pieces, labelled, strict=True)
                if piece.label is None and not (is_aside(piece) or (piece.joins and not head))
            ),
            key=lambda one: one[1] is not None,
        )
    ]
    first = next((at for at, (is_asked, _) in enumerate(blocks) if is_asked), 0)
    answers = [" ".join(block) for is_asked, block in blocks[first:] if not is_asked]
    asks = 2 * sum(map(_asks, asked)) >= len(asked)
    return asks and len(answers) >= ANSWERED * len(asked) and _take_turns(asked, answers)


def _parted(pieces: list[Piece], mark: str) -> tuple[list[str], list[str], int]:
    """Give what is set so, block by block, what stands between, and the number of paragraphs."""
    said = [one for one in pieces if _is_speech(one, {mark}) and not is_metadata(one.text)]
    typed: list[str] = []
    others: list[str] = []
    for is_set, block in groupby(said, key=lambda one: _is_set(one, mark)):
        (typed if is_set else others).append(" ".join(one.text for one in block))
    long = sum(len(re.findall(r"\w+", text)) >= LONG for text in typed)
    if mark == "@capitals" and 2 * long < len(typed):
        typed = []  # "OK." is in capitals whoever says it
    return typed, others, len(said)


def _marks(pieces: list[Piece], listed: dict[str, Speaker]) -> Iterator[str]:
    """Yield the mark of each piece's voice; nothing for what is no speech, or has a label."""
    types = {mark for mark in TYPES if mark in listed}
    taking, now = cycle(TURNS), ""
    for piece in pieces:
        if piece.label not in {None, "", SOMEBODY} or not _is_speech(piece, types):
            yield ""
            continue
        if ALL in listed:
            now = ALL
        elif types:
            now = _typed(piece, types, now)
        elif DASH.match(piece.text) or not now:
            now = next(taking)
        yield now


def _typed(piece: Piece, types: set[str], now: str) -> str:
    if types == {"@capitals"} and now and (piece.joins or not _has_case(piece.text)):
        return now
    return next((mark for mark in TYPES if mark in types and _is_set(piece, mark)), PLAIN)


def _is_set(piece: Piece, mark: str) -> bool:
    if mark == "@heading":
        return piece.heading
    if mark == "@capitals":
        return piece.text.isupper() and sum(map(str.isalpha, piece.text)) > 1
    if mark == "@numbered":
        return NUMBER.match(piece.text) is not None
    return mark[1:] in piece.set_in


def _is_speech(piece: Piece, types: set[str]) -> bool:
    """Say whether a piece may be speech: no heading unless headings ask, no mark, no lone time."""
    if piece.heading and "@heading" in types:
        return _is_said(piece.text, TITLE_WORDS)
    return not is_aside(piece) and bool(stamp(piece.text)[2].strip())


def _take_turns(some: list[str], others: list[str]) -> bool:
    """Say whether two voices speak, of which one asks."""
    if len(some) + len(others) < LEAST_BLOCKS or min(len(some), len(others)) < 2:
        return False
    shares = sorted(sum(map(_asks, texts)) / len(texts) for texts in (some, others))
    return shares[1] >= max(ASKING, ASKING_MORE * shares[0]) and all(
        2 * sum(_is_said(text, HEADING_WORDS) for text in texts) >= len(texts)
        for texts in (some, others)
    )


def _asks_throughout(texts: list[str]) -> bool:
    """Say whether one of two who take turns asks more than the other in every part."""
    sides: set[bool] = set()
    for at in range(0, len(texts), PART):
        part = [_asks(text) for text in texts[at : at + PART]]
        if sum(part[::2]) != sum(part[1::2]):
            sides.add(sum(part[::2]) > sum(part[1::2]))
    return len(sides) == 1


def _asks(text: str) -> bool:
    return QUESTION.search(text) is not None


def _is_said(text: str, words: int) -> bool:
    """Say whether words are a sentence, or more of them than a title has."""
    return _is_ended(text) or len(text.split()) > words


def _is_ended(text: str) -> bool:
    return is_ended(text.rstrip(" \"'”’)]」』"))


def _has_case(text: str) -> bool:
    return text.upper() != text.lower()
