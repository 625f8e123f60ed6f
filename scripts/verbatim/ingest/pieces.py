"""What every reader gives: a stream of small pieces, before anybody knows who speaks."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from verbatim.ingest.notes import Note, notes, spoken_words
from verbatim.writing import words_in


class Piece(NamedTuple):
    """A line, paragraph, table row, caption or entry of a transcript, or a part of one.

    Attributes:
        place: Where it stands, as in "line 12"; pieces of one line or caption share it.
        text: Its words, normalised but with blanks as they stand.
        label: Speaker as the format itself says (voice tag, first cell, key of the entry). Empty:
            the format has a place for the speaker and it is blank, so the same person goes on.
            None: the format has no such place; look at the beginning of the text.
        start: Begin in seconds.
        end: End in seconds.
        bold: How many characters at the beginning are bold.
        set_in: How all of it is set where it is not plain: bold, italic, underlined,
            coloured.
        heading: Whether the format says that it is a heading.
        joins: Whether it goes on in the same paragraph or caption as the piece before.
        caption: Whether it is a caption, which goes on in the paragraph before unless a pause or
            another speaker is between them.
        mistimed: Whether the format gives it a time that cannot be one, as 9:99.
        aside: Whether its reader knows that it is no speech, as a page header or a cell beside
            what is said.
    """

    place: str
    text: str
    label: str | None = None
    start: float | None = None
    end: float | None = None
    bold: int = 0
    heading: bool = False
    joins: bool = False
    caption: bool = False
    mistimed: bool = False
    aside: bool = False
    set_in: frozenset[str] = frozenset()


class Comment(NamedTuple):
    """A comment that somebody wrote beside the text, as Word has them.

    Attributes:
        place: Of the piece that it belongs to; empty where the file does not say.
        author: Who wrote it, as the file says.
        text: What it says.
    """

    place: str
    author: str
    text: str


@dataclass(frozen=True)
class Source:
    """One transcript as its reader gives it.

    Attributes:
        format: Format, as in "docx".
        encoding: Encoding of the text; empty for containers.
        pieces: All that may be speech, in document order; from a reader, also what is aside, which
            `read_source` parts from it.
        changes: What normalisation changed, counted per kind.
        comments: What people remarked beside the text; never speech.
        left: Pieces that are aside: dropped and counted, whatever they say.
    """

    format: str
    encoding: str
    pieces: list[Piece]
    changes: Counter[str] = field(default_factory=Counter)
    comments: list[Comment] = field(default_factory=list)
    left: list[Piece] = field(default_factory=list)


class Said(NamedTuple):
    """A piece of speech whose speaker is known.

    Attributes:
        place: As in `Piece`.
        label: Label of the register, or None where nobody can say who speaks.
        text: Words with single blanks between them.
        start: Begin in seconds, where the source says it.
        end: End in seconds, where the source says it.
        caption: As in `Piece`.
    """

    place: str
    label: str | None
    text: str
    start: float | None
    end: float | None
    caption: bool


@dataclass(frozen=True)
class Segment:
    """A paragraph of one speaker, or a window of it; fields as the columns of `Segments`.

    Attributes:
        place: Where its first words stand in the transcript.
    """

    turn: int
    segment: int
    speaker: str
    participant: str
    start: float | None
    end: float | None
    text: str
    place: str = ""

    @cached_property
    def notes(self) -> list[Note]:
        """The transcriber's notes in it."""
        return notes(self.text)

    @cached_property
    def words(self) -> int:
        """How many words it has, those of notes among them."""
        return words_in(self.text)

    @cached_property
    def spoken(self) -> int:
        """How many words of it are speech."""
        return spoken_words(self.text)
