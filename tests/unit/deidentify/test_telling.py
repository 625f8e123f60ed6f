"""Names that are everyday words, transcripts without capitals, bodies without a head."""

import json
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from verbatim.deidentify import find
from verbatim.deidentify.decide import Batch, People, decide
from verbatim.deidentify.layers import Interview
from verbatim.deidentify.learned import RULES_ONLY
from verbatim.deidentify.lexicon import lexicon
from verbatim.deidentify.telling import LIKELY, NEVER, telling
from verbatim.tables.people import Decisions, Roster, Sample


@pytest.fixture(autouse=True)
def _no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def at_once(stage: str, key: list[Any], work: Callable[[], Any]) -> Any:
        return json.loads(json.dumps(work()))

    monkeypatch.setattr(find, "cached", at_once)


def masked(*texts: str) -> list[list[str]]:
    """What finding and deciding would replace, segment by segment, in one interview."""
    rows = [("P01", number, text) for number, text in enumerate(texts, start=1)]
    segments = pd.DataFrame(rows, columns=["interview", "segment", "text"])
    mentions = find.find_mentions(
        segments, [], Roster.without_rows(), learned=RULES_ONLY, code="", lock="", language="en"
    )
    people = People(
        Roster.without_rows(), Decisions.without_rows(), Sample.without_rows(), sample_decides=False
    )
    automatic = decide([Batch(lambda: segments, lambda: mentions)], people).automatic
    return [
        automatic[automatic["segment"] == number]["text"].tolist()
        for number in range(1, len(texts) + 1)
    ]


COMPANY = [
    ("and then mr bell came round", "bell", True, "title"),
    ("my husband mark he was in", "mark", True, "kin, and he"),
    ("we all called him rod at work", "rod", True, "called"),
    ("i said to grace it was fine", "grace", True, "said to"),
    ("me and iris went down", "iris", True, "me and"),
    ("there was may in the kitchen", "may", True, "there was"),
    ("so i rang heather from the ward", "heather", True, "rang"),
    ("i hope it will be fine", "hope", False, "a pronoun before it"),
    ("we paid the bill and left", "bill", False, "an article before it"),
    ("to mark the end of it", "mark", False, "to"),
    ("you may as well go", "may", False, "an auxiliary"),
    ("it will be a while", "will", False, "an auxiliary behind it"),
    ("will you come with me", "will", False, "a question"),
    ("can i just say", "can", False, "a question"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "word", "name", "reason"), COMPANY, ids=[f"{row[1]}: {row[3]}" for row in COMPANY]
)
def test_telling(text: str, word: str, name: bool, reason: str) -> None:
    """The same word is a name or none by what stands around it."""
    passage = Interview.of([text, "and so on and so on and on"] * 4).passages[0]
    weight = telling(passage, text.split().index(word), lexicon())
    assert (weight >= LIKELY) is name, reason
    assert NEVER < weight or not name


def test_a_name_that_opens_sentences() -> None:
    """Known from elsewhere in the interview, it is a name where its company says so."""
    said = masked(
        "There's a lad on nights, Mark Best, and a girl, Joy Tanner.",
        "Best came over first. Best thing that happened. Mark my words.",
        "Joy, she laughed. Joy is what you want in a job like this.",
        "Will Best be there? I'd ask Tanner.",
    )
    assert said[1] == ["Best"]
    assert "Joy" in said[2]
    assert said[3] == ["Best", "Tanner"] or said[3] == ["Will Best", "Tanner"]


def test_a_person_called_like_a_day() -> None:
    """Sunday is a person where he acts, and a day everywhere else."""
    said = masked(
        "My uncle was Sunday too. Sunday drove us to church.",
        "On Sunday we rest, every Sunday. Sunday morning is quiet.",
        "I asked Sunday. We'd go on Sunday.",
    )
    assert said == [["Sunday", "Sunday"], [], ["Sunday"]]


def test_a_day_stays_a_day() -> None:
    """Without anybody called so, days stay, also where they open a sentence."""
    assert masked("Sunday was quiet. Friday is worse, and it was Monday again.") == [[]]


def test_a_word_that_is_a_surname() -> None:
    """Capitals of names that are closed-class words do not make a transcript untrustworthy."""
    said = masked(
        "There was Deniz Can on the desk, and Gwen Will, and Ola More.",
        "I told Can and I asked Can. It's about Can. She moved to Deal in the end.",
    )
    assert said[0] == ["Deniz Can", "Gwen Will", "Ola More"]
    assert said[1].count("Can") == 3
    assert "Deal" in said[1]


