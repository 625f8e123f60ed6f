"""Tables of room 6."""

import pandera.pandas as pa
from pandera.typing.pandas import Series

from verbatim.tables.base import Table
from verbatim.tables.saturate import LEVELS


class Frequencies(Table):
    """One row per theme, subtheme and code: participants who speak of it."""

    _where = ("results/6_compare/themes.csv",)

    level: Series[str] = pa.Field(isin=LEVELS, description="theme, subtheme or code.")
    id: Series[str] = pa.Field(description="Id of the theme, subtheme or code.")
    name: Series[str] = pa.Field(description="Its name.")
    theme: Series[str] = pa.Field(description="Id of the theme it belongs to.")
    participants: Series[int] = pa.Field(ge=0, description="Participants who speak of it (n).")
    of: Series[int] = pa.Field(ge=1, description="Participants in the analysis (N).")
    share: Series[float] = pa.Field(ge=0, le=1, description="n / N.")
    low: Series[float] = pa.Field(ge=0, le=1, description="Wilson 95 % interval, low.")
    high: Series[float] = pa.Field(ge=0, le=1, description="Wilson 95 % interval, high.")
    segments: Series[int] = pa.Field(ge=0, description="Segments that carry it.")
    deviant: Series[int] = pa.Field(ge=0, description="Participants who hold the opposite view.")


class GroupFrequencies(Table):
    """One row per grouping, group and theme, subtheme or code."""

    _where = ("results/6_compare/groups.csv",)

    grouping: Series[str] = pa.Field(description="Attribute or declared grouping.")
    group: Series[str] = pa.Field(description="Group.")
    level: Series[str] = pa.Field(isin=LEVELS, description="theme, subtheme or code.")
    id: Series[str] = pa.Field(description="Id of the theme, subtheme or code.")
    name: Series[str] = pa.Field(description="Its name.")
    participants: Series[int] = pa.Field(ge=0, description="Participants of the group (n).")
    of: Series[int] = pa.Field(ge=1, description="Size of the group (N).")
    share: Series[float] = pa.Field(ge=0, le=1, description="n / N.")
    low: Series[float] = pa.Field(ge=0, le=1, description="Wilson 95 % interval, low.")
    high: Series[float] = pa.Field(ge=0, le=1, description="Wilson 95 % interval, high.")


class Presence(Table):
    """One row per code and interview: the matrix behind every count."""

    _where = ("results/6_compare/presence.csv",)

    code: Series[str] = pa.Field(description="Code.")
    interview: Series[str] = pa.Field(description="Interview.")
    segments: Series[int] = pa.Field(ge=0, description="Segments that carry the code.")
