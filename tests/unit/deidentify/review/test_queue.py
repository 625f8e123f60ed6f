"""What people are asked about, and what not."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.deidentify.decide import Batch, decide
from verbatim.deidentify.find import find_mentions
from verbatim.deidentify.learned import RULES_ONLY
from verbatim.deidentify.mention import DOUBT
from verbatim.deidentify.people import People
from verbatim.deidentify.review.asked import REASONS, Asked, apart
from verbatim.deidentify.review.asking import Decided, ask
from verbatim.deidentify.review.known import near
from verbatim.deidentify.review.masked import disagreeing
from verbatim.deidentify.review.queue import Case, queue
from verbatim.deidentify.review.returned import Reviewed, places
from verbatim.tables.deidentify import Identifiers, Mentions
from verbatim.tables.people import Decisions, Roster, Sample
from verbatim.tables.review import Queue, Review


@pytest.fixture(autouse=True)
def _study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def asked(
    texts: dict[str, list[str]],
    *batches: list[str],
    decisions: pd.DataFrame | None = None,
    sample: pd.DataFrame | None = None,
    language: str = "en",
    missed: str = "",
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Find, decide and ask, the interviews divided into batches as given.

    What holds the words `missed` is as if no layer had found it.
    """
    roster = Roster.without_rows()
    people = People(
        roster,
        Decisions.without_rows() if decisions is None else decisions,
        Sample.without_rows() if sample is None else sample,
        sample_decides=True,
    )

    def batch(interviews: list[str]) -> Batch:
        table = pd.DataFrame(
            [(one, at, text) for one in interviews for at, text in enumerate(texts[one], start=1)],
            columns=["interview", "segment", "text"],
        )
        found = find_mentions(
            table, [], roster, learned=RULES_ONLY, code="c", lock="l", language=language
        )
        if missed:
            found = found[~found["text"].str.contains(missed, regex=False)]
        return Batch(lambda: table, lambda: found)

    made = [batch(one) for one in batches or [list(texts)]]
    outcome = decide(made, people)
    checked = Decided(outcome.identifiers, outcome.checked, roster, Reviewed(), language=language)
    queues, review = ask(made, checked)
    for one in queues:
        Queue.validate(one)
    return pd.concat(queues, ignore_index=True), Review.validate(review)


def about(lines: list[str], language: str = "en", missed: str = "") -> dict[str, set[str]]:
    """Words asked about in one interview, by reason."""
    table, _ = asked({"P01": lines}, language=language, missed=missed)
    return {reason: set(rows["text"]) for reason, rows in table.groupby("reason")}


SMALL = ["so this is it then", "and how was that", "i dont know really", "it was all right"]
ASKED: list[tuple[str, str, list[str]]] = [
    ("name", "joy", ["My sister Joy came.", "She said joy is what it was."]),
    ("called", "Rose", ["Rose at the end."]),
    ("called", "Sunday", ["I rang, but then Sunday answered, he hangs up."]),
    ("called", "General", ["They took him to the General in a van."]),
    ("near", "Okonkvo", ["I'm Ada Okonkwo.", "Okonkvo. Sure."]),
    ("number", "seven seven oh three", ["He said number seven seven oh three, that's me."]),
    ("number", "31886042", ["It says 31886042 on it."]),
    ("number", "X4482Q", ["It's X4482Q then."]),
    ("number", "k h a n", [*SMALL, "it was k h a n she said"]),
    ("lower", "rose", [*SMALL, "she was called rose an old lady"]),
    ("unknown", "tulloquin", [*SMALL, "i said to tulloquin i said"]),
    ("unknown", "KVX", ["So I started at the KVX then."]),
    ("post", "treasurer", ["I'm treasurer of the Wendlebury Ramblers now, since May."]),
    ("alias", "Sarah", ["Sarah Lumley and Sarah Okafor work here.", "Then Sarah rang me."]),
    ("weak", "Press", ["You go up to it and he said Press the buzzer long."]),
]
"""Reason, words asked about, and what is said; all invented."""


@pytest.mark.parametrize(("reason", "words", "lines"), ASKED, ids=[row[0] for row in ASKED])
def test_asked(reason: str, words: str, lines: list[str]) -> None:
    """Each reason asks about the words that it is for, where no layer found them."""
    found = about(lines).get(reason, set()) | about(lines, missed=words).get(reason, set())
    assert words in found


