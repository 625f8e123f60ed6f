"""Draw the judgement of the suggestions; every number comes from the tables."""

import textwrap
from typing import Any

import matplotlib as mpl
import pandas as pd

from verbatim import figures

TITLE = "Suggested codes, judged on interviews left out"

INVENTED = "Invented codings are no evidence of how well suggestions work."
LOWEST = 0.08
"""Under this share a point lies at the axis."""

LONG = 38
"""Letters after which a code's name is cut."""

NOTHING = "No interview is coded yet: there is nothing to judge suggestions by."


def in_words(quality: pd.DataFrame, invented: bool) -> str:
    """Tell a reader who cannot see the figure what it shows."""
    overall = quality.set_index("code").loc["all"]
    if not overall["segments"]:
        text = NOTHING
    else:
        text = (
            f"Each interview was ranked by what was learnt from the others. Over "
            f"{figures.count(overall['segments'], 'coded segment')} in "
            f"{figures.count(overall['interviews'], 'interview')}, ranking average precision is "
            f"{overall['average_precision']:.2f}, against {overall['baseline']:.2f} for codes "
            f"ranked by how often they were given. Left: average precision of each code against "
            f"its share of segments. Right: promised and observed shares of codes given."
        )
    return f"{text} {INVENTED}" if invented else text


def drawn(
    quality: pd.DataFrame, calibration: pd.DataFrame, codebook: pd.DataFrame, invented: bool
) -> Any:
    """Draw codes as dots against their baseline (left), and calibration (right).

    Args:
        quality: `SuggestionQuality`.
        calibration: `SuggestionCalibration`.
        codebook: `CodebookTable`, for the names.
        invented: Whether to say that speech and codings are invented.

    Returns:
        A matplotlib figure. Codes that nobody gave are counted below the left panel; where
        nothing was coded, the figure says so and shows nothing else.
    """
    with mpl.rc_context(figures.STYLE):
        if not quality.set_index("code").loc["all", "segments"]:
            return figures.blank(NOTHING, invented)
        return _judged(quality, calibration, codebook, invented)


def _judged(
    quality: pd.DataFrame, calibration: pd.DataFrame, codebook: pd.DataFrame, invented: bool
) -> Any:
    judged = quality[(quality["code"] != "all") & (quality["segments"] > 0)]
    judged = judged.sort_values(["average_precision", "code"], kind="stable", ignore_index=True)
    figure = figures.canvas(figures.DOUBLE, max(5.2, 1.3 + 0.155 * len(judged)))
    grid = figure.add_gridspec(2, 2, width_ratios=(1, 1), height_ratios=(3.1, 1.9))
    names = dict(zip(codebook["code"], codebook["name"], strict=True))
    _codes(figure.add_subplot(grid[:, 0]), judged, names)
    _promises(figure.add_subplot(grid[0, 1]), calibration)
    _summary(figure.add_subplot(grid[1, 1]), quality)
    figure.suptitle(TITLE, x=0.01, ha="left", fontsize=10, fontweight="bold")
    figures.note(
        figure,
        "Coders may leave a fitting code out: what was observed is a lower bound.",
        *([INVENTED] if invented else []),
        invented=invented,
    )
    return figure


def _codes(axes: Any, judged: pd.DataFrame, names: dict[str, str]) -> None:
    heights = range(len(judged))
    found, chance = judged["average_precision"], judged["baseline"]
    axes.hlines(heights, chance, found, color=figures.PALE, linewidth=2, zorder=1)
    whole: dict[str, Any] = {"clip_on": False, "zorder": 3}
    axes.plot(
        chance, heights, "|", color=figures.INK, markersize=6, label="share of segments", **whole
    )
    axes.plot(
        found,
        heights,
        "o",
        color=figures.COLOURS[0],
        markersize=4,
        label="average precision",
        **whole,
    )
    axes.set_yticks(
        heights,
        [textwrap.shorten(names.get(code, code), LONG, placeholder="…") for code in judged["code"]],
    )
    axes.set_ylim(-0.8, len(judged) - 0.2)
    axes.set_xlim(0, 1)
    axes.set_xlabel("Average precision over segments")
    axes.set_title("Each code")
    for height, row in zip(heights, judged.itertuples(), strict=True):
        axes.text(
            1.02, height, f"{row.segments}", transform=axes.get_yaxis_transform(),
            va="center", ha="left", fontsize=6.5, color=figures.INK,
        )  # fmt: skip
    axes.text(
        1.02,
        len(judged) - 0.1,
        "n",
        transform=axes.get_yaxis_transform(),
        va="bottom",
        ha="left",
        fontsize=7,
    )
    axes.legend(loc="lower right", handletextpad=0.3)


def _promises(axes: Any, calibration: pd.DataFrame) -> None:
    some = calibration[calibration["pairs"] > 0]
    axes.plot([0, 1], [0, 1], color=figures.PALE, linewidth=1, zorder=0)
    axes.plot(some["predicted"], some["observed"], color=figures.COLOURS[1], linewidth=0.8)
    axes.plot(some["predicted"], some["observed"], "o", color=figures.COLOURS[1], markersize=4)
    for row in some.itertuples():
        low, above = row.predicted < 0.1, row.observed > row.predicted
        side, lift = ("left", 1) if low else ("right", 3) if above else ("left", -8)
        if row.observed < LOWEST and not low:
            side, lift = "right", 3  # under the point it would be printed over the axis
        axes.annotate(
            f"{row.pairs:,}",
            (row.predicted, row.observed),
            xytext=(5 if side == "left" else -4, lift),
            textcoords="offset points",
            ha=side,
            fontsize=6.5,
        )
    axes.set_xlim(-0.02, 1.02)
    axes.set_ylim(-0.02, 1.06)
    axes.set_box_aspect(1)
    axes.set_title("Promised and observed")
    axes.set_xlabel("Probability promised")
    axes.set_ylabel("Share that coders gave")


def _summary(axes: Any, quality: pd.DataFrame) -> None:
    """Write the figures of the row 'all' beside each other."""
    overall = quality.set_index("code").loc["all"]
    never = int((quality["segments"] == 0).sum())
    lines = [
        ("Ranking average precision", f"{overall['average_precision']:.2f}"),
        ("  codes by frequency instead", f"{overall['baseline']:.2f}"),
        ("First suggestion was given", f"{overall['precision_at_1']:.0%}"),
        ("Given codes among the first 3", f"{overall['recall_at_3']:.0%}"),
        ("Given codes among the first 5", f"{overall['recall_at_5']:.0%}"),
        ("Coded segments (n)", f"{int(overall['segments']):,}"),
        ("Interviews", f"{int(overall['interviews']):,}"),
        ("Codes never given (not drawn)", f"{never:,}"),
    ]
    axes.axis("off")
    axes.set_title("Each coded segment's ranking")
    for number, (what, figure) in enumerate(lines):
        height = 0.95 - number / len(lines)
        axes.text(0.0, height, what, va="top", fontsize=7.5, transform=axes.transAxes)
        axes.text(
            0.95, height, figure, va="top", ha="right", fontsize=7.5, transform=axes.transAxes
        )
