"""Tables of room 4."""

import pandera.pandas as pa
from pandera.typing.pandas import Series

from verbatim.tables.base import Table


class CodebookTable(Table):
    """One row per code of the current framework, in the framework's order."""

    _where = ("results/4_code/codebook.csv",)

    code: Series[str] = pa.Field(unique=True, description="Id of the code.")
    name: Series[str] = pa.Field(description="Name of the code.")
    definition: Series[str] = pa.Field(description="What counts as this code.")
    subtheme: Series[str] = pa.Field(description="Id of its subtheme.")
    subtheme_name: Series[str] = pa.Field(description="Name of its subtheme.")
    theme: Series[str] = pa.Field(description="Id of its theme.")
    theme_name: Series[str] = pa.Field(description="Name of its theme.")
    since: Series[int] = pa.Field(ge=1, description="Version in which the code first stood.")


class CodebookChanges(Table):
    """One row per change of the framework."""

    _where = ("results/4_code/changes.csv",)

    version: Series[int] = pa.Field(ge=1, description="Version that brought the change.")
    date: Series[str] = pa.Field(description="Day of that version.")
    change: Series[str] = pa.Field(
        isin=("add", "drop", "rename", "merge", "split"), description="What happened."
    )
    before: Series[str] = pa.Field(description="Codes before, with | between them.")
    after: Series[str] = pa.Field(description="Codes after, with | between them.")
    why: Series[str] = pa.Field(description="Reason given by the team.")


class Codings(Table):
    """One row per coding as given, every reference checked; memos stay private."""

    _where = ("results/restricted/4_code/codings.csv",)

    coding: Series[str] = pa.Field(unique=True, description="Id: a hash of the coding's row.")
    coder: Series[str] = pa.Field(description="Who coded.")
    layer: Series[str] = pa.Field(isin=("independent", "consensus"), description="Layer.")
    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment.")
    code: Series[str] = pa.Field(description="Code as given.")
    codebook_version: Series[int] = pa.Field(ge=1, description="Version it was given under.")
    stance: Series[str] = pa.Field(description="deviant, or empty.")
    dimension: Series[str] = pa.Field(description="Dimension of the meaning, or empty.")
    origin: Series[str] = pa.Field(description="person, or the suggestion it began as.")
    date: Series[str] = pa.Field(description="Day of the coding, where known.")


class Memos(Table):
    """One row per coding with a memo. Private: memos are free text."""

    _where = ("results/private/4_code/memos.csv",)

    coding: Series[str] = pa.Field(unique=True, description="Coding.")
    memo: Series[str] = pa.Field(description="What the coder wrote.")


class Carried(Table):
    """One row per coding of participants' speech under the current framework: what is counted."""

    _where = ("results/restricted/4_code/carried.csv",)

    coding: Series[str] = pa.Field(unique=True, description="Coding it comes from.")
    coder: Series[str] = pa.Field(description="Who coded.")
    layer: Series[str] = pa.Field(isin=("independent", "consensus"), description="Layer.")
    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment.")
    code: Series[str] = pa.Field(description="Code in the current version.")
    stance: Series[str] = pa.Field(description="deviant, or empty.")
    dimension: Series[str] = pa.Field(description="Dimension of the meaning, or empty.")
    origin: Series[str] = pa.Field(description="person, or the suggestion it began as.")
    given_code: Series[str] = pa.Field(description="Code as given.")
    given_version: Series[int] = pa.Field(ge=1, description="Version it was given under.")
    carried_by: Series[str] = pa.Field(
        isin=("unchanged", "rename", "merge"), description="How it came to the current version."
    )


class Recode(Table):
    """One row per coding that a person must look at again; none of them is counted."""

    _where = ("results/restricted/4_code/recode.csv",)

    coding: Series[str] = pa.Field(unique=True, description="Coding.")
    coder: Series[str] = pa.Field(description="Who coded.")
    layer: Series[str] = pa.Field(isin=("independent", "consensus"), description="Layer.")
    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment.")
    code: Series[str] = pa.Field(description="Code as given.")
    codebook_version: Series[int] = pa.Field(ge=1, description="Version it was given under.")
    reason: Series[str] = pa.Field(
        isin=("split", "drop", "text changed"), description="Why it cannot be carried."
    )
    choices: Series[str] = pa.Field(description="Codes to choose from, with | between them.")
    text_hash: Series[str] = pa.Field(
        description="Hash of the text as it is now, to put into the coding once re-read; empty "
        "where the segment is no more."
    )


