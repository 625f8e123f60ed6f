"""What a table must say and does not say yet: one message per column, not one per cell."""

from pathlib import Path

from verbatim.errors import StudyError
from verbatim.tables import cells

NEEDED = {
    "data/private/interviews.csv": {
        "date": ("the day of each interview, as 2020-06-30", ""),
        "interviewer_label": (
            "how the transcript labels the interviewer",
            "`Interviewer` will do where the interviewer never speaks",
        ),
        "participant_label": ("how the transcript labels the participant", ""),
        "participants": ("the ids of the participants who speak", ""),
    },
    "data/private/participants.csv": dict.fromkeys(
        ("consent_analyse", "consent_quote", "consent_archive"),
        (
            "yes or no for each participant, as the consent form says",
            "nobody can fill this in but you",
        ),
    ),
}
"""Columns of which no cell may be empty: what stands there, and a hint."""

SHOWN = 5


def unfilled(study: Path) -> list[StudyError]:
    """Say which columns of register and participants have empty cells, and in which rows.

    A table that is not there, or cannot be read, is left to whoever reads it.
    """
    return [
        StudyError(
            f"{table}, column {column}",
            f"{len(empty)} of {number} cells not filled in yet ({_rows(empty)})",
            expected,
            hint,
        )
        for table, columns in NEEDED.items()
        for column, (expected, hint) in columns.items()
        for empty, number in _empty(study / table, column, list(columns))
    ]


def _empty(path: Path, column: str, known: list[str]) -> list[tuple[list[int], int]]:
    """Rows with an empty cell (the header is row 1) and the number of all; nothing for none."""
    try:
        table = cells.read(path, known)
    except StudyError:
        return []
    if column not in table.columns:
        return []
    empty = [row for row, cell in enumerate(table[column], start=2) if not cell.strip()]
    return [(empty, len(table))] if empty else []


def _rows(numbers: list[int]) -> str:
    """Say which rows, runs of them as "2 to 9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs[:SHOWN]]
    more = len(runs) - SHOWN
    word = "row" if len(numbers) == 1 else "rows"
    return f"{word} {', '.join(said)}" + (" and others" if more > 0 else "")
