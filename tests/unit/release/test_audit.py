"""What a reviewer asks: whether a release is as it was made, and what stands behind a mark."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests import finished

from verbatim.audit import pictures, verify
from verbatim.audit.marks import Mark, marks, named
from verbatim.errors import StudyError

AUDIT = finished.HOUSE / "scripts/audit.py"


def audit(*arguments: str, here: Path) -> tuple[int, str]:
    """Run the command as a reviewer does: plain Python, no installed packages, no environment."""
    done = subprocess.run(
        [sys.executable, "-S", "-E", str(AUDIT), *arguments],
        cwd=here,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def made(study: Path) -> Path:
    """The study's release."""
    return study / finished.release()


def test_fine_release_says_one_calm_line(study: Path, made: Path) -> None:
    """An untouched release verifies from its study, by its path, and alone elsewhere."""
    alone = shutil.copytree(made, study.parent / "sent to a reviewer")
    for arguments, here in (((), study), ((str(made),), study), ((), alone)):
        code, said = audit("verify", *arguments, here=here)

        assert (code, len(said.splitlines())) == (0, 1)
        assert made.name in said


def test_every_flipped_byte_is_found(study: Path, made: Path) -> None:
    """One bit flipped, in turn in each file of the release, is found and the file is named."""
    for path in sorted(path for path in made.rglob("*") if path.is_file()):
        before = path.read_bytes()
        for at in {0, len(before) // 2, len(before) - 1}:
            flipped = bytearray(before)
            flipped[at] ^= 1
            path.write_bytes(bytes(flipped))
            problems = verify.release(made)
            name = path.relative_to(made).as_posix()
            assert [line for line in problems if name in line], (name, at, problems)
        path.write_bytes(before)
    assert [] == verify.release(made)


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        ("missing", "6_compare/themes.csv: missing"),
        ("added", "6_compare/notes.txt: added"),
        ("hidden", ".hidden: added"),
        ("link", "6_compare/themes.csv: changed"),
        ("sums gone", "SHA256SUMS: missing"),
    ],
)
def test_missing_and_added_files_are_found(
    study: Path, made: Path, damage: str, expected: str
) -> None:
    """A file taken away, put in or replaced by a link fails with exit code 1 and is named."""
    table = made / "6_compare/themes.csv"
    if damage == "missing":
        table.unlink()
    elif damage == "added":
        (made / "6_compare/notes.txt").write_text("note")
    elif damage == "hidden":
        (made / ".hidden").write_text("")
    elif damage == "link":
        table.rename(study / "themes.csv")
        table.symlink_to(study / "themes.csv")
    else:
        (made / "SHA256SUMS").unlink()
    code, said = audit("verify", here=study)

    assert code == 1
    assert expected in said
    assert "Traceback" not in said


def test_figure_of_another_table_is_found(study: Path) -> None:
    """A figure that was drawn from another table than the one beside it does not verify."""
    path = study / "results/6_compare/themes.csv"
    path.write_text(path.read_text().replace("Owls", "Owlets"))
    finished.record_all()
    made = finished.release()

    problems = verify.release(made)
    assert problems == [
        f"6_compare/themes{each}: drawn from another table than themes.csv beside it"
        for each in (".pdf", ".png", ".svg")
    ]


@pytest.mark.parametrize("suffix", [".svg", ".pdf", ".png"])
def test_metadata_of_each_kind_of_figure_is_read(study: Path, suffix: str) -> None:
    """The table's hash is read out of SVG, PDF and PNG without any library."""
    stem = study / "results/6_compare/themes"

    assert pictures.source(stem.with_suffix(suffix))["rule"] == "compare_draw"
    assert pictures.title(stem.with_suffix(suffix)) == "Figure themes"