class Reanchor(Table):
    """One row per coding whose text has changed, with the old text beside the new. Private."""

    _where = ("results/private/4_code/reanchor.csv",)

    coding: Series[str] = pa.Field(unique=True, description="Coding.")
    coder: Series[str] = pa.Field(description="Who coded.")
    layer: Series[str] = pa.Field(isin=("independent", "consensus"), description="Layer.")
    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment as given.")
    code: Series[str] = pa.Field(description="Code as given.")
    codebook_version: Series[int] = pa.Field(ge=1, description="Version it was given under.")
    text_before: Series[str] = pa.Field(
        description="What was coded; empty where that was never frozen."
    )
    text: Series[str] = pa.Field(
        description="What stands in the segment now; empty where it is no more."
    )
    text_hash: Series[str] = pa.Field(
        description="Hash of that, to put into the coding where it still holds."
    )
    stands_in: Series[str] = pa.Field(
        description="Segments in which all of what was coded stands now, with | between them."
    )


class CodingCounts(Table):
    """One row per coder, layer and version: what was given and what became of it.

    The columns from `unchanged` to `interviewer_speech` add up to `codings`.
    """

    _where = ("results/4_code/counts.csv",)

    coder: Series[str] = pa.Field(description="Who coded.")
    layer: Series[str] = pa.Field(description="Layer.")
    codebook_version: Series[int] = pa.Field(ge=1, description="Version.")
    interviews: Series[int] = pa.Field(ge=0, description="Interviews coded.")
    segments: Series[int] = pa.Field(ge=0, description="Segments with at least one code.")
    codings: Series[int] = pa.Field(ge=0, description="Codings given.")
    assisted: Series[int] = pa.Field(ge=0, description="Of these, begun as suggestions.")
    unchanged: Series[int] = pa.Field(ge=0, description="Codings whose code no change touched.")
    renamed: Series[int] = pa.Field(ge=0, description="Codings carried over a rename.")
    merged: Series[int] = pa.Field(ge=0, description="Codings carried over a merge.")
    split: Series[int] = pa.Field(ge=0, description="Codings to re-code: their code was split.")
    dropped: Series[int] = pa.Field(ge=0, description="Codings to re-code: code dropped.")
    text_changed: Series[int] = pa.Field(ge=0, description="Codings whose text has changed.")
    interviewer_speech: Series[int] = pa.Field(
        ge=0, description="Codings on what anybody but a participant says; never counted."
    )
    no_hash: Series[int] = pa.Field(ge=0, description="Codings without a hash of their text.")


class Agreement(Table):
    """One row per code, and 'all': how far independent coders agree."""

    _where = ("results/4_code/agreement.csv",)

    code: Series[str] = pa.Field(unique=True, description="Code as given, or 'all'.")
    name: Series[str] = pa.Field(description="Name of the code.")
    codebook_version: Series[int] = pa.Field(ge=1, description="Version coded under.")
    coders: Series[int] = pa.Field(ge=0, description="Coders compared.")
    interviews: Series[int] = pa.Field(ge=0, description="Interviews that they share.")
    segments: Series[int] = pa.Field(ge=0, description="Units: participants' segments.")
    given: Series[int] = pa.Field(
        ge=0, description="Of these, segments to which at least one coder gave the code."
    )
    prevalence: Series[float] = pa.Field(
        nullable=True, description="Share of (segment, coder) pairs with the code."
    )
    percent: Series[float] = pa.Field(
        nullable=True, description="Share of coder pairs per segment that agree, 0 to 1."
    )
    positive: Series[float] = pa.Field(
        nullable=True, description="Mean pairwise agreement on presence (F1)."
    )
    alpha: Series[float] = pa.Field(
        nullable=True, description="Krippendorff's alpha, nominal, code present or not."
    )
    alpha_low: Series[float] = pa.Field(
        nullable=True, description="95 % interval, interviews resampled, low."
    )
    alpha_high: Series[float] = pa.Field(nullable=True, description="The same, high.")
    status: Series[str] = pa.Field(
        description="What the row is about: 'framework development' where the version was drafted "
        "from these interviews, 'partly framework development', or 'as coded'; then what was "
        "left out."
    )


class Disagreements(Table):
    """One row per segment and code that not all coders gave. Private: memos are free text."""

    _where = ("results/private/4_code/disagreements.csv",)

    interview: Series[str] = pa.Field(description="Interview.")
    segment: Series[int] = pa.Field(ge=1, description="Segment.")
    code: Series[str] = pa.Field(description="Code as given.")
    given_by: Series[str] = pa.Field(description="Coders who gave it, with | between them.")
    not_given_by: Series[str] = pa.Field(description="Coders who did not.")
    memos: Series[str] = pa.Field(
        description="What coders wrote on the segment, as 'coder: memo', or 'coder (code): memo' "
        "where it is a memo on another code, with | between."
    )
    text: Series[str] = pa.Field(description="The segment as spoken.")
