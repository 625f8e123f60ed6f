"""A release is named by its content, whole or not there, and never of edited results."""

import json
import os
import shutil
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests import finished

from verbatim import files
from verbatim.audit import manifest, verify
from verbatim.errors import StudyError, StudyErrors
from verbatim.release import pack, words

RECALL = "category,checked,found\nPERSON,8,7\ndirect,10,9\n"
CAUTIONS = {
    "measured": (RECALL, "undecided\n0\n", ["found 9 of 10"]),
    "unmeasured": ("category,checked,found\n", "undecided\n", ["has not been measured"]),
    "words nobody decided on": (RECALL, "undecided\n2\n1\n", ["found 9 of 10", "3 words could be"]),
}


def test_the_order_of_speech_is_part_of_what_was_said(tmp_path: Path) -> None:
    """The id of a release hangs on which segment follows which, and not on the batches."""
    lines = ["P01,1,Yes.", "P01,9,No.", "P01,2,Well."]

    def hashed(*batches: list[str]) -> str:
        paths = [tmp_path / f"{number}.csv" for number in range(len(batches))]
        for path, rows in zip(paths, batches, strict=True):
            files.write_text(path, "\n".join(["interview,segment,text", *rows, ""]))
        return manifest.text_hash(paths)

    said = hashed([*lines, "P02,1,Oh."])
    assert hashed(["P02,1,Oh."], lines) == said
    assert hashed([*sorted(lines), "P02,1,Oh."]) != said


@pytest.mark.parametrize(("recall", "quotations", "said"), CAUTIONS.values(), ids=CAUTIONS.keys())
def test_release_says_what_nobody_checked(
    tmp_path: Path, recall: str, quotations: str, said: list[str]
) -> None:
    """Its README tells how much is known of what the program misses, and what is undecided."""
    files.write_text(tmp_path / "2_deidentify/recall.csv", recall)
    files.write_text(tmp_path / "7_report/quotations.csv", quotations)
    cautions = list(words.cautions(tmp_path))

    assert len(cautions) == len(said)
    assert all(part in caution for part, caution in zip(said, cautions, strict=True))
    readme = words.readme(finished.settings(), "00", cautions)
    assert all(caution in readme for caution in cautions)


def test_release_holds_public_results_and_verifies(study: Path) -> None:
    """Every public artefact lies in its room's folder; no restricted or private one does."""
    made = finished.release()

    names = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
    assert {"6_compare/themes.svg", "6_compare/themes.csv", "7_report/report.html"} <= names
    assert {"README.md", "CITATION.cff", "manifest.json", "SHA256SUMS"} <= names
    assert {"ro-crate-metadata.json", "provenance/compare_count.json"} <= names
    assert not [name for name in names if "restricted" in name or "private" in name]
    assert [] == verify.release(made)
    assert [] == verify.study(study)


def test_restricted_files_are_listed_by_hash(study: Path) -> None:
    """The manifest knows each restricted file by path, length and hash; the id depends on it."""
    made = finished.release()
    listed = manifest.read(made)
    path = study / "results/restricted/4_code/carried.csv"

    entry = next(each for each in listed.restricted if each.path == "restricted/4_code/carried.csv")
    assert (entry.bytes, entry.counts) == (path.stat().st_size, True)
    path.write_text(path.read_text().replace("anna", "anne"))
    assert finished.release().name != made.name


def test_batches_leave_the_id_alone(study: Path) -> None:
    """The same text in two batches instead of one gives the same id: it counts as a whole."""
    first = finished.release()
    whole = study / "results/restricted/2_deidentify/segments/0.csv"
    header, *lines = whole.read_text().splitlines(keepends=True)
    whole.write_text("".join([header, *lines[3:]]))
    whole.with_name("1.csv").write_text("".join([header, *lines[:3]]))

    assert finished.release().name == first.name
    whole.write_text("".join([header, *lines[3:]]).replace("Owls", "Owlets"))
    assert finished.release().name != first.name


def test_id_is_the_hash_of_sorted_lines() -> None:
    """The id is what sha256sum prints for the sorted list, cut to 16 digits (coreutils 9.1)."""
    lines = [("b.csv", "1" * 64), ("a.csv", "2" * 64)]

    assert manifest.identity(lines) == "1c2e59a9a04c9e33"


