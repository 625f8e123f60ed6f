"""A passage of spoken positions is the same passage in the de-identified text."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.report.passage import Tag, cut, splits_a_word, spoken_length, tags_of

SPOKEN = "Ask Ann Lee in Ware, or Bo."
PUBLIC = "Ask [PERSON 1] in [LOCATION 1], or [PERSON 2]."
TAGS = [Tag(4, 11, 4, 14), Tag(15, 19, 18, 30), Tag(24, 26, 35, 45)]


def test_the_example_is_right() -> None:
    """The tags above stand where the spoken words stood."""
    assert [SPOKEN[tag.start : tag.end] for tag in TAGS] == ["Ann Lee", "Ware", "Bo"]
    assert [PUBLIC[tag.tag_start : tag.tag_end] for tag in TAGS] == [
        "[PERSON 1]",
        "[LOCATION 1]",
        "[PERSON 2]",
    ]
    assert spoken_length(PUBLIC, TAGS) == len(SPOKEN)


@pytest.mark.parametrize(
    ("start", "end", "passage"),
    [
        pytest.param(0, 27, PUBLIC, id="the whole segment has no ellipsis"),
        pytest.param(0, 3, "Ask …", id="cut at the end"),
        pytest.param(21, 27, "… or [PERSON 2].", id="cut at the begin"),
        pytest.param(12, 19, "… in [LOCATION 1] …", id="an end at a tag's end"),
        pytest.param(4, 11, "… [PERSON 1] …", id="exactly a tag"),
        pytest.param(6, 9, "… [PERSON 1] …", id="inside a tag: the whole tag"),
        pytest.param(0, 5, "Ask [PERSON 1] …", id="an end inside a tag"),
        pytest.param(17, 27, "… [LOCATION 1], or [PERSON 2].", id="a begin inside a tag"),
        pytest.param(3, 4, "", id="a space is no passage"),
    ],
)
def test_cutting(start: int, end: int, passage: str) -> None:
    """Ends inside a mention take its whole tag; where words are cut off stands an ellipsis."""
    assert cut(PUBLIC, TAGS, start, end) == passage


@pytest.mark.parametrize(
    ("start", "end", "split"),
    [
        pytest.param(0, 3, False, id="a whole word"),
        pytest.param(1, 27, True, id="a begin in a word"),
        pytest.param(0, 13, True, id="an end in a word"),
        pytest.param(6, 19, False, id="in a mention, of which the tag is taken whole"),
        pytest.param(0, 27, False, id="the whole segment"),
    ],
)
def test_a_word_cut_in_two_is_noticed(start: int, end: int, split: bool) -> None:
    """Positions that were counted wrong mostly end in the middle of a word."""
    assert splits_a_word(PUBLIC, TAGS, start, end) is split


@settings(max_examples=200)
@given(st.data())
def test_no_spoken_mention_ever_shows(data: st.DataObject) -> None:
    """Whatever the positions, words outside mentions come through and mentions never do."""
    pieces = data.draw(
        st.lists(st.tuples(st.booleans(), st.text("ab", min_size=1, max_size=4)), min_size=1)
    )
    spoken, public, tags = "", "", []
    for number, (hidden, word) in enumerate(pieces):
        shown = f"<{number}>" if hidden else word
        if hidden:
            word = word.upper()  # noqa: PLW2901  upper case is what must not show
            tags.append(
                Tag(len(spoken), len(spoken) + len(word), len(public), len(public) + len(shown))
            )
        spoken, public = spoken + word, public + shown
    start = data.draw(st.integers(0, len(spoken) - 1))
    end = data.draw(st.integers(start + 1, len(spoken)))
    passage = cut(public, tags, start, end)
    whole = [
        (tag.start, tag.end, public[tag.tag_start : tag.tag_end])
        for tag in tags
        if tag.start < end and tag.end > start
    ]
    expected, position = "", start
    for first, last, tag in whole:
        expected += spoken[position : max(position, first)] + tag
        position = last
    expected += spoken[position:end]
    assert expected == passage.replace("… ", "").replace(" …", "")
    assert passage.upper() != passage or not any(letter.isalpha() for letter in passage)
    assert spoken_length(public, tags) == len(spoken)


def test_tags_are_collected_by_segment_in_order() -> None:
    """Rows of the offsets in any order become each segment's tags in the order of the text."""
    offsets = pd.DataFrame(
        [("Q1", 2, 9, 11, 9, 19), ("Q1", 2, 0, 3, 0, 5), ("Q2", 2, 1, 2, 1, 6)],
        columns=["interview", "segment", "start", "end", "tag_start", "tag_end"],
    )
    assert tags_of(offsets) == {
        ("Q1", 2): (Tag(0, 3, 0, 5), Tag(9, 11, 9, 19)),
        ("Q2", 2): (Tag(1, 2, 1, 6),),
    }
