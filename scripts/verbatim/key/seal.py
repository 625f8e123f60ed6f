"""A key that opens with a passphrase only: AES-256-GCM under a key that scrypt derives."""

import base64
import json
import os
from typing import Any

from verbatim.errors import StudyError

SEALED = "verbatim sealed key 1"
COST = {"n": 2**17, "r": 8, "p": 1}
"""Scrypt's cost, 128 MiB and about half a second (OWASP Password Storage Cheat Sheet)."""

SHORTEST = 12
"""Characters of a passphrase, at least."""


def sealed(content: bytes, passphrase: str) -> bytes:
    """Encrypt with a passphrase.

    AES-256-GCM (NIST SP 800-38D) with a fresh nonce, under a key by scrypt (RFC 7914) with a
    fresh salt; the header is authenticated with the content.

    Raises:
        StudyError: If the passphrase is shorter than `SHORTEST`.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  rarely wanted

    if len(passphrase) < SHORTEST:
        raise StudyError(
            "the passphrase",
            f"{len(passphrase)} characters",
            f"{SHORTEST} or more",
            "four words that do not belong together are easy to keep",
        )
    salt, nonce = os.urandom(16), os.urandom(12)
    header = {"form": SEALED, "scrypt": COST, "salt": salt.hex(), "nonce": nonce.hex()}
    locked = AESGCM(_key(passphrase, salt, COST)).encrypt(nonce, content, _canonical(header))
    return _canonical({**header, "sealed": base64.b64encode(locked).decode()}) + b"\n"


def is_sealed(content: bytes) -> bool:
    """Whether these are the bytes of a sealed key."""
    return content.startswith(b'{"form":"' + SEALED.encode() + b'"')


def unsealed(content: bytes, passphrase: str) -> bytes:
    """Decrypt what `sealed` gave.

    Raises:
        StudyError: If the passphrase is another, or a single bit was changed: nothing is given.
    """
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    try:
        header: dict[str, Any] = json.loads(content)
        locked = base64.b64decode(header.pop("sealed"), validate=True)
        salt, nonce = bytes.fromhex(header["salt"]), bytes.fromhex(header["nonce"])
        if header["scrypt"] != COST:
            raise ValueError
        return AESGCM(_key(passphrase, salt, COST)).decrypt(nonce, locked, _canonical(header))
    except (InvalidTag, ValueError, KeyError, TypeError, AttributeError):
        raise StudyError(
            "the key",
            "a passphrase that does not open it, or a file that was changed",
            "the passphrase it was sealed with, and the file as it was written",
            "without the passphrase nobody can open it; the key can be written anew from the study",
        ) from None


def _key(passphrase: str, salt: bytes, cost: dict[str, int]) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt  # noqa: PLC0415

    return Scrypt(salt=salt, length=32, **cost).derive(passphrase.encode())


def _canonical(header: dict[str, Any]) -> bytes:
    return json.dumps(header, sort_keys=True, separators=(",", ":")).encode()
