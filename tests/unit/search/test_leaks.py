"""The privacy law on a whole study: text by occurrence, all else by name, never saying it."""

import base64
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from PIL import Image, PngImagePlugin

from verbatim import leaks
from verbatim.provenance import HOUSE
from verbatim.search import places
from verbatim.search.findings import PUBLIC, RECORDS, RESTRICTED, TEXT, Finding

SECRETS = ("agathe", "mbeki", "zebedee", "squirrelina", "555")
TEXTS = Path("results/restricted/2_deidentify/segments/0.csv")


def edit(path: Path, old: str, new: str) -> None:
    """Change one passage of a file."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_clean_study_has_no_findings(study: Path) -> None:
    """Names at their private places, ordinary words (May, reading, grant) and kept names pass."""
    assert leaks.search(study) == []


def png_with_name(path: Path) -> None:
    """A figure's metadata with a name."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Agathe Mbeki")
    Image.new("L", (1, 1)).save(path, pnginfo=info)


def docx_with_name(path: Path) -> None:
    """A note that somebody left among the results."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:p><w:t>Call Zebedee</w:t></w:p>")


def written(text: str) -> Callable[[Path], None]:
    """Write a text."""
    return lambda path: path.write_text(text) and None


def added(text: str) -> Callable[[Path], None]:
    """Add a text to the file."""
    return lambda path: path.write_text(path.read_text() + text) and None


def record_of(name: str) -> str:
    """Path of Snakemake's record of a file, as Snakemake writes it: URL-safe base64, in parts."""
    coded = base64.urlsafe_b64encode(name.encode()).decode()
    return f".snakemake/metadata/@{coded[:20]}/{coded[20:]}"


PLANTED = {
    "a caption": ("captions/compare.rst", written("As Zebedee said.")),
    "a png's metadata": ("results/6_compare/themes.png", png_with_name),
    "a docx nobody asked for": ("results/note.docx", docx_with_name),
    "a log": ("logs/6_compare/compare_count.log", written("Agathe Mbeki counted")),
    "a table": ("results/6_compare/more.csv", written("id,name\n1,agathe mbeki\n")),
    "the number of a participant": ("results/n.txt", written("+44 1632 960555")),
    "a transcript's name in a record": (
        ".snakemake/metadata/abcd",
        written('{"input": ["data/private/transcripts/Agathe Mbeki 3.docx"]}'),
    ),
    "a record's own name": (record_of("results/x/Agathe Mbeki 3.csv"), written("{}")),
    "a setting": ("config.yaml", added("\nstudy: {title: Trees of Zebedee}")),
    "the codebook": ("data/codebook/codebook.yaml", written("definition: as Zebedee said")),
    "a file beside the private ones": ("data/notes.txt", written("Ring Zebedee")),
    "a word broken at a line's end": ("results/a.txt", written("said Zebe-\n  dee")),
    "a rich text": ("results/a.rtf", written("{\\rtf1 Agath{\\b e} Mbek\\'69}")),
    "a log of Snakemake's": (".snakemake/log/a.log", written("input: zebedee.txt")),
    "a label": ("results/provenance/x.json", written('{"label": "Zebedee (phone)"}')),
    "a private attribute": ("results/6_compare/x.svg", written("<svg>Squirrelina</svg>")),
    "a restricted page": (
        "results/restricted/7_report/quotations.html",
        written("<p>Zeb<b>edee</b></p>"),
    ),
    "an old release": ("results/releases/00/a.csv", written("who\nZebedee\n")),
    "Snakemake's report": (
        "results/8_release/snakemake_report.html",
        written('<script id="packages">var p={}</script><script id="results">Zebedee</script>'),
    ),
}


