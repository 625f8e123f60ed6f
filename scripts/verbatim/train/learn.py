"""Learning: documents in, a network that gives each word a probability for every label out."""

import logging
import random
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from verbatim.deidentify.lexicon import lexicon
from verbatim.deidentify.network import LABELS, OUTSIDE, Kinds, network, tokenizer, weights
from verbatim.train.marked import UNSURE, Marked

LONGEST = 160
"""Words of a piece that is learnt at once; documents are cut at ends of lines, or in lines."""

Numbers = npt.NDArray[np.float32]


class Piece(NamedTuple):
    """Part of a document: spaCy's words, and the number of the label of each; -1 where unsure."""

    words: Any
    labels: npt.NDArray[np.int64]


class Plan(NamedTuple):
    """How to learn.

    Attributes:
        seed: Of every chance.
        words: Of invented speech, about.
        steps: Batches.
        batch: Words in a batch.
        rate: Learning rate at its height; it rises over the first tenth and then falls.
        drop: Share of activations left out.
        hidden: One word in so many is in no list, see `Kinds`.
    """

    seed: int = 4
    words: int = 500_000
    steps: int = 5500
    batch: int = 1500
    rate: float = 0.002
    drop: float = 0.25
    hidden: int = 4


def learnt(documents: Iterable[Marked], plan: Plan) -> dict[str, Any]:
    """Learn from documents with categories; give the weights, averaged over the last steps.

    Same documents, plan, machine and packages give the same weights, to the bit.
    """
    from thinc.api import Adam, fix_random_seed, set_dropout_rate  # noqa: PLC0415

    fix_random_seed(plan.seed)
    nlp = tokenizer(Kinds(lexicon(), plan.hidden))
    pieces = [piece for document in documents for piece in cut(nlp, document)]
    logging.info("%d pieces, %d words", len(pieces), sum(len(one.words) for one in pieces))
    model = network(nlp)
    adam = Adam(plan.rate, L2=0.0, grad_clip=1.0)
    set_dropout_rate(model, plan.drop)
    batches = _batches(pieces, plan)
    lost = 0.0
    for step in range(plan.steps):
        adam.learn_rate = plan.rate * _slope(step / plan.steps)
        batch = next(batches)
        scores, back = model.begin_update([one.words for one in batch])
        lost += _step(scores, back, batch)
        model.finish_update(adam)
        adam.step_schedules()
        if step % 200 == 199:
            logging.info("step %d: loss %.4f", step + 1, lost / 200)
            lost = 0.0
    with model.use_params(adam.averages):
        return weights(model)


def cut(nlp: Any, document: Marked) -> Iterator[Piece]:
    """Cut a document into pieces with labels."""
    words = nlp(document.text)
    labels = _labels(words, document)
    begin, last = 0, 0
    for at, word in enumerate(words):
        if "\n" in word.text:
            last = at + 1
        if at - begin >= LONGEST:
            end = last if last > begin else at
            yield Piece(words[begin:end].as_doc(), labels[begin:end])
            begin = end
    if begin < len(words):
        yield Piece(words[begin:].as_doc(), labels[begin:])


def _labels(words: Any, document: Marked) -> npt.NDArray[np.int64]:
    number = {label: at for at, label in enumerate(LABELS)}
    labels = np.full(len(words), number[OUTSIDE])
    starts = np.array([word.idx for word in words])
    ends = np.array([word.idx + len(word) for word in words])
    for start, end, category in document.spans:
        inside = np.flatnonzero((ends > start) & (starts < end))
        if category == UNSURE:
            labels[inside] = -1
        elif len(inside):
            labels[inside] = number[f"I-{category}"]
            labels[inside[0]] = number[f"B-{category}"]
    return labels


def _batches(pieces: list[Piece], plan: Plan) -> Iterator[list[Piece]]:
    chance = random.Random(plan.seed)  # noqa: S311  no secret
    batch: list[Piece] = []
    while True:
        order = list(range(len(pieces)))
        chance.shuffle(order)
        for at in order:
            batch.append(pieces[at])
            if sum(len(one.words) for one in batch) >= plan.batch:
                yield batch
                batch = []


def _slope(passed: float) -> float:
    return passed * 10 if passed < 0.1 else (1 - passed) / 0.9 * 0.98 + 0.02


def _step(scores: list[Numbers], back: Any, batch: list[Piece]) -> float:
    """Cross-entropy: its gradient goes back through the network."""
    number = sum(len(one.words) for one in batch)
    gradients, lost = [], 0.0
    for given, piece in zip(scores, batch, strict=True):
        known = piece.labels >= 0
        gradient = given.copy()
        rows = np.flatnonzero(known)
        lost -= float(np.log(given[rows, piece.labels[rows]] + 1e-9).sum())
        gradient[rows, piece.labels[rows]] -= 1.0
        gradient[~known] = 0.0
        gradients.append((gradient / number).astype("float32"))
    back(gradients)
    return lost / number
