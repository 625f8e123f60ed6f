"""Who speaks in a transcript whose labels nobody has listed, and how they speak."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, takewhile
from pathlib import Path

from verbatim.ingest.cues import SOMEBODY
from verbatim.ingest.inside import names
from verbatim.ingest.labels import ALL, Speaker, key
from verbatim.ingest.loose import labels
from verbatim.ingest.pieces import Said, Source
from verbatim.ingest.readers import read_source
from verbatim.ingest.second import QUESTION
from verbatim.ingest.speech import Speech, listed_heads, speech
from verbatim.ingest.unlabelled import are_answers, marks
from verbatim.ingest.unreadable import Unreadable

ROUNDS = 6
FEWEST = 20
"""So many words must be said where nothing says who speaks, or a file is no transcript."""

MOST = 26
"""Most people that one interview's participants have letters for."""

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
ADDRESSED = Path(__file__).with_name("roles.addressed.txt")


@dataclass(frozen=True)
class Voice:
    """How one label speaks.

    Attributes:
        label: As the transcript writes it.
        turns: How often it takes the floor.
        words: How many words it says; in scripts without blanks, a fraction of the letters.
        asks: Of its turns, those with a question.
        you: Words that address somebody.
        me: Words that speak of the speaker.
        begins: Whether it speaks first.
        ends: Whether it speaks last.
    """

    label: str
    turns: int
    words: int
    asks: int
    you: int
    me: int
    begins: bool
    ends: bool


@dataclass(frozen=True)
class Heard:
    """What a transcript holds, before anybody says who is who.

    Attributes:
        voices: Its labels, in the order in which they begin to speak.
        heading: The lines before the first one; cells of a row are parted by tabs.
    """

    voices: list[Voice]
    heading: list[str]


def heard(content: bytes, name: str) -> Heard:
    """Find the labels of a transcript and say how each of them speaks, the first speaker first.

    A first reading without a register shows which labels the layout sets off; with these listed,
    the room's own reading names what it holds for a label besides, until nothing is left over.

    Raises:
        Unreadable: If the file cannot be read, or no label of a speaker is recognised in it.
    """
    source = read_source(content, name, {})
    found = labels(source.pieces)
    if len(found) < 2:
        found = names(source.pieces) or found
    begun = listed_heads(source.pieces, _listed(found))
    found = marks(source.pieces, sum(head is not None for head in begun)) or found
    if len(found) == 1 and are_answers(source.pieces, begun):
        found = [*found, ALL]
    spoken = Speech()
    for _ in range(ROUNDS):
        listed = _listed(found)
        source = read_source(content, name, listed)
        spoken = speech(source.pieces, listed)
        if not spoken.unknown:
            break
        found = [*found, *spoken.unknown]
        if len(found) > ROUNDS * MOST:
            break
    if all(one.label in {None, SOMEBODY} for one in spoken.said):
        spoken = _unlabelled(source)
    _check(spoken, source)
    before = takewhile(lambda piece: piece.place in spoken.dropped, source.pieces)
    heading = [
        "\t".join(" ".join(piece.text.split()) for piece in row)
        for _, row in groupby(before, key=lambda piece: piece.place)
    ]
    said = [one for one in spoken.said if one.label is not None]
    return Heard(list(_voices(said)), heading)


def _unlabelled(source: Source) -> Speech:
    """Read what says nowhere who speaks under one mark; a few words in a document are no text."""
    spoken = speech(source.pieces, _listed([ALL]))
    words = sum(_length(one.text) for one in spoken.said)
    is_recording = any(one.caption for one in spoken.said)
    return spoken if is_recording or words >= FEWEST else Speech(read=spoken.read)


def _listed(found: Iterable[str]) -> dict[str, Speaker]:
    return {key(label): Speaker(label, "other", "") for label in found if key(label)}


def _check(spoken: Speech, source: Source) -> None:
    labels = {one.label for one in spoken.said if one.label is not None}
    if len(labels) > MOST:
        raise Unreadable(
            f"{len(labels)} different labels of speakers",
            f"an interview of at most {MOST} people",
            "see whether it is a transcript of one interview",
        )
    if labels:
        return
    raise Unreadable(
        f"no label of a speaker that comes back, in {len(spoken.read)} lines"
        if source.pieces
        else "a file without any words",
        "a transcript that says who speaks",
        "let the program that transcribed it mark the speakers, or write labels as "
        "`Interviewer:` before what they say",
    )


def _voices(said: list[Said]) -> Iterator[Voice]:
    """Yield each label's voice, in the order in which they begin to speak."""
    turns = [
        (label, " ".join(one.text for one in group))
        for label, group in groupby(said, key=lambda one: one.label or "")
    ]
    by_label: dict[str, list[str]] = {}
    for label, text in turns:
        by_label.setdefault(label, []).append(text)
    spoken = {label: _words(texts) for label, texts in by_label.items()}
    you, me = _addressing(sum(spoken.values(), Counter()))
    for label, texts in by_label.items():
        yield Voice(
            label=label,
            turns=len(texts),
            words=sum(map(_length, texts)),
            asks=sum(bool(QUESTION.search(text)) for text in texts),
            you=sum(spoken[label][word] for word in you),
            me=sum(spoken[label][word] for word in me),
            begins=turns[0][0] == label,
            ends=turns[-1][0] == label,
        )


def _addressing(spoken: Counter[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Words of address and of oneself, of the language that uses most of them here."""
    every: dict[str, dict[str, frozenset[str]]] = {}
    for line in ADDRESSED.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            language, whom, *words = line.split()
            every.setdefault(language, {})[whom] = frozenset(words)
    best = max(every.values(), key=lambda sets: sum(spoken[w] for w in sets["you"] | sets["me"]))
    return best["you"], best["me"]


def _words(texts: list[str]) -> Counter[str]:
    return Counter(
        word for text in texts for word in WORD.findall(text.casefold().replace("’", "'"))
    )


def _length(text: str) -> int:
    """Number of words; where a script has no blanks, two letters are about one."""
    unspaced = len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]", text))
    return len(text.split()) + unspaced // 2
