"""Doors of room 2, on tiny tables."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from verbatim.files import sha256
from verbatim.tables.deidentify import Identifiers, Mentions, Offsets, Recall, Replacements
from verbatim.tables.ingest import Losses, Segments
from verbatim.tables.missed import Missed, Near, Residual, ToCheck

HEAD = "interview,turn,segment,speaker,participant,start,end,text\n"
BATCHES = {
    "0": HEAD
    + 'P01,1,1,interviewer,,,,"Hello Mrs Ames, may I call you Ruth?"\n'
    + 'P01,2,2,participant,P01,,,"Ruth, yes. [PERSON 1] is what they typed for Zedkin Marr."\n',
    "1": HEAD + 'P02,1,1,participant,P02,,,"Zedkin rang on 0161 496 0123, ""NA"" she said."\n',
}
SAMPLE = (
    "interview,segment,start,end,category,text\n"
    "P01,1,10,14,PERSON,Ames\nP01,1,31,35,PERSON,Ruth\nP01,2,0,4,PERSON,Ruth\n"
)
DECLINED = (
    "interview,segment,start,end,category,text,decision\nP01,2,46,57,PERSON,Zedkin Marr,declined\n"
)
PRIVATE, PUBLIC = Path("results/private/2_deidentify"), Path("results/2_deidentify")


def write(path: str, text: str) -> str:
    """Write a file of the study and give its path."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
    return path


def ticket(interview: str) -> str:
    """Write the ticket of an interview."""
    content = {
        "interview": interview, "file": f"{interview}.txt", "sha256": "0",
        "interviewer_labels": ["I"], "participant_labels": ["R"], "participants": [interview],
        "other_labels": [],
    }  # fmt: skip
    return write(f"tickets/{interview}.json", json.dumps(content))


def losses() -> str:
    """Write how many words the interviews have."""
    table = pd.DataFrame([("P01", 17), ("P02", 9)], columns=["interview", "words"]).reindex(
        columns=Losses.column_names()
    )
    counts = [name for name in table.columns if name not in {"interview", "words"}]
    filled = table.assign(**dict.fromkeys(counts, 1))
    Losses.write(filled, "losses.csv")
    return "losses.csv"


def run(
    open_door: Callable[..., None],
    *,
    sample: str = "",
    decisions: str = "",
    roster: str = "",
    pipeline: str = "",
    checked_segments: str = "",
) -> None:
    """Go through the five doors."""
    brought = {
        name: [write(f"data/private/identifiers/{name}.csv", text)] if text else []
        for name, text in (
            ("sample", sample),
            ("decisions", decisions),
            ("roster", roster),
            ("checked_segments", checked_segments),
        )
    }
    spoken = [write(f"segments/{name}.csv", text) for name, text in BATCHES.items()]
    mentions = [PRIVATE / f"mentions/{name}.csv" for name in BATCHES]
    for path, found, interview in zip(spoken, mentions, ("P01", "P02"), strict=True):
        open_door(
            "deidentify_find",
            {"segments": path, "tickets": [ticket(interview)], "roster": brought["roster"]},
            {"mentions": found},
            {"learned": {"spacy_pipeline": pipeline}, "language": ""},
        )
    keys = {
        name: PRIVATE / f"{name}.csv" for name in ("automatic", "identifiers", "offsets", "checked")
    }
    open_door(
        "deidentify_decide",
        {"segments": spoken, "mentions": mentions, **brought, "answers": write("a.json", "[]")},
        {name: keys[name] for name in ("automatic", "identifiers", "checked")},
        {
            "checked_sample_decides": True,
            "left_out": ["P09"],
            "settled": [],
            "policy": {"LOCATION": "region"},
            "replace_by": "tags",
            "seed": 1,
        },
    )
    open_door(
        "deidentify_replace",
        {"segments": spoken, "identifiers": keys["identifiers"]},
        {
            "segments": [Path(f"results/restricted/{name}.csv") for name in BATCHES],
            "offsets": keys["offsets"],
            "near": PRIVATE / "near.csv",
            "replacements": PUBLIC / "replacements.csv",
        },
    )
    open_door(
        "deidentify_residual",
        {
            "segments": spoken,
            "losses": losses(),
            "automatic": keys["automatic"],
            "checked": keys["checked"],
            "near": PRIVATE / "near.csv",
            "checked_segments": brought["checked_segments"],
        },
        {
            "to_check": PRIVATE / "to_check.csv",
            "missed": PUBLIC / "missed.csv",
            "residual": PUBLIC / "residual.csv",
        },
        {"left_out": ["P09"], "check": {"bound": 0.01, "icc": 0.01}, "seed": 1},
    )
    open_door(
        "deidentify_measure",
        {
            "automatic": keys["automatic"],
            "checked": keys["checked"],
            "missed": PUBLIC / "missed.csv",
        },
        {
            "recall": PUBLIC / "recall.csv",
            "figure": [PUBLIC / f"recall.{ending}" for ending in ("svg", "pdf", "png")],
        },
        {"invented": False},
    )


