"""Paragraphs of a corrected transcript are recognised, whatever was done to those around them."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.ingest.align import Alignment, Paragraph, align

WORDS = ("oak", "ash", "elm", "fir", "yew", "bay", "box", "fig", "hop", "ivy", "nut", "pea", "rye")
EDITS = ("insert", "delete", "change", "split", "merge")


def paragraph(number: int) -> str:
    """A paragraph like no other: its words say its number."""
    return " ".join(f"{word}{number}" for word in WORDS[:10]) + "."


def aligned(old: list[str], new: list[str]) -> Alignment:
    """Align texts of one speaker."""
    return align([Paragraph("A", text) for text in old], [Paragraph("A", text) for text in new])


def edited(
    old: list[str], script: list[tuple[str, int]]
) -> tuple[list[tuple[str, int | None]], set[int]]:
    """Do to a text what a script says; give each paragraph with the one that it was, untouched."""
    text: list[tuple[str, int | None]] = [(one, at) for at, one in enumerate(old)]
    for number, (edit, place) in enumerate(script):
        at = place % len(text) if text else 0
        here = text[at][0] if text else ""
        if edit == "insert" or not text:
            text.insert(at, (paragraph(1000 + number), None))
        elif edit == "delete":
            del text[at]
        elif edit == "change":
            text[at] = (f"new{number} " + here, None)
        elif edit == "split":
            half = len(here) // 2
            text[at : at + 1] = [(f"{here[:half]} one{number}", None), (here[half:] + "!", None)]
        elif at + 1 < len(text):
            text[at : at + 2] = [(f"{here} {text[at + 1][0]}", None)]
    return text, {at for _, at in text if at is not None}


scripts = st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 60)), max_size=12)


@settings(max_examples=30, deadline=None)
@given(script=scripts, length=st.integers(1, 30), filler=st.booleans())
def test_untouched_paragraphs_are_recognised(
    script: list[tuple[str, int]], length: int, filler: bool
) -> None:
    """Whatever is inserted, deleted, changed, split or merged, the rest is what it was.

    A short answer that is given often, as "Mm.", is only asked to be one of its kind.
    """
    old = ["Mm." if filler and at % 3 == 1 else paragraph(at) for at in range(length)]
    new, _ = edited(old, script)
    found = aligned(old, [text for text, _ in new])

    assert len(set(found.before.values())) == len(found.before)
    assert not found.moved
    for at, (text, was) in enumerate(new):
        if was is not None and text != "Mm.":
            assert found.before[at] == was


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(["Yes.", "No.", "Mm.", "…"]), max_size=30))
def test_the_same_text_is_the_same(texts: list[str]) -> None:
    """A text is aligned with itself place by place, however often its paragraphs come back."""
    assert aligned(texts, texts) == Alignment({at: at for at in range(len(texts))}, frozenset())


LONG = [paragraph(at) for at in range(4)]


@pytest.mark.parametrize(
    ("old", "new", "before", "why"),
    [
        ("abc", ["A, b."], {0: 0}, "case and marks"),
        (LONG[0], [LONG[0].replace("oak0", "oaks")], {0: 0}, "a word corrected"),
        (LONG[0], [LONG[0][:40], LONG[0][41:]], {0: 0}, "split: the longer part is the old one"),
        (f"{LONG[0]}|{LONG[1]}", [f"{LONG[0]} x {LONG[1]}"], {0: 0}, "merged: one goes on"),
        ("a b|Leeds|c d", ["a b", "York", "c d"], {0: 0, 1: 1, 2: 2}, "rewritten in its place"),
        ("a b|Leeds", ["c d", "York"], {}, "another text altogether"),
        ("我们在田里种树|他来了", ["我們在田里种树", "他来了"], {0: 0, 1: 1}, "signs are words"),
    ],
)
def test_changed_paragraphs(old: str, new: list[str], before: dict[int, int], why: str) -> None:
    """A changed paragraph is the one that it was as long as half of its words are."""
    old_texts = old.replace("abc", "a b").split("|")
    assert aligned(old_texts, new).before == before, why


def test_moved_paragraphs() -> None:
    """A long paragraph is recognised where it was moved to; a short answer could be any."""
    old = [*LONG, "Yes, I do."]
    found = aligned(old, ["Yes, I do.", LONG[3], LONG[0], LONG[1], LONG[2]])
    assert found.before == {1: 3, 2: 0, 3: 1, 4: 2}
    assert found.moved == {1}


def test_another_speaker_in_the_place_is_another_paragraph() -> None:
    """What stands in the place of a paragraph is not it if somebody else says it."""
    old = [Paragraph("A", "a b"), Paragraph("B", "Leeds"), Paragraph("A", "c d")]
    new = [Paragraph("A", "a b"), Paragraph("C", "York"), Paragraph("A", "c d")]
    assert align(old, new).before == {0: 0, 2: 2}


def test_long_transcripts_take_seconds() -> None:
    """Of 100,000 words all corrected in each paragraph, every paragraph is recognised, in 3 s."""
    talk = [" ".join(f"{word}{at % 97}" for word in WORDS) + f" a{at}" for at in range(6_000)]
    begun = process_time()
    found = aligned(talk, [text.replace("oak", "oaks") for text in talk])
    assert process_time() - begun < 3
    assert found.before == {at: at for at in range(len(talk))}
