"""Write the key of a study: what `make key` calls."""

import argparse
import sys
from pathlib import Path

from verbatim.key import make


def main() -> int:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(description="Write the key: who stands behind each tag.")
    parser.add_argument("--study", type=Path, default=Path(), help="folder of the study")
    parser.add_argument("--seal", action="store_true", help="encrypt it with a passphrase")
    arguments = parser.parse_args()
    return make.run(arguments.study, seal=arguments.seal)


if __name__ == "__main__":
    sys.exit(main())
