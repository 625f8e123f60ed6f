"""Rows added to a table that people may have edited: what stands in it stays, byte for byte."""

import csv
import io
from pathlib import Path

from verbatim import files
from verbatim.tables import cells


def append(path: Path, columns: list[str], rows: list[dict[str, str]]) -> None:
    """Write rows behind those that stand, in the file's own columns, separators and line ends.

    A file that is not there is begun with `columns`.
    """
    if not path.is_file():
        files.write_text(
            path, _lines(columns, [dict(zip(columns, columns, strict=True))], ",", "\n")
        )
    if not rows:
        return
    content = path.read_bytes()
    head = content.decode("utf-8-sig", "replace").split("\n", 1)[0]
    end = "\r\n" if head.endswith("\r") else "\n"
    separator = max(cells.SEPARATORS, key=head.count)
    names = list(cells.read(path, columns).columns)
    between = "" if content.endswith(b"\n") else end
    files.write_bytes(path, content + (between + _lines(names, rows, separator, end)).encode())


def _lines(columns: list[str], rows: list[dict[str, str]], separator: str, end: str) -> str:
    written = io.StringIO()
    writer = csv.DictWriter(
        written, columns, restval="", extrasaction="ignore", delimiter=separator, lineterminator=end
    )
    writer.writerows(rows)
    return written.getvalue()
