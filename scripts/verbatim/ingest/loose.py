"""What may be the label of a speaker where the register lists none: by layout and recurrence."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from verbatim.ingest.beginnings import LONGEST, MOST_WORDS, beginnings
from verbatim.ingest.dress import ANY, counted
from verbatim.ingest.labels import AROUND, SPOKEN, TITLES, has_role, is_shaped, key
from verbatim.ingest.marks import is_metadata
from verbatim.ingest.notes import is_note
from verbatim.ingest.pieces import Piece
from verbatim.ingest.roles import opposed, role_word
from verbatim.ingest.same import is_same, said_once
from verbatim.ingest.text import is_ended

STRONG = ("given", "cell", "bold", "time", "colon")
"""Ways to set off a label that mark it as one, the surest first."""

WEAK = ("heading", "ruled", "bracket", "tab", "line", "dash", "dot", "gap", "mark", *ANY)
"""Ways that other things share: they count only where a transcript is full of them."""

HEADING_WORDS = 5
PAIR = 2
QUESTIONED = ("q", "a")
CODE, SURNAME = 4, 2
"""Letters of a label that may end with a point, as "Q. Who was there?", others end sentences; and
more than so many of a surname in capitals, which may, too."""

SHARE = 0.1
"""Share of all labels from which on even a word of a sentence, as "Me", is a label."""

WEAK_SHARES = {"heading": 0.05, "bracket": 0.05, "tab": 0.05, "line": 0.05, "dot": 0.4}
WEAK_SHARE = 0.2
"""Share of the pieces that labels of a weak layout must begin; more where sentences look alike."""

ANSWERS = frozenset(
    word
    for line in Path(__file__).with_name("labels.answers.txt").read_text("utf-8").splitlines()
    for word in line.split()
    if not line.startswith("#")
)
NUMBERED, AGAIN = ("turn", "glued"), 0.2
"""Ways in which numbers count turns; the share of these that may stand there twice by mistake."""

OF_SENTENCES = {"dot", "dash", "gap", "mark", *ANY}
"""Ways in which sentences begin too: a word of one, as "Yeah.", is no label however often."""


@dataclass
class _Met:
    """What was met at the beginnings of lines.

    Attributes:
        counts: How often each name, by style.
        spelt: How each name was written.
        lines: The lines that each name began.
        silent: Names behind which, at least once, little was said.
        alone: Names that are all of a line, by its index.
        first: Index of the first line of each style and name.
    """

    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    spelt: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    lines: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    silent: set[str] = field(default_factory=set)
    alone: dict[int, str] = field(default_factory=dict)
    first: dict[tuple[str, str], int] = field(default_factory=dict)

    def meet(self, at: int, piece: Piece, style: str, label: str) -> None:
        """Note a beginning."""
        if not (name := key(label)):
            return
        self.counts[style][name] += 1
        self.first.setdefault((style, name), at)
        self.spelt[name][label.strip(" :：\t*")] += 1
        if style == "line":
            self.alone[at] = name
        if style in {"colon", "bold"}:
            self.lines[name].add(piece.text)
            if not piece.caption and not _speaks(piece.text, label):
                self.silent.add(name)

    def commonest(self, name: str) -> str:
        """Give the spelling of a name that was met most."""
        spellings = self.spelt[name]
        return min(spellings, key=lambda label: (-spellings[label], len(label), label))


def labels(pieces: list[Piece]) -> list[str]:
    """Give the labels of the layout that most lines of the transcript share, the commonest first.

    Of each label the commonest spelling is given. A transcript without any has none.
    """
    met = _Met()
    for at, piece in enumerate(pieces):
        for style, label in set(beginnings(pieces, at)):
            met.meet(at, piece, style, label)
    kept = {style: _kept(style, met, len(pieces)) for style in (*STRONG, *WEAK)}
    for style in NUMBERED:
        if not _counts_turns(style, pieces):
            kept[style] = Counter()
    kept["line"] = _heading_lines(kept["line"], met.alone)
    best = max(kept, key=lambda style: sum(kept[style].values()) * (1 + (style in STRONG)))
    found = kept[best] or _two_turns(pieces, met)
    if set(QUESTIONED) <= set(kept["dot"]):
        found |= kept["dot"]
    asking = counted(piece.text for piece in pieces if piece.label is None)
    ours = [name for name, _ in found.most_common() if not _is_counted(name, asking)]
    return [*asking, *map(met.commonest, ours)]


def _counts_turns(style: str, pieces: list[Piece]) -> bool:
    """Say whether numbers behind labels hardly come back: those of people do, as in P1 and P2."""
    met = Counter(key(match[0]) for one in pieces if (match := ANY[style].match(one.text)))
    return sum(times for times in met.values() if times > 1) <= AGAIN * met.total()


def _is_counted(name: str, asking: list[str]) -> bool:
    """Say whether it is one of the labels whose number counts turns, with or without it."""
    return key(re.sub(r"[\s#._-]*\d*$", "", name)) in map(key, asking)


def _two_turns(pieces: list[Piece], met: _Met) -> Counter[str]:
    """Give the two labels of a transcript in which each speaks once, from its first line on.

    They say opposite roles, or are names, and the first one asks.
    """
    for style in ("bold", "colon"):
        names = list(met.counts[style])
        begin = min((met.first[style, name] for name in names), default=1)
        if len(names) != PAIR or begin or met.silent.intersection(names):
            continue
        asks, tells = sorted(names, key=lambda name: met.first[style, name])
        is_told = opposed([asks, tells]) or (
            all(is_shaped(met.commonest(name)) and not is_metadata(f"{name}:") for name in names)
            and "?" in "".join(piece.text for piece in pieces[: met.first[style, tells]])
        )
        if is_told:
            return Counter(names)
    return Counter()


def _kept(style: str, met: _Met, lines: int) -> Counter[str]:
    """Keep what may be labels of that style; nothing where a weak style is not the layout."""
    counts = met.counts[style]
    if style == "given":
        return counts
    every = sum(number for name, number in counts.items() if number > 1 and _is_short(name))
    kept = Counter(
        {
            name: number
            for name, number in counts.items()
            if number > 1 and _is_label(style, name, met, is_often=number >= max(3, SHARE * every))
        }
    )
    often = sum(kept.values())
    if style in WEAK and not (
        len(kept) >= 2
        and often >= max(4, WEAK_SHARES.get(style, WEAK_SHARE) * lines)
        and often >= 3 * len(kept)
    ):
        return Counter()
    once = [name for name, n in counts.items() if n == 1 and name not in kept and _is_short(name)]
    begin = min((met.first[style, name] for name in kept), default=0)
    begun, met_often = said_once(once), list(kept)
    for name in once if kept and style != "cell" else ():
        # What stands once may be a column's title or a heading; whoever else speaks once, the
        # reading itself names.
        is_sure = style in STRONG or met.first[style, name] < begin
        is_named = style in STRONG and has_role(name) and not is_metadata(f"{name}:")
        is_known = is_sure and (name in begun or any(is_same(name, other) for other in met_often))
        is_titled = style == "dot" and _is_large(name, met) and name.split(".")[0] in TITLES
        if name not in met.silent and (is_named or is_known or is_titled):
            kept[name] = 1
    return kept


def _heading_lines(kept: Counter[str], alone: dict[int, str]) -> Counter[str]:
    """Leave out lines that mostly stand between labels: "Mm-hm" is all that somebody says."""
    between = Counter(
        name
        for at, name in alone.items()
        if name in kept and alone.get(at - 1) in kept and alone.get(at + 1) in kept
    )
    return Counter({name: n for name, n in kept.items() if 2 * between[name] <= n})


def _is_label(style: str, name: str, met: _Met, *, is_often: bool) -> bool:
    """Say whether words that come back may be a label: if often, even a word of a sentence."""
    if not _is_short(name) or (style in {"bracket", "line"} and is_note(name)):
        return False
    if is_metadata(f"{name}:") and not (is_often and len(met.lines[name]) > 2):
        return False
    if style not in {"given", "cell"} and all(
        part.strip(AROUND) in ANSWERS for part in name.split()
    ):
        return False
    letters = name.replace(".", "").replace(" ", "")
    if style == "dot" and (len(letters) > CODE or name in TITLES) and not _is_large(name, met):
        return False
    parts = met.commonest(name).split()
    spoken = [part for part in parts if len(part) > 1 and part.casefold().strip(AROUND) in SPOKEN]
    if parts[0][0].isupper() and role_word(name) in {"interviewer", "participant"}:
        return True  # "Second interviewer"
    return not spoken or (
        style not in OF_SENTENCES
        and is_often
        and (len(parts) == 1 or all(part.strip(AROUND)[:1].isupper() for part in parts))
    )


def _is_large(name: str, met: _Met) -> bool:
    """Say whether a surname is in capitals, as the minutes of hearings write "Mr. JONES."."""
    last = met.commonest(name).split()[-1]
    return len(last) > SURNAME and last.isupper()


def _speaks(text: str, label: str) -> bool:
    """Say whether something is said behind the label, as in no heading "Interviewer: A. Name"."""
    rest = text.partition(label)[2].strip(" :：*\t")
    return not rest or len(rest.split()) > HEADING_WORDS or is_ended(rest)


def _is_short(name: str) -> bool:
    return (
        len(name) <= LONGEST
        and len(name.split()) <= MOST_WORDS
        and re.search(r"[^\W\d_]", name) is not None
        and re.search(r"[;!?\"“”…]|\w{4,}\.\s", name) is None
    )
