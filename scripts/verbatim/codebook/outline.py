"""YAML as people write it: maps, lists and words, each with the line it stands on."""

from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

import yaml

from verbatim.errors import StudyError

HELP = "what stands in this file: docs/code.md"


@dataclass(frozen=True)
class Entry:
    """One map of the file: its words by key, and the parts that are maps or lists.

    Attributes:
        line: Line it begins on, from 1.
        parts: What stands under each key.
    """

    line: int
    parts: dict[str, yaml.Node]


@dataclass
class Outline:
    """One YAML file being read; what is wrong is gathered, so that all of it is told at once.

    Words are taken as they are written: `no`, `007` and `2020-06-29` stay text.

    Attributes:
        where: How messages cite the file.
        errors: What was wrong so far.
    """

    where: str
    errors: list[StudyError] = field(default_factory=list)

    def open(self, path: Path) -> yaml.Node | None:
        """Give the file's content, or nothing where it is not YAML."""
        try:
            return yaml.compose(path.read_text(encoding="utf-8-sig"), yaml.SafeLoader)
        except UnicodeDecodeError:
            self.say(None, "a file that is not UTF-8", "a YAML file in UTF-8", "save it as UTF-8")
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self.say(
                mark.line + 1 if mark else None,
                f"a line that is not YAML ({error.problem or error.context})",
                "keys, a colon and a blank, and even indentation without tabs",
                'words with a colon or a quotation mark in them stand between quotes: "like: this"',
            )
        except yaml.YAMLError:
            self.say(
                None, "a sign that YAML does not allow", "printable text", "remove control signs"
            )
        return None

    def say(self, line: int | None, found: str, expected: str, hint: str = "") -> None:
        """Note one thing that is wrong."""
        place = f"{self.where}, line {line}" if line else self.where
        self.errors.append(StudyError(place, found, expected, hint or HELP))

    def entry(
        self, node: yaml.Node | None, what: str, needed: tuple[str, ...], may: tuple[str, ...] = ()
    ) -> Entry | None:
        """Give a map whose keys are checked, or nothing where there is no map."""
        line = line_of(node)
        if not isinstance(node, yaml.MappingNode):
            self.say(line, f"{what} that is not a map", f"{', '.join(needed)}, each with a colon")
            return None
        parts: dict[str, yaml.Node] = {}
        before = len(self.errors)
        for key, value in node.value:
            name = str(key.value)
            if name not in (*needed, *may):
                near = get_close_matches(name, (*needed, *may), n=1)
                self.say(
                    line_of(key),
                    f"the key {name[:40]}, which is not known",
                    f"{what} with the keys {', '.join((*needed, *may))}",
                    f"{near[0]} is meant?" if near else "",
                )
            elif name in parts:
                self.say(line_of(key), f"the key {name} twice", f"{what} with each key once")
            else:
                parts[name] = value
        missing = [name for name in needed if name not in parts or _blank(parts[name])]
        if missing and before == len(self.errors):
            self.say(line, f"{what} without {', '.join(missing)}", f"the keys {', '.join(needed)}")
        return None if missing else Entry(line or 1, parts)

    def items(self, entry: Entry, key: str) -> list[yaml.Node]:
        """Give the parts of a list; none where the key is missing or empty."""
        node = entry.parts.get(key)
        if node is None or _blank(node):
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.say(line_of(node), f"{key} that is not a list", f"{key} with one - for each")
            return []
        return list(node.value)

    def word(self, entry: Entry, key: str) -> str:
        """Give the text under a key; empty where the key is missing."""
        node = entry.parts.get(key)
        if node is None or _blank(node):
            return ""
        if not isinstance(node, yaml.ScalarNode):
            self.say(line_of(node), f"{key} that is not one text", f"one text after {key}:")
            return ""
        return " ".join(str(node.value).split())

    def words(self, entry: Entry, key: str) -> tuple[str, ...]:
        """Give the texts under a key, which may hold one text or a list of them."""
        node = entry.parts.get(key)
        if not isinstance(node, yaml.SequenceNode):
            one = self.word(entry, key)
            return (one,) if one else ()
        if not all(isinstance(each, yaml.ScalarNode) for each in node.value):
            self.say(line_of(node), f"{key} with a list or map inside", f"texts after {key}:")
            return ()
        return tuple(" ".join(str(each.value).split()) for each in node.value)


def line_of(node: yaml.Node | None) -> int | None:
    """Line on which a part of the file begins, from 1."""
    return None if node is None else node.start_mark.line + 1


def _blank(node: yaml.Node) -> bool:
    return node.tag == "tag:yaml.org,2002:null" or node.value in ("", [])
