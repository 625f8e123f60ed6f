"""What `make study` does around Snakemake: lock, progress, plain errors, report, verification."""

import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from verbatim import door, files, folder, leftovers, lock, privacy, settings
from verbatim.errors import StudyError, StudyErrors
from verbatim.kept import kept
from verbatim.search.findings import SNAKEMAKE_REPORT

HOUSE = Path(__file__).parents[2]
OUTPUT = Path("results/private/snakemake.log")
"""Everything that Snakemake printed in the last run."""

DRAFT = Path("results/private/snakemake_report.html")
"""Snakemake's own report, until something has changed and the run has ended well."""


@dataclass
class Progress:
    """What Snakemake's output tells about a run, line by line.

    Attributes:
        done: Jobs finished.
        jobs: Jobs planned; 0 until known.
        told: Lines that a door or the opening had for the researcher.
        idle: Whether Snakemake found nothing to do.
        is_bug: Whether one of these lines says that the mistake is ours.
        ended: Signal that ended a job; empty for none.
    """

    done: int = 0
    jobs: int = 0
    told: list[str] = field(default_factory=list)
    idle: bool = False
    is_bug: bool = False
    ended: str = ""

    def hear(self, line: str) -> str | None:
        """Take in one line and return what to print of it, if anything."""
        if line.startswith(door.WARNING):
            return "Warning: " + line.removeprefix(door.WARNING)
        if line.startswith(door.MARK):
            self.told.append(line.removeprefix(door.MARK))
            self.is_bug |= door.BUG in line
            return self.told[-1]
        if match := re.match(r"total +(\d+)", line):
            self.jobs = int(match[1])
        elif match := re.match(r"(\d+) of (\d+) steps", line):
            self.done, self.jobs = int(match[1]), int(match[2])
        elif match := re.match(r"Job \d+: (.+)", line):
            width = len(str(self.jobs))
            return f"[{self.done:>{width}}/{self.jobs}] {match[1]}"
        elif match := re.search(r"died with <Signals\.(\w+)", line):
            self.ended = match[1]
        elif line.startswith("Nothing to be done"):
            self.idle = True
        return None


def run(study: Path, cores: str, targets: list[str]) -> int:
    """Run the study in `study` from transcripts to a verified release.

    Prints progress, then where release and report are and how to audit them.

    Returns:
        Exit code: 0 when the release stands and verifies, 2 for something that the researcher
        must mend, 1 for anything else.
    """
    try:
        study = files.at_home(study)
        folder.check(study)
        _check_cores(cores)
        os.chdir(study)
        settings.check_readable(Path("config.yaml"))
        privacy.close(Path())
        with lock.held(Path()) as descriptor:
            leftovers.sweep(Path())
            return _run(cores, targets, descriptor)
    except (StudyError, StudyErrors) as error:
        _tell(error)
    except BrokenPipeError:
        # The reader, as `head`, has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        if not door.is_of_the_machine(error):
            raise
        _tell(door.of_the_machine(error))
    return 2


def _run(cores: str, targets: list[str], descriptor: int) -> int:
    if any(Path(".snakemake/locks").glob("*")):
        _snakemake(["--unlock", "--quiet", "all"], descriptor, Progress())
    progress = Progress()
    report = [] if targets else ["--report", str(DRAFT), "--report-after-run"]
    with kept(Path()) as put_back:
        code = _snakemake(
            ["--cores", cores, "--scheduler", "greedy", "--rerun-incomplete", *report, *targets],
            descriptor,
            progress,
        )
        if code != 0:
            put_back()
    if code != 0:
        return _failed(progress, code)
    if targets:
        return 0
    if progress.jobs or not SNAKEMAKE_REPORT.is_file():
        DRAFT.replace(SNAKEMAKE_REPORT)
    DRAFT.unlink(missing_ok=True)
    return _finish(progress)


