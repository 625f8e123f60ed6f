"""Freeze what a team has accepted: what `make freeze` calls."""

import argparse
import sys
from pathlib import Path

from verbatim import freeze


def main() -> int:
    """Read the command line and freeze."""
    parser = argparse.ArgumentParser(description="Freeze the segments of the last run.")
    parser.add_argument("--study", type=Path, default=Path(), help="folder of the study")
    parser.add_argument("--interviews", default="", help="ids, as P01,P02; default: all")
    arguments = parser.parse_args()
    named = arguments.interviews.split(",") if arguments.interviews else []
    return freeze.run(arguments.study, [one.strip() for one in named])


if __name__ == "__main__":
    sys.exit(main())
