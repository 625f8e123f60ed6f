"""What a study gets."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from verbatim.errors import StudyError
from verbatim.suggest.rank import Ranked, band, rank
from verbatim.tables.ingest import Segments
from verbatim.tables.suggest import SuggestionCalibration, SuggestionQuality, Suggestions

from .conftest import coded, codings, framework, talk

CHOICES: dict[str, Any] = {"layer": "consensus", "shown": 3, "minimum_words": 4}


def checked(found: Ranked) -> Ranked:
    """The same, once every table has kept its promise."""
    Suggestions.validate(found.suggestions)
    SuggestionQuality.validate(found.quality)
    SuggestionCalibration.validate(found.calibration)
    return found


def of(found: Ranked, *interviews: str) -> pd.DataFrame:
    """Suggestions for these interviews."""
    return found.suggestions[found.suggestions["interview"].isin(interviews)].reset_index(drop=True)


def test_topics_are_found_in_interviews_never_seen(book: pd.DataFrame) -> None:
    """What coders gave in three interviews is suggested first in the fourth, with reasons."""
    said = talk(4, 24)
    found = checked(rank([said], coded(said, {"P01", "P02", "P03"}), book, **CHOICES))
    truth = coded(said, {"P04"})
    truth = truth.merge(of(found, "P04").query("rank == 1"), on=["interview", "segment"])
    assert (truth["code_x"] == truth["code_y"]).mean() > 0.9
    likely = of(found, "P04").query("band == 'likely'")
    assert likely["terms"].ne("").all()
    assert likely["passages"].str.match(r"^P0[123]:\d+(\|P0[123]:\d+){0,2}$").all()
    assert found.coded == 3


def test_own_codings_never_speak(book: pd.DataFrame) -> None:
    """Whatever is coded in an interview, its own suggestions stay the same to the last digit."""
    said = talk(4, 12)
    given = coded(said, {"P01", "P02", "P03", "P04"})
    own = codings([("P02", 2 * at, code) for at in range(1, 13) for code in ("money", "records")])
    other = pd.concat([given[given["interview"] != "P02"], own.assign(coding=own["coding"] + "x")])
    before, after = (rank([said], each, book, **CHOICES) for each in (given, other))
    pd.testing.assert_frame_equal(of(before, "P02"), of(after, "P02"), rtol=0, atol=1e-6)
    assert not of(before, "P01").equals(of(after, "P01")), "the others do learn from it"


def test_a_word_of_one_interview_gives_no_benefit() -> None:
    """A trap: a nonsense word that predicts a code perfectly, but in a single interview.

    Where the interview were on both sides, its segments would all be found.
    """
    said = talk(5, 24)
    own = (said["interview"] == "P03") & (said["speaker"] == "participant")
    trapped = said.index[own][::3]
    said.loc[trapped, "text"] += " zzyzx zzyzx"
    book = framework(("trap", "Quandary", "Vexation."), ("money", "Money", "Budgets and charges."))
    others = coded(said, {"P01", "P02", "P03", "P04", "P05"}).query("code == 'money'")
    rows = [(row.interview, row.segment, row.code) for row in others.itertuples()]
    rows += [("P03", int(said.loc[at, "segment"]), "trap") for at in trapped]
    quality = rank([said], codings(rows), book, **CHOICES).quality.set_index("code")
    assert quality.loc["trap", "segments"] == len(trapped)
    assert quality.loc["trap", "average_precision"] == pytest.approx(
        quality.loc["trap", "baseline"], abs=0.05
    )
    assert quality.loc["money", "average_precision"] > 0.8, "a word of many interviews does help"


def test_division_and_order_do_not_matter(book: pd.DataFrame) -> None:
    """One batch or many, in any order, and codings in any order: the same tables."""
    said = talk(5, 8)
    given = coded(said, {"P01", "P02", "P04"})
    batches = [said[said["interview"] == name] for name in ("P04", "P01", "P05", "P03", "P02")]
    one = rank([said], given, book, **CHOICES)
    many = rank(batches, given.iloc[::-1], book.iloc[::-1], **CHOICES)
    for table in ("suggestions", "quality", "calibration"):
        pd.testing.assert_frame_equal(getattr(one, table), getattr(many, table), check_exact=True)


def test_numbers_of_tags_do_not_matter(book: pd.DataFrame) -> None:
    """The same speech with people numbered otherwise gets the same suggestions."""
    said = talk(3, 8)
    given = coded(said, {"P01", "P02"})
    found = [
        rank([said.assign(text=said["text"] + f" [PERSON {n}]")], given, book, **CHOICES)
        for n in (1, 14)
    ]
    pd.testing.assert_frame_equal(found[0].suggestions, found[1].suggestions)


def test_origin_does_not_matter_but_the_layer_does(book: pd.DataFrame) -> None:
    """A coding is a person's, however it began; only those of the chosen layer teach."""
    said = talk(3, 8)
    given = coded(said, {"P01", "P02"})
    begun = given.assign(origin="P01:4:1")
    one, other = (rank([said], each, book, **CHOICES) for each in (given, begun))
    pd.testing.assert_frame_equal(one.suggestions, other.suggestions)
    alone = pd.concat([given, given.assign(layer="independent", coding=given["coding"] + "i")])
    pd.testing.assert_frame_equal(one.suggestions, rank([said], alone, book, **CHOICES).suggestions)
    assert rank([said], given, book, **(CHOICES | {"layer": "independent"})).coded == 0


