"""Settings are completed from the schema, and a wrong one is named by its line."""

from pathlib import Path

import pytest
import yaml

from verbatim.errors import StudyError, StudyErrors
from verbatim.provenance import HOUSE
from verbatim.settings import check_readable, settled

SCHEMA = HOUSE / "workflow/schemas/config.schema.yaml"


def settle(text: str, tmp_path: Path) -> dict[str, object]:
    """Write the text as config.yaml and settle it."""
    path = tmp_path / "config.yaml"
    path.write_text(text)
    return settled(yaml.safe_load(text) or {}, SCHEMA, path)


def test_empty_config_has_every_default(tmp_path: Path) -> None:
    """A study that chooses nothing gets every default of the schema."""
    complete = settle("", tmp_path)

    assert complete["stance"] == "codebook"
    assert complete["saturate"] == {"bases": [4, 5, 6], "runs": [2, 3], "thresholds": [0.05, 0.0]}


def test_demonstration_names_every_setting() -> None:
    """The demonstration's config.yaml shows every choice there is."""
    schema = yaml.safe_load(SCHEMA.read_text())
    config = yaml.safe_load((HOUSE / "config.yaml").read_text())

    def missing(part: dict[str, object], chosen: dict[str, object]) -> list[str]:
        properties = part.get("properties", {})
        assert isinstance(properties, dict)
        return [name for name in properties if name not in chosen]

    assert [] == missing(schema, config)
    for room in ("ingest", "deidentify", "suggest", "code", "saturate", "compare", "report"):
        assert [] == missing(schema["properties"][room], config[room]), room


def test_every_setting_has_meaning_and_default() -> None:
    """Each setting of the schema says what it means and what holds if it is left out."""

    def walk(part: dict[str, dict[str, object]], name: str) -> None:
        for key, value in part.get("properties", {}).items():
            assert isinstance(value, dict)
            assert value.get("description"), f"{name}.{key}"
            assert "default" in value, f"{name}.{key}"
            walk(value, f"{name}.{key}")

    walk(yaml.safe_load(SCHEMA.read_text()), "config")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("seed: 1\nsuggest:\n  show: 3\n", "config.yaml, line 3"),
        ("seed: 1\nbatchs: 3\n", "an unknown setting: batchs"),
        ("seed: 1\nbatchs: 3\n", "did you mean batches?"),
        ("batches: two\n", "(a whole number)"),
        ("seed: soon\n", "config.yaml, line 1"),
        ("saturate:\n  bases: 4\n", "saturate.bases is the number 4"),
        ("stance: grounded\n", "one of codebook, coding reliability, reflexive"),
        ("batches: 0\n", "at least 1"),
    ],
    ids=[
        "key inside a room",
        "key at the top",
        "near key",
        "wrong type in words",
        "wrong type",
        "no list",
        "not a choice",
        "too small",
    ],
)
def test_wrong_setting_is_named(text: str, expected: str, tmp_path: Path) -> None:
    """A wrong key or value is named with its line and what was expected."""
    with pytest.raises((StudyError, StudyErrors)) as caught:
        settle(text, tmp_path)

    assert expected in str(caught.value)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"seed: 1\nfoo: [1, 2\nbar: 3\n", "config.yaml, line 3"),
        (b"code:\n\tresamples: 3\n", "config.yaml, line 2"),
        (b"- a\n- b\n", "a list, not settings by name"),
        (b"", "no setting"),
        (b"seed: 1\nstudy: {title: \xe9tude}\n", "config.yaml, line 2"),
    ],
    ids=["open bracket", "tab", "list", "empty", "Windows-1252"],
)
def test_file_that_is_no_settings(content: bytes, expected: str, tmp_path: Path) -> None:
    """A config.yaml that is no YAML map in UTF-8 is told with its line and a hint."""
    path = tmp_path / "config.yaml"
    path.write_bytes(content)
    with pytest.raises(StudyError) as caught:
        check_readable(path)

    assert expected in str(caught.value)
    assert "hint:" in str(caught.value)


def test_no_file_of_settings(tmp_path: Path) -> None:
    """A study without config.yaml runs with the defaults."""
    check_readable(tmp_path / "config.yaml")
