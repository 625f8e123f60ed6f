"""Segments keep the numbers that a team has accepted, whatever is corrected around them."""

import logging
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from verbatim import frozen
from verbatim.errors import StudyError
from verbatim.files import sha256
from verbatim.frozen import Freeze
from verbatim.ingest.align import Alignment, Paragraph, align
from verbatim.register import Ticket
from verbatim.tables.ingest import CHANGES, Differences, Kept

SAME = ["text", "speaker", "participant"]
"""What a segment must have in common with the accepted one to be the same."""


@dataclass(frozen=True)
class Numbered:
    """Segments under their numbers, and how they differ from what was accepted.

    Attributes:
        segments: `Segments`.
        differences: `Differences`; without rows where nothing is frozen.
        kept: `Kept`, one row per frozen interview.
    """

    segments: pd.DataFrame
    differences: pd.DataFrame
    kept: pd.DataFrame


def numbered(said: pd.DataFrame, tickets: Iterable[Ticket], params: Mapping[str, Any]) -> Numbered:
    """Number the segments of a batch as they were accepted; warn once for each interview.

    A segment that is recognised keeps its number, and so does its turn. A new one gets a number
    that none in this interview ever had. An interview of which nothing is frozen stays as it is.

    Args:
        said: `Segments` as they were read, numbered from 1.
        tickets: Tickets of the batch.
        params: What the rule reads by: settings, `code` and `lock`.

    Raises:
        StudyError: If frozen segments were changed by hand, or while the study was running.
        StudyErrors: If there are several.
    """
    parts = {str(name): rows for name, rows in said.groupby("interview", sort=True)}
    differences: list[pd.DataFrame] = []
    kept: list[dict[str, object]] = []
    for ticket in tickets:
        if ticket.frozen is None:
            continue
        accepted = _accepted(ticket.interview, ticket.frozen)
        renumbered, differing = compared(parts[ticket.interview], accepted)
        parts[ticket.interview] = renumbered
        differences.append(differing)
        kept.append(_row(ticket, len(frozen.current(accepted)), differing, params))
        _tell(kept[-1])
    return Numbered(
        pd.concat(parts.values(), ignore_index=True),
        pd.concat(differences, ignore_index=True) if differences else Differences.without_rows(),
        pd.DataFrame(kept, columns=Kept.column_names()),
    )


def _accepted(interview: str, freeze: Freeze) -> pd.DataFrame:
    path = frozen.path_of(interview)
    if not path.is_file() or sha256(path) != freeze.table:
        raise StudyError(
            str(path),
            "a file that was changed or removed while the study was running",
            "the file as it was when the run began",
            "run again; nothing was read from it",
        )
    return frozen.accepted([path])


def compared(now: pd.DataFrame, accepted: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Number one interview as it was accepted.

    Args:
        now: Its rows of `Segments`, as read.
        accepted: Its rows of `Frozen`, earlier ones too.

    Returns:
        `Segments` and `Differences`.
    """
    before = frozen.current(accepted).reset_index(drop=True)
    now = now.reset_index(drop=True)
    found = align(_paragraphs(before), _paragraphs(now))
    renumbered = now.assign(
        segment=_segments(found, before, len(now), int(accepted["segment"].max())),
        turn=_turns(found, before, list(now["turn"]), int(accepted["turn"].max())),
    )
    return renumbered, _differing(found, before, renumbered)


def _paragraphs(table: pd.DataFrame) -> list[Paragraph]:
    who = zip(table["speaker"], table["participant"], strict=True)
    return [Paragraph(one, text) for one, text in zip(who, table["text"], strict=True)]


def _segments(found: Alignment, before: pd.DataFrame, length: int, last: int) -> list[int]:
    numbers = []
    for at in range(length):
        if at in found.before:
            numbers.append(int(before["segment"].iloc[found.before[at]]))
        else:
            last += 1
            numbers.append(last)
    return numbers


def _turns(found: Alignment, before: pd.DataFrame, now: list[int], last: int) -> list[int]:
    """Each turn is the one of which it holds most segments, unless an earlier one is that.

    A turn that was divided goes on under its number in the first part; the other gets a new one.
    """
    votes: dict[int, Counter[int]] = {turn: Counter() for turn in now}
    for at, turn in enumerate(now):
        if at in found.before:
            votes[turn][int(before["turn"].iloc[found.before[at]])] += 1
    number: dict[int, int] = {}
    taken: set[int] = set()
    for turn, counted in votes.items():
        free = [one for one, _ in counted.most_common() if one not in taken]
        last += not free
        number[turn] = free[0] if free else last
        taken.add(number[turn])
    return [number[turn] for turn in now]


def _differing(found: Alignment, before: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """Rows of `Differences` of one interview."""
    rows: list[tuple[tuple[int, int], tuple[object, ...]]] = []
    there = {here: at for at, here in found.before.items()}
    old, new = before.to_dict("records"), now.to_dict("records")
    for at, row in enumerate(new):
        if at not in found.before:
            rows.append(((at, 0), _difference("new", None, row)))
            continue
        was = old[found.before[at]]
        if any(was[name] != row[name] for name in SAME):
            rows.append(((at, 0), _difference("changed", was, row)))
        elif at in found.moved:
            rows.append(((at, 0), _difference("moved", was, row)))
    behind = -1
    for here, was in enumerate(old):
        if here not in there:
            rows.append(((behind, here + 1), _difference("removed", was, None)))
        elif there[here] not in found.moved:
            behind = there[here]
    rows.sort(key=lambda one: one[0])
    return pd.DataFrame([row for _, row in rows], columns=Differences.column_names())


def _difference(
    change: str, was: Mapping[Any, Any] | None, row: Mapping[Any, Any] | None
) -> tuple[object, ...]:
    one = row or was or {}
    return (
        one["interview"], one["segment"], change,
        was["speaker"] if was else "", row["speaker"] if row else "",
        was["text"] if was else "", row["text"] if row else "",
    )  # fmt: skip


def _row(
    ticket: Ticket, accepted: int, differing: pd.DataFrame, params: Mapping[str, Any]
) -> dict[str, object]:
    """Row of `Kept`."""
    if ticket.frozen is None:
        raise ValueError(f"nothing of {ticket.interview} is frozen")
    count = {change: int((differing["change"] == change).sum()) for change in CHANGES}
    as_it_is = Freeze(
        table=ticket.frozen.table,
        transcript=ticket.sha256,
        speakers=ticket.speakers,
        settings=frozen.settings_text(params),
        code=params["code"],
        lock=params["lock"],
    )
    because = ticket.frozen.because(as_it_is) if len(differing) else []
    same = accepted - count["moved"] - count["changed"] - count["removed"]
    return {
        "interview": ticket.interview,
        "accepted": accepted,
        "same": same,
        **count,
        "because": "|".join(because),
    }


def _tell(row: dict[str, object]) -> None:
    """Say how an interview differs from what was accepted; in the log alone where it does not."""
    if row["accepted"] == row["same"] and not row["new"]:
        logging.info("%s: %s segments as they were frozen", row["interview"], row["same"])
        return
    why = str(row["because"]).replace("|", ", ") or "its frozen segments"
    counts = ", ".join(f"{row[change]} {change}" for change in CHANGES if row[change])
    logging.warning(
        "%s is not as it was frozen (changed: %s): %s segments the same, %s; see "
        "%s, and when it is right, `make freeze INTERVIEWS=%s`",
        row["interview"], why, row["same"], counts, Path(Differences.lies_at()), row["interview"],
    )  # fmt: skip
