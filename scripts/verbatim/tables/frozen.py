"""Tables of what a team has accepted: `make freeze` writes them, every room may rely on them."""

import pandera.pandas as pa
from pandera.typing.pandas import Series

from verbatim.tables.base import Table
from verbatim.tables.ingest import SPEAKERS


class Frozen(Table):
    """One row per text that the team accepted for a segment of the interview.

    What stands now comes first, in reading order; then texts that were accepted before.
    """

    _where = ("data/private/frozen/{interview}.csv",)

    interview: Series[str] = pa.Field(description="Interview it belongs to.")
    turn: Series[int] = pa.Field(ge=1, description="Turn it belongs to.")
    segment: Series[int] = pa.Field(ge=1, description="Number of the segment, for good.")
    speaker: Series[str] = pa.Field(isin=SPEAKERS, description="Who speaks.")
    participant: Series[str] = pa.Field(
        description="Id of the participant who speaks; empty for others."
    )
    start: Series[float] = pa.Field(ge=0, nullable=True, description="Begin in seconds.")
    end: Series[float] = pa.Field(ge=0, nullable=True, description="End in seconds.")
    text: Series[str] = pa.Field(str_length={"min_value": 1}, description="What is said.")
    text_hash: Series[str] = pa.Field(
        str_matches=r"^[0-9a-f]{12}$", description="Hash of the text, as codings have it."
    )
    state: Series[str] = pa.Field(
        isin=("current", "earlier"),
        description="current; or earlier, where the text was corrected or taken out since.",
    )


class Freezes(Table):
    """One row per frozen interview: what its segments were read from, and by what."""

    _where = ("data/private/frozen/frozen.csv",)

    interview: Series[str] = pa.Field(unique=True, description="Interview.")
    transcript: Series[str] = pa.Field(description="SHA-256 of the transcript's bytes.")
    speakers: Series[str] = pa.Field(
        description="Hash of the labels and participants that the register had for it."
    )
    settings: Series[str] = pa.Field(description="Settings of the room, as JSON.")
    code: Series[str] = pa.Field(description="Fingerprint of the program's code.")
    lock: Series[str] = pa.Field(description="Fingerprint of the packages that it used.")
