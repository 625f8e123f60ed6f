"""Text as numbers."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from verbatim.suggest.words import as_said, frequent, neighbourhood, singular, terms, weigh


@pytest.mark.parametrize(
    ("word", "counted", "why"),
    [
        ("queries", "query", "rule 1"),
        ("services", "service", "rule 2"),
        ("nurses", "nurse", "rule 2"),
        ("letters", "letter", "rule 3"),
        ("class", "class", "rule 3 spares ss"),
        ("status", "status", "rule 3 spares us"),
        ("tag", "tag", "no plural"),
        ("is", "is", "too short to be one"),
        ("nurse's", "nurse", "whose it is does not matter"),
    ],
)
def test_plurals_fall_together(word: str, counted: str, why: str) -> None:
    """The S-stemmer of Harman 1991, rule by rule."""
    assert singular(word) == counted, why


def test_numbers_of_tags_tell_nothing() -> None:
    """[PERSON 3] and [PERSON 7] are the same word, and other categories are other words."""
    one, other = "I told [PERSON 3] in [PLACE 1]", "I told [PERSON 7] in [PLACE 12]"
    assert terms(one) == terms(other)
    assert "[person]" in terms(one)
    assert "[place]" in terms(one)
    assert terms("[PHONE NUMBER 2]") == ["[phone_number]"]


def test_terms_are_words_and_pairs() -> None:
    """Common words stand in pairs only; pairs are of words that were said one after the other."""
    assert terms("A nurse’s list", frozenset({"a", "list"})) == ["nurse", "a nurse", "nurse list"]


def test_words_are_shown_as_they_were_said() -> None:
    """What is shown is the spoken form, in lower case."""
    assert as_said("The Services closed")["the service"] == "the services"


def test_words_all_over_are_function_words_in_any_language() -> None:
    """More than the share of segments, but never ten or fewer."""
    texts = ["ja der Bus"] * 11 + ["nein das Rad"] * 9
    assert frequent(texts, 0.2) == {"ja", "der", "bus"}
    assert frequent(texts[:10], 0.2) == frozenset()


@pytest.mark.parametrize(
    ("interviews", "rows", "why"),
    [
        (["P1"], [[1.0]], "alone"),
        (["P1", "P1", "P1"], [[0.75, 0.25, 0], [0.2, 0.6, 0.2], [0, 0.25, 0.75]], "edges share"),
        (["P1", "P2"], [[1, 0], [0, 1]], "never across interviews"),
    ],
)
def test_neighbours_smooth_within_their_interview(
    interviews: list[str], rows: list[list[float]], why: str
) -> None:
    """Weights .2, .6, .2; where one is missing the others take its place."""
    assert np.allclose(neighbourhood(interviews).toarray(), rows), why


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=5))
def test_any_text_can_be_weighed(said: list[str]) -> None:
    """Whatever is said, rows have length 1 or 0 and nothing fails."""
    speech = pd.DataFrame({"interview": "P1", "text": said, "question": ""})
    texts = weigh(speech, ["Name. Definition"])
    norms = np.sqrt(texts.said.multiply(texts.said).sum(axis=1))
    assert np.all(np.isclose(norms, 1) | np.isclose(norms, 0))


def test_weights_are_scikit_learns() -> None:
    """Another program gives the same TF-IDF."""
    said = ["The bus was late, the bus", "No bus today", "Late again and again"]
    speech = pd.DataFrame({"interview": "P1", "text": said, "question": ["", "The bus?", "Why"]})
    texts = weigh(speech, ["Late. The bus is late."])
    other = TfidfVectorizer(analyzer=terms, sublinear_tf=True)
    assert np.allclose(texts.said.toarray(), other.fit_transform(said).toarray())
    assert texts.terms.tolist() == other.get_feature_names_out().tolist()
    assert np.allclose(texts.asked.toarray(), other.transform(speech["question"]).toarray())
    assert np.allclose(texts.meant.toarray(), other.transform(["Late. The bus is late."]).toarray())
