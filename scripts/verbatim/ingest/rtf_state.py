"""What holds inside a group of a rich-text file, and ends with it."""

from copy import copy
from dataclasses import dataclass

from verbatim.ingest.unreadable import Unreadable

BODY = "body"
LEFT_OUT = {
    "fonttbl": "font",
    "stylesheet": "style",
    "atnauthor": "author",
    "annotation": "remark",
    **dict.fromkeys(("footnote", "shptxt", "dptxbxtext"), "aside"),
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "aside"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "aside"),
    **dict.fromkeys(("colortbl", "info", "pict", "fldinst", "objdata", "objclass"), "skip"),
    **dict.fromkeys(("listtext", "pntext", "pntxta", "pntxtb", "shprslt", "upr"), "skip"),
    **dict.fromkeys(("nonshppict", "nonesttables", "xe", "tc", "sp", "filetbl"), "skip"),
    **dict.fromkeys(("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn"), "skip"),
}
r"""What groups are that begin with such a word; automatic numbers (`\listtext`) are layout."""

BESIDE = ("shptxt", "footnote", "annotation")
"""Those that are read even inside what is skipped."""

STARRED = ("annotation", "atnauthor", "ud", "shptxt")
r"""Words that are read although `\*` before them tells old programs to leave them."""

TYPES = {
    "i": "italic",
    **dict.fromkeys(("ul", "uld", "uldash", "uldb", "ulth", "ulw", "ulwave"), "underlined"),
    "ulnone": "underlined",
}
"""Words that turn a type on or off, beside bold."""


@dataclass
class State:
    r"""What holds inside a group.

    Attributes:
        kind: body; skip (nothing of it is text), font, style, author, remark, aside.
        sink: Where text goes instead of the body; None for the body.
        font: Font, which says the encoding of bytes.
        uc: How many characters behind a `\u` only repeat it.
        style: Number of the paragraph's style.
        outline: Whether the paragraph is a heading by its level.
        in_table: Whether it stands in a table.
        bold, hidden, deleted: What the text is.
        also: What else: italic, underlined.
    """

    kind: str = BODY
    sink: list[str] | None = None
    font: int = 0
    uc: int = 1
    style: int = 0
    outline: bool = False
    in_table: bool = False
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    also: frozenset[str] = frozenset()

    def inside(self) -> "State":
        """State at the begin of a group in this one; each group in a style sheet is a style."""
        state = copy(self)
        if state.kind == "style":
            state.sink = []
        return state

    def enter(self, kind: str) -> None:
        """Begin something that is not the body."""
        self.kind = kind
        self.sink = None if kind in {"skip", "font"} else []

    def leave(self, outer: list["State"]) -> None:
        r"""Go back to the body inside `\upr`, whose other half old programs read."""
        before = outer[-2] if len(outer) > 1 else outer[-1]
        self.kind, self.sink = before.kind, before.sink

    def change(self, word: str, number: int | None, default_font: int) -> None:
        """Take over what a control word says of the text or the paragraph."""
        is_on = number != 0
        if word == "b":
            self.bold = is_on
        elif word in TYPES:
            type_ = {TYPES[word]}
            self.also = self.also | type_ if is_on and word != "ulnone" else self.also - type_
        elif word == "v":
            self.hidden = is_on
        elif word == "deleted":
            self.deleted = is_on
        elif word == "plain":
            self.bold = self.hidden = self.deleted = False
            self.also = frozenset()
            self.font = default_font
        elif word == "pard":
            self.in_table, self.style, self.outline = False, 0, False
        elif word == "intbl":
            self.in_table = True
        elif word == "s":
            self.style = number or 0
        elif word == "outlinelevel":
            self.outline = (number or 0) < 9
        elif word == "f":
            self.font = number or 0
        elif word == "uc":
            self.uc = max(number or 0, 0)


def decoded(content: bytes, codec: str, place: str) -> str:
    """Decode the bytes of a code page strictly.

    Raises:
        Unreadable: If they do not fit it.
    """
    if content.isascii():
        return content.decode("ascii")
    try:
        return content.decode(codec)
    except (UnicodeDecodeError, LookupError) as error:
        raise Unreadable(
            "bytes that do not fit the code page that the file names",
            "rich text whose letters can be told for certain",
            "open it in the program it came from and save it as .docx",
            place,
        ) from error


def whole(text: str, place: str) -> str:
    """Put the halves of characters together that came as two numbers.

    Raises:
        Unreadable: If a half is missing.
    """
    try:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError as error:
        raise Unreadable(
            "half a character (a lone surrogate)",
            "text",
            "open it in the program it came from and save it as .docx",
            place,
        ) from error
