"""Shared by every room: the study, its batches, and the fingerprints of code and lock."""

import sys
from pathlib import Path

sys.path.insert(0, f"{workflow.basedir}/scripts")

from verbatim import opening
from verbatim.provenance import code_behind, lock_behind

STUDY = opening.opened(config, Path(workflow.basedir))
config.update(STUDY.settings)
BATCHES = list(STUDY.batches)
LOCK = lock_behind()
REFLEXIVE = config["stance"] == "reflexive"


wildcard_constraints:
    batch=r"\d+",
