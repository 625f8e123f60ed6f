"""Rows of a new study's tables: register, participants, proposals."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from verbatim.ingest.propose import Proposal
from verbatim.newstudy import dates
from verbatim.newstudy.gather import Gathered, natural
from verbatim.register import together

LETTERS = "abcdefghijklmnopqrstuvwxyz"
OWN_ID = re.compile(r"([A-Za-z]{1,4})(\d{1,4})")
PREFIX = re.compile(r"[A-Z]|PT|PP|PID|ID|IV|INT|IDI|KII?|SSI|FGD?|RESP", re.IGNORECASE)
"""What may stand before the number in an id that a file is named by; all else may be a name."""

NO_LABEL = {"interviewer": "Interviewer", "participant": "Participant"}
"""Stands in the register where a transcript has no speech of that role: the cell is needed."""

Row = dict[str, str]


@dataclass(frozen=True)
class Rows:
    """What is added to each table."""

    interviews: list[Row]
    participants: list[Row]
    proposals: list[Row]


def rows(found: Gathered, proposals: dict[str, list[Proposal]], taken: Iterable[str]) -> Rows:
    """Give the rows of all files found; consent is for people to fill in, so it stays empty.

    Args:
        found: What the files hold.
        proposals: Who is who, by file.
        taken: Ids that interviews have already.
    """
    added = Rows([], [], [])
    named = ids(list(found.heard), taken)
    for file, interview in sorted(named.items(), key=lambda item: natural(item[1])):
        ours = proposals[file]
        people = _people(interview, ours)
        heading = found.heard[file].heading
        added.interviews.append(
            {
                "interview": interview,
                "file": file,
                "date": dates.found(file, heading),
                "interviewer_label": _labels(ours, "interviewer"),
                "participant_label": _labels(ours, "participant"),
                "other_labels": _labels(ours, "other"),
                "participants": together(_unless_one(list(people.values()))) or interview,
            }
        )
        added.participants.extend(
            {"participant": one} for one in dict.fromkeys(people.values() or [interview])
        )
        added.proposals.extend(_proposed(interview, file, one, people) for one in ours)
    for file, (what, hint) in found.unread.items():
        added.proposals.append(
            {
                "file": file,
                "confidence": "not read",
                "reason": f"{what}; {hint}" if hint else what,
                **dict.fromkeys(("turns", "words", "questions"), "0"),
            }
        )
    return added


def ids(names: list[str], taken: Iterable[str]) -> dict[str, str]:
    """Give each file an id: its own where most files are named by one, as P07.docx, else P01 on.

    An id never tells a name, as Anna1 would: letters before the number count only where they are
    one, or what researchers call interviews by, and most files share them.
    """
    used = set(taken)
    own = {
        name: match
        for name in names
        if (match := OWN_ID.fullmatch(PurePath(name).stem)) is not None
    }
    letters = Counter(match[1] for match in own.values())
    shared, times = max(letters.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    is_shared = times > 1 and 2 * times > len(names) and PREFIX.fullmatch(shared) is not None
    found = {
        name: match[0]
        for name, match in own.items()
        if is_shared and match[1] == shared and match[0] not in used
    }
    used |= set(found.values())
    prefix = shared if is_shared else _prefix(used)
    numbers = _numbers(prefix, used, len(names))
    return {name: found.get(name) or next(numbers) for name in names}


def _numbers(prefix: str, used: set[str], more: int) -> Iterator[str]:
    """Yield ids that nobody has, behind the highest; two digits, or as many as are needed."""
    mine = [match[2] for one in used if (match := OWN_ID.fullmatch(one)) and match[1] == prefix]
    highest = max(map(int, mine), default=0)
    width = max(2, *(len(one) for one in mine), len(str(highest + more)), 2)
    for number in range(highest + 1, highest + more + 1):
        yield f"{prefix}{number:0{width}}"


def _prefix(used: set[str]) -> str:
    letters = Counter(match[1] for one in used if (match := OWN_ID.fullmatch(one)))
    return max(letters, key=lambda one: (letters[one], one), default="P")


def _people(interview: str, ours: list[Proposal]) -> dict[str, str]:
    """Id of the participant behind each label: P07, or P07a and P07b where there are several."""
    persons = sorted({one.person for one in ours if one.role == "participant"})
    letters = dict(zip(persons, LETTERS if len(persons) > 1 else [""], strict=False))
    return {one.label: interview + letters[one.person] for one in ours if one.role == "participant"}


def _labels(ours: list[Proposal], role: str) -> str:
    return together(one.label for one in ours if one.role == role) or NO_LABEL.get(role, "")


def _unless_one(people: list[str]) -> list[str]:
    """One id stands for all labels."""
    return people[:1] if len(set(people)) == 1 else people


def _proposed(interview: str, file: str, one: Proposal, people: dict[str, str]) -> Row:
    return {
        "interview": interview,
        "file": file,
        "label": one.label,
        "role": one.role,
        "participant": people.get(one.label, ""),
        "confidence": one.confidence,
        "reason": one.reason,
        "turns": str(one.turns),
        "words": str(one.words),
        "questions": str(one.asks),
    }
