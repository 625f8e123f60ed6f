"""Names that the team knew before anybody read: the roster, and the labels of speakers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from verbatim.deidentify.mention import Mention
from verbatim.deidentify.words import WORD, listed
from verbatim.ingest.labels import ROLES, UNWRITTEN, key
from verbatim.writing import RUN_ON, whole

LAYER = "roster"

GENERIC = frozenset(
    listed(
        "interviewer interviewee participant respondent researcher moderator facilitator speaker "
        "unknown other others patient carer nurse doctor client user staff member male female man "
        "woman voice host guest person husband wife son daughter mum dad mother father partner "
        "manager observer translator interpreter group everyone all int res par gp me you "
        "interviewers participants respondents speakers family relative colleague line "
        "cllr councillor prof professor rev sister miss mrs sir"
    )
)
"""Words in speaker labels that are no names."""


@dataclass(frozen=True)
class Known:
    """A name to look for in one interview.

    Attributes:
        name: As it may be spoken.
        category: Kind of identifier.
        sure: Whether the team says that it is a name; a speaker's label may be none.
    """

    name: str
    category: str
    sure: bool = True


def labels(all_labels: Iterable[str]) -> list[Known]:
    """Give the names among speaker labels; "Interviewer", "P04" and "SB" are none.

    Titles and what stands in brackets are left out.
    """
    names = []
    for label in all_labels:
        words = [
            word
            for word in WORD.findall(re.sub(r"\(.*?\)|\[.*?\]", " ", label))
            if word.lower() not in GENERIC | ROLES and (len(word) > 2 or RUN_ON.search(word))
        ]
        if words and not (re.search(r"\d", label) or key(label) in UNWRITTEN):
            shown = [word.capitalize() if word.isupper() else word for word in words]
            names.append(Known(" ".join(shown), "PERSON", sure=False))
    return names


def roster(text: str, known: Iterable[Known], everyday: Iterable[str] = ()) -> list[Mention]:
    """Find the names as whole words, also in part and before a possessive.

    "Ann" is not found in "Annual". A full name is also looked for by its single words, unless
    they are everyday words; everyday words and short names must have their capitals.

    Args:
        text: What is said.
        known: The names.
        everyday: Lower-case words of the names that are ordinary words.
    """
    ordinary = frozenset(everyday)
    found = []
    for one in known:
        parts = one.name.split()
        forms = [one.name, *(parts if one.category == "PERSON" and len(parts) > 1 else [])]
        for form in forms:
            plain = form.lower() in ordinary
            if form != one.name and (plain or (len(form) < 3 and not RUN_ON.search(form))):
                continue
            flags = 0 if plain or len(form) < 4 else re.IGNORECASE
            pattern = r"\s+".join(re.escape(part) for part in form.split())
            for match in re.finditer(whole(pattern, form), text, flags):
                found.append(Mention(*match.span(), one.category, LAYER))
    return found
