"""A copy for sharing, in which unmarked inventions stand in the place of identifiers."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import pandas as pd

from verbatim.deidentify.checked import check_digit
from verbatim.deidentify.general import Policy, age_band, month_of
from verbatim.deidentify.identities import TITLES, Spoken, title_before
from verbatim.deidentify.lexicon import folded, lexicon, word_lists
from verbatim.deidentify.replace import replaced_text
from verbatim.deidentify.spoken import digits
from verbatim.deidentify.stand_ins import HOME, Cast, behind_title, last_names
from verbatim.deidentify.words import listed, words_of
from verbatim.tables.deidentify import Surrogates

KINDS = Policy({"LOCATION": "kind", "ORGANISATION": "kind", "ROLE": "group"})
_SPELT = re.compile(r"(?i)[a-z](?:[\s,.-]+[a-z]){2,}")
_NUMBERED = re.compile(r"(?i)\b(ward|room|bed|bay|flat|unit|block|floor)\b")
_BEGIN = listed(
    "alder ash birk brack brig cald cran dun ell fen garth hal hest kel lang lind mar mel nether "
    "oak pen rad ran sel stan swin thorn ulver wal wen withy"
)
_END = listed("beck bourne by combe dale don ferth ham holt ley mere ness rick stead thwaite wick")


def shared(
    segments: pd.DataFrame, identifiers: pd.DataFrame, cast: Cast
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Put inventions in the place of what was replaced, in one batch.

    Args:
        segments: `Segments`, as spoken.
        identifiers: `Identifiers` of the study or of the batch.
        cast: Who stands in, with all that is said in the study.

    Returns:
        `Segments` with the new text, and `Surrogates`.
    """
    gone = identifiers[identifiers["status"] == "replaced"]
    spoken = segments.set_index(["interview", "segment"])["text"].to_dict()
    texts = dict(spoken)
    rows: list[tuple[object, ...]] = []
    for interview, here in gone[gone["interview"].isin(set(segments["interview"]))].groupby(
        "interview", sort=True
    ):
        mentions = here.to_dict("records")
        said = [
            Spoken(
                row["category"],
                row["text"],
                title_before(spoken[interview, row["segment"]], row["start"]),
            )
            for row in mentions
        ]
        invented = inventions(str(interview), [row["identity"] for row in mentions], said, cast)
        for segment, spans in _by_segment(mentions, invented):
            text, places = replaced_text(spoken[interview, segment], spans, marked=False)
            texts[interview, segment] = text
            rows.extend(
                (interview, segment, *place, span[3])
                for place, span in zip(places, spans, strict=True)
            )
    columns = ["interview", "segment"]
    keys = zip(segments["interview"], segments["segment"], strict=True)
    table = pd.DataFrame(rows, columns=Surrogates.column_names())
    return (
        segments.assign(text=[texts[key] for key in keys]),
        table.sort_values([*columns, "start"], ignore_index=True),
    )


def _by_segment(
    mentions: Sequence[dict[str, object]], invented: Sequence[str]
) -> Iterator[tuple[int, list[tuple[int, int, str, str]]]]:
    spans: dict[int, list[tuple[int, int, str, str]]] = {}
    for row, new in zip(mentions, invented, strict=True):
        span = (int(str(row["start"])), int(str(row["end"])), str(row["text"]), new)
        spans.setdefault(int(str(row["segment"])), []).append(span)
    for segment, here in spans.items():
        yield segment, sorted(here)


def inventions(
    interview: str, identities: Sequence[str], said: Sequence[Spoken], cast: Cast
) -> list[str]:
    """Invent what stands in the place of each mention of one interview.

    A person keeps one first and one last name throughout, a place or body one name. No word of an
    invented name was said in the study.

    Args:
        interview: Id.
        identities: Identity of each mention, in order.
        said: The mentions.
        cast: As in `shared`.
    """
    people = [
        (identity, one)
        for identity, one in zip(identities, said, strict=True)
        if one.category == "PERSON"
    ]
    first = cast.names(interview, people)
    unused = set(last_names(HOME)) - set(first.values())
    last = dict(zip(first, cast.free(interview, unused), strict=False))
    others = dict.fromkeys(
        (one.category, identity)
        for identity, one in zip(identities, said, strict=True)
        if one.category != "PERSON"
    )
    names = dict(zip(others, cast.free(interview, places()), strict=False))
    full = {identity: words[-1] for identity, one in people if len(words := _plain(one)) > 1}
    number = {key: at for at, key in enumerate(others, start=1)}
    invented = []
    for identity, one in zip(identities, said, strict=True):
        key = (one.category, identity)
        if one.category == "PERSON":
            new = _person(one, first[identity], last.get(identity, "Smith"), full.get(identity, ""))
        else:
            seed = f"{cast.seed}\0{interview}"
            new = _other(one, names.get(key, "Somewhere"), number[key], seed)
        invented.append(new.lower() if one.text.islower() else new)
    return invented


