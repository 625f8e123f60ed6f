"""How far independent coders agree, on the codings as given, under the version given in."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from verbatim import agreement
from verbatim.agreement import Flags
from verbatim.code.carrying import TEXT_CHANGED, natural
from verbatim.codebook.model import Codebook, Version
from verbatim.tables.code import Agreement, Disagreements

ALL = "all"
POOLED = "All codes, present or not, pooled"


@dataclass(frozen=True)
class Comparison:
    """What coders gave side by side, under one version of the codebook.

    Attributes:
        version: The version.
        coders: Coders compared, sorted.
        units: Participants' segments (interview, segment) of the interviews that at least two
            coders coded; a segment whose text has changed since it was coded is not among them.
        interviews: Interview of each unit, as its place among the interviews shared.
        present: Coder x unit x code of the version, whether the coder gave the code.
        judged: Coder x unit, whether the coder coded the interview at all.
        notes: What was left out, in plain words.
    """

    version: Version
    coders: list[str]
    units: pd.DataFrame
    interviews: NDArray[np.intp]
    present: Flags
    judged: Flags
    notes: list[str]

    @property
    def shared(self) -> list[str]:
        """Interviews that at least two coders coded, in natural order."""
        return sorted(set(self.units["interview"]), key=natural)


def compared(
    codings: pd.DataFrame, recode: pd.DataFrame, codebook: Codebook, segments: pd.DataFrame
) -> Comparison | None:
    """Put independent coders' codings side by side.

    An interview counts as coded by a coder who gave at least one code to one of its segments;
    then every participant's segment in it was judged, and a code that is not given is absent.
    Codings are taken as given, never carried. Where they were given under several versions, the
    version with the most codings in shared interviews is compared (of equals the latest).

    Args:
        codings: Rows of `Codings`.
        recode: Rows of `Recode`, for the codings whose text has changed.
        codebook: The framework and its history.
        segments: Rows of `Segments`, as spoken.

    Returns:
        The comparison, or nothing where no interview was coded by two coders.
    """
    spoken = segments[segments["speaker"] == "participant"]
    independent = codings[codings["layer"] == "independent"]
    by_interview = independent.groupby(["codebook_version", "interview"])["coder"]
    shared = independent[by_interview.transform("nunique") >= 2]
    # Interviews whose participants say nothing have no units.
    shared = shared[shared["interview"].isin(spoken["interview"])]
    sizes = shared["codebook_version"].value_counts().to_dict()
    if not sizes:
        return None
    number = max(sizes, key=lambda one: (sizes[one], one))
    chosen = shared[shared["codebook_version"] == number]

    stale = recode.loc[recode["reason"] == TEXT_CHANGED, "coding"]
    changed = chosen.loc[chosen["coding"].isin(stale), ["interview", "segment"]].drop_duplicates()
    ids = sorted(set(chosen["interview"]), key=natural)
    units = spoken[spoken["interview"].isin(ids)].merge(changed, how="left", indicator=True)
    units = units[units["_merge"] == "left_only"]
    place = {interview: at for at, interview in enumerate(ids)}
    units = units.assign(_place=units["interview"].map(place)).sort_values("_place", kind="stable")
    units = units[["interview", "segment", "text"]].reset_index(drop=True)
    if not len(units):
        return None

    version = codebook.by_number[int(number)]
    coders = sorted(set(chosen["coder"]))
    at = {
        key: row for row, key in enumerate(units[["interview", "segment"]].itertuples(False, None))
    }
    present = np.zeros((len(coders), len(units), len(version.codes)), dtype=bool)
    for row in chosen.itertuples():
        unit = at.get((row.interview, row.segment))
        if unit is not None:
            present[coders.index(row.coder), unit, version.codes.index(row.code)] = True
    pairs = set(zip(chosen["coder"], chosen["interview"], strict=True))
    judged = np.array([[(coder, one) in pairs for one in units["interview"]] for coder in coders])
    return Comparison(
        version,
        coders,
        units,
        units["interview"].map(place).to_numpy(np.intp),
        present,
        judged,
        _notes(chosen, sizes, int(number), len(changed)),
    )


def _notes(chosen: pd.DataFrame, sizes: dict[int, int], number: int, changed: int) -> list[str]:
    others = {version: size for version, size in sorted(sizes.items()) if version != number}
    assisted = int((chosen["origin"] != "person").sum())
    return [
        note
        for note, wanted in (
            (
                "not compared: "
                + ", ".join(f"{size} codings under version {one}" for one, size in others.items()),
                bool(others),
            ),
            (f"{changed} segments left out, whose text has changed", changed > 0),
            (f"{assisted} codings began as suggestions and are not independent", assisted > 0),
        )
        if wanted
    ]


def agreement_table(
    compared: Comparison | None, names: dict[str, str], resamples: int, seed: int
) -> pd.DataFrame:
    """Give the rows of `Agreement`: all codes pooled, then each code of the version.

    Pooled means that each pair of segment and code is a unit, present or absent. Codes that
    nobody gave are part of it: coders could have given them.

    Args:
        compared: What coders gave; nothing gives a table without rows.
        names: Names of codes.
        resamples: Resamples of interviews behind the intervals.
        seed: Where the random numbers start.
    """
    if compared is None:
        return pd.DataFrame(columns=Agreement.column_names())
    by_code = agreement.binary_sums(
        compared.present, compared.judged, compared.interviews, len(compared.shared)
    )
    sums = np.concatenate([by_code.sum(axis=2, keepdims=True), by_code], axis=2)
    total = sums.sum(axis=1)
    low, high = agreement.bootstrap_alpha(sums, resamples, seed)
    percent, positive = _pairwise(compared)
    given: Flags = np.any(compared.present, axis=0)
    codes = compared.version.codes
    return pd.DataFrame(
        {
            "code": [ALL, *codes],
            "name": [POOLED, *(names.get(code, code) for code in codes)],
            "codebook_version": compared.version.number,
            "coders": len(compared.coders),
            "interviews": len(compared.shared),
            "segments": len(compared.units),
            "given": [int(np.any(given, axis=1).sum()), *given.sum(axis=0).tolist()],
            "prevalence": total[1] / total[0],
            "percent": percent,
            "positive": positive,
            "alpha": agreement.binary_alpha(total),
            "alpha_low": low,
            "alpha_high": high,
            "status": "; ".join([status(compared), *compared.notes]),
        }
    )


def _pairwise(compared: Comparison) -> tuple[list[float], list[float]]:
    """Percent and positive agreement, pooled and per code."""
    values = np.where(compared.judged[:, :, None], compared.present.astype(float), np.nan)
    tables = [
        values.reshape(len(values), -1),
        *(values[:, :, code] for code in range(values.shape[2])),
    ]
    return (
        [agreement.percent_agreement(table) for table in tables],
        [agreement.positive_agreement(table) for table in tables],
    )


def status(compared: Comparison) -> str:
    """Say whether the version was drafted from the very interviews compared."""
    drafted = compared.version.built_from & set(compared.shared)
    if not drafted:
        return "as coded"
    if drafted == set(compared.shared):
        return "framework development"
    return "partly framework development"


def disagreements(
    compared: Comparison | None, codings: pd.DataFrame, memos: pd.DataFrame
) -> pd.DataFrame:
    """Give the rows of `Disagreements`, for the meeting at which coders talk them over.

    Args:
        compared: What coders gave; nothing gives a table without rows.
        codings: Rows of `Codings`.
        memos: Rows of `Memos`.
    """
    if compared is None:
        return pd.DataFrame(columns=Disagreements.column_names())
    notes = _memos_by_segment(codings, memos, compared.version.number)
    given = (compared.present & compared.judged[:, :, None]).sum(axis=0)
    several = compared.judged.sum(axis=0)[:, None]
    rows = []
    names = compared.version.codes
    differing: list[list[int]] = np.argwhere((given > 0) & (given < several)).tolist()
    for unit, code in sorted(differing, key=lambda one: (one[0], names[one[1]])):
        place = compared.units.iloc[unit]
        name = names[code]
        judging = np.flatnonzero(compared.judged[:, unit])
        gave = [compared.coders[one] for one in judging if compared.present[one, unit, code]]
        gave_not = [
            compared.coders[one] for one in judging if not compared.present[one, unit, code]
        ]
        written = notes.get((place["interview"], int(place["segment"])), [])
        on_code = [f"{coder}: {memo}" for coder, other, memo in written if other == name]
        beside = [f"{coder} ({other}): {memo}" for coder, other, memo in written if other != name]
        rows.append(
            (
                place["interview"],
                place["segment"],
                name,
                "|".join(gave),
                "|".join(gave_not),
                " | ".join(on_code + beside),
                place["text"],
            )
        )
    return pd.DataFrame(rows, columns=Disagreements.column_names())


def _memos_by_segment(
    codings: pd.DataFrame, memos: pd.DataFrame, version: int
) -> dict[tuple[str, int], list[tuple[str, str, str]]]:
    """Coder, code and memo of independent codings, by interview and segment."""
    theirs = codings[
        (codings["layer"] == "independent") & (codings["codebook_version"] == version)
    ].merge(memos, on="coding")
    found: dict[tuple[str, int], list[tuple[str, str, str]]] = {}
    for row in theirs.sort_values(["coder", "code"]).itertuples():
        found.setdefault((row.interview, int(row.segment)), []).append(
            (row.coder, row.code, row.memo)
        )
    return found


def told(compared: Comparison | None, table: pd.DataFrame) -> list[tuple[bool, str]]:
    """Say in plain words what was compared.

    Returns:
        Messages; True where a reader should be warned.
    """
    if compared is None:
        return [(True, "no interview was coded independently by two coders: agreement is empty")]
    few = len(compared.shared) < 10
    apart = int(table["alpha"].isna().sum())
    pairs = sum(
        bool((compared.judged[one] & compared.judged[other]).any())
        for one, other in combinations(range(len(compared.coders)), 2)
    )
    messages = [
        (
            False,
            f"version {compared.version.number}: {len(compared.coders)} coders ({pairs} pairs), "
            f"{len(compared.shared)} interviews, {len(compared.units)} segments; "
            f"{status(compared)}",
        ),
        (
            few,
            f"intervals resample {(many := len(compared.shared))} interview{'s' * (many != 1)}"
            + (": with so few, intervals are rough and mostly too narrow" if few else ""),
        ),
        (False, f"{apart} codes without alpha: nobody gave them" if apart else ""),
        *((True, note) for note in compared.notes),
    ]
    return [(wanting, message) for wanting, message in messages if message]
