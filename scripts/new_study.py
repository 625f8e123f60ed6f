"""Begin a study folder from transcripts: what `make new-study` calls."""

import argparse
import sys
from pathlib import Path

from verbatim.newstudy import command


def main() -> int:
    """Read the command line and write the folder."""
    parser = argparse.ArgumentParser(description="Begin a study folder, or add new transcripts.")
    parser.add_argument("--study", default="", help="folder of the study, new or not")
    parser.add_argument("--files", default="", help="folder to copy transcripts from")
    arguments = parser.parse_args()
    files = Path(arguments.files) if arguments.files else None
    return command.run(arguments.study, files)


if __name__ == "__main__":
    sys.exit(main())
