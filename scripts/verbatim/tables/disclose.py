"""Tables of room 2 on how alone a participant is in what is published."""

import pandas as pd
import pandera.pandas as pa
from pandera.typing.pandas import Series

from verbatim.tables.base import Table

VIEWS = (
    "attribute",
    "published",
    "rung",
    "paper",
    "deposit",
    "attribution",
    "quotations",
    "everything",
)
"""What an outsider may see, as the rows of `Disclosure` name it."""

HOLDS = ("neither", "paper", "paper and deposit")
"""For which of the two a view has classes that are large enough."""


class Disclosure(Table):
    """One row per view of the participants that an outsider may have: how many look alike in it.

    Participants who look alike in a view are a class. Counts only: who they are is private.
    """

    _where = ("results/2_deidentify/disclosure.csv",)

    view: Series[str] = pa.Field(
        isin=VIEWS,
        description="attribute: one alone; published: all that the study publishes, side by side; "
        "rung: the same, generalised step by step; paper, deposit: the least generalised table "
        "with large enough classes; attribution: what stands under quotations; quotations: that, "
        "and what they say themselves; everything: all of it joined by the id.",
    )
    shown: Series[str] = pa.Field(description="Attributes in it, with how each is generalised.")
    step: Series[str] = pa.Field(description="What this row generalises beyond the row before.")
    participants: Series[int] = pa.Field(ge=0, description="Participants whom it shows (n).")
    smallest: Series[pd.Int64Dtype] = pa.Field(
        ge=1, nullable=True, description="Participants in the smallest class: k."
    )
    largest: Series[pd.Int64Dtype] = pa.Field(
        ge=1, nullable=True, description="Participants in the largest class."
    )
    unique: Series[int] = pa.Field(ge=0, description="Participants alone in their class.")
    below_paper: Series[int] = pa.Field(
        ge=0, description="Participants in classes smaller than k of a paper, those alone too."
    )
    below_deposit: Series[int] = pa.Field(
        ge=0, description="Participants in classes smaller than k of a deposit, the same."
    )
    average_risk: Series[float] = pa.Field(
        nullable=True, description="Mean of 1 / size of class: prosecutor risk."
    )
    maximum_risk: Series[float] = pa.Field(
        nullable=True, description="1 / size of the smallest class."
    )
    diversity: Series[pd.Int64Dtype] = pa.Field(
        ge=0,
        nullable=True,
        description="Fewest different values of the sensitive attribute in a class: l.",
    )
    loss: Series[float] = pa.Field(
        ge=0,
        le=1,
        nullable=True,
        description="1 - Prec: share of the way up their ladders that values have gone.",
    )
    cells: Series[int] = pa.Field(ge=0, description="Single cells left out.")
    quotations: Series[int] = pa.Field(ge=0, description="Quotations of these participants.")
    quotations_unique: Series[int] = pa.Field(
        ge=0, description="Of these, of somebody who is alone in their class."
    )
    holds: Series[str] = pa.Field(
        isin=HOLDS, description="For what the classes are large enough; never a proof of safety."
    )


class ExposedParticipants(Table):
    """One row per view and participant in a class that is too small: who, and what makes it so."""

    _where = ("results/private/2_deidentify/exposed_participants.csv",)

    view: Series[str] = pa.Field(isin=VIEWS, description="View, as in disclosure.csv.")
    participant: Series[str] = pa.Field(description="Participant.")
    size: Series[int] = pa.Field(ge=1, description="Participants in the class, this one too.")
    unique_by: Series[str] = pa.Field(
        description="Smallest sets of attributes in which nobody is like this one, with | between "
        "them; empty where somebody is."
    )


class ExposedQuotations(Table):
    """One row per quotation that people chose: how many could have said it, as far as it shows."""

    _where = ("results/private/2_deidentify/exposed_quotations.csv",)

    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment.")
    participant: Series[str] = pa.Field(description="Who speaks.")
    attribution: Series[int] = pa.Field(
        ge=1, description="Participants with what stands under the quotation."
    )
    quotations: Series[int] = pa.Field(
        ge=1, description="Of these, with what the participant's quotations say themselves."
    )
    everything: Series[int] = pa.Field(
        ge=1, description="Of these, with what else is published about the participant."
    )
    says: Series[str] = pa.Field(
        description="Attributes of the speaker whose value stands in its words, with | between."
    )
    details: Series[int] = pa.Field(
        ge=0, description="Details in it that people kept, and tags that tell more than a kind."
    )
    alone: Series[str] = pa.Field(
        description="First of attribution, quotations, everything in which the speaker is alone."
    )


class Generalised(Table):
    """One row per participant and target: a table of participants with large enough classes.

    Further columns are the attributes; * is a value that is left out.
    """

    _where = ("results/private/2_deidentify/participants_generalised.csv",)

    class Config:
        """Attributes differ from study to study."""

        strict = False
        ordered = False
        coerce = True

    target: Series[str] = pa.Field(isin=("paper", "deposit"), description="What it is meant for.")
    participant: Series[str] = pa.Field(description="Participant.")
    class_size: Series[int] = pa.Field(ge=1, description="Participants in the class, this one too.")
