"""The study's choices: checked against the schema, completed with its defaults."""

import copy
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from verbatim.errors import StudyError, raise_all


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
        return StudyError(
            _place(file, name, lines),
            f"an unknown setting: {name}",
            f"one of {', '.join(known)}",
            "settings and their meanings: workflow/schemas/config.schema.yaml",
        )
    name = ".".join(steps) or "the whole file"
    return StudyError(
        _place(file, name, lines),
        f"{name} is {_kind(error.instance)}",
        f"{schema.get('description', name)} {_wanted(error)}",
        "settings and their meanings: workflow/schemas/config.schema.yaml",
    )


def _wanted(error: jsonschema.ValidationError) -> str:
    wanted = {"type": "a value of type", "enum": "one of", "minimum": "at least"}
    return f"({wanted.get(str(error.validator), error.validator)} {error.validator_value})"


def _kind(value: Any) -> str:
    shown = "" if isinstance(value, dict | list) else f" {value!r}"
    return f"a value of type {type(value).__name__}{shown}"


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
