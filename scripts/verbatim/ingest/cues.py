"""Captions in order, each word once, as pieces of speech."""

import html
import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from verbatim.ingest.pieces import Piece

VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+(?P<name>[^>]*)>|(?P<close></v>)", re.IGNORECASE)
TAG = re.compile(
    r"</?(?:c|i|b|u|s|v|ruby|rt|lang|font)(?:[.\s][^>]*)?>|<(?:\d+:)?\d{1,2}:\d{2}\.\d{3}>|\{\\[^}]*\}",
    re.IGNORECASE,
)
"""Markup; anything else between angle brackets, as <inaudible>, is the transcriber's."""

LABELLED = re.compile(r".{1,60}?[:：]\s")
NOTES = frozenset("♩♪♫♬")
BESIDE_NOTES = NOTES | frozenset(" \t\n#*")
SIGNS = (">>", "-", "–", "—")
CHANGE = re.compile(r"\s*(?:>>+|[-–—])\s*(?=\S)(?!.{1,60}?[:：](?:\s|$))")
"""A sign that somebody else speaks, without a label that says who."""

DASH = re.compile(r"\s*[-–—]\s*\S")

SOMEBODY = "?"
"""Label where captions say that the speaker changes but not to whom."""

RESTART_S = 60
"""Begins may go back by so many seconds where people interrupt each other; by more, the times
start again, as where two recordings were joined."""

HALF = 0.5


class Cue(NamedTuple):
    """One caption.

    Attributes:
        place: Its number and line in words.
        start: Begin in seconds; None where the time cannot be one, as 00:75:00.
        end: End in seconds, in the same way, or where it lies before the begin.
        lines: Its lines, markup and all.
        label: Speaker that the format gives beside the words; None where it has no such place.
    """

    place: str
    start: float | None
    end: float | None
    lines: list[str]
    label: str | None = None

    def with_lines(self, lines: list[str]) -> "Cue":
        """Give the caption with other lines; `replace` would take as long as all the rest."""
        return Cue(self.place, self.start, self.end, lines, self.label)

    def piece(self, text: str, label: str | None = None, *, joins: bool = False) -> Piece:
        """Give a piece with its times."""
        mistimed = self.start is None or self.end is None
        return Piece(
            self.place,
            text,
            label,
            self.start,
            self.end,
            joins=joins,
            caption=True,
            mistimed=mistimed,
        )


def pieces(cues: list[Cue], *, entities: bool) -> tuple[list[Piece], Counter[str]]:
    """Give what captions say, in the order of their begins, and each word once.

    A caption's voice tags say who speaks; where no caption of the file has one, the beginning of
    the text may. Several voices in one caption give a piece each, with the times of the caption.

    Args:
        cues: The captions as the file has them.
        entities: Whether &amp; stands for an ampersand, as in WebVTT.

    Returns:
        The pieces, and what was changed, counted.
    """
    voiced = any(
        cue.label or any("<" in line and VOICE.search(line) for line in cue.lines) for cue in cues
    )
    changes: Counter[str] = Counter()
    if not voiced:
        plain = [cue.with_lines(_plain_lines(cue, entities=entities)) for cue in cues]
        cues, changes["repeated caption words"] = unrolled(plain)
    if voiced or _labelled(cues) >= HALF:
        cues, changes["caption moved to its time"] = ordered(cues)
    changes["music without words"] = sum(
        bool(_is_music(line)) for cue in cues for line in cue.lines
    )
    parted = partial(voiced_pieces, entities=entities) if voiced else plain_pieces
    return [piece for cue in cues for piece in parted(cue)], +changes


