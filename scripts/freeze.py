"""Freeze what a team has accepted: what `make freeze` calls."""

import argparse
import sys
from pathlib import Path

from verbatim import door, freeze
from verbatim.errors import StudyError, StudyErrors


def main() -> int:
    """Read the command line, freeze, and say what was frozen."""
    parser = argparse.ArgumentParser(description="Freeze the segments of the last run.")
    parser.add_argument("--study", type=Path, default=Path(), help="folder of the study")
    parser.add_argument("--interviews", default="", help="ids, as P01,P02; default: all")
    arguments = parser.parse_args()
    chosen = [one.strip() for one in arguments.interviews.split(",") if one.strip()]
    try:
        print("\n".join(freeze.run(arguments.study, chosen)))
    except (StudyError, StudyErrors) as error:
        print("\n\n".join(door.messages(error, "freeze")), file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
