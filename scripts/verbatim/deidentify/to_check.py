"""Segments in which nothing was found: which of them to read, and what people found there."""

import hashlib
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd

from verbatim.bounds import sample_wanted
from verbatim.deidentify.answers import CHECKED, Answer
from verbatim.deidentify.follow import occurrences
from verbatim.errors import StudyError, raise_all
from verbatim.tables.missed import ToCheck
from verbatim.tables.people import CATEGORIES, KIND

NONE = "none"
"""What a person writes where a segment that was read identifies nobody."""

KEYS = ["interview", "segment"]


def unflagged(
    segments: Iterable[pd.DataFrame], automatic: pd.DataFrame, sample: pd.DataFrame
) -> pd.DataFrame:
    """Segments in which the program proposes nothing, of interviews that nobody checked whole.

    Args:
        segments: Batches of `Segments`, as spoken.
        automatic: `Mentions`, what the program alone would replace.
        sample: `Sample`.

    Returns:
        Interview, segment and text, in order.
    """
    flagged = pd.MultiIndex.from_frame(automatic[KEYS])
    known = set(sample["interview"])
    parts = []
    for batch in segments:
        rows = batch.loc[~batch["interview"].isin(known), [*KEYS, "text"]]
        parts.append(rows[~pd.MultiIndex.from_frame(rows[KEYS]).isin(flagged)])
    return pd.concat(parts, ignore_index=True)


