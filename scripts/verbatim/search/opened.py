"""Files opened to their last layer: archives, documents, databases, pictures, text."""

import bz2
import gzip
import io
import lzma
import sqlite3
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

from verbatim.search import images, pdf
from verbatim.search.views import decoded, parted, without_fonts, without_snakemake

DEEPEST = 8
"""Files in files in files …; what is deeper is not taken for searched."""

LARGEST = 1 << 30
"""Bytes of a packed file; what is larger is not taken for searched."""

_SEALED = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x28\xb5\x2f\xfd")
_OFFICE_97 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


Read = tuple[list[str], list[tuple[str, bytes]]]


@dataclass(frozen=True)
class Piece:
    """One file, or one file inside a file.

    Attributes:
        inside: Names of the files inside the file that lead to it; empty for the file itself.
        texts: Texts that it holds, names of its members among them.
        sealed: Whether it could not be opened, so that nobody can say what is in it.
    """

    inside: tuple[str, ...]
    texts: tuple[str, ...]
    sealed: bool = False


def pieces(content: bytes, inside: tuple[str, ...] = ()) -> Iterator[Piece]:
    """Open a file by what it is, not by its name, and every file inside it."""
    if len(inside) > DEEPEST or content.startswith(_SEALED):
        yield Piece(inside, (), sealed=True)
        return
    try:
        texts, members = _read(content)
    except (
        *(ValueError, EOFError, OSError, zlib.error, lzma.LZMAError, NotImplementedError),
        *(zipfile.BadZipFile, tarfile.TarError, sqlite3.Error, RuntimeError),
    ):
        yield Piece(inside, (), sealed=True)
        return
    yield Piece(inside, tuple(dict.fromkeys(filter(None, texts))))
    for name, member in members:
        yield from pieces(member, (*inside, name))


def _read(content: bytes) -> Read:
    """Texts of a file, and the files inside it by name."""
    for begins, read in _READERS.items():
        if content.startswith(begins):
            return read(content)
    if content[257:262] == b"ustar":
        return _tar(content)
    if b"%PDF-" in content[:1024]:
        return list(pdf.texts(content)), [("image", each) for each in pdf.images(content)]
    if content.startswith(_OFFICE_97) and "EncryptedPackage".encode("utf-16-le") in content:
        raise ValueError("a document with a password")
    text = decoded(content)
    if text is None:
        return list(images.strings(content)), []
    rest, files = parted(without_fonts(without_snakemake(text)))
    return [rest], [("base64", each) for each in files]


def _zip(content: bytes) -> Read:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        infos = archive.infolist()
        if any(info.file_size > LARGEST for info in infos):
            raise ValueError("too large")
        named = [archive.comment.decode("utf-8", "replace")]
        for info in infos:
            named += [info.filename, info.comment.decode("utf-8", "replace")]
        members = [(info.filename, archive.read(info)) for info in infos if not info.is_dir()]
    return ["\n".join(named)], members


def _packed(content: bytes) -> Read:
    if content.startswith(b"\x1f\x8b"):
        name = _gzip_name(content)
        return [name], [("unpacked", gzip.decompress(content))]
    unpack = bz2.decompress if content.startswith(b"BZh") else lzma.decompress
    return [], [("unpacked", unpack(content))]


def _gzip_name(content: bytes) -> str:
    """The file name and comment that a gzip file keeps of what was packed."""
    header = 10
    if content[3] & 4:
        header += 2 + int.from_bytes(content[10:12], "little")
    said = content[header:].split(b"\0", 2)[:2] if content[3] & 24 else []
    return "\n".join(part.decode("latin-1") for part in said)


def _tar(content: bytes) -> Read:
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        infos = archive.getmembers()
        named = [f"{info.name}\n{info.linkname}\n{info.uname}" for info in infos]
        members = [
            (info.name, handle.read()) for info in infos if (handle := archive.extractfile(info))
        ]
    return ["\n".join(named)], members


def _sqlite(content: bytes) -> Read:
    """Every cell of a database, and what its free pages still hold of deleted ones."""
    texts, blobs = list(images.strings(content)), []
    # In a deleted row the byte before a text tells its length, and may look like a letter.
    texts += ["\n".join(line[1:] for line in text.splitlines()) for text in texts]
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        database.text_factory = lambda raw: raw.decode("utf-8", "replace")
        listed = database.execute("SELECT name, sql FROM sqlite_master").fetchall()
        texts.append("\n".join(f"{name}\n{sql}" for name, sql in listed))
        tables = [name for name, sql in listed if sql and sql.upper().startswith("CREATE TABLE")]
        for name in tables:
            quoted = '"' + name.replace('"', '""') + '"'
            for row in database.execute(f"SELECT * FROM {quoted}"):  # noqa: S608
                texts.append("\n".join(str(cell) for cell in row if not isinstance(cell, bytes)))
                blobs += [("cell", cell) for cell in row if isinstance(cell, bytes)]
    return ["\n".join(texts)], blobs


_READERS: dict[bytes | tuple[bytes, ...], Callable[[bytes], Read]] = {
    (b"PK\x03\x04", b"PK\x05\x06"): _zip,
    (b"\x1f\x8b", b"BZh", b"\xfd7zXZ"): _packed,
    b"SQLite format 3\0": _sqlite,
    images.PNG: lambda content: (list(images.png(content)), []),
    images.JPEG: lambda content: (list(images.jpeg(content)), []),
}
"""How a file is opened, by how it begins."""
