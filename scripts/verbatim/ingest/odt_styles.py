"""Styles of an OpenDocument text: which are bold, which hide their text, which are headings."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from verbatim.ingest.packed import attribute, children, name

HEADING = re.compile(r"(?:heading(?:[ _]\d+)?|title|subtitle)$", re.IGNORECASE)
BOLD = re.compile(r"bold(?:er)?|[6-9]00")

DEEPEST = 60


@dataclass
class Styles:
    """What each style says: of bold type and hidden text yes or no, or nothing."""

    bold: dict[str, bool] = field(default_factory=dict)
    hidden: dict[str, bool] = field(default_factory=dict)
    headings: set[str] = field(default_factory=set)


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
                if (weight := attribute(type_, "font-weight")) is not None:
                    own.bold[one] = bool(BOLD.fullmatch(weight))
                if (display := attribute(type_, "display")) is not None:
                    own.hidden[one] = display == "none"
    found = Styles()
    for one in parents:
        line = _line(one, parents)
        for said, known in ((own.bold, found.bold), (own.hidden, found.hidden)):
            if (first := next((said[s] for s in line if s in said), None)) is not None:
                known[one] = first
        if own.headings & set(line):
            found.headings.add(one)
    return found


def _line(style: str, parents: dict[str, str]) -> list[str]:
    """The style, its parent, and so on."""
    line: list[str] = []
    while style and style not in line and len(line) < DEEPEST:
        line.append(style)
        style = parents.get(style, "")
    return line
