"""The doors of room 7, on a tiny study."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from lxml import html
from tests.unit.disclose.conftest import people, spoken

from verbatim import figures
from verbatim.disclose.judge import judged
from verbatim.report.contents import PROMISES
from verbatim.settings import settled
from verbatim.tables.code import Carried, CodebookTable
from verbatim.tables.compare import Frequencies, GroupFrequencies
from verbatim.tables.deidentify import Identifiers, Offsets, Recall
from verbatim.tables.disclose import Disclosure
from verbatim.tables.ingest import Differences, Segments
from verbatim.tables.missed import Missed, Residual
from verbatim.tables.report import ApprovedQuotations, ProposedQuotations, SampleCharacteristics
from verbatim.tables.saturate import Saturation, StoppingRules

Door = Callable[..., None]
SCHEMA = Path(__file__).parents[2] / "workflow/schemas/config.schema.yaml"
GROUPS = {"kind": {"title": "Kind", "attribute": "job", "values": {"Staff": ["nurse", "cook"]}}}
PEOPLE = """\
participant,job,consent_analyse,consent_quote,consent_archive
A1,nurse,yes,yes,yes
A2,cook,yes,no,yes
"""
REGISTER = """\
interview,file,date,interviewer_label,participant_label,participants
Q1,a.txt,2024-01-02,I,R,A1
Q2,b.txt,2024-01-03,I,R,A2
"""
SPEECH = "We had [PERSON 1] in, and " + "so " * 20 + "<b>on</b> & on."


def write(promise: Any, path: str, *rows: tuple[Any, ...]) -> None:
    """Write rows as the table of that class."""
    table = pd.DataFrame(rows, columns=promise.column_names())
    promise.write(
        promise.check(table.astype(str).replace({"nan": "", "None": ""}), path), Path(path)
    )


@pytest.fixture
def material(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What people brought and earlier rooms made, in `tmp_path` as study folder."""
    monkeypatch.chdir(tmp_path)
    Path("people.csv").write_text(PEOPLE)
    Path("register.csv").write_text(REGISTER)
    write(
        Segments,
        "segments.csv",
        ("Q1", 1, 1, "interviewer", "", None, None, "How was it?"),
        ("Q1", 2, 2, "participant", "A1", None, None, SPEECH),
        ("Q1", 2, 3, "participant", "A1", None, None, SPEECH),
        ("Q2", 1, 1, "participant", "A2", None, None, SPEECH),
    )
    write(Offsets, "offsets.csv", ("Q1", 2, 7, 10, 7, 17))
    given = ("consensus", "consensus")
    rest = ("oak", "", "", "person", "oak", 1, "unchanged")
    write(
        Carried,
        "carried.csv",
        ("c1", *given, "Q1", 2, *rest),
        ("c2", *given, "Q1", 3, *rest),
        ("c3", *given, "Q2", 1, *rest),
    )
    write(
        CodebookTable,
        "codebook.csv",
        ("oak", "Oak & ash", "A tree.", "wood", "Wood", "plants", "Plants", 1),
        ("owl", "Owl", "A bird.", "birds", "Birds", "animals", "Animals", 1),
    )
    write(Differences, "differences.csv")
    decided = ("PERSON", "Jo", "pattern", "replaced", "program", "jo", "PERSON 1")
    write(Identifiers, "identifiers.csv", ("Q1", 2, 7, 10, *decided))
    names = ("segments", "offsets", "identifiers", "carried", "codebook")
    return {
        **{name: f"{name}.csv" for name in names},
        "segments": [Path("segments.csv")],
        "participants": "people.csv",
        "interviews": "register.csv",
        "differences": "differences.csv",
    }


def sampled(open_door: Door, material: dict[str, Any], **changed: Any) -> None:
    """Open the door of the sample."""
    inputs = {name: material[name] for name in ("interviews", "participants", "segments")}
    params = {"groups": GROUPS, "publish": ["job"], **changed}
    open_door("report_sample", inputs, {"sample": "sample.csv"}, params)


