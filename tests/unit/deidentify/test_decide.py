"""Names pooled over a study, decisions replayed, in any division into batches."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.deidentify.decide import Batch, decide
from verbatim.deidentify.find import find_mentions
from verbatim.deidentify.general import Policy
from verbatim.deidentify.learned import RULES_ONLY
from verbatim.deidentify.people import People
from verbatim.deidentify.replace import replaced
from verbatim.deidentify.stand_ins import Cast
from verbatim.errors import StudyError, StudyErrors
from verbatim.register import Ticket
from verbatim.tables.deidentify import Identifiers, Mentions
from verbatim.tables.people import Decisions, Roster, Sample

TEXTS = {
    "P01": ["I'm Ifan. I work with Zedkin Marr, she's good.", "Mrs Ames, eighty-two, rang Dean."],
    "P02": ["Zedkin rang me. Marr's the one.", "Annual zedkin? Dean would, the dean might."],
    "P03": ["Ann went to Hexham. Annual leave.", "I said to Ann, ring Ifan in Hexham."],
    "P04": ["Hexham again. Will you? Grace under pressure."],
}


def segments(texts: dict[str, list[str]]) -> pd.DataFrame:
    """Rows of Segments."""
    return pd.DataFrame(
        [
            (interview, number, text)
            for interview, lines in texts.items()
            for number, text in enumerate(lines, start=1)
        ],
        columns=["interview", "segment", "text"],
    )


def people(**tables: object) -> People:
    """What people brought; nothing unless given."""
    brought: dict[str, object] = {
        "roster": Roster.without_rows(),
        "decisions": Decisions.without_rows(),
        "sample": Sample.without_rows(),
        "sample_decides": True,
        **tables,
    }
    return People(**brought)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(
    division: list[list[str]], brought: People, texts: dict[str, list[str]] = TEXTS
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Find in each batch, then decide."""

    def batch(interviews: list[str]) -> Batch:
        table = segments({name: texts[name] for name in interviews})
        found = find_mentions(table, [], brought.roster, learned=RULES_ONLY, code="c", lock="l")
        return Batch(lambda: table, lambda: found)

    outcome = decide([batch(one) for one in division], brought)
    Mentions.validate(outcome.automatic)
    Identifiers.validate(outcome.identifiers)
    return outcome.automatic, outcome.identifiers


def said(table: pd.DataFrame, interview: str) -> list[str]:
    """Texts of the mentions of an interview, in order."""
    return table.loc[table["interview"] == interview, "text"].tolist()


def test_names_are_pooled() -> None:
    """A name found in one interview is replaced in the others: whole words, before a possessive."""
    automatic, _ = run([list(TEXTS)], people())
    assert said(automatic, "P01") == ["Ifan", "Zedkin Marr", "Ames", "eighty-two", "Dean"]
    assert said(automatic, "P02")[:2] == ["Zedkin", "Marr"]
    assert said(automatic, "P03") == ["Ann", "Hexham", "Ann", "Ifan", "Hexham"]
    assert "Annual" not in set(automatic["text"])


def test_everyday_names_stay_in_their_interview() -> None:
    """A name that is an everyday word, and one in lower case, is not carried elsewhere."""
    automatic, _ = run([list(TEXTS)], people())
    assert "the dean" not in " ".join(said(automatic, "P02"))
    assert said(automatic, "P04") == ["Hexham"]


def test_lower_case_in_its_own_interview() -> None:
    """A name of an interview is found there in lower case too, where no English word is so."""
    texts = {"P01": ["I met Mrs Zedkin there.", "so zedkin said"], "P02": ["zedkin?"]}
    automatic, _ = run([["P01", "P02"]], people(), texts)
    assert said(automatic, "P01")[-1] == "zedkin"
    assert said(automatic, "P02") == []


