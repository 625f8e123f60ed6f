"""A page's tree into blocks: which elements begin a paragraph, which are bold, which unseen."""

import re
from typing import Any

from lxml import etree

from verbatim.ingest.blocks import ALSO, Block, Document, Paragraph, Run, Table
from verbatim.ingest.times import ALONE

INLINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
        ),
        *(
            "font",
            "i",
            "ins",
            "kbd",
            "label",
            "mark",
            "nobr",
            "o:p",
            "q",
            "rb",
            "ruby",
            "s",
            "samp",
        ),
        *("small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
"""Elements that do not begin a paragraph; any other does, those that nobody knows among them."""

PLAIN: frozenset[str] = frozenset()
BOLD, COLOURED = frozenset(("bold",)), frozenset(("coloured",))
TAGS = {
    **dict.fromkeys(("b", "strong", "th"), BOLD),
    **dict.fromkeys(("i", "em"), frozenset(("italic",))),
    "u": frozenset(("underlined",)),
}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "title", "caption")
UNSEEN = frozenset(
    (
        *("head", "script", "style", "template", "noscript", "svg", "canvas", "object", "embed"),
        *("iframe", "audio", "video", "img", "map", "input", "rt", "rp", "colgroup"),
    )
)
NOT_SPOKEN = ("nav", "button", "select", "textarea", "footer", "dialog")
"""Elements with text of the page itself, which is counted as left aside."""

NO_DISPLAY = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore",
    re.IGNORECASE,
)
"""Styles of what a browser does not show, and of the numbers that Word gives to paragraphs."""

COLOUR = r"(?<![\w-])color\s*:\s*"
BLACK = r"#000(?:000)?\b|black|windowtext|inherit|initial|rgb\(\s*0\s*,\s*0\s*,\s*0"
ON = {
    "bold": re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE),
    "italic": re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE),
    "underlined": re.compile(r"text-decoration(?:-line)?\s*:[^;]*underline", re.IGNORECASE),
    "coloured": re.compile(rf"{COLOUR}(?!{BLACK})", re.IGNORECASE),
}
OFF = {
    "bold": re.compile(r"font-weight\s*:", re.IGNORECASE),
    "italic": re.compile(r"font-style\s*:", re.IGNORECASE),
    "coloured": re.compile(COLOUR, re.IGNORECASE),
}
"""What styles say of types; what is underlined shows through whatever stands in it."""

NOTE = re.compile(
    r"(?:sd|Mso)?(?:foot|end)notes?(?:anc|sym|-ref|-back|Reference)?\d*|(?:ftn|edn|fnref)\d+"
    r"|(?:cmnt|ftnt)(?:_ref)?\d+"
    r"|doc-(?:noteref|endnotes?|footnote|backlink)",
    re.IGNORECASE,
)
GOOGLES = re.compile(r"(?:cmnt|ftnt)\d+")
NOTE_STYLE = re.compile(r"mso-element\s*:\s*(?:foot|end)note", re.IGNORECASE)
SPEAKER = re.compile(r"(?:\w+[_-]+)*(?:speaker|who)(?:[_-]*(?:name|label))?", re.IGNORECASE)
"""Classes of what says who speaks, which a page sets off by a style of its own."""

SPAN = re.compile(r"ts_(?P<begin>\d{1,9})_(?P<end>\d{1,9})_")
"""How noScribe names the places of a transcript: begin and end in milliseconds."""

BLANKS = re.compile(r"[ \t\r\n\f]+")
DEEPEST = 8
"""Tables in tables lay out a page; beyond so many levels their cells are paragraphs."""


Row = list[list[Block]]