@pytest.mark.parametrize(("path", "write"), PLANTED.values(), ids=PLANTED.keys())
def test_planted_name_is_found_and_not_told(
    study: Path, path: str, write: Callable[[Path], None]
) -> None:
    """Wherever a name is planted it is found; the message says where and never what."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    write(Path(path))
    findings = leaks.search(study)

    assert findings
    message = str(leaks.as_error(findings)).casefold()
    assert not [secret for secret in SECRETS if secret in message]
    if "metadata" not in path and "captions" not in path:
        assert path.casefold() in message
    assert all(finding.private for finding in findings)


def test_artefacts_are_told_from_other_files(study: Path) -> None:
    """Declared artefacts are counted under their level; whatever else lies there, under records."""
    png_with_name(Path("results/6_compare/themes.png"))
    docx_with_name(Path("results/note.docx"))
    known = leaks.read(study)
    made = [path for path in Path("results").rglob("*.*") if path.name != "note.docx"]
    table, findings = leaks.check(known, study, made)

    assert {finding.place for finding in findings} == {PUBLIC, RECORDS}
    counts = table.set_index("place")
    assert counts.loc[TEXT, "files"] == 2
    assert counts.loc[PUBLIC, "files"] == 23  # five figures with tables, and three more
    assert counts.loc[RESTRICTED, "files"] == 2  # beside the text
    assert pd.isna(counts.loc[RECORDS, "files"])
    assert counts.loc[PUBLIC, "findings"] > 0


def test_logs_and_records_change_no_byte_of_the_table(study: Path) -> None:
    """How many runs there were cannot be seen in the public table."""
    known = leaks.read(study)
    before, _ = leaks.check(known, study, [])
    Path(".snakemake/log").mkdir(parents=True)
    Path(".snakemake/log/more.log").write_text("another run")
    after, _ = leaks.check(known, study, [])

    assert before.equals(after)


def test_private_folder_is_not_searched(study: Path) -> None:
    """Names belong into the private folder."""
    Path("results/private/note.txt").write_text("Agathe Mbeki, Zebedee")

    assert leaks.search(study) == []


def test_machine_of_the_same_name_is_no_finding(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Snakemake notes user, host and folders; a user called as a participant is no leak."""
    monkeypatch.setattr(places.platform, "node", lambda: "zebedee-laptop")
    Path(".snakemake/log").mkdir(parents=True)
    Path(".snakemake/log/a.log").write_text("Host: zebedee-laptop")

    assert leaks.search(study) == []


def test_file_that_cannot_be_opened_is_a_finding(study: Path) -> None:
    """A zip with a password could hold anything, so it is not let pass."""
    Path("results/x.7z").write_bytes(b"7z\xbc\xaf\x27\x1c" + bytes(99))

    assert [finding.kind for finding in leaks.search(study)] == ["SEALED"]


TAMPERED = {
    "a name left standing": ("[PERSON 2], that is me", "Zebedee, that is me", "P02, segment 3"),
    "a wrong tag": ("[PERSON 2], that is me", "[PERSON 9], that is me", "P02, segment 3"),
    "a changed word": ("hears them", "hears him", "P02, segment 2"),
    "a name elsewhere in its interview": ("under the oak", "with Agathe", "P01, segment 2"),
    "a full name in another interview": ("at night?", "Agathe Mbeki?", "P02, segment 1"),
    "a number in another interview": ("at night?", "01632960555?", "P02, segment 1"),
}


@pytest.mark.parametrize(("old", "new", "where"), TAMPERED.values(), ids=TAMPERED.keys())
def test_text_is_checked_by_occurrence(study: Path, old: str, new: str, where: str) -> None:
    """Every occurrence is its tag, all else is as spoken, and nothing decided stands elsewhere."""
    edit(TEXTS, old, new)
    findings = [finding for finding in leaks.search(study) if finding.place == TEXT]

    assert findings
    assert any(finding.where.endswith(where) for finding in findings)
    assert new.casefold() not in str(leaks.as_error(findings)).casefold()


