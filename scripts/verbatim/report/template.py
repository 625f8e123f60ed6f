"""Filling the page templates that lie beside their modules; no network, no scripts."""

import re
from pathlib import Path
from typing import Any

import jinja2
import pandas as pd
from markupsafe import Markup

STYLE = Path(__file__).with_name("template.css")


def filled(template: Path, **words: Any) -> str:
    """Fill a template with words, which are escaped, and give the page.

    The template finds the house's style sheet as `style` and its number formats as filters.
    A name that the template uses and nobody gave is an error.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(template.parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        count=count, percent=percent, share=share, listed=listed, plural=plural
    )
    style = Markup(STYLE.read_text(encoding="utf-8"))  # noqa: S704  our own file
    page = environment.get_template(template.name).render(style=style, **words)
    return re.sub(r"\n\s*\n", "\n", page).strip() + "\n"


def missing(value: Any) -> bool:
    """Whether a number is missing."""
    return bool(pd.isna(value)) or value == ""


def count(value: Any) -> str:
    """Write a count, as 2,031."""
    return "–" if missing(value) else f"{round(value):,}"


def percent(value: Any) -> str:
    """Write a share as 83 %; below one half of a percent as <1 %."""
    if missing(value):
        return "–"
    return "<1 %" if 0 < value < 0.005 else f"{100 * value:.0f} %"


def share(value: Any) -> str:
    """Write a coefficient or share with two decimals, as 0.83."""
    return "–" if missing(value) else f"{value:.2f}".replace("-", "−")


def plural(number: Any, one: str, many: str = "") -> str:
    """Write a count with its thing, as 1 coder, 3 coders."""
    return f"{count(number)} {one if number == 1 else many or one + 's'}"


def listed(words: Any) -> str:
    """Join words as in a sentence: a, b and c."""
    *before, last = [str(word) for word in words] or [""]
    return f"{', '.join(before)} and {last}" if before else last