def in_turn(rows: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Put segments into the order in which they are read: any beginning of it is a sample.

    Each interview's segments are shuffled, then spread evenly over the whole order, so that each
    beginning has its share of every interview. Neither the order of interviews nor how they are
    divided into batches matters, and segments keep their order when others come or go.
    """
    places = []
    for interview, own in rows.groupby("interview", sort=True):
        offset = _chance(seed, interview)
        shuffled = sorted(own["segment"], key=lambda one: _chance(seed, interview, one))
        places += [
            ((at + offset) / len(shuffled), interview, segment)
            for at, segment in enumerate(shuffled)
        ]
    turn = {(interview, segment): at for at, (_, interview, segment) in enumerate(sorted(places))}
    order = [turn[key] for key in zip(rows["interview"], rows["segment"], strict=True)]
    return rows.assign(order=order).sort_values("order", ignore_index=True).drop(columns="order")


@dataclass(frozen=True)
class Reading:
    """What people read, and are still to read, of segments in which nothing was found.

    Attributes:
        read: `ToCheck`, those read, as `counted` gives them.
        to_read: `ToCheck`, those to read yet, without answers, in the order to read.
        population: How many such segments there are, those read included.
        wanted: How many to read for the bound that the study chose.
        bound: That bound, a share of segments.
        correlation: How much alike segments of an interview are taken to be, at least.
    """

    read: pd.DataFrame
    to_read: pd.DataFrame
    population: int
    wanted: int
    bound: float
    correlation: float


def read_of(
    segments: Callable[[], Iterable[pd.DataFrame]],
    given: pd.DataFrame,
    automatic: pd.DataFrame,
    sample: pd.DataFrame,
    *,
    bound: float,
    icc: float,
    seed: int,
) -> Reading:
    """Draw what people still have to read, for the bound that the study chose.

    A segment that was read stays in the sample with what was found in it, also where the program
    finds something there by now.

    Args:
        segments: Gives the batches of `Segments`, as spoken; asked twice.
        given: `ToCheck`, what people wrote.
        automatic: `Mentions`, what the program alone would replace.
        sample: `Sample`.
        bound: Share of segments with something missed that is to be ruled out.
        icc: How much alike segments of one interview are taken to be, at least.
        seed: Where chance starts.
    """
    read = counted(given, segments(), sample)
    rows = unflagged(segments(), automatic, sample)
    order = in_turn(pd.concat([rows, read[rows.columns]]).drop_duplicates(KEYS), seed)
    wanted = sample_wanted(bound, len(order), order["interview"].nunique(), icc)
    done = pd.MultiIndex.from_frame(read[KEYS])
    left = order[~pd.MultiIndex.from_frame(order[KEYS]).isin(done)]
    drawn = left.head(max(wanted - len(read), 0))
    empty = [name for name in ToCheck.column_names() if name not in drawn.columns]
    drawn = drawn.assign(**dict.fromkeys(empty, ""))[ToCheck.column_names()]
    return Reading(read, drawn, len(order), wanted, bound, icc)


def counted(
    given: pd.DataFrame, segments: Iterable[pd.DataFrame], sample: pd.DataFrame
) -> pd.DataFrame:
    """The rows that were read and still say something of the study as it is now.

    Where a transcript was corrected, a row counts if its interview still has a segment with just
    that text. Rows of interviews that somebody checked word by word are left to that.
    """
    rows = given[
        (given["missed"].str.strip() != "") & ~given["interview"].isin(sample["interview"])
    ]
    if rows.empty:
        return ToCheck.without_rows()
    texts: dict[str, dict[str, list[int]]] = {}
    wanted = set(rows["interview"])
    for batch in segments:
        for row in batch[batch["interview"].isin(wanted)].itertuples():
            here = texts.setdefault(row.interview, {})
            here.setdefault(_plain(row.text), []).append(row.segment)
    kept, places = [], set()
    for row in rows.itertuples():
        free = [
            number
            for number in texts.get(row.interview, {}).get(_plain(row.text), [])
            if (row.interview, number) not in places
        ]
        if free:
            place = min(free, key=lambda number: (abs(number - row.segment), number))
            places.add((row.interview, place))
            kept.append((row.Index, place))
    if len(kept) < len(rows):
        logging.warning(
            "%d rows of %s are not counted as read: no segment of that interview has their text "
            "any more, or they stand there twice",
            len(rows) - len(kept),
            CHECKED,
        )
    still = rows.loc[[index for index, _ in kept]]
    return still.assign(segment=[place for _, place in kept]).astype({"segment": "int64"})


def missed_words(row: "pd.core.series.Series[object]") -> list[str]:
    """The words that a person wrote; none where nothing was missed."""
    words = [part.strip() for part in str(row.missed).split("|")]
    return [word for word in words if word and word.lower() != NONE]


def answers(given: pd.DataFrame) -> list[Answer]:
    """What was missed, as answers that replace it: each place where the words stand.

    Args:
        given: `ToCheck`, under the index of the whole file.

    Raises:
        StudyError: If words do not stand in the row's own text, or a kind is unknown; names row.
        StudyErrors: If there are several.
    """
    errors: list[StudyError] = []
    found: list[Answer] = []
    for row in given.itertuples():
        where = f"{CHECKED}, row {row.Index + 2} ({row.interview})"
        words = missed_words(row)
        kinds = [part.strip().upper() for part in row.category.split("|")]
        kinds = kinds * len(words) if len(kinds) == 1 else kinds
        if len(kinds) != len(words) or set(kinds) - {*CATEGORIES, ""}:
            if words:
                errors.append(
                    StudyError(
                        f"{where}, column category",
                        "kinds that are not known, or not as many as there are words",
                        f"{KIND} One for all words, or one each with | between them",
                    )
                )
            continue
        for word, kind in zip(words, kinds, strict=True):
            places = list(occurrences(word, row.text))
            if not places:
                errors.append(
                    StudyError(
                        f"{where}, column missed",
                        "words that do not stand in the text of that row",
                        f"words of the text, several with | between them, or {NONE}",
                        "write them letter for letter as they stand there",
                        private=word,
                    )
                )
            found += [
                Answer(
                    CHECKED, row.Index + 2, row.interview, row.segment, at, at + len(word),
                    kind or "PERSON", word, replace=True,
                )
                for at in places
            ]  # fmt: skip
    raise_all(errors)
    return found


def _chance(*what: object) -> float:
    """A number from 0 to 1 that depends on nothing else."""
    digest = hashlib.sha256(" ".join(map(str, what)).encode()).digest()
    return int.from_bytes(digest[:6]) / 2**48


def _plain(text: str) -> str:
    """The text as spreadsheet programs may leave it: blanks and line ends made one."""
    return " ".join(text.split())
