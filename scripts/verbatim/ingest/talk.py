"""How much each speaker talks, how long an interview lasts, and where nobody speaks."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from verbatim.ingest.pieces import Segment
from verbatim.tables.ingest import SPEAKERS


def duration(rows: Sequence[Segment]) -> float | None:
    """Seconds from the first begin to the last end, or begin; None without two times."""
    starts = [row.start for row in rows if row.start is not None]
    times = [*starts, *(row.end for row in rows if row.end is not None)]
    return round(max(times) - min(starts), 3) if len(times) > 1 and starts else None


def longest_silence(rows: Sequence[Segment]) -> float | None:
    """Longest time between all that ended and what begins next; None where no end is known."""
    timed = sorted(
        (row.start, row.end) for row in rows if row.start is not None and row.end is not None
    )
    longest, ended = None, None
    for start, end in timed:
        if ended is not None:
            longest = max(longest or 0.0, start - ended)
        ended = end if ended is None else max(ended, end)
    return None if longest is None else round(longest, 3)


def speakers(rows: Sequence[Segment]) -> Iterator[tuple[object, ...]]:
    """Yield who talks how much: the cells of `Speakers` behind the interview.

    Interviewers come first, then participants by id, then others.
    """
    talk = list(zip(rows, _seconds(rows), strict=True))
    whole = sum(row.spoken for row in rows)
    everybody = {(SPEAKERS.index(row.speaker), row.participant) for row in rows}
    for rank, participant in sorted(everybody):
        who = (SPEAKERS[rank], participant)
        own = [one for one in talk if (one[0].speaker, one[0].participant) == who]
        words = sum(row.spoken for row, _ in own)
        lengths = [length for _, length in own if length is not None]
        yield (
            *who,
            len({row.turn for row, _ in own}),
            len(own),
            words,
            words / whole if whole else 0.0,
            round(sum(lengths), 3) if lengths else None,
        )


def _seconds(rows: Sequence[Segment]) -> list[float | None]:
    """Seconds of each segment; None where they are not known.

    Where the source has no ends, the first segment of a turn lasts until the next turn.
    """
    if any(row.end is not None for row in rows):
        return [_between(row.start, row.end) for row in rows]
    lengths: list[float | None] = [None] * len(rows)
    firsts = [at for at, row in enumerate(rows) if not at or row.turn != rows[at - 1].turn]
    for at, following in pairwise(firsts):
        lengths[at] = _between(rows[at].start, rows[following].start)
    return lengths


def _between(start: float | None, end: float | None) -> float | None:
    return None if start is None or end is None or end < start else end - start
