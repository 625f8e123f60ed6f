"""Slots that hold numbers: telephones, dates, ages, codes, as people dictate or write them."""

import random
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass

from verbatim.deidentify.general import MONTHS
from verbatim.train import numbers


@dataclass(frozen=True)
class Dictated(ABC):
    """Fills the slots that need no names but those of e-mail addresses.

    Attributes:
        words: Lists and shapes to choose from, by slot.
        chance: Source of chance.
    """

    words: dict[str, list[str]]
    chance: random.Random

    @abstractmethod
    def _first(self) -> str:
        """A first name."""

    @abstractmethod
    def _last(self) -> str:
        """A last name."""

    def _room(self) -> str:
        return self._numbered("room")

    def _bay(self) -> str:
        return self._numbered("bay")

    def _bed(self) -> str:
        return self._said(self.chance.randint(1, 30))

    def _numbered(self, slot: str) -> str:
        shape = numbers.code(self.chance, self.chance.choice(self.words[slot]))
        shape = re.sub(r"\bn+\b", lambda _: numbers.cardinal(self.chance.randint(1, 30)), shape)
        return re.sub(r"\ba\b", lambda _: self.chance.choice("abcdeABCDE"), shape)

    def _said(self, number: int) -> str:
        said = numbers.cardinal(number)
        return (
            str(number)
            if self.chance.random() < 0.4
            else said.replace("-", self.chance.choice("- "))
        )

    def _count(self) -> str:
        number = self.chance.choice([self.chance.randint(2, 12), self.chance.randint(2, 120)])
        if self.chance.random() < 0.1:
            return self.chance.choice(["a hundred", "a couple of", "a thousand", "half a dozen"])
        return self._said(number)

    def _hour(self) -> str:
        return self._said(self.chance.randint(1, 12))

    def _age(self) -> str:
        age = self.chance.choice([self.chance.randint(2, 20), self.chance.randint(18, 97)])
        return self._said(age) + ("" if self.chance.random() < 0.95 else " and a half")

    def _babyage(self) -> str:
        number = self._said(self.chance.randint(2, 20))
        return f"{number} {self.chance.choice(['months', 'months old', 'weeks old'])}"

    def _ageold(self) -> str:
        joint = self.chance.choice("- ")
        return f"{self._said(self.chance.randint(2, 95))}{joint}year{joint}old"

    def _year(self) -> str:
        return numbers.year_said(self.chance, self.chance.randint(1935, 2025))

    def _date(self) -> str:
        year = self.chance.randint(1940, 2025) if self.chance.random() < 0.4 else None
        return numbers.day_said(self.chance, year)

    def _dayonly(self) -> str:
        day = self.chance.randint(1, 31)
        return "the " + self.chance.choice([numbers.ordinal(min(day, 30)), numbers.suffixed(day)])

    def _feastyear(self) -> str:
        feast = self.chance.choice(["Easter", "Christmas", "summer", "spring", "autumn", "winter"])
        month = self.chance.choice(MONTHS)
        return f"{self.chance.choice([feast, month])} {self._year()}"

    def _code(self) -> str:
        shape = self.chance.choice(["AA-NN", "ANN", "AANN", "A NN", "AANNN", "AA NN"])
        made = numbers.code(self.chance, shape)
        return made if self.chance.random() < 0.6 else numbers.code_said(self.chance, made)

    def _dob(self) -> str:
        return numbers.day_said(self.chance, self.chance.randint(1926, 2012))

    def _phone(self) -> str:
        start = self.chance.choice(["07", "07", "07", "01", "020", "0161", "0131"])
        number = (start + numbers.code(self.chance, "NNNNNNNNN"))[:11]
        if self.chance.random() < 0.35:
            return f"{number[:5]}{self.chance.choice([' ', '', '-'])}{number[5:]}"
        if self.chance.random() < 0.1:
            number = number[5:]
        return numbers.digits(self.chance, number)

    def _email(self) -> str:
        first = self._first().split()[0].lower()
        last = self._last().split()[0].lower()
        joint, domain = self.chance.choice("._-"), self.chance.choice(self.words["domain"])
        tail = self.chance.choice(["", "", str(self.chance.randint(1, 99))])
        local = self.chance.choice(
            [
                f"{first}{joint}{last}{tail}",
                f"{first[0]}{joint}{last}{tail}",
                f"{first}{last}{tail}",
                f"{first}{tail}",
            ]
        )
        if self.chance.random() < 0.3:
            return f"{local}@{domain}"
        spoken = {
            ".": " dot ",
            "_": " underscore ",
            "-": self.chance.choice([" dash ", " hyphen "]),
        }
        said = re.sub(r"[._-]", lambda sign: spoken[sign[0]], local)
        said = re.sub(r"\d+", lambda sign: " " + self._said(int(sign[0])), said)
        return f"{said} at {re.sub(r'[.]', ' dot ', domain)}"

    def _postcode(self) -> str:
        shape = self.chance.choice(
            ["AN NAA", "ANN NAA", "AAN NAA", "AANN NAA", "ANA NAA", "AANA NAA"]
        )
        made = numbers.code(self.chance, shape)
        way = self.chance.random()
        if way < 0.4:
            return made if way < 0.35 else made.replace(" ", "")
        outer, inner = made.split()
        if way < 0.7:
            said = re.sub(r"\d+", lambda sign: f" {numbers.cardinal(int(sign[0]))} ", outer).strip()
            return said + self.chance.choice([", ", " "]) + numbers.code_said(self.chance, inner)
        return numbers.code_said(self.chance, made)

    def _nhs(self) -> str:
        made = numbers.code(self.chance, "NNNNNNNNNN")
        if self.chance.random() < 0.5:
            return self.chance.choice([f"{made[:3]} {made[3:6]} {made[6:]}", made])
        return numbers.digits(self.chance, made)

    def _nino(self) -> str:
        made = numbers.code(self.chance, "AANNNNNNA")
        way = self.chance.random()
        if way < 0.5:
            return (
                made if way < 0.2 else f"{made[:2]} {made[2:4]} {made[4:6]} {made[6:8]} {made[8]}"
            )
        return numbers.code_said(self.chance, made)

    def _plate(self) -> str:
        made = numbers.code(self.chance, self.chance.choice(["AANN AAA", "ANNN AAA", "AANNAAA"]))
        return made if self.chance.random() < 0.5 else numbers.code_said(self.chance, made)

    def _ref(self) -> str:
        shape = self.chance.choice(
            [
                "NNNNN",
                "NNNNNN",
                "AANNNN",
                "A-NNNN",
                "AA/NN/NNN",
                "NNNN/A",
                "ANNNNNN",
                "AAA-NN-NNNN",
                "NN-NN-NN",
                "NNAN NNNNA",
            ]
        )
        made = numbers.code(self.chance, shape)
        return made if self.chance.random() < 0.5 else numbers.code_said(self.chance, made)
