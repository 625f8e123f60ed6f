"""Tables that people bring: the study's `data/` folder."""

from typing import ClassVar

import pandera.pandas as pa
from pandera.typing.pandas import Series

from verbatim.tables.base import Table

CATEGORIES = (
    "PERSON",
    "LOCATION",
    "ORGANISATION",
    "DATE",
    "AGE",
    "EMAIL",
    "PHONE",
    "POSTCODE",
    "NHS_NUMBER",
    "REFERENCE",
    "ROLE",
)
"""Kinds of identifier."""

KIND = f"Kind of identifier: {', '.join(CATEGORIES)}."

DIRECT = ("PERSON", "EMAIL", "PHONE", "POSTCODE", "NHS_NUMBER", "REFERENCE")
"""Kinds that point at one person by themselves; the others do so in combination."""

YES_NO = ("yes", "no")


class Interviews(Table):
    """One row per interview: the register."""

    _where = ("data/private/interviews.csv",)
    _optional: ClassVar[tuple[str, ...]] = (
        "interviewer",
        "other_labels",
        "duration_min",
        "mode",
        "guide_version",
        "speaker_column",
        "text_column",
        "start_column",
        "end_column",
    )

    interview: Series[str] = pa.Field(
        str_matches=r"^[A-Za-z]+[0-9]+$",
        description="Id, once in the table, that people point at: letters, then digits, as in P01.",
    )
    file: Series[str] = pa.Field(
        str_length={"min_value": 1},
        description="Name of the transcript in data/private/transcripts/.",
    )
    date: Series[str] = pa.Field(
        str_matches=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
        description="Day of the interview, as 2020-06-30.",
    )
    interviewer: Series[str] = pa.Field(description="Code of the interviewer, not a name.")
    interviewer_label: Series[str] = pa.Field(
        str_length={"min_value": 1},
        description="How the transcript labels the interviewer; several with | between them.",
    )
    participant_label: Series[str] = pa.Field(
        str_length={"min_value": 1},
        description="How the transcript labels the participants, in the order of `participants`.",
    )
    other_labels: Series[str] = pa.Field(
        description="Labels of anybody else who speaks, with | between them."
    )
    participants: Series[str] = pa.Field(
        str_length={"min_value": 1},
        description="Ids of the participants who speak, with | between them.",
    )
    duration_min: Series[str] = pa.Field(
        str_matches=r"^\d*$", description="Length in whole minutes; may be empty."
    )
    mode: Series[str] = pa.Field(description="How it was held: in person, telephone, video.")
    guide_version: Series[str] = pa.Field(description="Version of the topic guide.")
    speaker_column: Series[str] = pa.Field(
        description="Where the transcript is a table (csv, tsv, xlsx): title of the column that "
        "says who speaks; may be empty, as those below."
    )
    text_column: Series[str] = pa.Field(description="Title of the column with what is said.")
    start_column: Series[str] = pa.Field(description="Title of the column with begins.")
    end_column: Series[str] = pa.Field(description="Title of the column with ends.")


class Participants(Table):
    """One row per participant; further columns are the study's own attributes."""

    _where = ("data/private/participants.csv",)
    _optional: ClassVar[tuple[str, ...]] = ("recruitment",)

    class Config:
        """Attributes differ from study to study."""

        strict = False
        ordered = False
        coerce = True

    participant: Series[str] = pa.Field(
        unique=True,
        str_matches=r"^[A-Za-z]+[0-9]+[a-z]?$",
        description="Id of the participant: as P07, or P07a and P07b where several speak in P07.",
    )
    recruitment: Series[str] = pa.Field(description="How the participant was found.")
    consent_analyse: Series[str] = pa.Field(
        isin=YES_NO, description="Agreed that the interview is analysed: yes or no."
    )
    consent_quote: Series[str] = pa.Field(
        isin=YES_NO, description="Agreed to be quoted: yes or no."
    )
    consent_archive: Series[str] = pa.Field(
        isin=YES_NO, description="Agreed that the de-identified interview is archived: yes or no."
    )


class Roster(Table):
    """One row per name that the team knows of before reading: people, places, employers."""

    _where = ("data/private/identifiers/roster.csv",)
    _optional: ClassVar[tuple[str, ...]] = ("interview", "identity", "pseudonym", "note")

    name: Series[str] = pa.Field(
        str_length={"min_value": 2}, description="Name as it may be spoken or written."
    )
    category: Series[str] = pa.Field(isin=CATEGORIES, description=KIND)
    interview: Series[str] = pa.Field(
        description="Interview it belongs to; empty where it may turn up anywhere."
    )
    identity: Series[str] = pa.Field(
        description="Who is meant, so that nicknames share a pseudonym; empty: the name itself."
    )
    pseudonym: Series[str] = pa.Field(
        description="Name that stands in brackets for them, where `deidentify: replace_by` is "
        "pseudonyms; empty: the program chooses one."
    )
    note: Series[str] = pa.Field(description="Anything the team wants to remember.")


