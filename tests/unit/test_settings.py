"""Settings are completed from the schema, and a wrong one is named by its line."""

from pathlib import Path

import pytest
import yaml

from verbatim.errors import StudyError, StudyErrors
from verbatim.provenance import HOUSE
from verbatim.settings import settled

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
        ("seed: soon\n", "config.yaml, line 1"),
        ("saturate:\n  bases: 4\n", "saturate.bases is a value of type int"),
        ("stance: grounded\n", "one of ['codebook', 'coding reliability', 'reflexive']"),
        ("batches: 0\n", "at least 1"),
    ],
    ids=[
        "key inside a room",
        "key at the top",
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
