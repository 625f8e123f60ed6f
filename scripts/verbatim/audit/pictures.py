"""What a figure says it was drawn from: the metadata that `figures.save` writes into it."""

import html
import json
import re
from pathlib import Path

_SOURCE = re.compile(r"<dc:source>(.*?)</dc:source>", re.DOTALL)
_TITLE = re.compile(r"<dc:title>(.*?)</dc:title>", re.DOTALL)
_KEYWORDS = re.compile(rb"/Keywords\s*\(((?:\\.|[^\\)])*)\)", re.DOTALL)
SUFFIXES = (".svg", ".png", ".pdf")


def source(figure: Path) -> dict[str, str]:
    """Rule, code fingerprint and table hash that stand in the figure; empty where none do."""
    readers = {".svg": _in_svg, ".png": _in_png, ".pdf": _in_pdf}
    try:
        content = json.loads(readers[figure.suffix](figure.read_bytes()))
    except (KeyError, ValueError):
        return {}
    if not isinstance(content, dict) or "table" not in content:
        return {}
    return {str(key): str(value) for key, value in content.items()}


def title(figure: Path) -> str:
    """Title of the figure, from its SVG; empty where it has none."""
    svg = figure.with_suffix(".svg")
    if not svg.is_file():
        return ""
    match = _TITLE.search(svg.read_text(encoding="utf-8", errors="replace"))
    return html.unescape(match[1]).strip() if match else ""


def _in_svg(content: bytes) -> str:
    match = _SOURCE.search(content.decode("utf-8", "replace"))
    return html.unescape(match[1]) if match else ""


def _in_png(content: bytes) -> str:
    position = 8
    while position + 8 <= len(content):
        length = int.from_bytes(content[position : position + 4])
        kind, body = content[position + 4 : position + 8], content[position + 8 :][:length]
        key, _, text = body.partition(b"\0")
        if kind == b"tEXt" and key == b"Provenance":
            return text.decode("latin-1")
        position += 12 + length
    return ""


def _in_pdf(content: bytes) -> str:
    match = _KEYWORDS.search(content)
    return re.sub(rb"\\(.)", rb"\1", match[1]).decode("latin-1") if match else ""
