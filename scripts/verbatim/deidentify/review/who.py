"""Who is meant, where a person said so: identities written in a review."""

from collections.abc import Iterable

from verbatim.deidentify.answers import Answer
from verbatim.deidentify.identities import surface
from verbatim.deidentify.lexicon import folded


def with_told(roster: dict[str, str], given: Iterable[Answer]) -> dict[str, str]:
    """Put the full names whose bearers people told into the roster of an interview.

    A name of one word speaks for its own places only: elsewhere it may mean somebody else.

    Args:
        roster: Identity by `surface` of the names that the team knows.
        given: Answers for the interview.
    """
    told: dict[str, str] = {}
    for one in sorted(given, key=lambda one: (one.table, one.row)):
        name = surface(one.category, one.text)
        if one.identity and one.replace and " " in name:
            told.setdefault(name, meant_by(one.identity, roster))
    return roster | told


def meant_by(written: str, roster: dict[str, str]) -> str:
    """Give the identity that somebody wrote: the roster's where it has it, else the name itself."""
    plain = folded(" ".join(written.split()))
    same = {folded(identity): identity for identity in roster.values()}
    return roster.get(plain) or same.get(plain, plain)