def _plain(one: Spoken) -> list[str]:
    """Words of a person's name, titles left out, folded."""
    return [
        word for word in (folded(each.text) for each in words_of(one.text)) if word not in TITLES
    ]


def _person(one: Spoken, first: str, last: str, surname: str) -> str:
    words = _plain(one)
    if _SPELT.fullmatch(one.text):
        name = "".join(sign for sign in folded(one.text) if sign.isalpha())
        return "-".join(last if name == surname else first).upper()
    if len(words) > 1:
        inside = words_of(one.text)[0].text
        title = f"{inside} " if folded(inside) in TITLES else ""
        return f"{title}{first} {last}"
    alone = behind_title(one) or (surname != "" and words == [surname])
    return last if alone else first


def _other(one: Spoken, name: str, number: int, seed: str) -> str:
    """Invent a place, a body, a number or a date."""
    kind = KINDS.detail(one.category, one.text)
    if one.category == "LOCATION":
        house = f"{_below(seed, name, 90) + 1} " if re.match(r"\d", digits(one.text).text) else ""
        return f"{house}{name} Road" if kind == "street" or house else name
    if one.category == "ORGANISATION":
        return f"{name} {kind[:1].upper()}{kind[1:]}" if kind else name
    simple = {
        "ROLE": kind or "colleague",
        "EMAIL": f"name{number}@example.org",
        "PHONE": f"07700 900{number % 1000:03d}",
        "POSTCODE": f"ZZ99 {number % 10}ZZ",
        "NHS_NUMBER": nhs_number(number),
    }
    if one.category in simple:
        return simple[one.category]
    if one.category == "AGE":
        return _age(one.text, seed)
    return _date(one.text, seed) if one.category == "DATE" else _reference(one.text, number, seed)


def nhs_number(number: int) -> str:
    """Give an NHS number of the range kept for tests, 999, with its check digit."""
    while True:
        nine = f"999{number % 1_000_000:06d}"
        check = check_digit(nine)
        if check < 10:
            return f"{nine[:3]} {nine[3:6]} {nine[6:]}{check}"
        number += 1


def _age(text: str, seed: str) -> str:
    said = digits(text).text
    found = re.search(r"\d+", said)
    if not found:
        return "the same age"
    age = int(found.group())
    low, _, high = age_band(f"{age}", 5).partition("-")
    low_age, high_age = (int(low), int(high)) if high else (90, 99)
    others = [each for each in range(max(low_age, 2), high_age + 1) if each != age]
    return said.replace(found.group(), str(others[_below(seed, text, len(others))]), 1)


def _date(text: str, seed: str) -> str:
    """Another day of the month, in a year that every date of the interview is moved by."""
    said = digits(text).text
    year = re.search(r"(?<!\d)(?:18|19|20)\d\d(?!\d)", said)
    moved = str(int(year.group()) + (-2, -1, 1, 2)[_below(seed, "year", 4)]) if year else ""
    month = month_of(said)
    if not month:
        return moved or "that day"
    day = f"{_below(seed, text, 28) + 1} " if re.search(r"(?<!\d)\d{1,2}(?!\d)", said) else ""
    return f"{day}{month} {moved}".strip()


def _reference(text: str, number: int, seed: str) -> str:
    """Other figures and letters of the same form; of what was said in words, a number."""
    if not any(sign.isdigit() for sign in text):
        head = _NUMBERED.search(text)
        return f"{head[1]} {number}" if head else f"number {number}"

    def other(match: re.Match[str]) -> str:
        token = match.group()
        if not any(sign.isdigit() for sign in token) and not token.isupper():
            return token
        return "".join(_sign(sign, seed, f"{token}{at}") for at, sign in enumerate(token))

    return re.sub(r"[^\W_]+", other, text)


def _sign(sign: str, seed: str, place: str) -> str:
    if sign.isdigit():
        return str(_below(seed, place, 10))
    letter = "ABCDEFGHJKLMNPRSTUVWXY"[_below(seed, place, 22)]
    return letter if sign.isupper() else letter.lower()


def _below(seed: str, key: str, number: int) -> int:
    return int(hashlib.sha256(f"{seed}\0{key}".encode()).hexdigest()[:8], 16) % number


@cache
def places() -> tuple[str, ...]:
    """Invented names of places: no word, no name, and no place that the program knows."""
    words = lexicon()
    made = (f"{begin}{end}" for begin in _BEGIN for end in _END)
    known = word_lists()["towns"]
    return tuple(
        name.capitalize()
        for name in made
        if name not in known and name not in words.counts and not words.surname(name)
    )


def heard(batches: Iterable[pd.DataFrame], roster: pd.DataFrame, cast: Cast) -> Cast:
    """Let the cast hear what is said in each batch's `Segments`, and the names of the roster."""
    cast.hear(roster["name"])
    for segments in batches:
        cast.hear(segments["text"])
    return cast
