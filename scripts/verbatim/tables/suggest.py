"""Tables of room 3."""

import pandera.pandas as pa
from pandera.typing.pandas import Series

from verbatim.tables.base import Table


class Suggestions(Table):
    """One row per code suggested for a participant's segment, best first."""

    _where = ("results/restricted/3_suggest/suggestions.csv",)

    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment.")
    rank: Series[int] = pa.Field(ge=1, description="1 for the best suggestion.")
    code: Series[str] = pa.Field(description="Code suggested.")
    score: Series[float] = pa.Field(description="Sum of what the reasons bring; larger is better.")
    probability: Series[float] = pa.Field(
        ge=0, le=1, description="Calibrated on interviews that the model had not seen."
    )
    band: Series[str] = pa.Field(
        isin=("likely", "possible", "weak"), description="likely from 0.5, possible from 0.2."
    )
    terms: Series[str] = pa.Field(
        description="Words of the segment that speak most for the code, best first, | between them."
    )
    passages: Series[str] = pa.Field(
        description="Segments with the code, in other interviews, that speak most for it, as "
        "P03:12, best first, | between them."
    )


class SuggestionQuality(Table):
    """One row per code, and 'all': suggestions judged on interviews that were left out."""

    _where = ("results/3_suggest/quality.csv",)

    code: Series[str] = pa.Field(unique=True, description="Code, or 'all'.")
    segments: Series[int] = pa.Field(
        ge=0, description="Segments with the code (all: with any), of those long enough."
    )
    interviews: Series[int] = pa.Field(ge=0, description="Interviews in which it occurs.")
    precision_at_1: Series[float] = pa.Field(
        nullable=True,
        description="Share of first suggestions, on segments with any code, that coders gave.",
    )
    recall_at_3: Series[float] = pa.Field(
        nullable=True, description="Share of given codes among the first three suggestions."
    )
    recall_at_5: Series[float] = pa.Field(
        nullable=True, description="Share of given codes among the first five suggestions."
    )
    average_precision: Series[float] = pa.Field(
        nullable=True,
        description="Per code: area under precision and recall over segments; all: label "
        "ranking average precision over coded segments.",
    )
    baseline: Series[float] = pa.Field(
        nullable=True,
        description="The same without reading: all, codes ranked by how often they are given in "
        "other interviews; per code, its share of segments, which guessing gives.",
    )


class SuggestionCalibration(Table):
    """One row per band of probability: what was promised and what came true."""

    _where = ("results/3_suggest/calibration.csv",)

    low: Series[float] = pa.Field(ge=0, description="From this probability.")
    high: Series[float] = pa.Field(le=1, description="Up to this probability.")
    pairs: Series[int] = pa.Field(ge=0, description="Pairs of segment and code in the band.")
    predicted: Series[float] = pa.Field(nullable=True, description="Mean probability.")
    observed: Series[float] = pa.Field(nullable=True, description="Share that coders gave.")
