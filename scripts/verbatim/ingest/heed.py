"""What a researcher should look at in a transcript, in plain words and without a word of it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from verbatim.ingest.pieces import Segment
from verbatim.ingest.second import who_may_ask

LONG_SILENCE = 60.0
"""Seconds."""

LONG_SEGMENT = 800
"""Words."""

MUCH = 0.1
"""Share of words dropped."""

HARD_TO_HEAR = 0.01
"""Places that could not be heard, for each word."""

FEW_TIMES = 0.9
"""Share of turns with a time, where some have one."""

PACE = (60, 240)
"""Words per minute between which people talk, pauses included, where blanks part words."""

ODD = {
    "impossible time": "cannot be a time, as 9:99, and were left out",
    "speaker change inside a sentence": "look as if a recogniser had taken one speaker for two",
    "turn inside a line": "begin a turn inside a line, behind another one's words",
    "caption moved to its time": "stood out of their order and were moved",
}
"""Kinds of change that a person should look at, in words behind their number."""

PARTS = ("words", "words_of_notes", "words_of_labels", "words_of_times", "words_dropped")
"""What the words read are made of."""


def minutes(seconds: float) -> str:
    """Write a length of time as 3 min 20 s."""
    whole = round(seconds)
    parts = [f"{whole // 60} min" if whole >= 60 else "", f"{whole % 60} s" if whole % 60 else ""]
    return " ".join(filter(None, parts)) or "0 s"


def pace(loss: Mapping[str, Any]) -> float | None:
    """Words per minute, from the first begin to the last end; None without times."""
    length = loss["duration_s"]
    return 60 * loss["words"] / length if length and length == length else None  # noqa: PLR0124


def to_heed(
    loss: Mapping[str, Any], rows: Sequence[Segment], words: Sequence[int], asked: int, silent: int
) -> Iterator[str]:
    """Yield what to look at, a sentence each.

    Args:
        loss: Row of `Losses`, as far as it counts.
        rows: Segments in the order of speech.
        words: Words of each, notes among them.
        asked: Words of interviewers.
        silent: How many labels of the register do not occur.
    """
    yield from _labels(loss, rows, asked, silent)
    yield from _times(loss, rows, is_spaced=_is_spaced(rows, words))
    yield from _text(loss, max(words, default=0))


def _labels(
    loss: Mapping[str, Any], rows: Sequence[Segment], asked: int, silent: int
) -> Iterator[str]:
    if not loss["participant_words"]:
        yield (
            f"NOTHING SAYS WHO SPEAKS: all {_many(loss['words'], 'word')} are kept as other, and "
            f"none counts as a participant's. Let the program that transcribed it tell speakers "
            f"apart (diarisation), or write labels before what they say."
        )
    if unknown := loss["unknown_labels"]:
        yield (
            f"{_many(unknown, 'line')} may begin with the label of somebody whom the register "
            f"does not list, or {'stands' if unknown == 1 else 'stand'} before the first label; "
            f"kept as speech."
        )
    if silent and loss["participant_words"]:
        does = "does" if silent == 1 else "do"
        yield f"{_many(silent, 'label')} of the register {does} not occur in the transcript."
    if 2 * asked > loss["words"]:
        yield (
            f"Interviewers speak {asked / loss['words']:.0%} of the words: look whether the labels "
            f"of interviewer and participant are exchanged."
        )
    if second := who_may_ask(rows):
        yield (
            f"{_many(second, 'participant')} ask{'s' if second == 1 else ''} nearly as often as "
            f"interviewers do: look whether a second interviewer is meant."
        )
    if not asked and loss["participant_words"]:
        yield "No interviewer speaks."


def _times(loss: Mapping[str, Any], rows: Sequence[Segment], *, is_spaced: bool) -> Iterator[str]:
    starts = [row.start for row in rows if row.start is not None]
    if back := sum(after < before for before, after in pairwise(starts)):
        yield f"Times go back in {_many(back, 'place')}."
    timed = len({row.turn for row in rows if row.start is not None})
    if 0 < timed < FEW_TIMES * loss["turns"]:
        yield f"Only {timed:,} of {_many(loss['turns'], 'turn')} have a time."
    for kind, number in kinds(loss["changes"]):
        if kind in ODD:
            yield f"{_many(number, 'place')} {ODD[kind]}."
    if (loss["longest_silence_s"] or 0) > LONG_SILENCE:
        yield (
            f"Nobody speaks for {minutes(loss['longest_silence_s'])}: look whether speech is "
            f"missing."
        )
    speed = pace(loss) if is_spaced else None
    if speed and not PACE[0] <= speed <= PACE[1]:
        told = _many(round(speed), "word")
        yield f"{told} per minute: look whether times or speech are missing."


def _is_spaced(rows: Sequence[Segment], words: Sequence[int]) -> bool:
    """Say whether blanks part words: where letters are counted, there is no usual pace."""
    return 2 * sum(len(row.text.split()) for row in rows) >= sum(words)


def _text(loss: Mapping[str, Any], longest: int) -> Iterator[str]:
    if longest > LONG_SEGMENT:
        yield (
            f"The longest segment has {_many(longest, 'word')}: look whether labels or paragraphs "
            f"were lost."
        )
    if loss["words_dropped"] > MUCH * loss["words_read"]:
        share = loss["words_dropped"] / loss["words_read"]
        yield f"{_many(loss['words_dropped'], 'word')} ({share:.0%}) were dropped as no speech."
    unheard = dict(kinds(loss["notes"])).get("inaudible", 0)
    if unheard > HARD_TO_HEAR * loss["words"]:
        yield f"{_many(unheard, 'place')} could not be heard by who transcribed it."
    if loss["encoding"] and not loss["encoding"].startswith("UTF"):
        yield f"Read as {loss['encoding']}: look whether accents and quotation marks are right."
    if loss["words_read"] != sum(loss[part] for part in PARTS):
        yield "The words read and what became of them do not add up: please report this."


def kinds(described: str) -> list[tuple[str, int]]:
    """Read what `text.described` wrote: each kind with its number."""
    parts = (part.rpartition(" ") for part in described.split("; ") if part)
    return [(kind, int(number)) for kind, _, number in parts]


def _many(number: int, of: str) -> str:
    return f"{number:,} {of}{'' if number == 1 else 's'}"
