"""Tables beside the key."""

import pandera.pandas as pa
from pandera.typing.pandas import Series

from verbatim.tables.base import Table
from verbatim.tables.people import CATEGORIES


class ReplacementLog(Table):
    """One row per mention that was decided on: what became of it, without what was said."""

    _where = ("data/private/key/log.csv",)

    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment.")
    start: Series[int] = pa.Field(ge=0, description="First character in the text as spoken.")
    end: Series[int] = pa.Field(ge=1, description="Character after it.")
    digest: Series[str] = pa.Field(
        str_matches=r"^[0-9a-f]{64}$",
        description="HMAC-SHA-256 of what was said under the study's salt: the same for the same.",
    )
    category: Series[str] = pa.Field(isin=CATEGORIES, description="Kind of identifier.")
    layer: Series[str] = pa.Field(description="Layers that found it; empty: only people did.")
    status: Series[str] = pa.Field(isin=("replaced", "kept"), description="What became of it.")
    decided_by: Series[str] = pa.Field(description="Who had the last word.")
    tag: Series[str] = pa.Field(description="What stands in its place; empty where it was kept.")


class Reidentified(Table):
    """One row per file in which tags were turned back."""

    _where = ("data/private/key/reidentified.csv",)

    time: Series[str] = pa.Field(description="When, in UTC.")
    who: Series[str] = pa.Field(description="Name of the account that asked.")
    file_hash: Series[str] = pa.Field(
        str_matches=r"^[0-9a-f]{64}$", description="SHA-256 of the file that was read."
    )
    tags: Series[int] = pa.Field(ge=0, description="Tags that were turned back.")
    unknown: Series[int] = pa.Field(ge=0, description="Tags that the key does not have.")
    reason: Series[str] = pa.Field(description="Why, as whoever asked gave it.")
