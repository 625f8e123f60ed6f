"""Filling the templates: a name, place or number for each slot, and what it is."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from verbatim.deidentify.words import listed
from verbatim.train import numbers
from verbatim.train.dictated import Dictated
from verbatim.train.marked import UNSURE
from verbatim.train.names import Names

CATEGORY = {
    **dict.fromkeys(listed("first last full nick spelt initial wordname wordlast"), "PERSON"),
    **dict.fromkeys(
        listed(
            "town wordtown village area county city road address housenumber house farm landmark "
            "pub beauty"
        ),
        "LOCATION",
    ),
    **dict.fromkeys(
        listed(
            "org hospital surgery school college carehome church charity firm club trust council "
            "paper wardname abbr short"
        ),
        "ORGANISATION",
    ),
    **dict.fromkeys(listed("date dob year feastyear"), "DATE"),
    **dict.fromkeys(listed("age ageold babyage"), "AGE"),
    **dict.fromkeys(listed("nino plate ref ward room bed bay code"), "REFERENCE"),
    "phone": "PHONE",
    "email": "EMAIL",
    "postcode": "POSTCODE",
    "nhs": "NHS_NUMBER",
    "post": "ROLE",
    "role": UNSURE,
    "dayonly": UNSURE,
}
"""Slots that identify somebody; all others are filled with what everybody shares."""

_ANY_ORG = listed("hospital surgery school college carehome charity firm trust council")
_PART = re.compile(r"(?<![A-Za-z'])[XYLFS](?![a-z])")


@dataclass(frozen=True)
class Filler(Dictated):
    """Fills slots from lists, names and a source of chance."""

    names: Names

    def fill(self, slot: str) -> str:
        """Something for a slot.

        Raises:
            KeyError: If nothing fills the slot.
        """
        special = getattr(self, f"_{slot}", None)
        if special is not None:
            said: str = special()
            return said
        choice = self.chance.choice(self.words[slot])
        return self._parts(choice) if slot in CATEGORY else choice

    def plain(self, category: str) -> str:
        """Ordinary words where an identifier of the category could stand."""
        chance, words = self.chance, self.names.ordinary
        thing = chance.choice(words)
        if category in {"PERSON", "LOCATION", "ORGANISATION", "ROLE"}:
            before = chance.choice(
                ["", "", "the ", "a ", "my ", "some ", chance.choice(words) + " "]
            )
            return before + thing
        unit = chance.choice([thing, thing + "s", *self.words["unit"]])
        return f"{self._count()} {unit}"

    def _parts(self, shape: str) -> str:
        """Replace X, Y by places, L by surnames, F by first names, S by saints."""
        made: dict[str, Callable[[], str]] = {
            "X": self._stem,
            "Y": self._stem,
            "L": self._last,
            "F": self._first,
            "S": lambda: self.chance.choice(self.words["saint"]),
        }
        return _PART.sub(lambda part: made[part[0]](), shape)

    def _stem(self) -> str:
        """A place that organisations and houses are called after."""
        way = self.chance.random()
        if way < 0.35:
            return self.chance.choice(self.names.towns)
        if way < 0.5:
            return self.chance.choice(self.words["wordtown"])
        return self._coined()

    def _coined(self) -> str:
        front, back = (
            self.chance.choice(self.words["front"]),
            self.chance.choice(self.words["back"]),
        )
        return front + back if self.chance.random() < 0.6 else f"{front} {back.title()}"

    def _town(self) -> str:
        if self.chance.random() < 0.08:
            return self._wordtown()
        return (
            self.chance.choice(self.names.towns) if self.chance.random() < 0.75 else self._village()
        )

    def _village(self) -> str:
        name = (
            self._coined() if self.chance.random() < 0.6 else self.chance.choice(self.names.towns)
        )
        if self.chance.random() < 0.3:
            return self.chance.choice(self.words["affix"]).replace("X", name)
        return name

    def _area(self) -> str:
        return self._parts(self.chance.choice([*self.words["estate"], "X", "X", "X"]))

    def _pub(self) -> str:
        return "the " + self.chance.choice(self.words["pubsign"])

    def _first(self) -> str:
        way = self.chance.random()
        if way < 0.1:
            return self._wordname()
        return (
            self.chance.choice(self.words["nick"]) if way < 0.13 else self.names.first(self.chance)
        )

    def _thing(self) -> str:
        return self.chance.choice(self.names.ordinary)

    def _last(self) -> str:
        return self.names.last(self.chance, self.words["wordlast"])

    def _full(self) -> str:
        first = self._first() if self.chance.random() < 0.9 else self._wordname()
        if self.chance.random() < 0.06:
            first += " " + self.chance.choice([self._first(), "J", "A."])
        return f"{first} {self._last()}"

    def _nick(self) -> str:
        made = self.chance.random()
        if made < 0.12:
            return f"{self._first()} the {self.chance.choice(self.words['noun']).title()}"
        if made < 0.22:
            return f"{self.chance.choice(['Big', 'Wee', 'Little', 'Old'])} {self._first()}"
        if made < 0.5:
            name = self._first()
            return name[: self.chance.randint(3, 4)] + self.chance.choice(["", "y", "s", "o", "ie"])
        return self.chance.choice(self.words["nick"])

    def _wordname(self) -> str:
        return self.chance.choice(self.words["wordname"])

    def _spelt(self) -> str:
        return numbers.letters(self.chance, self.chance.choice([self._first, self._last])())

    def _initial(self) -> str:
        return self.chance.choice("ABCDEFGHJKLMNPRSTVWZ")

    def _comma(self) -> str:
        return self.chance.choice([",", ",", ""])

    def _opener(self) -> str:
        return self.chance.choice(self.names.common).capitalize()

    def _road(self) -> str:
        start = self._coined() if self.chance.random() < 0.4 else None
        start = start or self.chance.choice([*self.words["roadstart"], self._last(), self._stem()])
        return f"{start} {self.chance.choice(self.words['roadend'])}"

    def _housenumber(self) -> str:
        number = self.chance.choice([self.chance.randint(1, 40), self.chance.randint(1, 260)])
        said = str(number) if self.chance.random() < 0.5 else numbers.cardinal(number)
        return said + self.chance.choice(["", "", "", "", " A", "b" if said.isdigit() else ""])

    def _address(self) -> str:
        return self.chance.choice(
            [
                f"{self._housenumber()} {self._road()}",
                f"{self._housenumber()} {self._road()}",
                f"{self._housenumber()}, {self._road()}",
                f"flat {self._housenumber()}, {self._road()}",
                f"{self._housenumber()} {self._stem()}",
                f"{self.fill('house')}, {self._road()}",
            ]
        )

    def _org(self) -> str:
        return self.fill(self.chance.choice(_ANY_ORG))

    def _post(self) -> str:
        slots = ["org", "org", "charity", "charity", "club", "church", "town", "wardname"]
        body = self.fill(self.chance.choice(slots)).removeprefix("the ")
        body = f"the {body}" if self.chance.random() < 0.4 else body
        return f"{self.fill('role')} {self.chance.choice(['of', 'of', 'at', 'for'])} {body}"

    def _abbr(self) -> str:
        return "the " + numbers.code(self.chance, self.chance.choice(["AA", "AAA", "AAA", "AAAA"]))

    def _wordtown(self) -> str:
        return self.chance.choice(self.words["wordtown"])

    def _short(self) -> str:
        if self.chance.random() < 0.3:
            return "the " + self.chance.choice(self.words["shortened"])
        return self.chance.choice(["the ", "the ", "the ", ""]) + self._stem()

    def _surgery(self) -> str:
        if self.names.practices and self.chance.random() < 0.3:
            return self.chance.choice(self.names.practices)
        return self._parts(self.chance.choice(self.words["surgery"]))

    def _ward(self) -> str:
        if self.chance.random() < 0.35:
            return self._parts(self.chance.choice(self.words["wardname"]))
        return self._numbered("wardnumber")
