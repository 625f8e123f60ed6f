"""Several turns in one line: "I: How? R: Well. I: Why?"."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from verbatim.ingest.heads import choice
from verbatim.ingest.labels import Speaker, is_shaped
from verbatim.ingest.marks import is_metadata
from verbatim.ingest.pieces import Piece

BEHIND = r"(?<=[.?!…。？！؟।\"”’»)\]])\s+"
"""What stands before a label in the midst of a line: the end of a sentence."""

WORD = r"[\w.'’-]{0,20}"
NAME = re.compile(rf"(?:^|{BEHIND})\s*(?P<label>[^\W\d_]{WORD}(?: \w{WORD})?)\s*[:：]\s")
KIND = "turn inside a line"
OFTEN, TWICE, IN_TURN = 4, 2, 0.5


def parted(pieces: list[Piece], listed: dict[str, Speaker]) -> tuple[list[Piece], int]:
    """Part lines in which a listed label stands behind a sentence, spelt as the register does.

    Returns:
        The pieces, and how many turns stood inside a line.
    """
    label = rf"(?=(?:{choice(listed)})\s*[:：]\s)"
    within, anywhere = re.compile(BEHIND + label), re.compile(rf"\s+{label}")
    found: list[Piece] = []
    for piece in pieces:
        begins = [one.end() for one in within.finditer(piece.text)] if _is_open(piece) else []
        if len(begins) >= TWICE:  # then a turn that was broken off has no end either
            begins = [one.end() for one in anywhere.finditer(piece.text)]
        ends = [*begins, len(piece.text)]
        if begins and not re.search(r"[^\W\d_]", piece.text[: begins[0]]):
            ends = ends[1:]  # only a number or a time stands before the first label
        first = piece if len(ends) == 1 else piece._replace(text=piece.text[: ends[0]])
        found.append(first)
        found += [
            piece._replace(text=piece.text[begin:end], bold=0, joins=False)
            for begin, end in pairwise(ends)
        ]
    return found, len(found) - len(pieces)


def names(pieces: list[Piece]) -> list[str]:
    """Give what may be labels inside lines: two names or more that come back and take turns."""
    said = [name for piece in pieces if _is_open(piece) for name in _names(piece.text)]
    counts = Counter(said)
    kept = [name for name in said if counts[name] >= TWICE]
    turns = sum(one != other for one, other in pairwise(kept))
    if len(set(kept)) < 2 or len(kept) < OFTEN or turns < IN_TURN * (len(kept) - 1):
        return []
    return [name for name, _ in Counter(kept).most_common()]


def _names(text: str) -> Iterator[str]:
    for match in NAME.finditer(text):
        if is_shaped(match["label"]) and not is_metadata(match[0]):
            yield match["label"]


def _is_open(piece: Piece) -> bool:
    return piece.label is None and (":" in piece.text or "：" in piece.text)
