"""Words in chosen quotations that could be names, and that nobody has decided on.

What the program takes for a name it has replaced. These are the words that it left and that a
person should look at before they are printed: it is meant to ask too often, of few passages.
"""

import logging
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from verbatim.deidentify.lexicon import Lexicon, lexicon
from verbatim.deidentify.words import Word, words_of
from verbatim.report.choice import Choice
from verbatim.report.material import At, Material
from verbatim.report.passage import Tag
from verbatim.search.forms import TITLES
from verbatim.search.words import TOKEN, cited, fold, per_million
from verbatim.tables.deidentify import Identifiers
from verbatim.tables.people import Sample

COMMON_PER_MILLION = 20.0
"""A word met at least as often as this may open a sentence without being asked about."""

COLUMNS = ["interview", "segment", "start", "end", "category", "text", "decision"]

Span = tuple[int, int]


def read(chosen: Iterable[Choice], known: Material, inputs: Any, to: Any) -> pd.DataFrame:
    """List them as `undecided` does, by the tables at the inputs, and warn that `to` has them."""
    checked = Sample.read_all(inputs.sample)["interview"]
    words = undecided(chosen, known, Identifiers.read(inputs.identifiers), checked)
    warn(words, to)
    return words


def undecided(
    chosen: Iterable[Choice], known: Material, identifiers: pd.DataFrame, checked: Iterable[str]
) -> pd.DataFrame:
    """List the words to be decided on, once each, with their place in the text as spoken.

    Args:
        chosen: Passages that people chose.
        known: What they are cut from.
        identifiers: Rows of `Identifiers`: what people kept is decided.
        checked: Interviews that a person checked word by word.

    Returns:
        Rows of `Undecided`.
    """
    names = _names(identifiers)
    kept = _kept(identifiers)
    read = set(checked)
    rows = {
        (*one.at, start, end, "PERSON", text, "")
        for one in chosen
        if one.at[0] not in read
        for start, end, text in _asked(known, one, names, lexicon())
        if not any(begin <= start and end <= after for begin, after in kept.get(one.at, []))
    }
    return pd.DataFrame(sorted(rows), columns=COLUMNS)


def count_in(choice: Choice, known: Material, words: pd.DataFrame) -> int:
    """How many of the words to be decided on stand in a quotation."""
    start, end = choice.span(known)
    here = words[(words["interview"] == choice.at[0]) & (words["segment"] == choice.at[1])]
    return int(((here["start"] >= start) & (here["end"] <= end)).sum())


def warn(words: pd.DataFrame, listed: str) -> None:
    """Say that there are such words, and what to do about them."""
    if len(words):
        logging.warning(
            "%d words in chosen quotations could be names, and nobody has decided on them: "
            "copy their rows from %s to data/private/identifiers/decisions.csv, with accepted "
            "(replace it) or declined (no name)",
            len(words),
            listed,
        )


def _asked(
    known: Material, choice: Choice, names: set[str], words: Lexicon
) -> Iterator[tuple[int, int, str]]:
    segment = known.segments[choice.at]
    first, last = choice.span(known)
    for word in words_of(segment.text):
        if any(tag.tag_start <= word.start < tag.tag_end for tag in segment.tags):
            continue
        start = _spoken(word.start, segment.tags)
        end = start + len(word.text)
        if first <= start and end <= last and _could_be_a_name(word, names, words):
            yield start, end, word.text


def _could_be_a_name(word: Word, names: set[str], words: Lexicon) -> bool:
    """Whether a person should look at a word that the program left.

    Inside a sentence every capital that is not explained asks; at its beginning only rarer words,
    and there and in lower case words by which people are called, here or anywhere.
    """
    plain, lower = fold(word.text), word.lower
    shared = (
        words.shared(lower)
        or words.month(lower)
        or any(lower in words.lists[name] for name in ("function", "interjections"))
        or plain in TITLES
        or plain in cited()
    )
    if len(word.text) < 2 or word.acronym or shared:
        return False
    called_so = plain in names or words.first_name(lower)
    common = all(per_million(part) >= COMMON_PER_MILLION for part in TOKEN.findall(plain))
    if word.capital:
        return not word.initial or called_so or not common
    return called_so and not common


def _names(identifiers: pd.DataFrame) -> set[str]:
    """Folded words by which people of the study are called."""
    replaced = identifiers["status"] == "replaced"
    people = identifiers.loc[replaced & (identifiers["category"] == "PERSON"), "text"]
    return {word for text in people for word in TOKEN.findall(fold(text)) if len(word) > 2}


def _kept(identifiers: pd.DataFrame) -> dict[At, list[Span]]:
    found: dict[At, list[Span]] = {}
    for row in identifiers[identifiers["status"] == "kept"].itertuples():
        found.setdefault((row.interview, row.segment), []).append((row.start, row.end))
    return found


def _spoken(position: int, tags: tuple[Tag, ...]) -> int:
    """Where a position outside tags lies in the text as spoken."""
    grown = sum(
        (tag.tag_end - tag.tag_start) - (tag.end - tag.start)
        for tag in tags
        if tag.tag_end <= position
    )
    return position - grown
