"""The doors of room 4, on tiny tables."""

import json
from pathlib import Path

import pandas as pd
import pytest

from verbatim.files import sha256, text_hash
from verbatim.tables.code import (
    Agreement,
    Carried,
    CodebookChanges,
    CodebookTable,
    CodingCounts,
    Codings,
    Disagreements,
    Memos,
    Reanchor,
    Recode,
)
from verbatim.tables.frozen import Frozen
from verbatim.tables.ingest import Segments

CODEBOOK = """\
version: 2
themes:
  - id: trees
    codes:
      - {id: oak, name: Oak, definition: "A tree."}
      - {id: owl, name: Owl, definition: "A bird."}
"""
HISTORY = """\
versions:
  - {version: 1, codes: version_1.csv, built_from: [Q1]}
  - version: 2
    date: 2024-06-20
    changes:
      - {change: rename, from: acorn, to: oak, why: "Grown."}
"""
MARY = """\
coder,layer,interview,segment,code,codebook_version,memo
x,independent,Q1,2,acorn,1,
x,independent,Q1,3,owl,1,a bird here
"""
JOHN = """\
coder,layer,interview,segment,code,codebook_version,memo
y,independent,Q1,2,acorn,1,
y,independent,Q1,1,owl,1,
"""

CHECKED = {
    "codings": ("results/restricted/4_code/codings.csv", Codings),
    "carried": ("results/restricted/4_code/carried.csv", Carried),
    "recode": ("results/restricted/4_code/recode.csv", Recode),
    "reanchor": ("results/private/4_code/reanchor.csv", Reanchor),
    "memos": ("results/private/4_code/memos.csv", Memos),
    "codebook": ("results/4_code/codebook.csv", CodebookTable),
    "changes": ("results/4_code/changes.csv", CodebookChanges),
    "counts": ("results/4_code/counts.csv", CodingCounts),
}
AGREED = {
    "agreement": ("results/4_code/agreement.csv", Agreement),
    "disagreements": ("results/private/4_code/disagreements.csv", Disagreements),
}
DRAWN = [f"results/4_code/agreement{suffix}" for suffix in (".svg", ".pdf", ".png")]


class Room:
    """A study folder with what room 4 needs, and its doors."""

    def __init__(self, open_door):
        self.open_door = open_door
        self.left_out = []
        self.frozen = []
        self.codings = {"mary.csv": MARY, "john.csv": JOHN}
        self.codebook = {
            "codebook.yaml": CODEBOOK,
            "history.yaml": HISTORY,
            "version_1.csv": "code,name,definition\nacorn,Acorn,\nowl,Owl,\n",
        }
        self.segments = Path("results/private/1_ingest/segments/0.csv")
        self.segments.parent.mkdir(parents=True)
        speakers = ("interviewer", "participant", "participant")
        rows = [
            ("Q1", number, number, speaker, "", None, None, "I like owls")
            for number, speaker in enumerate(speakers, start=1)
        ]
        Segments.write(pd.DataFrame(rows, columns=Segments.column_names()), self.segments)

    def _bring(self, folder, files):
        Path(folder).mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        return sorted(Path(folder).glob("*"))

    def check(self):
        """Run code_check and give its tables."""
        paths = self._bring("data/private/codings", self.codings)
        listing = Path("codings.json")
        listing.write_text(
            json.dumps([{"file": path.as_posix(), "sha256": sha256(path)} for path in paths])
        )
        self.framework = self._bring("data/codebook", self.codebook)
        self.open_door(
            "code_check",
            {
                "codings": listing,
                "codebook": self.framework,
                "segments": [self.segments],
                "frozen": self.frozen,
            },
            {name: path for name, (path, _) in CHECKED.items()},
            {"left_out": list(self.left_out)},
        )
        return {name: table.read(Path(path)) for name, (path, table) in CHECKED.items()}

    def agree(self):
        """Run code_agree and give its tables."""
        self.open_door(
            "code_agree",
            {
                **{name: CHECKED[name][0] for name in ("codings", "recode", "memos")},
                "codebook": self.framework,
                "segments": [self.segments],
            },
            {name: path for name, (path, _) in AGREED.items()},
            {"resamples": 100, "seed": 1},
        )
        return {name: table.read(Path(path)) for name, (path, table) in AGREED.items()}

    def draw(self, invented=True):
        """Run code_draw and give the bytes of its figures."""
        self.open_door(
            "code_draw",
            {"agreement": AGREED["agreement"][0]},
            {"agreement": DRAWN},
            {"invented": invented},
        )
        return [Path(path).read_bytes() for path in DRAWN]


