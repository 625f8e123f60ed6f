"""Measure what is found of public sets, and of the same text in lower case or without marks.

    python benchmarks/deidentify_bars.py FOLDER [FOLDER ...] [--rules] [--missed FILE]

Folders and sets as in `identifiers.py`; only what the shipped model was not trained on. In
judgments (TAB) an entity is found where all of its mentions are; it is direct where one of them is.
Right: share of the masked words that lie in a marked mention, of all kinds.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from hidden import hidden, proposed, whole
from identifiers import sets
from scored import Score, title
from written import WRITTEN

from verbatim.deidentify.learned import Learned
from verbatim.proportions import wilson
from verbatim.train.corpora import Document

TAB, SENTENCES = "tab_train92_dev21.jsonl", "presidio_synth_v2.json"
SPOKEN = ("primock", "gum_", "*.txt")
"""Parts of the names of sets of speech."""

SAID = {"DIRECT": "direct", "QUASI": "indirect"}
HEADS = ("set", "mentions", "masked", "masked or asked about", "right", "questions per 1,000 words")


def score(documents: list[Document], learned: Learned) -> tuple[Score, Score, int]:
    """What is masked, what is masked or asked about, and how many questions are asked."""
    masked, either, items = Score(), Score(), 0
    for one in documents:
        done = hidden(one.marked.text, proposed(one.marked.text, learned))
        masked.add(one, done.masked)
        either.add(one, done.masked | done.asked)
        items += done.items
    return masked, either, items


def entities(path: Path, learned: Learned) -> Iterator[str]:
    """Rows of a table: entities of judgments kept for measuring, direct and indirect."""
    counts = {"DIRECT": [0, 0, 0], "QUASI": [0, 0, 0]}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["metadata"]["provenance"]["dataset_type"] == "train":
            continue
        text = row["text"]
        done = hidden(text, proposed(text, learned))
        mentions = defaultdict(list)
        for one in row["entities"]:
            mentions[one["entity_id"]].append(one)
        for every in mentions.values():
            types = {one["identifier_type"] for one in every}
            for kind in ("DIRECT", "QUASI"):
                if kind in types and not (kind == "QUASI" and "DIRECT" in types):
                    counts[kind][0] += 1
                    for at, covered in ((1, done.masked), (2, done.masked | done.asked)):
                        counts[kind][at] += all(_whole(text, one, covered) for one in every)
    for kind, (number, masked, either) in counts.items():
        yield _row(f"{path.name}: {SAID[kind]} entities", masked, either, number)


def _whole(text: str, one: dict[str, int], covered: set[int]) -> bool:
    start, end = one["start_offset"], one["end_offset"]
    return whole(text, start + title(text[start:end]), end, covered)


def _row(
    what: str, masked: int, either: int, number: int, beside: tuple[str, str] = ("", "")
) -> str:
    cells = []
    for found in (masked, either):
        low, high = wilson(found, number)
        cells.append(f"{found / number:.3f} [{low:.3f}, {high:.3f}]" if number else "")
    return f"| {what} | {number} | {' | '.join(cells)} | {' | '.join(beside)} |"


def rows(
    name: str, documents: list[Document], learned: Learned, missed: list[str]
) -> Iterator[str]:
    """Rows of a table: one set, in every way that it is asked about."""
    for written, change in WRITTEN.items():
        if written == "as written" or any(part in name for part in SPOKEN):
            changed = [one._replace(marked=change(one.marked)) for one in documents]
            masked, either, items = score(changed, learned)
            beside = masked.precision, f"{1000 * items / masked.words:.1f}"
            kinds = ("PERSON", "PHONE", "direct", "all") if written == "as written" else ("PERSON",)
            for kind in kinds:
                number = masked.marked[kind]
                if number:
                    found = masked.found[kind], either.found[kind]
                    yield _row(f"{name}, {written}: {kind}", *found, number, beside)
            missed.append(f"\n== {name}, {written}\n")
            missed += [
                f"{kind}: {where}\n"
                for kind, where in sorted(masked.missed)
                if kind == "PERSON" or name == SENTENCES
            ]


def main() -> None:
    """Print one table for all sets in the folders."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--only", default="", help="part of the name of the set")
    parser.add_argument("--rules", action="store_true", help="without the model")
    parser.add_argument("--missed", type=Path, help="file that names missed are added to")
    chosen = parser.parse_args()
    learned, missed = Learned(model=not chosen.rules), list[str]()
    print(f"| {' | '.join(HEADS)} |\n| {' | '.join('---' for _ in HEADS)} |")
    for name, documents in sets(chosen.folders, every=False):
        if chosen.only in name:
            for line in rows(name, documents, learned, missed):
                print(line, flush=True)
    for folder in chosen.folders:
        if (folder / TAB).is_file() and chosen.only in TAB:
            for line in entities(folder / TAB, learned):
                print(line, flush=True)
    if chosen.missed:
        with chosen.missed.open("a", encoding="utf-8") as file:
            file.writelines(missed)


if __name__ == "__main__":
    main()