def test_same_study_elsewhere_later_same_id(
    study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Folder, dates of files, hour, commit, locale and order of reading leave the id alone."""
    first = finished.release()
    pointer = Path("results/8_release/release.json").read_bytes()
    other = tmp_path / "ein anderer Ort" / "étude"
    shutil.copytree(study, other, ignore=shutil.ignore_patterns("releases"))
    monkeypatch.chdir(other)
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    for path in other.rglob("*"):
        os.utime(path, (1, 1))
    for path in Path("results/provenance").glob("*"):
        path.write_text(path.read_text().replace('"abc"', '"def"'))
    second = finished.release()

    assert first.name == second.name
    assert pointer == Path("results/8_release/release.json").read_bytes()


def test_crate_differs_only_in_its_date(study: Path) -> None:
    """Two descriptions of the same release differ in when they were made, and in nothing else."""
    crates = []
    for year in (2024, 2031):
        made = pack.pack(finished.contents(), study, datetime(year, 1, 1, tzinfo=UTC))
        path = study / made["path"] / "ro-crate-metadata.json"
        crates.append(path.read_text().replace(str(year), ""))
        shutil.rmtree(study / made["path"])

    assert crates[0] == crates[1]


def test_crate_describes_each_file_without_network(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file but the crate, manifest and sums is a File with its hash; nothing is fetched."""

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("the network was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    made = finished.release()
    graph = json.loads((made / "ro-crate-metadata.json").read_text())["@graph"]
    described = {one["@id"]: one for one in graph if "File" in one["@type"]}

    for entry in manifest.read(made).files:
        if entry.path != "ro-crate-metadata.json":
            assert described[entry.path]["sha256"] == entry.sha256
    known = {one["@id"] for one in graph}
    told = [value for one in graph for value in one.values()]
    references = [
        each["@id"]
        for value in told
        for each in (value if isinstance(value, list) else [value])
        if isinstance(each, dict) and "@id" in each
    ]
    assert {
        each for each in references if not each.startswith("https://w3id.org/ro/crate")
    } <= known


def test_existing_release_is_left_as_it_is(study: Path) -> None:
    """A second run with the same content changes no byte and no date of the release."""
    made = finished.release()
    before = {path: path.stat().st_mtime_ns for path in made.rglob("*")}

    assert finished.release() == made
    assert before == {path: path.stat().st_mtime_ns for path in made.rglob("*")}


def test_damaged_release_stops_the_run(study: Path) -> None:
    """A release of the same id that was changed is neither used nor overwritten."""
    made = finished.release()
    (made / "6_compare/themes.csv").write_text("other\n")

    with pytest.raises(StudyError, match="delete the folder") as error:
        finished.release()
    assert "6_compare/themes.csv: changed" in error.value.found


@pytest.mark.parametrize("killed_at", ["copying", "manifest", "moving"])
def test_killed_half_way_leaves_no_half_release(
    study: Path, monkeypatch: pytest.MonkeyPatch, killed_at: str
) -> None:
    """Ended at any point there is no release; the next run removes the rest and makes it whole."""

    def die(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        if killed_at == "copying":
            patched.setattr(pack.words, "readme", die)
        elif killed_at == "manifest":
            patched.setattr(pack.manifest, "sums", die)
        else:
            patched.setattr(pack, "_to_disk", die)
        with pytest.raises(KeyboardInterrupt):
            finished.release()
    left = list((study / "results/releases").iterdir())
    assert [path.name.startswith(".new-") for path in left] == [True]

    made = finished.release()

    assert [] == verify.release(made)
    assert [made.name] == [path.name for path in (study / "results/releases").iterdir()]


def test_finding_refuses_release(study: Path) -> None:
    """Nothing is released while the search has a finding."""
    with pytest.raises(StudyError, match="1 findings"):
        pack.check(finished.contents(), finished.leaks(1))


def test_edited_result_refuses_release(study: Path) -> None:
    """A table changed after its rule wrote it is named, with the way to mend it."""
    path = study / "results/6_compare/themes.csv"
    path.write_text(path.read_text().replace("Owls", "Awls"))

    with pytest.raises(StudyError, match="make study") as error:
        pack.check(finished.contents(), finished.leaks(0))
    assert error.value.where == "results/6_compare/themes.csv"


def test_result_without_record_refuses_release(study: Path) -> None:
    """An artefact of which no record says how it was made is not released."""
    (study / "results/provenance/saturate_draw.json").unlink()

    with pytest.raises(StudyErrors, match="no record of how it was made"):
        pack.check(finished.contents(), finished.leaks(0))


def test_records_of_jobs_gone_are_left_out(study: Path) -> None:
    """A record that no artefact leads back to, as of a batch that is no more, is not released."""
    shutil.copy("results/provenance/ingest_read.0.json", "results/provenance/ingest_read.7.json")
    path = study / "results/provenance/ingest_read.7.json"
    path.write_text(path.read_text().replace("segments/0", "segments/7"))
    artefacts = finished.contents().public

    names = {record["name"] for record in pack.read_records(pack.RECORDS, artefacts)}
    assert {"ingest_read.0", "compare_draw", "compare_count"} <= names
    assert "ingest_read.7" not in names


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ({"name": "The trees group"}, {"name": "The trees group"}),
        (
            {"name": "Ada van Boom", "affiliation": "Wood School"},
            {"family-names": "Boom", "given-names": "Ada van", "affiliation": "Wood School"},
        ),
        (
            {"name": "Boom", "orcid": "0000-0002-1825-0097"},
            {"family-names": "Boom", "orcid": "https://orcid.org/0000-0002-1825-0097"},
        ),
    ],
    ids=["a body", "a person with a place of work", "a person of one name"],
)
def test_citation_names_people_and_bodies(author: dict[str, str], expected: dict[str, str]) -> None:
    """CITATION.cff has the fields that version 1.2.0 of the format asks for."""
    settings = finished.settings()
    settings["study"]["authors"] = [author]
    content = yaml.safe_load(words.citation(settings, "abc"))

    assert content["authors"] == [expected]
    assert content["cff-version"] == "1.2.0"
    assert {"message", "title", "version", "type"} <= content.keys()
    assert content["license"] == "CC-BY-4.0"
