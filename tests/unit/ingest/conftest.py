"""What the tests of room 1 share: reading a small transcript as the room does."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pandas as pd
import pytest

from verbatim.ingest import found as room
from verbatim.ingest.read import read_transcript
from verbatim.register import TRANSCRIPTS, Ticket


@dataclass(frozen=True)
class Reading:
    """What came out: (label's role, text) of each segment, the whole table, losses, all tables."""

    said: list[tuple[str, str]]
    table: pd.DataFrame
    losses: dict[str, Any]
    tables: room.Reading


@pytest.fixture
def ticket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ticket]:
    """Put a transcript into a study folder and give its ticket."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / TRANSCRIPTS).mkdir(parents=True, exist_ok=True)

    def made(  # noqa: PLR0917
        name: str,
        content: bytes | str,
        interviewer: str = "Interviewer",
        participant: str = "Participant",
        other: str = "",
        participants: str = "P01",
        interview: str = "P01",
        **columns: str,
    ) -> Ticket:
        data = content.encode() if isinstance(content, str) else content
        (tmp_path / TRANSCRIPTS / name).write_bytes(data)

        def split(cell: str) -> tuple[str, ...]:
            return tuple(part for part in cell.split("|") if part)

        return Ticket(
            interview=interview,
            file=name,
            sha256=hashlib.sha256(data).hexdigest(),
            interviewer_labels=split(interviewer),
            participant_labels=split(participant),
            participants=split(participants),
            other_labels=split(other),
            **columns,
        )

    return made


@pytest.fixture
def read(ticket: Callable[..., Ticket]) -> Callable[..., Reading]:
    """Read a transcript of that name and content, as the room does."""

    def reading(name: str, content: bytes | str, pause_s: float = 2.0, **labels: str) -> Reading:
        found = read_transcript(ticket(name, content, **labels), pause_s)
        table = found.segments
        said = list(zip(table["speaker"], table["text"], strict=True))
        return Reading(said, table, found.losses.iloc[0].to_dict(), found)

    return reading


@pytest.fixture
def word() -> Callable[..., bytes]:
    """Write a Word document: paragraphs, each a list of (text, bold), and tables of cells."""

    def written(*blocks: Any) -> bytes:
        document = docx.Document()
        for block in blocks:
            if isinstance(block, str):
                document.add_paragraph(block)
            elif isinstance(block, dict):
                document.add_paragraph(block["text"], style=block["style"])
            elif isinstance(block[0], list):
                table = document.add_table(rows=0, cols=max(map(len, block)))
                for row in block:
                    cells = table.add_row().cells
                    for cell, text in zip(cells, row, strict=False):
                        first, *others = text.split("\n")
                        cell.text = first
                        for other in others:
                            cell.add_paragraph(other)
            else:
                paragraph = document.add_paragraph()
                for text, bold in block:
                    paragraph.add_run(text).bold = bold
        buffer = BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return written