class Decisions(Table):
    """One row per answer that a person gave to a proposed or missed identifier."""

    _where = ("data/private/identifiers/decisions.csv",)
    _optional: ClassVar[tuple[str, ...]] = ("decided_by", "date", "note")

    interview: Series[str] = pa.Field(description="Interview of the mention.")
    segment: Series[int] = pa.Field(ge=1, description="Segment of the mention.")
    start: Series[int] = pa.Field(ge=0, description="First character of the mention, from 0.")
    end: Series[int] = pa.Field(ge=1, description="Character after the mention.")
    category: Series[str] = pa.Field(isin=CATEGORIES, description=KIND)
    text: Series[str] = pa.Field(description="The mention as spoken.")
    decision: Series[str] = pa.Field(
        isin=("accepted", "declined"),
        description="accepted: replace it (also where the program missed it); declined: keep it.",
    )
    decided_by: Series[str] = pa.Field(description="Who decided.")
    date: Series[str] = pa.Field(description="When, where known.")
    note: Series[str] = pa.Field(description="Why.")


class Sample(Table):
    """One row per identifying mention in the interviews that a person checked word by word.

    An interview in which nothing was found has one row with segment 0 and an empty category.
    """

    _where = (
        "data/private/identifiers/sample.csv",
        "results/private/2_deidentify/checked.csv",
    )

    interview: Series[str] = pa.Field(description="Interview that was checked.")
    segment: Series[int] = pa.Field(
        ge=0,
        description="Segment of the mention; 0 in the one row of an interview in which nothing "
        "was found.",
    )
    start: Series[int] = pa.Field(ge=0, description="First character of the mention, from 0.")
    end: Series[int] = pa.Field(ge=0, description="Character after the mention.")
    category: Series[str] = pa.Field(
        isin=(*CATEGORIES, ""), description=f"{KIND[:-1]}; empty in a row without a mention."
    )
    text: Series[str] = pa.Field(description="The mention as spoken.")


class VersionCodes(Table):
    """One row per code of an earlier version of the framework, in data/codebook/."""

    _where = ("data/codebook/version_1.csv",)
    _optional: ClassVar[tuple[str, ...]] = ("name", "definition")

    code: Series[str] = pa.Field(str_length={"min_value": 1}, description="Id of the code.")
    name: Series[str] = pa.Field(description="Its name; empty: the id.")
    definition: Series[str] = pa.Field(description="What counted as this code.")


class CodingsGiven(Table):
    """One row per code that a named coder put on a segment."""

    _where = ("data/private/codings/*.csv",)
    _optional: ClassVar[tuple[str, ...]] = (
        "text_hash",
        "stance",
        "dimension",
        "origin",
        "date",
        "memo",
    )

    coder: Series[str] = pa.Field(
        str_length={"min_value": 1}, description="Who coded; a code name, not a name."
    )
    layer: Series[str] = pa.Field(
        isin=("independent", "consensus"),
        description="independent: before the coders spoke; consensus: what they agreed on.",
    )
    interview: Series[str] = pa.Field(description="Interview of the segment.")
    segment: Series[int] = pa.Field(ge=1, description="Number of the segment in the interview.")
    text_hash: Series[str] = pa.Field(
        str_matches=r"^([0-9a-f]{12})?$",
        description="Hash of the text that was coded; empty where the coder had none.",
    )
    code: Series[str] = pa.Field(str_length={"min_value": 1}, description="Id of the code.")
    codebook_version: Series[int] = pa.Field(ge=1, description="Version the code belongs to.")
    stance: Series[str] = pa.Field(
        isin=("", "deviant"),
        description="deviant where the person holds the opposite of the usual view.",
    )
    dimension: Series[str] = pa.Field(description="Dimension of the code's meaning, if recorded.")
    origin: Series[str] = pa.Field(
        description="person, or the id of the suggestion it began as; empty: person."
    )
    date: Series[str] = pa.Field(
        str_matches=r"^(\d{4}-\d{2}-\d{2})?$", description="Day of the coding, where known."
    )
    memo: Series[str] = pa.Field(description="What the coder wants to remember.")


class Quotations(Table):
    """One row per passage that people chose for the paper."""

    _where = ("data/private/quotations.csv",)
    _optional: ClassVar[tuple[str, ...]] = ("start", "end", "chosen_by", "note")

    code: Series[str] = pa.Field(
        str_length={"min_value": 1},
        description="Code, subtheme or theme (id) that the quotation stands for.",
    )
    interview: Series[str] = pa.Field(description="Interview it comes from.")
    segment: Series[int] = pa.Field(ge=1, description="Segment it comes from.")
    start: Series[float] = pa.Field(
        ge=0, nullable=True, description="First character in the segment as spoken; empty: all."
    )
    end: Series[float] = pa.Field(
        ge=1, nullable=True, description="Character after the quotation; empty: to the end."
    )
    chosen_by: Series[str] = pa.Field(description="Who chose it.")
    note: Series[str] = pa.Field(description="Why.")
