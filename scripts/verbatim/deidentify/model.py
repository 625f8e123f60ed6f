"""The model that comes with the program: names and numbers by their context, beside the rules."""

import hashlib
import io
import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from verbatim.deidentify.lexicon import Lexicon, lexicon
from verbatim.deidentify.mention import DOUBT, Mention
from verbatim.deidentify.network import DEPTH, LABELS, Kinds, fill, network, tokenizer, without_case
from verbatim.deidentify.pool import POOLED
from verbatim.deidentify.spoken import NUMBER_WORDS
from verbatim.deidentify.stems import DRUG
from verbatim.errors import StudyError
from verbatim.tables.people import CATEGORIES

LAYER = "model"
WEIGHTS = Path(__file__).with_suffix(".npz")
PIN = Path(__file__).with_suffix(".json")

SURE = 0.1
"""Probability of identifying somebody that one word of a mention needs."""

DOUBTED = 0.8
"""What it needs where something speaks against it."""

COUNTED = 0.5
"""What ages and days need: most numbers are neither."""

NEVER = 2.0

HALF = 0.03
"""Probability from which a person is asked about what is not replaced."""

FIGURED = frozenset({"PHONE", "POSTCODE", "NHS_NUMBER"})
"""What has a digit in it, written or said."""

ALONG = 0.6
"""Share of it that every word of the mention needs."""

TOGETHER = 4_000
"""Words of an interview that go through the network at once, so that memory holds them."""

_ROAD = re.compile(r"(?i)[abm]\d{1,4}")
_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = NUMBER_WORDS - {"and"}
_MARKS = re.compile(r"\W+$")
_POSSESSIVE = re.compile(r"(?:\W+|['’][sS]\W*)$")
_ARTICLE = re.compile(r"^(?:\W*\b(?:the|a|an)\b(?=\s))?\W*", re.IGNORECASE)


class Spoken(NamedTuple):
    """A text; where its words begin, how long they are, and which of them are blank."""

    text: str
    words: list[tuple[int, int, bool]]


class Found(NamedTuple):
    """What the network proposes: start, end, category, and its highest probability."""

    start: int
    end: int
    category: str
    chance: float


def proposals(texts: Sequence[str], caseless: bool = False) -> list[list[Mention]]:
    """Find mentions in the passages of one interview, in the order in which they were said.

    The network reads the interview as one text, so that a name may answer a question. What it
    half believes comes too, as of the layer `doubt`.

    Args:
        texts: What is said.
        caseless: Whether the interview is written without capitals.

    Raises:
        StudyError: If the model is not the one that the program was made with.
    """
    words = lexicon()
    sure, half = read(texts, caseless)
    made = []
    for text, surely, maybe in zip(texts, sure, half, strict=True):
        needs = {
            one: _needed(text[one.start : one.end], one.category, caseless, words)
            for one in (*surely, *maybe)
        }
        kept = [one for one in surely if one.chance >= needs[one]]
        left = [
            one
            for one in maybe
            if needs[one] < NEVER
            and not any(each.start <= one.start and one.end <= each.end for each in kept)
        ]
        layers = ((LAYER, kept), (DOUBT, left))
        made.append([Mention(*one[:3], layer) for layer, found in layers for one in found])
    return made


def read(texts: Sequence[str], caseless: bool = False) -> tuple[list[list[Found]], ...]:
    """Give all that the network proposes, passage by passage: surely, and at least by half.

    Args:
        texts: What is said.
        caseless: Whether the interview is written without capitals.
    """
    nlp, model = loaded()
    document = nlp("\n".join(map(without_case, texts) if caseless else texts))
    chances = _chances(model, document)
    spoken = Spoken(document.text, [(word.idx, len(word), word.is_space) for word in document])
    begins = [0, *accumulate(len(text) + 1 for text in texts)]
    made = []
    for least in (SURE, HALF):
        kept: list[list[Found]] = [[] for _ in texts]
        for one in _decoded(spoken, chances, least):
            at = bisect_right(begins, one.start) - 1
            kept[at].append(one._replace(start=one.start - begins[at], end=one.end - begins[at]))
        made.append(kept)
    return tuple(made)


