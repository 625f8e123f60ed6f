"""The words of a PDF's page as pdfium gives them: where they stand, and in which type."""

import re
import unicodedata
from collections import defaultdict
from ctypes import addressof, byref, c_double, create_string_buffer
from dataclasses import dataclass, field
from math import hypot
from typing import Any, NamedTuple

HYPHENS = {0x02: "-", 0xFFFE: "-", 0x2010: "-", 0x2011: "-"}
"""What is read as the keyboard's hyphen."""

BLANKS = frozenset((9, 10, 13, 32, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000))
BREAKS = {0x02, 0xFFFE}
"""How pdfium gives a hyphen at the end of a line: the next character stands on the next line."""

BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
BOLD_WEIGHT, FORCED_BOLD = 600, 1 << 18
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
FIGURES = re.compile(
    r"[0-9\u0660-\u0669\u06f0-\u06f9A-Za-z][0-9\u0660-\u0669\u06f0-\u06f9A-Za-z.,:/-]*"
)
LETTER = re.compile(r"[^\W\d_]")
PLAIN = (10.0, False, True)


class Word(NamedTuple):
    """A word as it stands on its page, in points from the left and from the bottom.

    Attributes:
        text: Its characters.
        x0: Left end.
        x1: Right end.
        y: Base line.
        size: Height of its type.
        bold: Whether its type is bold.
        spaced: Whether the file itself has a blank behind it.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    spaced: bool


@dataclass
class Page:
    """What stands on one page.

    Attributes:
        number: Of the page, from 1.
        width: In points.
        words: In the order of the file.
        characters: How many there are, blanks aside.
        strange: Of these, how many have no meaning: no character is given for the shape.
        astray: Words that stand aslant, as a watermark does, or outside the page.
        pictured: Share of the page that pictures cover; looked up where there are few words.
        drawn: How many shapes are drawn; looked up where there are no words.
        notes: Author and text of comments upon the page.
        mirrored: Whether places count from the right, as the text is written from there.
    """

    number: int
    width: float
    words: list[Word] = field(default_factory=list)
    characters: int = 0
    strange: int = 0
    astray: int = 0
    pictured: float = 0.0
    drawn: int = 0
    notes: list[tuple[str, str]] = field(default_factory=list)
    mirrored: bool = False


class Reader:
    """Reads the characters of one page into its words."""

    def __init__(  # noqa: PLR0917
        self,
        pdfium: Any,
        text: Any,
        page: Page,
        turn: int,
        size: tuple[float, float],
        fonts: dict[int, bool],
    ) -> None:
        self.pdfium, self.text, self.page = pdfium, text, page
        self.turn, self.size, self.fonts = turn, size, fonts
        self.box = pdfium.FS_RECTF()
        self.matrix = pdfium.FS_MATRIX()
        self.x, self.y = c_double(), c_double()
        self.styles: dict[int, tuple[float, bool, bool]] = {}

    def count(self) -> int:
        """How many characters the page has, blanks and line ends among them."""
        return max(int(self.pdfium.FPDFText_CountChars(self.text)), 0)

    def read(self) -> None:
        """Part the characters at blanks; a blank is real, or pdfium's guess from a gap."""
        count = self.count()
        given = self.pdfium.FPDFText_GetUnicode
        codes = [given(self.text, at) for at in range(count)]
        begin = None
        for at, code in enumerate([*codes, 32]):
            if code in BLANKS:
                if begin is not None:
                    real = at < count and not self.pdfium.FPDFText_IsGenerated(self.text, at)
                    self.word(codes[begin:at], begin, at - 1, real)
                begin = None
                continue
            begin = at if begin is None else begin
            if code in BREAKS:
                self.word(codes[begin : at + 1], begin, at, spaced=False)
                begin = None

    def word(self, codes: list[int], first: int, last: int, spaced: bool) -> None:
        """Add the word of these characters to the page."""
        self.page.characters += len(codes)
        if max(codes) < 0x7F and min(codes) >= 32:
            plain = bytes(codes).decode("ascii")
        else:
            plain = "".join(HYPHENS.get(code, chr(code)) for code in codes if not _is_strange(code))
            self.page.strange += len(codes) - len(plain)
            if RIGHT_TO_LEFT.search(plain):
                plain = self.turned_round(codes, first)
        if not plain:
            return
        size, bold, upright = self.style(first)
        if not upright:
            self.page.astray += 1
            return
        ends = [corner for at in {first, last} for corner in self.corners(at)]
        self.pdfium.FPDFText_GetCharOrigin(self.text, first, byref(self.x), byref(self.y))
        base = self.turned(self.x.value, self.y.value)[1]
        left, right = min(x for x, _ in ends), max(x for x, _ in ends)
        width, height = self.size
        if not (-width < left <= right < 2 * width and -height < base < 2 * height):
            self.page.astray += 1
            return
        self.page.words.append(Word(plain, left, right, base, size, bold, spaced))

    def turned_round(self, codes: list[int], first: int) -> str:
        """Put the letters of a word from right to left in the order in which they are read.

        pdfium gives some words as they stand, from the left. A mark stays behind its letter.
        """
        letters: list[tuple[float, str]] = []
        marks: list[tuple[float, str]] = []
        for at, code in enumerate(codes, start=first):
            if not _is_strange(code):
                (x0, _), (x1, _) = self.corners(at)
                into = marks if unicodedata.combining(chr(code)) else letters
                into.append(((x0 + x1) / 2, HYPHENS.get(code, chr(code))))
        if not letters:
            return "".join(mark for _, mark in marks)
        behind: defaultdict[int, str] = defaultdict(str)
        for x, mark in marks:
            behind[min(range(len(letters)), key=lambda at: abs(letters[at][0] - x))] += mark
        order = sorted(range(len(letters)), key=lambda at: -letters[at][0])
        text = "".join(letters[at][1] + behind[at] for at in order)
        return FIGURES.sub(lambda match: match[0][::-1], text)

    def corners(self, at: int) -> list[tuple[float, float]]:
        """Two corners of a character's box on the page as it is shown."""
        box = self.box
        self.pdfium.FPDFText_GetLooseCharBox(self.text, at, byref(box))
        return [self.turned(box.left, box.bottom), self.turned(box.right, box.top)]

    def turned(self, x: float, y: float) -> tuple[float, float]:
        """A point on the page as it is shown: a page may be stored turned by quarters."""
        width, height = self.size  # as it is shown, so those of a page on its side are exchanged
        if self.turn == 0:
            return x, y
        if self.turn == 1:
            return y, height - x
        if self.turn == 2:
            return width - x, height - y
        return width - y, x

    def style(self, at: int) -> tuple[float, bool, bool]:
        """Height of a character's type in points, whether it is bold, and stands upright."""
        part = self.pdfium.FPDFText_GetTextObject(self.text, at)
        if not part:
            return PLAIN
        address = addressof(part.contents)
        if address not in self.styles:
            matrix, size, upright = (
                self.matrix,
                self.pdfium.FPDFText_GetFontSize(self.text, at),
                True,
            )
            if self.pdfium.FPDFText_GetMatrix(self.text, at, byref(matrix)):
                size *= hypot(matrix.c, matrix.d)
                along = (matrix.a, matrix.b, -matrix.a, -matrix.b)[self.turn]
                upright = along > 0.99 * hypot(matrix.a, matrix.b)
            self.styles[address] = (size if size > 1 else PLAIN[0], self.is_bold(part), upright)
        return self.styles[address]

    def is_bold(self, part: Any) -> bool:
        """Say whether a text's font is bold, by its name or what it says of itself."""
        font = self.pdfium.FPDFTextObj_GetFont(part)
        if not font:
            return False
        address = addressof(font.contents)
        if address not in self.fonts:
            name = create_string_buffer(256)
            self.pdfium.FPDFFont_GetBaseFontName(font, name, 256)
            self.fonts[address] = (
                bool(BOLD.search(name.value.decode("latin-1")))
                or self.pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT
                or bool(max(self.pdfium.FPDFFont_GetFlags(font), 0) & FORCED_BOLD)
            )
        return self.fonts[address]


def _is_strange(code: int) -> bool:
    """Say whether a character has no meaning: none given, control, private use, not a character."""
    if code in HYPHENS:
        return False
    return (
        code < 32
        or 0x7F <= code < 0xA0
        or 0xD800 <= code <= 0xF8FF
        or code >= 0xF0000
        or (code == 0xFFFD)
    )


def mirror(page: Page) -> None:
    """Mirror a page written from right to left, so that lines begin at the left for all behind."""
    letters = "".join(word.text for word in page.words)
    if 2 * len(RIGHT_TO_LEFT.findall(letters)) > len(LETTER.findall(letters)):
        page.mirrored = True
        page.words = [
            word._replace(x0=page.width - word.x1, x1=page.width - word.x0) for word in page.words
        ]