def quoted(open_door: Door, material: dict[str, Any], chosen: str | None, **changed: Any) -> None:
    """Open the door of the quotations."""
    inputs = {name: material[name] for name in material if name != "interviews"}
    inputs["quotations"], inputs["sample"] = [], []
    if chosen is not None:
        Path("quotations.csv").write_text(chosen)
        inputs["quotations"] = [Path("quotations.csv")]
    params = {
        "groups": GROUPS,
        "attribution": "kind",
        "publish": [],
        "proposals": 2,
        "left_out": ["Q9"],
        "layer": "consensus",
        **changed,
    }
    outputs = {
        "quotations": "approved.csv",
        "undecided": "undecided.csv",
        "proposed": "proposed.csv",
        "page": "sheet.html",
    }
    open_door("report_quote", inputs, outputs, params)


def test_sample(open_door: Door, material: dict[str, Any]) -> None:
    """The door writes the table of who took part."""
    sampled(open_door, material)
    table = SampleCharacteristics.read(Path("sample.csv"))
    assert list(zip(table["value"], table["participants"], strict=True)) == [
        ("all", 2),
        ("all", 2),
        ("Staff", 2),
        ("total", 2),
    ]


def test_sample_with_a_value_in_no_group(
    open_door: Door, material: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """A participant in no group ends the job with code 2; the value itself stays private."""
    groups = {"kind": {"attribute": "job", "values": {"Staff": ["nurse"]}}}
    with pytest.raises(SystemExit) as caught:
        sampled(open_door, material, groups=groups)
    assert caught.value.code == 2
    said = capsys.readouterr().err
    assert "participants.csv (A2)" in said
    assert "cook" not in said


def test_quote(open_door: Door, material: dict[str, Any]) -> None:
    """What was chosen is public; what the program proposes is marked and on the team's page."""
    quoted(open_door, material, "code,interview,segment,start,end\noak,Q1,2,,10\n")
    approved = ApprovedQuotations.read(Path("approved.csv"))
    assert list(approved["quotation"]) == ["We had [PERSON 1] …"]
    assert list(approved["attribution"]) == ["(A1, staff)"]
    assert len(ProposedQuotations.read(Path("proposed.csv"))) == 0, "A1 is chosen, A2 not quotable"
    page = html.fromstring(Path("sheet.html").read_text())
    assert "We had [PERSON 1] …" in page.text_content()


def test_quote_with_a_word_that_could_be_a_name(
    open_door: Door, material: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """Such a word is told by number, listed privately in the shape of a decision, and counted."""
    speech = SPEECH.replace("We had", "Marigold had")
    Path("segments.csv").write_text(Path("segments.csv").read_text().replace(SPEECH, speech))
    Path("offsets.csv").write_text(
        Path("offsets.csv").read_text().replace("7,10,7,17", "13,16,13,23")
    )
    quoted(open_door, material, "code,interview,segment\noak,Q1,3\n")

    assert Path("undecided.csv").read_text().splitlines()[1:] == ["Q1,3,0,8,PERSON,Marigold,"]
    assert list(ApprovedQuotations.read(Path("approved.csv"))["undecided"]) == [1]
    said = capsys.readouterr().err
    assert "1 words in chosen quotations could be names" in said
    assert "Marigold" not in said


def test_quote_without_a_file(open_door: Door, material: dict[str, Any]) -> None:
    """A study that chose nothing yet gets proposals, escaped, and no public quotation."""
    quoted(open_door, material, None)
    assert len(ApprovedQuotations.read(Path("approved.csv"))) == 0
    proposed = ProposedQuotations.read(Path("proposed.csv"))
    assert list(zip(proposed["interview"], proposed["segment"], strict=True)) == [("Q1", 3)]
    page = Path("sheet.html").read_text()
    assert "&lt;b&gt;on&lt;/b&gt; &amp; on." in page
    assert "Proposed, chosen by nobody." in page


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        pytest.param("code,interview,segment\noka,Q1,2\n", "did you mean oak?", id="code"),
        pytest.param("code,interview,segment\noak,Q2,1\n", "did not agree", id="consent"),
        pytest.param("code,interview,segment\noak,Q1,1\n", "an interviewer speaks", id="speaker"),
        pytest.param("code,segment\noak,2\n", "no column interview", id="column"),
        pytest.param("code,interview,segment\noak,Q1,two\n", "row 2", id="no number"),
    ],
)
def test_bad_quotations(
    open_door: Door,
    material: dict[str, Any],
    capsys: pytest.CaptureFixture[str],
    chosen: str,
    said: str,
) -> None:
    """A bad row ends the job with code 2 and one message naming the file, and writes nothing."""
    with pytest.raises(SystemExit) as caught:
        quoted(open_door, material, chosen)
    assert caught.value.code == 2
    message = capsys.readouterr().err
    assert said in message
    assert "quotations.csv" in message
    assert "Traceback" not in message
    assert not Path("approved.csv").exists()


