"""Measure each layer of de-identification alone, and added to the ones before it.

    python benchmarks/ablation.py FOLDER [FOLDER ...] [--only PART OF NAME] [--all] [--every N]

Folders and sets as in `identifiers.py`, of which this is the long form. A layer is switched off by
taking its finders out, so that its cost is saved as well. The sets have no roster, so that the
layer of roster and labels has nothing to find in them.
"""

import argparse
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from hidden import hidden, proposed
from identifiers import sets
from scored import Score

from verbatim.deidentify import ages, dates, finder, layers, patterns
from verbatim.deidentify.learned import Learned
from verbatim.deidentify.spoken import View
from verbatim.tables.people import CATEGORIES
from verbatim.train.corpora import Document

FINDERS = {
    "forms": ("patterns", "dates", "ages"),
    "cues": ("cues", "places", "bodies", "roles"),
    "word lists": ("gazetteer",),
    "capitals": ("capitals",),
    "no capitals": ("caseless",),
}
"""Functions of each layer that is one of the rules."""

SPOKEN, MODEL, POOL = "spoken forms", "model", "pool"
ORDER = ("forms", SPOKEN, "cues", "word lists", "capitals", "no capitals", MODEL, POOL)
ALONE = ("cues", "word lists", "capitals", "no capitals", MODEL)
RULES = frozenset(ORDER) - {MODEL}


class Step(NamedTuple):
    """A combination of layers."""

    name: str
    on: frozenset[str]


ALONE = ("cues", "word lists", "capitals", "no capitals", MODEL)
STEPS = (
    *(Step(f"{one}, alone", frozenset({one})) for one in ALONE),
    Step("forms as written", frozenset({"forms"})),
    *(Step(f"+ {one}", frozenset(ORDER[:at])) for at, one in enumerate(ORDER, 1) if at > 1),
    Step("all but the model", RULES),
)


def cover(documents: list[Document], on: frozenset[str]) -> Iterator[set[int]]:
    """Hide with some layers only, document by document."""
    with ExitStack() as off:
        for layer, names in FINDERS.items():
            for name in names if layer not in on else ():
                off.enter_context(patch.object(layers, name, lambda *_: []))
        if SPOKEN not in on:
            for module, name in (
                (patterns, "digits"),
                (patterns, "signs"),
                (ages, "digits"),
                (dates, "digits"),
            ):
                off.enter_context(patch.object(module, name, as_it_stands))
        if POOL not in on:
            nothing = lambda self, interview, passages: [[] for _ in passages]  # noqa: E731
            off.enter_context(patch.object(finder.Finder, "find", nothing))
        for one in documents:
            text = one.marked.text
            yield hidden(text, proposed(text, Learned(model=MODEL in on)), False).masked


def as_it_stands(text: str) -> View:
    """A view of a text in which nothing that was spoken is rewritten."""
    return View(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))


def scores(documents: list[Document]) -> Iterator[tuple[str, Score, float]]:
    """Measure every step on some documents, with its CPU seconds."""
    for step in STEPS:
        score, begin = Score(), time.process_time()
        covered = list(cover(documents, step.on))
        seconds = time.process_time() - begin
        for one, here in zip(documents, covered, strict=True):
            score.add(one, here)
        yield step.name, score, seconds
    score, begin = Score(), time.process_time()
    for one in documents:
        text = one.marked.text
        done = hidden(text, proposed(text, Learned(model=True)))
        score.add(one, done.masked | done.asked)
    yield "all, or asked about", score, time.process_time() - begin


def table(name: str, documents: list[Document]) -> Iterator[str]:
    """Markdown of one set, a line a step, each as soon as it is measured."""
    rows: list[str] = []
    for step, score, seconds in scores(documents):
        if not rows:
            here = [one for one in (*CATEGORIES, *sorted(score.marked)) if score.marked[one]]
            sums = ("direct", "indirect", "all")
            rows = ["direct", "all", *dict.fromkeys(one for one in here if one not in sums)]
            yield f"\n#### {name}: {len(documents)} documents, {score.words:,} words\n"
            counted = [f"{one} ({score.marked[one]})" for one in rows]
            heads = ["layers", *counted, "right", "leaks", "words/s"]
            yield f"| {' | '.join(heads)} |"
            yield f"| {' | '.join('---' for _ in heads)} |"
        last = "asked" in step
        cells = [step, *(score.share(one) for one in rows)]
        cells += ["" if last else score.precision, score.leaks, f"{score.words / seconds:,.0f}"]
        yield f"| {' | '.join(cells)} |"


def main() -> None:
    """Print a table for every set in the folders."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--only", default="", help="part of the name of the set")
    parser.add_argument("--all", action="store_true", help="what the model was trained on, too")
    parser.add_argument("--every", type=int, default=1, help="take every so many-th document")
    chosen = parser.parse_args()
    hidden("Load.", proposed("Load.", Learned(model=True)))
    for name, documents in sets(chosen.folders, chosen.all):
        if chosen.only in name:
            for line in table(name, documents[:: chosen.every]):
                print(line, flush=True)


if __name__ == "__main__":
    main()
