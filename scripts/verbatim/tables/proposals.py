"""What `make new-study` proposes: a table for people to look over, which nothing reads."""

import pandera.pandas as pa
from pandera.typing.pandas import Series

from verbatim.tables.base import Table


class Proposals(Table):
    """One row per speaker label found in a transcript, or per file that cannot be read."""

    _where = ("data/private/proposals.csv",)

    interview: Series[str] = pa.Field(description="Interview; empty: the file has no row.")
    file: Series[str] = pa.Field(description="Name of the file.")
    label: Series[str] = pa.Field(description="Label as the transcript writes it.")
    role: Series[str] = pa.Field(
        isin=("interviewer", "participant", "other", ""), description="Role that is proposed."
    )
    participant: Series[str] = pa.Field(description="Id of the participant that is proposed.")
    confidence: Series[str] = pa.Field(
        isin=("sure", "likely", "unsure", "not read"), description="How sure the proposal is."
    )
    reason: Series[str] = pa.Field(description="Why, in plain words; or why it was not read.")
    turns: Series[int] = pa.Field(ge=0, description="How often the label takes the floor.")
    words: Series[int] = pa.Field(ge=0, description="How many words it says.")
    questions: Series[int] = pa.Field(ge=0, description="In how many of its turns it asks.")
