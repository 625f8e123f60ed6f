"""Deciding: names pooled over the study, overlaps resolved, people's decisions replayed."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from verbatim.deidentify import to_check
from verbatim.deidentify.answers import (
    CHECKED,
    DECISIONS,
    SAMPLE,
    Answer,
    Decided,
    answers,
    contradictions,
    laid_over,
    misplaced,
    unknown_interviews,
)
from verbatim.deidentify.finder import Finder
from verbatim.deidentify.follow import followed
from verbatim.deidentify.identities import Spoken, identities, known_identities, tags, title_before
from verbatim.deidentify.layers import Interview
from verbatim.deidentify.lexicon import lexicon
from verbatim.deidentify.mention import DOUBT, Mention, longest
from verbatim.deidentify.people import People
from verbatim.deidentify.pool import WEAK, Pool
from verbatim.deidentify.review.returned import unknown
from verbatim.deidentify.review.who import meant_by, with_told
from verbatim.deidentify.spread import spread
from verbatim.errors import StudyError, raise_all
from verbatim.files import text_hash
from verbatim.tables.deidentify import Identifiers, Mentions
from verbatim.tables.ingest import Segments


class Batch(NamedTuple):
    """One batch's `Segments` and `Mentions`, read when they are wanted."""

    segments: Callable[[], pd.DataFrame]
    mentions: Callable[[], pd.DataFrame]


class Outcome(NamedTuple):
    """What deciding gives.

    Attributes:
        automatic: `Mentions`, what the program alone would replace, without overlaps, layers
            joined by +.
        identifiers: `Identifiers`, what was decided, with identity and tag.
        checked: `Sample`, each row where its words stand now.
        spoken: Hash of what is said, by interview.
    """

    automatic: pd.DataFrame
    identifiers: pd.DataFrame
    checked: pd.DataFrame
    spoken: dict[str, str]


def decide(batches: Iterable[Batch], people: People) -> Outcome:
    """Decide what is replaced, one batch in memory at a time.

    The result does not depend on how the interviews are divided into batches.

    Args:
        batches: Batches of the study; each is read twice.
        people: What people brought and chose.

    Raises:
        StudyError: If a row of decisions or sample names an unknown interview or segment, a
            position outside it, or a text that `followed` does not find, or if two rows
            contradict each other.
        StudyErrors: If there are several.
    """
    batches = list(batches)
    words = lexicon()
    pool = Pool()
    for batch in batches:
        pool.add(batch.mentions(), words)
        if people.cast:
            people.cast.hear(batch.segments()["text"])
    finder = Finder(pool, words)
    told = people.reviewed.names
    # What people told is no merit of the program's: `automatic` goes without.
    informed = Finder(pool.told(told, words), words) if len(told) else finder
    further = [*to_check.answers(people.read_segments), *people.reviewed.answers]
    given = answers(people.decisions, people.sample, people.sample_decides, further)
    automatic: list[tuple[object, ...]] = []
    decided: list[tuple[object, ...]] = []
    errors: list[StudyError] = []
    seen: dict[str, str] = {}
    placed: list[Answer] = []
    for batch in batches:
        found = batch.mentions()
        for interview, rows in batch.segments().groupby("interview", sort=True):
            texts = dict(zip(rows["segment"], rows["text"], strict=True))
            one = _Interview(str(interview), texts)
            seen[one.name] = text_hash("\n".join(texts.values()))
            here = found[(found["interview"] == interview) & (found["layer"] != DOUBT)]
            proposals = one.proposals(here, finder)
            automatic.extend(one.rows(proposals))
            if informed is not finder:
                proposals = one.proposals(here, informed)
            own = followed(given.given.get(one.name, []), texts, one.name in people.settled)
            placed.extend(own)
            deciding = given.deciding(own)
            wrong = [*misplaced(own, texts), *contradictions(deciding)]
            errors.extend(wrong)
            if not wrong:
                decided.extend(one.decided(proposals, deciding, people))
    errors = [*unknown(people.reviewed.answers, seen), *errors]
    brought = {
        DECISIONS: people.decisions,
        SAMPLE: people.sample,
        CHECKED: people.read_segments,
    }
    raise_all([*unknown_interviews(brought, seen), *errors])
    return Outcome(
        _table(automatic, Mentions.column_names()),
        _table(decided, Identifiers.column_names()),
        _where_they_stand(people.sample, placed),
        seen,
    )


def read_batches(segments: list[Path], mentions: list[Path]) -> Iterator[Batch]:
    """Pair the files of each batch, by name, without reading them yet."""
    by_name = {path.name: path for path in mentions}
    for path in segments:
        yield Batch(partial(Segments.read, path), partial(Mentions.read, by_name[path.name]))


