"""Which of the carried codings count."""

from collections.abc import Iterable

import pandas as pd

from verbatim.errors import StudyError


def that_count(
    carried: pd.DataFrame, codebook: pd.DataFrame, layer: str, analysed: Iterable[str]
) -> pd.DataFrame:
    """Keep the codings of one layer in the interviews that are analysed, whoever gave them.

    Args:
        carried: Rows of `Carried`.
        codebook: Rows of `CodebookTable`.
        layer: consensus, or independent: then what any coder gave counts.
        analysed: Ids of interviews.

    Raises:
        StudyError: If one of them has a code that is not in the codebook.
    """
    kept = carried[(carried["layer"] == layer) & carried["interview"].isin(set(analysed))]
    unknown = sorted(set(kept["code"]) - set(codebook["code"]))
    if unknown:
        raise StudyError(
            "results/restricted/4_code/carried.csv, column code",
            f"{', '.join(unknown)}: not in the codebook",
            "codes of results/4_code/codebook.csv",
            "both files come from room 4; make them anew",
        )
    return kept
