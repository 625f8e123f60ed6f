"""Opening a study: everything that is checked and prepared before the first job is planned."""

import os
import shlex
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from verbatim import (
    brought,
    door,
    folder,
    frozen,
    leftovers,
    lock,
    privacy,
    provenance,
    register,
    sequence,
)
from verbatim.deidentify.review.returned import LISTING
from verbatim.errors import StudyError, StudyErrors, raise_all
from verbatim.files import sha256
from verbatim.release import review
from verbatim.settings import settled

TICKETS = "results/private/1_ingest/tickets"
CODINGS = "results/private/4_code/codings.json"


@dataclass
class Study:
    """What rule files need to know of a study; names of people and files are not in it.

    Attributes:
        settings: Every choice, defaults filled in.
        interviews: Ids of the interviews that may be analysed, sorted.
        batches: Interview ids by the name of their batch.
        people: Optional tables that people brought, by role, as paths in the study folder.
        codebook: Files of the framework.
        left_out: Ids of the interviews that may not be analysed, sorted.
        settled: Ids of the interviews that may be analysed and are frozen, sorted.
    """

    settings: dict[str, Any]
    interviews: list[str]
    batches: dict[str, list[str]]
    people: dict[str, list[str]] = field(default_factory=dict)
    codebook: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    settled: list[str] = field(default_factory=list)

    @property
    def frozen(self) -> list[str]:
        """Files of what the team has accepted."""
        return [frozen.path_of(interview).as_posix() for interview in self.settled]

    def tickets(self, wildcards: Any) -> list[str]:
        """Give the tickets of one batch, as an input function."""
        return [f"{TICKETS}/{interview}.json" for interview in self.batches[wildcards.batch]]

    def brought(self, role: str) -> list[str]:
        """Give the table that people brought for this role, or nothing where there is none."""
        return self.people.get(role, [])

    def chosen(self, *names: str) -> Callable[[Any], Any]:
        """Give a setting as a parameter function.

        Values handed to `params` as they are would have their braces read as wildcards.
        """
        value: Any = self.settings
        for name in names:
            value = value[name]
        return lambda _wildcards: value

    def some(self, room: str, *names: str) -> Callable[[Any], dict[str, Any]]:
        """Give several settings of a room as one parameter function, likewise."""
        values = {name: self.settings[room][name] for name in names}
        return lambda _wildcards: values


def opened(config: dict[str, Any], house: Path) -> Study:
    """Check the study in the current folder and prepare it for the workflow.

    Writes the tickets of the interviews and the lists of codings and of answers to the review
    under `results/private/`.
    An error is printed in plain words and ends the program with code 2.
    """
    for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[threads] = "1"
    os.environ["PYTHONHASHSEED"] = "0"
    # Each job is a process of its own: without kept bytecode it would compile the house anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    # Snakemake puts it into a shell command as it is: blanks in the path of a clone would part it.
    if not sys.executable.startswith("'"):
        sys.executable = shlex.quote(sys.executable)
    try:
        return _opened(config, house)
    except (StudyError, StudyErrors) as error:
        _stop(error)
    except OSError as error:
        if not door.is_of_the_machine(error):
            raise
        _stop(door.of_the_machine(error))


def _opened(config: dict[str, Any], house: Path) -> Study:
    folder.check(Path())
    lock.check_free(Path())
    provenance.check_installed()
    settings = settled(config, house / "workflow/schemas/config.schema.yaml", Path("config.yaml"))
    # Where the key lies is nobody's business who gets the results, and `make key` reads it itself.
    del settings["deidentify"]["key"]
    raise_all([*_unpublished(settings), *review.unfounded(settings)])
    privacy.close(Path())
    privacy.check_untracked(Path(), house)
    if not settings["study"]["invented"]:
        for message in privacy.warnings(Path()):
            door.warn(message)
    listed = register.read_register(Path())
    rows = register.consenting(listed, Path())
    for message in sequence.gaps(register.ids_in_order(Path())):
        door.warn(message)
    if left_out := len(listed) - len(rows):
        number = "1 interview is" if left_out == 1 else f"{left_out} interviews are"
        door.warn(f"{number} left out: no consent to be analysed")
    if rows.empty:
        raise StudyError(
            str(register.REGISTER),
            "no interview that may be analysed",
            "at least one, with consent_analyse yes",
        )
    accepted = frozen.freezes(Path())
    if message := frozen.strays(accepted, set(listed["interview"])):
        door.warn(message)
    register.write_tickets(register.tickets(rows, Path(), accepted), Path(TICKETS))
    _write_list(brought.codings(), CODINGS)
    _write_list(brought.answers(), LISTING)
    brought.check(Path(CODINGS), settings, register.taking_part(rows, Path()))
    if message := brought.unread():
        door.warn(message)
    interviews = sorted(rows["interview"])
    batches = register.batches(interviews, settings["batches"])
    leftovers.forget(Path(), interviews, batches)
    return Study(
        settings=settings,
        interviews=interviews,
        batches=batches,
        people=brought.roles(),
        codebook=[path.as_posix() for path in brought.codebook()],
        left_out=sorted(set(listed["interview"]) - set(rows["interview"])),
        settled=sorted(accepted.keys() & set(interviews)),
    )


def _unpublished(settings: dict[str, Any]) -> list[StudyError]:
    """Say which groupings would print an attribute's values against the study's policy."""
    return [
        StudyError(
            f"config.yaml, groups.{name}",
            f"every value of {grouping['attribute']} as a group of its own",
            f"values, or {grouping['attribute']} in privacy.publish",
            "a grouping without values prints each value of its attribute in public results",
        )
        for name, grouping in settings["groups"].items()
        if not grouping.get("values")
        and grouping["attribute"] not in settings["privacy"]["publish"]
    ]


def _write_list(paths: list[Path], listing: str) -> None:
    """List files that people brought and whose names may name people."""
    register.write_if_changed(
        Path(listing), [{"file": path.as_posix(), "sha256": sha256(path)} for path in paths]
    )


def _stop(error: StudyError | StudyErrors) -> NoReturn:
    door.explain(error, "opening")
    sys.exit(2)
