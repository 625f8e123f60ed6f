"""From codings to the tables of saturation."""

import logging
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from verbatim.saturate import accumulation, stopping
from verbatim.tables.saturate import LEVELS, Saturation, StoppingRules


def counted(codings: pd.DataFrame, codebook: pd.DataFrame, order: Sequence[str]) -> pd.DataFrame:
    """Count new codes by interview, for codes, subthemes and themes.

    Args:
        codings: Codings that count, with columns interview and code.
        codebook: Rows of `CodebookTable`.
        order: Coded interviews, in the order held.

    Returns:
        Rows of `Saturation`; none where nothing is coded.
    """
    parts = [_accumulated(incidence(codings, codebook, order, level), level) for level in LEVELS]
    return pd.concat(parts, ignore_index=True) if len(order) else Saturation.without_rows()


def stopped(
    saturation: pd.DataFrame,
    bases: Sequence[int],
    runs: Sequence[int],
    thresholds: Sequence[float],
) -> pd.DataFrame:
    """Apply Guest, Namey and Chen's rule to every level and setting.

    Returns:
        Rows of `StoppingRules`; none where nothing is coded.
    """
    rows = [
        {"level": level, **vars(stop), "label": stop.label}
        for level, rows in saturation.groupby("level", sort=False)
        for stop in stopping.grid(rows["new"].tolist(), bases, runs, thresholds)
    ]
    table = pd.DataFrame(rows, columns=StoppingRules.column_names())
    return table.astype(dict.fromkeys(("met_after", "ratio", "degree"), "float64"))


def coded_in_order(
    codings: pd.DataFrame, interviews: pd.DataFrame, analysed: Iterable[str]
) -> list[str]:
    """Order the coded interviews by the day they were held; those of one day by id.

    An interview without any coding is not yet coded, as far as anybody can tell: it is left out,
    and the log says how many were.
    """
    coded = set(codings["interview"])
    register = interviews[interviews["interview"].isin(set(analysed))]
    held = register[register["interview"].isin(coded)].sort_values(["date", "interview"])
    logging.info(
        "%d interviews coded, %d analysed but not yet coded: left out",
        len(held),
        len(register) - len(held),
    )
    return [str(one) for one in held["interview"]]


def incidence(
    codings: pd.DataFrame, codebook: pd.DataFrame, order: Sequence[str], level: str
) -> pd.DataFrame:
    """Say which interview holds which code, subtheme or theme.

    Returns:
        True or false, interviews in `order` as rows; as columns the ids that occur, in the order
        of the framework.
    """
    of_code = codebook.set_index("code", drop=False)[level]
    ids = codings["code"].map(of_code)
    table = pd.crosstab(codings["interview"], ids) > 0
    occurring = [one for one in of_code.drop_duplicates() if one in table.columns]
    return table.reindex(index=list(order), columns=occurring, fill_value=False)


def _accumulated(held: pd.DataFrame, level: str) -> pd.DataFrame:
    matrix = held.to_numpy(dtype=bool)
    new = accumulation.new_codes(matrix)
    cumulative = np.cumsum(new)
    mean = accumulation.mao_tau(matrix.sum(axis=0), len(matrix))
    sd = accumulation.order_sd(matrix)
    return pd.DataFrame(
        {
            "level": level,
            "order": np.arange(1, len(matrix) + 1),
            "interview": held.index,
            "present": matrix.sum(axis=1),
            "new": new,
            "cumulative": cumulative,
            "mean": mean,
            "sd": sd,
            "z": np.divide(cumulative - mean, sd, out=np.full(len(sd), np.nan), where=sd > 0),
        }
    )