CASELESS = [
    ("my neighbour on the left is tamsin pengelly she keeps hens", ["tamsin pengelly"], "both"),
    ("then oyindamola rang and i said wait", ["oyindamola"], "a name of elsewhere"),
    ("and skrelvin sat down next to us", ["skrelvin"], "in no dictionary"),
    ("im from truro and i work in camborne now", ["truro", "camborne"], "towns"),
    ("they moved us to wexcombe after that", ["wexcombe"], "an unknown place"),
    ("she was at the trelawny surgery that day", ["trelawny surgery"], "an organisation"),
    ("he was in penzance general for a week", ["penzance general"], "a hospital"),
    ("i live at nine the crescent with my mum", ["nine the crescent"], "house number and road"),
    ("we hope to grace you with our presence if i may", [], "everyday words"),
    ("theyre all dead nice and they wouldnt hurt a fly", [], "no apostrophes"),
    ("mr price came and mrs bell was there too", ["price", "bell"], "titles"),
    ("the programme at the centre was cancelled", [], "British spelling"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "reason"), CASELESS, ids=[row[2] for row in CASELESS])
def test_without_capitals(text: str, expected: list[str], reason: str) -> None:
    """Without capitals names show by lists, company, and by being no word."""
    filler = "and that was how it was in those days i can tell you that much for nothing"
    assert masked(text, filler)[0] == expected, reason


def test_names_go_on_without_capitals() -> None:
    """A name told once is found again, with an s glued to it, and where it is a word."""
    said = masked(
        "there was a lad called rowan and a lass called sheelin who did the nights with me",
        "it was sheelins turn and rowan was off and then rowan said can we swap",
        "the rowan tree was down",
    )
    assert said == [["rowan", "sheelin"], ["sheelins", "rowan", "rowan"], []]


BODIES = [
    ("I was with the Penrose practice then", ["Penrose practice"], "an ordinary head"),
    ("he's at St Piran's nursery now", ["St Piran's nursery"], "a saint and an ordinary head"),
    ("Sarah's school rang me", ["Sarah"], "somebody's school"),
    ("they took her to the Royal, you see", ["Royal"], "a hospital's nickname"),
    ("the Royal Mail and the General Election", [], "what all share"),
    ("she was at the QVH for a week", ["QVH"], "initials"),
    ("I had the MRI at the A&E, on the NHS", [], "initials of general meaning"),
    ("a lad at Trevanion's, the butcher", ["Trevanion's"], "a shop by its owner"),
    ("I took it to Penrose and Lobb, the solicitors", ["Penrose and Lobb"], "two owners"),
    ("we're at sixty-one Trevanion, by the school", ["sixty-one Trevanion"], "no Street"),
    ("flat 3/2, 18 Trevanion.", ["flat 3/2, 18 Trevanion"], "flat and number"),
    ("I'm treasurer of the Penrose Ramblers", ["treasurer of the Penrose Ramblers"], "a post"),
    ("Penrose and Daughters, it says", ["Penrose and Daughters"], "a family firm"),
    ("at two hundred and six Penrose Road", ["two hundred and six Penrose Road"], "hundreds"),
    ("then Sergeant Hall came in", ["Hall"], "a title before a general word"),
    ("I'm secretary to nobody", [], "no body named"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "reason"), BODIES, ids=[row[2] for row in BODIES])
def test_bodies(text: str, expected: list[str], reason: str) -> None:
    """Organisations and houses are found by what people call them."""
    assert masked(text)[0] == expected, reason


def test_short_forms() -> None:
    """A full name brings its short form, where only one person can be meant."""
    assert masked("I met William Tregear. Will said so. Will it rain?")[0] == [
        "William Tregear",
        "Will",
    ]


def test_one_wrong_letter() -> None:
    """What no dictionary has and is one letter from a name found is that name."""
    said = masked("I rang Mrs Trevanion twice.", "they'd put trevannion on it, and trevanian.")
    assert said[1] == ["trevannion", "trevanian"]


def test_shouted() -> None:
    """A known name in capitals is found with the capitals that follow."""
    said = masked("I'm Sevda, Sevda Arslan.", "The card says SEVDA ARSLANN, on the NHS one.")
    assert said[1] == ["SEVDA ARSLANN"]


ORIGINS = [
    "Oluwakemi", "Chidimma", "Kwabena", "Hauwa", "Hodan", "Tsegereda", "Nomvuyo", "Tatenda",
    "Achieng", "Gülşen", "Rojda", "Ghassan", "Shaghayegh", "Rukhsana", "Tahmina", "Tharini",
    "Jayshree", "Sukhvinder", "Dilrukshi", "Xiaoqing", "Phuong", "Maricel", "Jiyoung", "Yukiko",
    "Grzegorz", "Ionut", "Giedre", "Oleksandr", "Desislava", "Conceição", "Gwenllian", "Ruaridh",
    "Caoimhe", "Merryn", "Delroy",
]  # fmt: skip


@pytest.mark.parametrize("name", ORIGINS)
def test_names_of_many_origins(name: str) -> None:
    """First names from all over the world are found wherever they stand in a sentence."""
    texts = (f"{name} came in early.", f"I'd asked {name} about it.", f"and {name}'s mum rang")
    assert masked(*texts) == [[name], [name], [name]]
