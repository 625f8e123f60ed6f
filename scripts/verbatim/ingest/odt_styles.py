"""Styles of an OpenDocument text: which are bold, which hide their text, which are headings."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from verbatim.ingest.packed import attribute, children, name

HEADING = re.compile(r"(?:heading(?:[ _]\d+)?|title|subtitle)$", re.IGNORECASE)
BOLD = re.compile(r"bold(?:er)?|[6-9]00")
SAID = (
    ("font-weight", "bold", BOLD),
    ("font-style", "italic", re.compile("italic|oblique")),
    ("text-underline-style", "underlined", re.compile("(?!none$).+")),
    ("color", "coloured", re.compile("(?!#000000$)#.+")),
    ("display", "hidden", re.compile("none")),
)
"""What says a type, the type, and the values that turn it on."""

DEEPEST = 60


@dataclass
class Styles:
    """What each style says of bold, italic, underlined and hidden text: yes, no, or nothing."""

    types: dict[str, dict[str, bool]] = field(default_factory=dict)
    headings: set[str] = field(default_factory=set)

    def of(self, style: str, inherited: frozenset[str]) -> frozenset[str]:
        """Types of text in a style, inside of text with types of its own."""
        own = self.types.get(style)
        if not own:
            return inherited
        return frozenset(
            {type_ for type_ in inherited if type_ not in own}
            | {type_ for type_, is_on in own.items() if is_on}
        )


def styles(roots: Iterable[Any]) -> Styles:
    """Read the styles of the parts; a style takes over what its parent says."""
    parents: dict[str, str] = {}
    own = Styles()
    for root in roots:
        for style in root.iter(etree.Element):
            if name(style) != "style":
                continue
            one = attribute(style, "name") or ""
            parents[one] = attribute(style, "parent-style-name") or ""
            if HEADING.match((attribute(style, "display-name") or one).replace("_20_", " ")):
                own.headings.add(one)
            for type_ in children(style, "text-properties"):
                own.types[one] = own.types.get(one, {}) | _types(type_)
    found = Styles()
    for one in parents:
        line = _line(one, parents)
        for older in reversed(line):
            found.types[one] = found.types.get(one, {}) | own.types.get(older, {})
        if own.headings & set(line):
            found.headings.add(one)
    return found


def _types(properties: Any) -> dict[str, bool]:
    return {
        type_: bool(on.fullmatch(value))
        for says, type_, on in SAID
        if (value := attribute(properties, says)) is not None
    }


def _line(style: str, parents: dict[str, str]) -> list[str]:
    """The style, its parent, and so on."""
    line: list[str] = []
    while style and style not in line and len(line) < DEEPEST:
        line.append(style)
        style = parents.get(style, "")
    return line
