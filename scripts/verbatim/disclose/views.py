"""Each view that an outsider may have of the participants, measured."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from verbatim.disclose.printed import Printed
from verbatim.disclose.risk import (
    Flags,
    Ints,
    below,
    coded,
    diversity,
    risk,
    sizes_known,
    sizes_of,
    unique_by,
)
from verbatim.disclose.words import NOTHING
from verbatim.tables.disclose import Disclosure, ExposedParticipants


@dataclass(frozen=True)
class View:
    """What an outsider sees, and how many look alike in it.

    Attributes:
        view: As `Disclosure` names it.
        shown: Attributes in it.
        sizes: Size of each participant's class.
        of: Participants whom it shows.
        step: What it generalises beyond the view before.
        diverse: Different sensitive values in each participant's class; None without any.
        loss: 1 - Prec; None where nothing is generalised.
        cells: Single cells left out.
        unique_by: What makes somebody unique, for each participant.
    """

    view: str
    shown: str
    sizes: Ints
    of: Flags
    step: str = ""
    diverse: Ints | None = None
    loss: float | None = None
    cells: int = 0
    unique_by: tuple[str, ...] = ()


def disclosure(
    views: list[View],
    quoted: Ints,
    k: dict[str, int],
    l: int,  # noqa: E741
) -> DataFrame[Disclosure]:
    """Count what each view discloses.

    Args:
        views: What was measured.
        quoted: Quotations of each participant.
        k: Size of the classes that a paper and a deposit ask for.
        l: Different sensitive values that each class must have.
    """
    return Disclosure.validate(
        pd.DataFrame(
            [_row(view, quoted, k, l) for view in views], columns=Disclosure.column_names()
        )
    )


def exposed(views: list[View], people: list[str], k: dict[str, int]) -> pd.DataFrame:
    """Name the participants in classes that are too small, view by view.

    Returns:
        Rows of `ExposedParticipants`: of the views in which attributes stand together, and of the
        generalised tables where they, too, fail.
    """
    rows = [
        (view.view, people[at], int(view.sizes[at]), view.unique_by[at] if view.unique_by else "")
        for view in views
        if view.view not in {"attribute", "rung"}
        for at in np.flatnonzero(view.of & (view.sizes < k.get(view.view, k["deposit"])))
    ]
    return ExposedParticipants.validate(
        pd.DataFrame(rows, columns=ExposedParticipants.column_names())
    )


def _row(view: View, quoted: Ints, k: dict[str, int], l: int) -> dict[str, Any]:  # noqa: E741
    sizes = view.sizes[view.of]
    measures = risk(sizes)
    few = [below(sizes, k[target]) for target in ("paper", "deposit")]
    diverse = None if view.diverse is None else int(view.diverse[view.of].min())
    wide = diverse is None or diverse >= l
    holds = "paper and deposit" if not few[1] else "paper" if not few[0] else "neither"
    return {
        "view": view.view,
        "shown": view.shown,
        "step": view.step,
        "participants": measures.participants,
        "smallest": measures.smallest,
        "largest": measures.largest,
        "unique": measures.unique,
        "below_paper": few[0],
        "below_deposit": few[1],
        "average_risk": measures.average,
        "maximum_risk": measures.maximum,
        "diversity": diverse,
        "loss": view.loss,
        "cells": view.cells,
        "quotations": int(quoted[view.of].sum()),
        "quotations_unique": int(quoted[view.of & (view.sizes == 1)].sum()),
        "holds": holds if wide else "neither",
    }


def side_by_side(shown: Printed) -> list[View]:
    """Each attribute by itself, and all of them side by side."""
    everybody = np.ones(len(shown.people), dtype=bool)
    singles = [
        View("attribute", name, sizes_of(coded(shown.people[[name]])), everybody)
        for name in shown.table
    ]
    codes = coded(shown.people[shown.table])
    sizes = sizes_of(codes)
    unique = unique_by(shown.table, codes, np.ones(codes.shape, bool), sizes == 1)
    return [
        *singles,
        View(
            "published",
            ", ".join(shown.table) or NOTHING,
            sizes,
            everybody,
            diverse=diverse_in(codes, shown.sensitive),
            loss=0.0,
            unique_by=tuple(unique),
        ),
    ]


def by_id(shown: Printed) -> list[View]:
    """What an id collects: under quotations, in them, and all that is published."""
    quoted = shown.quoted > 0
    everybody = np.ones(len(quoted), dtype=bool)
    parts = [
        ("attribution", shown.known & shown.cited, quoted),
        ("quotations", shown.known & (shown.cited | shown.said), quoted),
        ("everything", shown.known & ~shown.repeated, everybody),
    ]
    views = []
    for view, known, of in parts:
        sizes = sizes_known(shown.codes, known)
        unique = unique_by(shown.names, shown.codes, known, of & (sizes == 1))
        said = int((known.any(axis=0) & shown.said).sum())
        names = [shown.names[at] for at in np.flatnonzero(known.any(axis=0) & ~shown.said)]
        # Which attributes speech gives away, beyond the published ones, is nobody's business.
        names += [f"{said} more in their words"] if said else []
        views.append(View(view, ", ".join(names) or NOTHING, sizes, of, unique_by=tuple(unique)))
    return views


def diverse_in(codes: Ints, sensitive: Ints | None) -> Ints | None:
    """Count the different sensitive values in each class, where there is such an attribute."""
    return None if sensitive is None else diversity(codes, sensitive)