NOT_ASKED: list[tuple[str, list[str]]] = [
    ("verbs that are names too", ["May I sit?", "Will you come?", "Mark my words, it's grand."]),
    ("days and months that are times", ["On Sunday we went.", "It was May, the best of months."]),
    ("amounts", ["It cost £45,000 in 2019 and 22,000 steps, at 9am, on the 3rd."]),
    ("counting", ["One, two, three, four, and away.", "five six seven eight"]),
    ("a number in words", ["There were fifty-one of us, it's two hundred and six a week."]),
    ("short forms", ["I'm fifty, he'd one bag and we've two.", "She's four GPs, you're two late."]),
    ("short forms without their sign", [*SMALL, "ive said theyre not and youve seen it"]),
    ("medicines and sounds", ["Ramipril, mostly.", "Mmm, no.", "Amlodipine too."]),
    ("words of everybody", ["The NHS and Universal Credit, in English, at Christmas."]),
    ("what is replaced", ["Mrs Ames rang Zedkin Marr in Hexham."]),
]


@pytest.mark.parametrize(("what", "lines"), NOT_ASKED, ids=[row[0] for row in NOT_ASKED])
def test_not_asked(what: str, lines: list[str]) -> None:
    """What everybody says, and what is surely replaced, costs nobody a question."""
    assert about(lines) == {}, what


def test_another_language() -> None:
    """English word lists say nothing of Welsh: nothing that was left is asked about."""
    lines = ["Rydw i yn byw yn y pentref ers blynyddoedd, yn Ysgol y Garreg Wen.", "Hope springs."]
    assert about(lines, "cy") == {}
    assert "called" in about(lines[1:])


def test_kinds_that_differ() -> None:
    """What two layers call by two kinds is asked about, unless the words around tell.

    Rules outvote what has learnt, and place and body are near enough.
    """
    rows = [("P01", 1, 10, 17, "PERSON", "Paisley")]
    columns = ["interview", "segment", "start", "end", "category", "text", "layer"]

    def why(*said: tuple[str, str]) -> list[str]:
        mentions = pd.DataFrame(
            [("P01", 1, 10, 17, category, "Paisley", layer) for category, layer in said],
            columns=columns,
        )
        layers = "+".join(sorted({layer for _, layer in said}))
        table = pd.DataFrame(rows, columns=columns[:6]).assign(layer=layers)
        return [one.reason for _, one in disagreeing(table, mentions)]

    assert why(("PERSON", "gazetteer"), ("LOCATION", "gazetteer")) == ["category"]
    assert why(("PERSON", "model"), ("LOCATION", "ner")) == ["category"]
    assert why(("PERSON", "cue"), ("LOCATION", "gazetteer")) == []
    assert why(("PERSON", "gazetteer"), ("LOCATION", "ner")) == []
    assert why(("ORGANISATION", "gazetteer"), ("LOCATION", "gazetteer")) == []


def test_what_the_model_half_believes() -> None:
    """What is too unlikely to be replaced is asked about, unless it is replaced anyhow."""
    text = "We had pelham down the road."
    half = ("P01", 1, 7, 13, "ORGANISATION", "pelham", DOUBT)
    columns = Mentions.column_names()
    mentions = pd.DataFrame([half], columns=columns)
    nothing = Identifiers.without_rows()
    replaced = pd.DataFrame(
        [("P01", 1, 7, 13, "PERSON", "pelham", "cue", "replaced", "program", "pelham", "PERSON 1")],
        columns=nothing.columns,
    )
    for identifiers, reasons in ((nothing, ["half"]), (replaced, [])):
        case = Case("P01", {1: text}, identifiers, mentions)
        assert [row[6] for row in queue(case, dict) if row[5] == "pelham"] == reasons


def test_two_people_of_one_name() -> None:
    """Between two full names that fit, a name alone is one question; what it says is not guessed.

    Once a full name was said again, the next stretch is a question of its own.
    """
    lines = [
        "Sarah Lumley and Sarah Okafor work here.", "Sarah rang. Sarah came.",
        "That was Sarah Okafor.", "Sarah left.",
    ]  # fmt: skip
    table, _ = asked({"P01": lines})
    rows = table[table["reason"] == "alias"]
    assert rows["occurrences"].tolist() == [2, 1]
    assert set(rows["masked"]) == {"yes"}


