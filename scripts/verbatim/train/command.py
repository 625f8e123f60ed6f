"""The recipe: data checked, interviews invented, the network taught, the model written."""

import io
import logging
import random
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np

from verbatim import door, files
from verbatim.deidentify.lexicon import LISTS, lexicon
from verbatim.deidentify.model import PIN, WEIGHTS
from verbatim.errors import StudyError, StudyErrors, raise_all
from verbatim.train import retold
from verbatim.train.convert import converted
from verbatim.train.corpora import READERS
from verbatim.train.fill import Filler
from verbatim.train.learn import Plan, learnt
from verbatim.train.marked import Marked, varied
from verbatim.train.names import gathered
from verbatim.train.speak import interviews as spoken
from verbatim.train.speak import word_lists

HOME = WEIGHTS.parent
PLAN = Plan()
SOURCES = Path(__file__).with_name("sources.toml")
WEIGHED = {"primock57_pii_dev_day1-2.jsonl": 3}
"""Sets whose documents are learnt several times over: the only spontaneous British speech."""

PACKAGES = ("spacy", "thinc", "numpy", "faker", "pyspellchecker")
"""What the weights depend on beside data, plan, templates and the word lists."""


def run(
    data: Path,
    into: Path,
    plan: Plan,
    sources: Path = SOURCES,
    interviews: Path = retold.INTERVIEWS,
) -> int:
    """Train and write `model.npz` and its pin, `model.json`; give the exit code.

    Args:
        data: Folder of the data sets.
        into: Folder to write into.
        plan: How to learn.
        sources: Which files, with their hashes.
        interviews: Folder of the interviews invented by hand.
    """
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    try:
        listed = tomllib.loads(sources.read_text(encoding="utf-8"))
        check(data, listed)
        weights = learnt(list(lessons(data, listed, plan, interviews)), plan)
    except (StudyError, StudyErrors) as error:
        door.explain(error, "train_identifiers")
        return 2
    packed = io.BytesIO()
    np.savez_compressed(
        packed,
        allow_pickle=False,
        **{name: one.astype(np.float16) for name, one in weights.items()},
    )
    files.write_bytes(into / WEIGHTS.name, packed.getvalue())
    files.write_json(
        into / PIN.name, _pin(files.sha256(into / WEIGHTS.name), listed, plan, interviews)
    )
    logging.info("%s: %d bytes", WEIGHTS.name, len(packed.getvalue()))
    return 0


def check(data: Path, listed: dict[str, Any]) -> None:
    """Compare each file with its hash.

    Raises:
        StudyError: If one is missing or another one.
        StudyErrors: If several are.
    """
    errors = []
    for name, about in sorted(listed.items()):
        found = files.sha256(data / name) if (data / name).is_file() else ""
        if found != about["sha256"]:
            errors.append(
                StudyError(
                    f"the folder of data sets, {name}",
                    f"SHA-256 {found[:12]}..." if found else "no such file",
                    f"SHA-256 {about['sha256'][:12]}...: {about['source']}",
                    "get the version named there; docs/model_card.md lists them all",
                )
            )
    raise_all(errors)


def lessons(data: Path, listed: dict[str, Any], plan: Plan, folder: Path) -> Iterator[Marked]:
    """All that is learnt from: public sets without what is held, then invented interviews.

    Those of `folder` were invented by hand, the others are made of templates.
    """
    documents: list[Marked] = []
    for name, about in sorted(listed.items()):
        if about["use"] == "names":
            continue
        read = [one.marked for one in READERS[name](data / name) if not one.held]
        logging.info("%s: %d documents", name, len(read))
        documents += [converted(one, lexicon()) for one in read] * WEIGHED.get(name, 1)
    names = gathered(data, frozenset(listed))
    filler = Filler(word_lists(), random.Random(plan.seed), names)  # noqa: S311  no secret
    by_hand = list(retold.lessons(filler, folder))
    logging.info("interviews invented by hand, retold: %d documents", len(by_hand))
    invented = spoken(names, plan.seed, plan.words)
    yield from varied([*documents, *by_hand, *invented], plan.seed)


def _pin(model: str, listed: dict[str, Any], plan: Plan, folder: Path) -> dict[str, Any]:
    return {
        "model": model,
        "data": {name: about["sha256"] for name, about in listed.items()},
        "interviews": files.text_hash(
            "".join(files.sha256(path) for path in sorted(folder.glob("*.txt")))
        ),
        "plan": plan._asdict(),
        "lists": files.sha256(LISTS),
        "packages": {name: metadata.version(name) for name in PACKAGES},
    }
