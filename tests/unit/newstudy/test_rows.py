"""Ids and dates of a new study's interviews."""

import pytest

from verbatim.newstudy.dates import found
from verbatim.newstudy.rows import ids


@pytest.mark.parametrize(
    ("names", "taken", "expected", "reason"),
    [
        (["b.txt", "a.txt"], [], ["P01", "P02"], "in the order given"),
        (["a.txt"], ["P01", "P07"], ["P08"], "behind the highest, gaps are left"),
        (["a.txt"], ["W03"], ["W04"], "the study's own letters"),
        (["N2.docx", "N10.docx", "x.txt"], [], ["N2", "N10", "N11"], "ids that the team gave"),
        (["N2.docx", "N10.docx"], ["N2"], ["N11", "N10"], "an id is given once"),
        (["TB12.txt", "KL7.txt", "x.txt"], [], ["P01", "P02", "P03"], "initials are no ids"),
        (["Anna1.txt", "Anna2.txt", "x.txt"], [], ["P01", "P02", "P03"], "a name is no id"),
        (["INT1.txt", "INT2.txt", "x.txt"], [], ["INT1", "INT2", "INT03"], "a usual word is"),
        ([f"{at}.txt" for at in range(120)], [], [f"P{at:03}" for at in range(1, 121)], "digits"),
    ],
)
def test_ids(names, taken, expected, reason):
    """Ids never tell a name, never come twice, and are the team's own where it has some."""
    assert list(ids(names, taken).values()) == expected, reason


@pytest.mark.parametrize(
    ("name", "heading", "expected", "reason"),
    [
        ("int_2021-03-12.docx", [], "2021-03-12", "as ISO 8601 writes it"),
        ("20210312_anna.docx", [], "2021-03-12", "without signs between"),
        ("Anna 12.3.2021.docx", [], "2021-03-12", "points: the day stands first"),
        ("Anna 13-03-2021.docx", [], "2021-03-13", "there is no month 13"),
        ("Anna 03-13-2021.docx", [], "2021-03-13", "American, and no doubt"),
        ("Anna 03-04-2021.docx", [], "", "3 April or 4 March"),
        ("Anna 12 March 2021.docx", [], "2021-03-12", "in words"),
        ("Anna March 12, 2021.docx", [], "2021-03-12", "in words, American"),
        ("Anna 25 June.docx", [], "", "no year"),
        ("Len 01.07.20.txt", [], "", "a year of two digits may be a day"),
        ("GMT20210230-1200.vtt", [], "", "no such day"),
        ("a 2021-03-12 b 2021-03-13.txt", [], "", "two days"),
        ("x.txt", ["Date of interview: 12th March 2021"], "2021-03-12", "the heading says it"),
        ("x 2020-01-01.txt", ["Date: 2021-03-12"], "2021-03-12", "the heading knows better"),
        ("x.txt", ["Born on 12 March 1951"], "", "another day than the interview's"),
    ],
)
def test_dates(name, heading, expected, reason):
    """A date is given only where it cannot be another."""
    assert found(name, heading) == expected, reason