def test_identical_words_are_one_question() -> None:
    """It keeps how often and where the words stand, and the first context."""
    table, review = asked({"P01": ["Rose at the end.", "Well.", "Yes. Rose and me."]})
    [row] = table.itertuples()
    assert (row.occurrences, row.places) == (2, "1:0-4 3:5-9")
    assert (row.segment, row.start, row.end, row.before) == (1, 0, 4, "")
    assert row.after == " at the end."
    total = review.set_index("reason").loc["all"]
    assert (total["queued"], total["answered"], total["open"], total["words"]) == (1, 0, 1, 9)
    assert total["per_1000_words"] == pytest.approx(1000 / 9)


def test_what_people_answered_is_not_asked_again() -> None:
    """A decision, or a checked interview, answers the question."""
    texts = {"P01": ["Rose at the end."]}
    row = {"interview": "P01", "segment": 1, "start": 0, "end": 4}
    row |= {"category": "PERSON", "text": "Rose"}
    more = {"decision": "declined", "decided_by": "", "date": "", "note": ""}
    assert len(asked(texts)[0]) == 1
    assert asked(texts, decisions=Decisions.validate(pd.DataFrame([row | more])))[0].empty
    nothing = row | {"segment": 0, "end": 0, "category": "", "text": ""}
    assert asked(texts, sample=Sample.validate(pd.DataFrame([nothing])))[0].empty


LINES = st.lists(
    st.sampled_from(
        [
            "Rose at the end.", "Young was late.", "I met Norman Young.", "On Sunday. Okonkvo!",
            "It says 31886042 on it.", "Mr Okonkwo came.", "Will you?", "Sarah rang.",
            "Sarah Lumley and Sarah Okafor.", "And then Mark, he said so.", "",
        ]
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip


@settings(max_examples=4, deadline=None)
@given(first=LINES, second=LINES)
def test_grouping_keeps_every_occurrence(first: list[str], second: list[str]) -> None:
    """Places are apart, hold the words asked about, and are as many as said.

    Neither the order of the interviews nor the batch they are in changes a question.
    """
    texts = {"P01": first, "P02": second}
    table, _ = asked(texts)
    seen: set[tuple[str, int, int]] = set()
    for row in table.itertuples():
        found = list(places(row.places))
        assert len(found) == row.occurrences
        for segment, start, end in found:
            assert texts[row.interview][segment - 1][start:end] == row.text
            span = {(row.interview, segment, at) for at in range(start, end)}
            assert not span & seen
            seen |= span
    assert table["risk"].is_monotonic_increasing
    apart_, _ = asked(dict(reversed(texts.items())), ["P02"], ["P01"])
    rows = [sorted(map(tuple, one.to_numpy().tolist())) for one in (table, apart_)]
    assert rows[0] == rows[1]


def test_longer_question_goes_before_riskier() -> None:
    """Of two that overlap the longer is asked, of two of a length the riskier."""
    long, short = Asked(0, 9, "PERSON", "weak"), Asked(2, 5, "PERSON", "name")
    same = Asked(2, 5, "PERSON", "alias")
    assert apart([short, long]) == [long]
    assert apart([same, short]) == [short]


@pytest.mark.parametrize(
    ("one", "other", "yes"),
    [
        ("okonkvo", "okonkwo", True), ("okonwo", "okonkwo", True), ("okonkwko", "okonkwo", True),
        ("okonwko", "okonkwo", True), ("okonkwo", "okonkwo", False), ("oknowko", "okonkwo", False),
        ("anna", "anne", False),
    ],
)  # fmt: skip
def test_near(one: str, other: str, yes: bool) -> None:
    """One letter put in, left out, changed, or swapped with the next: Damerau's four slips (1964).

    Short names have too many neighbours.
    """
    assert near(one, [other]) is yes


def test_every_reason_is_tested() -> None:
    """No reason is without a case."""
    assert {row[0] for row in ASKED} | {"category", "half"} == set(REASONS)
