"""Text inside PDF files: what is shown, what is said about it, what is hidden in streams."""

import base64
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_STREAM = re.compile(rb"\bstream\r?\n")
_STRING = re.compile(
    rb"\((?:\\.|[^\\()]|\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\))*\)|<[0-9A-Fa-f\s]*>", re.DOTALL
)
_SHOWN = re.compile(
    rb"\[((?:\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)|<[^>]*>|[^\]()<])*)\]\s*TJ", re.DOTALL
)
_SPACE = re.compile(rb"-(?:[2-9]\d\d|\d{4,})(?:\.\d+)?\s*$")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_WRAPPED = {b"\n", b"\r", b"\r\n"}
_FONT = re.compile(rb"/Length1\b|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)|/Type\s*/XRef")
_CHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_LISTED = re.compile(rb"<([0-9A-Fa-f]+)>\s*<[0-9A-Fa-f]+>\s*\[([^\]]*)\]")


Letters = dict[bytes, str]

UNKNOWN = "\u01c3"
"""Stands for a code that a font's map lacks; a letter, so that the rest of a word is no word."""


@dataclass(frozen=True)
class Stream:
    """One stream of a PDF, decoded; `image` for a JPEG that is to be opened as such."""

    content: bytes
    image: bool = False


class SealedError(ValueError):
    """The file is encrypted or damaged: nobody can say what is in it."""


def texts(data: bytes) -> Iterator[str]:
    """Give every text in the file: strings of its objects, its pages, streams and XMP.

    Raises:
        SealedError: If it is encrypted or a compressed stream cannot be opened.
    """
    outside, found = _parted(data)
    if re.search(rb"/Encrypt\s+\d+\s+\d+\s+R|/Encrypt\s*<<", outside):
        raise SealedError
    readable = [stream.content for stream in found if not stream.image]
    maps = [_mapped(content) for content in readable if b"beginbf" in content]
    for content in [outside, *readable]:
        yield from _said(content)
        yield from _shown(content, maps)


def _said(content: bytes) -> Iterator[str]:
    """Strings one by one and as one line (letters may be placed singly), and plain text.

    Lines of a page are not taken apart here: their strings end inside words, at each kern.
    """
    plain = _SHOWN.sub(b" ", content)
    strings = [_decoded(_string(match[0])) for match in _STRING.finditer(plain)]
    yield "\n".join(strings)
    yield "".join(strings)
    if _printable(plain):
        yield plain.decode("utf-8", "replace")


def _shown(content: bytes, maps: list[Letters]) -> Iterator[str]:
    """Lines of a page, in the font's own codes and through each font's map to letters."""
    lines = [list(_line(match[1])) for match in _SHOWN.finditer(content)]
    yield "\n".join("".join(map(_decoded, line)) for line in lines)
    strings = [_string(match[0]) for match in _STRING.finditer(content)] if maps else []
    for letters in maps:
        width = max(map(len, letters), default=1)
        yield "\n".join("".join(_by_map(part, letters, width) for part in line) for line in lines)
        yield " ".join(_by_map(string, letters, width) for string in strings)


def images(data: bytes) -> Iterator[bytes]:
    """Give the JPEG images in the file."""
    yield from (stream.content for stream in _parted(data)[1] if stream.image)


def _parted(data: bytes) -> tuple[bytes, list[Stream]]:
    """Part what stands outside streams from the streams."""
    outside, found, position = [], [], 0
    while match := _STREAM.search(data, position):
        end = data.find(b"endstream", match.end())
        if end < 0:
            raise SealedError
        outside.append(data[position : match.start()])
        head = data[data.rfind(b" obj", 0, match.start()) : match.start()]
        content = data[match.end() : end]
        if b"DCTDecode" in head:
            found.append(Stream(content, image=True))
        elif not _FONT.search(head) and not re.search(rb"/Subtype\s*/Image", head):
            found.append(Stream(_unpacked(head, content)))
        position = end
    outside.append(data[position:])
    return b"\n".join(outside), found


def _unpacked(head: bytes, content: bytes) -> bytes:
    if b"ASCII85Decode" in head or b"/A85" in head:
        content = base64.a85decode(content.strip().removeprefix(b"<~").removesuffix(b"~>"))
    if b"ASCIIHexDecode" in head:
        content = bytes.fromhex(re.sub(rb"[\s>]", b"", content).decode("ascii", "ignore"))
    if b"FlateDecode" in head or re.search(rb"/Fl\b", head):
        try:
            return zlib.decompressobj().decompress(content)
        except zlib.error as error:
            raise SealedError from error
    return content


def _string(raw: bytes) -> bytes:
    """Bytes of a string object, written in brackets or as hexadecimal digits."""
    if raw.startswith(b"<"):
        digits = re.sub(rb"\s", b"", raw[1:-1])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return _ESCAPE.sub(_unescaped, raw[1:-1])


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if code[:1].isdigit():
        return bytes([int(code, 8) & 255])
    return b"" if code in _WRAPPED else _ESCAPED.get(code, code)


def _line(array: bytes) -> Iterator[bytes]:
    """Strings of one line shown, with a space where a wide gap is moved over."""
    position = 0
    for match in _STRING.finditer(array):
        if _SPACE.search(array[position : match.start()].strip() or b""):
            yield b" "
        yield _string(match[0])
        position = match.end()


def _decoded(string: bytes) -> str:
    if string.startswith(b"\xfe\xff"):
        return string[2:].decode("utf-16-be", "replace")
    if string.startswith(b"\xff\xfe"):
        return string[2:].decode("utf-16-le", "replace")
    if string.startswith(b"\xef\xbb\xbf"):
        return string[3:].decode("utf-8", "replace")
    return string.decode("cp1252", "replace")


def _mapped(content: bytes) -> Letters:
    """What letters a font's character codes stand for (its ToUnicode map)."""
    letters: Letters = {}
    for section in re.findall(rb"beginbfchar(.*?)endbfchar", content, re.DOTALL):
        for code, text in _CHAR.findall(section):
            letters[_hex(code)] = _hex(text).decode("utf-16-be", "replace")
    for section in re.findall(rb"beginbfrange(.*?)endbfrange", content, re.DOTALL):
        for first, listed in _LISTED.findall(section):
            for step, text in enumerate(re.findall(rb"<([0-9A-Fa-f]+)>", listed)):
                letters[_after(_hex(first), step)] = _hex(text).decode("utf-16-be", "replace")
        for first, last, text in _RANGE.findall(_LISTED.sub(b"", section)):
            begin, base = _hex(first), _hex(text).decode("utf-16-be", "replace")
            length = int(last, 16) - int(first, 16)
            for step in range(min(length, 0xFFFF) + 1):
                letters[_after(begin, step)] = base[:-1] + chr(
                    min(ord(base[-1:] or " ") + step, 0x10FFFF)
                )
    return letters


def _after(code: bytes, step: int) -> bytes:
    return (int.from_bytes(code) + step).to_bytes(len(code) + 1)[-len(code) :]


def _hex(digits: bytes) -> bytes:
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _by_map(string: bytes, letters: Letters, width: int) -> str:
    if string == b" ":
        return " "
    codes = (string[at : at + width] for at in range(0, len(string), width))
    return "".join(letters.get(code, UNKNOWN) for code in codes)


def _printable(content: bytes) -> bool:
    """Whether the bytes read as text: few of a sample are control characters."""
    sample = content[:4096]
    strange = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in sample)
    return strange * 20 <= len(sample)
