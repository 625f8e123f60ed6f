"""A small study to quote from."""

import pandas as pd
import pytest

from verbatim.report import quote
from verbatim.report.material import Material, material
from verbatim.report.undecided import COLUMNS

NONE = pd.DataFrame(columns=COLUMNS)
LONG = " ".join(["word"] * 20)


def approved(quotations: pd.DataFrame, known: Material) -> pd.DataFrame:
    """Check and cut what was chosen, with no word to decide on."""
    return quote.approved(quote.checked(quotations, known), known, NONE)


@pytest.fixture
def known() -> Material:
    """Two participants who may be quoted and one who may not, on three codes."""
    segments = pd.DataFrame(
        [
            ("Q1", 1, "interviewer", "", "How was it?"),
            ("Q1", 2, "participant", "A1", f"Well, [PERSON 1] came. {LONG}"),
            ("Q1", 3, "participant", "A1", f"Again. {LONG}"),
            ("Q1", 4, "participant", "A1", "Short."),
            ("Q2", 1, "participant", "A2", f"Both. {LONG}"),
            ("Q2", 2, "participant", "A2", f"One. {LONG}"),
            ("Q3", 1, "participant", "A3", f"Mine. {LONG}"),
            ("Q4", 1, "participant", "A4", f"Not so. {LONG}"),
        ],
        columns=["interview", "segment", "speaker", "participant", "text"],
    )
    offsets = pd.DataFrame(
        [("Q1", 2, 6, 9, 6, 16)],
        columns=["interview", "segment", "start", "end", "tag_start", "tag_end"],
    )
    carried = pd.DataFrame(
        [
            ("consensus", "Q1", 2, "oak", ""),
            ("consensus", "Q1", 3, "oak", ""),
            ("consensus", "Q1", 4, "oak", ""),
            ("consensus", "Q2", 1, "oak", ""),
            ("consensus", "Q2", 1, "elm", ""),
            ("consensus", "Q2", 2, "owl", ""),
            ("consensus", "Q3", 1, "oak", ""),
            ("consensus", "Q4", 1, "oak", "deviant"),
            ("independent", "Q1", 3, "owl", ""),
        ],
        columns=["layer", "interview", "segment", "code", "stance"],
    )
    codebook = pd.DataFrame(
        [
            ("oak", "Oak", "A tree.", "wood", "Wood", "plants", "Plants"),
            ("elm", "Elm", "A tree.", "wood", "Wood", "plants", "Plants"),
            ("owl", "Owl", "A bird.", "birds", "Birds", "animals", "Animals"),
        ],
        columns=["code", "name", "definition", "subtheme", "subtheme_name", "theme", "theme_name"],
    )
    people = pd.DataFrame(
        [("A1", "yes"), ("A2", "yes"), ("A3", "no"), ("A4", "yes")],
        columns=["participant", "consent_quote"],
    )
    return material(
        segments=segments,
        offsets=offsets,
        carried=carried,
        codebook=codebook,
        participants=people,
        attributions={one: f"({one})" for one in people["participant"]},
        layer="consensus",
    )
