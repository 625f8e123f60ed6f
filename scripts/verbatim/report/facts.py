"""Numbers that the report's sentences quote; every one is read from a table or a setting."""

import platform
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from verbatim.language import ENGLISH_OR_NONE, named
from verbatim.provenance import locked_versions
from verbatim.report.contents import Contents
from verbatim.report.framework import outline

Row = dict[str, Any]

PROGRAMS = (
    "snakemake",
    "pandas",
    "pandera",
    "numpy",
    "scipy",
    "spacy",
    "matplotlib",
    "lxml",
    "jinja2",
)
"""Packages named in the methods; the lock file names every one."""


@dataclass(frozen=True)
class Facts:
    """What the report's sentences quote.

    Attributes:
        interviews: Interviews analysed.
        participants: Participants who speak in them.
        read: Sums of the losses, and transcripts with dropped lines or unknown labels.
        formats: Transcripts by format, the commonest first.
        languages: Interviews by language, but those in English, the commonest first.
        replaced: Sums of the replacements, and the interviews with any.
        recall: Rows of the recall by category; empty without a hand-checked sample.
        disclosure: Rows of the disclosure by view, but those of single attributes and rungs.
        review: Sum of the questions to people about what the program is not sure of.
        missed: What the program alone leaves, by category; the same.
        independent: Rows of the counts of coders who coded on their own.
        consensus: Rows of the counts of what coders agreed on.
        aside: Sum of codings that are not counted, by reason.
        framework: Codes, subthemes and themes now.
        versions: Changes by kind in each version.
        agreement: The row for all codes, by version; empty under the reflexive stance.
        saturation: What the curve says of codes; empty under the reflexive stance.
        stopping: With how many settings the rule is met for codes, and when.
        suggestions: The row for all codes; empty where nothing was judged.
        proposals: Proposed quotations by code.
        undecided: Words in quotations that could be names and that nobody has decided on.
        software: Versions of the main packages.
        python: Version of the language.
    """

    interviews: int
    participants: int
    read: Row
    formats: list[tuple[str, int]]
    languages: list[tuple[str, int]]
    replaced: Row
    recall: dict[str, Row]
    disclosure: dict[str, Row]
    review: Row
    missed: dict[str, Row]
    independent: list[Row]
    consensus: list[Row]
    aside: Row
    framework: Row
    versions: list[Row]
    agreement: Row
    saturation: Row
    stopping: Row
    suggestions: Row
    proposals: dict[str, int]
    undecided: int
    software: list[tuple[str, str]]
    python: str


def facts(contents: Contents) -> Facts:
    """Read the numbers off the tables."""
    sample, losses, counts = contents["sample"], contents["losses"], contents["counts"]
    recall, codebook = contents["recall"], contents["codebook"]
    review = contents["review"]
    return Facts(
        interviews=_total(sample, "interviews"),
        participants=_total(sample, "participants"),
        read=_read(losses),
        formats=_commonest(losses["format"]),
        languages=_commonest(
            named(code) for code in losses["language"] if code not in ENGLISH_OR_NONE
        ),
        replaced=_replaced(contents["replacements"]),
        recall={row["category"]: row for row in _rows(recall) if row["checked"] > 0},
        disclosure={row["view"]: row for row in _rows(contents["disclosure"])},
        review=next(iter(_rows(review[review["reason"] == "all"])), {}),
        missed={row["category"]: row for row in _rows(contents["missed"]) if row["entities"] > 0},
        independent=_rows(counts[counts["layer"] == "independent"]),
        consensus=_rows(counts[counts["layer"] == "consensus"]),
        aside={
            name: int(counts[name].sum())
            for name in ("split", "dropped", "text_changed", "interviewer_speech", "no_hash")
        }
        | {"assisted": int(counts["assisted"].sum()), "codings": int(counts["codings"].sum())},
        framework={
            level: sum(entry.level == level for entry in outline(codebook))
            for level in ("code", "subtheme", "theme")
        },
        versions=_versions(contents["changes"]),
        agreement=_row_of(contents["agreement"], "all"),
        saturation=_saturation(contents["saturation"]),
        stopping=_stopping(contents["stopping"]),
        suggestions=_row_of(contents["quality"], "all"),
        proposals=dict(Counter(contents["proposed"]["code"])),
        undecided=int(contents["quotations"]["undecided"].sum()),
        software=_software(),
        python=".".join(platform.python_version_tuple()[:2]),
    )


def _rows(table: pd.DataFrame) -> list[Row]:
    return [dict(row) for row in table.to_dict("records")]


def _row_of(table: pd.DataFrame, code: str) -> Row:
    """Give the row of that code, or nothing where there is none or it rests on no segment."""
    return next(iter(_rows(table[(table["code"] == code) & (table["segments"] > 0)])), {})


def _total(sample: pd.DataFrame, attribute: str) -> int:
    return int(sample.loc[sample["attribute"] == attribute, "participants"].sum())


def _read(losses: pd.DataFrame) -> Row:
    sums = {
        name: int(losses[name].sum())
        for name in (
            "turns",
            "segments",
            "words",
            "participant_words",
            "lines_read",
            "lines_dropped",
            "unknown_labels",
        )
    }
    return sums | {
        "transcripts": len(losses),
        "with_times": int((losses["timed_segments"] > 0).sum()),
        "with_dropped": int((losses["lines_dropped"] > 0).sum()),
        "with_unknown": int((losses["unknown_labels"] > 0).sum()),
    }


def _commonest(names: Iterable[str]) -> list[tuple[str, int]]:
    counts = Counter(names)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _replaced(replacements: pd.DataFrame) -> Row:
    some = replacements[replacements["replaced"] > 0]
    sums = {name: int(replacements[name].sum()) for name in ("replaced", "by_people", "kept")}
    return sums | {"interviews": int(some["interview"].nunique())}


def _versions(changes: pd.DataFrame) -> list[Row]:
    """Count the changes of each version by kind, in the order in which they came."""
    return [
        {
            "version": int(version),
            "date": next(iter(rows["date"]), ""),
            "changes": [
                (kind, int(number))
                for kind in ("add", "drop", "rename", "merge", "split")
                if (number := (rows["change"] == kind).sum())
            ],
        }
        for version, rows in changes.groupby("version", sort=True)
    ]


def _saturation(saturation: pd.DataFrame) -> Row:
    """Say what the curve of codes says; nothing where there is none."""
    codes = saturation[saturation["level"] == "code"].sort_values("order")
    if codes.empty:
        return {}
    found = int(codes["cumulative"].max())
    bringing = codes[codes["new"] > 0]
    half = codes.iloc[(len(codes) - 1) // 2]
    return {
        "interviews": len(codes),
        "found": found,
        "last_order": int(bringing["order"].max()) if len(bringing) else 0,
        "last_interview": bringing["interview"].iloc[-1] if len(bringing) else "",
        "half_order": int(half["order"]),
        "half": int(half["cumulative"]),
        "half_mean": float(half["mean"]),
        "half_sd": float(half["sd"]),
    }


def _stopping(stopping: pd.DataFrame) -> Row:
    """Sum up the settings of the rule for codes; nothing where there is none."""
    codes = stopping[stopping["level"] == "code"]
    met = codes[codes["met_after"].notna()]
    return {
        "settings": len(codes),
        "met": len(met),
        "after": (met["met_after"].min(), met["met_after"].max()),
        "degree": (met["degree"].min(), met["degree"].max()),
    }


def _software() -> list[tuple[str, str]]:
    versions = locked_versions()
    return [(name, versions[name]) for name in PROGRAMS if name in versions]
