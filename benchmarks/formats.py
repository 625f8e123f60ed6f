"""Measure the reading of formats: the demonstration, written by other programs, read back.

    .venv/bin/python benchmarks/formats.py [NAME ...] [--keep FOLDER]

Writes each interview as text and as Word documents (labels in bold; a table), lets LibreOffice and
pandoc, as far as they are installed, write these in other formats, reads everything and prints how
many paragraphs are those of the text, by speaker and words. NAMEs choose rows of the table by any
part of their name. A further format is a further line in WRITERS.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).parents[1]
sys.path.insert(0, str(HOUSE / "scripts"))

import docx  # noqa: E402

from verbatim import register  # noqa: E402
from verbatim.ingest.labels import Speaker, key  # noqa: E402
from verbatim.ingest.read import read_batch  # noqa: E402
from verbatim.ingest.readers import read_source  # noqa: E402
from verbatim.ingest.segments import segments  # noqa: E402
from verbatim.ingest.speech import speech  # noqa: E402
from verbatim.ingest.unreadable import Unreadable  # noqa: E402

LABELS = {"interviewer": "Interviewer", "participant": "Participant", "other": "Other"}
LISTED = {key(label): Speaker(label, role, role[0]) for role, label in LABELS.items()}
SAID = list[tuple[str, str, bool]]
"""Role, words, and whether a turn begins, of each paragraph."""


@dataclass(frozen=True)
class Writer:
    """How a format is written.

    Attributes:
        program: Program that writes it; empty for this house's own files.
        source: What it is written from: the name of another row.
        ending: Ending of its files.
        write: Writes all files of a folder into another one.
    """

    program: str
    source: str
    ending: str
    write: Callable[[list[Path], Path], None]


def write_text(said: SAID, path: Path) -> None:
    """Write `Label: text`, a blank line between paragraphs."""
    lines = [f"{LABELS[role]}: {text}" if first else text for role, text, first in said]
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def write_bold(said: SAID, path: Path) -> None:
    """Write a Word document with labels in bold, a heading and an end mark."""
    document = _begun()
    for role, text, first in said:
        paragraph = document.add_paragraph()
        if first:
            paragraph.add_run(f"{LABELS[role]}: ").bold = True
        paragraph.add_run(text)
    document.add_paragraph("[End of recording]")
    document.save(str(path))


def write_table(said: SAID, path: Path) -> None:
    """Write a Word document with a table: labels in one column, speech in the other."""
    document = _begun()
    table = document.add_table(rows=len(said), cols=2)
    cells = table._cells  # a cell by row and column takes time that grows with the square
    for at, (role, text, first) in enumerate(said):
        cells[2 * at].text, cells[2 * at + 1].text = LABELS[role] if first else "", text
    document.add_paragraph("[End of recording]")
    document.save(str(path))


def _begun() -> Any:
    document = docx.Document()
    document.add_heading("Interview", 1)
    document.add_paragraph("Date: 2024-01-01")
    return document


def libreoffice(target: str) -> Callable[[list[Path], Path], None]:
    """Let LibreOffice write a format, named as `--convert-to` names it."""

    def write(sources: list[Path], folder: Path) -> None:
        profile = (folder / "profile").as_uri()
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless"]
        subprocess.run(
            [*command, "--convert-to", target, "--outdir", str(folder), *map(str, sources)],
            check=True,
            capture_output=True,
        )

    return write


def pandoc(target: str, ending: str) -> Callable[[list[Path], Path], None]:
    """Let pandoc write a format, named as `--to` names it."""

    def write(sources: list[Path], folder: Path) -> None:
        for source in sources:
            result = folder / f"{source.stem}{ending}"
            command = ["pandoc", "--standalone", str(source), "--to", target, "-o", str(result)]
            subprocess.run(command, check=True, capture_output=True)

    return write


WRITERS: dict[str, Writer] = {
    f"{layout}, {program} {ending}{note}": Writer(program, layout, ending, write)
    for layout in ("bold", "table")
    for program, ending, note, write in (
        *(
            ("soffice", ending, "", libreoffice(target))
            for ending, target in (
                (".odt", "odt"),
                (".rtf", "rtf"),
                (".html", "html"),
                (".docx", "docx"),
                (".doc", "doc:MS Word 97"),
            )
        ),
        *(
            ("pandoc", ending, note, pandoc(target, ending))
            for ending, note, target in (
                (".odt", "", "odt"),
                (".rtf", "", "rtf"),
                (".html", "", "html"),
                (".docx", "", "docx"),
                (".md", " (GitHub's)", "gfm"),
                # Written as `smart`, pandoc's own Markdown has no curly quotes nor dashes.
                (".md", " (its own)", "markdown-smart-simple_tables-multiline_tables-grid_tables"),
            )
        ),
    )
}


def read(path: Path) -> SAID:
    """Read a file as the room does."""
    found = speech(read_source(path.read_bytes(), path.name, LISTED).pieces, LISTED)
    rows = segments(found.said, 2.0, LISTED)
    turns = [0, *(row.turn for row in rows)]
    return [
        (row.speaker, row.text, row.turn != before)
        for row, before in zip(rows, turns, strict=False)
    ]


def equal(told: SAID, heard: SAID) -> int:
    """Number of paragraphs that are the same, in order."""
    blocks = SequenceMatcher(None, told, heard, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def demonstration() -> dict[str, SAID]:
    """What is said in each interview of the demonstration, by our own reading."""
    rows = register.read_register(HOUSE)
    table = read_batch(register.tickets(rows, HOUSE), 2.0).segments
    return {
        str(interview): [
            (str(role), str(text), bool(first))
            for role, text, first in zip(
                one["speaker"], one["text"], one["turn"].diff().ne(0), strict=True
            )
        ]
        for interview, one in table.groupby("interview")
    }


def measured(paths: Iterable[Path], told: dict[str, SAID]) -> tuple[int, int]:
    """Number of equal paragraphs, and of files that could not be read."""
    same = failed = 0
    for path in sorted(paths):
        try:
            same += equal(told[path.stem], read(path))
        except Unreadable:
            failed += 1
    return same, failed


def main() -> None:
    """Write, read, compare and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--keep", type=Path, help="folder for the files, kept afterwards")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = (arguments.keep or Path(name)).resolve()
        said = demonstration()
        own = {"text": (write_text, ".txt"), "bold": (write_bold, ".docx")}
        for row, (write, ending) in {**own, "table": (write_table, ".docx")}.items():
            (folder / row).mkdir(parents=True, exist_ok=True)
            for interview, one in said.items():
                write(one, folder / row / f"{interview}{ending}")
        told = {path.stem: read(path) for path in (folder / "text").iterdir()}
        total = sum(map(len, told.values()))
        print(f"| written as | equal of {total} | files not read |\n| --- | --- | --- |")
        for row in ("text", "bold", "table"):
            against = said if row == "text" else told
            print(
                f"| {row} | {' | '.join(map(str, measured((folder / row).iterdir(), against)))} |"
            )
        for row, writer in WRITERS.items():
            if shutil.which(writer.program) is None or not _is_chosen(row, arguments.names):
                continue
            target = folder / row.replace(", ", "-").replace(" ", "-")
            target.mkdir(exist_ok=True)
            writer.write(sorted((folder / writer.source).iterdir()), target)
            same, failed = measured(target.glob(f"*{writer.ending}"), told)
            print(f"| {row} | {same} | {failed} |", flush=True)


def _is_chosen(row: str, names: list[str]) -> bool:
    return not names or any(name in row for name in names)


if __name__ == "__main__":
    main()
