"""Train the model of room 2 from public data sets: docs/model_card.md."""

import argparse
import os
import sys
from pathlib import Path

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"  # before numpy is imported: sums in one order


def main() -> int:
    """Read the command line and train."""
    from verbatim.train import command  # noqa: PLC0415

    parser = argparse.ArgumentParser(description="Train the model that finds identifiers.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data sets")
    parser.add_argument("--into", type=Path, default=command.HOME, help="folder of the model")
    parser.add_argument("--steps", type=int, default=command.PLAN.steps, help="fewer to try it")
    chosen = parser.parse_args()
    return command.run(chosen.data, chosen.into, command.PLAN._replace(steps=chosen.steps))


if __name__ == "__main__":
    sys.exit(main())
