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
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(threads, "1")
sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

import pandas as pd  # noqa: E402

from verbatim.deidentify.decide import Batch, decide  # noqa: E402
from verbatim.deidentify.layers import Interview, run_layers  # noqa: E402
from verbatim.deidentify.learned import Learned  # noqa: E402
from verbatim.deidentify.lexicon import lexicon  # noqa: E402
from verbatim.deidentify.mention import Mention  # noqa: E402
from verbatim.deidentify.people import People  # noqa: E402
from verbatim.proportions import wilson  # noqa: E402
from verbatim.tables.deidentify import Mentions  # noqa: E402
from verbatim.tables.people import DIRECT, Decisions, Roster, Sample  # noqa: E402
from verbatim.train.convert import CATEGORY  # noqa: E402
from verbatim.train.corpora import READERS, Document, marked_text  # noqa: E402

NOBODY = People(Roster.without_rows(), Decisions.without_rows(), Sample.without_rows(), False)
LEARNED = frozenset({"model", "ner", "presidio"})
UNMARKED = frozenset({"NRP", "TITLE", "DEM", "QUANTITY", "MISC"})
"""Types of the sets that this program leaves standing by design; they count all the same."""


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


class Counts(NamedTuple):
    """What is counted on one set in one way."""

    checked: Counter[str]
    found: Counter[str]
    masked: int
    right: int
    missed: list[str]
    wrong: list[str]


def proposed(lines: list[str], learned: Learned) -> list[list[Mention]]:
    """What all layers propose, line by line."""
    return run_layers(Interview.of(lines), [], learned)


def masked(lines: list[str], found: list[list[Mention]]) -> list[set[int]]:
    """Characters of each line that the program alone would replace."""
    segments = pd.DataFrame(
        {"interview": "P01", "segment": range(1, len(lines) + 1), "text": lines}
    )
    rows = [
        ("P01", at, one.start, one.end, one.category, line[one.start : one.end], one.layer)
        for at, (line, here) in enumerate(zip(lines, found, strict=True), 1)
        for one in here
    ]
    mentions = pd.DataFrame(rows, columns=Mentions.column_names())
    automatic = decide([Batch(lambda: segments, lambda: mentions)], NOBODY).automatic
    covered: list[set[int]] = [set() for _ in lines]
    for row in automatic.itertuples():
        covered[row.segment - 1].update(range(row.start, row.end))
    return covered


def kinds(kind: str) -> list[str]:
    """The rows that a type counts in: its category, and the sums."""
    category = CATEGORY.get(kind, kind)
    direct = kind.endswith("/DIRECT") if "/" in kind else category in DIRECT
    return [category, "direct" if direct else "indirect", "all"]


def count(documents: Iterable[tuple[Document, list[list[Mention]]]], way: Way) -> Counts:
    """Compare what is masked with what is marked."""
    counts = Counts(Counter(), Counter(), 0, 0, [], [])
    number = right = 0
    for document, found in documents:
        lines = document.marked.text.split("\n")
        cover = masked(lines, [[one for one in here if way.takes(one)] for here in found])
        hidden = {
            start + at for start, here in zip(_starts(lines), cover, strict=True) for at in here
        }
        text, true = document.marked.text, set()
        for start, end, kind in document.marked.spans:
            true.update(range(start, end))
            if kind.endswith("/NO_MASK"):
                continue
            start += _title(text[start:end])  # noqa: PLW2901
            letters = [at for at in range(start, end) if text[at].isalnum()]
            rows = kinds(kind)
            counts.checked.update(rows)
            if all(at in hidden for at in letters):
                counts.found.update(rows)
            else:
                counts.missed.append(f"{rows[0]}: {_around(text, start, end)}")
        for word in re.finditer(r"\w+", text):
            if word.start() in hidden:
                number += 1
                if word.start() in true:
                    right += 1
                else:
                    counts.wrong.append(_around(text, *word.span()))
    return counts._replace(masked=number, right=right)


def _starts(lines: list[str]) -> Iterator[int]:
    at = 0
    for line in lines:
        yield at
        at += len(line) + 1


def _title(mention: str) -> int:
    match = re.match(r"(\w+)\.?\s+(?=\w)", mention)
    return match.end() if match and match[1].lower() in lexicon().lists["titles"] else 0


def _around(text: str, start: int, end: int) -> str:
    shown = f"{text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 20]}"
    return shown.replace("\n", " / ")


def _share(successes: int, trials: int) -> str:
    if not trials:
        return "-"
    low, high = wilson(successes, trials)
    return f"{successes} of {trials}: {successes / trials:.3f} [{low:.3f}, {high:.3f}]"


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
    found = [proposed(one.marked.text.split("\n"), Learned(model=True)) for one in documents]
    words = sum(len(one.marked.text.split()) for one in documents)
    seconds = time.process_time() - begin
    print(f"\n{name}: {len(documents)} documents, {words} words, {words / seconds:.0f} a second")
    for way in WAYS:
        counts = count(zip(documents, found, strict=True), way)
        print(f"  {way.name}: right {_share(counts.right, counts.masked)}")
        for row in ("direct", "all", *sorted(set(counts.checked) - {"direct", "indirect", "all"})):
            print(f"    {row:14} {_share(counts.found[row], counts.checked[row])}")
        chance = random.Random(1)  # noqa: S311
        for what, shown in (("missed", counts.missed), ("wrong", counts.wrong)):
            for one in chance.sample(shown, min(missed, len(shown))):
                print(f"      {what}: {one}")


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
