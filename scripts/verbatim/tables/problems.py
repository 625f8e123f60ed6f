"""The private list of problems: what a message may not say aloud."""

from pathlib import Path

import pandas as pd
import pandera.pandas as pa
from pandera.typing.pandas import Series

from verbatim.errors import StudyError
from verbatim.tables.base import Table


class Problems(Table):
    """One row per problem with identifying detail: a label, a file name, a word."""

    _where = ("results/private/problems/*.csv",)

    where: Series[str] = pa.Field(description="File and row, as in the message.")
    found: Series[str] = pa.Field(description="What was found, as in the message.")
    detail: Series[str] = pa.Field(description="The words themselves.")


def write_problems(errors: list[StudyError], path: Path) -> list[str]:
    """Write the identifying details, one row each, and return the messages that cite them.

    A message whose error has no such detail is returned as it is; the list is written only where
    there is something to put into it.
    """
    private = [error for error in errors if error.private]
    if private:
        rows = [(error.where, error.found, error.private) for error in private]
        Problems.write(pd.DataFrame(rows, columns=Problems.column_names()), path)
    line_of = {id(error): line for line, error in enumerate(private, start=2)}
    return [
        f"{error}\n  detail:   line {line_of[id(error)]} of {path} (private)"
        if error.private
        else str(error)
        for error in errors
    ]
