r"""The words of rich-text files (RTF): control words, groups, bytes of text.

Source: Microsoft, Rich Text Format (RTF) Specification, version 1.9.1.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?[ ]?"
    rb"|\\'(?P<hex>[0-9A-Fa-f]{2})"
    rb"|\\(?P<symbol>[^A-Za-z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<plain>[^\\{}\r\n\0]+)"
    rb"|[\r\n\0]+|\\",
    re.DOTALL,
)

CHARSETS = {
    # \fcharsetN of a font: the encoding of its bytes
    **{0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk"},
    **{136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256"},
    **{186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850"},
}
NUMBERED = {10000: "mac_roman", 936: "gbk", 950: "big5", 65001: "utf-8", 708: "iso8859_6"}
"""Code pages that Python calls otherwise than cpN."""

CHARACTERS = {
    **{"tab": "\t", "line": "\n", "lbr": "\n", "page": " ", "column": " ", "softline": " "},
    **{"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“"},
    **{"rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " "},
    **{"zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f"},
}
SYMBOLS = {
    b"\\": "\\",
    b"{": "{",
    b"}": "}",
    b"~": "\u00a0",
    b"_": "-",
    b"-": "\u00ad",
    b"\t": "\t",
}


class Token(NamedTuple):
    r"""One token.

    Attributes:
        kind: `{`, `}`, `word`, `symbol`, `bytes` (of text; a `\'hh` is one byte).
        word: The control word; for bytes, empty, or `'` where they were written as `\'hh`.
        number: Its number, None without one.
        content: Bytes or symbol.
    """

    kind: str
    word: str = ""
    number: int | None = None
    content: bytes = b""


def tokens(content: bytes) -> Iterator[Token]:
    r"""Yield the tokens of a file; the raw bytes behind `\bin` are stepped over."""
    at = 0
    while match := TOKEN.match(content, at):
        at = match.end()
        kind = match.lastgroup
        if match["word"]:
            word = match["word"].decode("ascii")
            number = int(match["number"]) if match["number"] else None
            if word == "bin":
                at += max(number or 0, 0)
            else:
                yield Token("word", word, number)
        elif kind == "hex":
            yield Token("bytes", "'", None, bytes.fromhex(match["hex"].decode("ascii")))
        elif kind == "symbol":
            yield Token("symbol", "", None, match["symbol"])
        elif kind == "brace":
            yield Token(match["brace"].decode("ascii"))
        elif kind == "plain":
            yield Token("bytes", "", None, match["plain"])


def code_page(number: int) -> str:
    r"""Python's name of the code page that `\ansicpg` or `\cpg` gives."""
    return NUMBERED.get(number, f"cp{number}")
