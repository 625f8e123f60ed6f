"""The copy for sharing: inventions in the place of identifiers, and nothing else changed."""

import re

import pandas as pd
import pytest

from verbatim.deidentify.identities import Spoken
from verbatim.deidentify.lexicon import word_lists
from verbatim.deidentify.stand_ins import Cast
from verbatim.deidentify.surrogates import inventions, nhs_number, places, shared
from verbatim.tables.deidentify import Identifiers, Surrogates
from verbatim.tables.ingest import Segments

TEXT = "I'm Zedkin Marr, an only son, of 4 Ames Road. Ring 01632 960123; she was eighty-two."
SPANS = [
    (TEXT.index(text), TEXT.index(text) + len(text), kind, text, identity)
    for kind, text, identity in [
        ("PERSON", "Zedkin Marr", "zedkin marr"),
        ("LOCATION", "4 Ames Road", "4 ames road"),
        ("PHONE", "01632 960123", "01632960123"),
        ("AGE", "eighty-two", "82"),
    ]
]


def decided(spans: list[tuple[int, int, str, str, str]]) -> pd.DataFrame:
    """Rows of Identifiers, all replaced."""
    return pd.DataFrame(
        [
            ("P01", 1, start, end, kind, text, "cue", "replaced", "program", identity, "X 1")
            for start, end, kind, text, identity in spans
        ],
        columns=Identifiers.column_names(),
    )


def spoken(text: str) -> pd.DataFrame:
    """One segment."""
    row = dict.fromkeys(Segments.column_names(), "") | {
        "interview": "P01", "turn": 1, "segment": 1, "text": text
    }  # fmt: skip
    return pd.DataFrame([row])


def test_only_identifiers_change_and_the_table_says_where() -> None:
    """What stands between is as spoken; the table leads to each invention; none is the original."""
    cast = Cast(7)
    cast.hear([TEXT])
    copy, table = shared(spoken(TEXT), decided(SPANS), cast)
    Surrogates.validate(table)
    new = copy["text"].iloc[0]
    assert "[" not in new
    between = re.split("|".join(re.escape(text) for *_, text, _ in SPANS), TEXT)
    at = 0
    for part, row in zip(between, table.to_dict("records"), strict=False):
        assert new[at : row["new_start"]] == part
        assert new[row["new_start"] : row["new_end"]] == row["surrogate"]
        at = row["new_end"]
    assert new[at:] == between[-1]
    words = set(re.findall("[a-z]+", " ".join(table["surrogate"]).lower()))
    assert not words & {"zedkin", "marr", "ames", "eighty"}


def invent(*said: tuple[str, str, str, str], cast: Cast | None = None) -> list[str]:
    """Inventions for mentions: category, text, title, identity."""
    mentions = [Spoken(category, text, title) for category, text, title, _ in said]
    return inventions("P01", [identity for *_, identity in said], mentions, cast or Cast(7))


def test_a_person_keeps_first_and_last_name() -> None:
    """Full name, first name, surname, spelt surname: all of one invented person."""
    full, first, last, spelt, small = invent(
        ("PERSON", "Zoë Marr", "", "z"),
        ("PERSON", "Zoë", "", "z"),
        ("PERSON", "Marr", "dr", "z"),
        ("PERSON", "M-A-R-R", "", "z"),
        ("PERSON", "zoë", "", "z"),
    )
    assert full == f"{first} {last}"
    assert spelt == "-".join(last.upper())
    assert small == first.lower()


def nhs_numbers_are_of_the_ranges_kept_for_fiction_and_tests() -> None:
    """Ofcom's drama numbers, ZZ99 postcodes, example.org (RFC 2606), NHS numbers from 999."""
    phone, code, mail, nhs = invent(
        ("PHONE", "oh seven double oh nine", "", "a"),
        ("POSTCODE", "NE1 4LP", "", "b"),
        ("EMAIL", "z dot marr at x dot uk", "", "c"),
        ("NHS_NUMBER", "943 476 5919", "", "d"),
    )
    assert re.fullmatch(r"07700 900\d{3}", phone)
    assert code.startswith("ZZ99 ")
    assert mail.endswith("@example.org")
    assert nhs.startswith("999 ")


@pytest.mark.parametrize("number", range(25))
def test_check_digit(number: int) -> None:
    """NHS Data Dictionary: with weights 10 to 1 the sum is a multiple of 11."""
    digits = [int(digit) for digit in nhs_number(number) if digit.isdigit()]
    assert len(digits) == 10
    weighted = sum(digit * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True))
    assert weighted % 11 == 0


@pytest.mark.parametrize(
    ("text", "form"),
    [("AB12 CDE", r"[A-Z]{2}\d{2} [A-Z]{3}"), ("Ward 7", r"Ward \d"), ("bed twelve", r"bed \d+")],
)
def test_references_keep_their_form(text: str, form: str) -> None:
    """Figures become figures, letters of codes letters; what was said in words, a number."""
    (new,) = invent(("REFERENCE", text, "", "r"))
    assert re.fullmatch(form, new)
    assert new != text


def test_years_of_an_interview_move_together() -> None:
    """The span between two years stays, as the notes behind an interview need it."""
    early, late = invent(("DATE", "1991", "", "a"), ("DATE", "the 3rd of March 2004", "", "b"))
    assert int(late[-4:]) - int(early) == 13
    assert "March" in late
    assert early != "1991"


def test_invented_places_are_none_that_the_program_knows() -> None:
    """Names of places are made up: no listed town is among them, and there are enough."""
    assert len(places()) > 250
    assert not {name.lower() for name in places()} & word_lists()["towns"]
