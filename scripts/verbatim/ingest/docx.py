"""Word documents: paragraphs and tables in document order."""

import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from verbatim.ingest.blocks import ALSO, Block, Document, Paragraph, Remark, Run, Table, source
from verbatim.ingest.docx_signs import sign
from verbatim.ingest.docx_styles import Styles, styles, switched, value
from verbatim.ingest.labels import Speaker
from verbatim.ingest.packed import attribute, children, elements, name, opened, xml
from verbatim.ingest.pieces import Source
from verbatim.ingest.unreadable import Unreadable

MAIN = "word/document.xml"
BESIDE = re.compile(r"word/(?:header|footer|footnotes|endnotes|comments)\d*\.xml")
COMMENTS = "word/comments.xml"
LEFT_OUT = ("del", "moveFrom", "Fallback", "pPr", "rPr", "rt", "instrText", "delText")
DELETED = "deleted text of tracked changes left out"


def read(content: bytes, listed: dict[str, Speaker]) -> Source:
    """Read the body into pieces, with tracked changes accepted.

    Deleted and hidden text is left out and counted. Page headers, notes, comments and text boxes
    are counted as left aside; comments are kept beside the pieces.

    Raises:
        Unreadable: If the archive is damaged or is no Word document.
    """
    with opened(content, "Word document", ".docx", "Word") as archive:
        body = xml(archive, _main_part(archive))
        beside = [part for part in archive.namelist() if BESIDE.fullmatch(part)]
        reader = _Body(styles(archive), _remarks(archive))
        reader.document.aside = [one for part in beside for one in _filled(xml(archive, part))]
    reader.document.blocks = [*reader.blocks(body), *reader.rest()]
    return source("docx", reader.document, listed)


class _Body:
    """Walks through the body and counts on its way."""

    def __init__(self, known: Styles, remarks: dict[str, Remark]) -> None:
        self.styles = known
        self.remarks = remarks
        self.document = Document()
        self.begun = Paragraph([])

    def blocks(self, parent: Any) -> Iterator[Block]:
        """Yield paragraphs and tables below an element, in document order.

        A paragraph whose end was deleted goes on in the next one.
        """
        for child in elements(parent):
            kind = name(child)
            if kind == "p":
                one = self.paragraph(child)
                if _end_is_deleted(child):
                    self.begun = one
                else:
                    yield one
            elif kind == "tbl":
                yield from self.rest()
                yield self.table(child)
            elif kind == "altChunk":
                self.document.changes["document inside the document left out"] += 1
            elif kind not in LEFT_OUT:
                yield from self.blocks(child)

    def rest(self) -> Iterator[Paragraph]:
        """Yield a paragraph without end that nothing goes on."""
        begun, self.begun = self.begun, Paragraph([])
        if begun.runs:
            yield begun

    def paragraph(self, element: Any) -> Paragraph:
        """Give the runs of one paragraph, and what was remarked beside it."""
        style = value(element, "pPr", "pStyle")
        self.document.aside += [one for box in _boxes(element) for one in _filled(box)]
        begun, self.begun = self.begun, Paragraph([])
        runs = list(self.runs(element, self.styles.of(style)))
        anchors = (
            attribute(one, "id") or ""
            for one in element.iter(etree.Element)
            if name(one) == "commentReference"
        )
        remarks = [self.remarks.pop(anchor) for anchor in anchors if anchor in self.remarks]
        is_heading = style in self.styles.headings
        return Paragraph([*begun.runs, *runs], is_heading, [*begun.remarks, *remarks])

    def table(self, element: Any) -> Table:
        """Give a table by its rows; rows of which tracked changes deleted all are left out."""
        rows: list[list[list[Block]]] = []
        for row in _below(element, "tr"):
            if any(True for one in children(row, "trPr") for _ in children(one, "del")):
                self.document.changes[DELETED] += 1
                continue
            cells: list[list[Block]] = []
            for cell in _below(row, "tc"):
                cells.append([*self.blocks(cell), *self.rest()])
                # A merged cell fills several columns.
                wide = re.fullmatch(r"\d{1,2}", value(cell, "tcPr", "gridSpan"))
                cells.extend([] for _ in range(int(wide[0]) - 1 if wide else 0))
            rows.append(cells)
        return Table(rows)

    def runs(self, element: Any, inherited: frozenset[str]) -> Iterator[Run]:
        """Yield the runs below an element; what their own type says goes before the style's."""
        for child in elements(element):
            kind = name(child)
            if kind == "r":
                text, types = _text(child), self.types(child, inherited)
                if "hidden" in types and text.strip():
                    self.document.changes["hidden text left out"] += 1
                else:
                    yield Run(text, "bold" in types, types & ALSO)
            elif kind in {"del", "moveFrom"}:
                self.document.changes[DELETED] += 1
            elif kind not in LEFT_OUT:
                yield from self.runs(child, inherited)

    def types(self, run: Any, inherited: frozenset[str]) -> frozenset[str]:
        """Give the types of a run: its own word goes before its style's and the paragraph's."""
        own = switched(run)
        types = self.styles.of(value(run, "rPr", "rStyle")) | inherited
        if not own:
            return types
        return frozenset(
            {type_ for type_ in types if type_ not in own} | {one for one, on in own.items() if on}
        )


