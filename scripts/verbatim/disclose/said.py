"""What public quotations say of who speaks, beside what stands under them."""

import re
from functools import cache

import pandas as pd

from verbatim.tables.people import Participants

KEYS = ["interview", "segment"]

BARE = re.compile(r"\[[A-Z][A-Z_ ]* \d+\]")
"""A tag that tells the kind of what it stands for, and nothing more."""

NAMES = {"PERSON"}
"""Kinds whose tags may hold a pseudonym, which tells nothing either."""


def said(
    quotations: pd.DataFrame,
    people: pd.DataFrame,
    segments: pd.DataFrame,
    identifiers: pd.DataFrame,
    offsets: pd.DataFrame,
) -> pd.DataFrame:
    """Read each public quotation for its speaker's own attributes.

    A value is met where its words stand in the passage, in whatever case; whether they are meant
    of the speaker is for a person to say. Values of one letter, as F, are not looked for.

    Args:
        quotations: Rows of `ApprovedQuotations`.
        people: Rows of `Participants`: published or not, every attribute is looked for.
        segments: De-identified segments.
        identifiers: Rows of `Identifiers`.
        offsets: Rows of `Offsets`.

    Returns:
        One row per quotation: interview, segment, participant, says (a tuple of attributes) and
        details: mentions in it that people kept, and tags that tell more than a kind.
    """
    speaker = segments.set_index(KEYS)["participant"].to_dict()
    attributes = people.set_index("participant")
    attributes = attributes.drop(columns=Participants.column_names(), errors="ignore")
    values = attributes.to_dict("index")
    telling = _telling(segments, identifiers, offsets)
    rows = []
    for row in quotations.itertuples():
        at = (row.interview, row.segment)
        own = values.get(speaker.get(at, ""), {})
        says = tuple(str(name) for name, value in own.items() if _holds(row.quotation, value))
        details = sum(bool(words.search(row.quotation)) for words in telling.get(at, ()))
        rows.append((*at, speaker.get(at, ""), says, details))
    return pd.DataFrame(rows, columns=[*KEYS, "participant", "says", "details"])


def by_participant(spoken: pd.DataFrame) -> dict[str, set[str]]:
    """Join what all quotations of a participant say: they share its id."""
    found: dict[str, set[str]] = {}
    for row in spoken.itertuples():
        found.setdefault(row.participant, set()).update(row.says)
    return found


def _telling(
    segments: pd.DataFrame, identifiers: pd.DataFrame, offsets: pd.DataFrame
) -> dict[tuple[str, int], list[re.Pattern[str]]]:
    """Find, by segment, the mentions that people kept and the tags that tell more than a kind."""
    found: dict[tuple[str, int], list[re.Pattern[str]]] = {}
    for row in identifiers[identifiers["status"] == "kept"].itertuples():
        found.setdefault((row.interview, row.segment), []).append(_words(row.text))
    text = segments.set_index(KEYS)["text"].to_dict()
    names = identifiers[identifiers["category"].isin(NAMES)]
    tagged = set(zip(names["interview"], names["segment"], names["start"], strict=True))
    for row in offsets.itertuples():
        at = (row.interview, row.segment)
        tag = text.get(at, "")[row.tag_start : row.tag_end]
        if tag and not BARE.fullmatch(tag) and (*at, row.start) not in tagged:
            found.setdefault(at, []).append(re.compile(re.escape(tag)))
    return found


def _holds(passage: str, value: str) -> bool:
    """Whether the words of a value stand in a passage."""
    return len(value.strip()) > 1 and bool(_words(value).search(passage))


@cache
def _words(value: str) -> re.Pattern[str]:
    between = r"\W+".join(map(re.escape, re.findall(r"\w+", value)))
    return re.compile(rf"(?<!\w){between}(?!\w)" if between else r"(?!)", re.IGNORECASE)
