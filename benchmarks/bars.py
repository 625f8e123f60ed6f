"""Measure the bars of a study: cold run, nothing to do, one transcript changed.

    .venv/bin/python benchmarks/bars.py [STUDY] [--cores 2]

Copies the study (default: the demonstration) into an empty folder and prints, for each run, wall
time, CPU time of all processes, and the largest memory of all processes together (sampled three
times a second as proportional set size, so that shared pages count once).
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

HOUSE = Path(__file__).parents[1]


def measured(study: Path, cores: int) -> tuple[float, float, float, int]:
    """Run the study; give wall seconds, CPU seconds, peak MiB and the last line printed."""
    before = os.times()
    begin = time.monotonic()
    command = [sys.executable, str(HOUSE / "scripts/study.py"), "--study", str(study)]
    process = subprocess.Popen(
        [*command, "--cores", str(cores)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    watched = psutil.Process(process.pid)
    peak = 0.0
    while process.poll() is None:
        total = 0.0
        try:
            for each in [watched, *watched.children(recursive=True)]:
                try:
                    total += each.memory_full_info().pss
                except psutil.Error:
                    continue
        except psutil.Error:
            pass
        peak = max(peak, total)
        time.sleep(0.33)
    wall = time.monotonic() - begin
    output = process.stdout.read() if process.stdout else ""
    after = os.times()
    cpu = after.children_user + after.children_system
    cpu -= before.children_user + before.children_system
    if process.returncode:
        sys.exit(output)
    return wall, cpu, peak / 2**20, output.count("\n[")


def change_one(study: Path) -> None:
    """Correct one word in one plain-text transcript."""
    for path in sorted((study / "data/private/transcripts").iterdir()):
        if path.suffix in {".txt", ".srt", ".vtt"}:
            text = path.read_bytes()
            path.write_bytes(text.replace(b" the ", b" that ", 1))
            return


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("study", nargs="?", type=Path, default=HOUSE)
    parser.add_argument("--cores", type=int, default=2)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        study = Path(folder) / "study"
        study.mkdir()
        shutil.copytree(arguments.study / "data", study / "data")
        shutil.copy(arguments.study / "config.yaml", study)
        print("| run | wall s | CPU s | peak MiB | jobs |\n| --- | --- | --- | --- | --- |")
        for name in ("cold", "nothing to do", "one transcript changed"):
            if name.startswith("one"):
                change_one(study)
            wall, cpu, peak, jobs = measured(study, arguments.cores)
            print(f"| {name} | {wall:.1f} | {cpu:.1f} | {peak:.0f} | {jobs} |", flush=True)


if __name__ == "__main__":
    main()