@pytest.fixture
def room(open_door):
    """A study in which two coders coded one interview under version 1."""
    return Room(open_door)


def test_codings_without_consent_are_set_aside(room, caplog):
    """Rows of an interview that is left out are not used, and not taken for a misprint."""
    room.left_out = ["Q9"]
    room.codings["mary.csv"] = MARY + "x,independent,Q9,1,owl,1,\n"
    made = room.check()
    assert set(made["codings"]["interview"]) == {"Q1"}
    assert "1 row of data/private/codings/ not used: no consent to be analysed" in caplog.text


def test_codings_are_checked_and_carried(room, caplog):
    """The door writes all its tables from codings, codebook and segments."""
    made = room.check()
    assert made["codings"][["coder", "segment", "code"]].to_numpy().tolist() == [
        ["y", 1, "owl"],
        ["x", 2, "acorn"],
        ["y", 2, "acorn"],
        ["x", 3, "owl"],
    ]
    assert made["carried"][["coder", "segment", "code", "carried_by"]].to_numpy().tolist() == [
        ["x", 2, "oak", "rename"],
        ["y", 2, "oak", "rename"],
        ["x", 3, "owl", "unchanged"],
    ]
    assert made["memos"]["memo"].tolist() == ["a bird here"]
    assert made["codebook"][["code", "subtheme", "since"]].to_numpy().tolist() == [
        ["oak", "trees", 2],
        ["owl", "trees", 1],
    ]
    assert made["changes"][["before", "after", "why"]].to_numpy().tolist() == [
        ["acorn", "oak", "Grown."]
    ]
    assert made["counts"]["interviewer_speech"].tolist() == [0, 1]
    assert "4 codings without a hash" in caplog.text


def test_codings_follow_a_corrected_transcript(room, caplog):
    """Codings on untouched segments stand; others are listed with the old text beside the new.

    Of the three segments frozen the second was corrected and the third joined to it; a fourth,
    spoken first, is new. The sixth was corrected before, and frozen since: a coding that has no
    hash may have been given on the text before.
    """
    old = {1: "How?", 2: "By bus, I think.", 3: "Then on foot.", 4: "It rained.", 6: "Hail!"}
    now = {5: "May I begin?", 1: "How?", 2: "By bus, I thought. Then on foot.", 4: "It rained."}
    now |= {6: "Snow!"}

    def rows(texts, *more):
        return [
            ("Q1", number, number, "participant", "Q1", None, None, text, *(f(text) for f in more))
            for number, text in texts.items()
        ]

    Segments.write(pd.DataFrame(rows(now), columns=Segments.column_names()), room.segments)
    frozen = {"current": old | {6: "Snow!"}, "earlier": {6: "Hail!"}}
    accepted = [
        row for state in frozen for row in rows(frozen[state], text_hash, lambda _, s=state: s)
    ]
    path = Path("data/private/frozen/Q1.csv")
    Frozen.write(pd.DataFrame(accepted, columns=Frozen.column_names()), path)
    room.frozen = [path]
    given = [(1, text_hash(old[1])), (2, text_hash(old[2])), (3, ""), (4, ""), (6, "")]
    header = "coder,layer,interview,segment,text_hash,code,codebook_version\n"
    lines = [f"x,independent,Q1,{number},{held},owl,1\n" for number, held in given]
    room.codings = {"x.csv": header + "".join(lines)}
    made = room.check()

    assert made["carried"]["segment"].tolist() == [1, 4]
    listed = made["reanchor"][["segment", "text_before", "text", "stands_in"]]
    assert listed.to_numpy().tolist() == [
        [2, old[2], now[2], ""],
        [3, old[3], "", "2"],
        [6, "Hail!", "Snow!", ""],
    ]
    assert made["recode"]["text_hash"].tolist() == [text_hash(now[2]), "", text_hash(now[6])]
    assert made["counts"]["text_changed"].tolist() == [3]
    assert "3 codings set aside: the text has changed" in caplog.text
    assert "without a hash" not in caplog.text
    assert "bus" not in caplog.text


