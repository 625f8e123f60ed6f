"""Tables of the review: what people are asked, and how far they have come."""

import pandera.pandas as pa
from pandera.typing.pandas import Series

from verbatim.deidentify.review.asked import REASONS
from verbatim.tables.base import Table
from verbatim.tables.people import CATEGORIES, KIND

MEANINGS = "; ".join(f"{reason}: {meaning}" for reason, meaning in REASONS.items())


class Queue(Table):
    """One row per open question about a mention or possible mention, the riskiest first.

    The same words, asked about for the same reason, are one question in an interview.
    """

    _where = ("results/private/2_deidentify/queue/*.csv",)

    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment of the first occurrence.")
    start: Series[int] = pa.Field(ge=0, description="First character, from 0.")
    end: Series[int] = pa.Field(ge=1, description="Character after the last.")
    category: Series[str] = pa.Field(isin=CATEGORIES, description=f"What it may be. {KIND}")
    text: Series[str] = pa.Field(str_length={"min_value": 1}, description="As spoken.")
    reason: Series[str] = pa.Field(isin=tuple(REASONS), description=f"Why asked. {MEANINGS}.")
    risk: Series[int] = pa.Field(ge=1, description="Order of asking; 1 is the riskiest.")
    masked: Series[str] = pa.Field(
        isin=("yes", "no"), description="Whether it is replaced as things stand."
    )
    occurrences: Series[int] = pa.Field(ge=1, description="How often it stands in the interview.")
    places: Series[str] = pa.Field(
        str_length={"min_value": 1},
        description="Where, as segment:start-end, with blanks between them.",
    )
    before: Series[str] = pa.Field(description="What is said before the first occurrence.")
    after: Series[str] = pa.Field(description="What is said after it.")


class Review(Table):
    """One row per reason for asking, then the sum 'all': how far the review has come."""

    _where = ("results/2_deidentify/review.csv",)

    reason: Series[str] = pa.Field(
        isin=(*REASONS, "all"), description=f"Why asked, or 'all' for the sum. {MEANINGS}."
    )
    queued: Series[int] = pa.Field(ge=0, description="Questions: answered and open.")
    answered: Series[int] = pa.Field(ge=0, description="Of these, answered in a workbook.")
    open: Series[int] = pa.Field(ge=0, description="Of these, open, with those not sure.")
    words: Series[int] = pa.Field(ge=0, description="Words spoken in the interviews.")
    per_1000_words: Series[float] = pa.Field(
        nullable=True, description="Questions per 1,000 words: 1000 * queued / words."
    )


class Returned(Table):
    """One row per line of a filled workbook or CSV in `data/private/identifiers/review/`."""

    _where = ("data/private/identifiers/review/*",)
    _optional = ("reason", "category", "who", "answered_by", "date", "note")

    interview: Series[str] = pa.Field(description="Interview, as the workbook has it.")
    places: Series[str] = pa.Field(
        str_matches=r"^\d+:\d+-\d+( \d+:\d+-\d+)*$",
        description="Where the words stand, as the workbook has it.",
    )
    words: Series[str] = pa.Field(
        str_length={"min_value": 1}, description="The words in question, as the workbook has them."
    )
    reason: Series[str] = pa.Field(description="Why asked, as the workbook has it.")
    answer: Series[str] = pa.Field(
        isin=("replace", "keep", "each", "not sure", ""),
        description="replace, keep, each (ask about every occurrence by itself), not sure, or "
        "nothing yet.",
    )
    category: Series[str] = pa.Field(isin=(*CATEGORIES, ""), description=KIND)
    who: Series[str] = pa.Field(
        description="Who or what is meant, where a name fits several: a full name, a name said in "
        "the interview, or an identity of the roster; may be empty."
    )
    answered_by: Series[str] = pa.Field(description="Who answered.")
    date: Series[str] = pa.Field(description="When.")
    note: Series[str] = pa.Field(description="Why.")
