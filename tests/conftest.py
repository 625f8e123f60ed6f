"""What every test may use: the house, and a way to open one of its doors."""

import os
import runpy
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

HOUSE = Path(__file__).parents[1]


class Names(list[str]):
    """A list of paths that also have names, as Snakemake's inputs and outputs are."""

    def __init__(self, **named: str | Path | list[Path]) -> None:
        super().__init__()
        self._named: dict[str, Any] = {}
        for name, value in named.items():
            many = isinstance(value, list)
            shown = [str(one) for one in value] if many else str(value)
            self._named[name] = shown
            self.extend(shown if isinstance(shown, list) else [shown])

    def __getattr__(self, name: str) -> Any:
        try:
            return self._named[name]
        except KeyError:
            raise AttributeError(name) from None


@pytest.fixture
def open_door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Run a door's script on named inputs, outputs and params, in `tmp_path` as study folder."""
    monkeypatch.chdir(tmp_path)

    def opened(
        door: str,
        inputs: dict[str, Any],
        outputs: dict[str, Any],
        params: dict[str, Any] | None = None,
        wildcards: tuple[str, ...] = (),
    ) -> None:
        for each in outputs.values():
            for path in each if isinstance(each, list) else [each]:
                Path(path).parent.mkdir(parents=True, exist_ok=True)
        stand_in = SimpleNamespace(
            rule=door,
            input=Names(**inputs),
            output=Names(**outputs, provenance=tmp_path / f"{door}.provenance.json"),
            params=SimpleNamespace(
                **{"code": "c0de", "lock": "10cc", **(params or {})},
                items={"code": "c0de", "lock": "10cc", **(params or {})}.items,
            ),
            wildcards=list(wildcards),
            log=[str(tmp_path / f"{door}.log")],
        )
        runpy.run_path(
            str(HOUSE / "scripts" / f"{door}.py"),
            init_globals={"snakemake": stand_in},
            run_name="__main__",
        )

    return opened


@pytest.fixture(autouse=True)
def one_thread() -> None:
    """One BLAS thread, as in the workflow, so that numbers repeat."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
