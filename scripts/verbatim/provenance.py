"""What a result was made from: fingerprints of code and lock, and the record beside it."""

import ast
import hashlib
import platform
import re
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache, partial
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.markers import Marker

from verbatim import files
from verbatim.cache import cached
from verbatim.errors import StudyError

SCRIPTS = Path(__file__).parents[1]
HOUSE = SCRIPTS.parent
PACKAGE = Path(__file__).parent.name
LOCK = HOUSE / "requirements.lock"


def code_behind(door: str) -> str:
    """Fingerprint all package code that a door runs, directly or through imports.

    Snakemake notices when a script changes, but not when a module it imports does. Comments,
    layout and docstrings do not count: rewording never re-runs a study. The text, templates and
    word lists that lie beside a module (`<module>.*`, not Python) count with it.

    Returns:
        Twelve hexadecimal digits.
    """
    todo, behind = [SCRIPTS / door], {}
    while todo:
        path = todo.pop()
        if path in behind:
            continue
        code, imported = _read(path, path.stat().st_mtime_ns)
        todo.extend(_files_of(imported))
        behind[path] = f"{path.relative_to(SCRIPTS).as_posix()}\n{code}"
        for beside in sorted(path.parent.glob(f"{path.stem}.*")):
            if beside.suffix not in {".py", ".pyc"}:
                behind[beside] = f"{beside.relative_to(SCRIPTS).as_posix()}\n{files.sha256(beside)}"
    return hashlib.sha256("\n".join(sorted(behind.values())).encode()).hexdigest()[:12]


@cache
def _read(path: Path, _changed: int) -> tuple[str, tuple[str, ...]]:
    """Give the hash of the code without comments and docstrings, and modules that it imports.

    Parsing the whole package takes a second, so what a file's bytes give is kept in the study's
    cache.
    """
    content = path.read_bytes()
    key = ["code", hashlib.sha256(content).hexdigest(), _reader()]
    code, imported = cached("code", key, partial(_parsed, content))
    return str(code), tuple(imported)


def _parsed(content: bytes) -> list[Any]:
    tree = ast.parse(content)
    imported = sorted(set(_package_imports(tree)))
    return [hashlib.sha256(_without_docstrings(tree).encode()).hexdigest(), imported]


@cache
def _reader() -> list[str]:
    """What the reading of code depends on beside its bytes: this module, and Python."""
    return [files.sha256(Path(__file__)), platform.python_version()]


def _files_of(modules: Iterable[str]) -> Iterator[Path]:
    for name in modules:
        path = SCRIPTS.joinpath(*name.split("."))
        for candidate in (path.with_suffix(".py"), path / "__init__.py"):
            if candidate.is_file():
                yield candidate


def _package_imports(tree: ast.AST) -> Iterator[str]:
    """Yield what the code imports of the package: modules, and perhaps names inside them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [str(node.module), *(f"{node.module}.{each.name}" for each in node.names)]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] == PACKAGE)


def _without_docstrings(tree: ast.Module) -> str:
    for node in ast.walk(tree):
        if isinstance(
            node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
        ) and (ast.get_docstring(node, clean=False) is not None):
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree)


@cache
def lock_behind() -> str:
    """Fingerprint of the lock file, as twelve hexadecimal digits.

    Snakemake does not notice an upgraded package; the rules carry this as a parameter.
    """
    return files.sha256(LOCK)[:12]


def locked_versions() -> dict[str, str]:
    """Version of each package that the lock file asks for on this machine, by name."""
    pinned = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\\n]+)(?: *; *([^\\\n]+))?", re.MULTILINE)
    return {
        name: version
        for name, version, marker in pinned.findall(LOCK.read_text(encoding="utf-8"))
        if not marker or Marker(marker.strip()).evaluate()
    }


def check_installed() -> None:
    """Compare what is installed with the lock file.

    Raises:
        StudyError: If a package is missing or has another version.
    """
    for name, version in sorted(locked_versions().items()):
        try:
            installed = metadata.version(name)
        except metadata.PackageNotFoundError:
            installed = "none"
        if installed != version:
            raise StudyError(
                "the installed packages",
                f"{name} {installed}",
                f"{name} {version}, as in requirements.lock",
                "make setup installs what the lock file says",
            )


def commit_of(folder: Path) -> dict[str, Any]:
    """Commit of the code and whether its tree is clean; None where it is not a git clone."""

    def git(*arguments: str) -> str:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments], check=True, capture_output=True, text=True
        ).stdout.strip()

    try:
        if Path(git("rev-parse", "--show-toplevel")) != folder.resolve():
            return {"commit": None, "clean": None}
        tracked = git("status", "--porcelain", "--untracked-files=no")
        return {"commit": git("rev-parse", "HEAD"), "clean": not tracked}
    except (OSError, subprocess.CalledProcessError):
        return {"commit": None, "clean": None}


def record(
    rule: str,
    inputs: Iterable[Path],
    outputs: Iterable[Path],
    params: dict[str, Any],
) -> dict[str, Any]:
    """Describe one finished job.

    Returns:
        Rule, SHA-256 of each input and output under its path in the study folder, the named
        parameters (code and lock fingerprints among them), and `made`: what may differ between
        two runs that give the same bytes (commit, clean tree, Python).
    """
    return {
        **made_from(rule, inputs, params),
        "outputs": _hashes(outputs),
        "made": {
            **commit_of(HOUSE),
            "python": platform.python_version(),
        },
    }


def made_from(rule: str, inputs: Iterable[Path], params: dict[str, Any]) -> dict[str, Any]:
    """Describe what a job works from: the part of its record that is known before it runs."""
    return {"rule": rule, "inputs": _hashes(inputs), "params": params}


def _hashes(paths: Iterable[Path]) -> dict[str, str]:
    return {_shown(path): files.sha256(path) for path in sorted(set(paths))}


def _shown(path: Path) -> str:
    """Path inside the study or inside the house, never the machine's."""
    for root, prefix in ((Path.cwd(), ""), (HOUSE, "house:")):
        if path.resolve().is_relative_to(root.resolve()):
            return prefix + path.resolve().relative_to(root.resolve()).as_posix()
    return path.as_posix() if not path.is_absolute() else path.name
