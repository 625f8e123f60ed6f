"""What may still identify somebody: each estimate, what it rests on and what it leaves open."""

import math
from collections.abc import Iterable
from dataclasses import asdict, dataclass

import pandas as pd

from verbatim.bounds import (
    chapman,
    design_effect,
    icc,
    most_events,
    share_at_most,
)
from verbatim.deidentify.to_check import Reading, missed_words
from verbatim.ingest.notes import spoken_words
from verbatim.tables.missed import Residual

PER = 10_000
LEARNED = frozenset({"ner", "model", "presidio"})
"""Layers that learnt from examples; where one ran it is held against all rules."""

CONTEXT, LISTS = frozenset({"pattern", "cue"}), frozenset({"gazetteer", "capital", "initial"})
"""Rules that go by form and context, and rules that go by lists and capitals."""

NAMES = ("PERSON", "LOCATION", "ORGANISATION")
"""Kinds for which both look."""


@dataclass(frozen=True)
class Estimate:
    """A row of `Residual`."""

    estimate_of: str
    method: str
    based_on: str
    estimate: float
    low: float
    high: float
    unit: str
    in_words: str


def table(
    missed: pd.DataFrame,
    losses: pd.DataFrame,
    near: pd.DataFrame,
    automatic: pd.DataFrame,
    reading: Reading,
) -> pd.DataFrame:
    """Put every estimate into one table.

    Args:
        missed: `Missed`, what the automatic step leaves in checked interviews.
        losses: `Losses`, for the words of the whole study.
        near: `Near`, words of the de-identified text that are nearly a replaced name.
        automatic: `Mentions`, what the program alone would replace.
        reading: What people read of the segments without a proposal.

    Returns:
        `Residual`.
    """
    rows = [
        *_checked(missed, int(losses["words"].sum())),
        *_read(reading),
        _between_layers(automatic),
        Estimate(
            "Words that are nearly a replaced name",
            "second pass over the de-identified text: one letter apart, or the same sound (NYSIIS)",
            "all that stands outside tags, but in interviews checked word by word",
            len(near), math.nan, math.nan, "words",
            "Some are the names misspelt, some are other words; "
            "results/private/2_deidentify/near.csv lists them for a person to decide."
            if len(near)
            else "No word there is nearly a name that was replaced.",
        ),
    ]  # fmt: skip
    return pd.DataFrame(list(map(asdict, rows)))[Residual.column_names()]


def _checked(missed: pd.DataFrame, words: int) -> Iterable[Estimate]:
    """Leaks of the program alone in interviews that were checked word by word."""
    by_kind = missed.set_index("category")
    for kind, named in (("direct", "direct identifiers"), ("all", "all identifiers")):
        what = f"Leaks, {named}, before people's decisions"
        method = "interviews checked word by word; exact Poisson limit (Garwood 1936)"
        unit = f"per {PER:,} words"
        if kind not in by_kind.index or not by_kind.loc[kind, "words"]:
            yield _unknown(what, method, unit, "No interview was checked word by word.")
            continue
        leaks, spoken, interviews = by_kind.loc[kind, ["leaks", "words", "interviews"]].astype(int)
        rate, high = leaks / spoken * PER, most_events(leaks) / spoken * PER
        rest = max(words - spoken, 0)
        yield Estimate(
            what, method,
            f"{leaks} in {spoken:,} words of {interviews} interviews",
            rate, math.nan, high, unit,
            f"If the {rest:,} words that nobody checked are like those checked, at most about "
            f"{high * rest / PER:.0f} leaks are left in them. Interviews differ: it may be more."
            if rest
            else "Every interview was checked, so it says how the program does, not what is left.",
        )  # fmt: skip


