"""Running whole studies in tests: as a person would, from outside."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from verbatim.files import sha256

HOUSE = Path(__file__).parents[1]
TINY = HOUSE / "tests/studies/tiny"
STUDY = (sys.executable, str(HOUSE / "scripts/study.py"))


def copy(study: Path, to: Path) -> Path:
    """Copy what people brought, and nothing that was made."""
    shutil.copytree(study, to, ignore=shutil.ignore_patterns("results", "logs", ".snakemake"))
    return to


def start(study: Path, cores: int = 2, **environment: str) -> subprocess.Popen[str]:
    """Start `make study STUDY=study` without make."""
    return subprocess.Popen(
        [*STUDY, "--study", str(study), "--cores", str(cores)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, **environment},
    )


def run(study: Path, cores: int = 2, **environment: str) -> tuple[int, str]:
    """Run a study to its end; give exit code and all that was printed."""
    process = start(study, cores, **environment)
    output, _ = process.communicate(timeout=600)
    return process.returncode, output


def audit(study: Path, *arguments: str) -> tuple[int, str]:
    """Run the reviewer's command in a study folder."""
    finished = subprocess.run(
        [sys.executable, str(HOUSE / "scripts/audit.py"), *arguments],
        cwd=study,
        capture_output=True,
        text=True,
        check=False,
    )
    return finished.returncode, finished.stdout + finished.stderr


def release_of(study: Path) -> str:
    """Id of the newest release."""
    content: dict[str, str] = json.loads((study / "results/8_release/release.json").read_text())
    return content["id"]


def hashes(study: Path) -> dict[str, str]:
    """Hash of every public and restricted artefact, by its path; records of runs left out."""
    results = study / "results"
    left_out = ("private/", "provenance/", "releases/", "8_release/snakemake_report.html")
    return {
        name: sha256(path)
        for path in sorted(results.rglob("*"))
        if path.is_file()
        and not (name := path.relative_to(results).as_posix()).startswith(left_out)
    }
