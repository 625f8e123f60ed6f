"""Tables with one turn per row, as text or as a workbook."""

import re
from collections import Counter
from collections.abc import Iterator

from verbatim.ingest import delimited, people, workbook
from verbatim.ingest.columns import NUMBER, Columns, columns, titled
from verbatim.ingest.delimited import Rows
from verbatim.ingest.dialects import named
from verbatim.ingest.labels import Speaker, key
from verbatim.ingest.pieces import Piece, Source
from verbatim.ingest.table import STAMPED
from verbatim.ingest.text import decode, normalised
from verbatim.ingest.times import ALONE, impossible, span
from verbatim.ingest.unreadable import Unreadable

DAY = 86_400
"""Seconds; whole numbers larger than this are thousandths of a second."""

COLUMNS, ROWS = 3, 4
"""Least columns and rows of a table in plain text; one without titles has more columns."""

WHOLE_MINUTES = re.compile(r"(?P<hours>\d+):(?P<minutes>\d\d):00\.000")
LONGEST_H = 6

EXCEL_ERRORS = frozenset(("#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"))
"""What Excel makes of speech that begins with = or - and looks like a formula."""


def read(
    content: bytes, listed: dict[str, Speaker], named: dict[str, str], format_name: str
) -> Source:
    """Read a table in text (csv, tsv) into pieces: a piece for each line of a row's speech.

    An empty cell of the speaker's column means that the same person goes on. Where a row has more
    cells than usual and speech stands in the last column, somebody forgot quotation marks: the
    cells are speech.

    Args:
        content: The file.
        listed: Labels of the register, which tell the column of speakers.
        named: Names of columns that the register gives, by role: speaker, text, start, end.
        format_name: csv or tsv.

    Raises:
        Unreadable: If no column holds speech, or a named column is not there.
    """
    decoded, encoding = decode(content)
    rows, separator = delimited.rows(decoded, titled)
    if not named and (side_by_side := people.pieces(rows, listed)):
        pieces, changes = side_by_side
        return Source(format_name, encoding, pieces, changes)
    found = columns(rows, listed, named)
    if found is None:
        raise _no_speech()
    changes = Counter()
    last = len(rows[found.header]) - 1 if found.header >= 0 else delimited.usual(rows)[0] - 1
    if found.header < 0 and found.at == {"text": 0}:
        last = 0  # no table, but lines with a separator in their speech
    if found.at["text"] == last:
        changes["separator inside speech"] = sum(max(0, len(row) - last - 1) for row in rows)
        rows = [[*row[:last], separator.join(row[last:])] for row in rows]
    pieces = _all_pieces(rows, found, listed, changes)
    return Source(format_name, encoding, pieces, changes=+changes)


def read_workbook(content: bytes, listed: dict[str, Speaker], named: dict[str, str]) -> Source:
    """Read the sheet of a workbook that says who speaks and what, as `read` does.

    It is the one with most cells that are labels, the first of equals; a hidden one only if no
    other says what was said.

    Raises:
        Unreadable: As `read`, or if the workbook is damaged.
    """
    sheets = [sheet for sheet in workbook.sheets(content) if any(map(any, sheet.rows))]
    for sheet in () if named else sorted(sheets, key=lambda one: not one.is_shown):
        if side_by_side := people.pieces(sheet.rows, listed):
            pieces, changes = side_by_side
            others = Counter({"sheet left out": len(sheets) - 1})
            return Source("xlsx", "", pieces, +(changes + sheet.changes + others))
    fitting: list[tuple[tuple[bool, int], workbook.Sheet, Columns]] = []
    missing: Unreadable | None = None
    for sheet in sheets:
        try:
            found = columns(sheet.rows, listed, named)
        except Unreadable as error:
            missing = missing or error
        else:
            if found is not None:
                labels = _labels(sheet.rows, found, listed)
                fitting.append(((sheet.is_shown, labels), sheet, found))
    if not fitting:
        raise missing or _no_speech()
    _, sheet, found = max(fitting, key=lambda one: one[0])
    rows, typed = _as_typed(sheet.rows, found)
    changes = sheet.changes + Counter(
        {"sheet left out": len(sheets) - 1, "time that Excel took for hours and minutes": typed}
    )
    pieces = _all_pieces(rows, found, listed, changes)
    return Source("xlsx", "", pieces, changes=+changes)


def _labels(rows: Rows, found: Columns, listed: dict[str, Speaker]) -> int:
    """Number of listed labels; where none are listed, whether a column says who speaks."""
    if not listed or "speaker" not in found.at:
        return int("speaker" in found.at)
    return sum(key(_cell(row, found, "speaker")) in listed for row in rows)


def is_table(text: str, listed: dict[str, Speaker]) -> bool:
    """Say whether lines of plain text are rows: tabs in all, and columns for speaker and speech.

    Fewer columns, as a label, a tab and speech, are lines that begin with a label; so may be a
    time, a label and speech without titles above.
    """
    rows = [line.split("\t") for line in text.split("\n") if line.strip()]
    widths = set(map(len, rows))
    if len(rows) < ROWS or len(widths) != 1 or max(widths) < COLUMNS:
        return False
    found = columns(rows, listed, {})
    if found is None or not {"speaker", "text"} <= found.at.keys():
        return False
    return found.header >= 0 or max(widths) > COLUMNS