def unrolled(cues: list[Cue]) -> tuple[list[Cue], int]:
    """Take out of each caption what the one before shows already.

    Live captions roll: the last line goes up and stands above the new one, or a line grows word
    by word. That is so where half of the captions begin with what the one before ended with;
    elsewhere a word that comes back was said again.

    Returns:
        The captions with new words, and how many words were repetitions.
    """
    said = (" ".join(cue.lines).split() for cue in cues)
    shown = (_shown(*both, cue.lines) for both, cue in zip(pairwise(said), cues[1:], strict=True))
    again = [0, *shown]
    rolling = sum(
        times > 1 or (times > 0 and len(cue.lines) > 1)
        for times, cue in zip(again, cues, strict=True)
    )
    if rolling < 3 or rolling < HALF * (len(cues) - 1):
        return cues, 0
    found = []
    for cue, number in zip(cues, again, strict=True):
        lines, left = [], number
        for line in cue.lines:
            words = line.split()
            lines += [" ".join(words[left:])] if len(words) > left else []
            left = max(0, left - len(words))
        found += [cue.with_lines(lines)] if lines else []
    return found, sum(again)


def _shown(old: list[str], new: list[str], lines: list[str]) -> int:
    """How many words a caption begins with that end the one before.

    They are whole lines of it, or all words of the one before.
    """
    if not old or not new or new[0] not in old or old[-1] not in new:
        return 0
    ends, total = {len(old)}, 0
    for line in lines:
        total += len(line.split())
        ends.add(total)
    fitting = [n for n in ends if 0 < n <= min(len(old), len(new)) and old[-n:] == new[:n]]
    return max(fitting, default=0)


def ordered(cues: list[Cue]) -> tuple[list[Cue], int]:
    """Put captions in the order of their begins, except where the times start again.

    Returns:
        The captions, and how many of them begin before the one that stood before.
    """
    keys: list[tuple[int, float]] = []
    part, now, back = 0, 0.0, 0
    for cue in cues:
        start = now if cue.start is None else cue.start
        part += start < now - RESTART_S
        back += now - RESTART_S <= start < now
        now = start
        keys.append((part, start))
    order = sorted(range(len(cues)), key=keys.__getitem__)
    return [cues[at] for at in order], back


def voiced_pieces(cue: Cue, *, entities: bool) -> Iterator[Piece]:
    """Yield what each voice says."""
    text, label, begin, joins = "\n".join(cue.lines), cue.label or "", 0, False
    for match in [*VOICE.finditer(text), None]:
        words = _plain(text[begin : match.start() if match else None], entities=entities)
        if label and words.lstrip().startswith(f"{label}:"):
            words = words.lstrip().removeprefix(f"{label}:")  # noScribe's editor says it twice
        if words.strip() and not _is_music(words):
            yield cue.piece(words, label, joins=joins and not label)
            joins = True
        if match:
            begin = match.end()
            label = "" if match["close"] else html.unescape(match["name"]).strip()


def plain_pieces(cue: Cue) -> Iterator[Piece]:
    """Yield each line; a sign of a change without a label says that somebody speaks.

    A dash is one where the caption begins with a dash and has another.
    """
    dialogue = _is_dialogue(cue.lines)
    for at, line in enumerate(cue.lines):
        if not line.strip() or _is_music(line):
            continue
        change = CHANGE.match(line) if line.lstrip().startswith(SIGNS) else None
        if change and (dialogue or ">>" in change[0]):
            yield cue.piece(line[change.end() :], SOMEBODY)
        else:
            yield cue.piece(line, cue.label, joins=at > 0)


def _is_dialogue(lines: list[str]) -> bool:
    """Say whether a caption begins with a dash, and another line of it does."""
    return len(lines) > 1 and all(map(DASH.match, lines[:1])) and any(map(DASH.match, lines[1:]))


def _is_music(words: str) -> bool:
    """Say whether a line has notes of music and no words."""
    return not words.isascii() and not NOTES.isdisjoint(words) and set(words) <= BESIDE_NOTES


def _labelled(cues: list[Cue]) -> float:
    """Share of captions that begin as with a label."""
    found = sum(bool(cue.lines and LABELLED.match(cue.lines[0])) for cue in cues)
    return found / len(cues)


def _plain_lines(cue: Cue, *, entities: bool) -> list[str]:
    lines = (_plain(line, entities=entities).strip() for line in cue.lines)
    return [line for line in lines if line]


def _plain(text: str, *, entities: bool) -> str:
    plain = TAG.sub("", text) if "<" in text or "{" in text else text
    return html.unescape(plain) if entities else plain
