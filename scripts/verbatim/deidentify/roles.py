"""Posts that only one person holds: the director of a named body, the lead for a named place."""

import re
from collections.abc import Iterable

from verbatim.deidentify.mention import Mention
from verbatim.deidentify.runs import Reading
from verbatim.deidentify.words import listed

LAYER = "cue"

_HEAD = re.compile(
    r"(?i)\b(?:chief\s(?:\w+\s){0,2}?(?:executive|officer|nurse)|director|chair(?:man|woman|person)?|head|"
    r"lead|leader|manager|commissioner|advis[eo]r|headteacher|head\steacher|principal|president|"
    r"mayor|coroner)\b(?:\s(?:of|for|to|at|with|in))"
)
_STOPS = frozenset(
    listed(
        "i'm i am is was be been as a an the my our his her their your and or but called became "
        "he's she's who's you're we're they're of to for by at with from that this new old being "
        "named job role post title said says so now then into in on like if when because no not "
        "just"
    )
)
REACH = 60
"""Characters between the post and the name of its body or place."""


def roles(reading: Reading, mentions: Iterable[Mention]) -> list[Mention]:
    """Find posts tied to a place or organisation that another layer found.

    The mention reaches from the words before the post ("integrated discharge lead") to the
    general words behind the name ("... urgent care services").
    """
    text = reading.passage.text
    words = reading.passage.words
    vocabulary = reading.lexicon.lists["vocabulary"]
    tied = [one for one in mentions if one.category in {"LOCATION", "ORGANISATION"}]
    found = []
    for match in _HEAD.finditer(text):
        after = [
            one
            for one in tied
            if match.end() <= one.start <= match.end() + REACH
            and not re.search(r"[.,;:?!]|\bin\b|\b[ab]n?\s", text[match.end() : one.start])
        ]
        if not after:
            continue
        end = max(one.end for one in after if one.start == min(each.start for each in after))
        following = [word for word in words if word.start >= end]
        for word in following[:4]:
            if text[end : word.start] != " " or word.lower not in vocabulary:
                break
            end = word.end
        start = match.start()
        for word in [word for word in words if word.end <= match.start()][:-5:-1]:
            if text[word.end : start] != " " or word.lower in _STOPS:
                break
            start = word.start
        found.append(Mention(start, end, "ROLE", LAYER))
    return found
