"""Measure suggestions on human-coded sets, each coded document once on the far side.

    python benchmarks/suggest_quality.py FOLDER [--curve]

FOLDER holds one JSON file per set: `codes` maps each code to `{"def": definition}`; `rows` is a
list of `{"doc", "idx", "text", "prev", "labels"}`, one per segment, with the text before it in
`prev` and the codes that people gave in `labels`. Prints one line per set and protocol: grouped
folds (as in docs/suggest.md), and each document left out in turn where there are at most 40. With
`--curve`: documents held out, learnt from 0, 1, 2 ... others.
"""

import argparse
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"
sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
from sklearn.model_selection import GroupKFold  # noqa: E402

from verbatim.suggest.judge import (  # noqa: E402
    by_frequency,
    calibration,
    label_ranking_average_precision,
    quality,
)
from verbatim.suggest.learn import Learner  # noqa: E402
from verbatim.suggest.weighing import probability  # noqa: E402
from verbatim.suggest.words import Texts, weigh  # noqa: E402

FEW = 40
SEEDS = 5


class Coded:
    """One human-coded set."""

    def __init__(self, path: Path) -> None:
        """Read the JSON file."""
        content = json.loads(path.read_text(encoding="utf-8"))
        self.name = path.stem
        self.codes = sorted(content["codes"])
        rows = sorted(content["rows"], key=lambda row: (row["doc"], row["idx"]))
        self.speech = pd.DataFrame(
            {
                "interview": [row["doc"] for row in rows],
                "segment": [row["idx"] for row in rows],
                "text": [row["text"] for row in rows],
                "question": [row["prev"] for row in rows],
            }
        )
        self.given = np.array(
            [[float(code in row["labels"]) for code in self.codes] for row in rows]
        )
        meant = [
            f"{code.replace('_', ' ')}. {content['codes'][code]['def']}" for code in self.codes
        ]
        self.texts: Texts = weigh(self.speech, meant)
        self.docs = sorted(set(self.speech["interview"]))

    def learner(self, taught: list[str]) -> Learner:
        """Learn from these documents."""
        return Learner(self.texts, self.speech, self.given, taught)


def folded(coded: Coded, folds: int) -> tuple[Any, Any, Any]:
    """Score each fold of documents from the others.

    Returns:
        Scores, probabilities, and how often each code was given in the others.
    """
    scores, chances, frequency = (np.zeros(coded.given.shape) for _ in range(3))
    owners = coded.speech["interview"].to_numpy(dtype=str)
    for teach, test in GroupKFold(folds).split(owners, groups=owners):
        learner = coded.learner(sorted(set(owners[teach])))
        model = learner.model()
        for name in sorted(set(owners[test])):
            scores[learner.at[name]] = learner.scores(model, name)
        chances[test] = probability(scores[test], model.curve)
        frequency[test] = coded.given[teach].sum(axis=0)
    return scores, chances, frequency


def each_left_out(coded: Coded) -> tuple[Any, Any, Any]:
    """Score each document from all others, as the workflow does; returns as `folded`."""
    learner = coded.learner(coded.docs)
    scores, chances = np.zeros(coded.given.shape), np.zeros(coded.given.shape)
    for name, rows in learner.at.items():
        model = learner.model(without=name)
        scores[rows] = learner.scores(model, name)
        chances[rows] = probability(scores[rows], model.curve)
    owners = coded.speech["interview"].to_numpy(dtype=str)
    return scores, chances, by_frequency(coded.given, owners)


def report(coded: Coded, protocol: str, found: tuple[Any, Any, Any], seconds: float) -> None:
    """Print one line."""
    scores, chances, frequency = found
    owners = coded.speech["interview"].to_numpy(dtype=str)
    overall = quality(scores, coded.given, owners, coded.codes).iloc[0]
    bands = calibration(chances, coded.given).dropna()
    share = bands["pairs"] / bands["pairs"].sum()
    error = (share * (bands["predicted"] - bands["observed"]).abs()).sum()
    print(
        f"{coded.name:10} {protocol:22} LRAP {overall['average_precision']:.3f}  frequency "
        f"{label_ranking_average_precision(frequency, coded.given):.3f}  P@1 "
        f"{overall['precision_at_1']:.3f}  R@3 {overall['recall_at_3']:.3f}  R@5 "
        f"{overall['recall_at_5']:.3f}  ECE {error:.4f}  {seconds:.0f} s CPU",
        flush=True,
    )
    shown = bands[bands["pairs"] >= 50]
    print(
        " " * 11 + "promised -> observed:",
        ", ".join(f"{row.predicted:.2f} -> {row.observed:.2f}" for row in shown.itertuples()),
        flush=True,
    )


def curve(coded: Coded) -> None:
    """Hold three in ten documents out; learn from 0, 1, 2 ... of the others."""
    steps = [0, 1, 2, 3, 4, 6, 8, 11]
    found: dict[int, list[float]] = {}
    for seed in range(SEEDS):
        order = [str(doc) for doc in np.random.default_rng(seed).permutation(coded.docs)]
        held = order[: max(1, round(0.3 * len(order)))]
        for step in steps:
            if step > len(order) - len(held):
                break
            learner = coded.learner(order[len(held) : len(held) + step])
            model = learner.model()
            rows = np.concatenate([learner.at[name] for name in held])
            scores = np.concatenate([learner.scores(model, name) for name in held])
            found.setdefault(step, []).append(
                label_ranking_average_precision(scores, coded.given[rows])
            )
    line = "  ".join(f"{step}: {np.mean(values):.3f}" for step, values in found.items())
    print(f"{coded.name:10} LRAP by documents learnt from  {line}", flush=True)


def main() -> None:
    """Measure every set in the folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--curve", action="store_true", help="learn from few documents too")
    chosen = parser.parse_args()
    for path in sorted(chosen.folder.glob("*.json")):
        coded = Coded(path)
        folds = min(len(coded.docs), 6 if 6 <= len(coded.docs) <= 11 else 5)
        begin = time.process_time()
        report(coded, f"{folds} folds", folded(coded, folds), time.process_time() - begin)
        if len(coded.docs) <= FEW:
            begin = time.process_time()
            left_out = each_left_out(coded)
            report(coded, "each document left out", left_out, time.process_time() - begin)
            if chosen.curve:
                curve(coded)


if __name__ == "__main__":
    main()
