"""What every table has in common: checked when read, checked when written."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar, Self

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaError, SchemaErrors
from pandera.typing.pandas import DataFrame

from verbatim.errors import StudyError
from verbatim.files import whole
from verbatim.tables import cells

DECIMALS = 6


class Table(pa.DataFrameModel):
    """A table with a fixed set of columns, in a fixed order.

    Attributes:
        _where: Files of this kind, as paths in the study folder.
        _optional: Columns that people may leave out; they are read as empty.
    """

    _where: ClassVar[tuple[str, ...]] = ()
    _optional: ClassVar[tuple[str, ...]] = ()

    class Config:
        """Nothing more, nothing less, in this order."""

        strict = True
        coerce = True
        ordered = True

    @classmethod
    def read(cls, path: str | Path) -> DataFrame[Self]:
        """Read the CSV as text, put the columns in order and give them their types.

        "NA" said aloud stays a word; an empty cell is an empty text, or a missing number where
        the column allows it.

        Raises:
            StudyError: If the file is no CSV table, a column is missing or unknown, or a cell
                breaks the contract; names file, row (the header is row 1) and column.
        """
        return cls.check(cells.read(Path(path), cls.column_names()), str(path))

    @classmethod
    def read_all(cls, paths: str | Iterable[str | Path]) -> pd.DataFrame:
        """Read any number of files as one table, in their order; of none, the table has no rows.

        Raises:
            StudyError: As `read`.
        """
        parts = [cls.read(path) for path in ([paths] if isinstance(paths, str) else paths)]
        return pd.concat(parts, ignore_index=True) if parts else cls.without_rows()

    @classmethod
    def check(cls, table: pd.DataFrame, where: str) -> DataFrame[Self]:
        """Return the table with its types, or say what is wrong in `where`.

        Raises:
            StudyError: As `read`.
        """
        empty = not len(table.columns)
        optional = [name for name in cls._optional if name not in table.columns]
        table = table.assign(**dict.fromkeys(optional, ""))
        missing = [name for name in cls.column_names() if name not in table.columns]
        if missing:
            raise StudyError(
                where,
                "an empty file" if empty else f"no column {', '.join(missing)}",
                f"the columns {', '.join(cls.column_names())}",
                "the header is the first line; names are in lower case",
            )
        others = [name for name in table.columns if name not in cls.column_names()]
        table = table[[*cls.column_names(), *others]]
        schema = cls.to_schema()
        numeric = [name for name, column in schema.columns.items() if not _is_text(column)]
        blank = table.assign(**{name: table[name].replace("", None) for name in numeric})
        try:
            return cls.validate(blank, lazy=True)
        except SchemaErrors as error:
            raise _explained(error.failure_cases, where, cls) from error
        except SchemaError as error:
            raise StudyError(where, "a table out of shape", f"{error}") from error

    @classmethod
    def write(cls, table: pd.DataFrame, path: str | Path) -> None:
        """Check the table against its promise, round its numbers, then write it whole.

        Numbers are rounded to six decimals, so that the last bits of a processor never reach a
        file.
        """
        checked = cls.validate(table)
        floats = checked.select_dtypes("float").columns
        rounded = checked.assign(**{name: checked[name].round(DECIMALS) + 0.0 for name in floats})
        with whole(Path(path)) as temporary:
            rounded.to_csv(temporary, index=False, lineterminator="\n", encoding="utf-8")

    @classmethod
    def lies_at(cls) -> str:
        """Where such a table lies in the study folder."""
        return cls._where[0]

    @classmethod
    def column_names(cls) -> list[str]:
        """Names of the columns, in order."""
        return list(cls.to_schema().columns)

    @classmethod
    def without_rows(cls) -> DataFrame[Self]:
        """The table without rows."""
        return cls.validate(pd.DataFrame(columns=cls.column_names()))


def by_interview(table: pd.DataFrame) -> pd.DataFrame:
    """Sort by interview; inside one, rows keep their order, which may be that of speech."""
    return table.sort_values("interview", kind="stable", ignore_index=True)


def _is_text(column: Any) -> bool:
    return str(column.dtype).startswith(("str", "object"))


def _explained(cases: pd.DataFrame, where: str, table: type[Table]) -> StudyError:
    """Turn the first broken cell into a message that quotes no text of the cell."""
    case = cases.iloc[0]
    column = str(case["column"])
    if case["check"] == "column_in_schema":
        return StudyError(
            where,
            "a column that is not known (the names known stand under expected)",
            f"the columns {', '.join(table.column_names())}",
            "remove the column, or move what it says into a column that is known",
            private=str(case["failure_case"]),
        )
    row = "" if pd.isna(case["index"]) else f", row {int(case['index']) + 2}"
    described = table.to_schema().columns.get(column)
    meaning = described.description if described is not None and described.description else ""
    value, check = str(case["failure_case"]), str(case["check"])
    more = f"{len(cases)} cells are not as they must be; this is the first"
    hints = [_hint(value, check, column), more if len(cases) > 1 else ""]
    return StudyError(
        f"{where}{row}, column {column}",
        _short(value, check),
        _wanted(meaning, check),
        "; ".join(filter(None, hints)),
        private=value,
    )


def _wanted(described: str, check: str) -> str:
    """What the column holds, and what a check asks for beyond that, in words."""
    if listed := re.fullmatch(r"isin\((\(.*\)|\[.*\])\)", check):
        words = [str(word) for word in ast.literal_eval(listed[1])]
        if all(word in described for word in words if word):
            return described
        said = ", ".join(word for word in words if word) + (", or nothing" if "" in words else "")
        return f"{described} (one of {said})"
    if least := re.fullmatch(r"greater_than_or_equal_to\((.*)\)", check):
        return f"{described} (at least {least[1]})"
    number = re.match(r"(coerce_)?dtype\('(int|float)", check, re.IGNORECASE)
    return f"{described} (a number)" if number else described


def _short(value: str, check: str) -> str:
    if value in {"None", "nan", "", "<NA>"} or check == "not_nullable":
        return "an empty cell"
    if check == "field_uniqueness":
        return "a value that stands in another row too"
    return "a value that is not allowed there"


def _hint(value: str, check: str, column: str) -> str:
    if value != value.strip():
        return "take out the blank before or after it"
    if column == "date" and re.search(r"\d", value):
        return (
            "spreadsheet programs turn dates round: give the column the format yyyy-mm-dd (or "
            "text), mend the dates and save as CSV again"
        )
    if check.startswith("isin") and repr(value.lower()) in check:
        return "in lower case"
    return ""
