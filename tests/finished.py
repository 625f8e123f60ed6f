"""A finished study in miniature: what rooms 1 to 7 leave behind, by the tables' contracts."""

import contextlib
from pathlib import Path
from typing import Any

import pandas as pd

from verbatim import figures, files, provenance
from verbatim.audit.chain import records
from verbatim.release import pack
from verbatim.search.occurrences import KEYS
from verbatim.settings import settled
from verbatim.tables.base import Table
from verbatim.tables.code import Agreement, Carried, CodebookTable, Codings
from verbatim.tables.compare import Frequencies, GroupFrequencies, Presence
from verbatim.tables.deidentify import Identifiers, Offsets
from verbatim.tables.ingest import Segments
from verbatim.tables.release import Exempt, LeakCheck
from verbatim.tables.report import ApprovedQuotations
from verbatim.tables.saturate import Saturation

HOUSE = Path(__file__).parents[1]
RESTRICTED = Path("results/restricted")
PRIVATE = Path("results/private")

CONFIG = """
study: {title: Two talks about trees, licence: CC-BY-4.0, invented: true}
groups: {work: {title: Work, attribute: work, values: {Woods: [forester], Schools: [teacher]}}}
privacy: {publish: [work]}
"""

SPOKEN = [
    ("P01", 1, 1, "interviewer", "", 0.0, "Hello Agathe, is Reading kind to you?"),
    ("P01", 2, 2, "participant", "P01", 65.5, "I will sit under the oak in May, reading."),
    ("P01", 2, 3, "participant", "P01", 70.0, "Ring 01632 960 555, ask for Agathe Mbeki."),
    ("P02", 1, 1, "interviewer", "", None, "And you, at night?"),
    ("P02", 2, 2, "participant", "P02", None, "Owls. Mr Grant hears them; grant him sleep."),
    ("P02", 2, 3, "participant", "P02", None, "Zebedee, that is me. The Quillon Stores sell nuts."),
]

IDENTIFIERS = [
    ("P01", 1, "Agathe", "PERSON", "replaced", "PERSON 1"),
    ("P01", 1, "Reading", "LOCATION", "replaced", "LOCATION 1"),
    ("P01", 3, "01632 960 555", "PHONE", "replaced", "PHONE 1"),
    ("P01", 3, "Agathe Mbeki", "PERSON", "replaced", "PERSON 1"),
    ("P02", 2, "Grant", "PERSON", "replaced", "PERSON 1"),
    ("P02", 3, "Zebedee", "PERSON", "replaced", "PERSON 2"),
    ("P02", 3, "Quillon Stores", "ORGANISATION", "kept", ""),
]

CODEBOOK = [
    ("oak", "Oak trees", "Oaks.", "trees", "Trees", "wood", "In the wood", 1),
    ("ash", "Ash trees", "Ashes.", "trees", "Trees", "wood", "In the wood", 1),
    ("owl", "Owls", "Owls.", "birds", "Birds", "wood", "In the wood", 1),
]

CODINGS = [
    ("c1", "anna", "independent", "P01", 2, "oak", 1, "", "2024-03-01"),
    ("c2", "bert", "independent", "P01", 2, "ash", 1, "", "2024-03-02"),
    ("k1", "consensus", "consensus", "P01", 2, "oak", 1, "", "2024-03-09"),
    ("k2", "consensus", "consensus", "P01", 3, "oak", 1, "", ""),
    ("k3", "consensus", "consensus", "P02", 2, "owl", 1, "deviant", "2024-03-09"),
]

FIGURES = {
    "6_compare/themes": ("compare_count", "compare_draw"),
    "6_compare/groups": ("compare_count", "compare_draw"),
    "6_compare/presence": ("compare_count", "compare_draw"),
    "5_saturate/saturation": ("saturate_count", "saturate_draw"),
    "4_code/agreement": ("code_agree", "code_draw"),
}


def build(study: Path) -> Path:
    """Write the study, its records included, all but the release."""
    study.mkdir(parents=True)
    with contextlib.chdir(study):
        Path("config.yaml").write_text(CONFIG)
        _brought()
        _text()
        _codings()
        _tables()
        for stem, (_, rule) in FIGURES.items():
            draw(Path("results") / stem, rule)
        page = "<html><title>Two talks</title><p>Trees &amp; owls</p></html>\n"
        files.write_text(Path("results/7_report/report.html"), page)
        files.write_text(Path("logs/6_compare/compare_count.log"), "2 participants counted\n")
        record_all()
    return study


