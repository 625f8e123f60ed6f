"""What a search finds, and how it is told without telling it."""

from dataclasses import dataclass
from pathlib import Path

from verbatim.errors import StudyError, StudyErrors

TOLD = 20
"""Findings told in one message; one cause often has many effects."""

KINDS = {
    "PERSON": "a person's name",
    "EMAIL": "an e-mail address",
    "PHONE": "a telephone number",
    "POSTCODE": "a postcode",
    "NHS_NUMBER": "an NHS number",
    "REFERENCE": "a reference",
    "LABEL": "a speaker's label",
    "FILE": "a transcript's file name",
    "ATTRIBUTE": "what is known of one participant only",
    "SEALED": "a file that cannot be opened and searched",
    "MOVED": "a replaced identifier that its tag does not cover",
    "CHANGED": "text beside identifiers that is not as spoken",
    "UNMAPPED": "a replaced identifier that the offset map does not know",
    "LOST": "a segment that the de-identified text does not have",
}
"""What a finding is, in words."""

HINTS = {
    "SEALED": "take it out of results/, or store it without a password",
    "MOVED": "delete results/private/2_deidentify/offsets.csv and run the study again",
    "CHANGED": "delete that batch of results/restricted/2_deidentify/segments and run again",
    "UNMAPPED": "delete results/private/2_deidentify/offsets.csv and run the study again",
    "LOST": "delete that batch of results/restricted/2_deidentify/segments and run again",
}

SNAKEMAKE_REPORT = Path("results/8_release/snakemake_report.html")
"""Snakemake's own report: written anew after each run, so never searched as of an earlier one."""

WRITTEN = ("config.yaml", "data/", "workflow/report/")
"""Where people write what results are made from."""

TEXT = "de-identified text"
PUBLIC = "public results"
RESTRICTED = "restricted results"
RECORDS = "logs, records and other files"
PLACES = (TEXT, PUBLIC, RESTRICTED, RECORDS)


@dataclass(frozen=True, order=True)
class Finding:
    """One place at which an identifier stands outside the private folders.

    Attributes:
        place: Kind of place, one of `PLACES`.
        where: File and member, or interview and segment; never a telling name.
        kind: Key of `KINDS`.
        private: The words themselves, and the path where that is telling.
    """

    place: str
    where: str
    kind: str
    private: str = ""


def as_error(findings: list[Finding]) -> StudyErrors:
    """Say where something was found and of what kind, never what; the words stay private."""
    told = [_error(finding) for finding in sorted(findings, key=_cause_first)[:TOLD]]
    if len(findings) > TOLD:
        told.append(
            StudyError(
                "the same search",
                f"{len(findings) - TOLD} more findings",
                "none",
                "mend those above first; one cause often has many effects",
            )
        )
    return StudyErrors(told)


def _cause_first(finding: Finding) -> tuple[bool, Finding]:
    """Order what people wrote before what was made from it."""
    return not finding.where.startswith(WRITTEN), finding


def _error(finding: Finding) -> StudyError:
    if finding.place == TEXT:
        hint = (
            "say in the review (results/private/2_deidentify/review, where most of these are asked "
            "about) whether it is somebody there; or add it to data/private/identifiers/"
            "decisions.csv, as accepted if it is and as declined if it is an ordinary word"
        )
    elif finding.where.startswith("results/releases/"):
        hint = (
            "a release made before this was known: delete its folder, and if it was given to "
            "anybody, tell them and your data-protection officer"
        )
    elif finding.where.startswith(".snakemake/"):
        hint = (
            "take it out where it comes from, then run the study again; if it is out already, "
            "Snakemake noted what has changed: run the study once more, or delete that file"
        )
    else:
        hint = (
            "take it out where it comes from, then run the study again; if it means something "
            "else there, privacy.let_pass in config.yaml lets it pass"
        )
    return StudyError(
        finding.where,
        KINDS[finding.kind],
        "no direct identifier outside the private folders",
        HINTS.get(finding.kind, hint),
        private=finding.private,
    )
