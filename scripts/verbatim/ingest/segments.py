"""Speech into segments: captions joined, long paragraphs cut, turns numbered."""

from collections.abc import Iterator

from verbatim.ingest.labels import Speaker, key
from verbatim.ingest.pieces import Said, Segment
from verbatim.ingest.windows import windows


def joined(said: list[Said], pause_s: float) -> list[Said]:
    """Join captions of one speaker into paragraphs.

    A new paragraph begins where the speaker changes, or more than `pause_s` seconds lie between
    the end of one caption and the begin of the next. Captions without times have no pause.
    """
    paragraphs: list[list[Said]] = []
    end: float | None = None
    for one in said:
        before = paragraphs[-1][-1] if paragraphs else None
        if (
            before is not None
            and before.caption
            and one.caption
            and before.label == one.label
            and not _pause(end, one.start) > pause_s
        ):
            paragraphs[-1].append(one)
            end = _later(end, one.end)
        else:
            paragraphs.append([one])
            end = one.end
    return [_together(captions) for captions in paragraphs]


def _together(captions: list[Said]) -> Said:
    """One paragraph of captions; a single piece stays as it is."""
    if len(captions) == 1:
        return captions[0]
    ends = [one.end for one in captions if one.end is not None]
    return captions[0]._replace(
        text=" ".join(one.text for one in captions), end=max(ends, default=None)
    )


def cut(said: list[Said], window_words: int, language: str) -> Iterator[Said]:
    """Cut longer paragraphs into windows of sentences; the first keeps the begin, the last the end.

    Args:
        said: Paragraphs.
        window_words: Words of a window at most, a longer sentence excepted; 0: nothing is cut.
        language: ISO code; its rules say where sentences end.
    """
    for one in said:
        parts = windows(one.text, window_words, language) if window_words else [one.text]
        last = len(parts) - 1
        for at, text in enumerate(parts):
            start, end = one.start if at == 0 else None, one.end if at == last else None
            yield one._replace(text=text, start=start, end=end) if last else one


def segments(
    said: list[Said],
    pause_s: float,
    listed: dict[str, Speaker],
    window_words: int = 0,
    language: str = "",
) -> list[Segment]:
    """Number turns and segments; consecutive segments of one label are one turn."""
    found: list[Segment] = []
    turn = 0
    before: Said | None = None
    paragraphs = joined(said, pause_s)
    for number, one in enumerate(cut(paragraphs, window_words, language), start=1):
        turn += before is None or one.label != before.label
        before = one
        who = listed[key(one.label)] if one.label is not None else Speaker("", "other", "")
        found.append(
            Segment(
                turn, number, who.role, who.participant, one.start, one.end, one.text, one.place
            )
        )
    return found


def _later(one: float | None, other: float | None) -> float | None:
    """The later of two ends: a caption inside another ends before it."""
    return max((end for end in (one, other) if end is not None), default=None)


def _pause(end: float | None, start: float | None) -> float:
    if end is None or start is None:
        return 0.0
    # Times have milliseconds; a difference of floats has more than those.
    return round(start - end, 3)
