"""Which reader reads a file: by the ending of its name, checked against its bytes."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from verbatim.ingest import (
    captions,
    doc,
    docx,
    html,
    inside,
    kinds,
    md,
    odt,
    pdf,
    plain,
    recognised,
    rtf,
    ttml,
    turns,
)
from verbatim.ingest.labels import Speaker
from verbatim.ingest.pieces import Source
from verbatim.ingest.text import NotTextError
from verbatim.ingest.unreadable import Unreadable


@dataclass(frozen=True)
class Reader:
    """How files of one ending are read.

    Attributes:
        read: Gives the pieces of a file's bytes; the listed speakers help where layout is unclear.
            For a table, it also takes the titles of columns that the register gives.
        holds: What `kinds.really` says of such bytes: several where programs differ; none for
            text.
        markup: What `kinds.markup` says of such text; empty for plain text, which no reader takes
            that has `holds`.
        is_table: Whether it is a table with one turn per row.
    """

    read: Callable[..., Source]
    holds: tuple[str, ...] = ()
    markup: tuple[str, ...] = ("",)
    is_table: bool = False


ARCHIVES = ("a zip archive", "a damaged zip archive")
"""Damaged ones are the reader's to explain."""

TEXT = "plain text"
WORKBOOK = "an Excel workbook"
HTML = ("a web page (HTML)", "an XML file", "")

READERS = {
    ".docx": Reader(docx.read, ("a Word document", *ARCHIVES)),
    ".txt": Reader(plain.read),
    ".vtt": Reader(partial(captions.read, format_name="vtt")),
    ".srt": Reader(partial(captions.read, format_name="srt")),
    ".json": Reader(recognised.read),
    ".sbv": Reader(partial(captions.read, format_name="sbv")),
    ".ttml": Reader(ttml.read, markup=("an XML file", "")),
    ".dfxp": Reader(ttml.read, markup=("an XML file", "")),
    ".xml": Reader(ttml.read, markup=("an XML file", "")),
    ".cha": Reader(plain.read),
    ".csv": Reader(partial(turns.read, format_name="csv"), is_table=True),
    ".tsv": Reader(partial(turns.read, format_name="tsv"), is_table=True),
    ".xlsx": Reader(turns.read_workbook, (WORKBOOK, *ARCHIVES), is_table=True),
    ".odt": Reader(odt.read, ("an OpenDocument text", *ARCHIVES)),
    ".rtf": Reader(rtf.read, ("a rich-text file (RTF)",)),
    ".doc": Reader(doc.read, doc.HOLDS, doc.MARKUP),
    ".html": Reader(html.read, markup=HTML),
    ".htm": Reader(html.read, markup=HTML),
    ".md": Reader(md.read, markup=("", "a web page (HTML)")),
    ".pdf": Reader(pdf.read, ("a PDF",)),
}
"""Readers by ending."""

NAMED_BY = {
    "a Word document": ".docx",
    "an OpenDocument text": ".odt",
    "an old Word file (.doc) or one with a password": ".doc",
    "a rich-text file (RTF)": ".rtf",
    WORKBOOK: ".xlsx",
    "a PDF": ".pdf",
    "a web page (HTML)": ".html",
    "an XML file": ".xml",
    TEXT: ".txt",
}
"""Endings by what a file really is."""


def read_source(
    content: bytes, name: str, listed: dict[str, Speaker], columns: dict[str, str] | None = None
) -> Source:
    """Choose the reader by the ending of the file's name, and check that the bytes fit it.

    Args:
        content: The file.
        name: Its name.
        listed: Labels of the register.
        columns: Titles of columns that the register gives, by what they hold.

    Raises:
        Unreadable: If no reader handles the ending, or the file is not what its name says.
    """
    ending, really = kinds.ending(name), kinds.really(content)
    reader = READERS.get(ending)
    if reader is None:
        raise Unreadable(
            kinds.ending_said(name) + (f" that is {really}" if really else ""),
            f"a transcript ending in {', '.join(READERS)}",
            _advice(really or kinds.markup(content) or (TEXT if b"\0" not in content else "")),
        )
    if not content.strip(b" \t\r\n\0\x1a\xef\xbb\xbf\xfe\xff"):
        raise Unreadable(
            "an empty file" if not content else "a file with nothing but blanks",
            "a transcript with what was said",
            "copy the file again from where it came from",
        )
    markup = kinds.markup(content)
    is_text = markup in reader.markup and bool(markup or not reader.holds)
    if really not in reader.holds if really else not is_text:
        raise Unreadable(
            f"{really or markup or TEXT} whose name ends in {ending}",
            "a file that is what its name says",
            _advice(really or markup or TEXT),
        )
    if columns and not reader.is_table:
        raise Unreadable(
            f"names of columns for a transcript that ends in {ending}",
            f"such names for {', '.join(one for one in READERS if READERS[one].is_table)} only",
            "leave speaker_column, text_column, start_column and end_column empty in the register",
        )
    try:
        source = reader.read(content, listed, *([columns or {}] if reader.is_table else []))
    except NotTextError as error:
        raise Unreadable(
            str(error),
            "text in UTF-8, UTF-16 with byte-order mark, or Windows-1252",
            "open it in the program it came from and save it as UTF-8 text",
        ) from error
    pieces, parted = inside.parted([one for one in source.pieces if not one.aside], listed)
    return replace(
        source,
        pieces=pieces,
        changes=source.changes + Counter({inside.KIND: parted}),
        left=[*source.left, *(piece for piece in source.pieces if piece.aside)],
    )


def _advice(what: str) -> str:
    """What to do with a file of a wrong name: which name it should have, where that can be told."""
    if what in ARCHIVES:
        return "unpack it if it is an archive; else save the transcript as .docx or .txt"
    again = "open it in the program it came from and save the transcript as .docx or .txt"
    name = NAMED_BY.get(what)
    return f"give it a name that ends in {name}; if that is of no use, {again}" if name else again
