"""Documents of every program in one form: paragraphs of runs, tables of cells."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from verbatim.ingest.labels import Speaker
from verbatim.ingest.pieces import Comment, Piece, Source
from verbatim.ingest.table import rows_of_speech
from verbatim.ingest.text import normalised
from verbatim.ingest.times import ALONE

MOST_COLUMNS = 64
BOLD, ALSO = frozenset(("bold",)), frozenset(("italic", "underlined", "coloured"))


class Run(NamedTuple):
    r"""Text in one type; `\n` breaks the line inside the paragraph."""

    text: str
    bold: bool = False
    also: frozenset[str] = frozenset()
    """Italic, underlined, coloured."""


class Remark(NamedTuple):
    """A comment that somebody wrote beside a paragraph."""

    author: str
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph.

    Attributes:
        runs: Its text.
        heading: Whether the format says that it is a heading.
        remarks: What people wrote beside it.
        times: Begin and end in seconds, where the format says them.
    """

    runs: list[Run]
    heading: bool = False
    remarks: list[Remark] = field(default_factory=list)
    times: tuple[float | None, float | None] = (None, None)


@dataclass(frozen=True)
class Table:
    """A table by rows and cells; a cell holds paragraphs and tables."""

    rows: list[list[list["Block"]]]


Block = Paragraph | Table


@dataclass
class Document:
    """What a format's reader finds.

    Attributes:
        blocks: Paragraphs and tables in document order.
        aside: Paragraphs with text that stand beside the body: notes, page headers, text boxes.
        changes: What else was left out or changed, counted per kind.
    """

    blocks: list[Block] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    changes: Counter[str] = field(default_factory=Counter)


def source(
    format_name: str, document: Document, listed: dict[str, Speaker], encoding: str = ""
) -> Source:
    """Give a document's pieces: a paragraph each, or a paragraph of a table's speech column.

    A line break inside a paragraph begins a piece that joins the one before. Only paragraphs with
    text are numbered, so that a message's "paragraph 12" is the twelfth that a reader sees.
    """
    reader = _Reader(listed)
    pieces = list(reader.pieces(document.blocks))
    changes = +(document.changes + reader.changes)
    left = [
        Piece(f"beside the text, {number}", normalised(words)[0], aside=True)
        for number, words in enumerate(document.aside, start=1)
    ]
    return Source(
        format_name, encoding, pieces, changes=changes, comments=reader.comments, left=left
    )


class _Reader:
    """Goes through blocks, numbers them and counts on its way."""

    def __init__(self, listed: dict[str, Speaker]) -> None:
        self.listed = listed
        self.changes: Counter[str] = Counter()
        self.comments: list[Comment] = []
        self.paragraphs = 0
        self.tables = 0

    def pieces(self, blocks: Iterable[Block]) -> Iterator[Piece]:
        """Yield the pieces of blocks in order."""
        for block in blocks:
            if isinstance(block, Paragraph):
                yield from self.paragraph(block)
            else:
                yield from self.table(block)

    def paragraph(self, paragraph: Paragraph, place: str = "") -> Iterator[Piece]:
        """Yield the lines of one paragraph, the first one knowing how much of it is bold.

        Behind an empty line a paragraph begins, as where text was copied from elsewhere.
        """
        times = paragraph.times
        places = []
        for part in _parts(_lines(paragraph.runs)):
            self.paragraphs += not place
            places.append(place or f"paragraph {self.paragraphs}")
            for at, line in enumerate(part):
                text, changes = normalised("".join(run.text for run in line))
                self.changes += changes
                if text.strip():
                    yield Piece(
                        places[-1],
                        text,
                        start=times[0],
                        end=times[1],
                        bold=0 if at else _bold(line, text),
                        # Google Meet sets the time of what follows as a heading.
                        heading=paragraph.heading and not ALONE.fullmatch(text),
                        joins=at > 0,
                        set_in=_set_in(line),
                    )
                    times = (None, None)
        beside = places[0] if places else place or f"paragraph {self.paragraphs}"
        self.comments += [Comment(beside, *remark) for remark in paragraph.remarks]

    def table(self, table: Table) -> Iterator[Piece]:
        """Yield the speech of a table by its rows; a table without labels, as its paragraphs.

        A table without labels that holds tables, or has more columns than people use, only lays
        out the page.
        """
        cells = [cell for row in table.rows for cell in row]
        is_layout = any(len(row) > MOST_COLUMNS for row in table.rows)
        if not is_layout and any(isinstance(one, Table) for cell in cells for one in cell):
            tried = _Reader(self.listed).speech(table)
            is_layout = all(piece.label is None for piece in tried)
        if is_layout:
            yield from self.pieces(block for cell in cells for block in cell)
        else:
            yield from self.speech(table)

    def speech(self, table: Table) -> list[Piece]:
        """Give what the rows of a table say."""
        self.tables += 1
        rows = [
            [
                [
                    piece
                    for paragraph in _paragraphs(cell)
                    for piece in self.paragraph(paragraph, f"table {self.tables}, row {number}")
                ]
                for cell in row
            ]
            for number, row in enumerate(table.rows, start=1)
        ]
        pieces, left_out = rows_of_speech(rows, self.listed)
        self.changes["cell beside speech left out"] += left_out
        return pieces


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield paragraphs, those of tables among them."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from _paragraphs(cell)


def _lines(runs: list[Run]) -> Iterator[list[Run]]:
    """Part a paragraph's runs at its line breaks."""
    line: list[Run] = []
    for text, bold, also in runs:
        first, *others = text.split("\n")
        line.append(Run(first, bold, also))
        for other in others:
            yield line
            line = [Run(other, bold, also)]
    yield line


def _parts(lines: Iterable[list[Run]]) -> Iterator[list[list[Run]]]:
    """Part lines at empty ones."""
    part: list[list[Run]] = []
    for line in lines:
        if any(run.text.strip() for run in line):
            part.append(line)
        elif part:
            yield part
            part = []
    if part:
        yield part


def _bold(line: list[Run], text: str) -> int:
    """Number of bold characters at the beginning of the normalised text."""
    begin = ""
    for words, bold, _ in line:
        if words.strip() and not bold:
            break
        begin += words
    plain = normalised(begin)[0]
    return len(plain) if plain.strip() and text.startswith(plain) else 0


def _set_in(line: list[Run]) -> frozenset[str]:
    """How all words of a line are set: what only some of them are is emphasis."""
    words = [run for run in line if any(map(str.isalnum, run.text))] or line
    types = [run.also | BOLD if run.bold else run.also for run in words if run.text.strip()]
    return frozenset.intersection(*types) if types else frozenset()
