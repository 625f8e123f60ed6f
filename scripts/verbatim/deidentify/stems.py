"""Words that no dictionary has and that are no names: forms of known words, medicines."""

import re
from collections.abc import Container

PART = 4
"""Letters from which a word is part of a compound."""

USED = 60
"""Count in the word list from which an ending or a syllable before it makes a known word."""

COMPOUND = 300
"""Count in the word list from which two words make a known compound."""

DRUG = re.compile(
    r"(?:pril|olol|statin|sartan|azole|mycin|micin|cillin|floxacin|dipine|tidine|tadine|nadine|azepam|"
    r"zolam|setron|triptan|profen|oxetine|furantoin|oprim|cycline|gliptin|gliflozin|formin|parin|"
    r"xaban|lukast|terol|asone|solone|peridone|apine|tamol|fenac|oxacin|curium|mab|vir|thiazide|semide|"
    r"phenamine|itis|osis|oma|aemia|emia|pathy|algia|ology|ologist|fibromatosis)s?$"
)
"""Stems of the international names of medicines (WHO, 2018), endings of the names of diseases."""


def stem_known(counts: dict[str, int], word: str, names: Container[str] = ()) -> bool:
    """Whether an ending makes a known word of it ("doesnae", "unfussed", "Januaries").

    Two names in one ("Annaleigh") are no compound.
    """
    for british, american in (("is", "iz"), ("our", "or"), ("ll", "l"), ("yse", "yze")):
        if british in word and word.replace(british, american) in counts:
            return True
    for place in range(PART, len(word) - PART + 1):
        # A compound: "woodchip", "telehealth".
        first, second = word[:place], word[place:]
        two_names = first in names and second in names
        if min(counts.get(first, 0), counts.get(second, 0)) > COMPOUND and not two_names:
            return True
    for ending in ("nae", "nt", "s", "ed", "ing", "ly", "er", "est", "in", "y", "ish", "ness"):
        stem = word.removesuffix(ending)
        if (
            stem != word
            and len(stem) > 2
            and (max(counts.get(stem, 0), counts.get(stem + "e", 0)) >= USED)
        ):
            return True
    return any(
        word.startswith(before) and counts.get(word[len(before) :].lstrip("-"), 0) >= USED
        for before in ("un", "re", "non", "pre", "over", "under", "out", "mis")
    )