def _read(reading: Reading) -> Iterable[Estimate]:
    """Segments without a proposal, of which people read a sample."""
    read = reading.read
    hits = [len(missed_words(row)) for row in read.itertuples()]
    population = reading.population
    what = "Segments with something missed, among those without a proposal"
    method = (
        "sample read by people; exact limit (Clopper-Pearson 1934, finite population), widened "
        "for clustering by interview (Kish 1965)"
    )
    rate = "Leaks, all identifiers, in segments without a proposal"
    rate_method = "the same sample; exact Poisson limit (Garwood 1936), widened for clustering"
    unit, per = "share of segments", f"per {PER:,} words"
    wanted = (
        f"{len(read)} of the {reading.wanted:,} segments offered for {reading.bound:.2g} are read"
    )
    if not population:
        why = "There is none in interviews that nobody checked word by word."
        yield _unknown(what, method, unit, why)
        yield _unknown(rate, rate_method, per, why)
        return
    if read.empty:
        why = f"{wanted}, so nothing is known of {population:,} segments without a proposal."
        yield _unknown(what, method, unit, why)
        yield _unknown(rate, rate_method, per, why)
        return
    counts = read.assign(hit=[bool(hit) for hit in hits]).groupby("interview")["hit"]
    told = icc(counts.sum().tolist(), counts.size().tolist()) or 0.0
    effect = design_effect(len(read) / len(counts), max(told, reading.correlation))
    found = sum(map(bool, hits))
    high = share_at_most(found, len(read), population, effect)
    based = f"{found} of {len(read)} segments read, of {population:,}; design effect {effect:.2f}"
    enough = "enough" if high <= reading.bound else "not enough"
    yield Estimate(
        what, method, based, found / len(read), math.nan, high, unit,
        f"{wanted}. What was read so far supports a share of at most {high:.2g}, which is {enough} "
        "for the bound chosen. Of segments in which something was replaced it says nothing.",
    )  # fmt: skip
    words = sum(map(spoken_words, read["text"]))
    everything = len(read) >= population
    leaks = sum(hits)
    limit = leaks if everything else most_events(math.ceil(leaks / effect)) * effect
    yield Estimate(
        rate, rate_method, f"{leaks} in {words:,} words read; design effect {effect:.2f}",
        leaks / words * PER if words else math.nan, math.nan,
        limit / words * PER if words else math.nan, per,
        "What was found there is replaced from then on; it holds for segments not read.",
    )  # fmt: skip


def _between_layers(automatic: pd.DataFrame) -> Estimate:
    """Names that two independent ways of looking both missed."""
    names = automatic[automatic["category"].isin(NAMES)]
    layers = [frozenset(layer.split("+")) for layer in names["layer"]]
    learned = any(layer & LEARNED for layer in layers)
    first, second = (LEARNED, CONTEXT | LISTS) if learned else (CONTEXT, LISTS)
    by = "a trained model and rules" if learned else "rules of form and context, lists and capitals"
    one = sum(bool(layer & first) for layer in layers)
    two = sum(bool(layer & second) for layer in layers)
    both = sum(bool(layer & first and layer & second) for layer in layers)
    what = "Names of people, places and organisations that every layer missed"
    method = f"capture-recapture between {by} (Chapman 1951; limits of Chao 1987)"
    if not both or both == min(one, two):
        why = (
            "one way finds nothing that the other does not"
            if both
            else "no name was found both ways"
        )
        return _unknown(what, method, "mentions", f"Cannot be told: {why}.")
    total, variance = chapman(one, two, both)
    missed_by_both = max(total - (one + two - both), 0.0)
    otherwise = len(names) - (one + two - both)
    factor = _log_normal(missed_by_both, variance)
    low, middle, high = (
        max(value - otherwise, 0.0)
        for value in (missed_by_both / factor, missed_by_both, missed_by_both * factor)
    )
    return Estimate(
        what, method, f"{one} found one way, {two} the other, {both} both, {otherwise} otherwise",
        middle, low, high, "mentions",
        "A lower bound, often far too low: the two ways find the same names more often than by "
        "chance, and names that neither can find are not in it. Wrong proposals count as names.",
    )  # fmt: skip


def _log_normal(unseen: float, variance: float) -> float:
    """By what the 95 % limits of a number unseen are multiplied (Chao 1987, Biometrics 43:783)."""
    return math.exp(1.96 * math.sqrt(math.log(1 + variance / unseen**2))) if unseen else 1.0


def _unknown(what: str, method: str, unit: str, why: str) -> Estimate:
    nothing = math.nan
    return Estimate(what, method, "nothing", nothing, nothing, nothing, unit, why)
