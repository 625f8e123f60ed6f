"""The words of a PDF's page as pdfium gives them: where they stand, and in which type."""

import re
import unicodedata
from collections import defaultdict
from ctypes import addressof, byref, c_double, c_ushort, create_string_buffer
from dataclasses import dataclass, field
from math import hypot
from typing import Any, NamedTuple

HYPHENS = dict.fromkeys((0x02, 0xFFFE, 0x2010, 0x2011), "-")
"""What is read as the keyboard's hyphen."""

BREAKS = "\x02\ufffe"
"""How pdfium gives a hyphen at the end of a line: the next character stands on the next line."""

BLANKS = "\t\n\r \xa0\u2000-\u200a\u202f\u3000"
WORD = re.compile(f"[^{BLANKS}{BREAKS}]+[{BREAKS}]?|[{BREAKS}]")
CHARACTER = re.compile("[\ud800-\udbff][\udc00-\udfff]|.", re.DOTALL)
"""pdfium gives characters beyond 16 bits, as an emoji, as pairs."""

STRANGE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\uf8ff\ufffd\U000f0000-\U0010ffff]"
)
"""No meaning: none given, control, half of a pair, private use, not a character."""

BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
BOLD_WEIGHT, FORCED_BOLD = 600, 1 << 18
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
FIGURES = re.compile(
    r"[0-9\u0660-\u0669\u06f0-\u06f9A-Za-z][0-9\u0660-\u0669\u06f0-\u06f9A-Za-z.,:/-]*"
)
LETTER = re.compile(r"[^\W\d_]")
UNUSUAL = re.compile(f"{STRANGE.pattern}|{RIGHT_TO_LEFT.pattern}")
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
        # Made once, as they are handed over for each word.
        self.into_box, self.into_origin = byref(self.box), (byref(self.x), byref(self.y))
        self.styles: dict[int, tuple[float, bool, bool]] = {}

    def count(self) -> int:
        """How many characters the page has, blanks and line ends among them."""
        return max(int(self.pdfium.FPDFText_CountChars(self.text)), 0)

    def read(self) -> None:
        """Part the characters at blanks; a blank is real, or pdfium's guess from a gap."""
        given = self.characters()
        text = given.translate(HYPHENS)
        for match in WORD.finditer(given):
            first, end = match.span()
            is_plain = not UNUSUAL.search(text, first, end)
            word = text[first:end] if is_plain else self.mended(text[first:end], first)
            self.page.characters += end - first
            if word:
                broken = given[end - 1] in BREAKS or end == len(given)
                real = not broken and not self.pdfium.FPDFText_IsGenerated(self.text, end)
                self.word(word, first, end - 1, real)

    def characters(self) -> str:
        """The page's characters, as many as pdfium has places for."""
        count = self.count()
        units = (c_ushort * (count + 1))()
        if self.pdfium.FPDFText_GetText(self.text, 0, count, units) == count + 1:
            return bytes(units)[:-2].decode("utf-16-le", "surrogatepass")
        # The text of a page leaves out the shapes that have no character, and so loses count.
        return "".join(chr(self.pdfium.FPDFText_GetUnicode(self.text, at)) for at in range(count))

    def word(self, text: str, first: int, last: int, spaced: bool) -> None:
        """Add the word from one character to another to the page."""
        size, bold, upright = self.style(first)
        ends = self.ends(first) + (self.ends(last) if last > first else ())
        left, right, base = min(ends), max(ends), self.base(first)
        width, height = self.size
        inside = -width < left <= right < 2 * width and -height < base < 2 * height
        if upright and inside:
            self.page.words.append(Word(text, left, right, base, size, bold, spaced))
        else:
            self.page.astray += 1

    def mended(self, text: str, first: int) -> str:
        """A word without shapes that have no character, which are counted, and in its order."""
        given = [(first + one.start(), _whole(one[0])) for one in CHARACTER.finditer(text)]
        word = [(at, character) for at, character in given if not STRANGE.match(character)]
        self.page.strange += len(given) - len(word)
        if RIGHT_TO_LEFT.search(text):
            return self.turned_round(word)
        return "".join(character for _, character in word)

    def turned_round(self, word: list[tuple[int, str]]) -> str:
        """Put the letters of a word from right to left in the order in which they are read.

        pdfium gives some words as they stand, from the left. A mark stays behind its letter.
        """
        letters: list[tuple[float, str]] = []
        marks: list[tuple[float, str]] = []
        for at, character in word:
            into = marks if unicodedata.combining(character) else letters
            into.append((sum(self.ends(at)) / 2, character))
        if not letters:
            return "".join(mark for _, mark in marks)
        behind: defaultdict[int, str] = defaultdict(str)
        for x, mark in marks:
            behind[min(range(len(letters)), key=lambda at: abs(letters[at][0] - x))] += mark
        order = sorted(range(len(letters)), key=lambda at: -letters[at][0])
        text = "".join(letters[at][1] + behind[at] for at in order)
        return FIGURES.sub(lambda match: match[0][::-1], text)

    def ends(self, at: int) -> tuple[float, float]:
        """Both ends of a character's box along the lines of the page as it is shown.

        A page may be stored turned by quarters.
        """
        box = self.box
        self.pdfium.FPDFText_GetLooseCharBox(self.text, at, self.into_box)
        ends = (box.bottom, box.top) if self.turn % 2 else (box.left, box.right)
        return ends if self.turn < 2 else (self.size[0] - ends[0], self.size[0] - ends[1])

    def base(self, at: int) -> float:
        """Height of a character's base line on the page as it is shown."""
        self.pdfium.FPDFText_GetCharOrigin(self.text, at, *self.into_origin)
        place = self.x.value if self.turn % 2 else self.y.value
        return self.size[1] - place if self.turn in {1, 2} else place

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


def _whole(pair: str) -> str:
    return pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def mirror(page: Page) -> None:
    """Mirror a page written from right to left, so that lines begin at the left for all behind."""
    letters = "".join([word.text for word in page.words])
    if not RIGHT_TO_LEFT.search(letters):
        return
    if 2 * len(RIGHT_TO_LEFT.findall(letters)) > len(LETTER.findall(letters)):
        page.mirrored = True
        page.words = [
            word._replace(x0=page.width - word.x1, x1=page.width - word.x0) for word in page.words
        ]
