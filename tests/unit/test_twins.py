"""Written files never differ from what they are written from."""

from pathlib import Path

import pytest

from verbatim import provenance, twins
from verbatim.tables.base import Table


@pytest.mark.parametrize("path", [*twins.environments(), *twins.dictionary()], ids=str)
def test_twin_is_up_to_date(path: Path) -> None:
    """Each written file says what its source says; `make twins` repairs it."""
    expected = {**twins.environments(), **twins.dictionary()}[path]

    assert expected == (provenance.HOUSE / path).read_text(encoding="utf-8"), "run: make twins"


def test_demonstration_files_are_listed() -> None:
    """Every private file that git tracks stands in the list of invented files."""
    if not (provenance.HOUSE / ".git").exists():
        pytest.skip("not a git clone")
    ((path, expected),) = twins.demonstration().items()

    assert expected == (provenance.HOUSE / path).read_text(encoding="utf-8"), "run: make twins"


@pytest.mark.parametrize("room", twins.ROOMS)
def test_every_table_and_column_says_what_it_holds(room: str) -> None:
    """Each table's docstring begins 'One row per' and each column has a description."""
    found: list[type[Table]] = twins._tables_of(room)

    assert found
    for table in found:
        assert (table.__doc__ or "").startswith("One row per"), table.__name__
        assert all(column.description for column in table.to_schema().columns.values())


def test_lock_names_no_registry() -> None:
    """The lock files hold names, versions and hashes, and no address."""
    for name in ("requirements.lock", "requirements-test.lock"):
        text = (provenance.HOUSE / name).read_text(encoding="utf-8")

        assert "://" not in text
        assert "--index-url" not in text
