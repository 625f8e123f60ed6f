"""Tables of room 8."""

import pandas as pd
import pandera.pandas as pa
from pandera.typing.pandas import Series

from verbatim.tables.base import Table


class LeakCheck(Table):
    """One row per kind of place that was searched for identifiers."""

    _where = ("results/8_release/leaks.csv",)

    place: Series[str] = pa.Field(description="What was searched, as restricted text, logs.")
    files: Series[pd.Int64Dtype] = pa.Field(
        ge=0,
        nullable=True,
        description="Files searched, those inside files too; of text, interviews; empty for logs "
        "and records, whose number differs from run to run.",
    )
    names: Series[int] = pa.Field(ge=0, description="Distinctive identifiers searched for.")
    findings: Series[int] = pa.Field(ge=0, description="Found; a release needs 0.")


class Exempt(Table):
    """One row per attribute that the study's policy publishes and the check lets pass.

    Words that the policy lets pass beside them (privacy.let_pass) have one row without attribute.
    """

    _where = ("results/8_release/exempt.csv",)

    attribute: Series[str] = pa.Field(
        description="Attribute of participants; empty: words that the policy names."
    )
    values: Series[int] = pa.Field(ge=0, description="Different values published, or words.")
    why: Series[str] = pa.Field(description="Reason.")
