"""A planted name is found in each kind of file, however it is packed, written or escaped."""

import base64
import bz2
import gzip
import io
import json
import lzma
import sqlite3
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import matplotlib as mpl
import pypdf
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image, PngImagePlugin

from verbatim.search.match import Seeker
from verbatim.search.names import Names
from verbatim.search.opened import pieces
from verbatim.search.views import views

NAME = "Zuleika Ó Brádaigh"
NAMES = Names(
    {("zuleika", "o", "bradaigh"): "PERSON", ("ines",): "PERSON"}, {}, {"7700900123": "PHONE"}
)


def found(content: bytes) -> set[str]:
    """Kinds of names found in a file; SEALED where it could not be opened."""
    kinds = set()
    seeker = Seeker(NAMES)
    for piece in pieces(content):
        if piece.sealed:
            kinds.add("SEALED")
        for text in piece.texts:
            for view in views(text):
                kinds |= {hit.kind for hit in seeker.hits(view)}
    return kinds


def chunk(kind: bytes, body: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(*chunks: bytes) -> bytes:
    """A picture of one pixel with further chunks."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + data + chunk(b"IEND", b"")


def png_by_pillow(key: str, **options: bool) -> bytes:
    """The same, text written by another program."""
    info = PngImagePlugin.PngInfo()
    info.add_itxt(key, NAME, zip=options.get("zip", False))
    to = io.BytesIO()
    Image.new("L", (1, 1)).save(to, "PNG", pnginfo=info)
    return to.getvalue()


def jpeg(**options: object) -> bytes:
    """A JPEG of one pixel."""
    to = io.BytesIO()
    Image.new("L", (1, 1)).save(to, "JPEG", **options)
    return to.getvalue()


def exif() -> bytes:
    """EXIF with the name as artist."""
    data = Image.Exif()
    data[0x013B] = "Zuleika O Bradaigh"  # EXIF 2.3: ASCII
    return data.tobytes()


def figure(suffix: str, fonttype: int = 42) -> bytes:
    """A figure with the name in its title, as matplotlib draws it."""
    to = io.BytesIO()
    with mpl.rc_context({"pdf.fonttype": fonttype, "svg.fonttype": "none"}):
        drawn = Figure()
        FigureCanvasAgg(drawn)
        drawn.suptitle(f"What {NAME} said")
        drawn.savefig(to, format=suffix)
    return to.getvalue()


def pdf_info() -> bytes:
    """A PDF whose document information names somebody (UTF-16 with octal escapes)."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(9, 9)
    writer.add_metadata({"/Author": NAME})
    to = io.BytesIO()
    writer.write(to)
    return to.getvalue()


def pdf_stream(content: bytes, extra: bytes = b"") -> bytes:
    """A PDF with one compressed stream."""
    packed = zlib.compress(content)
    head = b"1 0 obj\n<< /Filter /FlateDecode " + extra + b"/Length %d >>\n" % len(packed)
    return b"%PDF-1.7\n" + head + b"stream\n" + packed + b"\nendstream\nendobj\n%%EOF"


def document(make: Callable[[docx.document.Document], None]) -> bytes:
    """A Word document."""
    to = io.BytesIO()
    written = docx.Document()
    make(written)
    written.save(to)
    return to.getvalue()


def in_runs(written: docx.document.Document) -> None:
    """The name in three runs, cut inside words, as Word does after corrections."""
    paragraph = written.add_paragraph("Said by Zul")
    paragraph.add_run("eika Ó").bold = True
    paragraph.add_run(" Brádaigh today")


def zipped(name: str, content: bytes, comment: bytes = b"") -> bytes:
    """A zip with one member."""
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
        archive.comment = comment
    return to.getvalue()


def tarred(content: bytes) -> bytes:
    """A tar with one member, packed."""
    to = io.BytesIO()
    with tarfile.open(fileobj=to, mode="w:gz") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return to.getvalue()


def database(tmp_path: Path, blob: bool = False, deleted: bool = False) -> bytes:
    """A database with the name in a cell."""
    path = tmp_path / "a.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("CREATE TABLE t (x)")
        value: object = zipped("a.txt", NAME.encode()) if blob else NAME
        connection.execute("INSERT INTO t VALUES (?)", (value,))
        connection.commit()
        if deleted:
            connection.execute("DELETE FROM t")
            connection.commit()
    connection.close()
    return path.read_bytes()


def coded(word: str) -> bytes:
    """Letters as the codes that `TO_UNICODE` gives them."""
    return "".join(f"{0x10 + ord(letter) - ord('a'):04X}" for letter in word).encode()


TEXT = NAME.encode()
SHEET = f"<worksheet><c t='inlineStr'><is><t>{NAME}</t></is></c></worksheet>".encode()
URI = b"data:text/plain;base64," + base64.b64encode(TEXT)
TO_UNICODE = (
    b"/CIDInit begincmap 3 beginbfchar <0001> <005A> <0002> <0075006C> <0003> <0065> endbfchar\n"
    b"1 beginbfrange <0010> <0029> <0061> endbfrange\n"
    b"1 beginbfrange <0030> <0031> [<0020> <00D3>] endbfrange endcmap"
)

CASES: dict[str, bytes] = {
    "plain text": TEXT,
    "capitals, other separators": b"ZULEIKA_O_BRADAIGH.csv",
    "without accents": b"by Zuleika O Bradaigh.",
    "accents as marks of their own": "Zuleika O\u0301 Bra\u0301daigh".encode(),
    "over two lines": b"by Zuleika O\n    Bradaigh",
    "UTF-16 with mark": NAME.encode("utf-16"),
    "Windows-1252": NAME.encode("cp1252"),
    "UTF-16 inside something binary": b"\0\1\2" + NAME.encode("utf-16-le") + b"\0\xfe",
    "JSON escapes": json.dumps({"who": NAME}).encode(),
    "HTML entities": b"<p>Zuleika &Oacute; Br&#225;daigh</p>",
    "HTML, words marked up": "<p>Zuleika <b>Ó</b> Brá<i>daigh</i></p>".encode(),
    "HTML comment and attribute": f"<img alt='{NAME}'>".encode(),
    "percent escapes": b"file:///tmp/Zuleika%20%C3%93%20Br%C3%A1daigh.docx",
    "base64 data URI in HTML": b"<img src='" + URI + b"'>",
    "data URI broken over lines": b'<image href="' + URI.replace(b"base64,", b"base64,\n") + b'"/>',
    "picture with text in a data URI": b"<img src='data:image/png;base64,"
    + base64.b64encode(png(chunk(b"tEXt", b"Author\0" + NAME.encode("latin-1"))))
    + b"'>",
    "file in base64 without a data URI": b'{"file": "'
    + base64.b64encode(zipped("a.txt", TEXT))
    + b'"}',
    "svg title": f"<svg><title>{NAME}</title></svg>".encode(),
    "svg drawn by matplotlib": figure("svg"),
    "png tEXt": png(chunk(b"tEXt", b"Author\0" + NAME.encode("latin-1"))),
    "png zTXt": png(chunk(b"zTXt", b"Author\0\0" + zlib.compress(NAME.encode("latin-1")))),
    "png iTXt": png_by_pillow("Author"),
    "png iTXt, packed": png_by_pillow("Author", zip=True),
    "png eXIf": png(chunk(b"eXIf", exif()[6:])),
    "after the end of a png": png() + TEXT,
    "jpeg EXIF": jpeg(exif=exif()),
    "jpeg comment": jpeg(comment=TEXT),
    "pdf document information": pdf_info(),
    "pdf drawn by matplotlib, type 42": figure("pdf"),
    "pdf drawn by matplotlib, type 3": figure("pdf", fonttype=3),
    "pdf compressed page, kerned": pdf_stream(
        b"BT [ (Zu) 12 (leika) -300 (\\323) -278 (Br\\341) 9 (daigh) ] TJ ET"
    ),
    "pdf compressed page, letter by letter": pdf_stream(
        b"".join(b"(%s) Tj 5 0 Td " % letter.encode() for letter in "Zuleika O Bradaigh")
    ),
    "pdf hexadecimal string": pdf_stream(b"<FEFF" + NAME.encode("utf-16-be").hex().encode() + b">"),
    "pdf through the font's map": pdf_stream(TO_UNICODE)
    + pdf_stream(b"[<0001%s0030> -9 <00310030> 4 <%s>] TJ" % (coded("uleika"), coded("bradaigh"))),
    "pdf XMP": b"%PDF-1.7\n1 0 obj <</Type/Metadata>>\nstream\n<dc:creator>"
    + TEXT
    + b"</dc:creator>\nendstream",
    "docx paragraph": document(lambda written: written.add_paragraph(f"By {NAME}")),
    "docx, cut into runs": document(in_runs),
    "docx author": document(lambda written: setattr(written.core_properties, "author", NAME)),
    "xlsx": zipped("xl/worksheets/sheet1.xml", SHEET),
    "zip in zip": zipped("b.zip", zipped("a.txt", TEXT)),
    "name of a member": zipped(f"{NAME}.txt", b"nothing"),
    "comment of a zip": zipped("a.txt", b"", comment=TEXT),
    "gz": gzip.compress(TEXT),
    "bz2": bz2.compress(TEXT),
    "xz": lzma.compress(TEXT),
    "tar.gz": tarred(TEXT),
    "telephone, grouped otherwise": b"ring 07700-900 123 now",
    "telephone, with the country": b"+44 (0)7700 900123",
    "telephone, with dots": b"07700.900.123",
    "telephone, in one": b"t=07700900123;",
}


@pytest.mark.parametrize("content", CASES.values(), ids=CASES.keys())
def test_planted_name_is_found(content: bytes) -> None:
    """Whatever file it is in, the name is found and the file can be opened."""
    kinds = found(content)

    assert kinds
    assert "SEALED" not in kinds


@pytest.mark.parametrize("blob", [False, True], ids=["text", "a zip in a cell"])
def test_planted_name_is_found_in_sqlite(tmp_path: Path, blob: bool) -> None:
    """Every cell of a database is read, files in cells too."""
    assert found(database(tmp_path, blob=blob)) == {"PERSON"}


def test_deleted_row_of_sqlite_is_found(tmp_path: Path) -> None:
    """What was deleted but still stands in the file's free pages is found."""
    assert found(database(tmp_path, deleted=True)) == {"PERSON"}


def encrypted_zip() -> bytes:
    """A zip that says that its member is encrypted."""
    content = bytearray(zipped("a.txt", TEXT))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


SEALED = {
    "encrypted zip": encrypted_zip(),
    "zip cut off": zipped("a.txt", TEXT * 50)[:-30],
    "gz cut off": gzip.compress(TEXT * 50)[:-12],
    "png cut off": png()[:-20],
    "encrypted pdf": b"%PDF-1.7\ntrailer << /Encrypt 5 0 R >>",
    "pdf with a damaged stream": pdf_stream(b"x" * 99).replace(b"\x78\x9c", b"\x00\x00"),
    "7z": b"7z\xbc\xaf\x27\x1c" + bytes(40),
}


@pytest.mark.parametrize("content", SEALED.values(), ids=SEALED.keys())
def test_file_that_cannot_be_opened_is_no_silence(content: bytes) -> None:
    """Encrypted or damaged: nobody can say what is in it, and the search says that."""
    assert "SEALED" in found(content)


INNOCENT = {
    "part of a longer word": b"Zuleikaobradaighson",
    "other order": b"Bradaigh O Zuleika",
    "words far apart": b"Zuleika said: no, not at all. O dear, Bradaigh!",
    "digits of a longer number": b"1077009001234",
    "digits in a drawing": b'<path d="M 77.00 90.0123 L 0770 0900.123"/>',
    "only the first word": b"Zuleika",
    "a typeface": b"<html><style>p { font-family: 'Zuleika O Bradaigh', serif; }</style><p>So.</p>",
    "rest of a word whose first letter the map lacks": pdf_stream(
        b"begincmap 3 beginbfchar <69> <0069> <6E> <006E> <65> <0065> endbfchar"
        b" 1 beginbfchar <73> <0073> endbfchar"
    )
    + pdf_stream(b"[(Lines)] TJ"),
    "parts of words between kerns": pdf_stream(b"[(L) 24 (ines) -70 (s)] TJ"),
}


@pytest.mark.parametrize("content", INNOCENT.values(), ids=INNOCENT.keys())
def test_no_cry_where_nothing_stands(content: bytes) -> None:
    """Whole words in their order only, whole numbers only."""
    assert found(content) == set()