class Page:
    """Walks through a page without recursion: pages may be nested as deeply as they like."""

    def __init__(self, classes: dict[str, frozenset[str]]) -> None:
        self.classes = classes
        self.document = Document()
        self.tables: list[list[Row]] = []
        self.targets: list[list[Block]] = [self.document.blocks]
        self.runs: list[Run] = []
        self.spans: list[tuple[float, float]] = []
        self.types: list[frozenset[str]] = [frozenset()]
        self.heading = 0
        self.kept = 0

    def read(self, root: Any) -> Document:
        """Give the blocks of the page."""
        walk = etree.iterwalk(root, events=("start", "end"))
        left_out = None
        for event, element in walk:
            if event == "start" and self.is_left_out(element):
                walk.skip_subtree()
                left_out = element
            elif event == "start":
                self.enter(element)
                self.text(element.text)
            else:
                if element is not left_out:
                    self.leave(element)
                self.text(element.tail)
        self.end_paragraph()
        return self.document

    def is_left_out(self, element: Any) -> bool:
        """Say whether nothing of the element is speech; count what has words."""
        if element.tag in UNSEEN:
            return True
        style, is_inline = element.get("style", ""), element.tag in INLINE
        hidden = "hidden" in element.attrib or NO_DISPLAY.search(style)
        of_page = element.tag in NOT_SPOKEN or element.get("title") in {"header", "footer"}
        if not (hidden or of_page or _is_note(element, style)):
            return False
        if hidden and any(part.strip() for part in element.itertext()):
            self.document.changes["hidden text left out"] += 1
        elif not hidden and not is_inline:
            self.document.aside += _lines(element)
        return True

    def enter(self, element: Any) -> None:
        """Begin an element."""
        tag = element.tag
        self.types.append(self.types_of(element))
        if tag == "br":
            self.runs.append(self.run("\n"))
        elif tag not in INLINE:
            self.end_paragraph()
            self.heading += tag in HEADINGS
            self.kept += tag in {"pre", "textarea", "listing"}
            if tag == "table":
                self.tables.append([])
            elif self.is_read_as_table():
                self.enter_cell(element)
        elif self.is_clock(element):
            self.blank()
        elif spoken := SPAN.match(element.get("name", "")):
            self.spans.append((int(spoken["begin"]) / 1000, int(spoken["end"]) / 1000))

    def enter_cell(self, element: Any) -> None:
        """Begin a row or a cell of a table."""
        rows = self.tables[-1]
        is_cell = element.tag in {"td", "th"}
        if element.tag == "tr" or (is_cell and not rows):
            rows.append([])
        if is_cell:
            self.targets.append([])
            wide = re.fullmatch(r"\d{1,2}", element.get("colspan", "").strip())
            rows[-1] += [self.targets[-1], *([] for _ in range(int(wide[0]) - 1 if wide else 0))]

    def is_read_as_table(self) -> bool:
        """Say whether rows and cells are read as such here."""
        return 0 < len(self.tables) <= DEEPEST

    def leave(self, element: Any) -> None:
        """End an element."""
        tag = element.tag
        self.types.pop()
        if tag not in INLINE and tag != "br":
            self.end_paragraph()
            self.heading -= tag in HEADINGS
            self.kept -= tag in {"pre", "textarea", "listing"}
            if tag == "table":
                rows = self.tables.pop()
                self.targets[-1].extend([Table(rows)] if rows else [])
            elif tag in {"td", "th"} and self.is_read_as_table():
                self.targets.pop()
        elif self.is_clock(element):
            self.blank()

    def text(self, text: str | None) -> None:
        """Take text as a browser shows it: a run of blanks is one, unless they are kept."""
        if not text:
            return
        if self.kept:
            first, *others = text.replace("\r\n", "\n").split("\n")
            self.runs.append(self.run(first))
            for line in others:
                self.end_paragraph()
                self.runs.append(self.run(line))
            return
        words = BLANKS.sub(" ", text)
        if not self.runs or self.runs[-1].text.endswith((" ", "\n")):
            words = words.removeprefix(" ")
        if words:
            self.runs.append(self.run(words))

    def run(self, words: str) -> Run:
        """Give words in the type of the element that is open."""
        types = self.types[-1]
        return Run(words, "bold" in types, types & ALSO)

    def blank(self) -> None:
        """Part a time from what it stands beside, as the page does by its looks."""
        self.text(" ")

    def end_paragraph(self) -> None:
        """End the paragraph, if it has words."""
        runs, self.runs = self.runs, []
        if any(run.text.strip() for run in runs):
            spans, self.spans = self.spans, []
            times = (spans[0][0], spans[-1][1]) if spans else (None, None)
            self.targets[-1].append(Paragraph(runs, self.heading > 0, times=times))

    def types_of(self, element: Any) -> frozenset[str]:
        """Give the types of an element's text: those around it, its own, those of its classes."""
        types = self.types[-1] | TAGS.get(element.tag, PLAIN)
        if classes := element.get("class"):
            types = types.union(*(self.classes.get(one, PLAIN) for one in classes.split()))
            if any(map(SPEAKER.fullmatch, classes.split())):
                types |= BOLD
        if (colour := element.get("color")) and not re.match(BLACK, colour, re.IGNORECASE):
            types |= COLOURED
        if style := element.get("style"):
            types = (types - _said(style, OFF)) | on(style)
        return types

    @staticmethod
    def is_clock(element: Any) -> bool:
        """Say whether the element holds a time and nothing else."""
        return len(element) == 0 and bool(ALONE.fullmatch(element.text or ""))


def on(style: str) -> frozenset[str]:
    """Give the types that a style turns on."""
    return _said(style, ON)


def _said(style: str, patterns: dict[str, re.Pattern[str]]) -> frozenset[str]:
    return frozenset(type_ for type_, pattern in patterns.items() if pattern.search(style))


def _is_note(element: Any, style: str) -> bool:
    """Say whether the element is a footnote or its number, as programs mark them."""
    names = f"{element.get('id', '')} {element.get('class', '')} {element.get('role', '')}".split()
    # Google's pages end with notes and comments, each a paragraph that begins with its place.
    begins = element[0].get("id", "") if element.tag == "p" and len(element) else ""
    return (
        any(map(NOTE.fullmatch, names))
        or bool(NOTE_STYLE.search(style))
        or (not (element.text or "").strip() and bool(GOOGLES.fullmatch(begins)))
    )


def _lines(element: Any) -> list[str]:
    """Text of the paragraphs with words in an element; all of it, if it has no paragraphs."""
    paragraphs = ["".join(one.itertext()) for one in element.iter("p")]
    filled = [text for text in paragraphs if text.strip()]
    return filled or [text for text in ["".join(element.itertext())] if text.strip()]
