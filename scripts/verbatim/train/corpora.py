"""Public data sets, each read into documents with the marks as their authors gave them."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from verbatim.train.marked import Marked

TWEETS = 10
"""Tweets in one document."""

_NO_BLANK_BEFORE = frozenset({",", ".", "!", "?", ":", ";", ")", "n't", "'s", "'m", "'re", "'ve"})


class Document(NamedTuple):
    """One document of a set.

    Attributes:
        name: Its id in the set.
        marked: Text, and spans with the types of the set.
        held: Whether it is kept for measuring.
    """

    name: str
    marked: Marked
    held: bool


def tab(path: Path) -> Iterator[Document]:
    """Judgments; those of the development split are held."""
    for row in _rows(path):
        about = row["metadata"]
        spans = tuple(
            (
                one["start_offset"],
                one["end_offset"],
                f"{one['entity_type']}/{one['identifier_type']}",
            )
            for one in row["entities"]
        )
        held = about["provenance"]["dataset_type"] != "train"
        yield Document(about["data_id"], Marked(row["text"], spans), held)


def primock(path: Path) -> Iterator[Document]:
    """Mock consultations, labels of the speakers taken off; those of the second day are held."""
    for row in _rows(path):
        marked = _spans(row).changed(r"(?m)^(?:Interviewer|Participant): ", lambda _: "")
        yield Document(row["doc_id"], marked, not row["doc_id"].startswith("primock57-1."))


def gum(path: Path) -> Iterator[Document]:
    """American texts with names derived from other layers; the interviews are held."""
    for row in _rows(path):
        yield Document(row["doc_id"], _spans(row), "_interview_" in row["doc_id"])


def confide(path: Path) -> Iterator[Document]:
    """Invented words of therapy; all are held."""
    for at, row in enumerate(_rows(path)):
        yield Document(str(at), _spans(row), True)


def presidio(path: Path) -> Iterator[Document]:
    """Invented sentences; those of every second template, by its hash, are held."""
    for at, row in enumerate(json.loads(path.read_text(encoding="utf-8"))):
        spans = tuple(
            (one["start_position"], one["end_position"], one["entity_type"]) for one in row["spans"]
        )
        held = crc32(f"template {row['template_id']}".encode()) % 2 == 1
        yield Document(str(at), Marked(row["full_text"], spans), held)


def conll(path: Path) -> Iterator[Document]:
    """Tweets, a word and its label a line; some make a document."""
    kept: list[Marked] = []
    for at, block in enumerate(re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))):
        pairs = [line.split("\t") for line in block.splitlines() if "\t" in line]
        if pairs:
            kept.append(_sentence([(one[0], one[1]) for one in pairs]))
        if len(kept) == TWEETS:
            yield Document(str(at), Marked.joined(kept, "\n"), False)
            kept = []
    if kept:
        yield Document("last", Marked.joined(kept, "\n"), False)


def marked_text(path: Path) -> Iterator[Document]:
    """An interview in which identifiers stand as {{PERSON|Ruth}}; it is held."""
    parts = []
    for line in path.read_text(encoding="utf-8").splitlines():
        pieces, at = [], 0
        for match in re.finditer(r"\{\{(\w+)\|(.+?)\}\}", line):
            pieces += [Marked(line[at : match.start()]), Marked.of(match[2], match[1])]
            at = match.end()
        parts.append(Marked.joined([*pieces, Marked(line[at:])], ""))
    marked = Marked.joined([one for one in parts if one.text], "\n")
    yield Document(path.stem, marked.changed(r"(?m)^[^\s:]{1,12}: ", lambda _: ""), True)


READERS: dict[str, Callable[[Path], Iterator[Document]]] = {
    "tab_train92_dev21.jsonl": tab,
    "primock57_pii_dev_day1-2.jsonl": primock,
    "presidio_synth_v2.json": presidio,
    "gum_ner_interview_news_court_academic_train.jsonl": gum,
    "btc_abefgh.conll": conll,
    "wnut17train.conll": conll,
    "confide_en_synth.jsonl": confide,
}
"""What reads each file."""


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _spans(row: dict[str, Any]) -> Marked:
    spans = sorted((one["start"], one["end"], one["type"]) for one in row["spans"])
    return Marked(row["text"], tuple(spans))


def _sentence(pairs: list[tuple[str, str]]) -> Marked:
    """Join words as they were written, near enough."""
    text, spans = "", list[tuple[int, int, str]]()
    for word, label in pairs:
        text += "" if not text or word in _NO_BLANK_BEFORE else " "
        kind = label.strip().partition("-")[2]
        if label.startswith("I-") and spans and spans[-1][2] == kind:
            spans[-1] = (spans[-1][0], len(text) + len(word), kind)
        elif kind:
            spans.append((len(text), len(text) + len(word), kind))
        text += word
    return Marked(text, tuple(spans))
