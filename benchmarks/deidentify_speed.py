"""Measure how fast de-identification is on one core, what memory it takes and how long it loads.

    python benchmarks/deidentify_speed.py FOLDER [--rules] [--times 3]

FOLDER holds interviews as text; marks as {{PERSON|Ruth}} are taken off. Each is found, decided and
asked about as a study of its own. Times are of the CPU, the least of some runs.
"""

import argparse
import re
import resource
import time
from pathlib import Path

BEGIN = time.process_time()

from hidden import hidden, proposed  # noqa: E402

from verbatim.deidentify.learned import Learned  # noqa: E402


def speeds(texts: list[str], learned: Learned, times: int) -> list[tuple[str, float]]:
    """Least CPU seconds of each step over all texts."""
    steps: dict[str, list[float]] = {"find": [], "decide": [], "ask": []}
    for _ in range(times):
        begin = time.process_time()
        found = [proposed(text, learned) for text in texts]
        steps["find"].append(time.process_time() - begin)
        for step in ("decide", "ask"):
            begin = time.process_time()
            for text, here in zip(texts, found, strict=True):
                hidden(text, here, asking=step == "ask")
            steps[step].append(time.process_time() - begin)
    least = {step: min(seconds) for step, seconds in steps.items()}
    return [
        ("finding", least["find"]),
        ("finding and deciding", least["find"] + least["decide"]),
        ("finding, deciding and asking", least["find"] + least["ask"]),
    ]


def main() -> None:
    """Print load, speed and memory."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rules", action="store_true", help="without the model")
    parser.add_argument("--times", type=int, default=3)
    chosen = parser.parse_args()
    learned = Learned(model=not chosen.rules)
    proposed("My name's Ruth.", learned)
    print(f"load: {time.process_time() - BEGIN:.1f} s of CPU")
    marked = [path.read_text(encoding="utf-8") for path in sorted(chosen.folder.glob("*.txt"))]
    texts = [re.sub(r"\{\{\w+\|(.+?)\}\}", r"\1", text) for text in marked]
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} interviews, {words:,} words")
    for step, seconds in speeds(texts, learned, chosen.times):
        print(f"{step}: {words / seconds:,.0f} words a second")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak of memory: {peak:.0f} MiB")


if __name__ == "__main__":
    main()
