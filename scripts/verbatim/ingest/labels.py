"""The labels that the register lists for one interview, and who is behind them."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

from verbatim.errors import StudyError
from verbatim.register import REGISTER, Ticket

ALL, PLAIN = "@all", "@plain"
TYPES = ("@bold", "@italic", "@underlined", "@coloured", "@heading", "@capitals", "@numbered")
"""Marks of paragraphs that are wholly set so; where several fit, the first is taken."""

TURNS = ("@first", "@second")
"""Marks of paragraphs that begin with a dash, in turn."""

OF_TYPES = {PLAIN, *TYPES}
UNWRITTEN = frozenset((ALL, PLAIN, *TYPES, *TURNS))
"""What the register lists where no labels are written: nobody is called so."""

AROUND = " \t:：.,;-–—_*[](){}<>\"'“”‘’"


@dataclass(frozen=True)
class Speaker:
    """Who is behind a label.

    Attributes:
        label: The label, in the spelling of the register.
        role: interviewer, participant or other.
        participant: Id of the participant; empty for others.
    """

    label: str
    role: str
    participant: str


@lru_cache(maxsize=10_000)
def key(label: str) -> str:
    """Reduce a label to what counts: no case, no blanks, colons or brackets around it."""
    return " ".join(unicodedata.normalize("NFC", label).casefold().split()).strip(AROUND)


def speakers(ticket: Ticket) -> dict[str, Speaker]:
    """Give who is behind each label, by its `key`.

    Raises:
        StudyError: If a label is empty or stands for two people, or the participants do not pair
            with their labels.
    """
    where = f"{REGISTER}, the row of {ticket.interview}"
    ids = ticket.participants
    if len(ids) == 1:
        ids = ids * len(ticket.participant_labels)
    if len(ids) != len(ticket.participant_labels):
        raise StudyError(
            where,
            f"{len(ids)} participants and {len(ticket.participant_labels)} labels of participants",
            "one label for each participant, in the same order, or one participant",
            "put | between several labels in participant_label and several ids in participants",
        )
    listed = [
        *(Speaker(label, "interviewer", "") for label in ticket.interviewer_labels),
        *(
            Speaker(label, "participant", one)
            for label, one in zip(ticket.participant_labels, ids, strict=True)
        ),
        *(Speaker(label, "other", "") for label in ticket.other_labels),
    ]
    found: dict[str, Speaker] = {}
    for speaker in listed:
        name = key(speaker.label)
        before = found.setdefault(name, speaker)
        if not name or (before.role, before.participant) != (speaker.role, speaker.participant):
            raise StudyError(
                where,
                "a label that stands for two people" if name else "a label without letters",
                "each speaker label for one person of the interview",
                "labels are compared without case, colons and brackets",
                private=speaker.label,
            )
    marks = UNWRITTEN & found.keys()
    if marks not in ({ALL}, {*TURNS}, set()) and (PLAIN not in marks or not marks <= OF_TYPES):
        raise StudyError(
            where,
            f"the marks {' and '.join(sorted(marks))}, which do not go together",
            f"{ALL}, or {' and '.join(TURNS)}, or {PLAIN} and what is not plain, as {TYPES[0]}",
            "a mark stands for a voice without a label; of two voices, both are listed",
        )
    return found


LONGEST = 40


def _role_words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in Path(__file__).with_name("roles.words.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            role, *words = line.split()
            found.setdefault(role, set()).update(map(key, words))
    return {role: frozenset(words) for role, words in found.items()}


ROLE_WORDS = _role_words()
"""Words of labels by role; the file says which there are."""

ROLES = frozenset().union(
    *(
        ROLE_WORDS[role]
        for role in ("interviewer", "participant", "aside", "team", "beside", "anybody")
    )
)
"""Words that say who speaks, in many languages."""

TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame"))

SPOKEN = frozenset(Path(__file__).with_name("labels.spoken.txt").read_text("utf-8").split())
"""Words with which speech before a colon gives itself away: "So I said: no", "Dear all:"."""


def is_shaped(words: str) -> bool:
    """Say whether the words before a colon could be the label of a speaker.

    They are few, without punctuation or the words of a sentence, and each is written large, is a
    number, or the last one says a role, as in "Dr Smith", "SPEAKER_02", "Female voice".
    """
    parts = words.split()
    if not 1 <= len(parts) <= 4 or len(words) > LONGEST or not re.search(r"[^\W\d_]", words):
        return False
    if words[0].islower() or re.search(r"[,;!?\"“”…@/=]|\w{5,}\.", words):
        return False
    if len(words) == 1:
        return True
    if any(_plain(part) in SPOKEN for part in parts):
        return False
    return has_role(words) or all(not part.strip(AROUND)[:1].islower() for part in parts)


def is_introduced(words: str) -> bool:
    """Say whether the words are a full name and a post, as "Jo Lee, head of the farm"."""
    name, _, post = words.strip().partition(", ")
    return (
        len(name.split()) > 1
        and is_shaped(name)
        and 1 <= len(post.split()) <= 6
        and not re.search(r"[,;!?\"“”…@/=]", post)
    )


def is_name(words: str) -> bool:
    """Say whether words that the layout sets off could be a label: a few, none of a sentence."""
    parts = words.split()
    return (
        1 <= len(parts) <= 6
        and len(words) <= 60
        and re.search(r"[^\W\d_]", words) is not None
        and not re.search(r"[:：;!?\"“”…]", words)
        and not any(_plain(part) in SPOKEN for part in parts if len(words) > 1)
    )


def has_role(words: str) -> bool:
    """Say whether the words end with a role, as "Participant's wife" or "Interviewer 2"."""
    named = re.sub(r"\s*\(.*\)$|[\s\d_]+$|\s+[A-Za-z]$", "", words).split()
    return bool(named) and _plain(named[-1]) in ROLES


def has_title(words: str) -> bool:
    """Say whether the words are a title and a name, as "Ms Jones"."""
    parts = words.split()
    return len(parts) > 1 and _plain(parts[0]) in TITLES


def is_variant(words: str, listed: dict[str, Speaker]) -> bool:
    """Say whether the words are a listed label with another number, a number more, or misspelt."""
    name = key(words)
    for other in listed:
        if re.search(r"\d", name) and _numbered(name) == _numbered(other):
            return True
        if len(other) > 1 and re.fullmatch(rf"{re.escape(other)}[ _-]?(?:\d+|[a-z])", name):
            return True
        if min(len(name), len(other)) >= 4 and SequenceMatcher(None, name, other).ratio() >= 0.85:
            return True
    return False


def is_written_alike(words: str, listed: dict[str, Speaker]) -> bool:
    """Say whether the words are in capitals as listed labels are, and not longer than those."""
    letters = re.sub(r"[\W\d_]", "", words)
    capitals = [
        len(re.sub(r"[\W\d_]", "", speaker.label))
        for speaker in listed.values()
        if speaker.label.isupper()
    ]
    return letters.isupper() and len(letters) <= max(capitals, default=0)


def _plain(word: str) -> str:
    return re.sub(r"['’]s$", "", word.casefold().strip(AROUND))


def _numbered(name: str) -> str:
    return re.sub(r"\d+", "0", name)
