"""Which encoding bytes are in that say nothing of it: told by the letters that come out."""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SAMPLE = 60_000
"""Bytes, in lines beyond ASCII, by which an encoding is judged."""

PLAUSIBLE, POOR = 0.75, 0.5
"""From the first on a reading is believed, under the second it is none."""

NEAR = 0.05
"""Another reading so little worse is named beside the one taken."""

FEW = 20
"""Of so few letters beyond ASCII even a poor reading in Windows-1252 is taken, and said so."""

WIDE = frozenset("。，、；：？！「」『』（）《》・〜")
INSIDE = WIDE | frozenset("‘’–—…·\xa0\xad")
MARKS = INSIDE | frozenset("“”„‚«»‹›•°£€§¿¡½¼¾²³ºª©®™´×†،؛؟\u3000")
"""Signs that are in texts of whatever language; those of `INSIDE` may stand between two letters."""

BEYOND = re.compile(r"[^\x00-\x7f]")
HIGH = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True)
class Encoding:
    """An encoding and what its languages are made of; fields as in `encodings.letters.toml`."""

    codec: str
    name: str
    languages: tuple[frozenset[str], ...]
    expected: float
    latin: bool


@dataclass(frozen=True)
class Guess:
    """One reading of the sample.

    Attributes:
        encoding: How it was read.
        text: What came out.
        score: Share of characters beyond ASCII that one language accounts for, over what is
            expected of it.
    """

    encoding: Encoding
    text: str
    score: float


def guessed(content: bytes) -> tuple[str, str] | None:
    """Tell the encoding of text that has no mark and is not UTF-8.

    Every reading must decode strictly and give the same bytes back. Of those, the one is taken
    whose letters beyond ASCII are best accounted for by one language: its accented letters not in
    capitals inside a word, its marks not between letters, the commonest letters of its script.

    Returns:
        Codec, and the encoding in words with other likely readings; None where none is likely.
    """
    sample = _sample(content)
    guesses = [guess for each in encodings() if (guess := _guess(each, sample))]
    ranked = sorted(guesses, key=lambda guess: -round(guess.score, 6))
    for best in ranked:
        if best.score < PLAUSIBLE:
            break
        if _is_proven(content, best.encoding.codec):
            others = [
                other.encoding.name
                for other in ranked
                if other.score >= best.score - NEAR and _is_rival(best.text, other.text)
            ]
            rest = f" (could be {' or '.join(others)})" if others else ""
            return best.encoding.codec, best.encoding.name + rest
    western = next((one for one in guesses if one.encoding.codec == "cp1252"), None)
    few = len(HIGH.findall(sample)) <= FEW
    if western and (few or western.score >= POOR) and _is_proven(content, "cp1252"):
        return "cp1252", "Windows-1252 (not certain)"
    return None


@cache
def encodings() -> tuple[Encoding, ...]:
    """The encodings that are tried, likeliest first."""
    path = Path(__file__).with_name("encodings.letters.toml")
    listed = tomllib.loads(path.read_text("utf-8"))["encoding"]
    return tuple(
        Encoding(
            one["codec"],
            one["name"],
            tuple(map(frozenset, one["languages"])),
            one.get("expected", 1.0),
            "expected" not in one,
        )
        for one in listed
    )


def _sample(content: bytes) -> bytes:
    """Lines beyond ASCII, up to `SAMPLE` bytes; no encoding tried has a line end in a letter."""
    lines: list[bytes] = []
    size = 0
    for line in re.finditer(rb"[^\r\n]*[\x80-\xff][^\r\n]*[\r\n]?", content):
        lines.append(line[0])
        size += len(line[0])
        if size > SAMPLE:
            break
    return b"".join(lines)


def _guess(encoding: Encoding, sample: bytes) -> Guess | None:
    try:
        text = sample.decode(encoding.codec)
    except UnicodeDecodeError:
        return None
    return Guess(encoding, text, _score(encoding, text))


def _score(encoding: Encoding, text: str) -> float:
    """How much of what is beyond ASCII one language of the encoding accounts for."""
    letters: Counter[str] = Counter()
    marks = beyond = 0
    for match in BEYOND.finditer(text):
        at, sign = match.start(), match[0]
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        beyond += 1
        if sign in MARKS:
            marks += sign in INSIDE or not (before.isalpha() and after.isalpha())
        elif encoding.latin or not (_ascii_letter(before) or _ascii_letter(after)):
            # Scripts do not mix inside a word, and capitals only begin one.
            letters[sign if before.isalpha() else sign.lower()] += 1
    if encoding.latin and 2 * letters.total() > sum(map(str.isalpha, text)):
        return 0.0
    spoken = max(
        sum(number for letter, number in letters.items() if letter in language)
        for language in encoding.languages
    )
    return (spoken / encoding.expected + marks) / max(beyond, 1)


def _ascii_letter(sign: str) -> bool:
    return sign.isascii() and sign.isalpha()


def _is_proven(content: bytes, codec: str) -> bool:
    """Say whether all of the bytes decode strictly, and come back as they were."""
    try:
        return content.decode(codec).encode(codec) == content
    except UnicodeError:
        return False


def _is_rival(taken: str, other: str) -> bool:
    """Say whether another reading has other letters for letters, or other marks for marks.

    Where one has marks and the other letters, as "don’t" and "donít", both are not as likely.
    """
    return len(taken) == len(other) and any(
        one != two and one.isalpha() == two.isalpha() for one, two in zip(taken, other, strict=True)
    )
