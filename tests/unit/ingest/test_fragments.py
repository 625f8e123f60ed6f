"""A recogniser's change of speakers inside a sentence is counted, and nothing is moved."""

import pytest

from verbatim.ingest.fragments import KIND, fragments
from verbatim.ingest.pieces import Said


def said(*turns: tuple[str, str]) -> list[Said]:
    """Speech of these labels and texts."""
    return [Said("line 1", label, text, None, None, False) for label, text in turns]


BEGIN = (("A", "Where was that?"), ("B", "In the old school."))


@pytest.mark.parametrize(
    ("turns", "number", "reason"),
    [
        ((("A", "And how did"), ("B", "you like"), ("A", "it there?")), 2, "both pieces go on"),
        ((("A", "And how did"), ("B", "You like that?")), 0, "a sentence of its own"),
        ((("A", "And you?"), ("B", "yes, well")), 0, "the one before had ended"),
        ((("A", "And how did"), ("B", "it all begin in those days")), 0, "more than a fragment"),
        ((("A", "And so you -"), ("B", "left it")), 0, "broken off, as people do"),
        ((("A", "And how did"), ("A", "you like it?")), 0, "the same speaker"),
    ],
)
def test_fragments(turns, number, reason):
    """A few words in small letters, behind another's sentence that has no end, are suspect."""
    assert fragments(said(*BEGIN, *turns, ("C", "Yes."), *BEGIN))[KIND] == number, reason


def test_without_full_stops_nothing_is_shown():
    """Where nobody ends a sentence, an unended one tells nothing."""
    assert not fragments(said(("A", "where was that"), ("B", "in the school"), ("A", "yes")))
