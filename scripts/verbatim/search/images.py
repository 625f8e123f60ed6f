"""Text inside image files: titles, comments, EXIF; never the picture itself."""

import re
import zlib
from collections.abc import Iterator

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"

_ASCII = re.compile(rb"(?:[\x20-\x7e]|[\xc3-\xc9][\x80-\xbf]){5,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){4,}")
_WIDE_BIG = re.compile(rb"(?:\x00[\x20-\x7e\xa0-\xff]){4,}")


def png(data: bytes) -> Iterator[str]:
    """Give the text chunks, EXIF and whatever follows the picture.

    Raises:
        ValueError: If the file ends in the middle of a chunk or a compressed text is damaged.
    """
    position = len(PNG)
    while position < len(data):
        length = int.from_bytes(data[position : position + 4])
        kind = data[position + 4 : position + 8]
        body = data[position + 8 : position + 8 + length]
        if len(body) < length:
            raise ValueError("a chunk is cut off")
        yield from _chunk(kind, body)
        position += 12 + length
        if kind == b"IEND":
            yield from strings(data[position:])
            return


def _chunk(kind: bytes, body: bytes) -> Iterator[str]:
    if kind == b"tEXt":
        yield body.replace(b"\0", b"\n").decode("latin-1")
        yield body.replace(b"\0", b"\n").decode("utf-8", "replace")
    elif kind == b"zTXt":
        key, _, rest = body.partition(b"\0")
        yield f"{key.decode('latin-1')}\n{_inflated(rest[1:]).decode('latin-1')}"
    elif kind == b"iTXt":
        key, _, rest = body.partition(b"\0")
        language, _, more = rest[2:].partition(b"\0")
        translated, _, text = more.partition(b"\0")
        text = _inflated(text) if rest[:1] == b"\1" else text
        parts = (key, language, translated, text)
        yield "\n".join(part.decode("utf-8", "replace") for part in parts)
    elif kind not in {b"IHDR", b"IDAT", b"PLTE", b"IEND", b"iCCP"}:
        yield from strings(body)


def jpeg(data: bytes) -> Iterator[str]:
    """Give what stands in the segments before the picture (EXIF, XMP, comments) and after it."""
    position = 2
    while data[position : position + 1] == b"\xff":
        marker = data[position + 1]
        if marker == 0xDA:
            break
        length = int.from_bytes(data[position + 2 : position + 4])
        if 0xE0 <= marker <= 0xEF or marker == 0xFE:
            yield from strings(data[position + 4 : position + 2 + length])
        position += 2 + max(length, 2)
    end = data.rfind(b"\xff\xd9")
    if end >= 0:
        yield from strings(data[end + 2 :])


def strings(data: bytes) -> Iterator[str]:
    """Give the runs of letters in bytes of any kind, in ASCII, UTF-8 and UTF-16."""
    yield "\n".join(run.decode("utf-8", "replace") for run in _ASCII.findall(data))
    yield "\n".join(run.decode("utf-16-le", "replace") for run in _WIDE.findall(data))
    yield "\n".join(run.decode("utf-16-be", "replace") for run in _WIDE_BIG.findall(data))


def _inflated(content: bytes) -> bytes:
    try:
        return zlib.decompress(content)
    except zlib.error as error:
        raise ValueError("a compressed text is damaged") from error
