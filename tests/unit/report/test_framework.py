"""The framework as it is read: themes, subthemes, codes."""

import pandas as pd

from verbatim.report.framework import outline

CODES = [
    ("nap", "home", "home"),
    ("shop", "home", "home"),
    ("rota", "work", "work"),
    ("pay", "work", "money"),
]


def test_theme_without_subthemes_is_listed_once() -> None:
    """Such a theme is its own subtheme in the tables; a reader meets it as a theme only."""
    codebook = pd.DataFrame(CODES, columns=["code", "theme", "subtheme"])
    codebook = codebook.assign(
        name=codebook["code"],
        definition="",
        theme_name=codebook["theme"],
        subtheme_name=codebook["subtheme"],
    )

    assert [(entry.level, entry.id) for entry in outline(codebook)] == [
        ("theme", "home"),
        ("code", "nap"),
        ("code", "shop"),
        ("theme", "work"),
        ("subtheme", "work"),
        ("code", "rota"),
        ("subtheme", "money"),
        ("code", "pay"),
    ]
