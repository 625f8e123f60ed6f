"""A post and a place or body in one sentence: together they may tell who somebody is."""

import re
from collections.abc import Iterator

from verbatim.deidentify.mention import Mention
from verbatim.deidentify.review.asked import Asked

_POST = re.compile(
    r"(?i)\b(?:secretary|treasurer|co-?ordinator|conven[eo]r|(?:vice-?\s?)?chair(?:man|woman|person)?"
    r"|director|head|leader|matron|mayor|vicar|minister|principal|president|founder|commissioner"
    r"|captain|caretaker|postmaster|postmistress|head\s?teacher|headmaster|headmistress|warden)\b"
    r"(?=\s(?:of|for|at|in)\b)"
)
_END = re.compile(r"[.?!;]")
REACH = 60
"""Characters between a post and the name of its place or body."""


def posts(text: str, covered: list[Mention]) -> Iterator[Asked]:
    """Find posts that one person holds, left beside a place or body that is replaced.

    Only the post is asked about: whoever wants it kept must not uncover the name with it.
    """
    for match in _POST.finditer(text):
        if any(one.start < match.end() and match.start() < one.end for one in covered):
            continue
        tied = [
            one
            for one in covered
            if one.category in {"LOCATION", "ORGANISATION"}
            and match.end() < one.start <= match.end() + REACH
            and not _END.search(text[match.end() : one.start])
        ]
        if tied:
            yield Asked(match.start(), match.end(), "ROLE", "post")
