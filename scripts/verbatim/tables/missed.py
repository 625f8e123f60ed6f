"""Tables of room 2 about what the program may have missed."""

import pandera.pandas as pa
from pandera.typing.pandas import Series

from verbatim.tables.base import Table


class Missed(Table):
    """One row per kind of identifier: what the automatic step leaves in the checked interviews."""

    _where = ("results/2_deidentify/missed.csv",)

    category: Series[str] = pa.Field(
        description="Kind of identifier, or 'direct', 'indirect' and 'all' for sums."
    )
    entities: Series[int] = pa.Field(
        ge=0, description="People and things named in an interview, however often."
    )
    masked: Series[int] = pa.Field(ge=0, description="Of these, covered whole at every mention.")
    entity_recall: Series[float] = pa.Field(nullable=True, description="masked / entities.")
    entity_recall_low: Series[float] = pa.Field(nullable=True, description="Wilson 95 %, low.")
    entity_recall_high: Series[float] = pa.Field(nullable=True, description="Wilson 95 %, high.")
    leaks: Series[int] = pa.Field(ge=0, description="Mentions not covered whole.")
    words: Series[int] = pa.Field(ge=0, description="Words of the checked interviews.")
    leaks_per_10k: Series[float] = pa.Field(nullable=True, description="leaks per 10,000 words.")
    leaks_low: Series[float] = pa.Field(
        nullable=True, description="Of these, exact 95 % interval (Garwood 1936), low."
    )
    leaks_high: Series[float] = pa.Field(nullable=True, description="The same, high.")
    interviews: Series[int] = pa.Field(ge=0, description="Interviews checked.")
    leak_free: Series[int] = pa.Field(ge=0, description="Of these, without such a leak.")
    leak_free_share: Series[float] = pa.Field(nullable=True, description="leak_free / interviews.")
    leak_free_share_low: Series[float] = pa.Field(nullable=True, description="Wilson 95 %, low.")
    leak_free_share_high: Series[float] = pa.Field(nullable=True, description="Wilson 95 %, high.")
    masked_tokens: Series[int] = pa.Field(
        ge=0, description="Words that proposals of this kind cover."
    )
    identifying_tokens: Series[int] = pa.Field(
        ge=0, description="Of these, in an identifying mention of any kind."
    )
    token_precision: Series[float] = pa.Field(
        nullable=True, description="identifying_tokens / masked_tokens."
    )
    token_precision_low: Series[float] = pa.Field(nullable=True, description="Wilson 95 %, low.")
    token_precision_high: Series[float] = pa.Field(nullable=True, description="Wilson 95 %, high.")


class ToCheck(Table):
    """One row per segment that was drawn to be read: nothing was found in it.

    Read from the top, as far as time allows: whatever was read is a sample of the whole study.
    """

    _where = (
        "results/private/2_deidentify/to_check.csv",
        "data/private/identifiers/checked_segments.csv",
    )
    _optional = ("category", "checked_by", "note")

    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment.")
    missed: Series[str] = pa.Field(
        description="The words that say who somebody is, as spoken, several with | between them; "
        "none where there are none; empty: nobody has read it yet."
    )
    category: Series[str] = pa.Field(
        description="Kinds of identifier of the words missed, with | between them, or one for all; "
        "empty: PERSON."
    )
    text: Series[str] = pa.Field(
        str_length={"min_value": 1}, description="What is said; leave it as it is."
    )
    checked_by: Series[str] = pa.Field(description="Who read it.")
    note: Series[str] = pa.Field(description="Anything to remember.")


class Near(Table):
    """One row per word of the de-identified text that is nearly a replaced name."""

    _where = ("results/private/2_deidentify/near.csv",)

    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment.")
    start: Series[int] = pa.Field(ge=0, description="First character in the text as spoken.")
    end: Series[int] = pa.Field(ge=1, description="Character after it in the text as spoken.")
    category: Series[str] = pa.Field(description="Kind of identifier of the name.")
    text: Series[str] = pa.Field(str_length={"min_value": 1}, description="The word as spoken.")
    near: Series[str] = pa.Field(description="The name that it is near to.")
    how: Series[str] = pa.Field(
        isin=("letter", "sound"),
        description="letter: one letter more, less, other or two changed about; sound: it sounds "
        "the same (NYSIIS).",
    )


class Residual(Table):
    """One row per estimate of what identifies somebody and still stands in the text."""

    _where = ("results/2_deidentify/residual.csv",)

    estimate_of: Series[str] = pa.Field(description="What is estimated.")
    method: Series[str] = pa.Field(description="How, with source.")
    based_on: Series[str] = pa.Field(description="What it rests on, counted.")
    estimate: Series[float] = pa.Field(nullable=True, description="Estimate; empty: not known.")
    low: Series[float] = pa.Field(nullable=True, description="Lower limit, where there is one.")
    high: Series[float] = pa.Field(
        nullable=True, description="Upper limit at 95 %, one-sided where there is no lower one."
    )
    unit: Series[str] = pa.Field(description="Of the three numbers.")
    in_words: Series[str] = pa.Field(description="What it says, and what it does not.")
