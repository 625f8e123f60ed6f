"""Small studies to suggest codes for."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from verbatim.suggest.learn import Learner
from verbatim.suggest.words import weigh
from verbatim.tables.code import Carried, CodebookTable
from verbatim.tables.ingest import Segments

TOPICS = {
    "money": "budget charge invoice funding pay cost",
    "waiting": "queue delay months list appointment late",
    "records": "screen file computer notes access system",
}
FILLER = "well we had that day and people came over to see how it went with her then"


def talk(interviews: int, segments: int, seed: int = 1) -> pd.DataFrame:
    """Interviews in which a question comes before each segment, and topics come by turns."""
    chance = np.random.default_rng(seed)
    rows = []
    for number in range(1, interviews + 1):
        for segment in range(1, segments + 1):
            topic = list(TOPICS)[segment % 4] if segment % 4 < 3 else ""
            words = [
                *chance.choice(FILLER.split(), 8),
                *chance.choice(TOPICS[topic].split() if topic else FILLER.split(), 3),
            ]
            asked = f"And what about {chance.choice(FILLER.split())} for you then?"
            rows += [
                (number, 2 * segment - 1, "interviewer", asked),
                (number, 2 * segment, "participant", " ".join(words)),
            ]
    return Segments.check(
        pd.DataFrame(
            [
                (f"P{n:02}", at, at, who, f"P{n:02}" if who == "participant" else "", "", "", text)
                for n, at, who, text in rows
            ],
            columns=Segments.column_names(),
        ),
        "talk",
    )


def codings(rows: list[tuple[str, int, str]], **others: str) -> pd.DataFrame:
    """Codings of (interview, segment, code)."""
    fields = {"coder": "a", "layer": "consensus", "stance": "", "dimension": ""}
    fields |= {"origin": "person", "given_version": "1", "carried_by": "unchanged"} | others
    table = pd.DataFrame(rows, columns=["interview", "segment", "code"]).assign(**fields)
    table["given_code"] = table["code"]
    table["coding"] = [f"c{number:04}" for number in range(len(table))]
    return Carried.check(table[Carried.column_names()].astype(str), "codings")


def coded(segments: pd.DataFrame, interviews: set[str]) -> pd.DataFrame:
    """What a coder gives who goes by the topics' words."""
    said = segments[(segments["speaker"] == "participant")]
    return codings(
        [
            (row.interview, row.segment, code)
            for row in said.itertuples()
            for code, words in TOPICS.items()
            if row.interview in interviews and set(words.split()) & set(row.text.split())
        ]
    )


def framework(*codes: tuple[str, str, str]) -> pd.DataFrame:
    """A codebook of (id, name, definition)."""
    rows = [(*code, "s", "S", "t", "T", "1") for code in codes]
    return CodebookTable.check(pd.DataFrame(rows, columns=CodebookTable.column_names()), "book")


@pytest.fixture
def book() -> pd.DataFrame:
    """Three codes whose definitions use words that their speakers use."""
    return framework(
        ("money", "Money", "Budgets, charges and who pays."),
        ("waiting", "Waiting", "A delay or a waiting list."),
        ("records", "Records", "Screens, files and computers."),
    )


@pytest.fixture
def learner() -> Callable[..., Learner]:
    """Give a learner on a small study of which some interviews are coded."""

    def made(interviews: int = 4, segments: int = 9, coded_ones: int = 4) -> Learner:
        chance = np.random.default_rng(7)
        said = talk(interviews, segments)
        speech = said[said["speaker"] == "participant"].reset_index(drop=True)
        asked = said[said["speaker"] == "interviewer"]["text"].reset_index(drop=True)
        speech = speech.assign(question=asked)
        given = (chance.random((len(speech), 3)) < 0.3).astype(float)
        names = sorted(set(speech["interview"]))
        texts = weigh(speech, ["Money. Budgets and charges", "A delay", "Screens and files"])
        given[~speech["interview"].isin(names[:coded_ones])] = 0
        return Learner(texts, speech, given, names[:coded_ones])

    return made
