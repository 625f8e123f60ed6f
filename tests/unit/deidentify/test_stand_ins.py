"""Pseudonyms: nobody's real name, never one for two people, the same however it is divided."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.deidentify.identities import Spoken
from verbatim.deidentify.stand_ins import Cast, gender_of
from verbatim.deidentify.stand_ins import given as given_by
from verbatim.errors import StudyError, StudyErrors
from verbatim.tables.people import Roster


def person(text: str, title: str = "") -> tuple[str, Spoken]:
    """A mention whose identity is its text."""
    return text.lower(), Spoken("PERSON", text, title)


@pytest.mark.parametrize(
    ("said", "gender", "reason"),
    [
        ([Spoken("PERSON", "Okafor", "mrs")], "f", "a title tells"),
        ([Spoken("PERSON", "Mr Zed Marr")], "m", "so does one inside the mention"),
        ([Spoken("PERSON", "Margaret Marr")], "f", "a first name that women alone are listed by"),
        ([Spoken("PERSON", "Zedkin")], "", "no list has the name"),
        ([Spoken("PERSON", "Dr Marr")], "", "a doctor may be anybody"),
    ],
)
def test_gender(said: list[Spoken], gender: str, reason: str) -> None:
    """Title first, then first name; else nothing is guessed."""
    assert gender_of(said) == gender, reason


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text("abcdefgh", min_size=3, max_size=8), min_size=1, max_size=400, unique=True))
def test_two_people_never_share_a_pseudonym(names: list[str]) -> None:
    """However many people an interview names, each has a name of its own."""
    chosen = Cast(7).names("P01", [person(name) for name in names])
    assert len(set(chosen.values())) == len(chosen) == len(set(names))


def test_no_pseudonym_was_said_in_the_study() -> None:
    """A name that was said anywhere, as a name or as a word, is given to nobody."""
    people = [person("Margaret"), person("Zedkin"), person("Ifan")]
    first = Cast(7).names("P01", people)
    cast = Cast(7)
    cast.hear([f"So {name.lower()} came." for name in first.values()])
    second = cast.names("P01", people)
    assert not set(first.values()) & set(second.values())


def test_names_are_chosen_anew_for_each_interview() -> None:
    """Nobody can be followed from one interview to another by a pseudonym."""
    names = [Cast(7).names(interview, [person("Margaret")]) for interview in ("P01", "P02", "P03")]
    assert len({one["margaret"] for one in names}) == 3


def test_same_seed_same_names() -> None:
    """Names depend on seed, interview and order, not on what was asked before."""
    cast = Cast(7)
    cast.names("P09", [person("Ifan")])
    people = [person("Margaret"), person("Zedkin")]
    assert cast.names("P01", people) == Cast(7).names("P01", people)
    assert cast.names("P01", people) != Cast(8).names("P01", people)


def test_only_people_are_renamed() -> None:
    """Places and numbers keep their tags; one person has one name throughout."""
    place = ("leeds", Spoken("LOCATION", "Leeds"))
    cast = Cast(7, given={"margaret": "Amira"})
    people = [person("Margaret"), place, person("Margaret")]
    tags = cast.tags("P01", people, ["PERSON 1", "LOCATION 1", "PERSON 1"])
    assert tags == ["Amira", "LOCATION 1", "Amira"]


def roster(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Rows of Roster: name, identity, pseudonym."""
    return pd.DataFrame(
        [(name, "PERSON", "", identity, given, "") for name, identity, given in rows],
        columns=Roster.column_names(),
    )


def test_people_choose_their_own() -> None:
    """A pseudonym of the roster holds for the identity, or for the name that has none."""
    rows = roster(("Sarah Khan", "", "Amira"), ("Dr Marr", "marr", "Hugh"), ("Lee", "lee", ""))
    assert given_by(rows) == {"sarah khan": "Amira", "marr": "Hugh"}


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("Sarah", "", "Amira"), ("Ann", "", "amira")], "somebody else has already"),
        ([("Sarah", "", "Ann"), ("Ann", "", "")], "a name of the roster"),
    ],
)
def test_pseudonym_that_cannot_be_given(rows: list[tuple[str, str, str]], found: str) -> None:
    """One pseudonym for two people, or a real name, is an error that names the row alone."""
    with pytest.raises((StudyError, StudyErrors), match=found) as error:
        given_by(roster(*rows))
    assert "row " in str(error.value)
    assert "mira" not in str(error.value)
