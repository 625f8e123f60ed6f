"""Numbers, dates and letters as people say and write them."""

import random
import string

from verbatim.deidentify.codes import ALPHABET
from verbatim.deidentify.general import MONTHS
from verbatim.deidentify.words import listed

SPOKEN = {letter: word for word, letter in ALPHABET.items()}
"""Words of the spelling alphabet by letter."""

ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
ORDINALS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)


def cardinal(number: int) -> str:
    """A number below a thousand in words, as said in Britain."""
    if number < 20:
        return ONES[number]
    if number < 100:
        tens = TENS[number // 10 - 2]
        return tens if number % 10 == 0 else f"{tens}-{ONES[number % 10]}"
    rest = number % 100
    return f"{ONES[number // 100]} hundred" + (f" and {cardinal(rest)}" if rest else "")


def ordinal(number: int) -> str:
    """A day of the month in words."""
    if number <= 20:
        return ORDINALS[number - 1]
    return "thirtieth" if number == 30 else f"{TENS[number // 10 - 2]}-{ORDINALS[number % 10 - 1]}"


def suffixed(number: int) -> str:
    """A day of the month as 3rd."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number < 20 else ending}"


def digits(chance: random.Random, number: str) -> str:
    """Digits said one by one or in groups: oh seven double-four, nine hundred."""
    said, at = [], 0
    oh = chance.choice(["oh", "oh", "oh", "zero", "nought"])
    while at < len(number):
        here = number[at]
        word = oh if here == "0" else ONES[int(here)]
        if number[at : at + 3] == here * 3 and chance.random() < 0.6:
            said.append(f"treble {word}")
            at += 3
        elif number[at : at + 2] == here * 2 and chance.random() < 0.7:
            said.append(f"double{chance.choice(' -')}{word}")
            at += 2
        elif here in "123456789" and number[at + 1 : at + 2] and chance.random() < 0.08:
            said.append(cardinal(int(number[at : at + 2])))
            at += 2
        else:
            said.append(word)
            at += 1
    together = ""
    for word in said:
        mark = (
            ", "
            if chance.random() < 0.22
            else chance.choice(["... ", " "] if not together else [" "])
        )
        together += (mark if together else "") + word
    return together


def year_said(chance: random.Random, year: int) -> str:
    """A year in figures or words."""
    if chance.random() < 0.5:
        return str(year)
    first, last = divmod(year, 100)
    if first == 20 and last < 10:
        return "two thousand" + (f" and {ONES[last]}" if last else "")
    tail = "hundred" if last == 0 else f"oh-{ONES[last]}" if last < 10 else cardinal(last)
    if chance.random() < 0.3 and last >= 10 and first == 19:
        return chance.choice([tail, tail.replace("-", " "), f"'{last}"])
    return f"{cardinal(first)} {tail if chance.random() < 0.7 else tail.replace('-', ' ')}"


def day_said(chance: random.Random, with_year: int | None) -> str:
    """A day, as said or written, with its year or without."""
    day, month = chance.randint(1, 28), chance.randint(1, 12)
    name = MONTHS[month - 1]
    spoken = [
        f"the {ordinal(day)} of {name}",
        f"{ordinal(day)} of {name}",
        f"the {suffixed(day)} of {name}",
        f"{name} the {ordinal(day)}",
        f"{name} {suffixed(day)}",
        f"{day} {name}",
        f"{suffixed(day)} {name}",
    ]
    if with_year is None:
        return chance.choice(spoken)
    figures = [
        f"{day:02}/{month:02}/{with_year}",
        f"{day}/{month}/{with_year % 100:02}",
        f"{day}.{month}.{with_year % 100:02}",
        f"{day:02}-{month:02}-{with_year}",
        f"{ordinal(day)} of the {ordinal(month)}, {year_said(chance, with_year)}",
        f"{cardinal(day)}, {cardinal(month)}, {cardinal(with_year % 100)}",
    ]
    said = chance.choice(spoken)
    joined = said + chance.choice([", ", " ", " ", ", er, "]) + year_said(chance, with_year)
    return chance.choice(figures) if chance.random() < 0.35 else joined


def letters(chance: random.Random, word: str) -> str:
    """A word spelt out."""
    signs = [sign for sign in word.upper() if sign.isalpha()]
    way = chance.random()
    if way < 0.25:
        return _doubled(signs, chance.choice([" ", " ", ", "]))
    if way < 0.4:
        return "-".join(signs)
    if way < 0.55:
        return ", ".join(signs)
    if way < 0.75:
        return " ".join(signs)
    if way < 0.85:
        return " ".join(signs).lower()
    return ", ".join(
        f"{sign} for {chance.choice([nato(sign), nato(sign).title()])}" for sign in signs[:8]
    )


def _doubled(signs: list[str], between: str) -> str:
    """Letters in lower case or not, two of a kind said as double."""
    said: list[str] = []
    for sign in signs:
        if said and said[-1] == sign:
            said[-1] = f"double {sign}"
        else:
            said.append(sign)
    return between.join(said) if between == ", " else between.join(said).lower()


def nato(sign: str) -> str:
    """The word of the telephone alphabet; other letters stand for themselves."""
    return SPOKEN.get(sign, sign)


def code(chance: random.Random, shape: str) -> str:
    """Letters for A and figures for N of a shape; small n are said in words."""
    return "".join(
        chance.choice("ABCDEFGHJKLMNPRSTUVWXYZ")
        if sign == "A"
        else chance.choice(string.digits)
        if sign == "N"
        else sign
        for sign in shape
    )


def code_said(chance: random.Random, text: str) -> str:
    """A code as dictated: letters apart, digits in words."""
    parts: list[str] = []
    for before, sign in zip(" " + text, text, strict=False):
        if sign.isalnum() and sign == before and parts and chance.random() < 0.7:
            parts[-1] = f"double {parts[-1]}"
        elif sign.isdigit():
            parts.append(
                ONES[int(sign)] if sign != "0" else chance.choice(["zero", "oh", "nought"])
            )
        elif sign.isalpha():
            parts.append(chance.choice([sign, sign, sign.lower(), nato(sign)]))
        elif sign in "/-" and chance.random() < 0.5:
            parts.append({"/": chance.choice(["slash", "stroke"]), "-": "dash"}[sign])
    return chance.choice([" ", " ", ", "]).join(parts)
