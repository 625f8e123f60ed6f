"""What tags of indirect identifiers say in general."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbatim.deidentify.general import Policy, age_band, place, time_of
from verbatim.regions import known_places

LEVELS = {
    "AGE": "5 years",
    "DATE": "season",
    "LOCATION": "region",
    "ORGANISATION": "kind",
    "ROLE": "group",
}


@given(st.integers(0, 115), st.sampled_from([5, 10, 20]))
def test_age_lies_in_its_band(age: int, width: int) -> None:
    """A band holds its age, begins at a multiple of its width, and never reaches past 89."""
    band = age_band(f"{age} years old", width)
    if age >= 90:
        assert band == "90 or over"
        return
    low, high = map(int, band.split("-"))
    assert low <= age <= high <= 89
    assert low % width == 0
    assert high - low + 1 == width or high == 89


@pytest.mark.parametrize(
    ("text", "band", "reason"),
    [
        ("eighty-two years old", "80-84", "words are read as figures"),
        ("five months", "0-4", "an age in months is under a year or two"),
        ("ninety-three", "90 or over", "HIPAA Safe Harbor: ages over 89 are one"),
        ("old", "", "no number: nothing is guessed"),
    ],
)
def test_age_as_spoken(text: str, band: str, reason: str) -> None:
    """Ages are read as people say them."""
    assert age_band(text, 5) == band, reason


@pytest.mark.parametrize(
    ("text", "season", "year", "decade"),
    [
        ("the fourteenth of March 2019", "spring 2019", "2019", "2010s"),
        ("nineteen eighty-two", "1982", "1982", "1980s"),
        ("12/05/1962", "spring 1962", "1962", "1960s"),
        ("2019-12-03", "winter 2019", "2019", "2010s"),
        ("fourteenth of the third, fifty-one", "spring", "", ""),
        ("the 3rd of June", "summer", "", ""),
        ("December", "winter", "", ""),
        ("the day", "", "", ""),
    ],
)
def test_dates_in_general(text: str, season: str, year: str, decade: str) -> None:
    """A date says its season and year as far as they are certain; two figures are no year."""
    found = [time_of(text, level) for level in ("season", "year", "decade")]
    assert found == [season, year, decade]


@pytest.mark.parametrize(
    ("text", "kind", "region"),
    [
        ("Milton Keynes", "city", "city, South East"),
        ("Stoke on Trent", "city", "city, West Midlands"),
        ("Northumberland", "county", "county, North East"),
        ("Peckham", "district", "district, London"),
        ("Newport", "", ""),
        ("42 Larkfield Close", "street", "street"),
        ("Zedby", "", ""),
    ],
)
def test_places_in_general(text: str, kind: str, region: str) -> None:
    """Known places have kind and region; a name of several places, or an unknown one, has none."""
    assert (place(text, with_region=False), place(text, with_region=True)) == (kind, region)


def test_no_place_lies_in_two_regions() -> None:
    """No name is listed twice, so that a region is never a matter of order."""
    assert len(known_places()) > 600
    regions = {region for _, region in known_places().values()}
    assert len(regions) == 13  # nine of England, three nations, Ireland


@pytest.mark.parametrize(
    ("category", "text", "detail"),
    [
        ("ORGANISATION", "Zedby Primary School", "school"),
        ("ORGANISATION", "the Marr practice", "surgery"),
        ("ORGANISATION", "Zedbank", ""),
        ("ROLE", "chair of the Zedby Carers' Forum", "office holder"),
        ("ROLE", "head of housing for Zedshire", "senior manager"),
        ("PERSON", "Marr", ""),
        ("PHONE", "01632 960001", ""),
    ],
)
def test_kinds_by_their_heads(category: str, text: str, detail: str) -> None:
    """Bodies and posts are told by the word that heads them; direct identifiers say nothing."""
    assert Policy(LEVELS).detail(category, text) == detail


@pytest.mark.parametrize("category", list(LEVELS))
def test_nothing_is_said_by_default(category: str) -> None:
    """Without a policy a tag has its number and nothing more."""
    assert Policy().detail(category, "82, Leeds surgery, director, March 2019") == ""
