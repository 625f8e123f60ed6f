"""How every figure looks and how it is written: SVG, PDF and PNG with the same description."""

import json
import logging
import textwrap
import warnings
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont, get_font
from matplotlib.text import Text

from verbatim import files

DOUBLE = 183 / 25.4
"""Width of two journal columns, in inches (183 mm)."""

COLOURS = (
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#CC79A7",
    "#E69F00",
    "#56B4E9",
    "#F0E442",
    "#000000",
)
"""Okabe and Ito's palette (2008), which colour-blind readers can tell apart."""

SEQUENTIAL = "cividis_r"
"""Colour map for amounts; read alike with and without colour vision."""

INK = "#222222"
PALE = "#D9D9D9"

INVENTED = "Demonstration: speech and codings are invented."
"""Stands under every figure of a study that says so of itself."""

STYLE: Any = {
    "font.family": "DejaVu Sans",
    "font.size": 8,
    "axes.titlesize": 9,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.labelsize": 8,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.labelsize": 7,
    "ytick.labelsize": 7,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "legend.fontsize": 7,
    "legend.frameon": False,
    "lines.linewidth": 1.2,
    "figure.dpi": 100,
    "savefig.dpi": 300,
    "pdf.fonttype": 42,
    "svg.fonttype": "none",
    "svg.hashsalt": "verbatim",
}


# What becomes of each font inside a PDF is no news for a researcher's log; missing letters are told
# once a figure, by `save`.
logging.getLogger("fontTools").setLevel(logging.WARNING)
warnings.filterwarnings("ignore", r"Glyph \d+ .* missing from font")


@dataclass(frozen=True)
class Description:
    """What a figure says about itself, inside each of its files.

    Attributes:
        title: What it shows.
        description: What a reader who cannot see it is told; also the alternative text.
        rule: Rule that drew it.
        code: Fingerprint of the code that drew it.
        table: SHA-256 of the table that it was drawn from.
    """

    title: str
    description: str
    rule: str
    code: str
    table: str


def canvas(width: float, height: float) -> Figure:
    """Give an empty figure of that size in inches, in the house style."""
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(width, height), layout="constrained")
        FigureCanvasAgg(figure)
    return figure


def note(figure: Figure, *sentences: str, invented: bool = False) -> None:
    """Print sentences small at the bottom left; room is kept for them.

    Args:
        figure: Where to print.
        sentences: What a reader must know, one line each.
        invented: Whether speech and codings are invented; then the last line says so.
    """
    fit = int(figure.get_figwidth() * 72 / 3.8)
    lines = [
        line
        for sentence in [*sentences, *([INVENTED] if invented else [])]
        for line in textwrap.wrap(sentence, fit)
    ]
    figure.supxlabel("\n".join(lines), x=0.008, ha="left", fontsize=6.5, color="#555555")


def blank(sentence: str, invented: bool = False) -> Figure:
    """Give a figure that only says why there is nothing to draw."""
    figure = canvas(DOUBLE, 1.2)
    figure.text(0.5, 0.6, sentence, ha="center", va="center", fontsize=9, color=INK)
    note(figure, invented=invented)
    return figure


def count(many: float, of: str) -> str:
    """Say how many, as in "1 code" and "1,175 segments"."""
    return f"{int(many):,} {of}{'' if many == 1 else 's'}"


def describe(table: str | Path, title: str, description: str, rule: str, code: str) -> Description:
    """Describe a figure that is drawn from the table at `table`."""
    return Description(title, description, rule, code, files.sha256(Path(table)))


def missing(figure: Figure) -> set[str]:
    """Letters that the font has not; an SVG holds text, which its reader's fonts draw."""
    drawn = set(get_font(findfont(STYLE["font.family"])).get_charmap())
    texts = [text.get_text() for text in figure.findobj(Text)]
    return {
        sign for text in texts for sign in text if sign.isprintable() and ord(sign) not in drawn
    }


def save(figure: Figure, stem: Path, about: Description) -> None:
    """Write `stem`.svg, `stem`.pdf and `stem`.png with the description inside.

    The same figure gives the same bytes: no dates, no random ids. What it was drawn from stands
    in the metadata as JSON (PNG text `Provenance`, SVG `dc:source`, PDF `Keywords`).
    """
    source = json.dumps(
        {key: value for key, value in asdict(about).items() if key in {"rule", "code", "table"}},
        sort_keys=True,
    )
    metadata: dict[str, dict[str, Any]] = {
        ".svg": {
            "Title": about.title,
            "Description": about.description,
            "Source": source,
            "Date": None,
            "Creator": None,
        },
        ".pdf": {
            "Title": about.title,
            "Subject": about.description,
            "Keywords": source,
            "CreationDate": None,
            "ModDate": None,
            "Producer": None,
            "Creator": None,
        },
        ".png": {
            "Title": about.title,
            "Description": about.description,
            "Provenance": source,
            "Software": None,
        },
    }
    if signs := missing(figure):
        logging.warning(
            "%s: %d letters are not in the figures' font, as those of Chinese or Bengali: the SVG "
            "and the report show them, in PDF and PNG boxes stand in their place",
            stem.name,
            len(signs),
        )
    with mpl.rc_context(STYLE):
        # The layout is worked out once, so that the three files agree to the point.
        figure.draw_without_rendering()
        figure.set_layout_engine(None)
        for suffix, fields in metadata.items():
            with files.whole(stem.with_name(stem.name + suffix)) as temporary:
                figure.savefig(temporary, format=suffix[1:], metadata=fields)
