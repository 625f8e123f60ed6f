"""Check a release, or ask a figure where it comes from: `verify` and `trace`.

Needs Python 3.11 or newer and nothing else: no environment, no network.
"""

import os
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036  a reviewer has no environment that says so
    sys.exit("audit.py needs Python 3.11 or newer; this is " + sys.version.split()[0])

sys.path.insert(0, str(Path(__file__).parent))

from verbatim.audit.command import main

if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)
