"""Doors of room 8, on a finished study in miniature."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests import finished

from verbatim import files
from verbatim.audit import verify
from verbatim.tables.release import Exempt, LeakCheck

LEAKS = Path("results/8_release/leaks.csv")
EXEMPT = Path("results/8_release/exempt.csv")
POINTER = Path("results/8_release/release.json")
PRIVATE = Path("results/private")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished study, built once."""
    return finished.build(tmp_path_factory.mktemp("template") / "study")


@pytest.fixture
def study(template: Path, tmp_path: Path) -> Path:
    """The same, in the folder that the door is opened in."""
    return Path(shutil.copytree(template, tmp_path, dirs_exist_ok=True))


def check(open_door: Callable[..., None]) -> None:
    """Open the door of release_check as the rule does."""
    contents = finished.contents()
    open_door(
        "release_check",
        {
            "public": contents.public,
            "restricted": contents.restricted,
            "spoken": sorted((PRIVATE / "1_ingest/segments").glob("*")),
            "public_text": sorted((finished.RESTRICTED / "2_deidentify/segments").glob("*")),
            "identifiers": PRIVATE / "2_deidentify/identifiers.csv",
            "offsets": PRIVATE / "2_deidentify/offsets.csv",
            "tickets": sorted((PRIVATE / "1_ingest/tickets").glob("*")),
            "roster": [],
            "participants": "data/private/participants.csv",
            "codebook": "results/4_code/codebook.csv",
        },
        {"leaks": LEAKS, "exempt": EXEMPT},
        {"settings": finished.settings()},
    )


def pack(open_door: Callable[..., None], study: Path) -> None:
    """Open the door of release_pack as the rule does, after release_check."""
    contents = finished.contents()
    record = (study / "release_check.provenance.json").read_text()
    (study / "results/provenance/release_check.json").write_text(record)
    open_door(
        "release_pack",
        {
            "public": [path for path in contents.public if path not in {LEAKS, EXEMPT}],
            "restricted": contents.restricted,
            "leaks": LEAKS,
            "exempt": EXEMPT,
            "lock_file": finished.HOUSE / "requirements.lock",
            "rules": [finished.HOUSE / "Snakefile"],
        },
        {"release": POINTER},
        {"settings": finished.settings()},
    )


def refused(call: Callable[..., None], *arguments: Any) -> int:
    """Exit code with which a door stops."""
    with pytest.raises(SystemExit) as stop:
        call(*arguments)
    return int(str(stop.value.code))


def test_report_of_an_earlier_run_is_not_in_the_way(
    open_door: Callable[..., None], study: Path
) -> None:
    """Snakemake's report of the run before may hold a name that is decided on only now."""
    stale = study / "results/8_release/snakemake_report.html"

    def open_beside_it(*arguments: Any) -> None:
        files.write_text(stale, "Zebedee")
        open_door(*arguments)

    check(open_beside_it)

    assert not stale.exists()


def test_check_then_pack_makes_a_release(open_door: Callable[..., None], study: Path) -> None:
    """A clean study passes the check, and its release verifies and holds the check's tables."""
    check(open_door)
    pack(open_door, study)

    assert LeakCheck.read(LEAKS)["findings"].sum() == 0
    assert Exempt.read(EXEMPT)["attribute"].tolist() == ["work"]
    pointer = json.loads(POINTER.read_text())
    assert pointer["path"] == f"results/releases/{pointer['id']}"
    assert (study / pointer["path"] / "8_release/leaks.csv").is_file()
    assert [] == verify.study(study)


def test_pointer_has_the_same_bytes_again(open_door: Callable[..., None], study: Path) -> None:
    """Packing again, an hour later, changes no byte of release.json."""
    check(open_door)
    pack(open_door, study)
    before = POINTER.read_bytes()
    pack(open_door, study)

    assert before == POINTER.read_bytes()


def test_finding_stops_with_place_and_without_name(
    open_door: Callable[..., None],
    study: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A planted name: code 2, the file is named, the name stands in the private list only."""
    (study / "logs/more.log").write_text("read Agathe Mbeki 3.docx")

    assert refused(check, open_door) == 2
    said = capsys.readouterr().err
    assert "logs/more.log" in said
    assert said.count("found:") == 1
    assert "agathe" not in (said + caplog.text).casefold()
    problems = (study / "results/private/problems/release_check.csv").read_text()
    assert "agathe" in problems
    assert not LEAKS.exists()


def test_unknown_attribute_stops(
    open_door: Callable[..., None], study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A policy that publishes an attribute that nobody has is explained."""
    settings = finished.settings()
    settings["privacy"]["publish"] = ["wrok"]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(finished, "settings", lambda: settings)
        assert refused(check, open_door) == 2
    assert "wrok" in capsys.readouterr().err


def test_edited_table_stops_the_release(
    open_door: Callable[..., None], study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A result that was edited by hand is not released; the message says how to mend it."""
    check(open_door)
    path = study / "results/6_compare/themes.csv"
    path.write_text(path.read_text().replace("Owls", "Awls"))

    assert refused(pack, open_door, study) == 2
    said = capsys.readouterr().err
    assert "results/6_compare/themes.csv" in said
    assert "make study" in said
    assert not (study / "results/releases").exists()
