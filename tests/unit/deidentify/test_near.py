"""The second pass: what is nearly a replaced name, and where it was said."""

import pandas as pd
import pytest

from verbatim.deidentify.near import Index, near
from verbatim.deidentify.replace import replaced
from verbatim.deidentify.second_pass import SecondPass
from verbatim.tables.deidentify import Identifiers
from verbatim.tables.ingest import Segments


def key(*rows: tuple[str, int, int, str, str, str]) -> pd.DataFrame:
    """Identifiers: interview, segment, start, text, status, who decided."""
    full = [
        (interview, segment, start, start + len(text), "PERSON", text, "cue", status, by, "x", tag)
        for at, (interview, segment, start, text, status, by) in enumerate(rows, start=1)
        for tag in [f"PERSON {at}" if status == "replaced" else ""]
    ]
    return pd.DataFrame(full, columns=Identifiers.column_names())


def segments(*texts: str) -> pd.DataFrame:
    """Segments of P01."""
    rows = [{"interview": "P01", "segment": at, "text": one} for at, one in enumerate(texts, 1)]
    return pd.DataFrame(rows).reindex(columns=Segments.column_names())


KNOWN = key(("P01", 1, 0, "Zedkin Marr", "replaced", "program"))


@pytest.mark.parametrize(
    ("word", "found", "why"),
    [
        ("Zedkim", ("zedkin", "letter"), "another letter"),
        ("zedkn", ("zedkin", "letter"), "a letter less, in lower case"),
        ("Zekdin", ("zedkin", "letter"), "two letters changed about"),
        ("Zehdkinn", ("zedkin", "sound"), "the same sound"),
        ("zehdkinn", None, "a sound alone tells nothing of a word in lower case"),
        ("Zedkin", None, "the name itself is another search's"),
        ("Mark", None, "near a name of four letters, and an English word"),
        ("Zedkins", ("zedkin", "letter"), "a plural"),
        ("Kitchen", None, "another word"),
    ],
)
def test_nearest(word: str, found: tuple[str, str] | None, why: str) -> None:
    """A word is near a distinctive name by one letter or by its sound; English words are not."""
    assert Index.of(KNOWN).nearest(word) == found, why


def test_places_are_those_of_speech() -> None:
    """Positions behind a tag lead to the words as spoken; tags themselves are not looked at."""
    spoken = segments("Zedkin Marr met Zedkim.", "We saw Zedkim’s dog, hasn't he.")
    public, offsets = replaced(spoken, KNOWN)
    found = near(public, KNOWN, offsets, Index.of(KNOWN))
    texts = spoken.set_index("segment")["text"]
    assert [texts[row.segment][row.start : row.end] for row in found.itertuples()] == [
        "Zedkim",
        "Zedkim",
    ]
    assert public["text"][0] == "[PERSON 1] met Zedkim."


@pytest.mark.parametrize("by", ["decision", "checked sample"])
def test_answered_words_are_left_alone(by: str) -> None:
    """What people decided to keep is not asked again, nor a checked interview."""
    known = key(
        ("P01", 1, 0, "Zedkin Marr", "replaced", "program"),
        ("P01", 1, 16, "Zedkim", "kept", by),
    )
    public, offsets = replaced(segments("Zedkin Marr met Zedkim."), known)
    assert near(public, known, offsets, Index.of(known)).empty


@pytest.mark.parametrize("left", ["Zedkin", "ZEDKIN", "zedkin", "Zédkin", "Zedkin Marr"])
def test_a_name_left_is_warned_of(left: str, caplog: pytest.LogCaptureFixture) -> None:
    """A replaced name that stands elsewhere in its interview, in any writing, is counted."""
    public, offsets = replaced(segments("Zedkin Marr.", f"I saw {left} there."), KNOWN)
    second = SecondPass(KNOWN)
    second.look(public, offsets)
    second.near()
    assert "in 1 segments a word still stands" in caplog.text
    assert left not in caplog.text


def test_what_is_near_does_not_stop(caplog: pytest.LogCaptureFixture) -> None:
    """Near matches are counted in a warning that names nobody."""
    public, offsets = replaced(segments("Zedkin Marr.", "I saw Zedkim there."), KNOWN)
    second = SecondPass(KNOWN)
    second.look(public, offsets)
    assert len(second.near()) == 1
    assert "1 word outside tags is nearly a name" in caplog.text
    assert "edki" not in caplog.text
