"""A heading that names people by the labels of the speech: "Interviewer: A. Name"."""

from verbatim.ingest.heads import Head
from verbatim.ingest.labels import AROUND, SPOKEN, has_role, key
from verbatim.ingest.text import is_ended

NAME_WORDS, INITIALS = 4, 4


def naming(heads: list[Head | None]) -> int:
    """Say how many of the first labelled lines only name who takes part; 0 where they speak.

    They are a heading where each has another label and only a name, an id or a role behind it,
    and the next line has one of these labels again: what anybody says first is never dropped for
    its looks alone.
    """
    met: set[str] = set()
    for count, head in enumerate(heads):
        if head is None:
            return 0
        name = key(head.label)
        if name in met:
            return count
        if head.timed or not _is_name(head.rest):
            return 0
        met.add(name)
    return 0


def _is_name(rest: str) -> bool:
    """Say whether the words are a name of several words, an id, or a role: "Mr Baker", "P12"."""
    parts = [part.strip(AROUND) for part in rest.split()]
    if not 1 <= len(parts) <= NAME_WORDS or is_ended(rest) or rest.rstrip().endswith(("]", ")")):
        return False
    if any(
        part.casefold() in SPOKEN or not (part[:1].isupper() or part.isdigit()) for part in parts
    ):
        return False
    is_code = any(letter.isdigit() for letter in rest) or (
        parts[0].isupper() and parts[0].isascii() and 2 <= len(parts[0]) <= INITIALS
    )
    return len(parts) > 1 or has_role(rest) or is_code
