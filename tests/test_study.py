"""The tiny study runs from transcripts to a verified release, as a person would run it."""

import csv
import json
import os
import re
import shutil
import signal
import time
from pathlib import Path

import psutil
import pytest
from tests import study as studies

pytestmark = pytest.mark.study

NAMES = (
    "Okonkwo",
    "Ngozi",
    "Tobias",
    "Hathersage",
    "Desmond",
    "Prowse",
    "Venkataraman",
    "Tanaka",
    "Pavel",
    "01632 960 417",
    "plots@example.org",
)
"""Direct identifiers of the tiny study that are no ordinary words."""

ROOMS = ("Ingest", "De-identify", "Suggest", "Code", "Saturate", "Compare", "Report", "Release")


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny study, run once on two cores."""
    study = studies.copy(studies.TINY, tmp_path_factory.mktemp("finished") / "study")
    code, output = studies.run(study)

    assert code == 0, output
    assert "Release  results/releases/" in output
    assert "Report   results/7_report/report.html" in output
    assert "Read     results/private/1_ingest/overview.html" in output
    assert "Okonkwo" in (study / "results/private/1_ingest/overview.html").read_text()
    assert "audit.py verify" in output
    return study


@pytest.fixture
def again(finished: Path, tmp_path: Path) -> Path:
    """A copy of the finished study, to change."""
    return Path(shutil.copytree(finished, tmp_path / "study", symlinks=True))


def test_second_run_says_that_nothing_has_changed(finished: Path) -> None:
    """A run with nothing to do says so and still verifies."""
    before = studies.hashes(finished)
    code, output = studies.run(finished)

    assert code == 0, output
    assert "Nothing has changed" in output
    assert before == studies.hashes(finished)


def test_one_core_elsewhere_same_release(finished: Path, tmp_path: Path) -> None:
    """Another folder, one core, another locale and time zone give the same release id."""
    study = studies.copy(studies.TINY, tmp_path / "another place" / "étude")
    code, output = studies.run(study, cores=1, LC_ALL="C", TZ="Asia/Tokyo")

    assert code == 0, output
    assert studies.release_of(finished) == studies.release_of(study)
    assert studies.hashes(finished) == studies.hashes(study)


def _without(path: Path, interview: str) -> None:
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.reader(handle))
    kept = [row for row in rows if interview not in row]
    with path.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle, lineterminator="\n").writerows(kept)


def test_interviews_added_one_by_one_same_bytes(finished: Path, tmp_path: Path) -> None:
    """A study that grew has the same bytes as one that was run at once."""
    study = studies.copy(studies.TINY, tmp_path / "study")
    private = study / "data/private"
    for table in private.rglob("*.csv"):
        _without(table, "T03")
    (private / "transcripts/T03.srt").unlink()
    code, output = studies.run(study)

    assert code == 0, output
    assert studies.release_of(finished) != studies.release_of(study)

    shutil.copytree(studies.TINY / "data", study / "data", dirs_exist_ok=True)
    code, output = studies.run(study)

    assert code == 0, output
    assert studies.hashes(finished) == studies.hashes(study)


def test_changed_transcript_reruns_one_batch(again: Path) -> None:
    """One transcript corrected: its batch is read again, no other, and the pooled rooms follow."""
    segments = again / "results/private/1_ingest/segments"
    mentions = again / "results/private/2_deidentify/mentions"
    before = {
        path: path.stat().st_mtime_ns for each in (segments, mentions) for path in each.glob("*")
    }
    transcript = again / "data/private/transcripts/T03.srt"
    transcript.write_text(transcript.read_text().replace("the wrong boots", "the wrong hat"))
    code, output = studies.run(again)

    assert code == 0, output
    changed = {path for path, date in before.items() if path.stat().st_mtime_ns != date}
    assert sorted(path.parent.name for path in changed) == ["mentions", "segments"]
    assert "text_changed" in (again / "results/4_code/counts.csv").read_text()
    recode = (again / "results/restricted/4_code/recode.csv").read_text()
    assert len(recode.splitlines()) >= 1


def test_touched_transcript_reruns_nothing(again: Path) -> None:
    """A transcript with a new date and the same bytes is the same transcript."""
    for path in (again / "data/private/transcripts").iterdir():
        path.touch()
    code, output = studies.run(again)

    assert code == 0, output
    assert "Nothing has changed" in output


def test_no_name_leaves_the_private_folders(finished: Path) -> None:
    """No direct identifier stands in a public or restricted file, log or Snakemake record."""
    left = []
    for path in finished.rglob("*"):
        if not path.is_file() or "private" in path.relative_to(finished).parts:
            continue
        content = path.read_bytes()
        left += [(path, name) for name in NAMES if name.encode() in content]

    assert [] == left


def test_nobody_learns_where_the_key_lies(finished: Path) -> None:
    """The settings that a release records do not say where the key is kept."""
    release = finished / "results/releases" / studies.release_of(finished)
    settings = json.loads((release / "manifest.json").read_text(encoding="utf-8"))["settings"]
    assert "model" in settings["deidentify"]
    assert "key" not in settings["deidentify"]


def test_killed_in_each_room_same_release(finished: Path, tmp_path: Path) -> None:
    """However often a run is killed, the next one goes on and ends with the same release."""
    study = studies.copy(studies.TINY, tmp_path / "study")
    rooms = ("Read transcripts", "Find identifying", "Check the codings", "Suggest codes")
    rooms += ("Count new codes", "Count participants", "Write the report", "Make the release")
    for room in rooms:
        process = studies.start(study)
        assert process.stdout
        for line in process.stdout:
            if room in line:
                time.sleep(0.3)
                process.send_signal(signal.SIGKILL)
                break
        process.wait()
    code, output = studies.run(study)

    assert code == 0, output
    assert studies.release_of(finished) == studies.release_of(study)
    assert [] == list((study / "results/releases").glob(".*"))


def test_second_run_at_the_same_time_stops(tmp_path: Path) -> None:
    """Two runs in one folder: the second says that another is at work, and stops."""
    study = studies.copy(studies.TINY, tmp_path / "study")
    first = studies.start(study)
    assert first.stdout
    first.stdout.readline()
    code, output = studies.run(study)
    os.kill(first.pid, signal.SIGTERM)
    first.wait()

    assert code == 2
    assert "another run at work" in output


def _works_in(process: psutil.Process, group: int) -> bool:
    try:
        return os.getpgid(process.pid) == group and process.status() != psutil.STATUS_ZOMBIE
    except (psutil.Error, ProcessLookupError):
        return False


def test_nothing_goes_on_unread(tmp_path: Path) -> None:
    """Where nobody reads the output any more, as behind `head`, run and jobs end quietly."""
    study = studies.copy(studies.TINY, tmp_path / "study")
    first = studies.start(study)
    assert first.stdout
    first.stdout.readline()
    first.stdout.close()
    first.wait(timeout=120)
    group = json.loads((study / "results/private/run.lock").read_text()).get("group")

    assert first.returncode == 1
    assert [] == [one for one in psutil.process_iter() if _works_in(one, group)]


def test_result_edited_by_hand_is_noticed(again: Path) -> None:
    """A number changed in a finished table fails the next run, which says which file it is."""
    path = again / "results/6_compare/themes.csv"
    path.write_text(path.read_text().replace(",3,", ",2,", 1))
    code, output = studies.run(again)

    assert code == 2
    assert "results/6_compare/themes.csv" in output


@pytest.mark.parametrize("damage", ["flip", "remove", "add"])
def test_damaged_release_does_not_verify(again: Path, damage: str) -> None:
    """One flipped byte, a missing file or an added file: verify says which."""
    release = again / "results/releases" / studies.release_of(again)
    path = next(release.rglob("themes.csv"))
    if damage == "flip":
        content = bytearray(path.read_bytes())
        content[-2] ^= 1
        path.write_bytes(bytes(content))
    elif damage == "remove":
        path.unlink()
    else:
        path = path.with_name("added.csv")
        path.write_text("added\n")
    code, output = studies.audit(again, "verify")

    assert code == 1
    assert path.name in output


def test_snakemake_makes_its_report(finished: Path) -> None:
    """Snakemake's own report holds every room, and each caption is filled in."""
    report = (finished / "results/8_release/snakemake_report.html").read_text(encoding="utf-8")

    for number, room in enumerate(ROOMS, start=1):
        assert f'"{number}. {room}"' in report
    assert "Random numbers start from the seed" in report
    assert "{{ snakemake" not in report
    assert "{% if" not in report


