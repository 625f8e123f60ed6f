"""What is replaced although the layers are not sure of it."""

from collections.abc import Iterator

import pandas as pd

from verbatim.deidentify.lexicon import Lexicon, lexicon
from verbatim.deidentify.mention import DOUBT
from verbatim.deidentify.pool import WEAK
from verbatim.deidentify.review.asked import Asked
from verbatim.deidentify.words import words_of

SURE = frozenset({"roster", "pattern", "cue"})
"""Layers that know the kind: by what people wrote, by form, or by the words around."""

LEARNED = frozenset({"model", "ner", "presidio"})
"""Layers that rules outvote."""

ALIKE = (
    frozenset({"LOCATION", "ORGANISATION"}),
    frozenset({"PHONE", "NHS_NUMBER", "POSTCODE", "REFERENCE"}),
)
"""Kinds of which it matters little for anybody which one it is."""


def disagreeing(rows: pd.DataFrame, mentions: pd.DataFrame) -> Iterator[tuple[int, Asked]]:
    """Find what is replaced because of a capital alone, and what layers call by two kinds.

    A capital inside a sentence on a word that no dictionary has, or that is known as a name,
    leaves no doubt.

    Args:
        rows: Rows of `Identifiers` of one interview that the program alone replaces.
        mentions: Its rows of `Mentions`, of all layers.

    Returns:
        Segment and what is asked.
    """
    strong = mentions[~mentions["layer"].isin([*WEAK, DOUBT])]
    kinds: dict[int, list[tuple[int, int, str, str]]] = {}
    for segment, start, end, category, layer in zip(
        *(strong[name] for name in ("segment", "start", "end", "category", "layer")), strict=True
    ):
        kinds.setdefault(segment, []).append((start, end, category, layer))
    columns = (rows[name] for name in ("segment", "start", "end", "category", "layer", "text"))
    for segment, start, end, category, layer, text in zip(*columns, strict=True):
        if set(layer.split("+")) - {"pool"} <= WEAK and layer != "pool":
            if _doubtful(text, "initial" in layer, lexicon()):
                yield segment, Asked(start, end, category, "weak")
            continue
        here = [one for one in kinds.get(segment, []) if one[:2] == (start, end)]
        voices = [one for one in here if one[3] not in LEARNED] or here
        said = {one[2] for one in voices}
        known = any(one[3] in SURE and one[2] == category for one in voices)
        if len(said) > 1 and not known and not any(said <= alike for alike in ALIKE):
            yield segment, Asked(start, end, category, "category")


def _doubtful(text: str, opening: bool, words: Lexicon) -> bool:
    spoken = [word.lower for word in words_of(text)]
    known = any(words.first_name(one) or words.town(one) or words.surname(one) for one in spoken)
    return not known and (opening or all(one in words.counts for one in spoken))
