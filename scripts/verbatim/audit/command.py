"""The reviewer's command line: what is asked, what is answered, with which exit code."""

import argparse
import shutil
import sys
from pathlib import Path

from verbatim.audit import manifest, show, verify
from verbatim.audit.trace import trace
from verbatim.errors import StudyError

FINE, FOUND, USAGE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Answer one question about a study or a release.

    Returns:
        0 where all is well, 1 where something was found, 2 where the question or the study cannot
        be understood.
    """
    asked = _parser().parse_args(arguments)
    try:
        if asked.verb == "verify":
            return _verify(asked.target)
        return _trace(asked)
    except StudyError as error:
        print(error, file=sys.stderr)
        return USAGE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="audit.py", description="Check a release, or ask a figure where it comes from."
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="verify | trace")
    one = verbs.add_parser(
        "verify", help="hash a release again and say what was changed, is missing or was added"
    )
    one.add_argument(
        "target",
        type=Path,
        nargs="?",
        default=Path(),
        metavar="RELEASE",
        help="folder of a release or of a study; default: the newest release of the study here",
    )
    two = verbs.add_parser(
        "trace", help="walk from a figure to table, codings, quotations, transcripts and code"
    )
    two.add_argument("figure", metavar="FIGURE", help="path of a figure, or its name, as themes")
    two.add_argument(
        "--mark",
        default="",
        help="theme, subtheme, code or interview in the figure, by name or id; a beginning will do",
    )
    two.add_argument("--group", default="", help="group of participants, in the figure groups")
    two.add_argument("--json", action="store_true", help="everything as JSON, with whole hashes")
    two.add_argument(
        "--limit", type=int, default=20, metavar="N", help="codings shown; 0: all (default: 20)"
    )
    return parser


def _verify(target: Path) -> int:
    home, which = verify.place_of(target)
    problems = verify.release(home) if which == "." else verify.study(home, which)
    if problems:
        print("\n".join(problems))
        print(
            f"\n{len(problems)} findings: this is not the release as it was made.", file=sys.stderr
        )
        return FOUND
    folder = home if which == "." else home / manifest.RELEASES / (which or verify.newest(home))
    listed = manifest.read(folder)
    beside = (
        f"{len(listed.restricted)} restricted files stayed with the study and were not looked at"
        if which == "."
        else "the results beside it are those that it was made from"
    )
    print(f"Release {listed.id}: {len(listed.files) + 2} files as they were made; {beside}.")
    return FINE


def _trace(asked: argparse.Namespace) -> int:
    found = trace(asked.figure, Path.cwd(), asked.mark, asked.group)
    width = min(shutil.get_terminal_size((100, 24)).columns, 100)
    limit = max(asked.limit, 0)
    print(show.as_json(found, limit) if asked.json else show.as_text(found, limit, width))
    wrong = found.chain.breaks or found.changed or not found.picture.intact
    return FOUND if wrong else FINE
