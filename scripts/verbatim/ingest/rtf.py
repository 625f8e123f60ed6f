"""Rich text (RTF): paragraphs and tables in document order."""

from verbatim.ingest.blocks import Block, Document, Paragraph, Remark, Run, Table, source
from verbatim.ingest.docx_styles import HEADING
from verbatim.ingest.labels import Speaker
from verbatim.ingest.pieces import Source
from verbatim.ingest.rtf_state import BESIDE, BODY, LEFT_OUT, STARRED, State, decoded, whole
from verbatim.ingest.rtf_words import CHARACTERS, CHARSETS, SYMBOLS, Token, code_page, tokens
from verbatim.ingest.unreadable import Unreadable

ENDS = ("par", "sect", "nestcell")
CODE_PAGES = {"ansicpg": "", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


def read(content: bytes, listed: dict[str, Speaker]) -> Source:
    """Read the body into pieces, with tracked changes accepted.

    Deleted and hidden text is left out and counted. Page headers, notes, comments and text boxes
    are counted as left aside; comments are kept beside the pieces. Automatic numbers are layout.

    Raises:
        Unreadable: If the file is broken off, or bytes do not fit its code page.
    """
    reader = _Reader()
    for token in tokens(content):
        if token.kind == "bytes":
            reader.encoded(token.content)
        else:
            reader.flush()
            reader.token(token)
        if not reader.outer and token.kind == "}":
            break
    if reader.outer:
        raise Unreadable(
            "a rich-text file that is broken off",
            "a whole .rtf file",
            "copy the file again from where it came from, or open it in Word and save it as .docx",
        )
    reader.end_table()
    return source("rtf", reader.document, listed)


class _Reader:
    """Takes tokens one by one."""

    def __init__(self) -> None:
        self.document = Document()
        self.state = State()
        self.outer: list[State] = []
        self.pending = bytearray()
        self.skip = 0
        self.starred = False
        self.codec = "cp1252"
        self.default_font = 0
        self.codecs: dict[int, str] = {}
        self.headings: set[int] = set()
        self.author = ""
        self.was_left_out = False
        self.runs: list[tuple[list[str], tuple[bool, frozenset[str]]]] = []
        self.remarks: list[Remark] = []
        self.cell: list[Block] = []
        self.cells: list[list[Block]] = []
        self.rows: list[list[list[Block]]] = []

    def encoded(self, content: bytes) -> None:
        r"""Take bytes of text, but for those that only repeat a `\u` for old programs."""
        if self.skip:
            content, self.skip = content[self.skip :], max(0, self.skip - len(content))
        if self.state.kind not in {"skip", "font"}:
            self.pending += content

    def flush(self) -> None:
        """Take what the gathered bytes say; characters of two bytes come together in them."""
        if self.pending:
            codec = self.codecs.get(self.state.font, self.codec)
            place = f"paragraph {len(self.document.blocks) + 1}"
            content, self.pending = bytes(self.pending), bytearray()
            self.text(decoded(content, codec, place))

    def token(self, token: Token) -> None:
        """Take a brace, a symbol or a control word."""
        if token.kind == "{":
            self.skip = 0
            self.outer.append(self.state)
            self.state = self.state.inside()
        elif token.kind == "}":
            self.skip = 0
            if self.outer:
                ended, self.state = self.state, self.outer.pop()
                if ended.sink is not self.state.sink:
                    self.close(ended)
        elif token.kind == "symbol":
            self.symbol(token.content)
        else:
            self.skip = 0
            starred, self.starred = self.starred, False
            self.word(token.word, token.number, starred)

    def symbol(self, content: bytes) -> None:
        r"""Take a backslash and a sign."""
        if content == b"*":
            self.starred = True
        elif self.skip:
            self.skip -= 1
        elif content in {b"\n", b"\r"}:
            self.end_paragraph()
        elif self.state.kind not in {"skip", "font"}:
            self.text(SYMBOLS.get(content, ""))

    def word(self, word: str, number: int | None, starred: bool) -> None:
        """Take a control word: it begins a group, or belongs to the text of the body."""
        state = self.state
        if word in BESIDE or (word in LEFT_OUT and state.kind != "skip"):
            state.enter(LEFT_OUT[word])
        elif word == "ud" and self.outer:
            state.leave(self.outer)
        elif starred and word not in STARRED:
            state.enter("skip")
        elif state.kind == "font":
            self.font(word, number or 0)
        elif state.kind != "skip":
            self.control(word, number)

    def control(self, word: str, number: int | None) -> None:
        """Take a control word of the text."""
        if word == "u":
            self.text(chr((number or 0) & 0xFFFF))
            self.skip = self.state.uc
        elif word in CHARACTERS:
            self.text(CHARACTERS[word])
        elif word in ENDS:
            self.end_paragraph()
        elif word == "cell":
            self.end_cell()
        elif word == "row":
            self.end_row()
        elif word in CODE_PAGES:
            self.codec = CODE_PAGES[word] or code_page(number or 1252)
        elif word == "deff":
            self.default_font = self.state.font = number or 0
        else:
            self.state.change(word, number, self.default_font)

    def font(self, word: str, number: int) -> None:
        """Take a word of the table of fonts: the encoding of their bytes."""
        if word == "f":
            self.state.font = number
        elif word == "fcharset" and number in CHARSETS:
            self.codecs[self.state.font] = CHARSETS[number]
        elif word == "cpg":
            self.codecs[self.state.font] = code_page(number)

    def text(self, text: str) -> None:
        """Take words where they belong: to the paragraph, beside it, or nowhere but in a count."""
        state = self.state
        if state.sink is not None:
            state.sink.append(text)
        elif state.deleted or state.hidden:
            kind = "deleted text of tracked changes" if state.deleted else "hidden text"
            if text.strip() and not self.was_left_out:
                self.document.changes[f"{kind} left out"] += 1
                self.was_left_out = True
        else:
            self.was_left_out = False
            if not self.runs or self.runs[-1][1] != (state.bold, state.also):
                self.runs.append(([], (state.bold, state.also)))
            self.runs[-1][0].append(text)

    def close(self, ended: State) -> None:
        """End what stood beside the body."""
        said = whole("".join(ended.sink or ()), "")
        if ended.kind == "style":
            # A style's other names stand behind a comma.
            if HEADING.match(said.partition(",")[0].strip(" ;")):
                self.headings.add(ended.style)
        elif ended.kind == "author":
            self.author = said.strip()
        elif ended.kind in {"aside", "remark"}:
            self.document.aside += [line for line in said.split("\n") if line.strip()]
            if ended.kind == "remark":
                self.remarks.append(Remark(self.author, said.strip()))

    def end_paragraph(self) -> None:
        """End a paragraph, in a cell or outside of any; a deleted end joins it to the next."""
        state = self.state
        if state.sink is not None:
            state.sink.append("\n")
        elif state.kind == BODY and not state.deleted:
            paragraph = self.paragraph()
            if state.in_table:
                self.cell.append(paragraph)
            else:
                self.end_table(paragraph)

    def paragraph(self) -> Paragraph:
        """Give the paragraph that ends here."""
        is_heading = self.state.outline or self.state.style in self.headings
        place = f"paragraph {len(self.document.blocks) + 1}"
        runs = [Run(whole("".join(parts), place), *type_) for parts, type_ in self.runs]
        remarks, self.runs, self.remarks = self.remarks, [], []
        return Paragraph(runs, is_heading, remarks)

    def end_cell(self) -> None:
        """End a cell of a table."""
        if self.state.sink is not None or self.state.kind != BODY:
            return
        self.state.in_table = True
        self.end_paragraph()
        self.cells.append(self.cell)
        self.cell = []

    def end_row(self) -> None:
        """End a row of a table."""
        if self.cells:
            self.rows.append(self.cells)
            self.cells = []

    def end_table(self, *after: Paragraph) -> None:
        """End a table, if there is one, and go on with what follows."""
        if self.cell:
            self.cells.append(self.cell)
        self.end_row()
        if self.rows:
            self.document.blocks.append(Table(self.rows))
        self.rows, self.cell = [], []
        self.document.blocks.extend(after or [self.paragraph()])
