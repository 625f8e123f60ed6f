"""Carry codings to the current codebook, and set aside what a person must look at again."""

import hashlib
import re

import pandas as pd

from verbatim.code import reanchor
from verbatim.code.given import KEY
from verbatim.codebook.model import Codebook
from verbatim.files import text_hash
from verbatim.tables.base import Table
from verbatim.tables.code import Carried, CodingCounts, Codings, Memos, Reanchor, Recode
from verbatim.tables.frozen import Frozen

TEXT_CHANGED = "text changed"
NOT_PARTICIPANT = "not a participant"
CARRIED = ("unchanged", "rename", "merge")
TO_RECODE = ("split", "drop", TEXT_CHANGED)


def followed(
    given: pd.DataFrame,
    codebook: Codebook,
    segments: pd.DataFrame,
    accepted: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Say of each checked coding what becomes of it.

    A coding on a text that has changed, or on a segment that is no more, is set aside before
    anything else, one on what an interviewer (or anybody but a participant) says is never
    counted, and the others go the way of their code.

    Args:
        given: Codings whose references are checked.
        codebook: The framework and its history.
        segments: Rows of `Segments`, as spoken.
        accepted: Rows of `Frozen`: a coding without a hash was given on what is frozen.

    Returns:
        One row per coding, sorted by interview, segment, code, layer and coder, with `coding`
        (its id), `outcome`, `choices` (the current codes that follow), and two hashes: `text_now`
        (empty where the segment is no more) and `text_held`, of the text that was coded.
    """
    accepted = Frozen.without_rows() if accepted is None else accepted
    texts = segments.assign(text_now=segments["text"].map(text_hash))
    table = given.merge(
        texts[["interview", "segment", "speaker", "text_now"]],
        on=["interview", "segment"],
        how="left",
        validate="many_to_one",
    )
    fates = {
        (version, code): codebook.carry(code, version)
        for version, code in {*zip(table["codebook_version"], table["code"], strict=True)}
    }
    table["origin"] = table["origin"].where(table["origin"] != "", "person")
    table["coding"] = [coding_id(*row) for row in table[KEY].itertuples(index=False)]
    mine = [fates[key] for key in zip(table["codebook_version"], table["code"], strict=True)]
    table["choices"] = pd.Series([fate.codes for fate in mine], index=table.index, dtype=object)
    table["outcome"] = pd.Series([fate.how for fate in mine], index=table.index, dtype=object)
    table.loc[table["speaker"] != "participant", "outcome"] = NOT_PARTICIPANT
    table["text_now"] = table["text_now"].fillna("")
    table["text_held"] = reanchor.hashes_held(table, accepted)
    changed = (table["text_held"] != "") & (table["text_held"] != table["text_now"])
    table.loc[changed | (table["text_now"] == ""), "outcome"] = TEXT_CHANGED
    return _sorted(table)


def coding_id(*parts: str | int) -> str:
    """Twelve hexadecimal digits of coder, layer, interview, segment, code and version."""
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()[:12]


def natural(interview: str) -> tuple[str, int, str]:
    """Sort key that puts P2 before P10."""
    match = re.fullmatch(r"(\D*)(\d+)", interview)
    return (match[1], int(match[2]), interview) if match else (interview, 0, interview)


def _sorted(table: pd.DataFrame) -> pd.DataFrame:
    places = {one: place for place, one in enumerate(sorted(set(table["interview"]), key=natural))}
    order = ["_place", "segment", "code", "layer", "coder", "codebook_version"]
    return (
        table.assign(_place=table["interview"].map(places).astype("int64"))
        .sort_values(order, ignore_index=True)
        .drop(columns="_place")
    )


def results(
    table: pd.DataFrame, segments: pd.DataFrame, accepted: pd.DataFrame
) -> dict[str, tuple[type[Table], pd.DataFrame]]:
    """Give each table that says what became of the codings, and what it promises, by its name.

    Args:
        table: What `followed` gave.
        segments: Rows of `Segments`, as spoken.
        accepted: Rows of `Frozen`.
    """
    changed = table[table["outcome"] == TEXT_CHANGED]
    return {
        "codings": (Codings, codings(table)),
        "carried": (Carried, carried(table)),
        "recode": (Recode, recode(table)),
        "reanchor": (Reanchor, reanchor.reanchor(changed, segments, accepted)),
        "memos": (Memos, memos(table)),
        "counts": (CodingCounts, counts(table)),
    }


def codings(table: pd.DataFrame) -> pd.DataFrame:
    """Give the rows of `Codings`: everything that was given."""
    return table[Codings.column_names()]


def memos(table: pd.DataFrame) -> pd.DataFrame:
    """Give the rows of `Memos`: codings with a memo."""
    return table.loc[table["memo"].str.strip() != "", Memos.column_names()]


def carried(table: pd.DataFrame) -> pd.DataFrame:
    """Give the rows of `Carried`: what is counted.

    Where two codings of one coder meet in one code on one segment, one of them stands: the one
    that marks a deviant case, else the one with the lower id.
    """
    chosen = table[table["outcome"].isin(CARRIED)]
    chosen = chosen.assign(
        given_code=chosen["code"],
        given_version=chosen["codebook_version"],
        carried_by=chosen["outcome"],
        code=[codes[0] for codes in chosen["choices"]],
        _usual=chosen["stance"] == "",
    )
    once = chosen.sort_values(["_usual", "coding"]).drop_duplicates(
        ["coder", "layer", "interview", "segment", "code"]
    )
    return _sorted(once)[Carried.column_names()]


def recode(table: pd.DataFrame) -> pd.DataFrame:
    """Give the rows of `Recode`: what a person must look at again."""
    chosen = table[table["outcome"].isin(TO_RECODE)]
    return chosen.assign(
        reason=chosen["outcome"],
        choices=["|".join(codes) for codes in chosen["choices"]],
        text_hash=chosen["text_now"],
    )[Recode.column_names()]


def counts(table: pd.DataFrame) -> pd.DataFrame:
    """Give the rows of `CodingCounts`; the outcomes of a row add up to its codings."""
    outcomes = {
        "unchanged": "unchanged",
        "renamed": "rename",
        "merged": "merge",
        "split": "split",
        "dropped": "drop",
        "text_changed": TEXT_CHANGED,
        "interviewer_speech": NOT_PARTICIPANT,
    }
    rows = [
        {
            "coder": coder,
            "layer": layer,
            "codebook_version": version,
            "interviews": rows["interview"].nunique(),
            "segments": len(rows[["interview", "segment"]].drop_duplicates()),
            "codings": len(rows),
            "assisted": int((rows["origin"] != "person").sum()),
            **{name: int((rows["outcome"] == value).sum()) for name, value in outcomes.items()},
            "no_hash": int((rows["text_hash"] == "").sum()),
        }
        for (coder, layer, version), rows in table.groupby(["coder", "layer", "codebook_version"])
    ]
    return pd.DataFrame(rows, columns=CodingCounts.column_names())


def told(table: pd.DataFrame, accepted: pd.DataFrame | None = None) -> list[tuple[bool, str]]:
    """Say in plain words what became of the codings.

    Args:
        table: What `followed` gave.
        accepted: Rows of `Frozen`.

    Returns:
        Messages; True where a person should do something about it.
    """
    summary = counts(table)
    if not len(summary):
        return [(True, "no codings in data/private/codings: nothing can be counted")]
    messages = [
        (
            False,
            f"{row.coder}, {row.layer}, version {row.codebook_version}: {row.codings} codings on "
            f"{row.segments} segments of {row.interviews} interviews",
        )
        for row in summary.itertuples()
    ]
    if accepted is None or accepted.empty:
        messages.append(
            (False, "no interview is frozen: `make freeze` keeps the numbers that codings cite")
        )
    wanting = {
        "text_changed": "codings set aside: the text has changed since they were given; re-read "
        "them in results/private/4_code/reanchor.csv, old text beside new, and put the new hash "
        "(or the new segment with its hash) into the coding",
        "split": "codings to re-code: their code was split",
        "dropped": "codings whose code was dropped",
        "interviewer_speech": "codings on what somebody other than a participant says; not counted",
        "unheld": "codings without a hash of their text: a changed transcript goes unnoticed",
    }
    totals = {name: int(summary[name].sum()) for name in wanting if name in summary}
    totals["unheld"] = int((table["text_held"] == "").sum())
    return messages + [
        (True, f"{totals[name]} {text}") for name, text in wanting.items() if totals[name]
    ]
