"""Invented interviews: templates chosen, filled, made to hesitate, and joined into documents."""

import random
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from verbatim.train.fill import CATEGORY, Filler
from verbatim.train.marked import Marked
from verbatim.train.names import Names

TEMPLATES = Path(__file__).with_name("spoken.txt")
WORDS = Path(__file__).with_name("words.toml")
FILLERS = ("um", "er", "erm", "you know", "like", "sort of", "I mean", "well", "I think", "uh")
WEIGHTS = {
    "everyday life": 6.0,
    "words that are names": 2.0,
    "numbers": 0.8,
    "names that are words": 0.8,
}
"""How much oftener than others a section's sentences are drawn; most speech identifies nobody."""

PLAIN = 0.18
"""Share of identifiers in whose place ordinary words are put: the same context, and nobody."""

_GROUP = re.compile(r"\(([^()]*)\)")
_SLOT = re.compile(r"\{(\w+)\}")


def templates() -> dict[str, list[str]]:
    """The templates by section."""
    sections: dict[str, list[str]] = {}
    for line in TEMPLATES.read_text(encoding="utf-8").splitlines():
        if line.startswith("##"):
            here = sections.setdefault(line.removeprefix("##").strip(), [])
        elif line and not line.startswith("#"):
            here.append(line)
    return sections


def word_lists() -> dict[str, list[str]]:
    """What fills the slots, blanks restored."""
    lists = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    return {name: [word.replace("_", " ") for word in text.split()] for name, text in lists.items()}


def interviews(names: Names, seed: int, words: int, held: bool = False) -> Iterator[Marked]:
    """Invent interviews of a few dozen turns until there are so many words.

    Args:
        names: Names to fill in.
        seed: Of the chances.
        words: How many, about.
        held: Use the templates held out for measuring (every tenth), else all others.
    """
    chance = random.Random(seed)  # noqa: S311  no secret
    filler = Filler(word_lists(), chance, names)
    sections = {
        name: [line for at, line in enumerate(lines) if (at % 10 == 7) == held]
        for name, lines in templates().items()
    }
    kinds = sorted(sections)
    weights = [len(sections[kind]) * WEIGHTS.get(kind, 1.0) for kind in kinds]
    made = 0
    while made < words:
        turns = []
        for _ in range(chance.randint(15, 30)):
            said = [
                spoken(chance.choice(sections[kind]), filler)
                for kind in chance.choices(kinds, weights, k=chance.choice([1, 1, 1, 2, 3, 4]))
            ]
            turns.append(Marked.joined(said, " "))
        document = Marked.joined(turns, "\n")
        made += len(document.text.split())
        yield document


def spoken(template: str, filler: Filler) -> Marked:
    """Choose, fill, hesitate."""
    chance = filler.chance
    while _GROUP.search(template):
        template = _GROUP.sub(lambda group: chance.choice(group[1].split("|")), template)
    template = " ".join(template.split())
    pieces: list[Marked] = []
    at = 0
    for slot in _SLOT.finditer(template):
        pieces.append(Marked(_hesitant(template[at : slot.start()], chance)))
        category = CATEGORY.get(slot[1])
        if category and chance.random() < PLAIN:
            pieces.append(Marked(filler.plain(category)))
            at = slot.end()
            continue
        said = filler.fill(slot[1])
        if category and chance.random() < 0.03 and " " in said:
            said = said.replace(" ", f" {chance.choice(['er', 'um', 'erm'])}, ", 1)
        bare = said.removeprefix("the ")
        pieces += [Marked(said[: -len(bare)]), Marked.of(bare, category)]
        at = slot.end()
    pieces.append(Marked(_hesitant(template[at:], chance)))
    return Marked.joined(pieces, "").capitalised()


def _hesitant(text: str, chance: random.Random) -> str:
    """Put in fillers and begin words twice."""
    words = text.split(" ")
    said: list[str] = []
    for word in words:
        if word and chance.random() < 0.03 and said:
            said.append(chance.choice(FILLERS) + ",")
        if word.isalpha() and word.islower() and chance.random() < 0.015:
            said.append(word + chance.choice(["", ",", "-", "..."]))
        said.append(word)
    return " ".join(said)
