"""Codings as people bring them: what is refused, and what becomes of the rest."""

import json
from pathlib import Path

import pandas as pd
import pytest

from verbatim.code import carrying
from verbatim.code.given import check_given, read_given
from verbatim.codebook.model import Change, Code, Codebook, Version
from verbatim.errors import StudyError, StudyErrors
from verbatim.files import sha256, text_hash
from verbatim.tables.code import Carried, CodingCounts, Codings, Memos, Recode
from verbatim.tables.ingest import Segments
from verbatim.tables.people import CodingsGiven

V1 = ("oak", "elm", "ash", "yew", "fir")
STEPS = (
    Change("rename", ("oak",), ("owl",)),
    Change("merge", ("elm", "ash"), ("emu",)),
    Change("split", ("yew",), ("jay", "kea")),
    Change("drop", ("fir",), ()),
    Change("add", (), ("new",)),
)
V2 = ("owl", "emu", "jay", "kea", "new")
BOOK = Codebook(
    tuple(Code(code, code, "", "s", "s", "t", "t") for code in V2),
    (Version(1, "", V1), Version(2, "", V2, STEPS)),
    {},
)
SEGMENTS = pd.DataFrame(
    [
        (interview, number, number, speaker, "", None, None, f"{interview} says {number}")
        for interview in ("Q2", "Q10")
        for number, speaker in enumerate(
            ("interviewer", "participant", "participant", "other"), start=1
        )
    ],
    columns=Segments.column_names(),
)


def given(*rows, **more):
    """Codings of (coder, interview, segment, code, version); `more` sets whole columns."""
    table = pd.DataFrame(
        [
            {
                "coder": coder,
                "layer": "consensus",
                "interview": interview,
                "segment": segment,
                "code": code,
                "codebook_version": version,
            }
            for coder, interview, segment, code, version in rows
        ],
        columns=["coder", "layer", "interview", "segment", "code", "codebook_version"],
    ).assign(**more)
    table = CodingsGiven.check(table, "test")
    return table.assign(file="mary.csv", row=range(2, len(table) + 2))


def outcome(*rows, **more):
    """What becomes of codings that are given so."""
    return carrying.followed(given(*rows, **more), BOOK, SEGMENTS)


def refused(*rows, **more):
    """The errors that checking such codings raises."""
    with pytest.raises((StudyError, StudyErrors)) as caught:
        check_given(given(*rows, **more), BOOK, SEGMENTS)
    error = caught.value
    return error.errors if isinstance(error, StudyErrors) else [error]


WRONG = [
    (("a", "Q3", 2, "owl", 2), "interview Q3", "not in the register", "unknown"),
    (("a", "q2", 2, "owl", 2), "interview q2", "near it: Q2", "capitals"),
    (("a", "Q2", 9, "owl", 2), "segment 9 of Q2", "1 to 4", "segment too high"),
    (("a", "Q2", 2, "owl", 3), "version 3", "1, 2", "unknown version"),
    (("a", "Q2", 2, "owk", 2), "code owk", "near it: owl", "misspelt code"),
    (("a", "Q2", 2, "oak", 2), "code oak", "oak stands in version 1", "code of another version"),
    (("a", "Q2", 2, "Owl", 2), "code Owl", "near it: owl", "code with a capital"),
    (("a", "Q2", 2, "zzz", 2), "code zzz", "has 5 codes; none is near", "nothing near"),
    (("a|b", "Q2", 2, "owl", 2), "sign |", "layer consensus", "two coders in one cell"),
]


@pytest.mark.parametrize(("row", "found", "told", "why"), WRONG, ids=[row[-1] for row in WRONG])
def test_wrong_references_are_refused(row, found, told, why):
    """Each unknown reference gives one message with row and hint; the file's name stays private."""
    (error,) = refused(("a", "Q2", 2, "emu", 2), row)
    assert error.where.startswith("data/private/codings/, row 3 ("), why
    assert found in error.found
    assert told in str(error)
    assert "mary" not in str(error)
    assert error.private.startswith("mary.csv")


def test_a_cell_that_is_no_id_stays_unsaid():
    """Speech in the column of codes is never printed."""
    (error,) = refused(("a", "Q2", 2, "my sister Ann said so", 2))
    assert "Ann" not in str(error)
    assert "Ann" in error.private


def test_the_same_mistake_is_told_once():
    """A hundred rows of an unknown interview are one message that says how many."""
    (error,) = refused(*(("a", "Q3", number, "owl", 2) for number in range(1, 101)))
    assert error.where == "data/private/codings/, row 2 (a) and 99 more rows"


