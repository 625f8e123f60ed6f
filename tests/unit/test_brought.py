"""What people brought is read before the first job; what is wrong with it is told at once."""

import json
import shutil
from pathlib import Path

import pandas as pd
import pytest
from tests.study import HOUSE, TINY

from verbatim import brought
from verbatim.errors import StudyError, StudyErrors
from verbatim.files import sha256
from verbatim.settings import settled
from verbatim.tables.people import Participants


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What people brought to the tiny study; the current folder."""
    shutil.copytree(TINY / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(**settings: object) -> None:
    """Check the study in the current folder."""
    listing = Path("codings.json")
    entries = [{"file": str(path), "sha256": sha256(path)} for path in brought.codings()]
    listing.write_text(json.dumps(entries))
    schema = HOUSE / "workflow/schemas/config.schema.yaml"
    chosen = settled(dict(settings), schema, Path("config.yaml"))
    brought.check(listing, chosen, people())


def people() -> pd.DataFrame:
    """Participants of the study."""
    return Participants.read("data/private/participants.csv")


def test_good_study_passes(study: Path) -> None:
    """The tiny study has nothing to complain of, and no file that goes unread."""
    check()

    assert brought.unread() == ""


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        ("data/private/identifiers/roster.csv", "name\nA\n", "no column category"),
        ("data/private/identifiers/sample.csv", "name\nA\n", "no column interview, segment"),
        ("data/private/quotations.csv", "", "an empty file"),
        ("data/private/codings/consensus.csv", "coder\nx\n", "no column layer, interview"),
        ("data/private/recruitment.yaml", "invited: [", "recruitment.yaml"),
        ("data/codebook/codebook.yaml", "themes: [", "codebook.yaml, line"),
        ("data/codebook/version_1.csv", "", "version_1.csv"),
    ],
    ids=["roster", "sample", "quotations", "codings", "recruitment", "codebook", "first version"],
)
def test_unreadable_file_is_told_once(study: Path, file: str, content: str, expected: str) -> None:
    """A file that cannot be read is one message, before anything is computed."""
    (study / file).write_text(content)
    with pytest.raises(StudyError) as caught:
        check()

    assert expected in str(caught.value)


def test_all_at_once(study: Path) -> None:
    """Mistakes in several files are told together."""
    for name in ("quotations.csv", "identifiers/roster.csv"):
        (study / "data/private" / name).write_text("x\n1\n")
    with pytest.raises(StudyErrors) as caught:
        check()

    assert 2 == len(caught.value.errors)


def test_settings_about_no_column(study: Path) -> None:
    """A grouping by an attribute that nobody has is told once, though two rooms would fall."""
    groups = {"plot": {"attribute": "plott"}}
    with pytest.raises(StudyError, match="the attribute plott"):
        check(groups=groups, report={"attribution": "plot"})
    with pytest.raises(StudyError, match=r"privacy\.publish"):
        check(privacy={"publish": ["plott"]})


@pytest.mark.parametrize(
    "name", ["quotations.csv", "identifiers/roster.csv", "codings/coder_x.csv"]
)
def test_workbook_instead_of_table(study: Path, name: str) -> None:
    """A workbook that nobody saved as CSV is told, not left out; beside its CSV it may lie."""
    path = study / "data/private" / name
    workbook = path.with_suffix(".xlsx")
    workbook.write_bytes(b"PK\x03\x04")
    check()
    path.unlink()
    with pytest.raises(StudyError, match="a workbook of the spreadsheet program"):
        check()


def test_workbook_filled_in_where_it_lies(study: Path) -> None:
    """Answers in the results folder are told before the next run writes over them."""
    made = study / "results/private/2_deidentify/review/0.xlsx"
    record = study / "results/provenance/deidentify_review.json"
    for path in (made, record):
        path.parent.mkdir(parents=True, exist_ok=True)
    made.write_bytes(b"PK as made")
    name = made.relative_to(study).as_posix()
    record.write_text(json.dumps({"outputs": {name: sha256(made)}}))
    check()
    made.write_bytes(b"PK filled in")
    with pytest.raises(StudyError, match="the run would write over it"):
        check()


def test_misspelt_file_does_not_go_unread(study: Path) -> None:
    """A roster under another name is a warning, which does not say the name."""
    folder = study / "data/private/identifiers"
    (folder / "roster.csv").rename(folder / "Jane Doe.csv")

    assert "data/private/identifiers/" in brought.unread()
    assert "Jane" not in brought.unread()


def test_litter_is_no_table(study: Path) -> None:
    """What systems and open programs leave behind is neither read nor spoken of."""
    for name in (".DS_Store", "._consensus.csv", "~$coder_x.xlsx", "Thumbs.db"):
        (study / "data/private/codings" / name).write_bytes(b"\0")
    (study / "data/codebook/.DS_Store").write_bytes(b"\0")
    check()

    assert brought.unread() == ""
