"""Word documents: paragraphs and tables in document order."""

import io
import re
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from verbatim.ingest.labels import Speaker
from verbatim.ingest.pieces import Piece, Source
from verbatim.ingest.table import rows_of_speech
from verbatim.ingest.text import normalised
from verbatim.ingest.unreadable import Unreadable

MAIN = "word/document.xml"
BESIDE = re.compile(r"word/(?:header|footer|footnotes|endnotes|comments)\d*\.xml")
LEFT_OUT = ("del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText")
SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
HEADING = re.compile(r"(?:heading \d|title|subtitle)$", re.IGNORECASE)
MAX_BYTES = 500_000_000
# RuntimeError: encrypted parts, or packed in a way that nobody uses.
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error, etree.XMLSyntaxError),
    *(EOFError, OSError, ValueError, RuntimeError),
)


@dataclass
class _Styles:
    """Ids of styles in bold type, and of headings."""

    bold: set[str] = field(default_factory=set)
    headings: set[str] = field(default_factory=set)


def read(content: bytes, listed: dict[str, Speaker]) -> Source:
    """Read the body into pieces: a paragraph each, or a paragraph of a table's speech column.

    A line break inside a paragraph begins a piece that joins the one before. Deleted text of
    tracked changes is left out. Page headers, notes, comments and text boxes are counted as left
    aside.

    Raises:
        Unreadable: If the archive is damaged or is no Word document.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            body = _xml(archive, _main_part(archive))
            styles = _styles(archive)
            beside = [name for name in archive.namelist() if BESIDE.fullmatch(name)]
            aside = sum(_filled(_xml(archive, name)) for name in beside)
    except DAMAGED as error:
        raise Unreadable(
            "a damaged Word document (its archive is broken off or changed)",
            "a whole .docx file",
            "copy the file again from where it came from, or save it anew in Word",
        ) from error
    reader = _Body(styles, listed)
    pieces = list(reader.pieces(body))
    return Source("docx", "", pieces, aside + reader.boxed, +reader.changes)


class _Body:
    """Walks through the body and counts on its way."""

    def __init__(self, styles: _Styles, listed: dict[str, Speaker]) -> None:
        self.styles = styles
        self.listed = listed
        self.changes: Counter[str] = Counter()
        self.boxed = 0
        self.paragraphs = 0
        self.tables = 0

    def pieces(self, parent: Any) -> Iterator[Piece]:
        """Yield the pieces of paragraphs and tables below an element, in document order."""
        for child in parent.iterchildren(tag=etree.Element):
            name = _name(child)
            if name == "p":
                yield from self.paragraph(child)
            elif name == "tbl":
                yield from self.table(child)
            elif name not in LEFT_OUT:
                yield from self.pieces(child)

    def paragraph(self, element: Any, place: str = "") -> Iterator[Piece]:
        """Yield the lines of one paragraph, the first one knowing how much of it is bold."""
        style = _value(element, "pPr", "pStyle")
        self.boxed += sum(_filled(box) for box in _boxes(element))
        runs = list(self._runs(element, style in self.styles.bold))
        if not place and "".join(text for text, _ in runs).strip():
            self.paragraphs += 1
        for at, line in enumerate(_lines(runs)):
            text, changes = normalised("".join(words for words, _ in line))
            self.changes += changes
            if text.strip():
                yield Piece(
                    place or f"paragraph {self.paragraphs}",
                    text,
                    bold=0 if at else _bold(line, text),
                    heading=style in self.styles.headings,
                    joins=at > 0,
                )

    def table(self, element: Any) -> Iterator[Piece]:
        """Yield the speech of a table by its rows; a table without labels, as its paragraphs."""
        self.tables += 1
        rows = []
        for number, row in enumerate(_children(element, "tr"), start=1):
            place = f"table {self.tables}, row {number}"
            cells: list[list[Piece]] = []
            for cell in _children(row, "tc"):
                inside = [p for p in cell.iter() if isinstance(p.tag, str) and _name(p) == "p"]
                cells.append([piece for p in inside for piece in self.paragraph(p, place)])
                # A merged cell fills several columns.
                wide = re.fullmatch(r"\d{1,2}", _value(cell, "tcPr", "gridSpan"))
                cells.extend([] for _ in range(int(wide[0]) - 1 if wide else 0))
            rows.append(cells)
        pieces, left_out = rows_of_speech(rows, self.listed)
        self.changes["cell beside speech left out"] += left_out
        yield from pieces

    def _runs(self, element: Any, bold: bool) -> Iterator[tuple[str, bool]]:
        """Yield the text of a paragraph with whether it is bold."""
        for child in element.iterchildren(tag=etree.Element):
            name = _name(child)
            if name == "r":
                yield _text(child), self._is_bold(child, bold)
            elif name in {"del", "moveFrom"}:
                self.changes["deleted text of tracked changes left out"] += 1
            elif name not in LEFT_OUT:
                yield from self._runs(child, bold)

    def _is_bold(self, run: Any, inherited: bool) -> bool:
        for properties in _children(run, "rPr"):
            for one in _children(properties, "b"):
                return _attribute(one, "val") not in {"0", "false", "off"}
            for one in _children(properties, "rStyle"):
                if _attribute(one, "val") in self.styles.bold:
                    return True
        return inherited


def _text(run: Any) -> str:
    parts = []
    for child in run.iterchildren(tag=etree.Element):
        name = _name(child)
        if name == "t":
            parts.append(child.text or "")
        elif name == "br":
            parts.append("\n" if _attribute(child, "type") in {None, "textWrapping"} else " ")
        else:
            parts.append(SIGNS.get(name, ""))
    return "".join(parts)


def _lines(runs: list[tuple[str, bool]]) -> Iterator[list[tuple[str, bool]]]:
    """Part a paragraph's runs at its line breaks."""
    line: list[tuple[str, bool]] = []
    for text, bold in runs:
        first, *others = text.split("\n")
        line.append((first, bold))
        for other in others:
            yield line
            line = [(other, bold)]
    yield line


