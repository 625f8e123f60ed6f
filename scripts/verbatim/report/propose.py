"""Quotations that the program proposes by a plain rule; nobody has chosen them yet."""

import re
from collections import Counter

import pandas as pd
from pandera.typing.pandas import DataFrame

from verbatim.report.material import At, Material, Segment
from verbatim.tables.report import ProposedQuotations

SHORTEST, LONGEST = 15, 80
"""Words that a proposed passage has."""

RULE = (
    f"Whole segments of {SHORTEST} to {LONGEST} words of participants who agreed to be quoted and "
    "from which nothing has been chosen; different participants for each code. First come those "
    "who hold the usual view, then segments with fewest other codes, then participants quoted "
    "least so far, then segments with fewest replaced details, then by interview and segment."
)
"""The rule as printed."""


def proposed(known: Material, chosen: pd.DataFrame, number: int) -> DataFrame[ProposedQuotations]:
    """Propose up to `number` passages for each code, by `RULE`.

    Args:
        known: Segments, codes, consent and attributions of the study.
        chosen: Rows of `ApprovedQuotations`.
        number: Passages for each code.

    Returns:
        One row per passage, codes in the framework's order, the best first in each; a segment is
        proposed once at most.
    """
    taken: set[At] = set(zip(chosen["interview"], chosen["segment"], strict=True))
    quoted = Counter(known.segments[at].participant for at in taken)
    able = {at: segment for at, segment in sorted(known.segments.items()) if _able(segment, known)}
    rows = []
    for entry in known.entries:
        if entry.level != "code":
            continue
        code = entry.id
        spoken_for = chosen[chosen["code"] == code]
        heard = {
            known.segments[at].participant
            for at in zip(spoken_for["interview"], spoken_for["segment"], strict=True)
        }
        for _ in range(number):
            fitting = [
                at
                for at, segment in able.items()
                if code in segment.codes and at not in taken and segment.participant not in heard
            ]
            if not fitting:
                break
            best = min(fitting, key=lambda at: (*_rank(able[at], code, quoted), at))
            segment = able[best]
            source = (segment.text, known.attributions[segment.participant])
            rows.append((code, *best, *source, "proposed", _why(segment, code, quoted)))
            taken.add(best)
            heard.add(segment.participant)
            quoted[segment.participant] += 1
    return ProposedQuotations.validate(
        pd.DataFrame(rows, columns=ProposedQuotations.column_names())
    )


def words(segment: Segment) -> int:
    """Count the words of a segment, each tag as one."""
    text = segment.text
    for tag in reversed(segment.tags):
        text = f"{text[: tag.tag_start]}x{text[tag.tag_end :]}"
    return len(re.findall(r"\S*\w\S*", text))


def _able(segment: Segment, known: Material) -> bool:
    agreed = segment.speaker == "participant" and segment.participant in known.quotable
    return agreed and bool(segment.codes) and SHORTEST <= words(segment) <= LONGEST


def _rank(segment: Segment, code: str, quoted: Counter[str]) -> tuple[bool, int, int, int]:
    return (
        code in segment.deviant,
        len(segment.codes),
        quoted[segment.participant],
        len(segment.tags),
    )


def _why(segment: Segment, code: str, quoted: Counter[str]) -> str:
    reasons = [
        f"{words(segment)} words",
        _counted(len(segment.codes) - 1, "other code"),
        _counted(len(segment.tags), "replaced detail"),
        _counted(quoted[segment.participant], "other quotation") + f" of {segment.participant}",
    ]
    if code in segment.deviant:
        reasons.insert(0, "holds the opposite view")
    return "; ".join(reasons)


def _counted(number: int, thing: str) -> str:
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"
