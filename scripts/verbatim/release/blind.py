"""Hashes of private files, blinded before they are released.

Whoever guesses what a short private file says (a roster of two names, one participant's row) could
hash the guess and compare. With a key that only the study's team can compute, nobody else can.
"""

import hashlib
import hmac
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

Record = dict[str, Any]

SIDES = ("inputs", "outputs")


def blinded(records: Iterable[Record]) -> list[Record]:
    """Give the records with keyed hashes (HMAC-SHA-256) for what lies under `private`.

    The key is the hash of all private hashes, transcripts and speech among them: the same study
    has the same key, and a file that two rules know in one state has one blinded hash, so that
    the steps still fit together.
    """
    held = list(records)
    plain = {
        f"{path} {digest}"
        for record in held
        for side in SIDES
        for path, digest in record[side].items()
        if private(path)
    }
    key = hashlib.sha256("\n".join(sorted(plain)).encode()).digest()
    return [
        {**record, **{side: _side(record[side], key) for side in SIDES}, "blinded": True}
        for record in held
    ]


def private(path: str) -> bool:
    """Whether a file lies under a folder named private."""
    return "private" in PurePosixPath(path).parts


def _side(hashes: dict[str, str], key: bytes) -> dict[str, str]:
    return {
        path: hmac.new(key, f"{path} {digest}".encode(), hashlib.sha256).hexdigest()
        if private(path)
        else digest
        for path, digest in hashes.items()
    }
