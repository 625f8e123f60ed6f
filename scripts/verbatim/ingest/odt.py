"""OpenDocument texts: paragraphs and tables in document order."""

import re
from collections.abc import Iterator
from typing import Any

from verbatim.ingest.blocks import ALSO, Block, Document, Paragraph, Remark, Run, Table, source
from verbatim.ingest.labels import Speaker
from verbatim.ingest.odt_styles import Styles, styles
from verbatim.ingest.packed import attribute, children, elements, name, opened, xml
from verbatim.ingest.pieces import Source
from verbatim.ingest.unreadable import Unreadable

BLANKS = re.compile(r"[ \t\r\n]+")
NOT_BODY = ("tracked-changes", "forms", "sequence-decls", "variable-decls", "index-title-template")
ASIDE = ("note", "frame", "custom-shape", "g", "rect")
SIGNS = {"s": " ", "tab": "\t", "line-break": "\n"}
NOT_SAID = ("", "ruby-text", "number")
HIDDEN = ("hidden-text", "hidden-paragraph")
MOST_COLUMNS = 63


def read(content: bytes, listed: dict[str, Speaker]) -> Source:
    """Read the body into pieces, with tracked changes accepted.

    Deleted and hidden text is left out and counted. Page headers, notes, comments and text boxes
    are counted as left aside; comments are kept beside the pieces.

    Raises:
        Unreadable: If the archive is damaged, has a password, or is no OpenDocument text.
    """
    with opened(content, "OpenDocument text", ".odt", "LibreOffice or Word") as archive:
        parts = archive.namelist()
        if "META-INF/manifest.xml" in parts and b"encryption-data" in archive.read(
            "META-INF/manifest.xml"
        ):
            raise Unreadable(
                "an OpenDocument text with a password",
                "a document that opens without one",
                "open it in the program it came from and save it without a password",
            )
        root = xml(archive, "content.xml") if "content.xml" in parts else None
        body = next(children(root, "body"), None) if root is not None else None
        text = next(children(body, "text"), None) if body is not None else None
        if text is None:
            raise Unreadable(
                "an archive without the text of a document",
                "an OpenDocument text (.odt)",
                "open it in the program it belongs to and save it as .odt or .docx",
            )
        looks = xml(archive, "styles.xml") if "styles.xml" in parts else None
    reader = _Body(styles([one for one in (looks, root) if one is not None]))
    reader.document.blocks = list(reader.blocks(text))
    reader.document.aside += _page_lines(looks)
    return source("odt", reader.document, listed)


class _Body:
    """Walks through the body and counts on its way."""

    def __init__(self, known: Styles) -> None:
        self.styles = known
        self.document = Document()

    def blocks(self, parent: Any) -> Iterator[Block]:
        """Yield paragraphs and tables below an element, in document order."""
        for child in elements(parent):
            kind = name(child)
            if kind in {"p", "h"}:
                yield self.paragraph(child)
            elif kind == "table":
                yield Table(list(self.rows(child)))
            elif kind == "tracked-changes":
                deleted = sum(bool(_filled(one)) for one in child.iter("{*}deletion"))
                self.document.changes["deleted text of tracked changes left out"] += deleted
            elif attribute(child, "display") == "none":
                self.document.changes["hidden text left out"] += len(_filled(child))
            elif kind in ASIDE:
                self.document.aside += _filled(child)
            elif kind not in NOT_BODY:
                yield from self.blocks(child)

    def paragraph(self, element: Any) -> Paragraph:
        """Give the runs of one paragraph, and what was remarked beside it."""
        style = attribute(element, "style-name") or ""
        runs: list[Run] = []
        remarks: list[Remark] = []
        self._fill(runs, remarks, element, self.styles.of(style, frozenset()))
        is_heading = name(element) == "h" or style in self.styles.headings
        return Paragraph(runs, is_heading, remarks)

    def rows(self, element: Any) -> Iterator[list[list[Block]]]:
        """Yield the rows of a table, header rows and groups of rows among them."""
        for child in elements(element):
            if name(child) == "table-row":
                cells: list[list[Block]] = []
                for cell in children(child, "table-cell", "covered-table-cell"):
                    times = attribute(cell, "number-columns-repeated") or ""
                    more = int(times) - 1 if re.fullmatch(r"\d{1,5}", times) else 0
                    cells.append(list(self.blocks(cell)))
                    cells.extend([] for _ in range(min(more, MOST_COLUMNS)))
                yield cells
            elif name(child) in {"table-header-rows", "table-row-group", "table-rows"}:
                yield from self.rows(child)

    def _fill(
        self, runs: list[Run], remarks: list[Remark], element: Any, types: frozenset[str]
    ) -> None:
        """Add the text below an element: line breaks and blanks are elements of their own."""
        type_ = ("bold" in types, types & ALSO)

        def add(text: str | None) -> None:
            words = BLANKS.sub(" ", text or "")
            if "hidden" in types and words.strip():
                self.document.changes["hidden text left out"] += 1
            elif not runs or runs[-1].text.endswith((" ", "\n")):
                runs.append(Run(words.removeprefix(" "), *type_))
            else:
                runs.append(Run(words, *type_))

        add(element.text)
        for child in element:
            kind = name(child) if isinstance(child.tag, str) else ""
            if kind in SIGNS:
                # Two blanks may part label and speech; more say no more than two.
                more = kind == "s" and (attribute(child, "c") or "1") != "1"
                runs.append(Run(SIGNS[kind] * (2 if more else 1), *type_))
            elif kind == "annotation":
                remarks.append(_remark(child))
                self.document.aside += _filled(child)
            elif kind in ASIDE:
                self.document.aside += _filled(child)
            elif kind in HIDDEN:
                self.document.changes["hidden text left out"] += 1
            elif kind not in NOT_SAID:
                style = attribute(child, "style-name") or "" if kind in {"span", "a"} else ""
                self._fill(runs, remarks, child, self.styles.of(style, types))
            add(child.tail)


def _remark(annotation: Any) -> Remark:
    author = next(children(annotation, "creator"), None)
    paragraphs = annotation.iter("{*}p")
    return Remark(
        "".join(author.itertext()) if author is not None else "",
        "\n".join(BLANKS.sub(" ", "".join(one.itertext())).strip() for one in paragraphs),
    )


def _filled(element: Any) -> list[str]:
    """Text of the paragraphs with any below an element."""
    paragraphs = ("".join(one.itertext()) for one in element.iter("{*}p", "{*}h"))
    return [text for text in paragraphs if text.strip()]


def _page_lines(looks: Any) -> list[str]:
    """Text of the paragraphs in headers and footers of pages."""
    if looks is None:
        return []
    return [text for one in looks.iter("{*}header", "{*}footer") for text in _filled(one)]