def _bold(line: list[tuple[str, bool]], text: str) -> int:
    """Number of bold characters at the beginning of the normalised text."""
    begin = ""
    for words, bold in line:
        if words.strip() and not bold:
            break
        begin += words
    plain = normalised(begin)[0]
    return len(plain) if plain.strip() and text.startswith(plain) else 0


def _styles(archive: zipfile.ZipFile) -> _Styles:
    found = _Styles()
    if "word/styles.xml" not in archive.namelist():
        return found
    based: dict[str, str] = {}
    for style in _children(_xml(archive, "word/styles.xml"), "style"):
        name = _attribute(style, "styleId") or ""
        based[name] = _value(style, "basedOn")
        if HEADING.match(_value(style, "name")):
            found.headings.add(name)
        for properties in _children(style, "rPr"):
            for one in _children(properties, "b"):
                if _attribute(one, "val") not in {"0", "false", "off"}:
                    found.bold.add(name)
    for _ in range(8):  # a style takes over what the one below it says
        found.bold |= {name for name, below in based.items() if below in found.bold}
        found.headings |= {name for name, below in based.items() if below in found.headings}
    return found


def _main_part(archive: zipfile.ZipFile) -> str:
    names = archive.namelist()
    if MAIN in names:
        return MAIN
    if "_rels/.rels" in names:
        for relation in _xml(archive, "_rels/.rels").iterchildren(tag=etree.Element):
            target = str(relation.get("Target", "")).lstrip("/")
            if str(relation.get("Type", "")).endswith("/officeDocument") and target in names:
                return target
    raise Unreadable(
        "a zip archive without word/document.xml",
        "a Word document (.docx)",
        "open the file in Word and save it as .docx, or see what program it belongs to",
    )


def _xml(archive: zipfile.ZipFile, name: str) -> Any:
    if archive.getinfo(name).file_size > MAX_BYTES:
        raise Unreadable("a part too large to be a transcript", "a Word document (.docx)")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    return etree.fromstring(archive.read(name), parser)


def _boxes(element: Any) -> Iterator[Any]:
    """Yield text boxes below a paragraph, not those that repeat one for old programs."""
    for child in element.iterchildren(tag=etree.Element):
        if _name(child) == "txbxContent":
            yield child
        elif _name(child) != "Fallback":
            yield from _boxes(child)


def _filled(element: Any) -> int:
    """Number of paragraphs with text below an element."""
    return sum(
        any(_name(one) == "t" and (one.text or "").strip() for one in p.iter(etree.Element))
        for p in element.iter(etree.Element)
        if _name(p) == "p"
    )


def _name(element: Any) -> str:
    # By local name: transitional and strict documents differ in their namespaces only.
    return str(etree.QName(element).localname)


def _children(element: Any, name: str) -> Iterator[Any]:
    return (child for child in element.iterchildren(tag=etree.Element) if _name(child) == name)


def _attribute(element: Any, name: str) -> str | None:
    for key, value in element.attrib.items():
        if etree.QName(key).localname == name:
            return str(value)
    return None


def _value(element: Any, *names: str) -> str:
    """Attribute `val` of the element that the names lead to; empty where there is none."""
    for name in names:
        found = next(_children(element, name), None)
        if found is None:
            return ""
        element = found
    return _attribute(element, "val") or ""