def _finish(progress: Progress) -> int:
    from verbatim.audit import verify  # noqa: PLC0415  only where a run has finished
    from verbatim.release import words  # noqa: PLC0415
    from verbatim.search import again, findings  # noqa: PLC0415

    if found := again.search(Path()):
        _tell(findings.as_error(found))
        return 2
    problems = verify.study(Path())
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    release = verify.newest(Path())
    if not progress.jobs:
        print("Nothing has changed since the last run.")
    if not _is_here():
        print(f"\nIn {Path.cwd()}:", end="")
    print(
        f"\nRelease  results/releases/{release}/ (verified)"
        f"\nReport   results/7_report/report.html"
        f"\nRead     results/private/1_ingest/overview.html (private: how each transcript was read)"
        f"\nAudit    {_audit_command()} trace themes --mark CODE"
        f"\n         {_audit_command()} verify"
    )
    for caution in words.cautions(Path("results")):
        print(f"Note     {caution}")
    return 0


def _is_here() -> bool:
    """Say whether the study is the clone itself, in which the researcher stands."""
    return Path.cwd() == HOUSE


def _audit_command() -> str:
    if _is_here():
        return ".venv/bin/python scripts/audit.py"
    return f"{shlex.quote(sys.executable)} {shlex.quote(str(HOUSE / 'scripts/audit.py'))}"


def _failed(progress: Progress, code: int) -> int:
    if progress.is_bug:
        print("\nStopped. What was finished is kept.", file=sys.stderr)
        return 1
    if progress.told:
        print("\nStopped. What was finished is kept; after mending, `make study` goes on.")
        return 2
    if ended := progress.ended or (signal.Signals(-code).name if code < 0 else ""):
        print(
            f"\nA program of the run was ended from outside ({ended}; SIGKILL may mean that memory"
            " ran out).\nWhat was finished is kept; `make study` goes on from there.",
            file=sys.stderr,
        )
        return 1
    tail = OUTPUT.read_text(encoding="utf-8", errors="replace").splitlines()[-15:]
    print("\n".join(tail), file=sys.stderr)
    print(f"\nStopped by Snakemake; all that it said: {OUTPUT}", file=sys.stderr)
    return 1


def _snakemake(arguments: list[str], descriptor: int, progress: Progress) -> int:
    """Run Snakemake in a process group of its own, under our lock; return its exit code."""
    command = [sys.executable, "-m", "snakemake", "--snakefile", str(HOUSE / "Snakefile")]
    environment = {**os.environ, lock.HELD: "1", "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(
        [*command, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=environment,
        start_new_session=True,
        pass_fds=(descriptor,),
    )
    lock.note_group(Path(), process.pid)
    _end_with_us(process.pid)
    try:
        with OUTPUT.open("w", encoding="utf-8") as written:
            for line in _lines(process.stdout or []):
                written.write(line + "\n")
                if shown := progress.hear(line):
                    print(shown, flush=True)
        return process.wait()
    except BaseException:
        # Nobody reads what we print any more, or we are ended: nothing goes on unseen.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise


def _lines(stream: Iterable[str]) -> Iterator[str]:
    for line in stream:
        yield line.rstrip("\n")


def _end_with_us(group: int) -> None:
    """On Ctrl-C or a polite kill, end Snakemake and its jobs too: nothing goes on unseen."""

    def end(number: int, _frame: object) -> NoReturn:
        with suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)
        print("\nStopped. What was finished is kept; `make study` goes on from there.")
        sys.exit(128 + number)

    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, end)


def _tell(error: StudyError | StudyErrors) -> None:
    print("\n\n".join(door.messages(error, "launcher")), file=sys.stderr)


def _check_cores(cores: str) -> None:
    if cores != "all" and not (cores.isdecimal() and int(cores) > 0):
        raise StudyError(
            "CORES", f"the text {cores!r}", "a whole number from 1, or all", "as in CORES=2"
        )
