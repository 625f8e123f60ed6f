"""The register of interviews: read and checked before anything runs."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from verbatim import files
from verbatim.errors import StudyError, raise_all
from verbatim.frozen import Freeze, speakers_hash
from verbatim.tables.people import Interviews, Participants
from verbatim.unfilled import unfilled

PRIVATE = Path("data/private")
REGISTER = PRIVATE / "interviews.csv"
PARTICIPANTS = PRIVATE / "participants.csv"
TRANSCRIPTS = PRIVATE / "transcripts"
SEPARATOR, ESCAPED = "|", r"\|"
SEPARATORS = re.compile(r"(?<!\\)\|")

TOLD = 20
"""How many mistakes are told at once."""


@dataclass(frozen=True)
class Ticket:
    """What one interview's reading depends on: written privately under the interview's id.

    The workflow sees only the ticket, so that names in file names and labels stay private, and a
    ticket changes exactly when the transcript's bytes or its labels do, whatever its dates.

    Attributes:
        interview: Id of the interview.
        file: Name of the transcript in data/private/transcripts/.
        sha256: Hash of the transcript's bytes.
        interviewer_labels: How the transcript labels interviewers.
        participant_labels: How it labels participants.
        participants: Ids of the participants, one per label or one for all labels.
        other_labels: How it labels anybody else.
        frozen: What the team has accepted of it; None where nothing is frozen.
        speaker_column: Where it is a table, the title of the column that says who speaks; empty,
            as those below, where the title or the cells show it.
        text_column: The title of the column with what is said.
        start_column: The title of the column with begins.
        end_column: The title of the column with ends.
    """

    interview: str
    file: str
    sha256: str
    interviewer_labels: tuple[str, ...]
    participant_labels: tuple[str, ...]
    participants: tuple[str, ...]
    other_labels: tuple[str, ...]
    frozen: Freeze | None = None
    speaker_column: str = ""
    text_column: str = ""
    start_column: str = ""
    end_column: str = ""

    @property
    def speakers(self) -> str:
        """Hash of all that says who speaks."""
        return speakers_hash(
            self.interviewer_labels, self.participant_labels, self.participants, self.other_labels
        )

    @property
    def columns(self) -> dict[str, str]:
        """Titles of columns, by what they hold, where the register gives them."""
        titles = {
            "speaker": self.speaker_column,
            "text": self.text_column,
            "start": self.start_column,
            "end": self.end_column,
        }
        return {role: title for role, title in titles.items() if title}

    @property
    def transcript(self) -> Path:
        """Path of the transcript in the study folder."""
        return TRANSCRIPTS / self.file


def read_ticket(path: Path) -> Ticket:
    """Read a ticket that `write_tickets` wrote."""
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    fields: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in content.items()
    }
    if accepted := fields.pop("frozen", None):
        fields["frozen"] = Freeze(**accepted)
    return Ticket(**fields)


def read_register(study: Path) -> pd.DataFrame:
    """Read register, participants and transcripts folder, and check that they fit together.

    Returns:
        The rows of `Interviews`, sorted by id.

    Raises:
        StudyError: If an id or file stands twice, a row has no file, a file has no row, or a
            participant is unknown.
        StudyErrors: If there are several.
    """
    raise_all(unfilled(study))
    register = Interviews.read(study / REGISTER)
    participants = Participants.read(study / PARTICIPANTS)
    if register.empty:
        raise StudyError(
            str(REGISTER),
            "no row under the header",
            "one row per interview",
            "`make new-study DIR=` and the folder registers the transcripts that lie in it",
        )
    raise_all(
        [
            *_twice(register),
            *_files(register, study / TRANSCRIPTS),
            *_participants(register, participants),
        ],
        TOLD,
    )
    return register.sort_values("interview", ignore_index=True)


def ids_in_order(study: Path) -> list[str]:
    """Ids of the interviews as the register lists them, which may tell of a misprint."""
    return list(Interviews.read(study / REGISTER)["interview"])


def consenting(register: pd.DataFrame, study: Path) -> pd.DataFrame:
    """Rows of the register in which every participant agreed to be analysed."""
    participants = Participants.read(study / PARTICIPANTS)
    agreed = set(participants.loc[participants["consent_analyse"] == "yes", "participant"])
    analysed = register["participants"].map(lambda ids: set(split(ids)) <= agreed)
    return register[analysed].reset_index(drop=True)


def taking_part(register: pd.DataFrame, study: Path) -> pd.DataFrame:
    """Rows of `Participants` of those who speak in these interviews."""
    participants = Participants.read(study / PARTICIPANTS)
    ids = {one for cell in register["participants"] for one in split(cell)}
    return participants[participants["participant"].isin(ids)].reset_index(drop=True)


def split(cell: str) -> list[str]:
    r"""Values of a cell that holds several with | between them; \| is a | inside a value."""
    parts = (part.strip().replace(ESCAPED, SEPARATOR) for part in SEPARATORS.split(cell))
    return [part for part in parts if part]


def together(values: Iterable[str]) -> str:
    """Put several values into one cell, as `split` reads them."""
    return SEPARATOR.join(value.replace(SEPARATOR, ESCAPED) for value in values)


def tickets(
    register: pd.DataFrame, study: Path, frozen: Mapping[str, Freeze] | None = None
) -> list[Ticket]:
    """Give the ticket of each interview; reads every transcript once, for its hash.

    Args:
        register: Rows of `Interviews`.
        study: Folder of the study.
        frozen: What the team has accepted, by interview.
    """
    accepted = frozen or {}
    return [
        Ticket(
            interview=row.interview,
            file=row.file,
            sha256=files.sha256(study / TRANSCRIPTS / row.file),
            interviewer_labels=tuple(split(row.interviewer_label)),
            participant_labels=tuple(split(row.participant_label)),
            participants=tuple(split(row.participants)),
            other_labels=tuple(split(row.other_labels)),
            frozen=accepted.get(row.interview),
            speaker_column=row.speaker_column.strip(),
            text_column=row.text_column.strip(),
            start_column=row.start_column.strip(),
            end_column=row.end_column.strip(),
        )
        for row in register.itertuples()
    ]


def write_tickets(all_tickets: Iterable[Ticket], folder: Path) -> None:
    """Write each ticket under its interview's id; an unchanged one keeps its date."""
    for ticket in all_tickets:
        write_if_changed(folder / f"{ticket.interview}.json", asdict(ticket))


