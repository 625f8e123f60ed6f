"""Which job made what from what: the provenance records, walked upstream."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FINGERPRINTS = ("code", "lock")


@dataclass
class Step:
    """One rule on the way from transcripts to a figure; its batches together.

    Attributes:
        rule: Name of the rule.
        code: Fingerprint of the code that ran.
        lock: Fingerprint of the lock file.
        commit: Commit of the code; empty where it was not run from a repository.
        clean: Whether the tree was as committed.
        python: Version of Python.
        jobs: Jobs of the rule on the way: batches.
        params: Named parameters beside the fingerprints.
        inputs: Hash of each file that it read.
        outputs: Hash of each file that it wrote.
    """

    rule: str
    code: str
    lock: str
    commit: str
    clean: bool | None
    python: str
    jobs: int = 0
    params: dict[str, Any] = field(default_factory=dict)
    inputs: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)


@dataclass
class Chain:
    """The steps behind a file, the last first, and where they do not fit together.

    Attributes:
        steps: Rules on the way.
        brought: Files that no rule made: what people brought.
        breaks: Files that a rule read in another state than the rule before had written them.
    """

    steps: list[Step] = field(default_factory=list)
    brought: dict[str, str] = field(default_factory=dict)
    breaks: list[str] = field(default_factory=list)


def records(folder: Path) -> list[dict[str, Any]]:
    """Read all provenance records of a folder, each with `name`, the name of its job.

    A broken one is left out.
    """
    found = []
    for path in sorted(folder.glob("*.json")):
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if {"rule", "inputs", "outputs", "params"} <= content.keys():
            found.append({**content, "name": path.stem})
    return found


def behind(path: str, all_records: Iterable[dict[str, Any]]) -> Chain:
    """Walk upstream from a result, by its path in the study."""
    makers = {output: record for record in all_records for output in record["outputs"]}
    chain = Chain()
    steps: dict[str, Step] = {}
    todo = [path]
    met: set[int] = set()
    while todo:
        wanted = todo.pop(0)
        record = makers.get(wanted)
        if record is None or id(record) in met:
            continue
        met.add(id(record))
        step = steps.setdefault(record["rule"], _step(record))
        step.jobs += 1
        step.inputs.update(record["inputs"])
        step.outputs.update(record["outputs"])
        for name, digest in record["inputs"].items():
            maker = makers.get(name)
            if maker is None:
                chain.brought[name] = digest
            else:
                todo.append(name)
                if maker["outputs"][name] != digest:
                    chain.breaks.append(
                        f"{name}: {record['rule']} read it in another state than "
                        f"{maker['rule']} wrote it"
                    )
    chain.steps = list(steps.values())
    chain.breaks = sorted(set(chain.breaks))
    return chain


def _step(record: dict[str, Any]) -> Step:
    made = record.get("made", {})
    params = record["params"]
    return Step(
        rule=record["rule"],
        code=str(params.get("code", "")),
        lock=str(params.get("lock", "")),
        commit=str(made.get("commit") or ""),
        clean=made.get("clean"),
        python=str(made.get("python", "")),
        params={name: value for name, value in params.items() if name not in FINGERPRINTS},
    )
