"""The figure says what the tables say."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from matplotlib.text import Text

from verbatim.suggest.draw import INVENTED, NOTHING, drawn, in_words
from verbatim.suggest.judge import calibration, quality

from .conftest import framework

BOOK = framework(("a", "Apples", ""), ("b", "Beans", ""), ("c", "Carrots", ""))


def tables(segments: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Two codes given to some of the segments, the third never."""
    chance = np.random.default_rng(2)
    scores = chance.normal(size=(segments, 3))
    given = (scores + chance.normal(size=scores.shape) > 1).astype(float)
    given[:, 2] = 0
    owners = [f"P{row % 4}" for row in range(segments)]
    return quality(scores, given, owners, ["a", "b", "c"]), calibration(
        1 / (1 + np.exp(-scores)), given
    )


def words(figure: Any) -> str:
    """Every text in the figure."""
    return "\n".join(text.get_text() for text in figure.findobj(Text))


def test_codes_stand_by_name_and_in_order() -> None:
    """Best code on top, codes never given counted but not drawn."""
    judged, promised = tables(60)
    figure = drawn(judged, promised, BOOK, invented=False)
    shown = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    by_figure = judged.set_index("code").loc[["a", "b"], "average_precision"]
    best = {"a": "Apples", "b": "Beans"}[by_figure.idxmax()]
    assert shown[-1] == best
    assert "Carrots" not in shown
    assert INVENTED not in words(figure)


def test_an_invented_study_says_so() -> None:
    """In the figure and to those who cannot see it."""
    judged, promised = tables(60)
    assert INVENTED in words(drawn(judged, promised, BOOK, invented=True))
    assert INVENTED in in_words(judged, invented=True)
    assert "in 4 interviews" in in_words(judged, invented=True)


@pytest.mark.parametrize("invented", [True, False])
def test_nothing_to_judge_is_said_not_drawn(invented: bool) -> None:
    """Where nobody has coded, the figure says that there is nothing to judge by."""
    judged, promised = tables(0)
    assert NOTHING in words(drawn(judged, promised, BOOK, invented))
    assert in_words(judged, invented).startswith(NOTHING)
