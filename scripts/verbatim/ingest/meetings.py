"""What the JSON of meeting programs and transcript editors looks like: one function each."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any

from verbatim.ingest.dialects import Entry, named

SAMPLES = 16_000
"""Otter counts the samples of sound before a passage, so many a second."""

MILLISECONDS = 10**11
"""Clocks that count from 1970 are beyond this in thousandths of a second, below it in seconds."""


def otter(content: Any) -> Iterator[Entry]:
    """Otter: passages point at a list of those whose voice it knows; it numbers all others.

    A passage that it gives nobody is somebody else's, not the one's who spoke before.
    """
    names = {one["id"]: one["speaker_name"] for one in content.get("speakers") or []}
    for one in content["transcripts"]:
        number = one.get("speaker_model_label")
        other = "Unknown Speaker" if number is None else f"Speaker {number}"
        speaker = names.get(one.get("speaker_id")) or other
        start, end = one["start_offset"] / SAMPLES, one["end_offset"] / SAMPLES
        yield Entry(one["transcript"], speaker, start, end)


def read_ai(content: Any) -> Iterator[Entry]:
    """Read.ai: blocks of speech by the clock, which starts here with the first of them."""
    blocks = content["speaker_blocks"]
    begin = int(blocks[0]["start_time"])
    unit = 1000 if begin > MILLISECONDS else 1
    for one in blocks:
        start, end = ((int(one[side]) - begin) / unit for side in ("start_time", "end_time"))
        yield Entry(one["words"], named(one["speaker"]), start, end)


def hyperaudio(content: Any) -> Iterator[Entry]:
    """Hyperaudio: words in one list, and in another who speaks from when on."""
    paragraphs = sorted(content["paragraphs"], key=lambda one: float(one["start"]))
    begins = [one["start"] for one in paragraphs]
    for word in content["words"]:
        at = max(0, bisect_right(begins, word["start"]) - 1)
        yield Entry(word["text"], paragraphs[at].get("speaker"), word["start"], word["end"])


def _is_hyperaudio(content: Any) -> bool:
    spoken = any("speaker" in one for one in content["paragraphs"])
    return spoken and "start" in content["paragraphs"][0] and "text" in content["words"][0]


MEETINGS: tuple[tuple[str, Callable[[Any], bool], Callable[[Any], Iterator[Entry]]], ...] = (
    ("Otter", lambda content: "start_offset" in content["transcripts"][0], otter),
    ("Read.ai", lambda content: "words" in content["speaker_blocks"][0], read_ai),
    ("Hyperaudio", _is_hyperaudio, hyperaudio),
)
"""Name, whether a file is of this kind, and its entries."""
