"""Identifiers by their form: what is found, what is left, and why."""

import pytest

from verbatim.deidentify.ages import ages
from verbatim.deidentify.checked import nhs_valid
from verbatim.deidentify.dates import dates
from verbatim.deidentify.mention import longest
from verbatim.deidentify.patterns import patterns
from verbatim.deidentify.words import Passage


def found(text: str, before: str = "") -> list[tuple[str, str]]:
    """What the pattern layer finds: category and text."""
    passage = Passage(text, before)
    mentions = longest([*patterns(passage), *dates(passage), *ages(passage)], text)
    return [(one.category, text[one.start : one.end]) for one in mentions]


CASES = [
    ("Ring 0161 496 0123 first", [("PHONE", "0161 496 0123")], "landline"),
    ("or +44 7911 123456.", [("PHONE", "+44 7911 123456")], "with the country"),
    ("(0191) 498 0456", [("PHONE", "(0191) 498 0456")], "area in brackets"),
    (
        "It's oh one one four, four nine six, oh one double three, ask for me.",
        [("PHONE", "oh one one four, four nine six, oh one double three")],
        "spoken landline",
    ),
    ("oh seven nine one one, hang on", [("PHONE", "oh seven nine one one")], "only its beginning"),
    ("one two three four five six, off we go", [], "counting"),
    ("about two thousand three hundred people", [], "an amount"),
    ("call one one one or nine nine nine", [], "services that everybody shares"),
    ("lee.ward@example.org, please", [("EMAIL", "lee.ward@example.org")], "written address"),
    (
        "It's lee dot ward at north trust dot example dot org.",
        [("EMAIL", "lee dot ward at north trust dot example dot org")],
        "spoken address, domain of two words",
    ),
    ("I was at work at ten", [], "at without an address"),
    ("M14 5RW is the code", [("POSTCODE", "M14 5RW")], "postcode"),
    ("It's S W one A, two A A.", [("POSTCODE", "S W one A, two A A")], "spelt postcode"),
    ("put BD four, six Q Z on it", [("POSTCODE", "BD four, six Q Z")], "half spelt postcode"),
    ("up the A1 to junction 9", [], "a road number"),
    ("bear with me one second", [], "no postcode"),
    ("NHS number 943 476 5919", [("NHS_NUMBER", "943 476 5919")], "check digit right"),
    ("4010232137 on the letter", [("NHS_NUMBER", "4010232137")], "check digit right, no blanks"),
    (
        "nine four three, four seven six, five nine one nine",
        [("NHS_NUMBER", "nine four three, four seven six, five nine one nine")],
        "spoken NHS number",
    ),
    ("it said 943 476 5918 there", [("REFERENCE", "943 476 5918")], "check digit wrong"),
    ("AB 12 34 56 C", [("REFERENCE", "AB 12 34 56 C")], "national insurance number"),
    ("his LV19 KXB outside", [("REFERENCE", "LV19 KXB")], "number plate"),
    ("case 40718 was closed", [("REFERENCE", "case 40718")], "numbered case"),
    ("it's ASC/2021/0045, the file", [("REFERENCE", "ASC/2021/0045")], "reference with strokes"),
    ("KT-20931 it said", [("REFERENCE", "KT-20931")], "reference with a hyphen"),
    ("she's in room 12 now", [("REFERENCE", "room 12")], "room"),
    ("from Ward 7 to ward 12", [("REFERENCE", "Ward 7"), ("REFERENCE", "ward 12")], "wards"),
    ("on the ward 12 hours", [], "no ward's number"),
    ("holding 48/211/0076, he said", [("REFERENCE", "48/211/0076")], "number of a farm holding"),
    ("ring extension 4417 first", [("PHONE", "extension 4417")], "inside a telephone system"),
    ("on extension two two oh nine.", [("PHONE", "extension two two oh nine")], "the same, spoken"),
    ("an extension 2000 pounds dearer", [], "a building"),
    (
        "Two girls, they're nine, seven and 14.",
        [("AGE", "nine"), ("AGE", "seven"), ("AGE", "14")],
        "ages of several",
    ),
    ("they're two and three times as big", [], "no ages"),
    ("Effie's ninety-one.", [("AGE", "ninety-one")], "of a name that opens"),
    ("That's ninety-one. Monday's 70.", [], "of a thing, of a day"),
    ("he was five months, poor mite", [("AGE", "five months")], "of a baby"),
    ("he was five months in hospital", [], "how long"),
    ("open 24/7 since covid-19", [], "shared codes"),
    ("2019/20 was hard", [], "a financial year is no reference"),
    ("M, O, I, R, A, people forget", [("PERSON", "M, O, I, R, A")], "a name spelt out"),
    ("score it A, B, C or D", [], "the alphabet"),
    ("I, I, I don't know", [], "a stammer"),
    ("on the 3rd of June", [("DATE", "the 3rd of June")], "day and month"),
    ("on 14 May 2019 we", [("DATE", "14 May 2019")], "full date"),
    ("in June 2019", [("DATE", "June 2019")], "month and year"),
    ("January of 2018", [("DATE", "January of 2018")], "month of year"),
    ("since 1991, really", [("DATE", "1991")], "year"),
    ("born 03/05/41", [("DATE", "03/05/41")], "figures"),
    (
        "the sixteenth of May, nineteen, eighty two",
        [("DATE", "the sixteenth of May, nineteen, eighty two")],
        "spoken date of birth",
    ),
    (
        "born on the third of the fourth fifty-eight",
        [("DATE", "the third of the fourth fifty-eight")],
        "spoken in ordinals",
    ),
    ("in nineteen sixty-four", [("DATE", "nineteen sixty-four")], "spoken year"),
    ("fifth of April, uh, nineteen sixty", [("DATE", "fifth of April, uh, nineteen sixty")], "uh"),
    ("on Tuesday, in March, at Easter, in the nineties", [], "vague times"),
    ("2000 people and £2013", [], "amounts"),
    ("two may be enough", [], "may in lower case is no month"),
    ("I'm fifty-nine, I work", [("AGE", "fifty-nine")], "I'm"),
    ("He was 84 when he died", [("AGE", "84")], "figures"),
    ("an eighty-year-old man", [("AGE", "eighty-year-old")], "year-old"),
    ("Mrs Ames, ninety-one, lived there", [("AGE", "ninety-one")], "behind a name"),
    ("a woman of eighty-seven on her own", [("AGE", "eighty-seven")], "a woman of"),
    ("aged 81", [("AGE", "81")], "aged"),
    ("There was Mr Ames. Eighty-six, heart failure.", [("AGE", "Eighty-six")], "on its own"),
    ("in her eighties, over eighty", [], "vague ages"),
    ("it's forty, there were sixty of them", [], "no person"),
    ("I'm two years qualified", [], "a number of years"),
    ("She's one of the best", [], "one of"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES, ids=[row[2] for row in CASES])
def test_pattern(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    """Identifiers are found by form, whole, and look-alikes are left."""
    assert found(text) == expected, reason


def test_answer_to_a_question_of_age() -> None:
    """A bare number is an age where age was asked for, and else is not."""
    assert found("Seventy-two.", before="And how old are you?") == [("AGE", "Seventy-two")]
    assert found("Seventy-two.", before="How many visits was it?") == []


VALID = ["943 476 5919", "401 023 2137", "221 395 1837", "003 269 8674"]
"""NHS Data Dictionary's example, and those of Presidio's tests of its NHS recogniser."""


@pytest.mark.parametrize("number", VALID)
def test_nhs_check_digit(number: str) -> None:
    """Published valid numbers pass; with any other last digit they fail."""
    plain = number.replace(" ", "")
    assert nhs_valid(plain)
    others = {str(digit) for digit in range(10)} - {plain[-1]}
    assert not any(nhs_valid(plain[:-1] + digit) for digit in others)
    assert not nhs_valid("1111111111")
