"""Turn tags back into what was said, for whoever holds the key."""

import argparse
import sys
from pathlib import Path

from verbatim.key import reidentify


def main() -> int:
    """Read the command line and turn back."""
    parser = argparse.ArgumentParser(description="Turn the tags of a file back, with the key.")
    parser.add_argument("file", type=Path, help="CSV with interview and text, or any text")
    parser.add_argument("--to", type=Path, required=True, help="under a folder named private")
    parser.add_argument("--reason", required=True, help="why; it is noted beside the key")
    parser.add_argument("--interview", default="", help="id, for a text that does not say it")
    parser.add_argument("--study", type=Path, default=Path(), help="folder of the study")
    given = parser.parse_args()
    return reidentify.run(given.study, given.file, given.to, given.interview, given.reason)


if __name__ == "__main__":
    sys.exit(main())
