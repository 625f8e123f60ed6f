"""Web pages: paragraphs and tables in document order. Nothing is ever fetched."""

import codecs
import re

from lxml import etree

from verbatim.ingest.blocks import Document, source
from verbatim.ingest.html_page import Page, on
from verbatim.ingest.labels import Speaker
from verbatim.ingest.pieces import Source
from verbatim.ingest.text import BOMS, decode
from verbatim.ingest.unreadable import Unreadable

DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w:-]{1,30})""", re.I
)
ENCODINGS = re.compile(
    r"(?:utf-?8|us-ascii|iso-?8859-\d+|latin-?\d|windows-\d+|cp\d+|koi8-[ru]|x?-?mac-?\w*"
    r"|gb\w+|iso-2022-\w+|big5\w*|euc-\w+|shift[_-]jis|tis-620)",
    re.IGNORECASE,
)
"""Encodings in which a page may say it is written: such as are text and no trick."""

UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
CLASS = re.compile(r"\.([\w-]+)\s*\{([^{}]{0,2000})")
"""A class and what the page's style sheet says of it."""


def read(content: bytes, listed: dict[str, Speaker]) -> Source:
    """Read the page into pieces: a paragraph for each block of text.

    Scripts, menus and hidden parts are left out; hidden text and what stands in buttons, menus
    and footers is counted.

    Raises:
        Unreadable: If there is no page in it.
    """
    text, encoding = decoded(content)
    return source("html", document(text), listed, encoding)


def document(text: str) -> Document:
    """Read a page's text into blocks.

    Raises:
        Unreadable: If there is no page in it.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(UNSEEN.sub("", text).encode("utf-8"), parser)
        # The parser stops at what is nested too deeply, and the rest would vanish without a word.
        if root is None or parser.error_log.filter_from_fatals():
            raise ValueError
        return Page(
            {name: types for name, said in CLASS.findall(text) if (types := on(said))}
        ).read(root)
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise Unreadable(
            "a web page that is broken off or nested beyond measure",
            "a page with the transcript",
            "open it in a browser, copy the transcript into Word and save it as .docx",
        ) from error


def decoded(content: bytes) -> tuple[str, str]:
    """Decode a page: by its mark, else as it says itself where that fits, else as any text.

    Raises:
        NotTextError: If no encoding fits.
    """
    found = DECLARED.search(content[:4096])
    called = found[1].decode("ascii", "replace") if found else ""
    is_marked = b"\0" in content or content.startswith(tuple(mark for mark, *_ in BOMS))
    if ENCODINGS.fullmatch(called) and not is_marked:
        # Browsers read Latin-1 as Windows-1252, which has the quotes that people type; and bytes
        # that are strict UTF-8 are nothing else, whatever a program of the West says.
        is_western = re.fullmatch(r"(?i)iso-?8859-1|latin-?1|us-ascii|windows-1252|cp1252", called)
        for codec in ("utf-8", "cp1252", called) if is_western else (called,):
            try:
                text, name = content.decode(codec), _named(codec)
            except (UnicodeDecodeError, LookupError):
                continue
            # UTF-8 may still hold what was misread before: that is mended as in any text.
            return decode(content) if name == "UTF-8" else (text, name)
    return decode(content)


def _named(codec: str) -> str:
    name = codecs.lookup(codec).name
    return {"utf-8": "UTF-8", "cp1252": "Windows-1252"}.get(name, name)
