"""Measure Presidio and this program on the same text, by the same count, in one run.

    python benchmarks/presidio.py FOLDER [FOLDER ...] --python OTHER/bin/python

OTHER is a virtual environment of its own with presidio-analyzer in it (it is not in the lock of
this program: `python -m venv OTHER; OTHER/bin/pip install presidio-analyzer`), and with the
pipeline en_core_web_lg where you can have it (`OTHER/bin/python -m spacy download en_core_web_lg`).
What is missing is said in the table.

Everything that Presidio proposes counts as hidden, whatever its kind and score.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hidden import hidden, proposed
from identifiers import sets
from scored import Score

from verbatim.deidentify.learned import Learned
from verbatim.train.corpora import Document

WORKER = Path(__file__).with_name("presidio_worker.py")
PIPELINES = ("en_core_web_lg", "en_core_web_sm")
KINDS = ("direct", "all", "PERSON", "PHONE", "LOCATION", "ORGANISATION", "AGE")
HEADS = ("what", *KINDS, "right", "leaks", "words/s")
NAME_OF = {"ORGANISATION": "ORGANIZATION", "PHONE": "PHONE_NUMBER", "EMAIL": "EMAIL_ADDRESS"}
"""Our categories as Presidio calls them."""


def installed(python: str) -> bool:
    """Whether another Python has Presidio."""
    asked = [python, "-c", "import presidio_analyzer"]
    try:
        return subprocess.run(asked, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def presidio(python: str, texts: list[str], pipeline: str = "", told: Any = ()) -> dict[str, Any]:
    """What Presidio finds in the texts, or what it lacks."""
    request = json.dumps({"texts": texts, "pipeline": pipeline, "told": list(told)})
    done = subprocess.run(
        [python, str(WORKER)], input=request, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"Presidio failed:\n{done.stderr[-2000:]}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def compared(documents: list[Document], python: str) -> Iterator[str]:
    """Rows of a table, one per program and way of running it."""
    texts = [one.marked.text for one in documents]
    for what, learned in (("rules alone", Learned()), ("rules and model", Learned(model=True))):
        masked, either = Score(), Score()
        begin = time.process_time()
        done = [hidden(text, proposed(text, learned), False) for text in texts]
        seconds = time.process_time() - begin
        for one, here in zip(documents, done, strict=True):
            masked.add(one, here.masked)
        yield row(f"this program, {what}", masked, seconds)
    for one in documents:
        here = hidden(one.marked.text, proposed(one.marked.text, Learned(model=True)))
        either.add(one, here.masked | here.asked)
    yield row("the same, masked or asked about", either, 0)
    if not installed(python):
        yield f"| Presidio | not measured: {python} has no presidio-analyzer |"
        return
    answer = presidio(python, texts)
    name = f"Presidio {answer['version']}"
    yield row(f"{name}, no pipeline", counted(documents, answer), answer["seconds"])
    told = [model_alone(text) for text in texts]
    answer = presidio(python, texts, told=told)
    yield row(f"{name}, told what our model finds", counted(documents, answer), 0)
    for pipeline in PIPELINES:
        answer = presidio(python, texts, pipeline)
        if "missing" in answer:
            yield f"| {name}, {pipeline} | not measured: the pipeline is not installed |"
        else:
            yield row(f"{name}, {pipeline}", counted(documents, answer), answer["seconds"])


def model_alone(text: str) -> list[tuple[int, int, str]]:
    """What the shipped model proposes, by positions in the whole text."""
    found, at = [], 0
    for line, here in zip(text.split("\n"), proposed(text, Learned(model=True)), strict=True):
        found += [
            (at + one.start, at + one.end, NAME_OF.get(one.category, one.category))
            for one in here
            if one.layer == "model"
        ]
        at += len(line) + 1
    return found


def counted(documents: list[Document], answer: dict[str, Any]) -> Score:
    """Count what Presidio found."""
    score = Score()
    for one, spans in zip(documents, answer["spans"], strict=True):
        score.add(one, {at for start, end, _ in spans for at in range(start, end)})
    return score


def row(what: str, score: Score, seconds: float) -> str:
    """A row of the table."""
    speed = f"{score.words / seconds:,.0f}" if seconds else ""
    right = "" if "asked" in what else score.precision
    cells = [what, *(score.share(kind) for kind in KINDS), right, score.leaks, speed]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print a table for every set in the folders."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--python", default=sys.executable, help="Python that has Presidio")
    parser.add_argument("--only", default="", help="part of the name of the set")
    chosen = parser.parse_args()
    if not installed(chosen.python):
        print(
            f"{chosen.python} has no presidio-analyzer: this program alone is measured.\n"
            "Install it beside: python -m venv OTHER; OTHER/bin/pip install presidio-analyzer; "
            "then give --python OTHER/bin/python.",
            file=sys.stderr,
        )
    hidden("Load.", proposed("Load.", Learned(model=True)))
    for name, documents in sets(chosen.folders, every=False):
        if chosen.only in name:
            words = sum(len(one.marked.text.split()) for one in documents)
            print(f"\n#### {name}: {len(documents)} documents, {words:,} words\n")
            print(f"| {' | '.join(HEADS)} |\n| {' | '.join('---' for _ in HEADS)} |")
            for line in compared(documents, chosen.python):
                print(line, flush=True)


if __name__ == "__main__":
    main()
