"""What a label itself says about the role of who speaks."""

import re
from collections.abc import Iterable

from verbatim.ingest.labels import ROLE_WORDS, TITLES, UNWRITTEN, key

WORDS = {
    role: ROLE_WORDS[role] | ROLE_WORDS.get(f"{role}?", frozenset())
    for role in ("interviewer", "participant", "aside", "team", "beside", "asks", "answers")
}
"""Words of labels by role: interviewer, participant, aside (nobody of the study), team (of it, and
an interviewer if they ask), beside (somebody who may be there besides), asks and answers (letters
that stand for a role)."""

ANYBODY = re.compile(
    r"(?:speaker|spk|spkr|sprecher(?:in)?|person|voice|channel|unknown|user|guest|female|male|man|woman|s)?"
    r"[\s_-]*[\d_]*[a-z]?|@(?:" + "|".join(mark[1:] for mark in sorted(UNWRITTEN)) + ")"
)
"""Labels that a recogniser gives anybody, as SPEAKER_00: they are other people in each file; and
the register's marks of voices without labels."""


def stem(label: str) -> str:
    """Label without number and brackets: "participant" of "Participant 2 (phone)"."""
    return re.sub(r"\s*[(\[].*$|[\s\d_#.-]+$", "", key(label)).strip()


def role_word(label: str) -> str:
    """Say which role the label names: a key of `WORDS`, or nothing.

    The last word decides: "Participant's wife" is a wife. The whole label is tried before, as signs
    that scripts of India and Thai join to letters part its words.
    """
    if key(label) in UNWRITTEN:
        return ""
    bare = stem(label)
    parts = [part for part in re.findall(r"[^\W\d_]+", key(label)) if part not in TITLES]
    for role in ("asks", "answers"):
        if bare in WORDS[role]:
            return role
    for part in (bare, *reversed(parts)):
        for role in ("interviewer", "participant", "beside", "aside", "team"):
            if (len(part) > 1 or not part.isascii()) and part in WORDS[role]:
                return role
    return ""


def is_anybody(label: str) -> bool:
    """Say whether the label tells nothing about who it is, as "Speaker 1"."""
    return ANYBODY.fullmatch(key(label)) is not None


def opposed(names: Iterable[str]) -> bool:
    """Say whether there are labels of who asks and of who answers among them."""
    words = {role_word(name) for name in names}
    return bool(words & {"interviewer", "asks"}) and bool(words & {"participant", "answers"})
