"""Measure what finds identifying details, layer by layer, on sets that you have.

    python benchmarks/identifiers.py FOLDER [FOLDER ...] [--lower] [--all] [--missed N]

A FOLDER holds public sets under the names that `scripts/verbatim/train/corpora.py` reads, or
interviews as text in which identifiers stand as {{PERSON|Ruth}}. Only what the shipped model was
not trained on is measured, unless `--all` is given. Each document is a study of its own, without
roster; names are pooled in it as the program does.

Found: every letter and digit of a mention is masked, whatever it was taken for; a title at its
beginning is not counted. Right: share of the masked words that lie in a marked mention. Intervals
are Wilson's.
"""

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hidden import hidden, proposed
from scored import Score

from verbatim.deidentify.learned import Learned
from verbatim.deidentify.mention import Mention
from verbatim.train.corpora import READERS, Document, marked_text

LEARNED = frozenset({"model", "ner", "presidio"})


class Way(NamedTuple):
    """A combination of layers: which of the learned ones, and whether the rules."""

    name: str
    rules: bool
    learned: frozenset[str]

    def takes(self, one: Mention) -> bool:
        """Whether a mention is from a layer of this combination."""
        return one.layer in self.learned if one.layer in LEARNED else self.rules


WAYS = (
    Way("rules", True, frozenset()),
    Way("model", False, frozenset({"model"})),
    Way("union", True, frozenset({"model"})),
)


def sets(folders: list[Path], every: bool) -> Iterator[tuple[str, list[Document]]]:
    """Read what is in the folders, by set."""
    for folder in folders:
        for name, reader in READERS.items():
            if (folder / name).is_file():
                documents = [one for one in reader(folder / name) if one.held or every]
                if documents:
                    yield name, documents
        texts = sorted(folder.glob("*.txt"))
        marked = [one for path in texts for one in marked_text(path) if one.marked.spans]
        if marked:
            yield f"{folder.name}/*.txt", marked


def report(name: str, documents: list[Document], missed: int) -> None:
    """Measure one set in every way and print it."""
    begin = time.process_time()
    found = [proposed(one.marked.text, Learned(model=True)) for one in documents]
    words = sum(len(one.marked.text.split()) for one in documents)
    seconds = time.process_time() - begin
    print(f"\n{name}: {len(documents)} documents, {words} words, {words / seconds:.0f} a second")
    for way in WAYS:
        score = Score()
        for one, every in zip(documents, found, strict=True):
            kept = [[each for each in here if way.takes(each)] for here in every]
            score.add(one, hidden(one.marked.text, kept, asking=False).masked)
        print(f"  {way.name}: right {score.precision} of {score.hidden} words")
        for row in ("direct", "all", *sorted({*score.marked} - {"direct", "indirect", "all"})):
            print(f"    {row:14} {score.interval(row)}")
        chance = random.Random(1)  # noqa: S311
        for what, shown in (("missed", score.missed), ("wrong", score.wrong)):
            for kind, where in chance.sample(shown, min(missed, len(shown))):
                print(f"      {what} {kind}: {where}")


def main() -> None:
    """Measure every set in the folders."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--only", default="", help="part of the name of the set")
    parser.add_argument("--lower", action="store_true", help="everything in lower case")
    parser.add_argument("--all", action="store_true", help="what was trained on, too")
    parser.add_argument("--missed", type=int, default=0, help="show so many errors of each kind")
    chosen = parser.parse_args()
    for name, documents in sets(chosen.folders, chosen.all):
        if chosen.only in name:
            if chosen.lower:
                documents = [  # noqa: PLW2901
                    one._replace(marked=one.marked.lowered()) for one in documents
                ]
            report(name, documents, chosen.missed)


if __name__ == "__main__":
    main()
