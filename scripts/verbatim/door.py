"""What every door does around its one call: log, errors in plain words, provenance."""

import errno
import logging
import sys
import traceback
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from verbatim import files, kept, provenance
from verbatim.errors import StudyError, StudyErrors
from verbatim.tables.problems import write_problems

MARK = "verbatim: "
"""Begins every line that a door has for the researcher."""

BUG = "this is a bug in Verbatim"
"""Stands in the line that says so."""

WARNING = "verbatim warning: "
"""Begins every line that warns and does not stop."""

PROBLEMS = Path("results/private/problems")
"""Where identifying details of problems go."""

MACHINE = {
    errno.ENOSPC: ("no room left on the disk", "make room, then run again"),
    errno.EDQUOT: ("no room left for this user", "make room, then run again"),
    errno.EROFS: ("a disk that cannot be written", "move the study to one that can"),
    errno.EACCES: ("no permission to write or read there", "see who owns the folder"),
    errno.EPERM: ("no permission to write or read there", "see who owns the folder"),
    errno.ENAMETOOLONG: ("a path too long for this disk", "use a folder with a shorter path"),
    errno.EIO: ("an error of the disk", "copy the study to another one"),
}
"""Where the computer stands in the way, in words, and what to do."""


@contextmanager
def opened(snakemake: Any) -> Iterator[None]:
    """Run a door's call with its log open, then write the provenance record.

    The rule's output `provenance` is the record. A `StudyError` is printed without a traceback
    and ends the job with code 2; its identifying detail goes to a private list of problems. Any
    other exception is a bug of ours: its place is printed, its words stay private.
    """
    log = Path(snakemake.log[0])
    log.parent.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(filename=log, filemode="w", level=logging.INFO, format="%(message)s")
    logging.getLogger().handlers[0].addFilter(_unquoted)
    warnings.showwarning = _warned
    logging.getLogger().addHandler(_Aloud())
    try:
        yield
    except (StudyError, StudyErrors) as error:
        explain(error, _job(snakemake))
        raise SystemExit(2) from None
    except OSError as error:
        if is_of_the_machine(error):
            explain(of_the_machine(error), _job(snakemake))
            raise SystemExit(2) from None
        _admit(error, _job(snakemake))
        raise SystemExit(1) from None
    except Exception as bug:
        _admit(bug, _job(snakemake))
        raise SystemExit(1) from None
    provenance_path = Path(snakemake.output.provenance)
    outputs = [path for path in paths(snakemake.output) if path != provenance_path]
    files.write_json(provenance_path, _record(snakemake, outputs))


def unless_made(main: Callable[[Any, Any, Any], None], snakemake: Any) -> None:
    """Call `main`, unless the run before made the same: then its outputs are put back.

    Snakemake runs a job again when an input was written again, be it with the same bytes. This is
    for figures, which follow from inputs and parameters alone and take seconds to draw.
    """
    work = provenance.made_from(
        snakemake.rule, paths(snakemake.input), dict(snakemake.params.items())
    )
    if kept.put_back_same(Path(snakemake.output.provenance), work):
        logging.info("the same tables, parameters and code as in the run before: put back")
        return
    main(snakemake.input, snakemake.output, snakemake.params)


def _record(snakemake: Any, outputs: list[Path]) -> dict[str, Any]:
    return provenance.record(
        snakemake.rule, paths(snakemake.input), outputs, dict(snakemake.params.items())
    )


def paths(names: str | Iterable[str]) -> list[Path]:
    """Give an input or output of Snakemake's, one or several, as paths."""
    return [Path(name) for name in ([names] if isinstance(names, str) else names)]


def named(inputs: Any, names: Iterable[str]) -> dict[str, list[Path]]:
    """Give several of Snakemake's inputs as paths, by name."""
    return {name: paths(getattr(inputs, name)) for name in names}


def stem(names: str | Iterable[str]) -> Path:
    """Give what the three files of a figure have in common."""
    return paths(names)[0].with_suffix("")


def tell(messages: Iterable[tuple[bool, str]]) -> None:
    """Log what a room has to say; the researcher sees those messages that warn (True)."""
    for wanting, message in messages:
        logging.log(logging.WARNING if wanting else logging.INFO, message)


def explain(error: StudyError | StudyErrors, job: str) -> None:
    """Print the message, each line marked as meant for the researcher, and log it."""
    for message in messages(error, job):
        _say(message)


def messages(error: StudyError | StudyErrors, job: str) -> list[str]:
    """Give what to print of each error; identifying details go to the private list of problems."""
    errors = error.errors if isinstance(error, StudyErrors) else [error]
    return write_problems(errors, PROBLEMS / f"{job}.csv")


def is_of_the_machine(error: OSError) -> bool:
    """Say whether the computer, not the program, stands in the way."""
    return error.errno in MACHINE


def of_the_machine(error: OSError) -> StudyError:
    """Explain what stands in the way; what people brought may have telling names."""
    found, hint = MACHINE[error.errno or errno.EIO]
    path = str(error.filename or "")
    where = path if path.startswith(("results", "logs")) else "the study's folder"
    return StudyError(where, found, "a folder that can be read and written", hint)


def warn(message: str) -> None:
    """Tell the researcher something that does not stop the run."""
    print("\n".join(f"{WARNING}{line}" for line in message.splitlines()), file=sys.stderr)


def _unquoted(record: logging.LogRecord) -> bool:
    """Log of what a library says only where: its words may quote a transcript or a name."""
    if record.name != "root":
        record.msg, record.args = "%s, line %s", (record.name, record.lineno)
        record.exc_info = record.exc_text = record.stack_info = None
    return True


def _warned(  # noqa: PLR0917  as `warnings.showwarning`
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """Log a library's warning in the same way."""
    logging.info("%s at %s, line %s", category.__name__, Path(filename).name, lineno)


class _Aloud(logging.Handler):
    """Prints a room's warnings for the researcher; those of libraries stay in the log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        """Print one warning."""
        if record.levelno == logging.WARNING and record.name == "root":
            warn(record.getMessage())


def _say(message: str) -> None:
    """Log an error and print it, each line marked as meant for the researcher."""
    if logging.getLogger().handlers:
        logging.error(message)
    print("\n".join(MARK + line for line in message.splitlines()), file=sys.stderr)


def _admit(bug: Exception, job: str) -> None:
    """Say that this is a bug and where; its words may quote people, so they stay private."""
    full = PROBLEMS / f"{job}.traceback.txt"
    files.write_text(full, "".join(traceback.format_exception(bug)))
    at = traceback.extract_tb(bug.__traceback__)[-1]
    place = f"{Path(at.filename).name}, line {at.lineno}, in {at.name}"
    message = f"{job}: {BUG} ({type(bug).__name__} at {place}); see {full}"
    _say(message)


def _job(snakemake: Any) -> str:
    """Rule and batch, as in `ingest_read.0`: the name of the job's lists and records."""
    return ".".join([snakemake.rule, *map(str, snakemake.wildcards)])
