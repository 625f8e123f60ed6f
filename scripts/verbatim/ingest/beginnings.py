"""What the beginning of a line could be: a label, by each way to set one off."""

import re
from collections.abc import Iterator

from verbatim.ingest.dress import ANY
from verbatim.ingest.heads import LEAD, MARKS, TAIL
from verbatim.ingest.labels import key
from verbatim.ingest.marks import is_aside
from verbatim.ingest.pieces import Piece
from verbatim.ingest.times import BRACKETED, SPAN

LONGEST = 60
MOST_WORDS = 6
"""Letters and words of a label."""

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
    "dot": re.compile(
        r"(?P<label>(?:[^\W\d_]\.\s?){1,3}[^\W\d_]"
        r"|(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Hon|Gen)\.\s+)?[^\W_][^:：.\t\n]{0,59}?)\."
        r"(?:\s|$)"
    ),
    "gap": re.compile(rf"{NAME}\ \ "),
    "mark": re.compile(rf"(?![^)\n]{{0,60}}\(){NAME}[;)/]\s"),
}
SENTENCE = re.compile(r"\w\w[.,]$|[?!…]$|[:：].")
"""How a line ends that is no label."""

INNER = re.compile(r"(?<=\w|[)\]]|\.)\s?[:：](?!\S).*$", re.DOTALL)
"""What stands in bold behind a label, from its colon on."""

Found = tuple[str, str]
"""Style and label as written."""


def beginnings(pieces: list[Piece], at: int) -> Iterator[Found]:
    """Yield what the piece's beginning could be, in each style that it fits."""
    piece = pieces[at]
    if piece.label is not None:
        if key(piece.label):
            yield "given", piece.label
        return
    text = piece.text.strip()
    if piece.heading:
        yield "heading", BESIDE.sub("", text)
    if is_aside(piece):
        return
    if _is_cell(pieces, at):
        yield "cell", piece.text
    before = BEFORE.match(text)
    words = text[before.end() if before else 0 :].removeprefix("**").strip()
    if 0 < piece.bold <= 2 * LONGEST:
        yield "bold", INNER.sub("", BESIDE.sub("", text[: piece.bold].strip()))
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