def settings() -> dict[str, Any]:
    """The study's choices, defaults filled in."""
    import yaml  # noqa: PLC0415

    schema = HOUSE / "workflow/schemas/config.schema.yaml"
    return settled(yaml.safe_load(CONFIG), schema, Path("config.yaml"))


def draw(stem: Path, rule: str) -> None:
    """Draw a figure from the table beside it."""
    table = stem.with_suffix(".csv")
    about = figures.describe(table, f"Figure {stem.name}", "A line.", rule, "c0de")
    figure = figures.canvas(2, 1)
    figure.subplots().plot([0, 1], [0, 1])
    figures.save(figure, stem, about)


def record_all() -> None:
    """Write the record of every rule, as its door would."""
    segments = RESTRICTED / "2_deidentify/segments/0.csv"
    carried = RESTRICTED / "4_code/carried.csv"
    codebook = Path("results/4_code/codebook.csv")
    spoken = PRIVATE / "1_ingest/segments/0.csv"
    tickets = sorted((PRIVATE / "1_ingest/tickets").glob("*"))
    counting = {"layer": "consensus", "groups": settings()["groups"]}
    _record("ingest_read.0", tickets, [spoken])
    _record("deidentify_replace", [spoken], [segments])
    _record("code_check", [spoken], [codebook, carried, RESTRICTED / "4_code/codings.csv"])
    page = [Path("results/7_report/report.html"), Path("results/7_report/quotations.csv")]
    _record("report_page", [segments], page)
    for rule, drawn in sorted(set(FIGURES.values())):
        stems = [Path("results") / stem for stem, rules in FIGURES.items() if drawn in rules]
        tables = [stem.with_suffix(".csv") for stem in stems]
        _record(rule, [carried, codebook], tables, counting)
        pictures = [stem.with_suffix(each) for stem in stems for each in (".svg", ".pdf", ".png")]
        _record(drawn, tables, pictures)


def contents() -> pack.Contents:
    """What the release of the study in the current folder is made from."""
    tables = [path for path in sorted(Path("results").glob("[1-8]_*/*")) if path.suffix != ".json"]
    restricted = sorted(path for path in RESTRICTED.rglob("*") if path.is_file())
    return pack.Contents(
        public=tables,
        restricted=restricted,
        rules={"workflow/Snakefile": HOUSE / "Snakefile"},
        settings=settings(),
        lock="10cc",
        records=records(Path("results/provenance")),
    )


def release() -> Path:
    """Check for nothing, make the release and the pointer; return its folder."""
    LeakCheck.write(leaks(0), Path("results/8_release/leaks.csv"))
    Exempt.write(
        pd.DataFrame({"attribute": ["work"], "values": [2], "why": ["policy"]}),
        Path("results/8_release/exempt.csv"),
    )
    made = [Path("results/8_release/leaks.csv"), Path("results/8_release/exempt.csv")]
    _record("release_check", [], made)
    pointer = pack.pack(contents(), Path())
    files.write_text(Path("results/8_release/release.json"), pack.as_text(pointer))
    return Path(pointer["path"])


def leaks(findings: int) -> pd.DataFrame:
    """Rows of `LeakCheck`."""
    return pd.DataFrame(
        {"place": ["public results"], "files": [1], "names": [1], "findings": [findings]}
    ).astype({"files": "Int64"})


def _record(job: str, inputs: list[Path], outputs: list[Path], params: Any = None) -> None:
    said = {"code": "c0de", "lock": "10cc", **(params or {})}
    record = provenance.record(job.partition(".")[0], inputs, outputs, said)
    record["made"] = {"commit": "abc", "clean": True, "python": "3.11.7"}
    files.write_json(Path(f"results/provenance/{job}.json"), record)


def _write(table: type[Table], rows: list[Any], path: Path) -> None:
    table.write(pd.DataFrame(rows, columns=table.column_names()), path)


def _brought() -> None:
    for interview, file, label in (
        ("P01", "Agathe Mbeki 3.docx", "Participant"),
        ("P02", "P02.txt", "Zebedee (phone)"),
    ):
        ticket = {
            "interview": interview,
            "file": file,
            "sha256": interview[-1] * 64,
            "interviewer_labels": ["Interviewer 1"],
            "participant_labels": [label],
            "participants": [interview],
            "other_labels": [],
        }
        files.write_json(PRIVATE / f"1_ingest/tickets/{interview}.json", ticket)
    files.write_text(
        Path("data/private/participants.csv"),
        "participant,work,nickname,consent_analyse,consent_quote,consent_archive\n"
        "P01,forester,Squirrelina,yes,yes,yes\nP02,teacher,,yes,yes,yes\n",
    )


