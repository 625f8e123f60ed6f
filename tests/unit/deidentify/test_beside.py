"""What stands beside a name that was found and is one with it; sentences are invented."""

import pytest

from verbatim.deidentify.layers import Interview, run_layers
from verbatim.deidentify.learned import RULES_ONLY
from verbatim.deidentify.mention import longest


def found(text: str) -> list[str]:
    """What the rules alone would replace in one passage."""
    mentions = longest(run_layers(Interview.of([text]), [], RULES_ONLY)[0], text)
    return [text[one.start : one.end] for one in mentions]


TOGETHER = [
    ("We were up at Tarbolton, number 9, third floor.", "number 9"),
    ("It was a council flat, 3 stroke 1, Drumry Gardens, top floor.", "3 stroke 1, Drumry Gardens"),
    ("Then there's Widow's End. Nobody goes there.", "Widow's End"),
    ("Noble Adeyemi. He kept bees.", "Noble Adeyemi"),
    ("Friday Okoro. He was born on one.", "Friday Okoro"),
    ("Slow as treacle. Tanner and Sharpe. You ring and ring.", "Tanner and Sharpe"),
    ("We go to Zavaroni's and have a coffee.", "Zavaroni's"),
    ("Everybody calls her Blythe. Which she is.", "Blythe"),
    ("My payroll's 41 07 338 if you want it.", "41 07 338"),
    ("It's the van outside, KX 21 PLM, you can't miss it.", "KX 21 PLM"),
    ("I had her on my board, job 4 1 7 9 2, and I waited.", "4 1 7 9 2"),
    ("The plate said aged 4 years, and that was that.", "4 years"),
    ("I'm still the baby, at fifty-six.", "fifty-six"),
    (
        "I'm the only Farsi-speaking midwife in East Kilbride, so.",
        "the only Farsi-speaking midwife in East Kilbride",
    ),
    ("They call me Twelve, down there.", "Twelve"),
    ("It's @lowther_and_sons on there.", "@lowther_and_sons"),
    ("I was looking for number forty. So I rang.", "number forty"),
    ("They write it on the letter, pitch C22, like that.", "pitch C22"),
    ("Since he were fourteen month. So long.", "fourteen month"),
    (
        "It's ewan dot tullis, that's T, U, double L, I-S, at harebell dot example. Or write.",
        "ewan dot tullis, that's T, U, double L, I-S, at harebell dot example",
    ),
]


@pytest.mark.parametrize(("text", "whole"), TOGETHER, ids=[row[1] for row in TOGETHER])
def test_one_with_its_name(text: str, whole: str) -> None:
    """House numbers, firms of two, first names that are words, shops by their owner, codes."""
    assert whole in found(text)


APART = [
    "It's the only shop in the village.",
    "The A40 was shut and so was the M3.",
    "It was number 9 on the list.",
    "Lovely weather. Monday and Tuesday. You wait.",
    "The speed limit was at thirty. Then forty.",
    "We go to people's and have a coffee.",
    "I was at the doctor's and then the baker's.",
    "Children aged 4 to 11 years came.",
    "The job took 4 to 5 days.",
]


@pytest.mark.parametrize("text", APART)
def test_nothing_to_be_one_with(text: str) -> None:
    """Lists, days, speeds, people in general, groups by age and lengths of time stay."""
    assert found(text) == []