def write_if_changed(path: Path, content: Any) -> None:
    """Write JSON unless the file says the same already, so that nothing re-runs for its date."""
    text = json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        files.write_text(path, text)


def batches(interviews: Iterable[str], number: int) -> dict[str, list[str]]:
    """Put interviews into batches by a hash of the id, so that a new one moves no other.

    Returns:
        Interview ids, sorted, by the name of the batch; batches without interviews are left out.
    """
    found: dict[str, list[str]] = {}
    for interview in sorted(interviews):
        bucket = int.from_bytes(hashlib.sha256(interview.encode()).digest()[:8]) % number
        found.setdefault(str(bucket), []).append(interview)
    return dict(sorted(found.items(), key=lambda item: int(item[0])))


def _twice(register: pd.DataFrame) -> list[StudyError]:
    errors = []
    for column in ("interview", "file"):
        for value, rows in register.groupby(column).groups.items():
            if len(rows) > 1:
                numbers = " and ".join(str(row + 2) for row in rows)
                shown = f" {value}" if column == "interview" else ""
                errors.append(
                    StudyError(
                        f"{REGISTER}, rows {numbers}",
                        f"the {column}{shown} twice",
                        f"each {column} once",
                        "one row per interview; number the second one anew",
                        private="" if column == "interview" else str(value),
                    )
                )
    return errors


def _files(register: pd.DataFrame, folder: Path) -> list[StudyError]:
    paths = folder.iterdir() if folder.is_dir() else ()
    held = {path.name for path in paths if not is_litter(path.name)}
    rows = [
        StudyError(
            f"{REGISTER}, row {index + 2} ({row.interview})",
            "a file name that is not in the folder of transcripts",
            f"a file in {TRANSCRIPTS}/",
            "compare the spelling, the ending and the spaces in the name",
            private=str(row.file),
        )
        for index, row in zip(register.index, register.itertuples(), strict=True)
        if row.file not in held
    ]
    strays = sorted(held - set(register["file"]))
    if not strays:
        return rows
    found = "a file" if len(strays) == 1 else f"{len(strays)} files"
    stray = StudyError(
        f"{TRANSCRIPTS}/",
        f"{found} that no row of the register names",
        f"every file in the column file of {REGISTER}",
        "`make new-study DIR=` and the folder adds rows, or says why a file cannot be read; "
        "what is no transcript goes out of the folder",
        private=" | ".join(strays),
    )
    return [*rows, stray]


def is_litter(name: str) -> bool:
    """Say whether a file is left behind by the system or by an open word processor."""
    return name.startswith((".", "~$")) or name.lower() in {"thumbs.db", "desktop.ini"}


def _participants(register: pd.DataFrame, participants: pd.DataFrame) -> list[StudyError]:
    known = set(participants["participant"])
    errors = []
    for index, row in zip(register.index, register.itertuples(), strict=True):
        for one in split(str(row.participants)):
            if one not in known:
                errors.append(
                    StudyError(
                        f"{REGISTER}, row {index + 2} ({row.interview})",
                        f"the participant {one}",
                        f"an id in the column participant of {PARTICIPANTS}",
                        "one row per participant stands there, with consent and attributes",
                    )
                )
    return errors
