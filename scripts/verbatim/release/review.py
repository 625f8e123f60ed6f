"""The review before a release: closed, waived by somebody, or no release."""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from verbatim.errors import StudyError
from verbatim.tables.review import Review

TABLE = Path("results/2_deidentify/review.csv")


def check(settings: dict[str, Any], artefacts: Iterable[Path]) -> None:
    """Refuse a release while questions are open, where the study wants that and nobody waived it.

    Args:
        settings: The study's choices.
        artefacts: What is released; the table of the review is among it.

    Raises:
        StudyError: If questions are open.
    """
    path = next((path for path in artefacts if path.as_posix().endswith(TABLE.as_posix())), None)
    chosen = settings.get("release", {})
    if path is None or not chosen.get("require_review"):
        return
    table = Review.read(path)
    left = int(table.loc[table["reason"] == "all", "open"].sum())
    if not left:
        return
    if not chosen["waived_by"]:
        raise StudyError(
            TABLE.as_posix(),
            f"{left} open questions",
            "none: release.require_review in config.yaml is true",
            "answer the workbooks in results/private/2_deidentify/review/ and save them in "
            "data/private/identifiers/review/; or say in release.waived_by and "
            "release.waiver_reason who lets the release pass, and why",
        )
    logging.warning("released with %d open questions, waived by %s", left, chosen["waived_by"])


def waiver(settings: dict[str, Any]) -> Iterator[str]:
    """Say who waived the review and why, in a sentence; nothing where nobody did."""
    chosen = settings.get("release", {})
    if chosen.get("waived_by"):
        reason = chosen["waiver_reason"].strip().rstrip(".")
        yield f"The review was waived by {chosen['waived_by']}: {reason}."


def unfounded(settings: dict[str, Any]) -> Iterator[StudyError]:
    """Say where a waiver has no reason, or a reason has nobody behind it."""
    chosen = settings["release"]
    if bool(chosen["waived_by"].strip()) != bool(chosen["waiver_reason"].strip()):
        yield StudyError(
            "config.yaml, release",
            "waived_by and waiver_reason, one without the other",
            "both, or neither",
            "a waiver says who lets the release pass, by a code name, and why",
        )