def _text() -> None:
    columns = ["interview", "turn", "segment", "speaker", "participant", "start", "text"]
    spoken = pd.DataFrame(SPOKEN, columns=columns).assign(end=None)
    texts = spoken.set_index(KEYS)["text"].to_dict()
    public, decided, moved = dict(texts), [], []
    for interview, segment, text, category, status, tag in IDENTIFIERS:
        key = (interview, segment)
        start = texts[key].index(text)
        end = start + len(text)
        layer = "cue"
        row = (*key, start, end, category, text, layer, status, "program", f"e {text}", tag)
        decided.append(row)
        if status == "replaced":
            at = start + len(public[key]) - len(texts[key])
            public[key] = f"{public[key][:at]}[{tag}]{public[key][at + len(text) :]}"
            moved.append((*key, start, end, at, at + len(tag) + 2))
    order = Segments.column_names()
    _write(Segments, spoken[order].to_numpy().tolist(), PRIVATE / "1_ingest/segments/0.csv")
    keys = zip(spoken["interview"], spoken["segment"], strict=True)
    safe = spoken.assign(text=[public[key] for key in keys])
    to = RESTRICTED / "2_deidentify/segments/0.csv"
    _write(Segments, safe[order].to_numpy().tolist(), to)
    _write(Identifiers, decided, PRIVATE / "2_deidentify/identifiers.csv")
    _write(Offsets, moved, PRIVATE / "2_deidentify/offsets.csv")


def _codings() -> None:
    given = [
        (c, who, layer, i, s, code, v, st, "", "person", date)
        for c, who, layer, i, s, code, v, st, date in CODINGS
    ]
    _write(Codings, given, RESTRICTED / "4_code/codings.csv")
    carried = [
        (c, who, layer, i, s, code, st, "", "person", code, v, "unchanged")
        for c, who, layer, i, s, code, v, st, _ in CODINGS
    ]
    _write(Carried, carried, RESTRICTED / "4_code/carried.csv")
    _write(CodebookTable, CODEBOOK, Path("results/4_code/codebook.csv"))


def _tables() -> None:
    lines = [
        ("theme", "wood", "In the wood", "wood", 2),
        ("subtheme", "trees", "Trees", "wood", 1),
        ("code", "oak", "Oak trees", "wood", 1),
        ("code", "ash", "Ash trees", "wood", 0),
        ("code", "owl", "Owls", "wood", 1),
    ]
    share = [(*line, 2, line[-1] / 2, 0.0, 1.0, line[-1], 0) for line in lines]
    _write(Frequencies, share, Path("results/6_compare/themes.csv"))
    grouped = [
        ("work", "Woods", "theme", "wood", "In the wood", 1, 1, 1.0, 0.0, 1.0),
        ("work", "Schools", "theme", "wood", "In the wood", 1, 1, 1.0, 0.0, 1.0),
    ]
    _write(GroupFrequencies, grouped, Path("results/6_compare/groups.csv"))
    matrix = [("oak", "P01", 2), ("oak", "P02", 0), ("owl", "P01", 0), ("owl", "P02", 1)]
    _write(Presence, matrix, Path("results/6_compare/presence.csv"))
    curve = [
        ("code", 1, "P01", 1, 1, 1, 1.0, 0.0, None),
        ("code", 2, "P02", 1, 1, 2, 2.0, 0.0, None),
    ]
    _write(Saturation, curve, Path("results/5_saturate/saturation.csv"))
    names = Agreement.column_names()
    agreed = dict.fromkeys(names, 0.0) | {"code": "oak", "name": "Oak trees"}
    agreed |= {"codebook_version": 1, "status": "framework development"}
    counted = {name: int(agreed[name]) for name in names if name in {"coders", "interviews"}}
    Agreement.write(pd.DataFrame([agreed | counted])[names], Path("results/4_code/agreement.csv"))
    said = [("oak", "P01", 2, "I will sit under the oak", "(P01, Woods)", "anna", 0)]
    _write(ApprovedQuotations, said, Path("results/7_report/quotations.csv"))
