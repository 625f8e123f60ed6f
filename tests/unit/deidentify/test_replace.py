"""Replacing: only the identifiers change, and every position leads back."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.deidentify.replace import replaced, replaced_text, replacements, spoken_text
from verbatim.tables.deidentify import Identifiers, Offsets, Replacements

IDENTIFIERS = Identifiers.column_names()


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str, str]]]:
    """A text, tags and all, and spans in it that do not overlap."""
    text = draw(st.text(st.sampled_from("Ann 😀é[]PERSON 1"), min_size=1, max_size=40))
    cuts = draw(st.sets(st.integers(0, len(text)), max_size=8).map(sorted))
    spans = [
        (start, end, text[start:end], f"PERSON {number}")
        for number, (start, end) in enumerate(zip(cuts[::2], cuts[1::2], strict=False), start=1)
    ]
    return text, spans


@settings(max_examples=200, deadline=None)
@given(texts_with_spans())
def test_way_back(case: tuple[str, list[tuple[int, int, str, str]]]) -> None:
    """With the offsets the public text leads back to the spoken text exactly."""
    text, spans = case
    public, places = replaced_text(text, spans)
    assert spoken_text(public, places, [said for _, _, said, _ in spans]) == text
    for (start, end, _, tag), (begin, stop, tag_start, tag_end) in zip(spans, places, strict=True):
        assert (begin, stop) == (start, end)
        assert public[tag_start:tag_end] == f"[{tag}]"
    kept = text
    for start, end, _, _ in reversed(spans):
        kept = kept[:start] + kept[end:]
    for _, _, tag_start, tag_end in reversed(places):
        public = public[:tag_start] + public[tag_end:]
    assert public == kept


@pytest.mark.parametrize(
    ("spans", "reason"),
    [
        ([(0, 3, "Bob", "PERSON 1")], "another text stands there"),
        ([(0, 9, "Ann and Ben", "PERSON 1")], "past the end"),
        ([(0, 3, "Ann", "PERSON 1"), (2, 5, "n a", "PERSON 2")], "two overlap"),
    ],
)
def test_misplaced_identifier(spans: list[tuple[int, int, str, str]], reason: str) -> None:
    """An identifier that does not stand where it should is never replaced in silence."""
    with pytest.raises(ValueError, match="identifier"):
        replaced_text("Ann a", spans)


def rows(*tuples: tuple[object, ...]) -> pd.DataFrame:
    """Make rows of Identifiers."""
    return pd.DataFrame(tuples, columns=IDENTIFIERS)


KEY = rows(
    ("P01", 1, 6, 9, "PERSON", "Ann", "cue", "replaced", "program", "ann", "PERSON 1"),
    ("P01", 2, 0, 3, "PERSON", "Ben", "", "replaced", "decision", "ben", "PERSON 2"),
    ("P01", 2, 8, 12, "LOCATION", "York", "cue", "kept", "decision", "york", ""),
    ("P02", 1, 0, 3, "PERSON", "Eve", "cue", "replaced", "program", "eve", "PERSON 1"),
)


def test_segments_and_offsets() -> None:
    """Texts change where something was replaced, in this batch; what was kept stays."""
    segments = pd.DataFrame(
        {"interview": ["P01", "P01"], "segment": [1, 2], "text": ["Hello Ann.", "Ben, of York"]}
    )
    public, offsets = replaced(segments, KEY)
    assert list(public["text"]) == ["Hello [PERSON 1].", "[PERSON 2], of York"]
    assert list(segments["text"]) == ["Hello Ann.", "Ben, of York"]
    assert offsets.to_numpy().tolist() == [["P01", 1, 6, 9, 6, 16], ["P01", 2, 0, 3, 0, 10]]
    Offsets.validate(offsets)


def test_identifier_in_no_segment() -> None:
    """An identifier of an unknown segment is a bug and not passed over."""
    segments = pd.DataFrame({"interview": ["P01"], "segment": [1], "text": ["Hello Ann."]})
    with pytest.raises(ValueError, match="1 segments"):
        replaced(segments, KEY)


def test_counts() -> None:
    """Counts per interview and category: replaced, by people alone, kept."""
    counted = Replacements.validate(replacements(KEY))
    assert counted.to_numpy().tolist() == [
        ["P01", "LOCATION", 0, 0, 1],
        ["P01", "PERSON", 2, 1, 0],
        ["P02", "PERSON", 1, 0, 0],
    ]
    assert len(replacements(KEY.iloc[:0])) == 0
