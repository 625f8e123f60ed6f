"""A trace as a reviewer reads it: in a terminal, or as JSON."""

import json
import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from verbatim.audit.chain import Chain, Step
from verbatim.audit.marks import listed
from verbatim.audit.places import Row
from verbatim.audit.trace import Picture, Quoted, Trace

HASH = 12
"""Digits of a hash that are printed; the whole ones stand in --json."""

LEFT_OUT = ("level", "id", "name", "theme")
"""Columns that the heading already says."""


def as_json(found: Trace, limit: int) -> str:
    """Everything, with whole hashes, as JSON."""
    content: dict[str, Any] = asdict(found)
    content["picture"]["intact"] = found.picture.intact
    content["codings"] = len(found.quoted)
    if limit:
        content["quoted"] = content["quoted"][:limit]
    return json.dumps(content, indent=1, ensure_ascii=False)


def as_text(found: Trace, limit: int, width: int) -> str:
    """The same in words, from the mark back to the transcripts and the code."""
    parts = [
        _picture(found.picture),
        _rows(found),
        *found.about,
        *_quotations(found.quoted, limit, width),
        _chain(found.chain, width),
        *_warnings(found),
    ]
    return "\n\n".join(part for part in parts if part)


def _picture(picture: Picture) -> str:
    lines = [f"{picture.title or picture.name}", ""]
    lines += [f"  figure  {name}  {digest[:HASH]}" for name, digest in picture.files.items()]
    said = "the figure was drawn from exactly this table"
    if not picture.intact:
        other = picture.drawn_from[:HASH] or "unknown"
        said = f"NOT the table that the figure was drawn from, {other}"
    return "\n".join(
        [*lines, f"  table   {picture.table}  {picture.table_sha256[:HASH]}  ({said})"]
    )


def _rows(found: Trace) -> str:
    if found.mark is None:
        head = f"Marks to point at with --mark: {listed(found.can_be_marked)}"
        return f"{head}\n\n{_table(found.rows)}"
    heading = f"{found.mark}{f', {found.group}' if found.group else ''}"
    said = LEFT_OUT if found.rows and "id" in found.rows[0] else ()
    columns = [{key: row[key] for key in row if key not in said} for row in found.rows]
    return f"{heading}\n\n{_table(columns)}"


def _table(rows: list[Row]) -> str:
    if not rows:
        return "  (no rows)"
    names = list(rows[0])
    widths = [max(len(name), *(len(row[name]) for row in rows)) for name in names]
    lines = [dict(zip(names, names, strict=True)), *rows]
    return "\n".join(
        "  "
        + "  ".join(
            line[name].ljust(size) for name, size in zip(names, widths, strict=True)
        ).rstrip()
        for line in lines
    )


def _quotations(quoted: list[Quoted], limit: int, width: int) -> Iterator[str]:
    shown = quoted[:limit] if limit else quoted
    for one in shown:
        yield _quotation(one, width)
    if len(shown) < len(quoted):
        yield f"… and {len(quoted) - len(shown)} more codings (--limit 0 shows all)"


def _quotation(one: Quoted, width: int) -> str:
    coding, segment = one.coding, one.segment
    head = f"{coding['interview']}, segment {coding['segment']}"
    words = "  (the words may not be read from here)"
    if segment is not None:
        speaker = segment["participant"] or segment["speaker"]
        head += f", turn {segment['turn']}{_time(segment)}, {speaker}"
        words = textwrap.fill(
            f"“{segment['text']}”", width - 2, initial_indent="  ", subsequent_indent="  "
        )
    transcript = one.transcript[:HASH] or "not readable from here"
    return f"{head}\n{words}\n  {_said_of(coding)}\n  transcript {transcript}"


def _time(segment: Row) -> str:
    if not segment.get("start"):
        return ""
    seconds = int(float(segment["start"]))
    return f", at {seconds // 3600}:{seconds % 3600 // 60:02}:{seconds % 60:02}"


def _said_of(coding: Row) -> str:
    version = coding.get("given_version") or coding.get("codebook_version", "")
    given = coding.get("given_code", coding["code"])
    carried = (
        f", given as {given}, carried by {coding['carried_by']}" if given != coding["code"] else ""
    )
    begun = (
        "by a person"
        if coding["origin"] in {"", "person"}
        else f"began as suggestion {coding['origin']}"
    )
    date = coding["date"] or "date not recorded"
    stance = f", {coding['stance']}" if coding.get("stance") else ""
    return (
        f"{coding['code']}{stance}: {coding['coder']} ({coding['layer']}), {date}, "
        f"codebook version {version}{carried}, {begun}, coding {coding['coding']}"
    )


def _chain(chain: Chain, width: int) -> str:
    if not chain.steps:
        return ""
    lines = ["How it was made, the last step first", ""]
    lines += [line for step in chain.steps for line in _step(step, width)]
    brought = {name: digest for name, digest in chain.brought.items() if "/tickets/" not in name}
    tickets = len(chain.brought) - len(brought)
    lines += ["", "  from what people brought"]
    lines += [f"    {name}  {digest[:HASH]}" for name, digest in sorted(brought.items())]
    if tickets:
        lines.append(f"    {tickets} transcripts, each known by its interview's id and its hash")
    return "\n".join(lines)


def _step(step: Step, width: int) -> Iterator[str]:
    commit = f"commit {step.commit[:HASH]}" if step.commit else "no commit"
    dirty = ", with changes not committed" if step.commit and not step.clean else ""
    jobs = f", {step.jobs} batches" if step.jobs > 1 else ""
    yield (
        f"  {step.rule}{jobs}: code {step.code}, lock {step.lock}, {commit}{dirty}, "
        f"Python {step.python}"
    )
    for name, value in sorted(step.params.items()):
        said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        yield "    " + textwrap.shorten(f"{name}: {said}", width - 4, placeholder=" …")


def _warnings(found: Trace) -> Iterator[str]:
    for heading, lines in (
        ("Steps that do not fit together", found.chain.breaks),
        ("Changed since the records were written", found.changed),
        ("Not read", found.missing),
    ):
        if lines:
            yield "\n".join([heading, "", *(f"  {line}" for line in lines)])
