"""A quotation says who speaks as a paper does."""

import pandas as pd
import pytest

from verbatim.errors import StudyError
from verbatim.report.attribution import attributions, in_sentence

PEOPLE = pd.DataFrame(
    [("A1", "GP"), ("A2", "Primary care"), ("A3", "")], columns=["participant", "sector"]
)
GROUPS = {"kind": {"attribute": "sector", "values": {"GPs": ["GP"], "Teams": ["Primary care", ""]}}}


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Primary care", "primary care"),
        ("GP", "GP"),
        ("GPs and nurses", "GPs and nurses"),
        ("A&E", "A&E"),
        ("NHS manager", "NHS manager"),
        ("Carer/relative", "carer/relative"),
        ("Élève", "élève"),
        ("", ""),
    ],
)
def test_a_label_inside_a_sentence(label: str, shown: str) -> None:
    """The first letter becomes small unless the first word is an acronym."""
    assert in_sentence(label) == shown


@pytest.mark.parametrize(
    ("chosen", "publish", "shown"),
    [
        pytest.param("kind", [], ["(A1, GPs)", "(A2, teams)", "(A3, teams)"], id="a grouping"),
        pytest.param(
            "sector", ["sector"], ["(A1, GP)", "(A2, primary care)", "(A3)"], id="an attribute"
        ),
        pytest.param("", [], ["(A1)", "(A2)", "(A3)"], id="the id alone"),
    ],
)
def test_attributions(chosen: str, publish: list[str], shown: list[str]) -> None:
    """The id and the group or value; the id alone where nothing is known or wanted."""
    found = attributions(PEOPLE, GROUPS, chosen, publish)
    assert [found[one] for one in PEOPLE["participant"]] == shown


@pytest.mark.parametrize(
    ("chosen", "groups", "said"),
    [
        pytest.param("sectors", GROUPS, "the attribute sectors", id="unknown"),
        pytest.param("sector", {}, "may not be published", id="neither grouped nor published"),
    ],
)
def test_what_may_not_be_printed(chosen: str, groups: dict[str, object], said: str) -> None:
    """An unknown attribute, or one that the study does not publish, is a clear message."""
    with pytest.raises(StudyError, match=said):
        attributions(PEOPLE, groups, chosen, [])
