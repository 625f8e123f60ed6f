"""Tables of room 2."""

import pandera.pandas as pa
from pandera.typing.pandas import Series

from verbatim.tables.base import Table
from verbatim.tables.people import CATEGORIES


class Mentions(Table):
    """One row per mention that a layer proposes as identifying."""

    _where = (
        "results/private/2_deidentify/mentions/*.csv",
        "results/private/2_deidentify/automatic.csv",
    )

    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment.")
    start: Series[int] = pa.Field(ge=0, description="First character, from 0.")
    end: Series[int] = pa.Field(ge=1, description="Character after the last.")
    category: Series[str] = pa.Field(isin=CATEGORIES, description="Kind of identifier.")
    text: Series[str] = pa.Field(str_length={"min_value": 1}, description="As spoken.")
    layer: Series[str] = pa.Field(
        description="Layer that found it, several with + between them: pattern, roster, cue, "
        "gazetteer, capital (inside a sentence), initial (opens one), model, ner, presidio, "
        "pool (found elsewhere), doubt (half believed by the model: asked about, not replaced)."
    )


class Identifiers(Table):
    """One row per mention, with what was decided about it: the private key of the study."""

    _where = ("results/private/2_deidentify/identifiers.csv",)

    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment.")
    start: Series[int] = pa.Field(ge=0, description="First character, from 0.")
    end: Series[int] = pa.Field(ge=1, description="Character after the last.")
    category: Series[str] = pa.Field(isin=CATEGORIES, description="Kind of identifier.")
    text: Series[str] = pa.Field(str_length={"min_value": 1}, description="As spoken.")
    layer: Series[str] = pa.Field(description="Layers that found it; empty: only people did.")
    status: Series[str] = pa.Field(
        isin=("replaced", "kept"), description="replaced by its tag, or kept as spoken."
    )
    decided_by: Series[str] = pa.Field(
        isin=("program", "decision", "checked sample"), description="Who had the last word."
    )
    identity: Series[str] = pa.Field(
        description="Who or what is meant, the same throughout the study."
    )
    tag: Series[str] = pa.Field(
        description="What stands in its place, as PERSON 3, numbered within the interview."
    )


class Offsets(Table):
    """One row per replaced mention: the map between spoken and de-identified text."""

    _where = ("results/private/2_deidentify/offsets.csv",)

    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment.")
    start: Series[int] = pa.Field(ge=0, description="First character in the text as spoken.")
    end: Series[int] = pa.Field(ge=1, description="Character after it in the text as spoken.")
    tag_start: Series[int] = pa.Field(ge=0, description="First character in the public text.")
    tag_end: Series[int] = pa.Field(ge=1, description="Character after it in the public text.")


class Surrogates(Table):
    """One row per replaced mention in the copy for sharing, where inventions stand unmarked."""

    _where = ("results/private/2_deidentify/surrogates.csv",)

    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment.")
    start: Series[int] = pa.Field(ge=0, description="First character in the text as spoken.")
    end: Series[int] = pa.Field(ge=1, description="Character after it in the text as spoken.")
    new_start: Series[int] = pa.Field(ge=0, description="First character in the shared text.")
    new_end: Series[int] = pa.Field(ge=1, description="Character after it in the shared text.")
    surrogate: Series[str] = pa.Field(description="What stands in its place.")


class Recall(Table):
    """One row per kind of identifier: the automatic step against the hand-checked sample."""

    _where = ("results/2_deidentify/recall.csv",)

    category: Series[str] = pa.Field(
        description="Kind of identifier, or 'direct', 'indirect' and 'all' for sums."
    )
    checked: Series[int] = pa.Field(ge=0, description="Mentions in the hand-checked sample.")
    found: Series[int] = pa.Field(ge=0, description="Of these, wholly covered by a proposal.")
    touched: Series[int] = pa.Field(ge=0, description="Of these, covered at least in part.")
    recall: Series[float] = pa.Field(nullable=True, description="found / checked.")
    recall_low: Series[float] = pa.Field(nullable=True, description="Wilson 95 % interval, low.")
    recall_high: Series[float] = pa.Field(nullable=True, description="Wilson 95 % interval, high.")
    proposed: Series[int] = pa.Field(ge=0, description="Mentions proposed in checked interviews.")
    right: Series[int] = pa.Field(ge=0, description="Of these, on an identifier of any kind.")
    precision: Series[float] = pa.Field(nullable=True, description="right / proposed.")
    precision_low: Series[float] = pa.Field(nullable=True, description="Wilson interval, low.")
    precision_high: Series[float] = pa.Field(nullable=True, description="Wilson interval, high.")


class Replacements(Table):
    """One row per interview and kind of identifier."""

    _where = ("results/2_deidentify/replacements.csv",)

    interview: Series[str] = pa.Field(description="Interview.")
    category: Series[str] = pa.Field(description="Kind of identifier.")
    replaced: Series[int] = pa.Field(ge=0, description="Mentions replaced.")
    by_people: Series[int] = pa.Field(ge=0, description="Of these, found by people only.")
    kept: Series[int] = pa.Field(ge=0, description="Proposals that people declined.")