@cache
def loaded() -> tuple[Any, Any]:
    """Load the tokeniser and the network, once per process.

    Raises:
        StudyError: If the weights are missing or are not those of the pin.
    """
    pin = json.loads(PIN.read_text(encoding="utf-8"))["model"]
    content = WEIGHTS.read_bytes() if WEIGHTS.is_file() else b""
    if hashlib.sha256(content).hexdigest() != pin:
        raise StudyError(
            f"the model of room 2 (scripts/verbatim/deidentify/{WEIGHTS.name})",
            "another file than the program was made with" if content else "no such file",
            f"the file whose SHA-256 begins {pin[:12]}",
            "restore it (git checkout), train it again (docs/model_card.md), or set "
            "deidentify: model: false to go on without it",
        )
    nlp = tokenizer(Kinds(lexicon()))
    model = network(nlp)
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        fill(model, dict(arrays))
    return nlp, model


def _chances(model: Any, document: Any) -> npt.NDArray[np.float32]:
    """Probability of each label for each word, a portion of the words at a time.

    Each portion is read with all that the network can see from its edges, so that the numbers do
    not depend on where they lie.
    """
    rows = []
    for first in range(0, len(document), TOGETHER):
        last = min(first + TOGETHER, len(document))
        begin, end = max(0, first - DEPTH), min(last + DEPTH, len(document))
        rows.append(model.predict([document[begin:end].as_doc()])[0][first - begin : last - begin])
    return np.concatenate(rows) if rows else np.zeros((0, len(LABELS)), np.float32)


def _decoded(spoken: Spoken, chances: npt.NDArray[np.float32], least: float) -> Iterator[Found]:
    """Join neighbouring words that identify somebody; a new beginning ends a mention."""
    hidden = np.where([blank for *_, blank in spoken.words], 0, 1 - chances[:, 0])
    best = chances[:, 1:].argmax(axis=1) + 1
    first = None
    for at in range(len(spoken.words) + 1):
        inside = at < len(spoken.words) and hidden[at] >= ALONG * least
        if first is not None and (not inside or LABELS[best[at]].startswith("B-")):
            top = float(hidden[first:at].max())
            if top >= least:
                yield from _one(spoken, chances[first:at], first, at, top)
            first = None
        if inside and first is None:
            first = at


def _one(
    spoken: Spoken, chances: npt.NDArray[np.float32], first: int, last: int, top: float
) -> Iterator[Found]:
    """The mention from one word to another, without marks, article and possessive at its ends."""
    together = chances[:, 1:].sum(axis=0)
    category = CATEGORIES[int((together[0::2] + together[1::2]).argmax())]
    begin = start = spoken.words[first][0]
    end = sum(spoken.words[last - 1][:2])
    text = spoken.text[start:end]
    bare = (_POSSESSIVE if category == "PERSON" else _MARKS).sub("", text)
    start += len(bare) - len(_ARTICLE.sub("", bare))
    if bare and start < begin + len(bare):
        yield Found(start, end - len(text) + len(bare), category, top)


def _needed(text: str, category: str, caseless: bool, words: Lexicon) -> float:
    """Probability that a mention needs: more where its letters or the word lists speak against it.

    That is a name in lower case where the interview has capitals, what everybody shares, and what
    ends as the names of medicines and diseases do. Everyday words in lower case are no name there.
    """
    if _nobody(text, category, words):
        return NEVER
    small = category in POOLED and not caseless and text == text.lower()
    if small and all(map(words.everyday, _WORD.findall(text))):
        return NEVER
    medicine = text.isalpha() and bool(DRUG.search(text.lower()))
    if small or medicine or words.shared(text):
        return DOUBTED
    return COUNTED if category in {"AGE", "DATE"} else SURE


def _nobody(text: str, category: str, words: Lexicon) -> bool:
    """Whether it cannot be anybody: no figure in a number, "the", a road, "erm", a language."""
    spoken = _WORD.findall(text.lower())
    if category in FIGURED and not (re.search(r"\d", text) or _FIGURES.intersection(spoken)):
        return True
    called = text.lower() in words.first_names or words.has("called", text.lower())
    return (
        bool(_ROAD.fullmatch(text))
        or (bool(spoken) and set(spoken) <= words.lists["interjections"])
        or (words.shared(text) and not called)
        or (category in POOLED and bool(spoken) and all(_connects(word, words) for word in spoken))
    )


def _connects(word: str, words: Lexicon) -> bool:
    """Whether a word only joins others ("the", "and") and nobody is called so."""
    return word in words.closed and not (words.first_name(word) or words.has("called", word))
