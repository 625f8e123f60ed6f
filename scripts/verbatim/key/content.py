"""What the key holds: identities with their tags, the log of replacements, the study's salt."""

import hashlib
import hmac
from typing import Any

import pandas as pd

from verbatim.tables.key import ReplacementLog

FORM = "verbatim key 1"


def content(
    identifiers: pd.DataFrame, offsets: pd.DataFrame, salt: bytes, study: str
) -> dict[str, Any]:
    """Collect who or what stands behind the tags of a study.

    Args:
        identifiers: `Identifiers`.
        offsets: `Offsets`.
        salt: The study's, 32 bytes.
        study: The study's title.

    Returns:
        `identities`: category, identity, everything it was called, and its tags by interview;
        `places`: interview, segment, place of the tag in the de-identified text, and what was
        said there. Both sorted, so that the same study gives the same key.
    """
    replaced = identifiers[identifiers["status"] == "replaced"]
    identities = [
        {
            "category": category,
            "identity": identity,
            "said": sorted(set(rows["text"])),
            "tags": {
                interview: sorted(set(tags)) for interview, tags in rows.groupby("interview")["tag"]
            },
        }
        for (category, identity), rows in replaced.groupby(["category", "identity"], sort=True)
    ]
    where = ["interview", "segment", "start", "end"]
    placed = replaced.merge(offsets, on=where).sort_values(["interview", "segment", "start"])
    columns = ["interview", "segment", "tag_start", "tag_end", "text"]
    return {
        "form": FORM,
        "study": study,
        "salt": salt.hex(),
        "identities": identities,
        "places": placed[columns].to_numpy().tolist(),
    }


def log(identifiers: pd.DataFrame, salt: bytes) -> pd.DataFrame:
    """Log what was replaced and kept, without the words themselves.

    Two rows have the same digest where the same was said, compared without case and outer blanks:
    HMAC-SHA-256 (RFC 2104, FIPS 180-4) with the study's salt. Without the salt nobody can try
    names out against it.

    Returns:
        `ReplacementLog`, in the order of `Identifiers`.
    """
    table = identifiers.assign(
        digest=[digest(text, salt) for text in identifiers["text"]],
        layer=identifiers["layer"],
    )
    return table[ReplacementLog.column_names()].reset_index(drop=True)


def digest(text: str, salt: bytes) -> str:
    """Give the HMAC-SHA-256 of what was said, in hexadecimal."""
    return hmac.new(salt, text.strip().casefold().encode(), hashlib.sha256).hexdigest()