DIVISIONS = st.permutations(list(TEXTS)).flatmap(
    lambda names: st.sets(st.integers(1, len(names) - 1)).map(
        lambda cuts: [
            names[a:b] for a, b in zip([0, *sorted(cuts)], [*sorted(cuts), None], strict=True)
        ]
    )
)


@pytest.fixture(scope="module")
def whole() -> list[pd.DataFrame]:
    """Filled once: the result in one batch."""
    return []


@settings(max_examples=15, deadline=None)
@given(DIVISIONS)
def test_batches_do_not_matter(whole: list[pd.DataFrame], division: list[list[str]]) -> None:
    """Any division into batches, in any order, gives the same two tables."""
    if not whole:
        whole.extend(run([list(TEXTS)], people()))
    for table, expected in zip(run(division, people()), whole, strict=True):
        pd.testing.assert_frame_equal(table, expected)


def test_only_identifiers_change() -> None:
    """Between the spoken and the public text nothing differs but what was decided."""
    _, identifiers = run([list(TEXTS)], people())
    public, offsets = replaced(segments(TEXTS), identifiers)
    assert public.loc[1, "text"] == "Mrs [PERSON 3], [AGE 1], rang [PERSON 4]."
    assert len(offsets) == len(identifiers)


def test_roster_and_nickname() -> None:
    """Names of the roster with one identity get one tag, in their own interview only."""
    roster = pd.DataFrame(
        [("Ifan", "PERSON", "P01", "p", "", ""), ("Dean", "PERSON", "P01", "p", "", "")],
        columns=Roster.column_names(),
    )
    _, identifiers = run([list(TEXTS)], people(roster=roster))
    mine = identifiers[identifiers["interview"] == "P01"]
    assert set(mine.loc[mine["identity"] == "p", "text"]) == {"Ifan", "Dean"}
    assert mine.loc[mine["identity"] == "p", "tag"].unique().tolist() == ["PERSON 1"]


def test_policy_and_pseudonyms() -> None:
    """Tags say what the policy wants; pseudonyms stand for people, whatever the division."""
    chosen = {"policy": Policy({"LOCATION": "region", "AGE": "5 years"})}
    whole = run([list(TEXTS)], people(**chosen, cast=Cast(7)))[1]
    apart = run([[one] for one in TEXTS], people(**chosen, cast=Cast(7)))[1]
    assert whole.equals(apart)
    said = {word.lower() for lines in TEXTS.values() for line in lines for word in line.split()}
    replaced = whole[whole["status"] == "replaced"]
    persons = replaced[replaced["category"] == "PERSON"]
    assert len(persons) > 5
    assert not {tag.lower() for tag in persons["tag"]} & said
    assert (persons.groupby(["interview", "identity"])["tag"].nunique() == 1).all()
    assert (persons.groupby(["interview", "tag"])["identity"].nunique() == 1).all()
    assert set(replaced.loc[replaced["category"] == "AGE", "tag"]) == {"AGE 1: 80-84"}
    assert "LOCATION 1: town, North East" in set(replaced["tag"])


def test_decisions_and_sample() -> None:
    """Decisions add and take away; the sample adds, and what it does not list is not spared."""
    decisions = pd.DataFrame(
        [
            ("P01", 2, 10, 20, "AGE", "eighty-two", "declined", "a", "", ""),
            ("P04", 1, 24, 29, "PERSON", "Grace", "accepted", "a", "", ""),
        ],
        columns=Decisions.column_names(),
    )
    sample = pd.DataFrame([("P03", 1, 0, 3, "PERSON", "Ann")], columns=Sample.column_names())
    automatic, identifiers = run([list(TEXTS)], people(decisions=decisions, sample=sample))
    status = {
        (row.interview, row.segment, row.text): (row.status, row.decided_by, bool(row.tag))
        for row in identifiers.itertuples()
    }
    assert status["P01", 2, "eighty-two"] == ("kept", "decision", False)
    assert status["P04", 1, "Grace"] == ("replaced", "decision", True)
    assert status["P03", 1, "Ann"] == ("replaced", "checked sample", True)
    assert status["P03", 2, "Hexham"] == ("replaced", "program", True)
    assert status["P02", 1, "Zedkin"] == ("replaced", "program", True)
    assert said(automatic, "P03") == ["Ann", "Hexham", "Ann", "Ifan", "Hexham"]
    watched = people(sample=sample, sample_decides=False)
    assert set(run([list(TEXTS)], watched)[1]["decided_by"]) == {"program"}


