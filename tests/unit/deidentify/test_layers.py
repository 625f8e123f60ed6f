"""Names, places and organisations: what each cue shows, and what everybody shares."""

import pytest

from verbatim.deidentify.layers import Interview, run_layers
from verbatim.deidentify.mention import longest
from verbatim.deidentify.roster import Known, labels, roster


def found(*texts: str, known: list[Known] | None = None) -> list[list[tuple[str, str]]]:
    """Category and text of what all layers find in each passage."""
    every = run_layers(Interview.of(list(texts)), known or [])
    return [
        [(one.category, text[one.start : one.end]) for one in longest(mentions, text)]
        for text, mentions in zip(texts, every, strict=True)
    ]


CASES = [
    ("I rang Mrs Ashcombe about it", ["Ashcombe"], "title"),
    ("and Dr O'Connor-Smith rang", ["O'Connor-Smith"], "hyphen and apostrophe"),
    ("Sister May is on nights", ["May"], "a month's name behind a title"),
    ("that's Mr B, I'll call him", ["B"], "an initial"),
    ("My name is Oluwadamilare, it's long", ["Oluwadamilare"], "a name in no list"),
    ("Call me Bo, everybody does", ["Bo"], "call me"),
    ("his neighbour, Gwenda, found him", ["Gwenda"], "kin or neighbour"),
    ("I said to Rahul, no", ["Rahul"], "said to"),
    ("Grace, what did you see?", ["Grace"], "address"),
    ("Thanks so much, Ivor.", ["Ivor"], "thanks"),
    ("Hope said she'd come", ["Hope"], "a verb behind an everyday name"),
    ("Wilkins rang about it", ["Wilkins"], "a verb behind a surname"),
    ("Hope who runs it said so", ["Hope"], "who and a verb behind an everyday name"),
    ("Mark who you like", [], "who and no verb"),
    ("on New Year's Eve, or Christmas Eve", [], "a day, not Eve"),
    ("Hope for the best", [], "the everyday word"),
    ("Will you be long?", [], "the verb"),
    ("May I come in?", [], "the verb"),
    ("They had Will and Priya upstairs", ["Will", "Priya"], "an everyday name in a sentence"),
    ("Siobhan's desk is there", ["Siobhan"], "a first name opens"),
    ("Rashida Ormonde-Blake wrote it", ["Rashida Ormonde-Blake"], "first name and surname"),
    ("mind that isla comes too", ["isla"], "a name in lower case that is no word"),
    ("I mark my words with grace and hope", [], "everyday words in lower case"),
    ("We live in Wrexham now", ["Wrexham"], "a town"),
    ("retiring to Reading next year", ["Reading"], "a town that is a word"),
    ("I was reading in the bath", [], "the words"),
    ("she's near Little Snoring", ["Little Snoring"], "a village"),
    ("at 12 Mill Lane, round the back", ["12 Mill Lane"], "house number and road"),
    ("on fourteen Church Street, flat B", ["fourteen Church Street, flat B"], "spoken number"),
    ("the nurses at Fell View Surgery", ["Fell View Surgery"], "a practice"),
    ("a bed at St Hilda's, they said", ["St Hilda's"], "a saint's house"),
    ("the Queen's Hospital rang", ["Queen's Hospital"], "general words that name one hospital"),
    ("the Adult Social Care team and the Care Act", [], "bodies and laws that all share"),
    ("the NHS, the CQC and A&E", [], "initials that all share"),
    ("on Monday, at Easter, in March", [], "vague times"),
    ("he has Parkinson's and COPD", [], "diseases"),
    ("we're Polish, my wife's Irish", [], "nationalities"),
    ("two Filipinos and a New Zealander, in Tigrinya", [], "more of them, and a language"),
    ("on Zoom, from Tesco, in a Skoda", [], "brands"),
    ("he takes Ramipril and Clindamycin", [], "medicines"),
    ("Oh God, Mum, no", [], "exclamations and kin"),
    ("I'm director of Humber Carers Trust", ["director of Humber Carers Trust"], "a post"),
    ("I'm head of a team", [], "a post that many hold"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "reason"), CASES, ids=[row[2] for row in CASES])
def test_layers(text: str, expected: list[str], reason: str) -> None:
    """Names are found by what stands around them; what everybody shares is left."""
    assert [said for _, said in found(text)[0]] == expected, reason


CATEGORIES = [
    ("I saw Ruth in Hexham", [("PERSON", "Ruth"), ("LOCATION", "Hexham")]),
    ("at Oak Tree Surgery on", [("ORGANISATION", "Oak Tree Surgery")]),
    ("up on Mill Lane", [("LOCATION", "Mill Lane")]),
    ("I'm the director of nursing for Rutland", [("ROLE", "director of nursing for Rutland")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CATEGORIES)
def test_categories(text: str, expected: list[tuple[str, str]]) -> None:
    """A mention says of what kind it is."""
    assert found(text)[0] == expected


def test_transcript_without_capitals() -> None:
    """Where a transcript has no capitals, known names and titles still show."""
    texts = ["hello my name is sarah johnson", "i live in leeds on roundhay road", "mr patel knows"]
    assert [[said for _, said in one] for one in found(*texts)] == [
        ["sarah johnson"],
        ["leeds", "roundhay road"],
        ["patel"],
    ]


def test_untrustworthy_capitals() -> None:
    """Where capitals are strewn about, everyday words with one are no names."""
    texts = [
        "Yeah, So I went To the Doctor And he said, Oh You need Care",
        "And my son Liam Was there",
    ]
    assert [[said for _, said in one] for one in found(*texts)] == [[], ["Liam"]]


ROSTER = [
    ("Ann came", "Ann", ["Ann"], "whole word"),
    ("Annual leave, Joanna", "Ann", [], "never inside a word"),
    ("Ann's dog and Ann’s cat", "Ann", ["Ann", "Ann"], "before a possessive"),
    ("ask leonard cole, or Leonard", "Leonard Cole", ["leonard cole", "Leonard"], "case and part"),
    ("the cole slaw", "Leonard Cole", [], "an everyday part in lower case"),
    ("Elm\u00a0Lodge", "Elm Lodge", ["Elm\u00a0Lodge"], "any blank"),
    ("(Zoë)", "Zoë", ["Zoë"], "accents and brackets"),
]


@pytest.mark.parametrize(("text", "name", "expected", "reason"), ROSTER)
def test_roster(text: str, name: str, expected: list[str], reason: str) -> None:
    """Names known beforehand are found as whole words."""
    mentions = longest(roster(text, [Known(name, "PERSON")], {"cole"}), text)
    assert [text[one.start : one.end] for one in mentions] == expected, reason


def test_roster_name_that_is_a_word() -> None:
    """A roster name that is an everyday word is not found where it only opens a sentence."""
    known = [Known("Will", "PERSON")]
    assert found("Will you come?", "Will said so.", "I met Will.", known=known) == [
        [],
        [("PERSON", "Will")],
        [("PERSON", "Will")],
    ]


def test_labels_of_speakers() -> None:
    """Names among speakers' labels count as known; roles and ids do not."""
    all_labels = [
        "Interviewer",
        "P04",
        "SPEAKER_01",
        "SB",
        "Speaker 2",
        "Cllr Joan PRYCE",
        "Ifan (iPad)",
    ]
    assert [one.name for one in labels(all_labels)] == ["Joan Pryce", "Ifan"]
    assert found("Quality is all.", known=labels(["Quality"])) == [[]]
