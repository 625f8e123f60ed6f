"""What is a name somewhere in an interview is one everywhere in it."""

from verbatim.deidentify.finder import LAYER
from verbatim.deidentify.mention import Mention
from verbatim.search import forms
from verbatim.search.names import Names
from verbatim.search.words import TOKEN, fold


def spread(proposals: dict[int, list[Mention]], texts: dict[int, str]) -> dict[int, list[Mention]]:
    """Add the words by which a person was proposed elsewhere in the interview, in any writing.

    Only words that are distinctive, as the release check has it: what it would find there is
    replaced here. Everyday words (Will, Rose) are left to the layers and to people.

    Args:
        proposals: What is to be replaced, by segment, without overlaps.
        texts: Texts of all segments.

    Returns:
        The same with what was added, in order.
    """
    names = Names()
    for segment, mentions in proposals.items():
        for one in mentions:
            if one.category == "PERSON":
                for phrase in forms.of_person(texts[segment][one.start : one.end]):
                    names.put(phrase, one.category)
    alone = {phrase[0] for phrase in names.anyhow if len(phrase) == 1}
    if not alone:
        return proposals
    return {
        segment: sorted([*proposals[segment], *_left(text, alone, proposals[segment])])
        for segment, text in texts.items()
    }


def _left(text: str, alone: set[str], taken: list[Mention]) -> list[Mention]:
    covered = {at for one in taken for at in range(one.start, one.end)}
    return [
        Mention(*word.span(), "PERSON", LAYER)
        for word in TOKEN.finditer(text)
        if fold(word.group()) in alone and covered.isdisjoint(range(*word.span()))
    ]
