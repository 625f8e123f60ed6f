"""The study's choices: checked against the schema, completed with its defaults."""

import copy
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from verbatim.errors import StudyError, raise_all
from verbatim.provenance import HOUSE

MEANINGS = "settings and their meanings: workflow/schemas/config.schema.yaml"

TYPES = {
    "object": "settings by name",
    "array": "a list",
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "nothing",
}


def settled(config: dict[str, Any], schema_path: Path, config_path: Path) -> dict[str, Any]:
    """Return the choices of the study with every default filled in.

    Raises:
        StudyError: If a key is unknown or a value has the wrong type or range; names the line.
        StudyErrors: If there are several.
    """
    schema = yaml.safe_load(schema_path.read_text(encoding="utf-8"))
    complete: dict[str, Any] = _with_defaults(copy.deepcopy(config), schema)
    lines = _lines(config_path)
    errors = sorted(
        jsonschema.Draft202012Validator(schema).iter_errors(complete),
        key=lambda error: [str(step) for step in error.absolute_path],
    )
    raise_all([_explained(error, lines, config_path.name) for error in errors])
    return complete


def of(study: Path) -> dict[str, Any]:
    """Read the settings of a study for a program that is no job of the workflow.

    Raises:
        StudyError: If its `config.yaml` is not as it must be; names the line.
        StudyErrors: If it is so at several places.
    """
    path = study / "config.yaml"
    check_readable(path)
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return settled(yaml.safe_load(text) or {}, HOUSE / "workflow/schemas/config.schema.yaml", path)


def check_readable(path: Path) -> None:
    """Say what is wrong with a file of settings that cannot be read as such.

    Raises:
        StudyError: If it is no YAML in UTF-8, or no map of settings; names the line.
    """
    if not path.is_file():
        return
    place, found = path.name, ""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        line = path.read_bytes().count(b"\n", 0, error.start) + 1
        place, found = f"{path.name}, line {line}", "a letter that is not written in UTF-8"
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        place = f"{path.name}, line {mark.line + 1}" if mark else path.name
        found = f"a line that is not YAML ({getattr(error, 'problem', None) or 'unreadable'})"
    else:
        if content is None:
            found = "no setting"
        elif not isinstance(content, dict):
            found = f"{_in_words(content)}, not settings by name"
    if found:
        raise StudyError(
            place,
            found,
            "settings as `batches: 4`, those inside a group indented by two blanks, in UTF-8",
            "tabs and unclosed quotation marks are not YAML; without the file, defaults hold",
        )


def _with_defaults(value: Any, schema: dict[str, Any]) -> Any:
    if schema.get("type") == "object" and isinstance(value, dict):
        for name, part in schema.get("properties", {}).items():
            if name not in value and "default" in part:
                value[name] = copy.deepcopy(part["default"])
            if name in value:
                value[name] = _with_defaults(value[name], part)
    return value


def _explained(error: jsonschema.ValidationError, lines: dict[str, int], file: str) -> StudyError:
    steps = [str(step) for step in error.absolute_path]
    schema: Any = error.schema
    if error.validator == "additionalProperties":
        known = sorted(schema.get("properties", {}))
        instance: Any = error.instance
        key = next(name for name in instance if name not in known)
        name = ".".join([*steps, key])
        near = get_close_matches(str(key), known, n=1)
        return StudyError(
            _place(file, name, lines),
            f"an unknown setting: {name}",
            f"one of {', '.join(known)}",
            (f"did you mean {near[0]}? " if near else "") + MEANINGS,
        )
    name = ".".join(steps) or "the whole file"
    return StudyError(
        _place(file, name, lines),
        f"{name} is {_in_words(error.instance)}",
        f"{schema.get('description', name)} {_wanted(error)}",
        MEANINGS,
    )


def _wanted(error: jsonschema.ValidationError) -> str:
    value: Any = error.validator_value
    if error.validator == "type":
        kinds = [value] if isinstance(value, str) else value
        return f"({' or '.join(TYPES[kind] for kind in kinds)})"
    if error.validator == "enum":
        return f"(one of {', '.join(str(one) for one in value)})"
    wanted = {"minimum": "at least", "maximum": "at most", "minItems": "at least so many:"}
    return f"({wanted.get(str(error.validator), error.validator)} {value})"


def _in_words(value: Any) -> str:
    """Say what a value is, in the words of YAML rather than of Python."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    words = {dict: "settings by name", list: "a list", type(None): "nothing"}
    numbers = {int: "the number", float: "the number"}
    kind = type(value)
    return words.get(kind) or f"{numbers.get(kind, 'the text')} {value!r}"


def _place(file: str, name: str, lines: dict[str, int]) -> str:
    return f"{file}, line {lines[name]}" if name in lines else file


def _lines(path: Path) -> dict[str, int]:
    """Line of each key of a YAML file, by its dotted name."""
    if not path.is_file():
        return {}
    found: dict[str, int] = {}

    def walk(node: yaml.Node | None, steps: tuple[str, ...]) -> None:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                name = (*steps, str(key.value))
                found[".".join(name)] = key.start_mark.line + 1
                walk(value, name)

    walk(yaml.compose(path.read_text(encoding="utf-8")), ())
    return found
