"""Codes dictated by anybody are found whole, whatever the groups, letters, pauses and slips."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.deidentify.checked import nhs_valid
from verbatim.deidentify.codes import ALPHABET, AREAS
from verbatim.deidentify.layers import Interview, run_layers
from verbatim.deidentify.mails import mails
from verbatim.deidentify.mention import Mention, longest
from verbatim.deidentify.patterns import patterns
from verbatim.deidentify.spoken import TENS
from verbatim.deidentify.words import Passage, listed

ONES = listed("oh one two three four five six seven eight nine")
PAUSES = (" ", ", ", ", er, ", ", um, ", "... ", ", then, ", ", hang on, ", ". ")
WORDS = {letter: word for word, letter in ALPHABET.items()}
CARRIERS = ("It's {}.", "she wrote down {} and I checked it", "they always ask, {}, every time.")


def digit_words(draw: st.DrawFn, number: str) -> str:
    """Digits one by one, "double" for two of a kind at times."""
    said, at = [], 0
    while at < len(number):
        twice = number[at : at + 2] == number[at] * 2 and draw(st.booleans())
        said.append(("double " if twice else "") + ONES[int(number[at])])
        at += 1 + twice
    return " ".join(said)


def letter_word(draw: st.DrawFn, letter: str) -> str:
    """A letter, bare or with a word for it."""
    word = WORDS[letter]
    return draw(st.sampled_from((letter, f"{letter} for {word}", f"{letter} for {word.title()}")))


def grouped(draw: st.DrawFn, groups: list[str]) -> str:
    """Groups with a pause, a filler or a slip between them."""
    said = groups[0]
    for group in groups[1:]:
        said += draw(st.sampled_from(PAUSES)) + group
    return said


@st.composite
def telephone(draw: st.DrawFn) -> str:
    """A British number of eleven digits in three groups."""
    number = (
        "0" + draw(st.sampled_from("127")) + draw(st.text("0123456789", min_size=9, max_size=9))
    )
    cut = draw(st.integers(3, 5))
    groups = [number[:cut], number[cut : cut + 3], number[cut + 3 :]]
    return grouped(draw, [digit_words(draw, group) for group in groups])


@st.composite
def health(draw: st.DrawFn) -> str:
    """An NHS number that carries its check digit, said three, three, four."""
    head = draw(st.sampled_from("4679")) + draw(st.text("0123456789", min_size=8, max_size=8))
    valid = [head + check for check in "0123456789" if nhs_valid(head + check)]
    number = valid[0] if valid else "9434765919"
    groups = [number[:3], number[3:6], number[6:]]
    return grouped(draw, [digit_words(draw, group) for group in groups])


@st.composite
def postcode(draw: st.DrawFn) -> str:
    """A postcode with its letters said in whatever way and the district as a number."""
    area = [letter_word(draw, letter) for letter in draw(st.sampled_from(sorted(AREAS)))]
    district = draw(st.integers(1, 9)) + 10 * draw(st.integers(2, 4))
    tens = {value: word for word, value in TENS.items()}
    outward = " ".join([*area, f"{tens[district // 10 * 10]}-{ONES[district % 10]}"])
    unit = [letter_word(draw, draw(st.sampled_from("ABDEFGHJLN"))) for _ in "ab"]
    return grouped(draw, [outward, " ".join([ONES[draw(st.integers(0, 9))], *unit])])


@st.composite
def address(draw: st.DrawFn) -> str:
    """An e-mail address with signs in words, asides about its spelling and a number."""
    part = st.sampled_from(("fenner", "sorrel", "jodie", "q", "linnet", "two four", "ninety"))
    sign = st.sampled_from((" dot ", " underscore ", " hyphen ", ", dot, "))
    local = "sorrel"
    for _ in range(draw(st.integers(0, 2))):
        local += draw(sign) + draw(part)
    local += draw(st.sampled_from(("", ", all one word", ", all lower case", ", that's F-E-N-N")))
    domain = draw(st.sampled_from(("tallpost dot com", "marshmail dot co dot uk", "n h s dot net")))
    return local + draw(st.sampled_from((" at ", ", at, ", " at, er, "))) + domain


def _whole(found: list[Mention], start: int, end: int) -> bool:
    return any(one.start <= start and end <= one.end for one in found)


@settings(max_examples=25, deadline=None)
@given(st.one_of(telephone(), health(), postcode()), st.sampled_from(CARRIERS))
def test_codes_of_any_speaker_are_found_whole(code: str, carrier: str) -> None:
    """Telephone and NHS numbers and postcodes are one mention, pauses and slips inside."""
    text, start = carrier.format(code), carrier.index("{")
    assert _whole(patterns(Passage(text)), start, start + len(code))


@settings(max_examples=40, deadline=None)
@given(address())
def test_addresses_of_any_speaker_are_found_whole(code: str) -> None:
    """An e-mail address reaches from its first word to the end of its domain."""
    text = f"Her email's {code}, write to her."
    assert _whole(list(mails(text)), 12, 12 + len(code))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=3))
def test_counts_are_no_codes(counts: list[int]) -> None:
    """Counts of things, times and money are left, however many stand in one sentence."""
    text = " and ".join(f"{count} chairs at {count} pounds" for count in counts)
    assert not patterns(Passage(f"We bought {text}, about two, three weeks on."))


SENTENCES = [
    ("it's D E one, five J... no, five K L.", "D E one, five J... no, five K L", "a correction"),
    ("log number oh three one of the ninth, they said", "oh three one of the ninth", "a log"),
    ("his plate, K W nineteen, um, T O A, I saw it", "K W nineteen, um, T O A", "a plate"),
    ("she's on bay C, by the door", "bay C", "a bay by its letter"),
    ("up to ward six B, then home", "ward six B", "a ward, number and letter"),
    ("born, ten, six, seventy-five, in Hull", "ten, six, seventy-five", "a birthday in numbers"),
    ("it was the third of, of May, twenty-one.", "the third of, of May, twenty-one", "a lapse"),
    ("since Boxing Day 2018", "Boxing Day 2018", "a feast and its year"),
    ("I left school at fifteen, me", "fifteen", "an age at a step of life"),
    ("my youngest was two, then", "two", "a child's age"),
    ("I'd a three-year-old and a job", "three-year-old", "an age before nothing"),
    ("Gran's just gone eighty, you know", "eighty", "just gone"),
    ("I drove for Pellow Haulage, years", "Pellow Haulage", "a firm"),
    ("we met at Holy Rood Primary, me and him", "Holy Rood Primary", "a school by its saint"),
    ("took it to Trewin and Sons, they", "Trewin and Sons", "partners"),
    ("in the Dog and Partridge, Fridays", "Dog and Partridge", "a public house"),
    ("Doctor Trewin's, over the road", "Doctor Trewin's", "a surgery by its doctor"),
    ("the Somerton and Vale District Council", "Somerton and Vale District Council", "a council"),
    ("eventually. Twenty-seven, er, Beck View.", "Twenty-seven, er, Beck View", "a pause inside"),
    ("he was matron of Pellow Lodge then", "matron of Pellow Lodge", "a post"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected", "reason"), SENTENCES, ids=[row[2] for row in SENTENCES]
)
def test_mentions_are_whole(text: str, expected: str, reason: str) -> None:
    """What identifies is covered to its last word, whatever interrupts it."""
    start = text.index(expected)
    interview = Interview.of([f"Yes, and the rest of it, as I said before, was fine. {text}"])
    shift = len(interview.passages[0].text) - len(text)
    found = longest(run_layers(interview, [])[0], interview.passages[0].text)
    assert _whole(found, start + shift, start + shift + len(expected)), reason


EVERYDAY = [
    ("it took fifteen minutes, three times a day", "durations and counts"),
    ("one, two, three, four, and stop", "counting"),
    ("we lost four three, two one at half time", "scores"),
    ("blood pressure of a hundred and forty over eighty", "a measure"),
    ("there were six of us, one on the door", "people"),
    ("twenty past two, quarter to nine, half six", "times of day"),
    ("the A six nine two was shut and I left at four", "a road and a time"),
    ("in 2019/20 the A and E had COVID", "a year of money"),
]


@pytest.mark.parametrize(("text", "reason"), EVERYDAY, ids=[row[1] for row in EVERYDAY])
def test_everyday_numbers_stay(text: str, reason: str) -> None:
    """Numbers that mean nobody are left."""
    assert not run_layers(Interview.of([text]), [])[0], reason


def test_a_part_said_back_is_found() -> None:
    """The last digits of a number count when the number was said in the turn before."""
    before = "It's oh seven seven double oh, nine hundred, three three one."
    found = patterns(Passage("Three three one. Good memory.", before))
    assert [(one.start, one.end) for one in found] == [(0, 15)]


CASELESS = [
    ("the girl came from grey gannet homecare, on time", "grey gannet homecare"),
    ("i was twenty years at st piran's primary, me", "st piran's primary"),
    ("he took her down to the kidney clinic again", ""),
    ("we kept them in the hen house by the wall", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASELESS)
def test_bodies_without_capitals(text: str, expected: str) -> None:
    """A head tells a body where nobody wrote capitals, unless everyday things have it too."""
    whole = f"well yes that was the way of it and nobody minded very much at all. {text}"
    found = longest(run_layers(Interview.of([whole]), [])[0], whole)
    assert [whole[one.start : one.end] for one in found] == [expected] * bool(expected)
