"""What is compared between coders, and what is not."""

import numpy as np
import pandas as pd
import pytest

from verbatim import agreement
from verbatim.code import agreeing, draw
from verbatim.codebook.model import Code, Codebook, Version
from verbatim.tables.code import Agreement, Codings, Disagreements, Memos, Recode
from verbatim.tables.ingest import Segments

CODES = ("oak", "owl", "elm")


def book(built_from=frozenset()):
    """A codebook of two versions with the same codes."""
    return Codebook(
        tuple(Code(code, code.title(), "", "s", "s", "t", "t") for code in CODES),
        (Version(1, "", CODES, (), built_from), Version(2, "", CODES, (), built_from)),
        {code: code.title() for code in CODES},
    )


SEGMENTS = pd.DataFrame(
    [
        (interview, 1, number, "interviewer" if number == 1 else "participant", "", None, None, "…")
        for interview in ("Q2", "Q10", "Q11")
        for number in range(1, 6)
    ],
    columns=Segments.column_names(),
)


def codings(*rows, version=1, layer="independent", origin="person"):
    """Codings of (coder, interview, segment, code)."""
    return pd.DataFrame(
        [
            (
                f"{version}{layer}{row}",
                coder,
                layer,
                interview,
                segment,
                code,
                version,
                "",
                "",
                origin,
                "",
            )
            for row in rows
            for coder, interview, segment, code in [row]
        ],
        columns=Codings.column_names(),
    )


AGREED = codings(
    ("a", "Q2", 2, "oak"),
    ("a", "Q2", 3, "owl"),
    ("a", "Q10", 2, "oak"),
    ("b", "Q2", 2, "oak"),
    ("b", "Q2", 4, "owl"),
    ("b", "Q10", 2, "oak"),
    ("b", "Q11", 2, "oak"),
)
NONE = Recode.without_rows()


def compared(given, recode=NONE, built_from=frozenset()):
    """Compare on the three interviews of this file."""
    return agreeing.compared(given, recode, book(frozenset(built_from)), SEGMENTS)


def table(given, **more):
    """The table of agreement, by code."""
    made = agreeing.agreement_table(compared(given, **more), book().names, 100, 1)
    return Agreement.validate(made).set_index("code")


def test_units_are_participants_segments_of_shared_interviews():
    """Q11 was coded by one coder only and interviewers' segments are no units."""
    found = compared(AGREED)
    assert found.shared == ["Q2", "Q10"]
    assert found.units[["interview", "segment"]].to_numpy().tolist() == [
        [interview, number] for interview in ("Q2", "Q10") for number in (2, 3, 4, 5)
    ]
    assert found.coders == ["a", "b"]


def test_numbers_by_hand():
    """Each number of the table equals a calculation by hand."""
    made = table(AGREED)
    # oak: both gave it on 2 of 8 segments. owl: each gave it on one segment, a different one.
    assert made.loc["oak", ["given", "prevalence", "percent", "positive", "alpha"]].tolist() == [
        2,
        0.25,
        1,
        1,
        1,
    ]
    owl = made.loc["owl"]
    assert owl[["given", "prevalence", "percent", "positive"]].tolist() == [2, 2 / 16, 6 / 8, 0]
    assert owl["alpha"] == pytest.approx(1 - 15 * 2 / (2 * 14))
    # elm: nobody gave it.
    elm = made.loc["elm"]
    assert elm[["given", "prevalence", "percent"]].tolist() == [0, 0, 1]
    assert elm[["positive", "alpha", "alpha_low"]].isna().all()
    # All: 3 x 8 pairs of segment and code, 48 values, 6 present, 2 pairs apart.
    pooled = made.loc["all"]
    assert pooled[["given", "prevalence", "percent"]].tolist() == [4, 6 / 48, 22 / 24]
    assert pooled["positive"] == pytest.approx(4 / 6)
    assert pooled["alpha"] == pytest.approx(1 - 47 * 2 / (6 * 42))
    assert made["segments"].eq(8).all()
    assert made.index.tolist() == ["all", *CODES]


