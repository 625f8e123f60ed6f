"""Measure whether names are found alike, wherever they come from and however they are written.

    python benchmarks/name_origins.py [--documents 12] [--rules] [--missed FILE]

Names and sentences are those of `name_origins.toml`. Each document is an interview of its own in
which every sentence holds other names of one origin; over the documents each sentence meets many
names and each name many sentences. A name is found where all of its letters are masked, or masked
or asked about. Intervals are Wilson's; names are few, so that they tell about these names only.
"""

import argparse
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hidden import hidden, proposed, whole
from written import WRITTEN

from verbatim.deidentify.learned import Learned
from verbatim.deidentify.lexicon import folded, lexicon
from verbatim.proportions import wilson
from verbatim.train.marked import Marked


class Given(NamedTuple):
    """Sentences, and names by origin: first names and surnames."""

    carriers: list[str]
    fillers: list[str]
    origins: dict[str, tuple[list[str], list[str]]]


class Name(NamedTuple):
    """What became of one name in one sentence.

    Attributes:
        carrier: Number of the sentence.
        text: The name.
        listed: Whether every part of it stands in the program's own lists of names.
        masked: Whether all of it is masked.
        either: Whether all of it is masked or asked about.
    """

    carrier: int
    text: str
    listed: bool
    masked: bool
    either: bool


def given() -> Given:
    """Read names and sentences."""
    content = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    origins = {
        origin: (names["first"].split(), names["last"].split())
        for origin, names in content["origins"].items()
    }
    return Given(content["carriers"], content["fillers"], origins)


def document(sources: Given, origin: str, number: int) -> Marked:
    """One interview: every sentence once, with names that it does not hold otherwise."""
    firsts, lasts = (_from(names, 7 * number) for names in sources.origins[origin])
    lines = []
    for at, carrier in enumerate(sources.carriers):
        pieces = []
        for part in carrier.replace("{", "\0{").replace("}", "}\0").split("\0"):
            kind = part if part[:1] == "{" else None
            text = {
                "{first}": lambda: next(firsts),
                "{last}": lambda: next(lasts),
                "{full}": lambda: f"{next(firsts)} {next(lasts)}",
            }.get(part, lambda part=part: part)()
            pieces.append(Marked.of(text, kind and str(at)))
        filler = sources.fillers[(at + number) % len(sources.fillers)]
        lines += [Marked.joined(pieces, ""), Marked(filler)]
    return Marked.joined(lines, "\n")


def _from(names: list[str], at: int) -> Iterator[str]:
    yield from names[at % len(names) :] + names[: at % len(names)]


def names(documents: list[Marked], learned: Learned) -> Iterator[Name]:
    """Look for the names of some documents."""
    for one in documents:
        done = hidden(one.text, proposed(one.text, learned))
        for start, end, carrier in one.spans:
            yield Name(
                int(carrier),
                one.text[start:end],
                listed(one.text[start:end]),
                whole(one.text, start, end, done.masked),
                whole(one.text, start, end, done.masked | done.asked),
            )


def listed(name: str) -> bool:
    """Whether the program's lists of names hold every part of a name."""
    words = lexicon()
    return all(
        folded(part) in words.first_names
        or folded(part) in words.surnames
        or folded(part) in words.lists["given"]
        for part in name.replace("-", " ").split()
    )


def table(title: str, found: dict[str, list[Name]]) -> Iterator[str]:
    """Markdown: one row per origin, the lowest recall first, the gap, and who is in no list."""
    yield f"\n{title}\n"
    yield "| origin | names | in the program's lists | masked | masked or asked about |"
    yield "| --- | --- | --- | --- | --- |"
    for origin, here in sorted(found.items(), key=lambda one: (_masked(one[1]), one[0])):
        yield _row(origin, here)
    every = [one for here in found.values() for one in here]
    yield _row("*in a list, of whatever origin*", [one for one in every if one.listed])
    yield _row("*a part in no list*", [one for one in every if not one.listed])
    masked = [_masked(here) for here in found.values()]
    either = [_either(here) for here in found.values()]
    yield f"| **lowest** | | | {min(masked):.3f} | {min(either):.3f} |"
    gaps = max(masked) - min(masked), max(either) - min(either)
    yield f"| **highest less lowest** | | | {gaps[0]:.3f} | {gaps[1]:.3f} |"


def _masked(here: list[Name]) -> float:
    return sum(one.masked for one in here) / len(here)


def _either(here: list[Name]) -> float:
    return sum(one.either for one in here) / len(here)


def _row(what: str, here: list[Name]) -> str:
    number = len(here)
    if not number:
        return f"| {what} | 0 | | | |"
    cells = [f"{sum(one.listed for one in here) / number:.2f}"]
    for share in (_masked(here), _either(here)):
        low, high = wilson(round(share * number), number)
        cells.append(f"{share:.3f} [{low:.3f}, {high:.3f}]")
    return f"| {what} | {number} | {' | '.join(cells)} |"


def main() -> None:
    """Print a table for each way of writing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=12, help="interviews of each origin")
    parser.add_argument("--rules", action="store_true", help="without the model")
    parser.add_argument("--origins", default="", help="only these, divided by commas")
    parser.add_argument("--written", default="", help="only this way of writing")
    parser.add_argument("--missed", type=Path, help="file that misses are added to")
    chosen = parser.parse_args()
    sources, learned = given(), Learned(model=not chosen.rules)
    origins = chosen.origins.split(",") if chosen.origins else list(sources.origins)
    for written, change in WRITTEN.items():
        if chosen.written in {"", written}:
            found = {}
            for origin in origins:
                documents = [change(document(sources, origin, n)) for n in range(chosen.documents)]
                found[origin] = list(names(documents, learned))
            print("\n".join(table(f"#### Names {written}", found)), flush=True)
            if chosen.missed:
                with chosen.missed.open("a", encoding="utf-8") as file:
                    file.writelines(_by_sentence(sources, written, found))


def _by_sentence(sources: Given, written: str, found: dict[str, list[Name]]) -> Iterator[str]:
    """Lines that say what was not masked, sentence by sentence."""
    yield f"\n== names of origins, {written}: not masked, by sentence; * not asked about either\n"
    by: dict[int, list[str]] = defaultdict(list)
    for origin, here in found.items():
        for one in here:
            if not one.masked:
                by[one.carrier].append(f"{'' if one.either else '*'}{one.text} ({origin})")
    for carrier, missed in sorted(by.items(), key=lambda one: -len(one[1])):
        yield f"{len(missed):4} {sources.carriers[carrier]}\n       {', '.join(missed)}\n"


if __name__ == "__main__":
    main()
