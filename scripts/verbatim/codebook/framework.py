"""Reading codebook.yaml: the framework as it stands, every mistake told with its line."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from verbatim.codebook.model import Code
from verbatim.codebook.outline import Entry, Outline, line_of
from verbatim.errors import StudyError

FOLDER = "data/codebook"
CODEBOOK = "codebook.yaml"
RESERVED = "all"
"""Stands for every code together in tables, so that no code may be called so."""


@dataclass
class Files:
    """The framework's files by name, and what was wrong in them so far."""

    paths: dict[str, Path]
    errors: list[StudyError] = field(default_factory=list)

    def outline(self, name: str) -> tuple[Outline, yaml.Node | None]:
        """Open one YAML file; its mistakes join the others."""
        outline = Outline(f"{FOLDER}/{name}", self.errors)
        return outline, outline.open(self.paths[name])


def read_framework(files: Files) -> tuple[int | None, tuple[Code, ...], int | None]:
    """Number of the version (if said), codes in order, and the line of the number."""
    outline, root = files.outline(CODEBOOK)
    if files.errors:
        return None, (), None
    top = outline.entry(root, "a codebook", ("themes",), ("version", "note"))
    if top is None:
        return None, (), None
    codes: list[tuple[Code, int | None]] = []
    themes: list[tuple[str, int | None]] = []
    subthemes: list[tuple[str, int | None]] = []
    for theme_node in outline.items(top, "themes"):
        theme = outline.entry(
            theme_node, "a theme", ("id",), ("name", "note", "subthemes", "codes")
        )
        if theme is None:
            continue
        themes.append((outline.word(theme, "id"), theme.line))
        flat = "codes" in theme.parts
        if flat == ("subthemes" in theme.parts):
            outline.say(theme.line, "a theme with both or neither", "subthemes, or else codes")
            continue
        parents = [theme_node] if flat else outline.items(theme, "subthemes")
        for node in parents:
            subtheme = (
                theme
                if flat
                else outline.entry(node, "a subtheme", ("id", "codes"), ("name", "note"))
            )
            if subtheme is None:
                continue
            subthemes.append((outline.word(subtheme, "id"), subtheme.line))
            codes.extend(
                (_code(outline, code, subtheme, theme), code.line)
                for each in outline.items(subtheme, "codes")
                if (code := outline.entry(each, "a code", ("id",), ("name", "definition", "note")))
            )
    for what, found in (
        ("theme", themes),
        ("subtheme", subthemes),
        ("code", [(code.id, line) for code, line in codes]),
    ):
        check_ids(outline, what, found)
    if not codes and not outline.errors:
        outline.say(top.line, "a codebook without codes", "at least one code")
    return (
        number_of(outline, top, "version"),
        tuple(code for code, _ in codes),
        line_of(top.parts.get("version")),
    )


def _code(outline: Outline, code: Entry, subtheme: Entry, theme: Entry) -> Code:
    def named(entry: Entry) -> tuple[str, str]:
        identity = outline.word(entry, "id")
        return identity, outline.word(entry, "name") or identity

    identity, name = named(code)
    return Code(identity, name, outline.word(code, "definition"), *named(subtheme), *named(theme))


def check_ids(outline: Outline, what: str, found: Sequence[tuple[str, int | None]]) -> None:
    """Say which ids stand twice or cannot be ids."""
    first: dict[str, int | None] = {}
    for identity, line in found:
        if identity in first:
            outline.say(
                line,
                f"the {what} {identity} twice",
                f"each id once (line {first[identity]} has it too)",
            )
        if "|" in identity or (what == "code" and identity == RESERVED):
            outline.say(
                line, f"the {what} {identity}", f"an id without | that is not the word {RESERVED}"
            )
        first.setdefault(identity, line)


def number_of(outline: Outline, entry: Entry, key: str) -> int | None:
    """A version's number, or nothing where none is given."""
    text = outline.word(entry, key)
    if text and not (text.isascii() and text.isdigit() and int(text) >= 1):
        outline.say(line_of(entry.parts[key]), f"the {key} {text[:20]}", "a whole number from 1")
        return None
    return int(text) if text else None
