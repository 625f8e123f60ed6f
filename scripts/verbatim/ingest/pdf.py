"""PDFs with a text layer: what stands on the pages, read as paragraphs."""

import re
from collections import Counter
from itertools import pairwise, takewhile

from verbatim.ingest.labels import Speaker
from verbatim.ingest.pdf_cells import ACROSS, in_rows, speech_column
from verbatim.ingest.pdf_file import FEW_WORDS, pages
from verbatim.ingest.pdf_hyphens import Hyphens
from verbatim.ingest.pdf_layout import Paragraph, paragraphs
from verbatim.ingest.pdf_lines import Line, in_columns, lines
from verbatim.ingest.pdf_margins import without_heads, without_line_numbers
from verbatim.ingest.pdf_words import Page
from verbatim.ingest.pieces import Comment, Piece, Source
from verbatim.ingest.table import rows_of_speech
from verbatim.ingest.text import normalised
from verbatim.ingest.unreadable import Unreadable

BOLD = frozenset(("bold",))
STRANGE_SHARE = 0.05
PICTURED = 0.5
DRAWN = 200
TEXT = "a PDF whose text can be marked and copied"
OCR = (
    "have a program recognise its text (OCR), check it against the recording, and save it as "
    ".docx or .txt"
)


def read(content: bytes, listed: dict[str, Speaker]) -> Source:
    """Read the text of a PDF into pieces: a paragraph each, from top to bottom, page after page.

    Running heads and feet, numbers of pages and lines are left aside and counted, those of lines
    as one for each page. Words that the end of a line broke are made whole where that is certain.

    Raises:
        Unreadable: If it is damaged, has a password, is a scan, or its letters have no meaning.
    """
    found = pages(content)
    _check(found)
    changes: Counter[str] = Counter()
    printed, margins = without_line_numbers([line for page in found for line in lines(page)])
    printed, running, numbers = without_heads(printed, len(found), listed)
    changes["line number"] = sum(len(line.words) for line in margins)
    changes["running head or foot"], changes["page number"] = len(running), len(numbers)
    changes["word aslant or outside the page"] = sum(page.astray for page in found)
    changes["page without text"] = sum(not page.words for page in found)
    changes["shape without a character"] = sum(page.strange for page in found)
    ordered = in_columns(printed)
    _number(ordered)
    start = speech_column(ordered)
    own = paragraphs(in_rows(ordered, start, listed) if start else ordered, listed)
    pieces = _pieces(own, listed, changes)
    comments = [Comment("", author, text) for page in found for author, text in page.notes]
    beside = [
        *((line.page, line.text) for line in (*margins, *running, *numbers)),
        *((page.number, text) for page in found for _, text in page.notes),
    ]
    left = [
        Piece(f"beside the text, {number}, page {page}", normalised(text)[0], aside=True)
        for number, (page, text) in enumerate(sorted(beside, key=lambda one: one[0]), start=1)
    ]
    return Source("pdf", "", pieces, +changes, comments, left)


def _check(found: list[Page]) -> None:
    """Refuse scans and text that means nothing.

    Raises:
        Unreadable: With the reason.
    """
    words = sum(len(page.words) for page in found)
    behind_text = any(page.pictured > PICTURED for page in found if len(page.words) >= FEW_WORDS)
    for page in found:
        if page.pictured > PICTURED and len(page.words) < FEW_WORDS and not behind_text:
            whole = not any(len(other.words) >= FEW_WORDS for other in found)
            raise Unreadable(
                "a scan: pictures of pages, without their text"
                if whole
                else "a page that is a picture, without its text",
                TEXT,
                OCR,
                "" if whole else f"page {page.number}",
            )
        if page.drawn > DRAWN and not page.words:
            raise Unreadable(
                "letters that are drawn as shapes, without their text",
                TEXT,
                f"export it anew from the program it came from as .docx or .txt, or {OCR}",
                f"page {page.number}",
            )
    strange = sum(page.strange for page in found)
    if strange > STRANGE_SHARE * sum(page.characters for page in found):
        raise Unreadable(
            "text whose letters have no meaning (its fonts do not say which character is which)",
            TEXT,
            f"export it anew from the program it came from as .docx or .txt, or {OCR}",
        )
    if not words:
        raise Unreadable("a PDF without any text", TEXT, f"if it is a scan, {OCR}")


def _number(ordered: list[Line]) -> None:
    page = number = 0
    for line in ordered:
        number = 1 if line.page != page else number + 1
        page, line.number = line.page, number


def _pieces(own: list[Paragraph], listed: dict[str, Speaker], changes: Counter[str]) -> list[Piece]:
    """The paragraphs as pieces, or as a table's rows where labels have a column of their own."""
    breaks = [
        (one.words[-1].text, after.words[0].text, one.words[-1].spaced)
        for each in own
        for one, after in pairwise(each.lines)
        if one.words[-1].text.endswith("-")
    ]
    told = (line.text for each in own for line in each.lines) if breaks else ()
    hyphens = Hyphens(told, breaks)
    rows: list[list[list[Piece]]] = []
    for each in own:
        piece = _piece(each, hyphens, changes)
        first = each.lines[0]
        if first.column == ACROSS:
            rows.append([[piece]])
        elif first.head or not rows or len(rows[-1]) == 1:
            cells = first.head.split("\t")
            rows.append([[Piece(piece.place, cell)] if cell else [] for cell in cells] + [[]])
            rows[-1][-1].append(piece)
        else:
            rows[-1][-1].append(piece)
    changes += hyphens.changes
    if not any(each.lines[0].head for each in own):
        return [piece for row in rows for piece in row[-1]]
    pieces, left_out = rows_of_speech(rows, listed)
    changes["cell beside speech left out"] = left_out
    return pieces


def _piece(each: Paragraph, hyphens: Hyphens, changes: Counter[str]) -> Piece:
    """A paragraph's lines as one text, with the length of its bold beginning."""
    first = each.lines[0]
    text = first.text
    for before, line in pairwise(each.lines):
        last, word = before.words[-1], line.words[0].text
        glue = " "
        if last.text.endswith("-"):
            kept, glue = hyphens.between(last.text, word, last.spaced)
            text = text.removesuffix(last.text) + kept
        elif line.torn or _is_unspaced(text[-1:] + word[:1]):
            glue = ""
        text += glue + line.text
    plain, changed = normalised(text)
    changes += changed
    bold = _bold(each, plain)
    return Piece(
        f"page {first.page}, line {first.number}",
        plain,
        bold=bold,
        heading=each.heading,
        set_in=BOLD if bold == len(plain) else frozenset(),
    )


def _bold(each: Paragraph, text: str) -> int:
    """How many characters of the text the bold words at its beginning make."""
    words = (word for line in each.lines for word in line.words)
    length = sum(len(word.text) for word in takewhile(lambda word: word.bold, words))
    for at, character in enumerate(text):
        if length <= 0:
            return at
        length -= not character.isspace()
    return len(text) if length <= 0 else 0


def _is_unspaced(around: str) -> bool:
    """Say whether both characters at the end of a line are of a script without blanks."""
    return bool(re.match("[\u2e80-\u9fff\uff00-\uffef]{2}", around))
