"""A release does not let anybody check a guess at what a private file says."""

import hashlib

from verbatim.audit import chain
from verbatim.release.blind import blinded

ROSTER = "data/private/identifiers/roster.csv"
SPEECH = "results/private/1_ingest/segments/0.csv"
GUESSED = hashlib.sha256(b"name,category\nJane Roe,PERSON\n").hexdigest()


def records(spoken: str = "5a") -> list[dict[str, object]]:
    """Two jobs: one reads speech and roster, the next reads what it made."""
    rest = {"params": {}, "name": "job"}
    read = {ROSTER: GUESSED, SPEECH: spoken}
    made = {"results/private/2_deidentify/automatic.csv": "aa", "results/x.csv": "bb"}
    next_read = {**made, ROSTER: GUESSED}
    return [
        {"rule": "decide", "inputs": read, "outputs": made, **rest},
        {
            "rule": "replace",
            "inputs": next_read,
            "outputs": {"y.csv": "cc"},
            **rest,
        },
    ]


def test_a_guess_cannot_be_checked() -> None:
    """The hash of a private file is not in the records; that of a public one is."""
    first, second = blinded(records())

    assert GUESSED not in str([first, second])
    assert first["outputs"]["results/x.csv"] == "bb"
    assert first["inputs"][ROSTER] == second["inputs"][ROSTER]


def test_speech_is_the_key() -> None:
    """The same study gives the same hashes; who does not have its speech cannot compute them."""
    assert blinded(records()) == blinded(records())
    assert blinded(records())[0]["inputs"][ROSTER] != blinded(records("5b"))[0]["inputs"][ROSTER]


def test_steps_still_fit_together() -> None:
    """A rule that read a private file in another state than it was written is still told."""
    assert chain.behind("y.csv", blinded(records())).breaks == []

    moved = records()
    moved[1]["inputs"] = {"results/private/2_deidentify/automatic.csv": "ab"}
    assert len(chain.behind("y.csv", blinded(moved)).breaks) == 1
