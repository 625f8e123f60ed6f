"""Posts that only one person holds: the director of a named body, the lead for a named place."""

import re
from collections.abc import Iterable

from verbatim.deidentify.mention import Mention
from verbatim.deidentify.runs import Reading
from verbatim.deidentify.words import listed

LAYER = "cue"

_HEAD = re.compile(
    r"(?i)\b(?:chief\s(?:\w+\s){0,2}?(?:executive|exec|officer|nurse|constable)|deputy|matron|imam|"
    r"(?:parish|school|district|practice|welfare|liaison|bereavement|education|support|union|probation|housing|"
    r"community|duty|registered|general|branch|club|area|site|ward|volunteer)\s(?:nurse|officer|secretary|manager|"
    r"worker|steward|rep|sister)|churchwarden|verger|organist|bursar|governor|foreman|skipper|harbour\s?master|"
    r"postmaster|postmistress|caretaker|superintendent|head\s?keeper|rabbi|superior|abbot|prior|provost|director|chair(?:man|woman|person)?|head|"
    r"lead(?:\s\w+){0,2}\s(?:nurse|midwife|consultant|clinician|officer|worker)|lead|leader|manager|"
    r"commissioner|advis[eo]r|headteacher|head\steacher|principal|president|secretary|treasurer|"
    r"conven[eo]r|coordinator|co-ordinator|organiser|founder|trustee|chaplain|captain|warden|curate|"
    r"vicar|minister|landlord|landlady|choirmaster|clerk|dean|archdeacon|rector|bishop|steward|mayor|coroner)\b(?:\s(?:of|for|to|at|with|in))"
)
_GROUP = (
    r"(?:association|choir|group|club|society|committee|forum|council|fellowship|wing|branch|team|"
    r"school|church|band|league|partnership|trust|charity|practice|hospital|centre)"
)
_CASELESS = re.compile(
    rf"(?:(?:branch|vice|deputy|acting|lead)\s)?{_HEAD.pattern[4:]}\s(?:the\s|our\s)?(?:\w+\s){{1,4}}?{_GROUP}\b"
)
_STOPS = frozenset(
    listed(
        "i'm i am is was be been as a an the my our his her their your and or but called became "
        "he's she's who's you're we're they're of to for by at with from that this new old being "
        "named job role post title said says so now then into in on like if when because no not "
        "just"
    )
)
_TEAMS = frozenset(
    listed(
        "choir wing fellowship club band branch ramblers singers workers carers circle farm "
        "mortuary benefice parish juniors infants primary academy"
    )
)
_GAPS = frozenset({" ", "'s ", "’s ", "' ", "’ "})
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
    every = list(mentions)
    tied = [one for one in every if one.category in {"LOCATION", "ORGANISATION"} or _capital(one)]
    found = []
    for match in _CASELESS.finditer(text) if reading.passage.caseless else ():
        found.append(Mention(*match.span(), "ROLE", LAYER))
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
            if text[end : word.start] not in _GAPS or word.lower not in vocabulary | _TEAMS:
                break
            end = word.end
        start = match.start()
        for word in [word for word in words if word.end <= match.start()][:-5:-1]:
            if text[word.end : start] not in {" ", "-"} or word.lower in _STOPS:
                break
            start = word.start
        found.append(Mention(start, end, "ROLE", LAYER))
    return found


def _capital(one: Mention) -> bool:
    """Whether a mention was found by its capitals alone, so that it may be a body's name."""
    return one.layer == "capital"
