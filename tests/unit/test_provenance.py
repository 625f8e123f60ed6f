"""A fingerprint changes when behaviour may change, and only then."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from verbatim import provenance


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A door that imports one module, which imports another, which has a word list beside it."""
    monkeypatch.setattr(provenance, "SCRIPTS", tmp_path)
    (tmp_path / "verbatim").mkdir()
    (tmp_path / "verbatim/__init__.py").write_text("")
    (tmp_path / "door.py").write_text('"""Door."""\nfrom verbatim.near import f\n')
    (tmp_path / "verbatim/near.py").write_text("from verbatim import far\nf = far.f\n")
    (tmp_path / "verbatim/far.py").write_text(
        '"""Far."""\n\n\ndef f():\n    """One."""\n    return 1\n'
    )
    (tmp_path / "verbatim/far.txt").write_text("words\n")
    (tmp_path / "verbatim/other.py").write_text("g = 1\n")
    return tmp_path


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    """An edit of one of the package's files."""

    def edited(house: Path) -> None:
        path = house / "verbatim" / name
        path.write_text(path.read_text().replace(old, new))

    return edited


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        (edit("far.py", "return 1", "return 2"), True),
        (edit("far.txt", "words", "other words"), True),
        (edit("far.py", "return 1", "return 1  # one"), False),
        (edit("far.py", '"""One."""', '"""The number one."""'), False),
        (edit("far.py", "return 1", "return  1"), False),
        (edit("other.py", "1", "2"), False),
    ],
    ids=["two imports away", "word list", "comment", "docstring", "layout", "not imported"],
)
def test_what_counts(house: Path, change: Callable[[Path], None], counts: bool) -> None:
    """Behaviour counts, wording does not, nor does a module the door never reaches."""
    before = provenance.code_behind("door.py")
    change(house)

    assert counts == (before != provenance.code_behind("door.py"))


def test_installed_packages_are_those_of_the_lock() -> None:
    """The test's own environment is the one the lock file describes."""
    provenance.check_installed()

    assert "snakemake" in provenance.locked_versions()


def test_other_version_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package of another version than the lock's is named."""
    monkeypatch.setattr(provenance, "locked_versions", lambda: {"pandas": "0.1"})

    with pytest.raises(provenance.StudyError, match=r"pandas 0\.1, as in requirements\.lock"):
        provenance.check_installed()


def test_record_shows_no_machine_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record cites files by their place in the study, whatever the folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text("a\n")
    record = provenance.record("r", [Path("a.csv")], [tmp_path / "a.csv"], {"seed": 1})

    assert list(record["inputs"]) == list(record["outputs"]) == ["a.csv"]
    assert str(tmp_path) not in str(record)


def test_lock_is_read_for_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that the lock file asks for on other machines only is not asked for here."""
    monkeypatch.setattr(provenance, "LOCK", tmp_path / "requirements.lock")
    provenance.LOCK.write_text(
        "here==1.0 \\\n    --hash=sha256:00\n"
        "there==2.0 ; sys_platform == 'elsewhere' \\\n    --hash=sha256:00\n"
        "both==3.0 ; sys_platform != 'elsewhere' \\\n    --hash=sha256:00\n"
    )

    assert {"here": "1.0", "both": "3.0"} == provenance.locked_versions()


def test_commit_is_that_of_the_house(tmp_path: Path) -> None:
    """A house that only lies inside somebody's repository has no commit of its own."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "inside").mkdir()

    assert provenance.commit_of(tmp_path / "inside") == {"commit": None, "clean": None}


def test_remembered_code_is_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the cache gives is what parsing gives; a changed module is parsed anew."""
    monkeypatch.chdir(tmp_path)
    provenance._read.cache_clear()
    first = provenance.code_behind("code_check.py")
    provenance._read.cache_clear()
    monkeypatch.setattr(provenance, "_parsed", lambda _: pytest.fail("parsed twice"))
    assert provenance.code_behind("code_check.py") == first
