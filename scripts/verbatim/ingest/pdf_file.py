"""A PDF opened with pdfium, page by page, within limits."""

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_float, c_ushort
from typing import Any

from verbatim.ingest.pdf_words import Page, Reader, mirror
from verbatim.ingest.text import collapsed, normalised
from verbatim.ingest.unreadable import Unreadable

MAX_BYTES = 200_000_000
MAX_PAGES = 5_000
MAX_CHARACTERS = 100_000
"""On one page: more is no page of a transcript."""

FEW_WORDS = 25
"""Pages with fewer are looked at for pictures and shapes in place of text."""

TAIL = 2048
IMAGE, FORM, PATH = 3, 5, 2
MAX_NOTES = 10_000
NOTES = {1, 3, 9, 10, 11, 12}
"""Comments, text boxes and marks that somebody put onto a page."""


def pages(content: bytes) -> list[Page]:
    """Find the words of each page.

    Raises:
        Unreadable: If the file is damaged, broken off, has a password, or is too large.
    """
    import pypdfium2.raw as pdfium  # noqa: PLC0415  a library of 7 MB, wanted for a PDF only

    if len(content) > MAX_BYTES:
        raise _too_large(f"{len(content):,} bytes")
    if b"%%EOF" not in content[-TAIL:]:
        # pdfium would mend it without a word, and give what is left.
        raise damaged()
    with _opened(pdfium, content) as document:
        number = pdfium.FPDF_GetPageCount(document)
        if number < 1:
            raise damaged()
        if number > MAX_PAGES:
            raise _too_large(f"{number:,} pages")
        fonts: dict[int, bool] = {}
        return [_page(pdfium, document, at, fonts) for at in range(number)]


def damaged(place: str = "") -> Unreadable:
    """What to say of a file that is not whole."""
    return Unreadable(
        "a damaged PDF (it is broken off or changed)",
        "a whole PDF",
        "copy the file again from where it came from, or export it anew; "
        "if it opens in a PDF reader, print it to a new PDF there",
        place,
    )


def _too_large(what: str) -> Unreadable:
    return Unreadable(
        f"a PDF of {what}",
        f"at most {MAX_BYTES:,} bytes, {MAX_PAGES:,} pages, {MAX_CHARACTERS:,} characters a page",
        "save the transcript alone as .docx or .txt",
    )


@contextmanager
def _opened(pdfium: Any, content: bytes) -> Iterator[Any]:
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        code = pdfium.FPDF_GetLastError()
        if code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise Unreadable(
                "a PDF with a password",
                "a PDF that opens without one",
                "open it in a PDF reader with its password and print it to a new PDF, "
                "or save the transcript as .docx or .txt",
            )
        raise damaged()
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _page(pdfium: Any, document: Any, at: int, fonts: dict[int, bool]) -> Page:
    handle = pdfium.FPDF_LoadPage(document, at)
    if not handle:
        raise damaged(f"page {at + 1}")
    text = pdfium.FPDFText_LoadPage(handle)
    try:
        if not text:
            raise damaged(f"page {at + 1}")
        size = (pdfium.FPDF_GetPageWidthF(handle), pdfium.FPDF_GetPageHeightF(handle))
        page = Page(at + 1, size[0])
        turn = pdfium.FPDFPage_GetRotation(handle)
        reader = Reader(pdfium, text, page, turn, size, fonts)
        if (count := reader.count()) > MAX_CHARACTERS:
            raise _too_large(f"{count:,} characters on a page")
        reader.read()
        mirror(page)
        if len(page.words) < FEW_WORDS:
            area = max(size[0] * size[1], 1.0)
            page.pictured, page.drawn = _drawn(pdfium, handle, area)
        remarks = range(min(pdfium.FPDFPage_GetAnnotCount(handle), MAX_NOTES))
        page.notes = [note for one in remarks if (note := _note(pdfium, handle, one))]
        return page
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(handle)


def _drawn(pdfium: Any, handle: Any, area: float) -> tuple[float, int]:
    """Share of the page under pictures, and the number of shapes drawn."""
    covered, shapes = 0.0, 0
    for one in _objects(pdfium, handle):
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind == IMAGE:
            ends = [c_float() for _ in range(4)]
            if pdfium.FPDFPageObj_GetBounds(one, *map(byref, ends)):
                left, bottom, right, top = (end.value for end in ends)
                covered += abs(right - left) * abs(top - bottom)
        elif kind == FORM:
            inside = [
                pdfium.FPDFPageObj_GetType(pdfium.FPDFFormObj_GetObject(one, at))
                for at in range(min(pdfium.FPDFFormObj_CountObjects(one), 1000))
            ]
            covered += area if IMAGE in inside else 0
            shapes += inside.count(PATH)
        shapes += kind == PATH
    return min(covered / area, 1.0), shapes


def _objects(pdfium: Any, handle: Any) -> Iterator[Any]:
    for at in range(min(pdfium.FPDFPage_CountObjects(handle), 20_000)):
        yield pdfium.FPDFPage_GetObject(handle, at)


def _note(pdfium: Any, handle: Any, at: int) -> tuple[str, str] | None:
    """Author and text of a comment; None for a link and whatever else lies upon a page."""
    note = pdfium.FPDFPage_GetAnnot(handle, at)
    if not note:
        return None
    try:
        if pdfium.FPDFAnnot_GetSubtype(note) not in NOTES:
            return None
        author, text = (_told(pdfium, note, key) for key in (b"T", b"Contents"))
        return (author, text) if text else None
    finally:
        pdfium.FPDFPage_CloseAnnot(note)


def _told(pdfium: Any, note: Any, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
    if not 0 < size <= MAX_CHARACTERS:
        return ""
    buffer = (c_ushort * (size // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(note, key, buffer, size)
    text = bytes(buffer).decode("utf-16-le", "ignore").partition("\0")[0]
    return collapsed(normalised(text)[0])
