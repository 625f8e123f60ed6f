"""What may be the label of a speaker where the register lists none: by layout and recurrence."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from verbatim.ingest.dress import ANY, counted
from verbatim.ingest.heads import LEAD, MARKS, TAIL
from verbatim.ingest.labels import AROUND, SPOKEN, TITLES, has_role, key
from verbatim.ingest.marks import is_aside, is_metadata
from verbatim.ingest.notes import is_note
from verbatim.ingest.pieces import Piece
from verbatim.ingest.roles import role_word
from verbatim.ingest.same import is_same
from verbatim.ingest.text import is_ended
from verbatim.ingest.times import BRACKETED, SPAN

STRONG = ("given", "cell", "bold", "time", "colon")
"""Ways to set off a label that mark it as one, the surest first."""

WEAK = ("ruled", "bracket", "tab", "line", "dash", "dot", "gap", "mark", *ANY)
"""Ways that other things share: they count only where a transcript is full of them."""

LONGEST = 60
MOST_WORDS = 6
HEADING_WORDS = 5
CODE = 4
"""Letters of a label that may end with a point, as "Q. Who was there?"; others end sentences."""

SHARE = 0.1
"""Share of all labels from which on even a word of a sentence, as "Me", is a label."""

WEAK_SHARES = {"bracket": 0.05, "tab": 0.05, "line": 0.05, "dot": 0.4}
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

NAME = r"(?P<label>[^\W_][^:：\t\n]{0,59}?)"
BEFORE = re.compile(rf"{MARKS}{LEAD}")
BESIDE = re.compile(rf"^(?:{BRACKETED}|{SPAN})\s+|\s*(?:{BRACKETED}|{SPAN})\s*:?$")
"""A time beside a label, in the same bold type."""

CLOSED = {
    "colon": re.compile(rf"{NAME}\*{{0,2}}{TAIL}\s*(?::(?!\d|//)|：)"),
    "time": re.compile(
        rf"{NAME}(?:\s*{BRACKETED}|(?:\s\s+|\s*\t){SPAN}(?![\d:])|[\s,|–—-]+{SPAN}\s*$)"
    ),
    "bracket": re.compile(r"[\[({<]\s*(?P<label>[^\W_][^:\[\](){}<>\n]{0,59}?)\s*[\])}>]"),
    "tab": re.compile(rf"{NAME}\s*\t"),
    "dash": re.compile(rf"{NAME}\s+[-–—]\s"),
    "dot": re.compile(rf"{NAME}\.(?:\s|$)"),
    "gap": re.compile(rf"{NAME}\ \ "),
    "mark": re.compile(rf"(?![^)\n]{{0,60}}\(){NAME}[;)/]\s"),
}
SENTENCE = re.compile(r"\w\w[.,]$|[?!…]$|[:：].")
"""How a line ends that is no label."""

Found = tuple[str, str]
"""Style and label as written."""


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

    def meet(self, at: int, text: str, style: str, label: str) -> None:
        """Note a beginning."""
        if not (name := key(label)):
            return
        self.counts[style][name] += 1
        self.first.setdefault((style, name), at)
        self.spelt[name][label.strip(" :：\t*")] += 1
        if style == "line":
            self.alone[at] = name
        if style in {"colon", "bold"}:
            self.lines[name].add(text)
            if not _speaks(text, label):
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
        for style, label in set(_found(pieces, at)):
            met.meet(at, piece.text, style, label)
    kept = {style: _kept(style, met, len(pieces)) for style in (*STRONG, *WEAK)}
    for style in NUMBERED:
        if not _counts_turns(style, pieces):
            kept[style] = Counter()
    kept["line"] = _heading_lines(kept["line"], met.alone)
    best = max(kept, key=lambda style: sum(kept[style].values()) * (1 + (style in STRONG)))
    asking = counted(piece.text for piece in pieces if piece.label is None)
    ours = [name for name, _ in kept[best].most_common() if not _is_counted(name, asking)]
    return [*asking, *map(met.commonest, ours)]


def _counts_turns(style: str, pieces: list[Piece]) -> bool:
    """Say whether numbers behind labels hardly come back: those of people do, as in P1 and P2."""
    met = Counter(key(match[0]) for one in pieces if (match := ANY[style].match(one.text)))
    return sum(times for times in met.values() if times > 1) <= AGAIN * met.total()


def _is_counted(name: str, asking: list[str]) -> bool:
    """Say whether it is one of the labels whose number counts turns, with or without it."""
    return key(re.sub(r"[\s#._-]*\d*$", "", name)) in map(key, asking)


def _found(pieces: list[Piece], at: int) -> Iterator[Found]:
    """Yield what the piece's beginning could be, in each style that it fits."""
    piece = pieces[at]
    if piece.label is not None:
        if key(piece.label):
            yield "given", piece.label
        return
    if piece.heading or is_aside(piece):
        return
    if _is_cell(pieces, at):
        yield "cell", piece.text
    text = piece.text.strip()
    before = BEFORE.match(text)
    words = text[before.end() if before else 0 :].removeprefix("**").strip()
    if 0 < piece.bold <= 2 * LONGEST:
        yield "bold", BESIDE.sub("", text[: piece.bold].strip())
    for style, pattern in CLOSED.items():
        if match := pattern.match(words):
            yield style, match["label"]
    for style, pattern in ANY.items():
        if match := pattern.match(text):
            yield style, match["label"]
    if len(words.split()) <= MOST_WORDS and not SENTENCE.search(words):
        yield "line", words
        if before and before["lead"]:
            yield "time", words


def _is_cell(pieces: list[Piece], at: int) -> bool:
    """Say whether another cell of the same row follows: pieces of a row share their place."""
    after = pieces[at + 1 : at + 2]
    return bool(after) and after[0].place == pieces[at].place and not after[0].joins


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
    once = [name for name, number in counts.items() if number == 1 and _is_short(name)]
    begin = min((met.first[style, name] for name in kept), default=0)
    for name in once if kept and style != "cell" else ():
        # What stands once may be a column's title or a heading; whoever else speaks once, the
        # reading itself names.
        is_sure = style in STRONG or met.first[style, name] < begin
        is_named = style in STRONG and has_role(name) and not is_metadata(f"{name}:")
        is_known = is_sure and any(is_same(name, other) for other in kept)
        if name not in met.silent and (is_named or is_known):
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
    if style == "dot" and (len(name) > CODE or name in TITLES):
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
