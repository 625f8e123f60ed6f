"""Word's styles: which are bold, which hide their text, which are headings."""

import re
import zipfile
from dataclasses import dataclass, field
from typing import Any

from verbatim.ingest.packed import attribute, children, xml

PART = "word/styles.xml"
HEADING = re.compile(r"(?:heading \d|title|subtitle)$", re.IGNORECASE)
DEEPEST = 60
OFF = ("0", "false", "off")


@dataclass
class Styles:
    """Ids of styles in bold type, of hidden text, and of headings."""

    bold: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    headings: set[str] = field(default_factory=set)


def styles(archive: zipfile.ZipFile) -> Styles:
    """Read the styles of a document; a style takes over what the one it is based on says."""
    found = Styles()
    if PART not in archive.namelist():
        return found
    based: dict[str, str] = {}
    says: dict[str, dict[str, bool]] = {"b": {}, "vanish": {}, "heading": {}}
    for style in children(xml(archive, PART), "style"):
        one = attribute(style, "styleId") or ""
        based[one] = value(style, "basedOn")
        if HEADING.match(value(style, "name")):
            says["heading"][one] = True
        for switch in ("b", "vanish"):
            if (on := switched(style, switch)) is not None:
                says[switch][one] = on
    for switch, ids in (("b", found.bold), ("vanish", found.hidden), ("heading", found.headings)):
        ids.update(one for one in based if _inherited(one, based, says[switch]))
    return found


def switched(element: Any, switch: str) -> bool | None:
    """Say whether the element's run properties turn something on or off; None for neither."""
    for properties in children(element, "rPr"):
        for one in children(properties, switch):
            return attribute(one, "val") not in OFF
    return None


def value(element: Any, *names: str) -> str:
    """Attribute `val` of the element that the names lead to; empty where there is none."""
    for one in names:
        found = next(children(element, one), None)
        if found is None:
            return ""
        element = found
    return attribute(element, "val") or ""


def _inherited(style: str, based: dict[str, str], says: dict[str, bool]) -> bool:
    seen: set[str] = set()
    while style and style not in seen and len(seen) < DEEPEST:
        if style in says:
            return says[style]
        seen.add(style)
        style = based.get(style, "")
    return False