@dataclass(frozen=True)
class _Interview:
    """One interview while it is decided; its segments stand in the order of speech."""

    name: str
    texts: dict[int, str]

    def proposals(self, found: pd.DataFrame, finder: Finder) -> dict[int, list[Mention]]:
        """What the program would replace, by segment: all layers and the pooled names."""
        order = list(self.texts)
        passages = Interview.of([self.texts[number] for number in order]).passages
        pooled = dict(zip(order, finder.find(self.name, passages), strict=True))
        layers: dict[int, list[Mention]] = {number: [] for number in order}
        columns = (found[name] for name in ("segment", "start", "end", "category", "layer"))
        for segment, start, end, category, layer in zip(*columns, strict=True):
            layers[segment].append(Mention(start, end, category, layer))
        found_here = {
            number: longest([*_agreed(layers[number], pooled[number]), *pooled[number]], text)
            for number, text in self.texts.items()
        }
        return spread(found_here, self.texts)

    def rows(self, proposals: dict[int, list[Mention]]) -> Iterator[tuple[object, ...]]:
        """Rows of `Mentions`."""
        for segment, one in _each(proposals):
            text = self.texts[segment][one.start : one.end]
            yield self.name, segment, one.start, one.end, one.category, text, one.layer

    def decided(
        self, proposals: dict[int, list[Mention]], deciding: list[Answer], people: People
    ) -> Iterator[tuple[object, ...]]:
        """Rows of `Identifiers`."""
        outcome: list[tuple[int, Decided]] = []
        for segment in self.texts:
            here = [one for one in deciding if one.segment == segment]
            laid = laid_over(proposals[segment], here, self.texts[segment])
            outcome.extend((segment, one) for one in laid)
        spoken = [self._spoken(segment, one.mention) for segment, one in outcome]
        known = with_told(known_identities(people.roster, self.name), deciding)
        meant = [
            meant_by(one.identity, known) or identity
            for identity, (_, one) in zip(self._meant(outcome, spoken, known), outcome, strict=True)
        ]
        replaced = [at for at, (_, one) in enumerate(outcome) if one.status == "replaced"]
        tag = dict(
            zip(
                replaced,
                self._tags(people, [(meant[at], spoken[at]) for at in replaced]),
                strict=True,
            )
        )
        logging.info("%s: %d identifiers to be replaced", self.name, len(replaced))
        for at, (segment, one) in enumerate(outcome):
            yield (
                self.name, segment, one.mention.start, one.mention.end, one.mention.category,
                spoken[at].text, one.mention.layer, one.status, one.decided_by, meant[at],
                tag.get(at, ""),
            )  # fmt: skip

    def _tags(self, people: People, meant: list[tuple[str, Spoken]]) -> list[str]:
        """What stands in the place of each mention, given with its identity."""
        keys = [(one.category, identity) for identity, one in meant]
        details = [people.policy.detail(one.category, one.text) for _, one in meant]
        numbered = tags(keys, self.texts.values(), details)
        return people.cast.tags(self.name, meant, numbered) if people.cast else numbered

    def _spoken(self, segment: int, one: Mention) -> Spoken:
        text = self.texts[segment]
        return Spoken(one.category, text[one.start : one.end], title_before(text, one.start))

    def _meant(
        self, outcome: list[tuple[int, Decided]], spoken: list[Spoken], roster: dict[str, str]
    ) -> list[str]:
        """Identities; what is kept as spoken never decides who a replaced name belongs to."""
        replaced = [one.status == "replaced" for _, one in outcome]
        told = iter(
            identities([each for each, yes in zip(spoken, replaced, strict=True) if yes], roster)
        )
        alone = iter(
            identities(
                [each for each, yes in zip(spoken, replaced, strict=True) if not yes], roster
            )
        )
        return [next(told) if yes else next(alone) for yes in replaced]


def _agreed(layers: list[Mention], pooled: list[Mention]) -> list[Mention]:
    """Give a mention found by its capital alone the category that the pool has for its name."""
    category = {(one.start, one.end): one.category for one in pooled}
    return [
        one._replace(category=category.get((one.start, one.end), one.category))
        if one.layer in WEAK
        else one
        for one in layers
    ]


def _where_they_stand(sample: pd.DataFrame, placed: list[Answer]) -> pd.DataFrame:
    """The sample's rows, at the places to which they were followed."""
    now = {one.row: one for one in placed if one.table == SAMPLE}
    rows = sample.to_dict("records")
    for index, row in zip(sample.index, rows, strict=True):
        if place := now.get(index + 2):
            row.update(segment=place.segment, start=place.start, end=place.end)
    return pd.DataFrame(rows, columns=sample.columns)


def _each(proposals: dict[int, list[Mention]]) -> Iterator[tuple[int, Mention]]:
    for segment in sorted(proposals):
        for one in proposals[segment]:
            yield segment, one


def _table(rows: list[tuple[object, ...]], columns: list[str]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(["interview", "segment", "start", "end"], ignore_index=True)
