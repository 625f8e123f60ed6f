"""Reading the whole of `data/codebook/`."""

from collections.abc import Iterable
from pathlib import Path

from verbatim.codebook.framework import CODEBOOK, FOLDER, Files, read_framework
from verbatim.codebook.history import HISTORY, read_history
from verbatim.codebook.model import Codebook, Version
from verbatim.errors import StudyError, raise_all


def read_codebook(paths: Iterable[Path]) -> Codebook:
    """Read the framework and its history, and check that they fit together.

    Args:
        paths: Files of `data/codebook/`; codebook.yaml is needed, history.yaml (with the lists
            of codes that it names) only where the framework has changed.

    Raises:
        StudyError: If a file, key or id is missing, unknown or there twice, a change names a
            code that does not stand, or a version's codes are not those of the version before
            with its changes made; names file and, where possible, line.
        StudyErrors: If there are several.
    """
    files = Files({path.name: path for path in paths})
    if CODEBOOK not in files.paths:
        raise StudyError(
            f"{FOLDER}/",
            f"no {CODEBOOK}",
            "the framework: themes, subthemes and codes",
            "docs/code.md shows the smallest one; the ending is .yaml",
        )
    number, codes, line = read_framework(files)
    raise_all(files.errors, limit=20)
    ids = tuple(code.id for code in codes)
    if HISTORY in files.paths:
        versions, names = read_history(files, ids, number, line)
    else:
        versions, names = (Version(number or 1, "", ids),), {}
    raise_all(files.errors, limit=20)
    return Codebook(codes, versions, names | {code.id: code.name for code in codes})