def test_the_table_is_that_of_the_equations():
    """With coders who share different interviews, who did not code is missing, not absent."""
    given = pd.concat([AGREED, codings(("c", "Q10", 2, "oak"), ("c", "Q11", 3, "elm"))])
    found = compared(given)
    assert found.shared == ["Q2", "Q10", "Q11"]
    values = np.array(
        [
            [
                np.nan
                if interview not in set(given.loc[given["coder"] == coder, "interview"])
                else float(
                    (
                        (given["coder"] == coder)
                        & (given["interview"] == interview)
                        & (given["segment"] == segment)
                        & (given["code"] == "oak")
                    ).any()
                )
                for interview in ("Q2", "Q10", "Q11")
                for segment in (2, 3, 4, 5)
            ]
            for coder in "abc"
        ]
    )
    oak = table(given).loc["oak"]
    assert oak["alpha"] == pytest.approx(agreement.krippendorff_alpha(values))
    assert oak["percent"] == pytest.approx(agreement.percent_agreement(values))
    assert oak["positive"] == pytest.approx(agreement.positive_agreement(values))
    assert oak["prevalence"] == pytest.approx(np.nanmean(values))


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (AGREED.iloc[:0], "nothing was coded"),
        (AGREED[AGREED["coder"] == "a"], "one coder"),
        (codings(("a", "Q2", 2, "oak"), ("b", "Q10", 2, "oak")), "no interview shared"),
        (AGREED.assign(layer="consensus"), "consensus is not independent"),
        (
            pd.concat([codings(("a", "Q2", 2, "oak")), codings(("b", "Q2", 2, "oak"), version=2)]),
            "two versions",
        ),
    ],
)
def test_nothing_to_compare(given, why):
    """Where nothing can be compared the tables are empty, and the figure and log say so."""
    assert compared(given) is None, why
    made = agreeing.agreement_table(None, {}, 100, 1)
    assert Agreement.validate(made).empty
    assert Disagreements.validate(agreeing.disagreements(None, given, Memos.without_rows())).empty
    assert "two coders" in draw.in_words(made)
    ((wanting, message),) = agreeing.told(None, made)
    assert wanting
    assert "empty" in message


@pytest.mark.parametrize(
    ("built_from", "status"),
    [
        ({"Q2", "Q10", "Q11"}, "framework development"),
        ({"Q2"}, "partly framework development"),
        ({"Q11"}, "as coded"),
        ((), "as coded"),
    ],
)
def test_status_says_what_the_version_was_built_from(built_from, status):
    """Agreement on interviews that the version was drafted from is no test of it."""
    made = table(AGREED, built_from=built_from)
    assert set(made["status"]) == {status}
    assert status in draw.title(made.reset_index())


def test_the_version_with_most_codings_is_compared():
    """Versions are never mixed; what is left out is said. Of equals the latest is taken."""
    later = AGREED.assign(codebook_version=2, coding=AGREED["coding"] + "-2")
    made = table(pd.concat([AGREED, later.iloc[1:]]))
    assert set(made["codebook_version"]) == {1}
    assert set(made["status"]) == {"as coded; not compared: 5 codings under version 2"}
    assert set(table(pd.concat([AGREED, later]))["codebook_version"]) == {2}


def test_assisted_codings_are_told():
    """Coders who began from suggestions are not independent, and the table says how many."""
    assert table(AGREED.assign(origin="sug12"))["status"].iloc[0] == (
        "as coded; 6 codings began as suggestions and are not independent"
    )


def test_changed_text_is_no_unit():
    """A segment whose text has changed since one of the coders read it is left out for all."""
    stale = AGREED.iloc[[1]].assign(reason="text changed", choices="", text_hash="0" * 12)
    found = compared(AGREED, recode=stale[Recode.column_names()])
    assert found.units[["interview", "segment"]].to_numpy().tolist()[:3] == [
        ["Q2", 2],
        ["Q2", 4],
        ["Q2", 5],
    ]
    assert found.notes == ["1 segments left out, whose text has changed"]


def test_order_and_names_of_coders_do_not_matter():
    """Rows in another order and coders under other names give the same numbers."""
    renamed = AGREED.iloc[::-1].assign(coder=AGREED["coder"].map({"a": "z", "b": "y"}))
    assert table(AGREED).equals(table(renamed))


def test_disagreements_carry_memos():
    """Each disagreement has who gave the code, who did not, and what both wrote there."""
    memos = pd.DataFrame(
        [
            (AGREED["coding"].iloc[1], "a bird"),
            (AGREED["coding"].iloc[4], "also a bird | maybe"),
            (AGREED["coding"].iloc[0], "not here"),
        ],
        columns=Memos.column_names(),
    )
    more = codings(("b", "Q2", 3, "elm"))
    given = pd.concat([AGREED, more])
    memos.loc[len(memos)] = (more["coding"].iloc[0], "a tree")
    made = Disagreements.validate(agreeing.disagreements(compared(given), given, memos))
    assert made.drop(columns="text").to_numpy().tolist() == [
        ["Q2", 3, "elm", "b", "a", "b: a tree | a (owl): a bird"],
        ["Q2", 3, "owl", "a", "b", "a: a bird | b (elm): a tree"],
        ["Q2", 4, "owl", "b", "a", "b: also a bird | maybe"],
    ]
    assert set(made["text"]) == {"…"}


def test_the_figure_orders_codes_by_alpha():
    """All codes come first, then codes from high to low, those without alpha last."""
    rows = draw.ordered(table(AGREED).reset_index())
    assert rows["code"].tolist() == ["all", "oak", "owl", "elm"]
