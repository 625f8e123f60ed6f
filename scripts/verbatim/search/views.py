"""One text, read in every way in which it could hold a name."""

import base64
import binascii
import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote

_URI = re.compile(r"data:[^,\"'<>\s]{0,200};base64,([A-Za-z0-9+/=\s\\%]+)")
_BLOB = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/]{40,}={0,2}")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
_TAG = re.compile(r"<[^<>]*>")
_SCRIPT = re.compile(r"<script(?P<id> id=\"(?P<name>[\w-]+)\")?>(?P<body>.*?)</script>", re.DOTALL)
_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u2010]\r?\n[ \t]*(?=[^\W\d_])")
"""A hyphen at the end of a line, inside a word."""

_RTF_LETTER = re.compile(r"\\'([0-9a-fA-F]{2})|\\u(-?\d+) ?\??")
_RTF_SIGN = re.compile(r"\\[a-z]+-?\d* ?|[{}]")
_STYLED = re.compile(r"(?i)<(?:svg|!doctype html|html|style)\b")
_FONTS = re.compile(r"\bfont(?:-family)?\s*:\s*[^;{}<>]{1,300}(?=[;}\"'])")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_PRINTED = re.compile(r"^[\x20-\x7e\s]{12}")


def views(text: str) -> Iterator[str]:
    """Give the text as it stands, unescaped (HTML, JSON, URL), without tags, and unbroken."""
    text = unicodedata.normalize("NFC", text)
    yield text
    if text.startswith("{\\rtf"):
        yield _RTF_SIGN.sub("", _RTF_LETTER.sub(_rtf_letter, text))
    if _BROKEN.search(text):
        yield _BROKEN.sub("", text)
    plain = _unescaped(text)
    if plain != text:
        yield plain
    if "<" in plain:
        yield _TAG.sub(" ", plain)
        yield _TAG.sub("", plain)


def parted(text: str) -> tuple[str, list[bytes]]:
    """Part a text from the files that are written into it in base64."""
    found: list[bytes] = []

    def uri(match: re.Match[str]) -> str:
        found.extend(_decoded(unquote(match[1]).replace("\\/", "/").replace("\\n", "")))
        return " "

    def blob(match: re.Match[str]) -> str:
        for content in _decoded(match[0]):
            if _known(content):
                found.append(content)
                return " "
        return match[0]

    return _BLOB.sub(blob, _URI.sub(uri, text)), found


def without_fonts(text: str) -> str:
    """Take out of a page or figure the fonts it is set in: Georgia is a typeface there."""
    return _FONTS.sub(" ", text) if _STYLED.search(text[:2_000]) else text


def without_snakemake(text: str) -> str:
    """Take out of a report of Snakemake's what stands in Snakemake itself: programs, licences."""
    if '<script id="packages">' not in text:
        return text
    own = _snakemake_programs()

    def kept(match: re.Match[str]) -> str:
        program = not match["id"] and "".join(match["body"].split()) in own
        return " " if program or match["name"] == "packages" else match[0]

    return _SCRIPT.sub(kept, text)


def decoded(content: bytes) -> str | None:
    """Read bytes as text: by their mark, as UTF-8, or as Windows-1252; None where they are none."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if b"\0" in content:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        sample = content[:4096]
        strange = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in sample)
        return None if strange * 50 > len(sample) else content.decode("cp1252", "replace")


def _rtf_letter(match: re.Match[str]) -> str:
    if match[1]:
        return bytes.fromhex(match[1]).decode("cp1252", "replace")
    return chr(int(match[2]) % 0x10000)


def _unescaped(text: str) -> str:
    if "\\" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1] or match[2], 16)), text)
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        text = text.replace("\\n", "\n").replace("\\t", "\t")
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if _PERCENT.search(text):
        text = unquote(text)
    return unicodedata.normalize("NFC", text)


def _decoded(text: str) -> list[bytes]:
    letters = re.sub(r"[^A-Za-z0-9+/]", "", text)
    try:
        return [base64.b64decode(letters + "=" * (-len(letters) % 4))]
    except (binascii.Error, ValueError):
        return [base64.b64decode(letters[: len(letters) // 4 * 4])]


def _known(content: bytes) -> bool:
    """Whether decoded bytes begin as a file or as a text does."""
    files = (b"\x89PNG", b"\xff\xd8\xff", b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"SQLite format 3")
    return content.startswith(files) or bool(_PRINTED.match(content[:12].decode("latin-1")))


@cache
def _snakemake_programs() -> str:
    """The programs that Snakemake writes into its report, white space left out."""
    package = find_spec("snakemake")
    if package is None or package.origin is None:
        return ""
    folder = Path(package.origin).parent
    return "\n".join(
        "".join(path.read_text(encoding="utf-8", errors="replace").split())
        for part in ("assets/data", "report/html_reporter/template", "report/html_reporter/data")
        for path in sorted((folder / part).rglob("*"))
        if path.suffix in {".js", ".html", ".jinja2", ".css"}
    )
