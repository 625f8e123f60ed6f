"""Participants per theme, overall and by group, and the matrix behind."""

import logging
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.compare import count
from verbatim.errors import StudyError, StudyErrors
from verbatim.tables.compare import Frequencies, GroupFrequencies, Presence

CODEBOOK = pd.DataFrame(
    [
        ("oak", "Oaks", "trees", "Trees", "plants", "Plants"),
        ("elm", "Elms", "trees", "Trees", "plants", "Plants"),
        ("owl", "Owls", "birds", "Birds", "animals", "Animals"),
        ("fern", "Ferns", "herbs", "Herbs", "plants", "Plants"),
    ],
    columns=["code", "name", "subtheme", "subtheme_name", "theme", "theme_name"],
)

SPEECH = pd.DataFrame(
    [
        ("P01", 2, "P01"),
        ("P01", 4, "P01"),
        ("P02", 2, "P02a"),
        ("P02", 3, "P02b"),
        ("P03", 1, "P03"),
        ("P04", 1, "P01"),
    ],
    columns=["interview", "segment", "participant"],
)
"""P02 is an interview with two people; P04 a second interview with P01."""


def codings(*rows: tuple[str, int, str, str]) -> pd.DataFrame:
    """Make codings out of interview, segment, code and stance."""
    return pd.DataFrame(rows, columns=["interview", "segment", "code", "stance"]).astype(
        {"interview": str, "segment": int, "code": str, "stance": str}
    )


def counted(*rows: tuple[str, int, str, str]) -> pd.DataFrame:
    """Count those codings overall."""
    spoken = count.spoken_codings(codings(*rows), SPEECH)
    return count.frequencies(spoken, CODEBOOK, count.counted_in(spoken, SPEECH))


def number(table: pd.DataFrame, one: str, column: str) -> int:
    """Look one number up."""
    return int(table.set_index("id").loc[one, column])


def test_who_says_it_counts() -> None:
    """In an interview with two people, a code counts for the one who says it only."""
    table = counted(("P02", 2, "oak", ""), ("P02", 3, "owl", ""), ("P02", 2, "elm", ""))
    assert number(table, "oak", "participants") == 1
    assert number(table, "trees", "participants") == 1
    assert number(table, "oak", "of") == 2


def test_one_person_in_two_interviews_counts_once() -> None:
    """A participant of two interviews is one participant, in n and in N."""
    table = counted(("P01", 2, "oak", ""), ("P04", 1, "oak", ""))
    assert number(table, "oak", "participants") == 1
    assert number(table, "oak", "of") == 1
    assert number(table, "oak", "segments") == 2


def test_uncoded_interviews_do_not_count(caplog: pytest.LogCaptureFixture) -> None:
    """Who speaks in interviews without codings only is not in N, and the log says how many."""
    with caplog.at_level(logging.INFO):
        table = counted(("P03", 1, "oak", ""))
    assert number(table, "oak", "of") == 1
    assert (
        "1 participants in 1 coded interviews, 3 interviews not yet coded: left out"
        in caplog.messages
    )


def test_two_coders_make_one_segment() -> None:
    """The same code on one segment by two coders is one segment; deviant if one says so."""
    table = counted(("P03", 1, "oak", ""), ("P03", 1, "oak", "deviant"))
    assert number(table, "oak", "segments") == 1
    assert number(table, "oak", "deviant") == 1


def test_opposite_view_is_counted_and_told() -> None:
    """Who holds the opposite view speaks of the code too: in n, and in deviant besides."""
    table = counted(("P01", 2, "oak", "deviant"), ("P03", 1, "elm", ""))
    assert number(table, "oak", "participants") == number(table, "oak", "deviant") == 1
    assert number(table, "trees", "participants") == 2
    assert number(table, "trees", "deviant") == 1


def test_reading_order_and_zeros() -> None:
    """Rows follow the framework, theme by theme, and what nobody mentions has its row."""
    table = counted(("P01", 2, "owl", ""))
    expected = ["plants", "trees", "oak", "elm", "herbs", "fern", "animals", "birds", "owl"]
    assert table["id"].tolist() == expected
    assert number(table, "fern", "participants") == 0
    assert table.set_index("id").loc["fern", "low"] == 0
    Frequencies.validate(table)


def test_coding_on_nobody() -> None:
    """A coding on a segment in which no participant speaks is an error that names the place."""
    with pytest.raises(StudyError, match="P01, segment 3"):
        count.spoken_codings(codings(("P01", 3, "oak", "")), SPEECH)


def test_speech_keeps_no_words() -> None:
    """Of segments only who speaks where is kept, interviewers left out, none lost between files."""
    columns = ["interview", "segment", "participant", "text"]
    first = pd.DataFrame([("P01", 1, "", "hello"), ("P01", 2, "P01", "yes")], columns=columns)
    second = pd.DataFrame([("P02", 1, "P02", "no")], columns=columns)
    kept = count.speech([first, second])
    assert kept.to_numpy().tolist() == [["P01", 2, "P01"], ["P02", 1, "P02"]]
    assert kept.columns.tolist() == ["interview", "segment", "participant"]


PEOPLE = pd.DataFrame(
    {
        "participant": ["P01", "P02a", "P02b", "P03", "P09"],
        "job": ["nurse", "cook", "cook", "clerk", "pilot"],
    }
)
JOBS = {"job": {"attribute": "job", "values": {"Care": ["nurse", "cook"], "Office": ["clerk"]}}}