def read_objects(objects: list[dict[str, object]], listed: dict[str, Speaker]) -> list[Piece]:
    """Read a list of turns in JSON whose names say speaker and speech, as titles of columns do.

    Returns:
        The pieces; none where the names do not say both.
    """
    titles = list(dict.fromkeys(title for one in objects for title in one))
    cells = [[one.get(title) for title in titles] for one in objects]
    rows = [titles, *([_as_cell(value) for value in row] for row in cells)]
    found = columns(rows, listed, {})
    if found is None or found.header or "speaker" not in found.at:
        return []
    return [one for one in _all_pieces(rows, found, listed, Counter()) if not one.aside]


def _as_cell(value: object) -> str:
    value = named(value)
    return str(value) if isinstance(value, str | int | float) else ""


def _as_typed(rows: Rows, found: Columns) -> tuple[Rows, int]:
    """Undo what Excel makes of 12:30, typed for minutes and seconds: half past twelve.

    So it was where no time has seconds and the last is later than any interview lasts.

    Returns:
        The rows, and how many times were mended.
    """
    columns = [at for role, at in found.at.items() if role in {"start", "end"}]
    cells = [row[at] for row in rows[found.header + 1 :] for at in columns if at < len(row)]
    clocks = [WHOLE_MINUTES.fullmatch(cell) for cell in cells if cell]
    hours = [int(clock["hours"]) for clock in clocks if clock]
    if not hours or len(hours) < len(clocks) or max(hours) < LONGEST_H:
        return rows, 0
    mended = [
        [
            WHOLE_MINUTES.sub(r"\g<hours>:\g<minutes>", cell) if at in columns else cell
            for at, cell in enumerate(row)
        ]
        for row in rows
    ]
    return mended, len(hours)


def _all_pieces(
    rows: Rows, found: Columns, listed: dict[str, Speaker], changes: Counter[str]
) -> list[Piece]:
    """Give the pieces of all rows, headers and cells beside speech as aside; counts `changes`."""
    header = [cell.strip() for cell in rows[found.header]] if found.header >= 0 else []
    scale = _scale(rows, found, header)
    pieces: list[Piece] = []
    for number, row in enumerate(rows, start=1):
        if not any(map(str.strip, row)):
            continue
        if number <= found.header + 1 or [cell.strip() for cell in row] == header:
            pieces += _aside(number, row)
            continue
        beside = [cell for at, cell in enumerate(row) if at not in found.at.values()]
        changes["cell beside speech left out"] += sum(bool(cell.strip()) for cell in beside)
        pieces += _aside(number, beside)
        text, changed = normalised(_cell(row, found, "text"))
        changes.update(changed)
        changes["cell that Excel took for a formula"] += text.strip() in EXCEL_ERRORS
        label, times = _who_and_when(row, found, listed)
        pieces.extend(
            _pieces(f"row {number}", text, label, [_seconds(one, scale) for one in times])
        )
    return pieces


def _aside(number: int, cells: list[str]) -> list[Piece]:
    return [Piece(f"row {number}", cell, aside=True) for cell in cells if cell.strip()]


def _who_and_when(
    row: list[str], found: Columns, listed: dict[str, Speaker]
) -> tuple[str | None, list[str]]:
    """Label of a row (None where the table has no column for it), and what it says of times."""
    times = [_cell(row, found, role).strip() for role in ("start", "end")]
    if "speaker" not in found.at:
        return None, times
    label = normalised(_cell(row, found, "speaker"))[0].strip()
    match = STAMPED.fullmatch(label)
    if match and match["label"] and key(label) not in listed:
        return match["label"], [times[0] or match["time"], times[1]]
    return label, times


def _pieces(
    place: str, text: str, label: str | None, times: list[tuple[float | None, float | None, bool]]
) -> Iterator[Piece]:
    """Yield the lines of one row's speech; a speaker without speech, as a piece without words."""
    (start, until, no_start), (end, _, no_end) = times
    end = until if end is None else end
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines and label:
        yield Piece(place, "", label, start, end)
    for at, line in enumerate(lines):
        if at:
            yield Piece(place, line, label if label is None else "")
        else:
            last = end if len(lines) == 1 else None
            yield Piece(place, line, label, start, last, mistimed=no_start or no_end)


def _seconds(cell: str, scale: float) -> tuple[float | None, float | None, bool]:
    """Begin and end that a cell says, and whether it says none; a number counts `scale` seconds."""
    if number := NUMBER.fullmatch(cell):
        return round(float(number["number"].replace(",", ".")) * scale, 3), None, False
    fits = ALONE.fullmatch(cell) and not impossible(cell)
    return (*span(cell if fits else ""), bool(cell and not fits))


def _scale(rows: Rows, found: Columns, header: list[str]) -> float:
    """Seconds of one unit of the numbers that tell times."""
    cells = [_cell(row, found, role).strip() for row in rows for role in ("start", "end")]
    numbers = [cell for cell in cells if NUMBER.fullmatch(cell)]
    titles = [header[found.at[role]] for role in ("start", "end") if role in found.at and header]
    whole = all(re.fullmatch(r"\d+", cell) for cell in numbers)
    is_whisper = header == ["start", "end", "text"]
    said = any(re.search(r"(?:\b|_)ms\b|milli|Ms\b", title) for title in titles)
    large = whole and any(int(cell) > DAY for cell in numbers)
    return 0.001 if said or large or (whole and is_whisper) else 1.0


def _cell(row: list[str], found: Columns, role: str) -> str:
    at = found.at.get(role, len(row))
    return row[at] if at < len(row) else ""


def _no_speech() -> Unreadable:
    return Unreadable(
        "a table without a column of speech",
        "one turn per row: a column that says who speaks, one with what is said",
        "name the columns in the register (speaker_column, text_column), "
        "or save the sheet that holds the transcript",
    )
