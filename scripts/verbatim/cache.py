"""Work done once, kept by content and not by date."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from verbatim import files

CACHE = Path("results/private/cache")


def cached(stage: str, key: list[Any], work: Callable[[], Any]) -> Any:
    """Return the result of `work`, computing it only where this key was never met.

    Args:
        stage: Room or rule, the folder under `results/private/cache/`.
        key: Everything that the result depends on (code fingerprint, lock, parameters, text),
            as JSON values.
        work: Gives the result, as JSON values.

    Returns:
        The result as it reads back from JSON, on a miss too, so that both ways are equal.
    """
    name = hashlib.sha256(json.dumps(key, sort_keys=True).encode()).hexdigest()
    path = CACHE / stage / name[:2] / f"{name}.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        pass
    files.write_json(path, work())
    return json.loads(path.read_text(encoding="utf-8"))
