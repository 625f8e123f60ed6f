"""The launcher hears what matters in Snakemake's output."""

import pytest

from verbatim.launcher import Progress


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Job 3: Read transcripts, batch 0.", "[ 2/27] Read transcripts, batch 0."),
        ("verbatim: data/private/interviews.csv, row 3", "data/private/interviews.csv, row 3"),
        ("verbatim warning: P02 is missing", "Warning: P02 is missing"),
        ("Reason: Missing output files", None),
        ("2 of 27 steps (7%) done", None),
    ],
    ids=["a job", "a message", "a warning", "noise", "a count"],
)
def test_heard(line: str, shown: str | None) -> None:
    """Jobs are shown with their count, messages without their mark, the rest is not shown."""
    progress = Progress(done=2, jobs=27)

    assert shown == progress.hear(line)


def test_nothing_to_do_is_noticed() -> None:
    """A run with nothing to do is told apart."""
    progress = Progress()
    progress.hear("Nothing to be done (all requested files are present and up to date).")

    assert progress.idle


def test_what_ended_a_job_is_noticed() -> None:
    """A job that the computer killed, and a mistake that is ours, are told from bad input."""
    progress = Progress()
    progress.hear("Command 'set -e; python x.py' died with <Signals.SIGKILL: 9>.")
    assert progress.ended == "SIGKILL"
    assert not progress.is_bug

    progress.hear("verbatim: code_check: this is a bug in Verbatim (KeyError at x.py, line 3)")
    assert progress.is_bug