def row(table: str, **change: object) -> pd.DataFrame:
    """One good row of a table, changed."""
    good: dict[str, object] = {
        "interview": "P03", "segment": 1, "start": 0, "end": 3, "category": "PERSON",
        "text": "Ann", "decision": "accepted", "decided_by": "", "date": "", "note": "",
    }  # fmt: skip
    columns = Decisions.column_names() if table == "decisions" else Sample.column_names()
    return pd.DataFrame([{**good, **change}])[columns]


@pytest.mark.parametrize("table", ["decisions", "sample"])
@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"interview": "P99"}, "not in the register"),
        ({"segment": 7}, "segment 7"),
        ({"end": 99}, "positions 0 to 99"),
        ({"text": "Ben"}, "stands neither"),
    ],
)
def test_bad_rows(table: str, change: dict[str, object], found: str) -> None:
    """A row that fits nothing stops the run and names itself, without quoting anybody."""
    brought = people(**{table: row(table, **change)}, sample_decides=False)
    with pytest.raises(StudyError, match=found) as caught:
        run([list(TEXTS)], brought)
    assert f"{table}.csv, row 2" in caught.value.where
    assert "Ben" not in str(caught.value)


def test_every_bad_row_is_told() -> None:
    """Several bad rows are reported together."""
    rows = pd.concat([row("decisions", segment=7), row("decisions", text="Ben")], ignore_index=True)
    with pytest.raises(StudyErrors) as caught:
        run([list(TEXTS)], people(decisions=rows))
    assert [error.where.split(" (")[0][-5:] for error in caught.value.errors] == ["row 2", "row 3"]


def test_people_who_disagree() -> None:
    """A mention of the checked sample that a decision declines is an error."""
    brought = people(decisions=row("decisions", decision="declined"), sample=row("sample"))
    with pytest.raises(StudyError, match="contradicts"):
        run([list(TEXTS)], brought)


def test_nothing_found_and_nothing_said() -> None:
    """Interviews without any identifier give empty tables."""
    automatic, identifiers = run([["P01"]], people(), {"P01": ["Well, it is hard to say."]})
    assert (len(automatic), len(identifiers)) == (0, 0)


def test_labels_of_speakers_are_known(open_door: Callable[..., None]) -> None:
    """A name that stands only as a speaker's label is found when it is spoken."""
    ticket = Ticket("P01", "a.txt", "0", ("I",), ("Zedkin Ash",), ("P01",), ())
    table = segments({"P01": ["well zedkin is what they say"]})
    found = find_mentions(
        table, [ticket], Roster.without_rows(), learned=RULES_ONLY, code="c", lock="l"
    )
    assert set(found["text"]) == {"zedkin"}


def test_tags_are_numbered_in_the_order_of_speech() -> None:
    """The first who is named is PERSON 1, though the paragraph was added later under number 9."""
    table = segments({"P01": ["Mrs Ames rang.", "Mrs Bell rang.", "Mrs Cole rang."]})
    table = table.assign(segment=[9, 1, 2])
    found = find_mentions(table, [], Roster.without_rows(), learned=RULES_ONLY, code="c", lock="l")
    decided = decide([Batch(lambda: table, lambda: found)], people()).identifiers
    tags = dict(zip(decided["text"], decided["tag"], strict=True))
    assert tags == {"Ames": "PERSON 1", "Bell": "PERSON 2", "Cole": "PERSON 3"}