@pytest.mark.parametrize(
    "name", ["6_compare/groups.csv", "restricted/4_code/carried.csv", "4_code/agreement.png"]
)
def test_result_edited_by_hand_is_named(study: Path, made: Path, name: str) -> None:
    """A working copy, public or restricted, that differs from the release is named, with help."""
    path = study / "results" / name
    path.write_bytes(path.read_bytes() + b"\n")
    code, said = audit("verify", here=study)

    assert code == 1
    assert f"results/{name}: edited by hand" in said
    assert "delete that file and run `make study` again" in said


def test_newer_result_is_not_called_edited(study: Path, made: Path) -> None:
    """A table that its rule wrote anew after the release is newer, not edited."""
    path = study / "results/6_compare/groups.csv"
    path.write_text(path.read_text().replace("wood,In", "wood,Deep in"))
    finished.record_all()

    assert any("newer than the release" in line for line in verify.study(study))


def test_pointer_edited_by_hand_is_named(study: Path, made: Path) -> None:
    """release.json that lists other hashes than the release is named."""
    path = study / "results/8_release/release.json"
    path.write_text(path.read_text().replace("6_compare", "6_komparu"))

    assert verify.study(study) == [f"results/8_release/release.json: edited by hand; {verify.MEND}"]


def test_no_study_is_one_clear_message(tmp_path: Path) -> None:
    """Outside a study both questions end with code 2 and say what is expected."""
    for arguments in (("verify",), ("trace", "themes")):
        code, said = audit(*arguments, here=tmp_path)
        assert code == 2
        assert "expected:" in said
        assert "Traceback" not in said


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("themes", "--mark", "Oak trees"), ["under the oak in May", "2024-03-09"]),
        (("themes", "--mark", "OAK"), ["2 codings on 2 segments of 1 participant, as the figure"]),
        (("results/6_compare/themes.pdf", "--mark", "oak"), ["under the oak", "at 0:01:05"]),
        (("themes", "--mark", "theme:wood"), ["3 codings on 3 segments of 2", "ash, oak, owl"]),
        (("themes", "--mark", "in the"), ["Codes of this theme"]),
        (("themes", "--mark", "Tre"), ["Trees (subtheme trees)"]),
        (("groups", "--mark", "wood", "--group", "schools"), ["grant him sleep", "1 coding on 1"]),
        (("presence", "--mark", "p02"), ["owl, deviant", "segment 2"]),
        (("presence", "--mark", "oak", "--group", "P01"), ["2 codings on 2 segments"]),
        (("saturation", "--mark", "P02"), ["1 code not met in the 1 interview before P02: owl"]),
        (("saturation", "--mark", "P01"), ["1 code not met in the 0 interviews before P01: oak"]),
        (("agreement", "--mark", "oak"), ["anna (independent), 2024-03-01", "1 coding of anna"]),
        (("themes",), ["Marks to point at", "2 transcripts", "compare_count"]),
        (("themes", "--mark", "oak", "--limit", "1"), ["and 1 more codings"]),
    ],
)
def test_trace_walks_from_mark_to_words(
    study: Path, made: Path, arguments: tuple[str, ...], expected: list[str]
) -> None:
    """Each mark leads to its codings, quotations, the transcript's hash and the rules."""
    code, said = audit("trace", *arguments, here=study)

    assert code == 0, said
    assert not [each for each in expected if each not in said], said
    if "--mark" in arguments:
        assert "transcript 111111111111" in said or "transcript 222222222222" in said
    assert "code c0de, lock 10cc, commit abc" in said
    assert "Agathe" not in said


def test_trace_as_json_has_whole_hashes(study: Path, made: Path) -> None:
    """--json gives rows, codings with words, transcripts' hashes and the chain of rules."""
    code, said = audit("trace", "themes", "--mark", "owl", "--json", here=study)
    content = json.loads(said)

    assert code == 0
    assert content["picture"]["intact"] is True
    assert content["quoted"][0]["segment"]["text"].startswith("Owls. Mr [PERSON 1]")
    assert content["quoted"][0]["transcript"] == "2" * 64
    rules = [step["rule"] for step in content["chain"]["steps"]]
    assert rules == ["compare_draw", "compare_count", "code_check", "ingest_read"]


