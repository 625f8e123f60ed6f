"""What the figures of room 6 promise whatever the study."""

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from verbatim import figures
from verbatim.compare import count, draw_groups, draw_presence, draw_themes, lines

SMALLEST = 6.5
"""Points: what is smaller cannot be read in print."""


def framework(codes: int) -> pd.DataFrame:
    """A codebook of that many codes, some with long names."""
    long = "a name as long as researchers write them when nobody asks for brevity, "
    return pd.DataFrame(
        {
            "code": [f"c{one}" for one in range(codes)],
            "name": [f"{long if one % 5 == 1 else 'code '}{one}" for one in range(codes)],
            "subtheme": [f"s{one // 3}" for one in range(codes)],
            "subtheme_name": [f"Subtheme {one // 3}" for one in range(codes)],
            "theme": [f"t{one // 9}" for one in range(codes)],
            "theme_name": [f"Theme {one // 9}" for one in range(codes)],
        }
    )


def drawn(interviews: int, codes: int) -> dict[str, Figure]:
    """Draw all three figures of a study of that size."""
    random = np.random.default_rng(4)
    ids = [f"INT{one:03d}" for one in range(1, interviews + 1)]
    codebook = framework(codes)
    speech = pd.DataFrame({"interview": ids, "segment": 1, "participant": ids})
    codings = pd.DataFrame(
        [
            (one, 1, code, "deviant" if random.random() < 0.2 else "")
            for one in ids
            for code in codebook["code"]
            if random.random() < 0.4 or code == "c0"
        ],
        columns=["interview", "segment", "code", "stance"],
    ).astype({"segment": int})
    people = pd.DataFrame(
        {"participant": ids, "job": [f"job {one % 15}" for one in range(interviews)], "sex": "F"}
    )
    groups = {"job": {"attribute": "job"}, "sex": {"attribute": "sex", "title": "Sex as given"}}
    register = pd.DataFrame({"interview": ids, "date": "2024-01-01"})
    spoken = count.spoken_codings(codings, speech)
    counted = count.counted_in(spoken, speech)
    members = count.members_of(people, speech, groups)
    by_group = count.group_frequencies(spoken, codebook, members, counted)
    return {
        "themes": draw_themes.drawn(
            count.frequencies(spoken, codebook, counted), codebook, True, False
        ),
        "groups": draw_groups.drawn(by_group, codebook, groups, False),
        "presence": draw_presence.drawn(
            count.presence(spoken, codebook, register), codebook, False
        ),
    }


def printed(figure: Figure) -> list[Text]:
    """All texts that are visible and say something."""
    with mpl.rc_context(figures.STYLE):
        figure.draw_without_rendering()
    return [
        text
        for text in figure.findobj(Text)
        if text.get_visible() and text.get_text().strip() and text.get_window_extent().width > 0
    ]


@pytest.mark.parametrize(
    ("interviews", "codes", "why"),
    [(1, 1, "the least"), (12, 20, "a usual study"), (104, 12, "many interviews, wide counts")],
)
def test_every_text_is_whole_and_readable(interviews: int, codes: int, why: str) -> None:
    """No text is under 6.5 points or outside the page, and no two overlap."""
    for name, figure in drawn(interviews, codes).items():
        texts = printed(figure)
        page = figure.bbox.padded(1)
        boxes = [text.get_window_extent() for text in texts]
        for text, box in zip(texts, boxes, strict=True):
            assert text.get_fontsize() >= SMALLEST, (name, text.get_text(), why)
            inside = page.contains(box.x0, box.y0) and page.contains(box.x1, box.y1)
            assert inside, (name, text.get_text(), why)
        for place, box in enumerate(boxes):
            for other in range(place):
                shared = box.intersection(box.padded(-1), boxes[other].padded(-1))
                clash = shared is not None and shared.width > 0 and shared.height > 0
                words = (texts[place].get_text(), texts[other].get_text())
                assert not clash, (name, words, why)


def test_ink_always_reads() -> None:
    """Numbers on any shade of the heat map have a contrast of 4.5 or more (WCAG 2, AA)."""

    def luminance(colour: tuple[float, ...]) -> float:
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in colour[:3]
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for shade in mpl.colormaps[figures.SEQUENTIAL](np.linspace(0, 1, 101)):
        ink = {"white": 1.0, "black": 0.0}[draw_groups.ink_on(tuple(shade))]
        light, dark = max(ink, luminance(shade)), min(ink, luminance(shade))
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_codes_of_most_participants_first() -> None:
    """Within a subtheme codes are sorted by participants, equals as in the framework."""
    codebook = framework(7)
    themes = pd.DataFrame(
        [
            ("theme", "t0", 9),
            ("subtheme", "s0", 5),
            ("code", "c0", 1),
            ("code", "c1", 4),
            ("code", "c2", 4),
            ("subtheme", "s1", 3),
            ("code", "c3", 0),
            ("code", "c4", 0),
            ("code", "c5", 3),
            ("subtheme", "s2", 2),
            ("code", "c6", 2),
        ],
        columns=["level", "id", "participants"],
    )
    ordered = draw_themes.ordered(themes, codebook)["id"].tolist()
    assert ordered == ["t0", "s0", "c1", "c2", "c0", "s1", "c5", "c3", "c4", "s2", "c6"]


def test_theme_without_subthemes_gets_one_line() -> None:
    """Such a theme is its own subtheme in the table; the figure does not say it twice."""
    codebook = pd.DataFrame(
        [("c0", "home", "home"), ("c1", "work", "work"), ("c2", "work", "pay")],
        columns=["code", "theme", "subtheme"],
    )
    rows = [
        ("theme", "home"), ("subtheme", "home"), ("code", "c0"),
        ("theme", "work"), ("subtheme", "work"), ("code", "c1"),
        ("subtheme", "pay"), ("code", "c2"),
    ]  # fmt: skip
    themes = pd.DataFrame(rows, columns=["level", "id"]).assign(participants=1)
    ordered = draw_themes.ordered(themes, codebook)
    shown = list(zip(ordered["level"], ordered["id"], strict=True))
    assert shown == [row for row in rows if row != ("subtheme", "home")]


@pytest.mark.parametrize(
    ("name", "longest", "shown", "why"),
    [
        ("short", 10, "short", "fits"),
        ("exactly10!", 10, "exactly10!", "just fits"),
        ("much longer than that", 10, "much long…", "cut, and shown to be cut"),
    ],
)
def test_cut(name: str, longest: int, shown: str, why: str) -> None:
    """A name that is too long ends in an ellipsis."""
    assert lines.cut(name, longest) == shown, why
