"""Tables of room 5."""

import pandera.pandas as pa
from pandera.typing.pandas import Series

from verbatim.tables.base import Table

LEVELS = ("code", "subtheme", "theme")


class Saturation(Table):
    """One row per level and interview, in order of the day of the interview."""

    _where = ("results/5_saturate/saturation.csv",)

    level: Series[str] = pa.Field(isin=LEVELS, description="What is counted.")
    order: Series[int] = pa.Field(ge=1, description="Place of the interview by date.")
    interview: Series[str] = pa.Field(description="Interview.")
    present: Series[int] = pa.Field(ge=0, description="Codes that occur in the interview.")
    new: Series[int] = pa.Field(ge=0, description="Of these, codes not met before.")
    cumulative: Series[int] = pa.Field(ge=0, description="Codes met so far.")
    mean: Series[float] = pa.Field(
        ge=0, description="Codes met after as many interviews, mean over all orders (Mao Tau)."
    )
    sd: Series[float] = pa.Field(ge=0, description="Exact standard deviation over all orders.")
    z: Series[float] = pa.Field(
        nullable=True, description="(cumulative - mean) / sd; empty where sd is 0."
    )


class StoppingRules(Table):
    """One row per level and setting of Guest, Namey and Chen's rule (2020)."""

    _where = ("results/5_saturate/stopping.csv",)

    level: Series[str] = pa.Field(isin=LEVELS, description="What is counted.")
    base: Series[int] = pa.Field(ge=1, description="Interviews in the base.")
    run: Series[int] = pa.Field(ge=1, description="Interviews in a run.")
    threshold: Series[float] = pa.Field(ge=0, description="New information allowed, as share.")
    base_codes: Series[int] = pa.Field(ge=0, description="Codes found in the base.")
    met_after: Series[float] = pa.Field(
        nullable=True, description="Interviews before the first run at or under the threshold."
    )
    label: Series[str] = pa.Field(description="Printed as 6+2, or 'not met'.")
    ratio: Series[float] = pa.Field(
        nullable=True, description="New codes of that run / codes of the base."
    )
    degree: Series[float] = pa.Field(
        nullable=True, description="Share of the codes of all interviews met by the run's end."
    )
