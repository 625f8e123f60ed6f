"""Names that fit two people of an interview: never guessed, so a person is asked."""

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from verbatim.deidentify.identities import surface, title_before
from verbatim.deidentify.review.asked import Asked


def aliases(
    rows: pd.DataFrame, texts: dict[int, str], roster: dict[str, str]
) -> Iterator[tuple[int, Asked]]:
    """Find first names and surnames alone that fit two people whose full names are said.

    Between two full names that fit, a name alone mostly means one person: these stretches are
    asked about one by one.

    Args:
        rows: Rows of `Identifiers` of one interview, what is replaced only.
        texts: Its segments, in the order of speech.
        roster: Identity by surface of the names that the team knows.

    Returns:
        Segment and what is asked.
    """
    people = rows[rows["category"] == "PERSON"]
    full: dict[str, set[str]] = defaultdict(set)
    for name, identity in roster.items():
        if " " in name:
            for part in {name.split()[0], name.split()[-1]}:
                full[part].add(identity)
    said = list(
        zip(
            people["segment"],
            people["start"],
            people["end"],
            people["text"],
            people["identity"],
            strict=True,
        )
    )
    for _, _, _, text, identity in said:
        words = surface("PERSON", text).split()
        if len(words) > 1:
            for part in {words[0], words[-1]}:
                full[part].add(identity)
    order = {segment: at for at, segment in enumerate(texts)}
    stretch: dict[str, int] = defaultdict(int)
    for segment, start, end, text, identity in sorted(
        said, key=lambda one: (order[one[0]], one[1])
    ):
        name = surface("PERSON", text)
        words = name.split()
        if len(words) > 1:
            for part in {words[0], words[-1]}:
                stretch[part] += 1
            continue
        fits = full.get(name, set())
        doubtful = len(fits) > 1 and identity not in fits and name not in roster
        if doubtful and not title_before(texts[segment], start):
            yield segment, Asked(start, end, "PERSON", "alias", str(stretch[name]))