def test_memos_are_private(room):
    """What coders wrote stands in private tables only."""
    room.check()
    room.agree()
    holding = [
        path.as_posix()
        for path in Path("results").rglob("*")
        if path.is_file() and b"a bird here" in path.read_bytes()
    ]
    assert sorted(holding) == [
        "results/private/4_code/disagreements.csv",
        "results/private/4_code/memos.csv",
    ]


@pytest.mark.parametrize(
    "case",
    [
        ("codings", "john.csv", JOHN.replace("2,acorn", "2,acron"), "near it: acorn"),
        ("codings", "john.csv", JOHN.replace("2,acorn", "9,acorn"), "which has 1 to 3"),
        ("codings", "john.csv", JOHN.replace("Q1", "Q2"), "not in the register"),
        ("codings", "john.csv", "coder,layer\n", "no column interview, segment"),
        ("codings", "john.csv", MARY, "2 times"),
        ("codebook", "codebook.yaml", CODEBOOK + "  - {id: birds}\n", "codebook.yaml, line 7"),
        ("codebook", "history.yaml", HISTORY.replace("acorn", "nut"), "history.yaml, line 6"),
        ("codebook", "history.yaml", HISTORY.replace("version_1", "v1"), "history.yaml, line 2"),
    ],
)
def test_bad_input_is_told_in_plain_words(room, capsys, case):
    """A mistake ends the job with code 2, one clear message and no coder's file name."""
    what, name, text, told = case
    getattr(room, what)[name] = text
    with pytest.raises(SystemExit) as caught:
        room.check()
    printed = capsys.readouterr().err
    assert caught.value.code == 2
    assert told in printed
    assert "Traceback" not in printed
    assert "john" not in printed
    assert not Path(CHECKED["codings"][0]).exists()


def test_agreement_is_measured_and_drawn(room):
    """The doors give the table, the list of disagreements and the figure in three formats."""
    room.check()
    made = room.agree()
    table = made["agreement"].set_index("code")
    assert table.loc["acorn", ["segments", "alpha"]].tolist() == [2, 1]
    assert table.loc["owl", "positive"] == 0
    assert set(table["status"]) == {"framework development"}
    assert made["disagreements"][["segment", "code", "given_by", "memos"]].to_numpy().tolist() == [
        [3, "owl", "x", "x: a bird here"]
    ]
    svg, pdf, png = room.draw()
    assert b"framework development" in svg
    assert b"version 1" in svg
    assert b"invented" in svg
    assert pdf.startswith(b"%PDF")
    assert png.startswith(b"\x89PNG")
    assert room.draw() == [svg, pdf, png]
    assert b"invented" not in room.draw(invented=False)[0]


def test_no_codings_at_all(room, caplog):
    """A study that has not coded yet gets valid, empty tables and a figure that says so."""
    room.codings = {}
    made = room.check()
    assert all(made[name].empty for name in ("codings", "carried", "recode", "memos", "counts"))
    assert len(made["codebook"]) == 2
    assert "no codings" in caplog.text
    assert room.agree()["agreement"].empty
    assert b"no interview was coded independently by two coders" in room.draw()[0]
