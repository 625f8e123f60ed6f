"""What a file really is, by its first bytes, whatever its name says."""

import io
import re
import zipfile
from pathlib import PurePath

from verbatim.ingest.packed import DAMAGED

SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc) or one with a password"),
    (b"{\\rtf", "a rich-text file (RTF)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"RIFF", "a sound or film (RIFF)"),
    (b"ID3", "a sound (MP3)"),
    (b"OggS", "a sound (Ogg)"),
    (b"fLaC", "a sound (FLAC)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"SQLite format 3", "a database (SQLite)"),
)
PARTS = (
    ("word/", "a Word document"),
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("Index/", "an Apple iWork document"),
)
SAID_ALOUD = re.compile(
    r"\.(docx?|dotx|odt|rtf|pdf|pages|txt|md|html?|vtt|srt|ass|ssa|sbv|ttml|dfxp|xml|json|tsv|csv|xlsx?|zip|mp[34]|m4a|wav)"
)
"""Endings that a message may print; any other may be part of a name."""


def ending(name: str) -> str:
    """Ending of the file's name in lower case, with its dot; empty where it has none."""
    return PurePath(name).suffix.lower()


def ending_said(name: str) -> str:
    """Ending as a message may say it."""
    suffix = ending(name)
    if SAID_ALOUD.fullmatch(suffix):
        return f"a file ending in {suffix}"
    return "a file with another ending" if suffix else "a file without an ending"


def really(content: bytes) -> str:
    """Say what the bytes are if they are not text; empty where they may be text."""
    for signature, what in SIGNATURES:
        if content.startswith(signature):
            return what
    if content[4:8] == b"ftyp":
        return "a sound or film (MP4)"
    if content.startswith(b"PK"):
        return _archive(content)
    return ""


def markup(content: bytes) -> str:
    """Say which markup the text is written in; empty for none."""
    begin = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
    if begin.startswith((b"<!doctype html", b"<html")):
        return "a web page (HTML)"
    return "an XML file" if begin.startswith(b"<?xml") else ""


def _archive(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            for begin, what in PARTS:
                if any(name.startswith(begin) for name in names):
                    return what
            if "mimetype" in names and b"opendocument.text" in archive.read("mimetype"):
                return "an OpenDocument text"
    except DAMAGED:
        return "a damaged zip archive"
    return "a zip archive"
