"""Where a study wants it, no release of participants who are too easily told apart."""

from typing import Any

from verbatim.errors import StudyError
from verbatim.tables.disclose import Disclosure, ExposedParticipants, Generalised

TABLE = Disclosure.lies_at()
ENOUGH = {"paper": {"paper", "paper and deposit"}, "deposit": {"paper and deposit"}}


def check(chosen: dict[str, Any], where: str = TABLE) -> None:
    """Refuse a release where too few participants look alike in everything that is published.

    Args:
        chosen: The study's choices under `disclose`; `require` says whether and for what.
        where: The table `Disclosure`.

    Raises:
        StudyError: If classes are too small for what is required.
    """
    required = chosen["require"]
    if not required:
        return
    disclosure = Disclosure.read(where)
    row = disclosure[disclosure["view"] == "everything"].iloc[0]
    if row["holds"] in ENOUGH[required]:
        return
    raise StudyError(
        TABLE,
        f"{row[f'below_{required}']} of {row['participants']} participants in classes smaller than "
        f"{chosen['k'][required]}, {row['unique']} of them alone",
        f"participants who look alike in what is published, as disclose.require = {required} asks",
        f"{ExposedParticipants.lies_at()} names them and {Generalised.lies_at()} proposes a table: "
        "publish fewer attributes (privacy.publish) or groups of them, or set disclose.require to "
        "false and say so where you deposit",
    )