def study(stance: str = "codebook", invented: bool = True) -> dict[str, Any]:
    """Give every choice of a study with <, & and braces in its title."""
    choices = {"study": {"title": "Trees & <owls> {x}", "invented": invented}, "stance": stance}
    return settled({**choices, "groups": GROUPS}, SCHEMA, Path("config.yaml"))


def paged(
    open_door: Door,
    tables: dict[str, Any],
    pictures: list[Path],
    settings: dict[str, Any],
    **more: Any,
) -> str:
    """Open the door of the report and give the page."""
    inputs = {**{name: [] for name in PROMISES}, **tables}
    for name in PROMISES:
        if name not in tables and not (settings["stance"] == "reflexive" and name in CLAIMS):
            PROMISES[name].write(PROMISES[name].without_rows(), Path(f"{name}.csv"))
            inputs[name] = f"{name}.csv"
    inputs |= {"figures": pictures, "recruitment": [], **more}
    open_door("report_page", inputs, {"page": "report.html"}, {"settings": settings})
    return Path("report.html").read_text()


CLAIMS = ("agreement", "saturation", "stopping")


@pytest.fixture
def tables(material: dict[str, Any], open_door: Door) -> dict[str, Any]:
    """Tables of a study in which two people spoke of one code."""
    sampled(open_door, material)
    quoted(
        open_door, material, "code,interview,segment,start,end\noak,Q1,2,,10\nplants,Q1,2,11,13\n"
    )
    Path("proposed.csv").unlink()
    secret = ("oak", "Q1", 3, "Only the team reads this.", "(A1, staff)", "proposed", "Nice.")
    write(ProposedQuotations, "proposed.csv", secret, ("owl", *secret[1:]))
    theme = (0.5, 0.1, 0.9)
    write(
        Frequencies,
        "themes.csv",
        ("theme", "plants", "Plants", "plants", 2, 2, 1, 0.3, 1, 3, 0),
        ("subtheme", "wood", "Wood", "plants", 2, 2, 1, 0.3, 1, 3, 0),
        ("code", "oak", "Oak & ash", "plants", 1, 2, *theme, 3, 1),
        ("theme", "animals", "Animals", "animals", 0, 2, 0, 0, 0.6, 0, 0),
        ("subtheme", "birds", "Birds", "animals", 0, 2, 0, 0, 0.6, 0, 0),
        ("code", "owl", "Owl", "animals", 0, 2, 0, 0, 0.6, 0, 0),
    )
    write(
        GroupFrequencies,
        "groups.csv",
        ("kind", "Staff", "theme", "plants", "Plants", 2, 2, 1, 0.3, 1),
    )
    write(Recall, "recall.csv", ("all", 10, 7, 8, 0.7, 0.4, 0.9, 9, 8, 8 / 9, 0.5, 0.98))
    shares = (0.75, 0.5, 0.9)
    write(
        Missed,
        "missed.csv",
        ("direct", 8, 6, *shares, 3, 1000, 30.0, 6.2, 87.7, 4, 3, *shares, 12, 9, *shares),
    )
    write(
        Residual,
        "residual.csv",
        ("Leaks", "by hand", "3 in 1,000 words", 30.0, None, 77.5, "per 10,000 words", "Read on."),
        ("Segments", "a sample", "nothing", None, None, None, "share", "Nobody read any."),
    )
    write(
        Saturation,
        "saturation.csv",
        ("code", 1, "Q1", 1, 1, 1, 1, 0, None),
        ("code", 2, "Q2", 1, 0, 1, 1, 0, None),
    )
    write(
        StoppingRules,
        "stopping.csv",
        ("code", 4, 2, 0.05, 1, None, "not met", None, None),
        ("code", 4, 3, 0.05, 1, 6, "6+3", 0.0, 0.875),
    )
    names = (
        *("codebook", "themes", "groups", "recall", "missed", "residual"),
        *("saturation", "stopping", "sample"),
    )
    return {
        **{name: f"{name}.csv" for name in names},
        "quotations": "approved.csv",
        "proposed": "proposed.csv",
    }


