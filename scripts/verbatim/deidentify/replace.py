"""Replacing: the decided mentions become tags, and nothing else changes."""

from collections.abc import Iterable, Iterator

import pandas as pd

from verbatim.tables.deidentify import Offsets, Replacements


def replaced(
    segments: pd.DataFrame, identifiers: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Put tags in the place of what was decided, in one batch.

    A tag stands in brackets, as [PERSON 3]. Which brackets are tags is known from the offsets,
    never from how they look: what somebody typed like a tag is left as it is, and `tags` never
    gives the same tag in that interview.

    Args:
        segments: `Segments`, as spoken.
        identifiers: `Identifiers` of the study or of the batch.

    Returns:
        `Segments` with the new text, and `Offsets`.

    Raises:
        ValueError: If an identifier does not stand where the table says, or two overlap.
    """
    here = identifiers[
        (identifiers["status"] == "replaced")
        & identifiers["interview"].isin(set(segments["interview"]))
    ]
    by_segment = {
        key: rows.sort_values("start") for key, rows in here.groupby(["interview", "segment"])
    }
    texts: list[str] = []
    offsets: list[tuple[str, int, int, int, int, int]] = []
    for interview, segment, text in zip(
        segments["interview"], segments["segment"], segments["text"], strict=True
    ):
        rows = by_segment.pop((interview, segment), None)
        if rows is None:
            texts.append(text)
            continue
        spans = list(zip(rows["start"], rows["end"], rows["text"], rows["tag"], strict=True))
        new, places = replaced_text(text, spans)
        texts.append(new)
        offsets.extend((interview, segment, *place) for place in places)
    if by_segment:
        raise ValueError(f"{len(by_segment)} segments with identifiers are not in the batch")
    table = pd.DataFrame(offsets, columns=Offsets.column_names())
    return segments.assign(text=texts), table


def replaced_text(
    text: str, spans: Iterable[tuple[int, int, str, str]], marked: bool = True
) -> tuple[str, list[tuple[int, int, int, int]]]:
    """Replace spans of one text.

    Args:
        text: As spoken.
        spans: Start, end, what stands there and tag (without brackets) of each mention, in order.
        marked: Whether brackets are put around what stands in its place.

    Returns:
        The new text, and for each mention its start and end in the spoken and in the new text.

    Raises:
        ValueError: As `replaced`.
    """
    parts: list[str] = []
    places, at, length = [], 0, 0
    for start, end, said, tag in spans:
        if not at <= start < end <= len(text) or text[start:end] != said:
            raise ValueError(f"an identifier does not stand at {start} to {end}, or overlaps")
        shown = f"[{tag}]" if marked else tag
        parts += [text[at:start], shown]
        begin = length + start - at
        length, at = begin + len(shown), end
        places.append((int(start), int(end), begin, length))
    return "".join([*parts, text[at:]]), places


def in_order(parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Put the places of several batches into one table, in the order of interviews and speech."""
    return pd.concat(parts).sort_values(["interview", "segment", "start"], ignore_index=True)


def replacements(identifiers: pd.DataFrame) -> pd.DataFrame:
    """Count what was replaced and kept, per interview and category.

    Returns:
        `Replacements`, sorted.
    """
    return _counted(identifiers, ["interview", "category"])[Replacements.column_names()]


def _counted(identifiers: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    gone = identifiers["status"] == "replaced"
    counted = identifiers.assign(
        replaced=gone.astype(int),
        by_people=(gone & (identifiers["layer"] == "")).astype(int),
        kept=(~gone).astype(int),
    )
    sums = counted.groupby(by, sort=True)[["replaced", "by_people", "kept"]].sum()
    return sums.reset_index()


def spoken_text(
    text: str, offsets: Iterable[tuple[int, int, int, int]], said: Iterable[str]
) -> str:
    """Put what was said back in the place of the tags, by the offsets alone.

    Args:
        text: De-identified.
        offsets: As `replaced_text` gives them.
        said: What stood at each of them.
    """
    return "".join(_restored(text, offsets, said))


def _restored(
    text: str, offsets: Iterable[tuple[int, int, int, int]], said: Iterable[str]
) -> Iterator[str]:
    at = 0
    for (_, _, begin, end), word in zip(offsets, said, strict=True):
        yield text[at:begin]
        yield word
        at = end
    yield text[at:]
