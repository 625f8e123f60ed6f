"""A clean study is searched again in a moment, and nothing that changed is missed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from verbatim import leaks
from verbatim.search import again, places


@pytest.fixture
def study(study: Path) -> Path:
    """A study that was searched and found clean."""
    assert again.search(study) == []
    return study


def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Files that a search reads from now on."""
    seen: list[str] = []
    search = places.Search.findings

    def noted(self: places.Search, place: places.Place) -> Any:
        seen.append(place.shown)
        return search(self, place)

    monkeypatch.setattr(places.Search, "findings", noted)
    return seen


def test_only_what_changed_is_read(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new log is read, and then no more; everything else was clean and is as it was."""
    seen = read(monkeypatch)
    (study / "logs/new.log").write_text("3 segments")

    assert again.search(study) == []
    assert again.search(study) == []
    assert seen == ["logs/new.log"]


def test_changed_file_is_found(study: Path) -> None:
    """A name written into a file that was clean is found, each time until it is gone."""
    log = study / "logs/6_compare/compare_count.log"
    log.write_text("by Agathe Mbeki")
    assert [each.where for each in again.search(study)] == ["logs/6_compare/compare_count.log"]
    assert [each.where for each in again.search(study)] == ["logs/6_compare/compare_count.log"]

    log.write_text("by nobody")
    assert again.search(study) == []


def test_new_name_searches_all_again(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name added to the roster may stand anywhere: every file is read again."""
    (study / "logs/old.log").write_text("Ysolde was here")
    assert again.search(study) == []
    (study / "data/private/identifiers").mkdir()
    (study / "data/private/identifiers/roster.csv").write_text("name,category\nYsolde,PERSON\n")

    assert [each.where for each in again.search(study)] == ["logs/old.log"]


def test_broken_memory_searches_all_again(study: Path) -> None:
    """A memory that cannot be read is no memory."""
    (study / again.MEMORY).write_text("{")
    (study / "logs/new.log").write_text("Zebedee")

    assert [each.where for each in again.search(study)] == ["logs/new.log"]


def test_copies_of_clean_files_are_not_read(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was clean is clean under another name; the other name itself is looked at."""
    table = study / "results/6_compare/themes.csv"
    copies = [study / f"results/releases/0/{name}" for name in ("themes.csv", "Agathe Mbeki.csv")]
    copies[0].parent.mkdir(parents=True)
    for copy in copies:
        copy.write_bytes(table.read_bytes())
    opened: list[bytes] = []
    met = places._met
    monkeypatch.setattr(places, "_met", lambda *given: opened.append(given[0]) or met(*given))

    [finding] = again.search(study)
    assert opened == []
    assert "Agathe" not in finding.where


def test_what_only_the_machine_may_say_is_not_clean_elsewhere(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A log may name a user who is called as a participant; a result that copies it may not."""
    monkeypatch.setattr(places, "_machine", lambda: frozenset({"agathe", "mbeki"}))
    text = "run by Agathe Mbeki"
    (study / "logs/user.log").write_text(text)
    assert again.search(study) == []

    (study / "results/6_compare/copy.csv").write_text(text)
    assert [each.where for each in again.search(study)] == ["results/6_compare/copy.csv"]


def test_link_to_nowhere_is_searched_by_its_name_each_time(study: Path) -> None:
    """It has neither length nor date to be known by; what it points at may be a name."""
    (study / "logs/link").symlink_to("nowhere")
    assert again.search(study) == []
    assert again.search(study) == []
    (study / "logs/link").unlink()
    (study / "logs/link").symlink_to("Agathe Mbeki")
    (finding,) = again.search(study)
    assert finding.where == "a file in logs/ whose name is telling"


def test_remembering_changes_no_count(study: Path) -> None:
    """The public table counts the files inside a file, also where they were clean before."""
    made = [path for path in Path("results").rglob("*.*") if "private" not in path.parts]
    known = leaks.read(study)
    fresh, _ = leaks.check(known, study, made)
    spared = again.looking(study, known)
    assert spared.clean
    remembered, _ = leaks.check(known, study, made, spared)
    assert fresh.equals(remembered)


def test_other_names_spare_nothing(study: Path) -> None:
    """Contents that were clean of other names are read."""
    known = leaks.read(study)
    other = replace(known, tickets=[replace(known.tickets[0], file="Ysolde.txt")])
    assert again.looking(study, known).clean
    assert not again.looking(study, other).clean
