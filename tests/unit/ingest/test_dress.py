"""Labels between rare signs, with numbers, and several in one line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.ingest.labels import Speaker, key
from verbatim.ingest.readers import read_source
from verbatim.ingest.speech import speech
from verbatim.ingest.voices import heard

LABELS = ("INT", "R")
LAYOUTS = {
    "*I* t": lambda at, label, text: f"*{label}* {text}",
    "**I** t": lambda at, label, text: f"**{label}** {text}",
    "_I_ t": lambda at, label, text: f"_{label}_ {text}",
    "I = t": lambda at, label, text: f"{label} = {text}",
    "I | t": lambda at, label, text: f"{label} | {text}",
    "I|t": lambda at, label, text: f"{label}|{text}",
    "I> t": lambda at, label, text: f"{label}> {text}",
    "I -> t": lambda at, label, text: f"{label} -> {text}",
    "<I>: t": lambda at, label, text: f"<{label}>: {text}",
    "[I:] t": lambda at, label, text: f"[{label}:] {text}",
    "((I)) t": lambda at, label, text: f"(({label})) {text}",
    '"I": t': lambda at, label, text: f'"{label}": {text}',
    "I:t": lambda at, label, text: f"{label}:{text}",
    "I:: t": lambda at, label, text: f"{label}:: {text}",
    "I- t": lambda at, label, text: f"{label}- {text}",
    "I -t": lambda at, label, text: f"{label} -{text}",
    "#I: t": lambda at, label, text: f"#{label}: {text}",
    "- I - t": lambda at, label, text: f"--- {label} ---\n{text}",
    "12 I: t": lambda at, label, text: f"{at * 7} {label}: {text}",
    "12 I.: t": lambda at, label, text: f"{at * 7} {label}.: {text}",
    "12. I: t": lambda at, label, text: f"{at * 7}. {label}: {text}",
    "12 tab I tab t": lambda at, label, text: f"{at * 7}\t{label}\t{text}",
    "I 12: t": lambda at, label, text: f"{label} {at + 1}: {text}",
    "I1: t": lambda at, label, text: f"{label}{at // 2 + 1}: {text}",
    "I1. t": lambda at, label, text: f"{label}{at // 2 + 1}. {text}",
    "I [12]: t": lambda at, label, text: f"{label} [{at + 1}]: {text}",
    "I (10:02): t": lambda at, label, text: f"{label} (10:{at:02}): {text}",
    "I 10:02 t": lambda at, label, text: f"{label} 10:{at:02} {text}",
}

WORD = st.text("abcdeé", min_size=2, max_size=6)
TEXTS = st.lists(st.lists(WORD, min_size=2, max_size=9).map(" ".join), min_size=8, max_size=12)


def said_in(layout: str, texts: list[str]) -> list[tuple[str, str]]:
    """Write turns of two in that layout, read them and give who says what."""
    turns = [(LABELS[at % 2], text) for at, text in enumerate(texts)]
    content = "\n".join(LAYOUTS[layout](at, *turn) for at, turn in enumerate(turns)).encode()
    found = [voice.label for voice in heard(content, "x.txt").voices]
    listed = {key(label): Speaker(label, "other", "") for label in found}
    spoken = speech(read_source(content, "x.txt", listed).pieces, listed)
    assert not spoken.unknown
    return [(one.label or "", one.text) for one in spoken.said]


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=4, deadline=None)
@given(texts=TEXTS)
def test_any_turns_in_any_dress(layout, texts):
    """Whatever sets them off, two labels are recognised and every turn comes back as it was."""
    texts = [f"Oh {text}." for text in texts]

    assert said_in(layout, texts) == [(LABELS[at % 2], text) for at, text in enumerate(texts)]


@pytest.mark.parametrize("between", [": ", "\t", "  ", " – ", ". "])
def test_numbers_of_people_are_no_numbers_of_turns(between):
    """Where labels with numbers come back they are people: P1 is not P2."""
    turns = (("INT1", "Well?"), ("P1", "Yes."), ("P2", "No."), ("P1", "So."), ("P3", "Or so."))
    lines = [f"{label}{between}{said}" for _ in range(5) for label, said in turns]

    found = heard("\n".join(lines).encode(), "x.txt").voices

    assert [voice.label for voice in found] == ["INT1", "P1", "P2", "P3"]


@pytest.mark.parametrize("between", [": ", "\t", "  ", " – ", " = "])
def test_hyphens_in_labels_set_nothing_off(between):
    """FG1-P1 is a label of its own, whatever stands behind it."""
    labels = ("FG1-M", "FG1-P1", "FG1-M", "FG1-P2", "FG2-M", "FG2-P1")
    lines = [f"{label}{between}Well, so it is." for _ in range(4) for label in labels]

    found = heard("\n".join(lines).encode(), "x.txt").voices

    assert {voice.label for voice in found} == {*labels}


def test_only_questions_are_numbered():
    """Q1, Q2, Q3 are one who asks, though the answers have a label without number."""
    lines = [f"Q{at}: Well, number {at}?\nA: Yes, I think so." for at in range(1, 5)]

    found = heard("\n".join(lines).encode(), "x.txt").voices

    assert [(voice.label, voice.turns) for voice in found] == [("Q", 4), ("A", 4)]


def test_stutters_are_no_labels(read):
    """I- is a label only where most labels are set off so."""
    text = "I: Well?\nR: Yes.\nI-I think so.\nI: And?\nR: No.\n"

    said = read("a.txt", text, interviewer="I", participant="R").said

    assert said[2] == ("participant", "I-I think so.")


def test_several_turns_in_one_line(read):
    """A listed label behind the end of a sentence begins a turn, and is counted."""
    text = "I: How? R: Well. I: Why?\nR: I said: no. So there. Z: is it (R: yes) R: Ah!\n"

    reading = read("a.txt", text, interviewer="I", participant="R")

    assert reading.said == [
        ("interviewer", "How?"),
        ("participant", "Well."),
        ("interviewer", "Why?"),
        ("participant", "I said: no. So there. Z: is it (R: yes)"),
        ("participant", "Ah!"),
    ]
    assert reading.losses["changes"] == "turn inside a line 3"
    assert "3 places begin a turn inside a line" in reading.losses["look_at"]
    parts = ("words", "words_of_notes", "words_of_labels", "words_of_times", "words_dropped")
    assert reading.losses["words_read"] == sum(reading.losses[part] for part in parts)


@pytest.mark.parametrize("between", ["\n", " "])
def test_labels_inside_lines_are_recognised(between):
    """Where line ends were lost, labels behind sentences show who speaks."""
    text = between.join(f"Q: And number {at}? A: That was good. So be it." for at in range(4))

    found = heard(text.encode(), "x.txt").voices

    assert [(one.label, one.turns, one.words) for one in found] == [("Q", 4, 12), ("A", 4, 24)]