def test_different_mistakes_are_told_together():
    """One reading tells all mistakes, twenty and the number of those left."""
    errors = refused(*(("a", f"R{number}", 1, "owl", 2) for number in range(30)))
    assert len(errors) == 21
    assert errors[-1].found == "this and 9 more problems"


def test_the_same_coding_twice_is_refused():
    """Coder, layer, interview, segment, code and version together are given once."""
    row = ("a", "Q2", 2, "owl", 2)
    (error,) = refused(row, ("b", "Q2", 2, "owl", 2), row)
    assert error.where == "data/private/codings/, rows 2 and 4 (a)"
    check_given(given(row, ("a", "Q2", 2, "oak", 1), ("a", "Q2", 3, "owl", 2)), BOOK, SEGMENTS)


FOLLOWED = [
    (("a", "Q2", 2, "owl", 2), "unchanged", "owl", "current code"),
    (("a", "Q2", 2, "oak", 1), "rename", "owl", "renamed code"),
    (("a", "Q2", 2, "ash", 1), "merge", "emu", "merged code"),
]


@pytest.mark.parametrize(("row", "how", "code", "why"), FOLLOWED)
def test_codings_are_carried(row, how, code, why):
    """Unchanged, renamed and merged codes come to the current codebook by themselves."""
    table = outcome(row)
    (carried,) = Carried.validate(carrying.carried(table)).to_dict("records")
    assert (carried["carried_by"], carried["code"]) == (how, code), why
    assert (carried["given_code"], carried["given_version"]) == row[3:]
    assert carrying.recode(table).empty


TO_PEOPLE = [
    (("a", "Q2", 2, "yew", 1), "", "split", "jay|kea", "a person chooses"),
    (("a", "Q2", 2, "fir", 1), "", "drop", "", "nothing follows"),
    (("a", "Q2", 2, "oak", 1), "0" * 12, "text changed", "owl", "the text reads differently"),
    (("a", "Q2", 2, "yew", 1), "0" * 12, "text changed", "jay|kea", "changed and split"),
    (("a", "Q2", 1, "oak", 1), "0" * 12, "text changed", "owl", "the numbering may have moved"),
]


@pytest.mark.parametrize(("row", "hash_", "reason", "choices", "why"), TO_PEOPLE)
def test_what_people_must_decide(row, hash_, reason, choices, why):
    """Splits, drops and changed text are listed with choices and the new hash, never counted."""
    table = outcome(row, text_hash=hash_)
    (listed,) = Recode.validate(carrying.recode(table)).to_dict("records")
    assert (listed["reason"], listed["choices"]) == (reason, choices), why
    assert listed["text_hash"] == text_hash(f"Q2 says {row[2]}")
    assert carrying.carried(table).empty


def test_a_hash_that_fits_is_carried():
    """A coding whose hash is that of the spoken text counts."""
    table = outcome(("a", "Q2", 2, "owl", 2), text_hash=text_hash("Q2 says 2"))
    assert len(carrying.carried(table)) == 1
    assert carrying.counts(table)["no_hash"].tolist() == [0]


@pytest.mark.parametrize("segment", [1, 4])
def test_only_participants_are_counted(segment):
    """What an interviewer or anybody else says is kept as given and counted nowhere."""
    table = outcome(("a", "Q2", segment, "yew", 1))
    assert len(carrying.codings(table)) == 1
    assert carrying.carried(table).empty
    assert carrying.recode(table).empty
    assert carrying.counts(table)["interviewer_speech"].tolist() == [1]


def test_two_codings_that_meet_are_carried_once():
    """Where a merge makes two codings equal, the lower id stands; both are counted as merged."""
    table = outcome(("a", "Q2", 2, "elm", 1), ("a", "Q2", 2, "ash", 1), ("b", "Q2", 2, "elm", 1))
    carried = carrying.carried(table)
    mine = carried[carried["coder"] == "a"]["coding"].tolist()
    assert mine == [min(table.loc[table["coder"] == "a", "coding"])]
    assert len(carried) == 2
    assert carrying.counts(table)["merged"].tolist() == [2, 1]


