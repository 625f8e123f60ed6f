"""Rows about interviews that are left out, since somebody in them did not agree to be analysed."""

import logging
from collections.abc import Collection, Iterable
from pathlib import Path

import pandas as pd

from verbatim.tables.base import Table


def read(
    kind: type[Table], paths: str | Iterable[str | Path], left_out: Collection[str]
) -> pd.DataFrame:
    """Read one of people's tables and set aside what `set_aside` does.

    Raises:
        StudyError: As `Table.read`.
    """
    return set_aside(kind.read_all(paths), left_out, kind.lies_at())


def set_aside(table: pd.DataFrame, left_out: Collection[str], where: str) -> pd.DataFrame:
    """Give the rows of a table without those of interviews that are left out.

    People's tables keep such rows when consent is withdrawn; a warning says how many are not used.

    Args:
        table: Any table with `interview`.
        left_out: Interviews of the register that may not be analysed.
        where: The table's place in the study folder, for the warning.

    Returns:
        The other rows under their own index, so that a row of the file keeps its number.
    """
    unused = table["interview"].isin(list(left_out))
    if many := int(unused.sum()):
        rows = "1 row" if many == 1 else f"{many} rows"
        logging.warning("%s of %s not used: no consent to be analysed", rows, where)
    return table[~unused]
