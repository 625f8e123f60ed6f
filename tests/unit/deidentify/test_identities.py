"""Who is meant, and which tag stands for them."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.deidentify.identities import (
    Spoken,
    identities,
    known_identities,
    surface,
    tags,
    title_before,
)

SAME = [
    ("PERSON", "Siobhán", "siobhan", "accents and case"),
    ("PERSON", "Mrs Ames", "ames", "a title inside"),
    ("PERSON", "F, O, Y, L, E", "Foyle", "spelt out"),
    ("PHONE", "oh one nine oh, four four six", "0190 446", "spoken and written"),
    ("NHS_NUMBER", "943 476 5919", "943-476-5919", "blanks and hyphens"),
    ("POSTCODE", "SW one A two A A", "SW1A 2AA", "spelt postcode"),
    ("EMAIL", "jo dot bell at example dot org", "Jo.Bell@example.org", "spoken address"),
    ("AGE", "eighty-one", "81", "words and figures"),
    ("AGE", "81-year-old", "eighty-one years old", "years old"),
    ("DATE", "the 3rd of May 2019", "third of May 2019", "ordinals"),
    ("LOCATION", "the Wirral", "Wirral", "the article"),
    ("ORGANISATION", "St Hilda's", "St Hilda’s", "apostrophes"),
]

APART = [
    ("PERSON", "Ann", "Anna", "another name"),
    ("PHONE", "07700 900123", "07700 900124", "another digit"),
    ("LOCATION", "12 Mill Lane", "14 Mill Lane", "another house"),
    ("REFERENCE", "ASC/2021/45", "ASC/2021/46", "another reference"),
    ("DATE", "3 May 2019", "13 May 2019", "another day"),
]


@pytest.mark.parametrize(("category", "one", "other", "reason"), SAME)
def test_same_surface(category: str, one: str, other: str, reason: str) -> None:
    """Spellings that mean the same have the same surface."""
    assert surface(category, one) == surface(category, other), reason


@pytest.mark.parametrize(("category", "one", "other", "reason"), APART)
def test_other_surface(category: str, one: str, other: str, reason: str) -> None:
    """What may be two things stays two."""
    assert surface(category, one) != surface(category, other), reason


def people(*names: str) -> list[Spoken]:
    """Mentions of people, a title in front counted as said before the name."""
    told = []
    for name in names:
        title = title_before(name, name.index(" ") + 1) if " " in name else ""
        told.append(Spoken("PERSON", name.split(" ", 1)[1] if title else name, title))
    return told


JOINED = [
    (["Grace", "Grace Okafor"], True, "a first name and one full name"),
    (["Okafor", "Grace Okafor"], True, "a surname and one full name"),
    (["Grace", "Grace Okafor", "Grace Bell"], False, "two full names share the first name"),
    (["Mr Page", "Mrs Page"], False, "two titles, one surname"),
    (["Dr Page", "Mr Page"], False, "two titles, one surname"),
    (["Mrs Page", "Nasrin Page"], False, "the full name has no title: may be her daughter"),
    (["Mrs Page", "Mrs Nasrin Page"], True, "the full name has the same title"),
    (["Mr Page", "Mrs Nasrin Page"], False, "the full name has another title"),
    (["Dr Foyles", "Doctor Foyles"], True, "two spellings of one title"),
]


@pytest.mark.parametrize(("names", "joined", "reason"), JOINED, ids=[row[2] for row in JOINED])
def test_who_is_joined(names: list[str], joined: bool, reason: str) -> None:
    """Names are one person only where nothing speaks against it."""
    first, second = identities(people(*names), {})[:2]
    assert (first == second) is joined, reason


def test_roster_identity() -> None:
    """Names that the roster gives one identity are one person, in the interviews they belong to."""
    known = pd.DataFrame(
        [
            ("Wilhelmina Bell", "PERSON", "P01", "bell", "", ""),
            ("Mina", "PERSON", "P01", "bell", "", ""),
            ("Mina", "PERSON", "", "somebody else", "", ""),
        ],
        columns=["name", "category", "interview", "identity", "pseudonym", "note"],
    )
    mentions = people("Mina", "Wilhelmina", "Wilhelmina Bell")
    assert identities(mentions, known_identities(known, "P01")) == ["bell"] * 3
    assert identities(mentions[:1], known_identities(known, "P02")) == ["somebody else"]


FIRST = st.sampled_from(["Ann", "Anna", "Grace", "Will", "Zoë"])
LAST = st.sampled_from(["Page", "Bell", "Ames"])
TITLE = st.sampled_from(["Mr", "Mrs", "Dr"])
PEOPLE = st.lists(st.tuples(TITLE, FIRST, LAST), min_size=1, max_size=6, unique=True)


@settings(max_examples=100, deadline=None)
@given(PEOPLE, st.data())
def test_different_people_never_share_a_tag(
    persons: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    """Whoever is named in full by two different names has two tags; one full name has one."""
    told = [Spoken("PERSON", f"{first} {last}", title) for title, first, last in persons]
    parts = [Spoken("PERSON", data.draw(st.sampled_from(one.text.split()))) for one in told]
    meant = identities([*parts, *told], {})
    given_tags = tags([("PERSON", one) for one in meant], [])[len(parts) :]
    for one, tag in zip(told, given_tags, strict=True):
        for other, other_tag in zip(told, given_tags, strict=True):
            same = surface("PERSON", one.text) == surface("PERSON", other.text)
            assert (tag == other_tag) is (same and one.title == other.title)


def test_tags_are_numbered_by_first_mention() -> None:
    """Numbers count per category, by first mention; one identity has one tag."""
    keys = [("PERSON", "b"), ("LOCATION", "b"), ("PERSON", "a"), ("PERSON", "b")]
    assert tags(keys, []) == ["PERSON 1", "LOCATION 1", "PERSON 2", "PERSON 1"]


def test_tag_says_in_general_what_is_meant() -> None:
    """A detail stands behind the number, one for all mentions of an identity; numbers stay."""
    keys = [("LOCATION", "leeds"), ("AGE", "82"), ("LOCATION", "leeds"), ("LOCATION", "zed")]
    assert tags(keys, [], ["", "80-84", "city", ""]) == [
        "LOCATION 1: city",
        "AGE 1: 80-84",
        "LOCATION 1: city",
        "LOCATION 2",
    ]


def test_tag_that_somebody_typed_is_passed_over() -> None:
    """A tag that stands in the transcript already is never given to anybody else."""
    spoken = ["He said [PERSON 1] and [LOCATION 7].", "[AGE 1: 80-84]"]
    assert tags([("AGE", "82")], spoken, ["80-84"]) == ["AGE 2: 80-84"]
    assert tags([("PERSON", "a"), ("PERSON", "b")], spoken) == ["PERSON 2", "PERSON 3"]
