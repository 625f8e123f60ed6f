"""Words that are nearly a name: one letter apart, or of the same sound."""

import re

_FIRST = (("MAC", "MCC"), ("KN", "NN"), ("K", "C"), ("PH", "FF"), ("PF", "FF"), ("SCH", "SSS"))
_LAST = (("EE", "Y"), ("IE", "Y"), *((end, "D") for end in ("DT", "RT", "RD", "NT", "ND")))
_VOWELS = frozenset("AEIOU")


def nysiis(name: str) -> str:
    """How a name sounds, by the New York State Identification and Intelligence System.

    Taft 1970 (Name Search Techniques, Albany), not cut to six letters. Letters outside A to Z
    are passed over.
    """
    word = re.sub(r"[^A-Z]", "", name.upper())
    if not word:
        return ""
    for begin, sound in _FIRST:
        if word.startswith(begin):
            word = sound + word[len(begin) :]
            break
    for end, sound in _LAST:
        if word.endswith(end):
            word = word[: -len(end)] + sound
            break
    code = word[0]
    at = 1
    while at < len(word):
        sound, length = _sound(word, at)
        word = word[:at] + sound + word[at + length :] if length == len(sound) else word
        for letter in sound:
            if letter != code[-1]:
                code += letter
        at += length
    return _end(code)


def _sound(word: str, at: int) -> tuple[str, int]:
    """What the letters at a place sound like, and how many letters that are."""
    letter, before, after = word[at], word[at - 1], word[at + 1 : at + 2]
    for written, sound in (("EV", "AF"), ("SCH", "SSS"), ("PH", "FF"), ("KN", "NN")):
        if word.startswith(written, at):
            return sound, len(written)
    if letter in _VOWELS:
        return "A", 1
    if letter in "QZMK":
        return {"Q": "G", "Z": "S", "M": "N", "K": "C"}[letter], 1
    if letter == "H" and (before not in _VOWELS or after not in _VOWELS):
        return before, 1
    if letter == "W" and before in _VOWELS:
        return before, 1
    return letter, 1


def _end(code: str) -> str:
    if code.endswith("S") and len(code) > 1:
        code = code[:-1]
    if code.endswith("AY"):
        code = code[:-2] + "Y"
    if code.endswith("A") and len(code) > 1:
        code = code[:-1]
    return code


def shortened(word: str) -> set[str]:
    """The word, and each way of leaving one letter out: two words one letter apart share one."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def one_apart(first: str, second: str) -> bool:
    """Whether one letter more, less or other, or two neighbours changed about, is all between them.

    Damerau 1964 (Commun ACM 7:171-176).
    """
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    at = 0
    while at < min(len(first), len(second)) and first[at] == second[at]:
        at += 1
    rest, other = first[at:], second[at:]
    if len(rest) == len(other):
        changed = rest[:2][::-1] == other[:2] and rest[2:] == other[2:]
        return rest[1:] == other[1:] or changed
    return rest[1:] == other or other[1:] == rest