def by_group(*rows: tuple[str, int, str, str]) -> pd.DataFrame:
    """Count those codings by job."""
    spoken = count.spoken_codings(codings(*rows), SPEECH)
    members = count.members_of(PEOPLE, SPEECH, JOBS)
    ids = count.counted_in(spoken, SPEECH)
    return count.group_frequencies(spoken, CODEBOOK, members, ids)


def test_groups() -> None:
    """Each group counts its own participants who speak in coded interviews, in declared order."""
    table = by_group(("P02", 2, "oak", ""), ("P03", 1, "oak", ""), ("P01", 4, "elm", ""))
    oak = table[table["id"] == "oak"]
    assert oak[["group", "participants", "of"]].to_numpy().tolist() == [
        ["Care", 1, 3],
        ["Office", 1, 1],
    ]
    GroupFrequencies.validate(table)


def test_group_without_anybody() -> None:
    """A group of which nobody speaks in a coded interview has no rows: 0/0 is not a share."""
    table = by_group(("P01", 2, "oak", ""))
    assert set(table["group"]) == {"Care"}


@pytest.mark.parametrize(
    ("groups", "message", "why"),
    [
        ({"x": {"attribute": "sector"}}, "the attribute sector", "no such column"),
        (
            {"x": {"attribute": "job", "values": {"Care": ["nurse", "cook"]}}},
            "P03",
            "a value in no group: named by the participant's id",
        ),
        (
            {"x": {"attribute": "job", "values": {"A": ["nurse", "cook"], "B": ["cook", "clerk"]}}},
            "in 2 groups",
            "a value in two groups",
        ),
    ],
)
def test_groups_that_do_not_fit(groups: dict[str, object], message: str, why: str) -> None:
    """Groups that leave somebody out, or claim somebody twice, are errors."""
    with pytest.raises((StudyError, StudyErrors)) as caught:
        count.members_of(PEOPLE, SPEECH, groups)  # type: ignore[arg-type]
    assert message in str(caught.value), why
    assert "clerk" not in str(caught.value).split("expected")[0], "the value itself stays private"


def test_presence_has_every_cell() -> None:
    """Every code has a row for every coded interview, by date, then id; the others have none."""
    spoken = count.spoken_codings(
        codings(("P03", 1, "oak", ""), ("P01", 2, "oak", ""), ("P01", 4, "oak", "")), SPEECH
    )
    interviews = pd.DataFrame(
        [("P01", "2024-05-02"), ("P02", "2024-05-01"), ("P03", "2024-05-01")],
        columns=["interview", "date"],
    )
    table = count.presence(spoken, CODEBOOK, interviews)
    Presence.validate(table)
    cells = table.set_index(["code", "interview"])["segments"]
    assert cells.index.tolist() == list(product(CODEBOOK["code"], ["P03", "P01"]))
    assert cells["oak"].tolist() == [1, 2]
    assert cells["elm"].tolist() == [0, 0]


def test_nothing_coded() -> None:
    """Without codings every table is valid and has no rows."""
    spoken = count.spoken_codings(codings(), SPEECH)
    ids = count.counted_in(spoken, SPEECH)
    members = count.members_of(PEOPLE, SPEECH, JOBS)
    interviews = pd.DataFrame({"interview": ["P01"], "date": ["2024-05-02"]})
    assert ids == []
    assert Frequencies.validate(count.frequencies(spoken, CODEBOOK, ids)).empty
    assert GroupFrequencies.validate(count.group_frequencies(spoken, CODEBOOK, members, ids)).empty
    assert Presence.validate(count.presence(spoken, CODEBOOK, interviews)).empty


def test_no_groupings() -> None:
    """A study that declares no groupings has an empty table of groups."""
    spoken = count.spoken_codings(codings(("P01", 2, "oak", "")), SPEECH)
    members = count.members_of(PEOPLE, SPEECH, {})
    assert count.group_frequencies(spoken, CODEBOOK, members, ["P01"]).empty


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(SPEECH.itertuples(index=False, name=None))),
            st.sampled_from(list(CODEBOOK["code"])),
            st.sampled_from(["", "deviant"]),
        ),
        max_size=20,
    ),
    st.randoms(use_true_random=False),
)
def test_counts_by_hand(given_codings: list[tuple[tuple[str, int, str], str, str]], random) -> None:  # type: ignore[no-untyped-def]
    """Counts equal sets made one by one; the order of the codings does not matter."""
    rows = [(where[0], where[1], code, stance) for where, code, stance in given_codings]
    table = counted(*rows)
    shuffled = rows.copy()
    random.shuffle(shuffled)
    pd.testing.assert_frame_equal(table, counted(*shuffled))
    coded = {where[0] for where, _, _ in given_codings}
    everybody = {one for interview, _, one in SPEECH.to_numpy() if interview in coded}
    for row in table.itertuples():
        under = set(CODEBOOK.loc[CODEBOOK[row.level] == row.id, "code"])
        carrying = [(where, stance) for where, code, stance in given_codings if code in under]
        assert row.of == len(everybody)
        assert row.participants == len({where[2] for where, _ in carrying})
        assert row.segments == len({where[:2] for where, _ in carrying})
        assert row.deviant == len({where[2] for where, stance in carrying if stance})
        assert np.isclose(row.share, row.participants / row.of)
        assert row.low <= row.share <= row.high
