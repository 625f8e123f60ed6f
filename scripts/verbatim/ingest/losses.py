"""What was read of a transcript and what was left behind, in counts: one row of the losses."""

from collections import Counter

from verbatim.ingest import talk
from verbatim.ingest.account import account
from verbatim.ingest.fragments import fragments
from verbatim.ingest.pieces import Segment, Source
from verbatim.ingest.speech import Speech
from verbatim.ingest.text import described

LAYOUTS = {
    "bold": "labels in bold",
    "timed bold": "labels in bold with times",
    "colon": "label: text",
    "timed colon": "times and label: text",
    "time": "label and time",
    "line": "labels on lines of their own",
    "tab": "label, tab, text",
    "bracket": "labels in brackets",
    "dash": "label and dash or stroke",
    "dot": "label and point",
    "sign": "labels between signs, or with numbers",
    "type": "no labels: voices by type",
    "turns": "no labels: dashes in turn",
    "all": "no labels",
}
GIVEN = {
    "docx": "table",
    "pdf": "table",
    "vtt": "voice tags",
    "json": "speakers of entries",
    "srt": "labels beside captions",
    "sbv": "labels beside captions",
    "ttml": "agents",
    "cha": "main tiers",
    "tei": "utterances",
    "txt": "senders of messages",
    "csv": "column of speakers",
    "tsv": "column of speakers",
    "xlsx": "column of speakers",
}


def loss_of(
    interview: str, source: Source, spoken: Speech, rows: list[Segment]
) -> dict[str, object]:
    """Give the row of `Losses`, but for language and what to look at."""
    style = min(spoken.styles, key=lambda name: (-spoken.styles[name], name))
    layout = GIVEN.get(source.format, "table") if style == "given" else LAYOUTS.get(style, "")
    beside = {piece.place for piece in source.left}
    return {
        "interview": interview,
        "format": f"{source.format}, {layout or LAYOUTS[style.removeprefix('timed ')]}",
        "encoding": source.encoding,
        "turns": rows[-1].turn,
        "segments": len(rows),
        **account(source, spoken, rows),
        "participant_words": sum(row.spoken for row in rows if row.speaker == "participant"),
        "timed_segments": sum(row.start is not None for row in rows),
        "lines_read": len(spoken.read | beside),
        "lines_dropped": len(spoken.dropped | (beside - spoken.read)),
        "unknown_labels": len(spoken.unsure),
        "notes": described(Counter(note.kind for row in rows for note in row.notes)),
        "duration_s": talk.duration(rows),
        "longest_silence_s": talk.longest_silence(rows),
        "changes": described(
            source.changes
            + Counter({"impossible time": len(spoken.mistimed)})
            + fragments(spoken.said)
            + Counter({"time between words": len(spoken.inside)})
        ),
    }