def test_five_doors(open_door: Callable[..., None]) -> None:
    """From speech to tags: every table keeps its promise and only identifiers change."""
    run(open_door, sample=SAMPLE, decisions=DECLINED)
    texts = {
        name: Segments.read(Path(f"results/restricted/{name}.csv"))["text"].tolist()
        for name in BATCHES
    }
    assert texts["0"] == [
        "Hello Mrs [PERSON 2], may I call you [PERSON 3]?",
        "[PERSON 3], yes. [PERSON 1] is what they typed for Zedkin Marr.",
    ]
    assert texts["1"] == ['[PERSON 1] rang on [PHONE 1], "NA" she said.']
    identifiers = Identifiers.read(PRIVATE / "identifiers.csv")
    kept = identifiers[identifiers["status"] == "kept"]
    assert kept["text"].tolist() == ["Zedkin Marr"]
    assert len(Offsets.read(PRIVATE / "offsets.csv")) == 5
    assert Replacements.read(PUBLIC / "replacements.csv")["replaced"].sum() == 5
    recall = Recall.read(PUBLIC / "recall.csv").set_index("category")
    assert recall.loc["all", ["checked", "found", "proposed", "right"]].tolist() == [3, 3, 4, 3]
    for name in ("mentions/0", "mentions/1", "automatic"):
        Mentions.read(PRIVATE / f"{name}.csv")
    assert Missed.read(PUBLIC / "missed.csv")["words"].max() == 17
    assert len(Near.read(PRIVATE / "near.csv")) == 0
    assert Residual.read(PUBLIC / "residual.csv")["estimate"].notna().any()
    assert len(ToCheck.read(PRIVATE / "to_check.csv")) == 0


def test_same_bytes(open_door: Callable[..., None]) -> None:
    """A second run, from the cache, gives the same bytes."""
    seen = []
    for _ in range(2):
        run(open_door, sample=SAMPLE, decisions=DECLINED)
        made = sorted(path for path in Path("results").rglob("*.*") if "cache" not in path.parts)
        seen.append([(path.as_posix(), sha256(path)) for path in made])
    assert seen[0] == seen[1]


def test_logs_name_nobody(
    open_door: Callable[..., None], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Logs, provenance and public tables count, and quote nothing that was said."""
    caplog.set_level("INFO")
    run(open_door, sample=SAMPLE, decisions=DECLINED)
    public = [*tmp_path.glob("*.json"), *PUBLIC.glob("*.csv"), *PUBLIC.glob("*.svg")]
    told = caplog.text + "".join(path.read_text(encoding="utf-8") for path in public)
    assert "P01: 3 identifiers to be replaced" in told
    assert not any(name in told for name in ("Ames", "Ruth", "Zedkin", "0161"))


def test_without_sample(open_door: Callable[..., None]) -> None:
    """Without a checked sample the program alone decides; the recall table has no rows."""
    run(open_door)
    assert len(Recall.read(PUBLIC / "recall.csv")) == 0
    text = Segments.read(Path("results/restricted/0.csv"))["text"].tolist()[1]
    assert text == "[PERSON 3], yes. [PERSON 1] is what they typed for [PERSON 4]."


def test_what_people_missed(open_door: Callable[..., None]) -> None:
    """What was missed in a segment that was read is replaced, and the segment counts as read."""
    text = "Ruth, yes. [PERSON 1] is what they typed for Zedkin Marr."
    run(
        open_door,
        checked_segments=f'interview,segment,missed,category,text\nP01,2,typed,ROLE,"{text}"\n',
    )
    said = Segments.read(Path("results/restricted/0.csv"))["text"].tolist()[1]
    assert said == "[PERSON 3], yes. [PERSON 1] is what they [ROLE 1] for [PERSON 4]."
    told = Residual.read(PUBLIC / "residual.csv")
    assert told["based_on"][2].startswith("1 of 1 segments read, of 1;")
    assert len(ToCheck.read(PRIVATE / "to_check.csv")) == 0


BAD: list[tuple[dict[str, Any], str, str]] = [
    (
        {"sample": "interview,segment,start,end,category,text\nP01,1,0,4,PERSON,Rita\n"},
        "sample.csv, row 2",
        "a text that nobody said",
    ),
    (
        {"sample": "interview,segment,start,end,category,text\nP77,1,0,4,PERSON,Ruth\n"},
        "sample.csv, row 2",
        "an unknown interview",
    ),
    (
        {"decisions": "interview,segment,start,end,category,text,decision\n"
         "P01,9,0,4,PERSON,Ruth,accepted\n"},
        "decisions.csv, row 2 (P01)",
        "an unknown segment",
    ),
    (
        {"decisions": "interview,segment,start,end,category,text,decision\n"
         "P01,1,31,35,PERSON,Ruth,perhaps\n"},
        "row 2, column decision",
        "an unknown answer",
    ),
    (
        {"checked_segments": "interview,segment,missed,text\nP01,2,Rita,Ruth.\n"},
        "checked_segments.csv, row 2 (P01), column missed",
        "words that do not stand in the text that was read",
    ),
    ({"roster": "name,category\nRuth,NAME\n"}, "row 2, column category", "an unknown category"),
    ({"roster": "name\nRuth\n"}, "no column category", "a missing column"),
    ({"pipeline": "no_such_pipeline"}, "spacy_pipeline", "a pipeline that is not installed"),
]  # fmt: skip


@pytest.mark.parametrize(("brought", "message", "reason"), BAD, ids=[row[2] for row in BAD])
def test_bad_input(
    open_door: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
    brought: dict[str, Any],
    message: str,
    reason: str,
) -> None:
    """What people got wrong ends with code 2 and one plain message that quotes nobody."""
    with pytest.raises(SystemExit) as ended:
        run(open_door, **brought)
    told = capsys.readouterr().err
    assert ended.value.code == 2, reason
    assert message in told
    assert "Ruth" not in told
