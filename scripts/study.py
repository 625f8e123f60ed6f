"""Run a study: what `make study` calls."""

import argparse
import sys
from pathlib import Path

from verbatim import launcher


def main() -> int:
    """Read the command line and run the study."""
    parser = argparse.ArgumentParser(description="Run a study from transcripts to release.")
    parser.add_argument("--study", type=Path, default=Path(), help="folder of the study")
    parser.add_argument("--cores", default="all", help="cores to use, as 2; default: all")
    parser.add_argument("targets", nargs="*", help="files to make; default: the release")
    arguments = parser.parse_args()
    return launcher.run(arguments.study, arguments.cores, arguments.targets)


if __name__ == "__main__":
    sys.exit(main())