def test_reflexive_study_claims_neither(tmp_path: Path) -> None:
    """Under the reflexive stance a release is made without agreement and saturation."""
    study = studies.copy(studies.TINY, tmp_path / "study")
    with (study / "config.yaml").open("a") as config:
        config.write("stance: reflexive\n")
    code, output = studies.run(study)

    assert code == 0, output
    made = {path.stem for path in (study / "results").rglob("*.csv")}
    assert {"themes", "codebook"} <= made
    assert not {"agreement", "saturation", "stopping"} & made


def test_trace_leads_to_the_words(finished: Path) -> None:
    """From a mark in the theme figure to the quotations behind it, and to nobody's name."""
    code, output = studies.audit(finished, "trace", "themes", "--mark", "Waiting list")

    assert code == 0, output
    said = re.sub(r"\s+", " ", output)
    assert "I waited six years" in said
    assert "T01" in said
    assert not [name for name in NAMES if name in output]


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            "data/private/interviews.csv",
            "T02,T02.vtt",
            "T01,T02.vtt",
            "the interview T01 twice",
        ),
        ("data/private/interviews.csv", "T02,T02.vtt", "T02,none.vtt", "row 3 (T02)"),
        ("config.yaml", "batches: 2", "batches: two", "config.yaml, line 6"),
        ("data/private/codings/consensus.csv", "T02,5,company", "T02,5,compny", "row 8"),
        ("data/private/codings/consensus.csv", "T02,5,company", "T02,55,company", "row 8"),
        (
            "data/private/transcripts/T03.srt",
            "Interviewer: Did",
            "Reporter: Did",
            "an unknown speaker label",
        ),
    ],
    ids=["id twice", "no file", "wrong type", "unknown code", "unknown segment", "unknown label"],
)
def test_bad_input_is_one_clear_error(
    again: Path, file: str, old: str, new: str, expected: str
) -> None:
    """Bad input stops the run with one message, and what was made before stays as it was.

    Mending is tried where a job stopped; the others stopped before the first job.
    """
    before = studies.hashes(again)
    path = again / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    code, output = studies.run(again)

    assert code == 2, output
    assert expected in output
    assert "Traceback" not in output
    assert "found:" in output
    assert "expected:" in output
    after = studies.hashes(again)
    assert [] == [name for name in before if after.get(name) != before[name]]
    if not file.endswith(".srt"):
        return
    path.write_text(text)
    code, output = studies.run(again)

    assert code == 0, output
    assert before == studies.hashes(again)