def test_two_coders_teach_once(book: pd.DataFrame) -> None:
    """A code that two coders gave to a segment is given, not given twice."""
    said = talk(3, 8)
    given = coded(said, {"P01", "P02"}).assign(layer="independent")
    both = pd.concat([given, given.assign(coder="b", coding=given["coding"] + "b")])
    choices = CHOICES | {"layer": "independent"}
    one, two = (rank([said], each, book, **choices) for each in (given, both))
    pd.testing.assert_frame_equal(one.suggestions, two.suggestions)


@pytest.mark.parametrize(
    ("interviews", "coded_ones", "why"),
    [
        (1, 0, "one interview, nothing coded"),
        (1, 1, "one interview, coded: nothing to learn from, nothing to judge but definitions"),
        (2, 1, "one coded, one not"),
        (2, 2, "each learns from the other"),
        (3, 1, "three, one coded"),
    ],
)
def test_tiny_studies_work(book: pd.DataFrame, interviews: int, coded_ones: int, why: str) -> None:
    """From the first interview on there are suggestions, and no figure is made up."""
    said = talk(interviews, 6)
    names = {f"P{number:02}" for number in range(1, coded_ones + 1)}
    found = checked(rank([said], coded(said, names), book, **CHOICES))
    assert len(found.suggestions) == interviews * 6 * 3, why
    overall = found.quality.set_index("code").loc["all"]
    assert overall["interviews"] == coded_ones, why
    assert np.isnan(overall["average_precision"]) == (coded_ones == 0), why


def test_nothing_coded_suggests_by_definition(book: pd.DataFrame) -> None:
    """Without any coding, a segment that uses a definition's words gets that code first."""
    said = talk(2, 8)
    found = checked(rank([said], codings([]), book, **CHOICES))
    first = of(found, "P01", "P02").query("rank == 1").merge(said, on=["interview", "segment"])
    screens = first[first["text"].str.contains("screen|computer|file")]
    assert len(screens)
    assert (screens["code"] == "records").mean() >= 0.75
    assert found.suggestions["passages"].eq("").all()
    assert screens["terms"].str.contains("screen|computer|file").any()
    assert found.quality["segments"].eq(0).all()
    assert found.calibration["pairs"].eq(0).all()


def test_a_code_never_given_is_ranked_by_its_definition(book: pd.DataFrame) -> None:
    """Codes new to the framework are suggested too: nobody could have given them yet."""
    said = talk(4, 24)
    given = coded(said, {"P01", "P02", "P03", "P04"}).query("code != 'records'")
    found = rank([said], given, book, **CHOICES).suggestions.merge(
        said, on=["interview", "segment"]
    )
    records = found[found["code"] == "records"]
    named = records["text"].str.contains("screen|computer|file")
    assert records[named]["rank"].mean() < records[~named]["rank"].mean()
    assert records["passages"].eq("").all()


@pytest.mark.parametrize(
    ("words", "codes", "why"),
    [
        ("Yes, it was.", (("a", "A", "An a."),), "too short"),
        ("Yes, it was so there", (), "no codebook yet"),
        ("12 34 56 78", (("a", "A", ""),), "no words that tell anything"),
    ],
)
def test_nothing_to_suggest_is_no_error(
    words: str, codes: tuple[tuple[str, str, str], ...], why: str
) -> None:
    """Empty tables, not a crash."""
    row = ["P01", "1", "1", "participant", "P01", "", "", words]
    said = Segments.check(pd.DataFrame([row], columns=Segments.column_names()), "talk")
    found = checked(rank([said], codings([]), framework(*codes), **CHOICES))
    assert len(found.suggestions) == (1 if "12" in words else 0), why
    assert len(found.quality) == 1 + len(codes), why


@pytest.mark.parametrize(
    ("row", "found"),
    [(("P01", 2, "nonsense"), "the code nonsense"), (("P01", 99, "money"), "segment 99 of P01")],
)
def test_codings_that_cite_nothing_are_refused(
    book: pd.DataFrame, row: tuple[str, int, str], found: str
) -> None:
    """A code or segment that does not exist is named."""
    with pytest.raises(StudyError, match=found):
        rank([talk(1, 4)], codings([row]), book, **CHOICES)


def test_codings_of_short_segments_teach_nothing_but_are_no_error(book: pd.DataFrame) -> None:
    """A coded "Yes." makes its interview a coded one."""
    said = talk(2, 6)
    said.loc[1, "text"] = "Yes."
    found = rank([said], codings([("P01", 2, "money")]), book, **CHOICES)
    assert found.coded == 1
    assert found.quality["segments"].eq(0).all()


def test_bands() -> None:
    """Likely from 0.5, possible from 0.2."""
    assert [band(chance) for chance in (0.5, 0.499999, 0.2, 0.199999)] == [
        "likely", "possible", "possible", "weak",
    ]  # fmt: skip
