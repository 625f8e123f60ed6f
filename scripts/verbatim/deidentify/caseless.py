"""Transcripts without capitals: names by the lists, by their company, and by being no word."""

import re
from collections.abc import Iterator

from verbatim.deidentify.lexicon import Lexicon
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.runs import Reading
from verbatim.deidentify.spoken import NUMBER_WORDS
from verbatim.deidentify.telling import LIKELY, SURE, announced, surnamed, telling
from verbatim.deidentify.words import Passage, listed

LAYER = "gazetteer"
STRANGE = "initial"
"""Layer of words that no dictionary has: as weak as a word that only opens sentences."""

SHORTEST = 4
"""Letters from which a word that stands in no dictionary is taken for a name."""

_ROAD = re.compile(
    r"\b(?:on|in|at|off|along|up|down|from|near|its|it's|to)\s(?!a\b|my\b|our\b|the\s(?!crescent|close|green))"
    r"(?P<road>(?:(?:\d+[a-z]?|[a-z]+(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?)\s)??"
    r"(?:the\s)?[a-z]+\s(?:road|street|avenue|lane|close|drive|crescent|terrace|grove))\b"
)
_HEADS = frozenset(
    listed(
        "surgery hospital infirmary hospice clinic practice primary school academy college "
        "university trust centre society association charity foundation church chapel mosque "
        "temple gurdwara synagogue cathedral club library pharmacy nursery arms inn hotel cafe "
        "bakery logistics limited ltd lodge court rights group project services council house "
        "tower towers mansions"
    )
)
_ROADS = frozenset(listed("road street lane park hill green avenue"))
_GENERAL = frozenset(listed("general royal infirmary memorial cottage"))
_LAND = frozenset(
    listed("basin estate park hill bridge green gardens fields quay dock docks wood woods farm")
)
_HOUSED = frozenset(listed("at is its it's to live lives address number house flat right left"))
_FIRMS = frozenset(
    listed(
        "cabs taxis logistics motors coaches stores carpets ltd limited bakery haulage transport "
        "joinery scaffolding roofing fisheries seafoods foods produce dairies engineering autos "
        "tyres plumbing electrical catering recruitment builders removals"
    )
)
_SIDES = frozenset(listed("north south east west upper lower new old great little"))
_PLACED = frozenset(listed("in at from near to into around outside through towards up"))
_STOPS = frozenset(
    listed("called its it's that's thats was is and got named from like or whos who's theyre")
)
_DETERMINERS = frozenset(listed("a an the this that my your his her our their some of"))
LONGEST = 4
"""Words before the head of an organisation that may belong to its name."""


def caseless(reading: Reading) -> list[Mention]:
    """Find names in a passage of a transcript without capitals."""
    if not reading.passage.caseless:
        return []
    passage, lexicon = reading.passage, reading.lexicon
    return [*_people(passage, lexicon), *_places(passage, lexicon), *_bodies(passage, lexicon)]


def _people(passage: Passage, lexicon: Lexicon) -> Iterator[Mention]:
    at = 0
    while at < len(passage.words):
        word = passage.words[at]
        sure = _known(word.text, lexicon)
        last = at
        if sure or _told(passage, at, lexicon):
            if surnamed(passage, at + 1, lexicon):
                follows = passage.lower(at + 1)
                last += not _known(follows, lexicon) or follows in lexicon.surnames
            yield Mention(_begin(passage, at, lexicon), passage.words[last].end, "PERSON", LAYER)
        elif len(word.text) >= SHORTEST and _strange(passage, at, lexicon):
            category = "LOCATION" if passage.lower(at - 1) in _PLACED - {"to"} else "PERSON"
            yield Mention(word.start, word.end, category, STRANGE)
        at = last + 1


def _strange(passage: Passage, at: int, lexicon: Lexicon) -> bool:
    """Whether a word stands in no dictionary and is no part of a phrase that everybody shares."""
    word = passage.words[at].text
    beside = (f"{passage.lower(at - 1)} {word}", f"{word} {passage.lower(at + 1)}")
    return lexicon.strange(word) and not any(map(lexicon.shared, beside))


