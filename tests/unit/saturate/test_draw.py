"""What the figure of saturation promises whatever the study."""

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from verbatim import figures
from verbatim.saturate import count, draw

SMALLEST = 6.5
"""Points: what is smaller cannot be read in print."""


def tables(interviews: int, codes: int = 40) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Curve and rules of a study of that size."""
    random = np.random.default_rng(9)
    order = [f"INT{one:03d}" for one in range(1, interviews + 1)]
    names = [f"c{one}" for one in range(codes)]
    codebook = pd.DataFrame({"code": names, "subtheme": names, "theme": "t"})
    codings = pd.DataFrame(
        [(one, code) for one in order for code in names if random.random() < 0.1 or code == "c0"],
        columns=["interview", "code"],
        dtype=str,
    )
    curve = count.counted(codings, codebook, order)
    return curve, count.stopped(curve, [4, 5, 6], [2, 3], [0.05, 0.0])


def printed(figure: Figure) -> list[Text]:
    """All texts that are visible and say something."""
    with mpl.rc_context(figures.STYLE):
        figure.draw_without_rendering()
    return [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]


@pytest.mark.parametrize("interviews", [1, 2, 37, 100])
def test_every_text_is_whole_and_readable(interviews: int) -> None:
    """No text is under 6.5 points or outside the page, and no two overlap."""
    figure = draw.drawn(*tables(interviews), False)
    texts = printed(figure)
    boxes = [text.get_window_extent() for text in texts]
    page = figure.bbox.padded(1)
    for place, (text, box) in enumerate(zip(texts, boxes, strict=True)):
        assert text.get_fontsize() >= SMALLEST, text.get_text()
        assert page.contains(box.x0, box.y0), text.get_text()
        assert page.contains(box.x1, box.y1), text.get_text()
        for other in range(place):
            shared = box.intersection(box.padded(-1), boxes[other].padded(-1))
            clash = shared is not None and shared.width > 0 and shared.height > 0
            assert not clash, (text.get_text(), texts[other].get_text())


def test_what_it_says() -> None:
    """It says what the curve cannot show, and never that saturation is reached."""
    curve, rules = tables(37)
    shown = " ".join(text.get_text() for text in printed(draw.drawn(curve, rules, True)))
    shown = " ".join(shown.split())
    assert f"37 coded interviews, {curve['cumulative'].max()} codes met in them." in shown
    assert "Not mentioned is not the same as not held" in shown
    assert figures.INVENTED in shown
    assert "saturation reached" not in (shown + draw.in_words(curve, rules)).lower()


def test_share_is_not_rounded_up_to_all() -> None:
    """A degree of 399 of 400 codes is printed as 99 %, since it is not all."""
    rules = pd.DataFrame(
        [
            ("code", 4, 2, 0.0, "9+2", 399 / 400),
            ("code", 4, 3, 0.0, "9+3", 1.0),
            ("code", 5, 2, 0.0, "not met", np.nan),
            ("code", 5, 3, 0.0, "9+3", 0.004),
        ],
        columns=["level", "base", "run", "threshold", "label", "degree"],
    )
    curve, _ = tables(12)
    shown = {text.get_text() for text in printed(draw.drawn(curve, rules, False))}
    assert {"9+2  (99 %)", "9+3  (100 %)", "not met", "9+3  (0 %)"} <= shown


def test_nothing_coded() -> None:
    """Without codings the figure says so."""
    curve, rules = tables(0)
    shown = [text.get_text() for text in printed(draw.drawn(curve, rules, False))]
    assert shown == [draw.NOTHING] == [draw.in_words(curve, rules)]