def spoken(name: str, text: str, old: str) -> None:
    """Say a text in both versions: nobody decided on what is new in it."""
    for path in (TEXTS, Path("results/private/1_ingest/segments/0.csv")):
        edit(path, old, text)
    assert name in text


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Zebedee", 1),  # replaced elsewhere in the interview, no word
        ("grant", 0),  # the verb, beside Mr Grant
        ("Grant", 0),  # a word, so its capital may open a sentence
        ("Agathe", 0),  # another interview's name: theirs may be another Agathe
        ("Quillon Stores", 0),  # people decided to keep it
        ("Zebedees", 0),  # another word
    ],
)
def test_what_survives_in_an_interview(study: Path, name: str, expected: int) -> None:
    """A distinctive name that was replaced must not stand elsewhere in the same interview."""
    spoken(name, f"And you, {name}, at night?", "And you, at night?")
    findings = leaks.search(study)

    assert len(findings) == expected
    assert {finding.place for finding in findings} <= {TEXT}


def test_quotations_may_quote_what_text_keeps(study: Path) -> None:
    """A single name that de-identified text keeps is not searched for where that text is quoted."""
    spoken("Agathe", "And you, Agathe, at night?", "And you, at night?")
    page = Path("results/restricted/7_report/quotations.html")
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("<q>And you, Agathe, at night?</q>")
    assert leaks.search(study) == []

    Path("results/6_compare/note.txt").write_text("Agathe")
    assert [finding.kind for finding in leaks.search(study)] == ["PERSON"]


def test_offset_map_must_know_every_replacement(study: Path) -> None:
    """A replaced identifier that the map lacks is a finding: nobody could follow it."""
    path = Path("results/private/2_deidentify/offsets.csv")
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:-1]))

    assert "UNMAPPED" in {finding.kind for finding in leaks.search(study)}


def test_many_findings_are_told_shortly() -> None:
    """A hundred findings are told as the first twenty and how many more."""
    findings = [Finding(PUBLIC, f"results/{number:03}.csv", "PERSON") for number in range(100)]
    errors = leaks.as_error(findings).errors

    assert len(errors) == 21
    assert errors[-1].found == "80 more findings"


def test_published_attributes_are_listed(study: Path) -> None:
    """What the policy lets pass is counted, attribute by attribute."""
    known = leaks.read(study)
    table = leaks.exempt(known.participants, {"publish": ["work"], "let_pass": ["Grant", "Oak"]})

    assert table[["attribute", "values"]].to_numpy().tolist() == [["work", 2], ["", 2]]


@pytest.mark.parametrize("name", ["Zebedee", "zebedee.docx"])
def test_names_without_content_are_found(study: Path, name: str) -> None:
    """An empty folder has a name, and a link says what it points at."""
    Path("results", name).mkdir()
    Path("results/link").symlink_to(f"/nowhere/{name}")

    assert len(leaks.search(study)) == 2


def test_policy_lets_a_name_pass(study: Path) -> None:
    """A name that means something else in results is let pass by the policy, in so many words."""
    edit(Path("config.yaml"), "Two talks about trees", "Two talks in Zebedee Wood")
    assert {finding.where for finding in leaks.search(study)} == {"config.yaml"}

    edit(Path("config.yaml"), "publish: [work]", "publish: [work], let_pass: [Zebedee]")
    assert leaks.search(study) == []


def test_old_release_is_not_mended(study: Path) -> None:
    """A name found in an older release cannot be taken out there: the message says what to do."""
    Path("results/releases/00").mkdir(parents=True)
    Path("results/releases/00/a.csv").write_text("Zebedee")

    assert "delete its folder" in str(leaks.as_error(leaks.search(study)))


def test_cause_is_told_first() -> None:
    """Where people wrote a name comes before the many files that were made from it."""
    findings = [Finding(RECORDS, f".snakemake/metadata/{number}", "PERSON") for number in range(30)]
    error = leaks.as_error([*findings, Finding(RECORDS, "config.yaml", "PERSON")])

    assert error.errors[0].where == "config.yaml"


def test_copy_of_the_demonstration_brings_its_list(study: Path) -> None:
    """The list of the demonstration's transcripts may be copied with it, and only unchanged."""
    listed = HOUSE / "data/demonstration.txt"
    copied = study / "data/demonstration.txt"
    shutil.copy(listed, copied)
    assert "data/demonstration.txt" not in {place.shown for place in places.everywhere(study)}

    copied.write_text(listed.read_text() + "more\n")
    assert "data/demonstration.txt" in {place.shown for place in places.everywhere(study)}