def _text(run: Any) -> str:
    parts = []
    for child in elements(run):
        kind = name(child)
        if kind == "t":
            parts.append(child.text or "")
        elif kind == "ruby":  # the words themselves, not how they are pronounced
            parts += [_text(one) for base in children(child, "rubyBase") for one in elements(base)]
        else:
            parts.append(sign(child))
    return "".join(parts)


def _below(element: Any, kind: str) -> Iterator[Any]:
    """Yield rows or cells, those inside content controls and inserted ones among them."""
    for child in elements(element):
        if name(child) == kind:
            yield child
        elif name(child) in {"sdt", "sdtContent", "ins", "moveTo", "customXml"}:
            yield from _below(child, kind)


def _end_is_deleted(paragraph: Any) -> bool:
    return any(
        True
        for properties in children(paragraph, "pPr")
        for one in children(properties, "rPr")
        for _ in children(one, "del", "moveFrom")
    )


def _remarks(archive: zipfile.ZipFile) -> dict[str, Remark]:
    """Comments by the id that their anchors in the body name."""
    if COMMENTS not in archive.namelist():
        return {}
    return {
        attribute(one, "id") or "": Remark(
            attribute(one, "author") or "",
            "\n".join(
                "".join(_text(run) for run in paragraph.iter(etree.Element) if name(run) == "r")
                for paragraph in one.iter(etree.Element)
                if name(paragraph) == "p"
            ),
        )
        for one in children(xml(archive, COMMENTS), "comment")
    }


def _main_part(archive: zipfile.ZipFile) -> str:
    parts = archive.namelist()
    if MAIN in parts:
        return MAIN
    if "_rels/.rels" in parts:
        for relation in elements(xml(archive, "_rels/.rels")):
            target = str(relation.get("Target", "")).lstrip("/")
            if str(relation.get("Type", "")).endswith("/officeDocument") and target in parts:
                return target
    raise Unreadable(
        "a zip archive without word/document.xml",
        "a Word document (.docx)",
        "open the file in Word and save it as .docx, or see what program it belongs to",
    )


def _boxes(element: Any) -> Iterator[Any]:
    """Yield text boxes below a paragraph, not those that repeat one for old programs."""
    for child in elements(element):
        if name(child) == "txbxContent":
            yield child
        elif name(child) != "Fallback":
            yield from _boxes(child)


def _filled(element: Any) -> list[str]:
    """Text of the paragraphs with any below an element."""
    paragraphs = (
        "".join(one.text or "" for one in p.iter(etree.Element) if name(one) == "t")
        for p in element.iter(etree.Element)
        if name(p) == "p"
    )
    return [text for text in paragraphs if text.strip()]
