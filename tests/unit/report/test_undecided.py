"""A word in a chosen quotation that could be a name is shown to a person before it is printed."""

from dataclasses import replace

import pandas as pd
import pytest

from verbatim.report.choice import Choice
from verbatim.report.material import Material
from verbatim.report.passage import Tag
from verbatim.report.undecided import count_in, undecided

HELD = ["interview", "segment", "start", "end", "category", "text", "status"]
AT = ("Q1", 2)


def choice(start: int | None = None, end: int | None = None) -> Choice:
    """A passage of the second segment of Q1."""
    return Choice("", "oak", AT, start, end, "team")


def saying(known: Material, text: str, *tags: Tag) -> Material:
    """The study, with another text in that segment."""
    segment = replace(known.segments[AT], text=text, tags=tags)
    return replace(known, segments={**known.segments, AT: segment})


def held(*rows: tuple[object, ...]) -> pd.DataFrame:
    """Rows of `Identifiers`, as far as they matter."""
    return pd.DataFrame(rows, columns=HELD)


CASES = {
    "a rare word that opens a sentence": ("Marigold does.", ["Marigold"]),
    "a given name that opens one": ("He left. Grace gives up.", ["Grace"]),
    "a common word that opens one": ("Everybody helps. There it is.", []),
    "a capital inside": ("I asked the Trust then.", ["Trust"]),
    "a given name in lower case": ("when grace broke her arm", ["grace"]),
    "a name of the study in lower case": ("and tink did it", ["tink"]),
    "words of the language": ("and will you mark it in May, in English", []),
    "titles and initials": ("Mr and Mrs, the GP, and I", []),
    "a disease that carries a name": ("her Parkinson's", []),
}


@pytest.mark.parametrize(("text", "asked"), CASES.values(), ids=CASES.keys())
def test_what_is_asked(known: Material, text: str, asked: list[str]) -> None:
    """Capitals and given names that nothing explains are asked about, other words are not."""
    names = held(("Q2", 1, 0, 4, "PERSON", "Tink", "replaced"))
    found = undecided([choice()], saying(known, text), names, [])

    assert list(found["text"]) == asked


def test_place_is_that_of_the_text_as_spoken(known: Material) -> None:
    """A row can be handed back as a decision: tags do not move it, and tags are not asked about."""
    # As spoken: "Jo and Marigold came."
    study = saying(known, "[PERSON 1] and Marigold came.", Tag(0, 2, 0, 10))
    found = undecided([choice()], study, held(), [])

    assert found[["start", "end", "text"]].to_numpy().tolist() == [[7, 15, "Marigold"]]


@pytest.mark.parametrize(
    ("start", "end", "number"), [(None, None, 2), (9, None, 1), (0, 8, 1), (3, 9, 0)]
)
def test_only_what_is_quoted_is_asked(
    known: Material, start: int | None, end: int | None, number: int
) -> None:
    """Words beside the passage are nobody's business yet; those in it are counted with it."""
    study = saying(known, "Marigold, Fettler")
    words = undecided([choice(start, end)], study, held(), [])

    assert len(words) == number == count_in(choice(start, end), study, words)
    assert count_in(Choice("", "oak", ("Q1", 3), None, None, ""), study, words) == 0


def test_what_people_decided_is_not_asked_again(known: Material) -> None:
    """Neither a word that somebody declined, nor an interview that somebody read word by word."""
    study = saying(known, "Marigold does.")
    declined = held(("Q1", 2, 0, 8, "PERSON", "Marigold", "kept"))

    assert undecided([choice()], study, declined, []).empty
    assert undecided([choice()], study, held(), ["Q1"]).empty
    assert len(undecided([choice(), choice()], study, held(), ["Q2"])) == 1