@pytest.mark.parametrize("deviant", ["elm", "ash"])
def test_a_deviant_case_is_not_lost_in_a_merge(deviant):
    """Of two codings that meet, the one that marks a deviant case stands."""
    stances = ["deviant" if code == deviant else "" for code in ("elm", "ash")]
    table = outcome(("a", "Q2", 2, "elm", 1), ("a", "Q2", 2, "ash", 1), stance=stances)
    (carried,) = carrying.carried(table).to_dict("records")
    assert (carried["stance"], carried["given_code"]) == ("deviant", deviant)


def test_counts_add_up():
    """The outcomes of each coder, layer and version add up to the codings given."""
    rows = [("a", "Q10", 2, code, 1) for code in V1]
    rows += [("a", "Q2", 2, code, 2) for code in V2] + [("a", "Q2", 1, "owl", 2)]
    rows += [("b", "Q2", 3, "yew", 1)]
    counts = CodingCounts.validate(
        carrying.counts(outcome(*rows, origin=["", "person", "sug7"] + [""] * (len(rows) - 3)))
    )
    parts = counts.loc[:, "unchanged":"interviewer_speech"]
    assert parts.sum(axis=1).tolist() == counts["codings"].tolist() == [5, 6, 1]
    assert counts["assisted"].tolist() == [1, 0, 0]
    assert counts["no_hash"].sum() == len(rows)


def test_order_and_ids_do_not_depend_on_the_files():
    """The same codings in another order give the same tables, Q2 before Q10."""
    rows = [("b", "Q10", 3, "owl", 2), ("a", "Q2", 3, "owl", 2), ("a", "Q2", 2, "yew", 1)]
    one, other = outcome(*rows), outcome(*rows[::-1])
    for table in (carrying.codings, carrying.carried, carrying.recode, carrying.counts):
        assert table(one).equals(table(other))
    assert one["interview"].tolist() == ["Q2", "Q2", "Q10"]
    assert one["coding"].str.fullmatch("[0-9a-f]{12}").all()


def test_nothing_given_gives_tables_without_rows():
    """A study without codings has valid, empty tables and says so."""
    table = outcome()
    for promise, made in (
        (Codings, carrying.codings),
        (Carried, carrying.carried),
        (Recode, carrying.recode),
        (Memos, carrying.memos),
        (CodingCounts, carrying.counts),
    ):
        assert len(promise.validate(made(table))) == 0
    ((wanting, message),) = carrying.told(table)
    assert wanting
    assert "no codings" in message


def write(name, text):
    """Bring a file of codings and list all of them."""
    folder = Path("data/private/codings")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    listing = Path("codings.json")
    listing.write_text(
        json.dumps(
            [{"file": str(path), "sha256": sha256(path)} for path in sorted(folder.glob("*"))]
        )
    )
    return listing


HEADER = "coder,layer,interview,segment,code,codebook_version\n"


def test_files_are_read_together(tmp_path, monkeypatch):
    """All files are one table; blanks around ids do not make other coders or codes."""
    monkeypatch.chdir(tmp_path)
    write("x.csv", HEADER + " a,consensus,Q2 ,2,owl ,2\n")
    table = read_given(write("y.csv", HEADER + "b,consensus,Q2,2,owl,2\n"))
    assert table[["coder", "interview", "code", "row"]].values.tolist() == [
        ["a", "Q2", "owl", 2],
        ["b", "Q2", "owl", 2],
    ]


@pytest.mark.parametrize(
    ("text", "told", "why"),
    [
        ("coder,layer,interview,segment\n", "no column code, codebook_version", "two missing"),
        (HEADER + "a,agreed,Q2,2,owl,2\n", "row 2, column layer", "an unknown layer"),
        (HEADER + "a,consensus,Q2,two,owl,2\n", "column segment", "no number"),
        ("", "an empty file", "empty"),
    ],
)
def test_broken_files_are_cited_without_their_name(tmp_path, monkeypatch, text, told, why):
    """A file's name may name a coder: it is never in the message."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StudyError) as caught:
        read_given(write("mary_smith.csv", text))
    assert told in str(caught.value), why
    assert "mary" not in str(caught.value)
    assert "mary_smith.csv" in caught.value.private
    assert caught.value.where.startswith("data/private/codings/")


def test_a_file_changed_meanwhile_stops_the_run(tmp_path, monkeypatch):
    """What was listed when the study was opened is what is read, or nothing."""
    monkeypatch.chdir(tmp_path)
    listing = write("x.csv", HEADER)
    Path("data/private/codings/x.csv").write_text(HEADER + "a,consensus,Q2,2,owl,2\n")
    with pytest.raises(StudyError, match="start the run again"):
        read_given(listing)