def drawn(table: str) -> Path:
    """Draw a figure from a table."""
    picture = figures.canvas(3, 2)
    picture.subplots().plot([1, 2])
    about = figures.describe(Path(table), "Who said", 'It "rises".', "compare_draw", "abcdef")
    figures.save(picture, Path(table).with_suffix(""), about)
    return Path(table).with_suffix(".svg")


def test_page(open_door: Door, tables: dict[str, Any]) -> None:
    """The report quotes the tables, needs no network, and prints no proposed passage."""
    page = paged(open_door, tables, [drawn("themes.csv")], study())
    read = html.fromstring(page)
    text = " ".join(read.text_content().split())
    assert "Trees & <owls> {x}" in text
    assert "Speech and codings are invented." in text
    assert "We had [PERSON 1] … (A1, staff)" in text
    assert "2 interviews with 2 participants are analysed (Table 1)" in text
    assert "no quotation chosen; 1 proposed by the program waits" in text
    assert "recall 0.70 (95 % interval 0.40 to 0.90)" in text
    assert "0.75 are masked at every mention. Per 10,000 words, 30.00 such mentions" in text
    assert "This text is pseudonymised, not anonymous." in text
    assert "Leaks: 30 (at most 78) per 10,000 words (3 in 1,000 words). Read on." in text
    assert "Segments: Nobody read any." in text
    assert "the rule is met with 1 of 2 settings, after 6 interviews; by then 88 %" in text
    assert "Figure 1. Who said. Drawn by the rule compare_draw (code abcdef)" in text
    assert "seed 20200610" in text
    assert "Only the team reads this" not in page
    assert "saturation reached" not in text.lower()
    [picture] = read.iter("img")
    assert picture.get("alt") == 'It "rises".'
    assert picture.get("src").startswith("data:image/svg+xml;base64,")
    assert not list(read.iter("script", "link", "iframe", "object"))
    assert not re.findall(r"(?:src|href)\s*=\s*[\"'](?!#|data:)", page)
    assert "url(" not in page
    assert "@import" not in page


@pytest.mark.parametrize(
    ("publish", "rows", "said"),
    [
        (
            ["sex", "role"],
            ["F|nurse", "F|nurse", "F|GP", "M|GP"],
            [
                "2 of 4 participants are alone in what this study publishes about them (sex, role)",
                "4 share them with fewer than 2 others and 4 with fewer than 4",
                "This is not safe to publish as it stands.",
                "No generalisation that the study allows",
                "Pseudonymised, not anonymous.",
                "2 of 4 are alone in what is published about them.",
            ],
        ),
        (
            ["role"],
            ["F|nurse"] * 5,
            [
                "0 of 5 participants are alone",
                "The classes are as large as asked for, which proves nothing about safety.",
                "Pseudonymised, not anonymous.",
            ],
        ),
        ([], ["F|nurse"] * 5, ["This study publishes no attribute of its participants"]),
    ],
    ids=["told apart", "large classes", "nothing published"],
)
def test_report_says_who_can_be_told_apart(
    open_door: Door, tables: dict[str, Any], publish: list[str], rows: list[str], said: list[str]
) -> None:
    """In plain words how many are alone, with the thresholds; never that it is safe."""
    choices = {**study(), "groups": {}, "privacy": {"publish": publish}}
    found = judged(people(*rows, columns="sex role"), spoken(), choices)
    Disclosure.write(found.disclosure, "disclosure.csv")
    page = paged(open_door, {**tables, "disclosure": "disclosure.csv"}, [], choices)
    text = " ".join(html.fromstring(page).text_content().split())

    assert not [each for each in said if each not in text]
    assert ("safe to publish" in text) == (said[0].startswith("2"))


