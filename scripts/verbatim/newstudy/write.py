"""Begin a study folder, or add to one what has come since: nothing that stands is changed."""

import stat
from collections.abc import Iterator
from pathlib import Path

from verbatim import files
from verbatim.brought import PROPOSALS
from verbatim.ingest.labels import ALL
from verbatim.ingest.propose import proposed
from verbatim.newstudy.append import append
from verbatim.newstudy.gather import Gathered, gather
from verbatim.newstudy.rows import Rows, rows
from verbatim.register import PARTICIPANTS, PRIVATE, REGISTER, TRANSCRIPTS
from verbatim.tables import cells
from verbatim.tables.people import Interviews, Participants
from verbatim.tables.proposals import Proposals
from verbatim.unfilled import unfilled

BEGIN = Path(__file__).with_name("begin")
BEGUN = {
    "config.yaml": "config.yaml",
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "codebook.yaml": "data/codebook/codebook.yaml",
}
"""What a study begins with, and where it lies in it."""

REGISTER_COLUMNS = [
    *("interview", "file", "date", "interviewer_label", "participant_label"),
    *("other_labels", "participants"),
]
PARTICIPANTS_COLUMNS = ["participant", "consent_analyse", "consent_quote", "consent_archive"]


def new_study(study: Path, source: Path | None) -> list[str]:
    """Write the study folder, or add rows for transcripts that have none.

    Args:
        study: Its folder.
        source: Folder to copy transcripts from; none: those that lie in the study.

    Returns:
        What to tell: counts and ids, no names.

    Raises:
        StudyError: If a table that is there cannot be read; then nothing is written.
    """
    is_new = not (study / REGISTER).is_file()
    known, said = _known(study), _said(study)
    if is_new:
        _begin(study)
    found = gather(study, source, known["file"])
    proposals = proposed({file: one.voices for file, one in found.heard.items()})
    added = rows(found, proposals, known["interview"])
    if is_new or added.interviews:
        append(study / REGISTER, REGISTER_COLUMNS, added.interviews)
        people = [
            row for row in added.participants if row["participant"] not in known["participant"]
        ]
        append(study / PARTICIPANTS, PARTICIPANTS_COLUMNS, people)
    if added.proposals:
        unsaid = [row for row in added.proposals if (row["file"], row["reason"]) not in said]
        append(study / PROPOSALS, Proposals.column_names(), unsaid)
    return [*_told(found, added, is_new=is_new), *_to_do(study)]


def _begin(study: Path) -> None:
    """Close the private folder to other accounts, and write what a study begins with."""
    (study / TRANSCRIPTS).mkdir(parents=True, exist_ok=True)
    home = study / PRIVATE
    home.chmod(stat.S_IMODE(home.stat().st_mode) & ~stat.S_IRWXO)
    for name, place in BEGUN.items():
        if not (study / place).exists():
            files.write_bytes(study / place, (BEGIN / name).read_bytes())


def _said(study: Path) -> set[tuple[str, str]]:
    """File and reason of each row of proposals: of files that still cannot be read, said once."""
    if not (study / PROPOSALS).is_file():
        return set()
    table = cells.read(study / PROPOSALS, Proposals.column_names())
    if not {"file", "reason"} <= set(table.columns):
        return set()
    return set(zip(table["file"], table["reason"], strict=True))


def _to_do(study: Path) -> Iterator[str]:
    """Say what is left for people, in the order in which it is best done."""
    left = unfilled(study)
    if left:
        yield "For you to fill in:"
    for error in left:
        yield f"  {error.where}: {error.found}; {error.expected}"


def _known(study: Path) -> dict[str, set[str]]:
    """Interviews, files and participants that have a row."""
    known: dict[str, set[str]] = {"interview": set(), "file": set(), "participant": set()}
    for path, table in ((REGISTER, Interviews), (PARTICIPANTS, Participants)):
        if (study / path).is_file():
            read = cells.read(study / path, table.column_names())
            for column in known.keys() & set(read.columns):
                known[column] |= set(read[column])
    return known


def _told(found: Gathered, added: Rows, *, is_new: bool) -> Iterator[str]:
    ours = [row["interview"] for row in added.interviews]
    if not ours:
        yield "No new transcript." if found.unread or not is_new else "No transcript yet."
    else:
        copied = f", {found.brought} of them copied" if found.brought else ""
        yield f"{_number(len(ours), 'transcript')} registered{copied}: {', '.join(_runs(ours))}."
    unsure = {
        row["interview"]
        for row in added.proposals
        if row["confidence"] == "unsure" and row.get("label") != ALL
    }
    if unsure:
        yield f"Unsure who is who in {', '.join(_runs(sorted(unsure)))}: look there first."
    untold = {row["interview"] for row in added.proposals if row.get("label") == ALL}
    if untold:
        yield (
            f"Nothing says who speaks in {', '.join(_runs(sorted(untold)))}: none of it counts as "
            f"a participant's; {PROPOSALS} says what to do."
        )
    if found.unread:
        yield (
            f"{_number(len(found.unread), 'file')} without a row: {PROPOSALS} says which, why and "
            "what to do."
        )


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _runs(ids: list[str]) -> Iterator[str]:
    """Say ids in a row as "P01 to P09"."""
    begun: list[str] = []
    for one in [*ids, ""]:
        if begun and one and _digits(one) == _digits(begun[-1]) + 1:
            begun.append(one)
            continue
        if begun:
            yield begun[0] if len(begun) == 1 else f"{begun[0]} to {begun[-1]}"
        begun = [one]


def _digits(one: str) -> int:
    return int("".join(letter for letter in one if letter.isdecimal()) or 0)
