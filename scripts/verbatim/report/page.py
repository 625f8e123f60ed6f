"""The report: one page that opens without a network, every number of it from a table."""

from dataclasses import dataclass
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Any

from verbatim.groups import title_of
from verbatim.report import shown_analysis, shown_left, shown_material
from verbatim.report.contents import Contents
from verbatim.report.facts import facts
from verbatim.report.framework import outline
from verbatim.report.illustration import Illustration
from verbatim.report.recruitment import Recruitment
from verbatim.report.shown import Shown
from verbatim.report.template import filled
from verbatim.report.themes import themes

PAGE = Path(__file__).with_suffix(".html")

FIGURES = (
    *("themes", "presence", "saturation", "groups"),
    *("agreement", "recall", "disclosure", "quality"),
)
"""Figures in the order of the page."""

COUNTED_IN = {"presence": "themes"}
"""Tables without which a figure shows nothing, where they are not the figure's own."""


@dataclass(frozen=True)
class Tables:
    """Printed tables by name, those by group apart, and the number of each."""

    shown: dict[str, Shown]
    by_group: list[tuple[int, Shown]]
    number: dict[str, int]


def page(
    contents: Contents,
    figures: list[Illustration],
    recruitment: Recruitment,
    settings: dict[str, Any],
) -> str:
    """Write the report as HTML.

    Args:
        contents: Tables; of restricted ones only counts are printed.
        figures: Figures, each drawn from one of the tables.
        recruitment: How participants were found.
        settings: Every choice of the study.
    """
    entries = outline(contents["codebook"])
    told = facts(contents)
    by_stem = {PurePosixPath(figure.path).stem: figure for figure in figures}
    present = [stem for stem in FIGURES if stem in by_stem and _says_something(stem, contents)]
    return filled(
        PAGE,
        facts=told,
        settings=settings,
        reflexive=settings["stance"] == "reflexive",
        invented=settings["study"]["invented"],
        recruitment=recruitment,
        themes=themes(entries, contents["themes"], contents["quotations"], told.proposals),
        tables=_tables(contents, settings),
        figures={stem: (number, by_stem[stem]) for number, stem in enumerate(present, start=1)},
        groupings=[title_of(name, grouping) for name, grouping in settings["groups"].items()],
        quotations=len(contents["quotations"]),
        sources=contents.sources,
        hash_of={source.path: source.sha256 for source in contents.sources.values()},
    )


def _says_something(name: str, contents: Contents) -> bool:
    """Whether a figure or table has anything to show; suggestions only once they were judged."""
    if name == "quality":
        return bool(facts(contents).suggestions)
    return len(contents[COUNTED_IN.get(name, name)]) > 0


def _tables(contents: Contents, settings: dict[str, Any]) -> Tables:
    """Prepare the printed tables and number those with rows, in the order of the page."""
    names = dict(zip(contents["codebook"]["code"], contents["codebook"]["name"], strict=True))
    source = contents.sources.get
    entries = outline(contents["codebook"])
    analysis, material = shown_analysis, shown_material
    groups = analysis.by_group(contents["groups"], settings["groups"], entries, source("groups"))
    shown: dict[str, Shown] = {
        "sample": material.sample(contents["sample"], source("sample")),
        "saturation": analysis.saturation(contents["saturation"], source("saturation")),
        "stopping": analysis.stopping(contents["stopping"], source("stopping")),
        "counts": analysis.counts(contents["counts"], source("counts")),
        "changes": analysis.changes(contents["changes"], source("changes")),
        "agreement": analysis.agreement(contents["agreement"], source("agreement")),
        "recall": material.recall(contents["recall"], source("recall")),
        "missed": shown_left.missed(contents["missed"], source("missed")),
        "replacements": material.replacements(contents["replacements"], source("replacements")),
        "residual": shown_left.residual(contents["residual"], source("residual")),
        "disclosure": material.disclosure(
            contents["disclosure"], source("disclosure"), settings["disclose"]["k"]
        ),
        "quality": analysis.quality(contents["quality"], names, source("quality")),
        "losses": material.losses(contents["losses"], source("losses")),
    }
    filled_in = {name: table for name, table in shown.items() if _says_something(name, contents)}
    numbers = count(1)
    number = {"sample": next(numbers), "themes": next(numbers)}
    for name in ("saturation", "stopping"):
        if name in filled_in:
            number[name] = next(numbers)
    by_group = [(next(numbers), table) for table in groups]
    for name in filled_in:
        if name not in number:
            number[name] = next(numbers)
    return Tables(filled_in, by_group, number)
