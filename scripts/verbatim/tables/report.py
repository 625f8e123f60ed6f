"""Tables of room 7."""

import pandera.pandas as pa
from pandera.typing.pandas import Series

from verbatim.tables.base import Table


class SampleCharacteristics(Table):
    """One row per attribute and value: who took part."""

    _where = ("results/7_report/sample.csv",)

    attribute: Series[str] = pa.Field(description="Attribute or declared grouping.")
    value: Series[str] = pa.Field(description="Value or group.")
    participants: Series[int] = pa.Field(ge=0, description="Participants (n).")
    of: Series[int] = pa.Field(ge=1, description="Participants in the analysis (N).")
    share: Series[float] = pa.Field(ge=0, le=1, description="n / N.")


class ApprovedQuotations(Table):
    """One row per quotation that people chose: de-identified, attributed, public."""

    _where = ("results/7_report/quotations.csv",)

    code: Series[str] = pa.Field(description="Code, subtheme or theme it stands for.")
    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment.")
    quotation: Series[str] = pa.Field(description="De-identified passage.")
    attribution: Series[str] = pa.Field(description="As (P19, primary care).")
    chosen_by: Series[str] = pa.Field(description="Who chose it.")
    undecided: Series[int] = pa.Field(
        ge=0, description="Words in it that could be names and that nobody has decided on."
    )


class Undecided(Table):
    """One row per word in a chosen quotation that could be a name; nobody has decided on it yet.

    The columns are those of the decisions: a row becomes one by writing accepted or declined.
    """

    _where = ("results/private/7_report/undecided.csv",)

    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment.")
    start: Series[int] = pa.Field(ge=0, description="First character, from 0, as spoken.")
    end: Series[int] = pa.Field(ge=1, description="Character after the last.")
    category: Series[str] = pa.Field(description="PERSON, unless you know better.")
    text: Series[str] = pa.Field(str_length={"min_value": 1}, description="As spoken.")
    decision: Series[str] = pa.Field(isin=[""], description="Empty: accepted or declined.")


class ProposedQuotations(Table):
    """One row per passage that the program proposes for a code; nobody has chosen it yet."""

    _where = ("results/restricted/7_report/proposed.csv",)

    code: Series[str] = pa.Field(description="Code it stands for.")
    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment.")
    quotation: Series[str] = pa.Field(description="De-identified passage.")
    attribution: Series[str] = pa.Field(description="As (P19, primary care).")
    status: Series[str] = pa.Field(isin=["proposed"], description="proposed: not for print.")
    why: Series[str] = pa.Field(description="Why the program proposes it.")
