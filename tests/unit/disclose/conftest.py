"""Settings as a study has them, and a table of participants from a few words."""

from typing import Any

import pandas as pd
import pytest
import yaml
from tests.conftest import HOUSE

from verbatim.settings import settled

COLUMNS = ["interview", "segment", "participant", "says", "details"]


def study(text: str) -> dict[str, Any]:
    """The choices of a study, defaults filled in."""
    schema = HOUSE / "workflow/schemas/config.schema.yaml"
    return settled(yaml.safe_load(text) or {}, schema, HOUSE / "none.yaml")


def people(*rows: str, columns: str = "sex role place") -> pd.DataFrame:
    """Participants P01, P02 …, one a text of values with | between them."""
    names = columns.split()
    table = pd.DataFrame([row.split("|") for row in rows], columns=names)
    agreed = dict.fromkeys(("consent_analyse", "consent_quote", "consent_archive"), "yes")
    ids = [f"P{number:02}" for number in range(1, len(rows) + 1)]
    return table.assign(participant=ids, recruitment="", **agreed)


def spoken(*rows: tuple[Any, ...]) -> pd.DataFrame:
    """What quotations say: interview, segment, participant, says, details."""
    return pd.DataFrame(list(rows), columns=COLUMNS)


@pytest.fixture
def silent() -> pd.DataFrame:
    """No quotation."""
    return spoken()
