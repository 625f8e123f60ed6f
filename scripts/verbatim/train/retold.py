"""Interviews invented by hand, learnt as they stand and retold under other names."""

import re
from collections.abc import Iterator
from pathlib import Path

from verbatim.deidentify.words import plain
from verbatim.train.corpora import marked_text
from verbatim.train.fill import Filler
from verbatim.train.marked import Marked

INTERVIEWS = Path(__file__).with_name("interviews")
"""One interview a file, identifiers as {{PERSON|Ruth}}."""

AS_THEY_STAND, RETOLD = 2, 2
"""How often each is learnt as it stands, and under other names."""

SAID = {"PHONE": "phone", "EMAIL": "email", "POSTCODE": "postcode", "NHS_NUMBER": "nhs"}
"""Numbers that are put anew, with the slot that fills them."""

KEPT = 0.25
"""Share of names that stay, so that what is said about the very word stays with it."""

_WORD = re.compile(r"[^\W\d_]{3,}(?:['’-][^\W\d_]{2,})*")


def lessons(filler: Filler, folder: Path = INTERVIEWS) -> Iterator[Marked]:
    """Each interview of a folder as it stands and retold, in the order of their names."""
    for path in sorted(folder.glob("*.txt")):
        marked = next(marked_text(path)).marked
        yield from (marked,) * AS_THEY_STAND
        for _ in range(RETOLD):
            yield retold(marked, filler)


def retold(document: Marked, filler: Filler) -> Marked:
    """The same words with other people, places and numbers; one name stays one name.

    Bodies keep their names, but for people and places after whom they are called.
    """
    made = _others(document, filler)
    text, spans, at = "", [], 0
    for start, end, category in document.spans:
        text += document.text[at:start]
        said = document.text[start:end]
        if category in SAID and filler.chance.random() > KEPT:
            now = filler.fill(SAID[category])
            now = now.lower() if said == said.lower() else now
        else:
            now = _WORD.sub(lambda word: _alike(word[0], made.get(plain(word[0]), "")), said)
        spans.append((len(text), len(text) + len(now), category))
        text += now
        at = end
    return Marked(text + document.text[at:], tuple(spans))


def _others(document: Marked, filler: Filler) -> dict[str, str]:
    """Another name for each word of a person's or place's name."""
    chance = filler.chance
    made: dict[str, str] = {}
    for start, end, category in document.spans:
        said = document.text[start:end]
        words = _WORD.findall(said)
        for at, word in enumerate(words):
            key = plain(word)
            if category == "PERSON" and key not in made:
                last = len(words) > 1 and at == len(words) - 1
                made[key] = filler.fill("last" if last else "first")
            elif category == "LOCATION" and key not in made and len(words) == 1:
                made[key] = filler.fill("town")
            else:
                continue
            if chance.random() < KEPT:
                made[key] = ""
    return made


def _alike(word: str, other: str) -> str:
    """The other name, or the word itself where there is none, with the capitals of the word."""
    name = other or word
    return name.lower() if word == word.lower() else name
