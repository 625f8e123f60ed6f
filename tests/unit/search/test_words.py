"""Which words are ordinary, which names distinctive, and in which forms they are searched for."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.register import Ticket
from verbatim.search import forms
from verbatim.search.forms import Phrase
from verbatim.search.match import Seeker
from verbatim.search.names import Names, Public, gather
from verbatim.search.words import distinctive, fold, ordinary, tokens

ORDINARY = [
    "will",
    "may",
    "mark",
    "reading",
    "bath",
    "grant",
    "hope",
    "rose",
    "grace",
    "faith",
    "young",
    "page",
    "dawn",
    "joy",
    "king",
    "green",
    "hall",
    "14",
    "x",
]
DISTINCTIVE = [
    "agnieszka",
    "siobhan",
    "olusegun",
    "priya",
    "sarah",
    "john",
    "helen",
    "okafor",
    "margaret",
    "bhattacharya",
    "wrona",
    "featherstonehaugh",
]


@pytest.mark.parametrize("word", ORDINARY)
def test_ordinary_words_point_at_nobody(word: str) -> None:
    """What people say without meaning anybody is ordinary, whoever is also called so."""
    assert ordinary(word)
    assert not distinctive(word)


@pytest.mark.parametrize("word", DISTINCTIVE)
def test_names_are_distinctive(word: str) -> None:
    """Names that are no ordinary words point at somebody, by themselves."""
    assert distinctive(word)


@pytest.mark.parametrize(
    "word", ["bev", "jo", "li", "wilson", "krippendorff", "parkinson", "snakemake"]
)
def test_short_names_and_cited_authors_do_not(word: str) -> None:
    """Three letters are too few; authors of methods and names of diseases are printed anyhow."""
    assert not distinctive(word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gráinne", "grainne"),  # accent
        ("Gra\u0301inne", "grainne"),  # accent as a mark of its own
        ("STANISŁAW", "stanislaw"),  # letter with a stroke
        ("Strauß", "strauss"),  # one letter becomes two
        ("O\u2060Neill", "oneill"),  # invisible character
        ("ﬁona", "fiona"),  # ligature, as PDF has them
    ],
)
def test_folding(text: str, expected: str) -> None:
    """Case, accents, ligatures and invisible characters make no difference."""
    assert fold(text) == expected


@given(st.text())
@settings(max_examples=200)
def test_folding_twice_is_folding_once(text: str) -> None:
    """Folded words stay as they are when folded again, so both sides of a search are alike."""
    assert tokens(" ".join(tokens(text))) == tokens(text)


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        (
            "Agnieszka Wrona",
            {("Agnieszka",), ("Wrona",), ("Agnieszka", "Wrona"), ("AgnieszkaWrona",)},
        ),
        ("Bob Hope", {("Bob", "Hope")}),  # both ordinary: together only
        ("Mrs Okafor", {("Okafor",)}),  # a title is no name
        ("Okafor's", {("Okafor",)}),  # nor is a genitive
        ("Will", set()),  # an ordinary word
        ("B", set()),  # a letter
        ("B. J.", set()),  # two letters
    ],
)
def test_forms_of_a_person(surface: str, expected: set[tuple[str, ...]]) -> None:
    """The whole name, each part that is distinctive, and both in one word."""
    got = set(forms.of_person(surface))
    if surface == "Bob Hope":
        got -= {("BobHope",)}  # Bob is met less often than ordinary words are
    assert got == expected


@pytest.mark.parametrize(
    ("surface", "kind", "expected"),
    [
        ("INC-2020-3317", "REFERENCE", ("INC", "2020", "3317")),
        ("tenancy OX-5582", "REFERENCE", ("OX", "5582")),
        ("NE65 4QX", "POSTCODE", ("NE654QX",)),
        ("l.beynon@example.org", "EMAIL", ("l", "beynon", "example", "org")),
        ("l dot beynon at example dot org", "EMAIL", ("l", "beynon", "example", "org")),
        (
            "oh seven seven double oh, nine hundred",
            "PHONE",
            ("oh", "seven", "seven", "double", "oh", "nine", "hundred"),
        ),
    ],
)
def test_forms_of_numbers_and_addresses(surface: str, kind: str, expected: tuple[str, ...]) -> None:
    """References, postcodes and addresses are searched for as they may be written elsewhere."""
    assert expected in set(forms.of_other(surface, kind))


def test_postcode_that_is_none() -> None:
    """A word that was taken for a postcode by mistake is not searched for in every file."""
    assert list(forms.of_other("Only", "POSTCODE")) == []


@pytest.mark.parametrize(
    "surface", ["bed four", "room 14", "number six", "flat 2", "number nineteen"]
)
def test_reference_of_ordinary_words_is_not_searched_for(surface: str) -> None:
    """A room or a bed points at somebody in its place only."""
    assert list(forms.of_other(surface, "REFERENCE")) == []


@pytest.mark.parametrize(
    "label",
    [
        "Interviewer",
        "Participant",
        "Speaker 1",
        "SPEAKER_00",
        "I",
        "R",
        "INT",
        "P07",
        "Guest",
        "Interviewer 2",
        "Quality",
    ],
)
def test_generic_labels_point_at_nobody(label: str) -> None:
    """Labels that say what somebody does, or the id, are not searched for."""
    assert list(forms.of_label(label, "P07")) == []


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Devonte (Housing)", ("Devonte",)),
        ("Cllr Zuleika Charlton", ("Zuleika", "Charlton")),
        ("Zuleika (iPad)", ("Zuleika",)),
    ],
)
def test_telling_labels(label: str, expected: tuple[str, ...]) -> None:
    """Labels that name somebody are searched for, without title and device."""
    got = set(forms.of_label(label, "P07"))
    assert expected in got
    assert ("iPad",) not in got


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("P07.docx", set()),
        ("P38.docx", set()),
        ("Interview 3 (final).docx", set()),
        ("transcript_P07_v2.vtt", set()),
        ("Bath.docx", {("Bath", "docx")}),
        (
            "Len Bishop 01.07.20.txt",
            {
                ("Len", "Bishop", "01", "07", "20", "txt"),
                ("Len", "Bishop", "01", "07", "20"),
                ("Len", "Bishop"),
            },
        ),
    ],
)
def test_file_names(file: str, expected: set[tuple[str, ...]]) -> None:
    """A telling file name is searched for whole, and so is the name in it; a generic one is not."""
    assert set(forms.of_file(file, "P07")) == expected


def gathered(public: Public = Public()) -> Names:  # noqa: B008  it cannot be changed
    """Names of a study of two participants."""
    columns = ["interview", "segment", "start", "end", "category", "text", "status"]
    rows = [
        ("P01", 1, 0, 1, "PERSON", "Agnieszka Wrona", "replaced"),
        ("P01", 1, 0, 1, "PERSON", "Nowak", "kept"),
        ("P01", 1, 0, 1, "LOCATION", "Kirkcaldy", "replaced"),
        ("P01", 1, 0, 1, "PHONE", "01632 960 555", "replaced"),
    ]
    roster = pd.DataFrame(
        [("Nowak", "PERSON"), ("Zuleika", "PERSON"), ("Kelso", "LOCATION")],
        columns=["name", "category"],
    )
    people = pd.DataFrame(
        {
            "participant": ["PART0001", "PART0002"],
            "consent_quote": ["yes", "no"],
            "mail": ["w@example.org", ""],
            "school": ["Ysgol Glantwymyn", "Ysgol Glantwymyn"],
            "ward": ["Intensive care", "Head of podiatry at the infirmary"],
        }
    )
    ticket = Ticket("P01", "P01.txt", "0", ("I",), ("Squirrelina",), ("P01",), ())
    identifiers = pd.DataFrame(rows, columns=columns)
    return gather(identifiers, [ticket], roster, people, public)


def test_what_is_gathered() -> None:
    """Replaced, direct, distinctive: not what people kept, not places, not what several share."""
    names = gathered()

    assert {("agnieszka", "wrona"), ("wrona",), ("zuleika",), ("squirrelina",)} <= names.folded()
    assert ("w", "example", "org") in names.folded()
    assert names.numbers == {"1632960555": "PHONE"}
    assert ("head", "of", "podiatry", "at", "the", "infirmary") in names.folded()
    assert ("intensive", "care") not in names.folded()  # whoever works near one says so
    flat = {word for phrase in names.folded() for word in phrase}
    assert not flat & {"nowak", "kirkcaldy", "kelso", "part0001", "glantwymyn"}


WRONA = {("wrona",), ("agnieszka", "wrona")}


@pytest.mark.parametrize(
    ("public", "passes", "searched"),
    [
        # An author, or a word of the policy's own, may be named.
        (Public(anybody=("Agnieszka Wrona, University",)), WRONA, {("squirrelina",)}),
        # A published value is let pass where nobody is called so in an interview.
        (Public(values=("Squirrelina ward",)), {("squirrelina",)}, WRONA),
        (Public(values=("Wrona ward",)), set(), WRONA),
        # A word of the codebook's is no label; a name in the codebook or title is a name.
        (Public(prose=("of squirrelina",)), {("squirrelina",)}, WRONA),
        (Public(prose=("of Squirrelina and Agnieszka Wrona",)), set(), WRONA | {("squirrelina",)}),
        (Public(prose=("of wrona",)), set(), WRONA),
    ],
)
def test_what_the_study_publishes_is_no_secret(
    public: Public, passes: set[Phrase], searched: set[Phrase]
) -> None:
    """Each public text lets pass what it may and no person's name besides."""
    names = gathered(public).folded()

    assert not passes & names
    assert searched <= names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by Bishop", True),
        ("by BISHOP", True),
        ("a bishop", False),  # the word, not the name
        ("Bishopsgate", False),
    ],
)
def test_listed_names_need_capitals(text: str, expected: bool) -> None:
    """A name that dictionaries list too is met only as names are written."""
    names = Names()
    names.put(("Bishop",), "PERSON")

    assert bool(Seeker(names).hits(text)) is expected


def test_many_texts_are_searched_fast() -> None:
    """Three megabytes against a thousand names in under two seconds, on one core."""
    import time  # noqa: PLC0415

    names = Names({(f"name{number}q", "of"): "PERSON" for number in range(1000)})
    text = "the name of the rose was 12.5 and 13.6 said nobody at all " * 52_000
    start = time.process_time()
    assert Seeker(names).hits(text) == set()
    assert time.process_time() - start < 2
