"""De-identified text against every decided identifier, by occurrence, through the offset map."""

from collections.abc import Iterator

import pandas as pd

from verbatim.search import forms
from verbatim.search.findings import TEXT, Finding
from verbatim.search.forms import Phrase
from verbatim.search.match import Seeker
from verbatim.search.names import Names
from verbatim.tables.people import DIRECT

BREAK = " #### "
"""Stands in for a passage that is not searched, so that no name is met across it."""

KEYS = ["interview", "segment"]
Span = tuple[int, int]


def check(
    spoken: pd.DataFrame,
    public: pd.DataFrame,
    identifiers: pd.DataFrame,
    offsets: pd.DataFrame,
    known: Names,
) -> list[Finding]:
    """Check that only decided identifiers were changed, and that none of them is left.

    Each replaced occurrence must be covered by exactly its tag, and the text between tags must be
    as spoken. Then no distinctive direct identifier that was replaced in an interview may stand
    in the rest of that interview as a whole word, nor a full name, number or address known to the
    study in any interview, except where people decided to keep it.

    Args:
        spoken: Rows of `Segments` as spoken.
        public: The same, de-identified.
        identifiers: Rows of `Identifiers`.
        offsets: Rows of `Offsets`.
        known: Names known to the study (`names.gather`).
    """
    texts = public.set_index(KEYS)["text"].to_dict()
    mapped = _by_segment(identifiers.merge(offsets, on=[*KEYS, "start", "end"], how="inner"))
    findings = list(_unmapped(identifiers, offsets))
    for key, text in spoken.set_index(KEYS)["text"].to_dict().items():
        if key not in texts:
            findings.append(_finding(key, "LOST"))
        else:
            findings += _compare(key, text, texts[key], mapped.get(key, []))
    return [*findings, *_left(texts, mapped, identifiers, known)]


def leftover(
    public: pd.DataFrame, identifiers: pd.DataFrame, offsets: pd.DataFrame
) -> list[Finding]:
    """Names that were replaced in an interview and still stand elsewhere in that interview.

    Args:
        public: Rows of `Segments`, de-identified: one batch.
        identifiers: Rows of `Identifiers`.
        offsets: Rows of `Offsets` of the batch.
    """
    own = identifiers[identifiers["interview"].isin(set(public["interview"]))]
    mapped = _by_segment(own.merge(offsets, on=[*KEYS, "start", "end"], how="inner"))
    return list(_left(public.set_index(KEYS)["text"].to_dict(), mapped, own, Names()))


def surviving(public: pd.DataFrame, known: Names) -> set[Phrase]:
    """Names that the de-identified text still holds, because people keep them or mean another."""
    return {hit.words for hit in Seeker(known).hits("\n".join(public["text"]))}


def _by_segment(rows: pd.DataFrame) -> dict[tuple[str, int], list[dict[str, object]]]:
    found: dict[tuple[str, int], list[dict[str, object]]] = {}
    for row in rows.sort_values([*KEYS, "start"]).to_dict("records"):
        found.setdefault((row["interview"], row["segment"]), []).append(row)
    return found


def _unmapped(identifiers: pd.DataFrame, offsets: pd.DataFrame) -> Iterator[Finding]:
    """Replaced identifiers that the offset map lacks, and places of the map that nobody decided."""
    columns = [*KEYS, "start", "end"]
    replaced = identifiers.loc[identifiers["status"] == "replaced", columns]
    decided = set(replaced.itertuples(index=False, name=None))
    placed = set(offsets[columns].itertuples(index=False, name=None))
    for interview, segment, *_ in sorted(decided ^ placed):
        yield _finding((interview, segment), "UNMAPPED")


def _compare(
    key: tuple[str, int], spoken: str, public: str, replaced: list[dict[str, object]]
) -> Iterator[Finding]:
    at, public_at = 0, 0
    for row in replaced:
        start, end, tag_start, tag_end = (
            int(str(row[name])) for name in ("start", "end", "tag_start", "tag_end")
        )
        if public[tag_start:tag_end] != f"[{row['tag']}]":
            yield _finding(key, "MOVED", str(row["text"]))
        if spoken[at:start] != public[public_at:tag_start]:
            yield _finding(key, "CHANGED")
        at, public_at = end, tag_end
    if spoken[at:] != public[public_at:]:
        yield _finding(key, "CHANGED")


def _left(
    texts: dict[tuple[str, int], str],
    mapped: dict[tuple[str, int], list[dict[str, object]]],
    identifiers: pd.DataFrame,
    known: Names,
) -> Iterator[Finding]:
    """Identifiers that still stand somewhere in an interview."""
    kept = _by_segment(identifiers[identifiers["status"] == "kept"])
    own = _own(identifiers)
    everywhere = Names(
        {phrase: kind for phrase, kind in known.anyhow.items() if len(phrase) > 1},
        {},
        known.numbers,
    )
    rest: dict[str, list[tuple[int, str]]] = {}
    for (interview, segment), text in texts.items():
        spans = [_span(row) for row in mapped.get((interview, segment), [])]
        spans += [
            _through(row, mapped.get((interview, segment), []))
            for row in kept.get((interview, segment), [])
        ]
        rest.setdefault(interview, []).append((segment, _without(text, spans)))
    for interview, segments in rest.items():
        seeker = Seeker(own.get(interview, Names()).with_(everywhere))
        if seeker.hits(BREAK.join(text for _, text in segments)):
            for segment, text in segments:
                for hit in sorted(seeker.hits(text), key=lambda hit: hit.words):
                    yield _finding((interview, segment), hit.kind, " ".join(hit.words))


def _own(identifiers: pd.DataFrame) -> dict[str, Names]:
    """Distinctive direct identifiers that were replaced, by interview.

    Where people checked an interview word by word, a word that dictionaries list too (Bishop) may
    stand: they saw it and let it.
    """
    own: dict[str, Names] = {}
    replaced = identifiers[
        (identifiers["status"] == "replaced") & identifiers["category"].isin(DIRECT)
    ]
    for row in replaced.itertuples():
        names = own.setdefault(row.interview, Names())
        person = row.category == "PERSON"
        if number := forms.number_in(row.text):
            names.numbers.setdefault(number, row.category)
        for phrase in (
            forms.of_person(row.text) if person else forms.of_other(row.text, row.category)
        ):
            names.put(phrase, row.category)
    checked = identifiers["decided_by"] == "checked sample"
    for interview in identifiers.loc[checked, "interview"].unique():
        if interview in own:
            own[interview] = Names(own[interview].anyhow, {}, own[interview].numbers)
    return own


def _span(row: dict[str, object]) -> Span:
    return int(str(row["tag_start"])), int(str(row["tag_end"]))


def _through(kept: dict[str, object], mapped: list[dict[str, object]]) -> Span:
    """Where a passage that was kept as spoken lies in the de-identified text."""
    start, end = int(str(kept["start"])), int(str(kept["end"]))
    moved = 0
    for row in mapped:
        if int(str(row["end"])) <= start:
            moved = int(str(row["tag_end"])) - int(str(row["end"]))
    return start + moved, end + moved


def _without(text: str, spans: list[Span]) -> str:
    parts, at = [], 0
    for start, end in sorted(spans):
        parts.append(text[at:start])
        at = max(at, end)
    return BREAK.join([*parts, text[at:]])


def _finding(key: tuple[str, int], kind: str, private: str = "") -> Finding:
    interview, segment = key
    where = f"the de-identified text of {interview}, segment {segment}"
    return Finding(TEXT, where, kind, private)