def _known(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a first name and nothing else."""
    if len(word) < SHORTEST - 1 or lexicon.shared(word) or "'" in word or word in lexicon.bare:
        return False
    return lexicon.first_name(word) and not lexicon.everyday(word)


def _told(passage: Passage, at: int, lexicon: Lexicon) -> bool:
    """Whether a word by which people are called too is a name by its company."""
    word, lists = passage.words[at].text, lexicon.lists
    if lexicon.shared(word) and not (lexicon.month(word) or lexicon.has("called", word)):
        return False
    if lexicon.first_name(word) and word not in lexicon.bare:
        return telling(passage, at, lexicon) > LIKELY
    if (
        word in lists["epithets"] | lists["callings"] | lists["titles"]
        or word in lexicon.closed | lists["persons"] | lexicon.bare
    ):
        return False
    front, weight = announced(passage, at, lexicon), telling(passage, at, lexicon)
    if word in lexicon.surnames and (front >= LIKELY and weight > SURE - (front >= SURE)):
        return True
    return lexicon.surname_too(word) and front >= SURE and weight > SURE


def _begin(passage: Passage, at: int, lexicon: Lexicon) -> int:
    """Where a name begins, an initial or "big" and "old" before it counted in."""
    word, before = passage.words[at], passage.words[at - 1] if at else None
    if before is None:
        return word.start
    gap = passage.gap(at)
    initial = len(before.text) == 1 and before.text not in {"i", "a"} and gap in {". ", " "}
    aged = before.text in lexicon.lists["epithets"] and gap == " "
    aged = aged and passage.lower(at - 2) not in _DETERMINERS
    return before.start if initial or aged else word.start


def _places(passage: Passage, lexicon: Lexicon) -> Iterator[Mention]:
    for match in _ROAD.finditer(passage.text):
        yield Mention(*match.span("road"), "LOCATION", LAYER)
    for at, word in enumerate(passage.words):
        before = passage.lower(at - 1)
        yield from _landmarks(passage, at, lexicon)
        for size in (3, 2, 1):
            words = passage.words[at : at + size]
            name = " ".join(each.text for each in words)
            known = len(words) == size and lexicon.town(name)
            if known and (size > 1 or not lexicon.everyday(name) or before in _PLACED - {"to"}):
                yield Mention(word.start, words[-1].end, "LOCATION", LAYER)
                break
        if (
            before in _SIDES
            and passage.lower(at - 2) in _PLACED
            and not lexicon.everyday(word.text)
        ):
            yield Mention(passage.words[at - 1].start, word.end, "LOCATION", LAYER)


def _landmarks(passage: Passage, at: int, lexicon: Lexicon) -> Iterator[Mention]:
    """Places by their last word ("the albert basin"), saints' houses, houses by number alone."""
    word, before, two = passage.words[at], passage.lower(at - 1), passage.lower(at - 2)
    if word.text in _LAND and at and passage.gap(at) == " ":
        name = not lexicon.everyday(before) or lexicon.town(before)
        if name or (two in _PLACED - {"to"} and before not in lexicon.lists["function"]):
            yield Mention(passage.words[at - 1].start, word.end, "LOCATION", LAYER)
    if (
        before in {"st", "saint"}
        and word.text not in lexicon.lists["function"]
        and len(word.text) > 2
    ):
        yield Mention(passage.words[at - 1].start, word.end, "ORGANISATION", LAYER)
    if before == "our" and word.text in {"ladys", "lady's"}:
        yield Mention(passage.words[at - 1].start, word.end, "ORGANISATION", LAYER)
    if before in NUMBER_WORDS - {"and", "o", "oh"} and lexicon.strange(word.text):
        start = at - 1
        while (
            start and passage.lower(start - 1) in NUMBER_WORDS and passage.gap(start) in {" ", "-"}
        ):
            start -= 1
        if passage.lower(start - 1) in _HOUSED:
            yield Mention(passage.words[start].start, word.end, "LOCATION", LAYER)


def _bodies(passage: Passage, lexicon: Lexicon) -> Iterator[Mention]:
    """Organisations by their last word: "the penrose centre", "truro general"."""
    words, lists = passage.words, lexicon.lists
    for at, word in enumerate(words):
        if word.text in _GENERAL:
            if at and lexicon.town(words[at - 1].text):
                yield Mention(words[at - 1].start, word.end, "ORGANISATION", LAYER)
            continue
        if word.text not in _HEADS | _FIRMS:
            continue
        first = at
        while first > max(at - LONGEST, 0) and not (
            words[first - 1].text in lists["function"] | _STOPS or set(passage.gap(first)) - {" "}
        ):
            first -= 1
        if (
            word.text in _FIRMS
            and first < at
            and passage.lower(first - 1) in _PLACED | {"for", "with"}
        ):
            yield Mention(words[first].start, word.end, "ORGANISATION", LAYER)
            continue
        named = [each for each in words[first:at] if each.text not in lists["vocabulary"]]
        told = any(not lexicon.everyday(each.text) or lexicon.town(each.text) for each in named)
        road = first < at - 1 and words[at - 1].text in _ROADS
        if told or (road and passage.lower(first - 1) in _STOPS | {"the", "at"}):
            yield Mention(words[first].start, word.end, "ORGANISATION", LAYER)
