"""Which reader reads a file: by the ending of its name, checked against its bytes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from verbatim.ingest import captions, docx, kinds, plain, whisper
from verbatim.ingest.labels import Speaker
from verbatim.ingest.pieces import Source
from verbatim.ingest.text import NotTextError
from verbatim.ingest.unreadable import Unreadable


@dataclass(frozen=True)
class Reader:
    """How files of one ending are read.

    Attributes:
        read: Gives the pieces of a file's bytes; the listed speakers help where layout is unclear.
        holds: What `kinds.really` says of such bytes: several where programs differ; none for
            text.
        markup: What `kinds.markup` says of such text; empty for plain text.
    """

    read: Callable[[bytes, dict[str, Speaker]], Source]
    holds: tuple[str, ...] = ()
    markup: tuple[str, ...] = ("",)


READERS = {
    ".docx": Reader(docx.read, ("a Word document", "a zip archive", "a damaged zip archive")),
    ".txt": Reader(plain.read),
    ".vtt": Reader(partial(captions.read, format_name="vtt")),
    ".srt": Reader(partial(captions.read, format_name="srt")),
    ".json": Reader(whisper.read),
}
"""Readers by ending; archives that are damaged are the reader's to explain."""


def read_source(content: bytes, name: str, listed: dict[str, Speaker]) -> Source:
    """Choose the reader by the ending of the file's name, and check that the bytes fit it.

    Raises:
        Unreadable: If no reader handles the ending, or the file is not what its name says.
    """
    ending, really = kinds.ending(name), kinds.really(content)
    reader = READERS.get(ending)
    if reader is None:
        raise Unreadable(
            kinds.ending_said(name) + (f" that is {really}" if really else ""),
            f"a transcript ending in {', '.join(READERS)}",
            "export or save the transcript in one of these formats",
        )
    if not content.strip(b" \t\r\n\0\x1a\xef\xbb\xbf\xfe\xff"):
        raise Unreadable(
            "an empty file" if not content else "a file with nothing but blanks",
            "a transcript with what was said",
            "copy the file again from where it came from",
        )
    if reader.holds and really not in reader.holds:
        raise _misnamed(ending, really or kinds.markup(content) or "plain text")
    if not reader.holds and (really or kinds.markup(content) not in reader.markup):
        raise _misnamed(ending, really or kinds.markup(content) or "plain text")
    try:
        return reader.read(content, listed)
    except NotTextError as error:
        raise Unreadable(
            str(error),
            "text in UTF-8, UTF-16 with byte-order mark, or Windows-1252",
            "open it in the program it came from and save it as UTF-8 text",
        ) from error


def _misnamed(ending: str, really: str) -> Unreadable:
    return Unreadable(
        f"{really} whose name ends in {ending}",
        "a file that is what its name says",
        "open it in the program it came from and save the transcript as .docx or .txt",
    )