def test_trace_of_a_release_alone_says_what_is_missing(study: Path, made: Path) -> None:
    """With only the release, the chain is printed up to hashes, and what is not held is said."""
    alone = Path(shutil.copytree(made, study.parent / "alone"))
    shutil.rmtree(study)
    code, said = audit("trace", "themes", "--mark", "oak", here=alone)

    assert code == 0
    assert "compare_count: code c0de" in said
    assert "restricted/4_code/carried.csv: not part of a release" in said


def test_trace_without_private_folder_says_so(study: Path, made: Path) -> None:
    """Where the private folder is not readable, quotations are shown and hashes said to lack."""
    shutil.rmtree(study / "results/private")
    code, said = audit("trace", "themes", "--mark", "oak", here=study)

    assert code == 0
    assert "under the oak" in said
    assert "transcript not readable from here" in said
    assert "results/private: not readable from here" in said


def test_trace_notices_edited_table(study: Path, made: Path) -> None:
    """A table edited after the figure was drawn: the trace says so and ends with code 1."""
    path = study / "results/6_compare/themes.csv"
    path.write_text(path.read_text().replace("Owls", "Owlets"))
    code, said = audit("trace", "themes", "--mark", "owl", here=study)

    assert code == 1
    assert "NOT the table that the figure was drawn from" in said
    assert "Changed since the records were written" in said


def test_trace_notices_rule_that_read_another_state(study: Path, made: Path) -> None:
    """A record whose input is not what the rule before wrote breaks the chain, and is named."""
    path = study / "results/provenance/compare_draw.json"
    record = json.loads(path.read_text())
    record["inputs"]["results/6_compare/themes.csv"] = "0" * 64
    path.write_text(json.dumps(record))
    code, said = audit("trace", "themes", here=study)

    assert code == 1
    assert "compare_draw read it in another state than compare_count wrote it" in said


KNOWN = [
    Mark("theme", "levels", "Levels"),
    Mark("subtheme", "levels", "Levels"),
    Mark("code", "money", "Money"),
    Mark("code", "money_time", "Money and time"),
    Mark("code", "trust", "Trust, slowly"),
]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("money", "money"),  # whole id before longer ones that begin alike
        ("Money and", "money_time"),  # a beginning of the name
        ("slowly", "trust"),  # a part of the name, where nothing begins so
        ("THEME:levels", "levels"),  # kind and id tell two of one name apart
    ],
)
def test_mark_is_found_by_name_id_or_beginning(asked: str, expected: str) -> None:
    """Names and ids in any case, whole before beginnings before parts."""
    assert named(asked, KNOWN, "x").id == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [("levels", "theme levels"), ("mon", "Money and time"), ("zebra", "one of")],
)
def test_unclear_mark_lists_choices(asked: str, expected: str) -> None:
    """Several that fit, or none: the message lists what can be asked for."""
    with pytest.raises(StudyError) as error:
        named(asked, KNOWN, "x")
    assert expected in str(error.value)


def test_marks_are_named_as_the_figure_names_them() -> None:
    """A figure prints names of codes, so names can be asked for where its table has ids only.

    A theme without subthemes is its own subtheme in the table; asked by name, it is one mark.
    """
    codebook = [
        {"code": "nap", "name": "Napping at work", "theme": "rest", "subtheme": "rest"},
        {"code": "pay", "name": "Pay", "theme": "work", "subtheme": "money"},
    ]
    by_id = [{"code": "nap", "interview": "P01", "segments": "1"}]
    outlined = [
        {"level": level, "id": one, "name": one.title()}
        for level, one in [("theme", "rest"), ("subtheme", "rest"), ("subtheme", "money")]
    ]

    assert named("napping", marks(by_id, codebook), "presence").id == "nap"
    assert str(named("Rest", marks(outlined, codebook), "themes")) == "Rest (theme rest)"
    assert named("subtheme:money", marks(outlined, codebook), "themes").id == "money"
