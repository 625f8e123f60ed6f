"""Which codings count."""

import pandas as pd
import pytest

from verbatim.codings import that_count
from verbatim.errors import StudyError

CODEBOOK = pd.DataFrame({"code": ["oak", "owl"]})

CARRIED = pd.DataFrame(
    [
        ("P01", "oak", "consensus"),
        ("P01", "owl", "independent"),
        ("P02", "owl", "consensus"),
        ("P03", "ash", "consensus"),
    ],
    columns=["interview", "code", "layer"],
)


def test_layer_and_interviews() -> None:
    """Codings of the other layer, and of interviews that are not analysed, do not count."""
    kept = that_count(CARRIED, CODEBOOK, "consensus", ["P01", "P09"])
    assert kept[["interview", "code"]].to_numpy().tolist() == [["P01", "oak"]]


def test_code_outside_the_codebook() -> None:
    """A code that the framework does not know is an error, not a code less."""
    with pytest.raises(StudyError, match="ash: not in the codebook"):
        that_count(CARRIED, CODEBOOK, "consensus", ["P03"])