def test_every_link_and_number_of_a_table_leads_somewhere(
    open_door: Door, tables: dict[str, Any]
) -> None:
    """Contents point at sections that exist, and tables are numbered once, in order."""
    read = html.fromstring(paged(open_door, tables, [], study()))
    ids = {one.get("id") for one in read.iter() if one.get("id")}
    assert {link.get("href")[1:] for link in read.iter("a")} <= ids
    captions = [one.text_content() for one in read.iter("caption")]
    numbers = [int(re.search(r"Table (\d+)\.", caption)[1]) for caption in captions]
    assert numbers == list(range(1, len(numbers) + 1))


def test_page_of_a_reflexive_study(open_door: Door, tables: dict[str, Any]) -> None:
    """Under the reflexive stance neither is printed, and the page says why."""
    for name in ("saturation", "stopping"):
        del tables[name]
    page = paged(open_door, tables, [], study("reflexive", invented=False))
    text = " ".join(html.fromstring(page).text_content().split())
    assert "Neither saturation nor agreement is reported, because" in text
    assert "Krippendorff" not in text
    assert "Guest" not in text
    assert "invented" not in text


def test_page_of_a_study_that_has_just_begun(open_door: Door, material: dict[str, Any]) -> None:
    """Without codings, checked sample and quotations the page says so and claims nothing."""
    sampled(open_door, material)
    tables = {"sample": "sample.csv", "codebook": "codebook.csv"}
    Path("presence.csv").write_text("code,interview,segments\n", encoding="utf-8")
    page = paged(open_door, tables, [drawn("presence.csv")], study(invented=False))
    text = " ".join(html.fromstring(page).text_content().split())
    assert "Figure" not in text  # one without anything in it says nothing
    assert "New codes were counted" not in text
    assert "What is counted are participants" not in text
    for said in (
        "No codings were brought.",
        "No codings are counted yet, so there is no curve.",
        "No interview was checked by hand",
        "No two coders coded the same interviews independently",
        "There were not enough codings",
        "No quotation has been chosen",
    ):
        assert said in text


def test_page_says_when_a_table_changed_after_its_figure(
    open_door: Door, tables: dict[str, Any]
) -> None:
    """A figure drawn from another state of its table is marked."""
    picture = drawn("themes.csv")
    with Path("themes.csv").open("a") as table:
        table.write("theme,x,X,x,0,2,0,0,0.6,0,0\n")
    assert "the table has changed since" in paged(open_door, tables, [picture], study())


def test_the_same_study_gives_the_same_page(open_door: Door, tables: dict[str, Any]) -> None:
    """The same tables give the same bytes."""
    picture = drawn("themes.csv")
    first = paged(open_door, tables, [picture], study())
    assert paged(open_door, tables, [picture], study()) == first


def test_recruitment_is_printed(open_door: Door, tables: dict[str, Any]) -> None:
    """Invited, took part and route stand in the methods."""
    Path("r.yaml").write_text("invited: 9\ntook_part: 2\nroute: By letter.\n")
    page = paged(open_door, tables, [], study(), recruitment=[Path("r.yaml")])
    text = " ".join(html.fromstring(page).text_content().split())
    assert "9 people were invited and 2 took part. By letter." in text


@pytest.mark.parametrize(
    ("written", "said"),
    [
        pytest.param("invited: many\n", "invited that is not a whole number", id="no number"),
        pytest.param("invited: 1\ntook_part: 2\n", "more than invited", id="more than invited"),
        pytest.param("- invited\n", "a list", id="not a map"),
        pytest.param("a: [\n", "not YAML", id="not YAML"),
    ],
)
def test_bad_recruitment(
    open_door: Door,
    tables: dict[str, Any],
    capsys: pytest.CaptureFixture[str],
    written: str,
    said: str,
) -> None:
    """A recruitment file out of shape ends the job with code 2 and one message."""
    Path("r.yaml").write_text(written)
    with pytest.raises(SystemExit) as caught:
        paged(open_door, tables, [], study(), recruitment=[Path("r.yaml")])
    assert caught.value.code == 2
    assert said in capsys.readouterr().err


def test_a_figure_without_origin_is_refused(
    open_door: Door, tables: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """An SVG that does not say where it comes from ends the job with code 2."""
    Path("themes.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    with pytest.raises(SystemExit) as caught:
        paged(open_door, tables, [Path("themes.svg")], study())
    assert caught.value.code == 2
    assert "does not say where it comes from" in capsys.readouterr().err
