"""Reasons are the score itself, taken apart."""

from collections.abc import Callable

import numpy as np
import pytest

from verbatim.suggest.learn import Learner
from verbatim.suggest.reasons import Reasons


@pytest.mark.parametrize(
    ("interviews", "coded_ones", "why"),
    [
        (4, 4, "all coded"),
        (4, 3, "the last interview is not coded"),
        (3, 1, "the coded one has nothing to learn from"),
        (2, 0, "definitions alone"),
    ],
)
def test_parts_add_up_to_the_score(
    learner: Callable[..., Learner], interviews: int, coded_ones: int, why: str
) -> None:
    """Both ways of taking a score apart give the score, within 1e-6."""
    found = learner(interviews=interviews, coded_ones=coded_ones)
    for name in found.at:
        model = found.model(without=name if name in found.coded else None)
        scores = found.scores(model, name)
        reasons = Reasons(found, model, name)
        for segment, code in np.ndindex(scores.shape):
            parts = reasons.parts(segment, code)
            spoken = parts.constant + parts.terms.sum() + parts.nearby + parts.question
            taught = parts.constant + parts.definition + parts.segments.sum()
            assert spoken == pytest.approx(scores[segment, code], abs=1e-6), why
            assert taught == pytest.approx(scores[segment, code], abs=1e-6), why


def test_large_studies_learn_from_coded_segments_first(
    learner: Callable[..., Learner], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there are too many segments to solve for, uncoded ones are left aside; sums hold."""
    everything = learner()
    coded = np.flatnonzero(everything.given.any(axis=1))
    monkeypatch.setattr("verbatim.suggest.learn.LEARNT_FROM", len(coded) + 2)
    found = learner()
    assert set(coded) < set(found.training)
    assert len(found.training) == len(coded) + 2
    model = found.model(without="P02")
    parts = Reasons(found, model, "P02").parts(3, 1)
    spoken = parts.constant + parts.terms.sum() + parts.nearby + parts.question
    assert spoken == pytest.approx(found.scores(model, "P02")[3, 1], abs=1e-6)


def test_left_out_segments_bring_nothing(learner: Callable[..., Learner]) -> None:
    """No segment of the interview itself stands among the reasons of its suggestions."""
    found = learner()
    for name in found.coded:
        parts = Reasons(found, found.model(without=name), name).parts(0, 0)
        own = np.isin(found.training, found.at[name])
        assert np.all(parts.segments[own] == 0)
        assert np.any(parts.segments[~own] != 0)


def test_without_a_cited_segment_the_score_is_lower(learner: Callable[..., Learner]) -> None:
    """A segment that is said to speak for a code does: its part is what it brings to the sum."""
    found = learner()
    name = found.coded[0]
    model = found.model(without=name)
    parts = Reasons(found, model, name).parts(2, 1)
    strongest = int(np.argmax(parts.segments))
    alpha = model.alpha.copy()
    alpha[strongest] = 0
    said, asked = found.texts.said[found.training], found.texts.asked[found.training]
    other = type(model)(
        alpha, said.T @ alpha, 0.3 * (asked.T @ alpha), model.expected, model.trust,
        model.coefficients, model.curve,
    )  # fmt: skip
    lost = found.scores(model, name)[2, 1] - found.scores(other, name)[2, 1]
    assert lost == pytest.approx(parts.segments[strongest])
    assert lost > 0
