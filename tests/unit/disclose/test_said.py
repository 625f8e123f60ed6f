"""What quotations say of their speakers."""

import pandas as pd
from tests.unit.disclose.conftest import people

from verbatim.disclose.said import by_participant, said

SEGMENTS = pd.DataFrame(
    [
        ("P01", 2, "P01", "I'm the night Porter at [LOCATION 1: town, South East] since [AGE 1]."),
        ("P01", 3, "P01", "We porters, no. F is for Friday, says [Maggie]."),
        ("P02", 2, "P02", "The porter told me, in Whitby [laughs]. Kept at the Dairy."),
    ],
    columns=["interview", "segment", "participant", "text"],
)
PEOPLE = people("F|night porter|Whitby", "F|nurse|Whitby")
TAGS = [
    ("P01", 2, 24, "LOCATION", "[LOCATION 1: town, South East]"),
    ("P01", 2, 60, "AGE", "[AGE 1]"),
    ("P01", 3, 39, "PERSON", "[Maggie]"),
]
KEYS = ["interview", "segment", "start", "status", "category", "text"]
IDENTIFIERS = pd.DataFrame(
    [
        *((who, number, start, "replaced", kind, "…") for who, number, start, kind, _ in TAGS),
        ("P02", 2, 40, "kept", "ORGANISATION", "the Dairy"),
    ],
    columns=KEYS,
)
TEXT = SEGMENTS.set_index(["interview", "segment"])["text"]
OFFSETS = pd.DataFrame(
    [
        (who, number, start, (at := TEXT[who, number].index(tag)), at + len(tag))
        for who, number, start, _, tag in TAGS
    ],
    columns=["interview", "segment", "start", "tag_start", "tag_end"],
)


def heard(*passages: tuple[str, int, str]) -> pd.DataFrame:
    """What these quotations say."""
    chosen = pd.DataFrame(list(passages), columns=["interview", "segment", "quotation"])
    return said(chosen, PEOPLE, SEGMENTS, IDENTIFIERS, OFFSETS)


def test_own_values_are_met_as_whole_words() -> None:
    """Own role and place count, in any case; another's role, a plural and one letter do not."""
    found = heard(*((row.interview, row.segment, row.text) for row in SEGMENTS.itertuples()))

    assert list(found["says"]) == [("role",), (), ("place",)]


def test_details_that_people_kept_or_a_tag_tells() -> None:
    """A tag with more than a kind and a kept name count; bare tags, pseudonyms, asides do not."""
    found = heard(*((row.interview, row.segment, row.text) for row in SEGMENTS.itertuples()))

    assert list(found["details"]) == [1, 0, 1]


def test_only_the_passage_counts() -> None:
    """What stands in the segment and is not quoted is not public."""
    found = heard(("P02", 2, "The porter told me of the dairymen …"))

    assert found[["says", "details"]].to_numpy().tolist() == [[(), 0]]


def test_what_is_said_adds_up_under_the_id() -> None:
    """Two quotations of one participant say together what each says."""
    found = heard(("P01", 2, "I'm the night porter"), ("P01", 3, "Whitby, born and bred."))

    assert by_participant(found) == {"P01": {"role", "place"}}
