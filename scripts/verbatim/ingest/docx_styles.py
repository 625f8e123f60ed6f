"""Word's styles: which are bold, which hide their text, which are headings."""

import re
import zipfile
from dataclasses import dataclass, field
from typing import Any

from verbatim.ingest.packed import attribute, children, elements, name, xml

PART = "word/styles.xml"
HEADING = re.compile(r"(?:heading \d|title|subtitle)$", re.IGNORECASE)
DEEPEST = 60
OFF = ("0", "false", "off", "none", "auto", "000000")
SWITCHES = {
    "b": "bold",
    "i": "italic",
    "u": "underlined",
    "color": "coloured",
    "vanish": "hidden",
}
"""What turns a type on or off, and what the type is called."""


@dataclass
class Styles:
    """Types of each style that has any, by its id: values of `SWITCHES`; and ids of headings."""

    types: dict[str, frozenset[str]] = field(default_factory=dict)
    headings: set[str] = field(default_factory=set)

    def of(self, style: str) -> frozenset[str]:
        """Types of a style."""
        return self.types.get(style, frozenset())


def styles(archive: zipfile.ZipFile) -> Styles:
    """Read the styles of a document; a style takes over what the one it is based on says."""
    found = Styles()
    if PART not in archive.namelist():
        return found
    based: dict[str, str] = {}
    headings: dict[str, bool] = {}
    says: dict[str, dict[str, bool]] = {type_: {} for type_ in SWITCHES.values()}
    for style in children(xml(archive, PART), "style"):
        one = attribute(style, "styleId") or ""
        based[one] = value(style, "basedOn")
        if HEADING.match(value(style, "name")):
            headings[one] = True
        for type_, on in switched(style).items():
            says[type_][one] = on
    found.headings.update(one for one in based if _inherited(one, based, headings))
    for one in based:
        found.types[one] = frozenset(t for t in says if _inherited(one, based, says[t]))
    return found


def switched(element: Any) -> dict[str, bool]:
    """Give the types that the element's run properties turn on or off."""
    return {
        SWITCHES[name(one)]: attribute(one, "val") not in OFF
        for properties in children(element, "rPr")
        for one in elements(properties)
        if name(one) in SWITCHES
    }


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
