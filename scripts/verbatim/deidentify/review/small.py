"""Words without a capital that may be names: in transcripts without capitals, and slips."""

from verbatim.deidentify.lexicon import Lexicon, folded
from verbatim.deidentify.review.known import Names, explained, near, run_together
from verbatim.deidentify.words import Passage, listed

VERBAL = frozenset(listed("i you he she it we they the be have not well also as"))
"""What follows may where it is a verb."""

NOUNED = frozenset(
    listed(
        "the a an every each any some no this that these those i we you they he she it to of much "
        "more full such its their his do did does don't didn't would will can could in with by"
    )
)
"""What stands before hope, grace and mark where they are things, or what somebody does."""

NAMING = frozenset(listed("called named name's with from and said told asked rang saw met"))


def small(  # noqa: PLR0911  one question after the other
    passage: Passage, index: int, known: Names, lexicon: Lexicon, after: bool
) -> tuple[str, str] | None:
    """Category and reason for a word without a capital; None where nothing is to be asked."""
    lower = passage.words[index].lower
    lists = lexicon.lists
    if passage.caseless and {lower, lower.removesuffix("s")} & known.also:
        return "PERSON", "lower"
    if lexicon.month(lower) and passage.caseless:
        timed = passage.lower(index - 1) in lists["month_before"]
        return None if timed or passage.lower(index + 1) in VERBAL else ("PERSON", "lower")
    if len(lower) < 3 or lower in lists["interjections"] or lexicon.shared(lower):
        return None
    if passage.caseless:
        return _without_capitals(passage, index, known, lexicon, after)
    form, everyday = folded(lower), lexicon.everyday(lower)
    if everyday:
        named = known.here.get(form) == "PERSON" and lexicon.first_name(lower)
        plain = lower in lists["function"] or lexicon.month(lower)
        stop = passage.text[passage.words[index].end : passage.words[index].end + 1] in set(",.?!;")
        said = passage.lower(index - 1) in NAMING and stop and lexicon.first_name(lower)
        thing = passage.lower(index - 1) in NOUNED
        return ("PERSON", "name") if said or (named and not plain and not thing) else None
    if form in known.here:
        return known.here[form], "name"
    if lower in lexicon.counts or explained(lower, lexicon):
        return None
    if near(form, known.here):
        return "PERSON", "near"
    return ("PERSON", "lower") if lexicon.first_name(lower) or lexicon.town(lower) else None


def _without_capitals(  # noqa: PLR0911  one question after the other
    passage: Passage, index: int, known: Names, lexicon: Lexicon, after: bool
) -> tuple[str, str] | None:
    lower = passage.words[index].lower
    form, lists = folded(lower), lexicon.lists
    if lexicon.everyday(lower) and form in known.here and passage.lower(index - 1) in NOUNED:
        return None
    if form in known.here or (form.removesuffix("s") in known.here and len(form) > 3):
        return known.here.get(form) or known.here[form.removesuffix("s")], "name"
    if lower in lists["titles"] or run_together(lower):
        return None
    if lexicon.first_name(lower):
        return "PERSON", "lower"
    if lower in lists["function"]:
        return None
    before = passage.lower(index - 1)
    if before in lists["titles"] or (after and lower in lexicon.surnames):
        return "PERSON", "lower"
    if lexicon.town(lower) and before in lists["prepositions"] | {"from", "to"}:
        return "LOCATION", "lower"
    if lower in lexicon.surnames and (
        lexicon.first_name(before) or (lexicon.surname(lower) and lower not in lists["vocabulary"])
    ):
        return "PERSON", "lower"
    if lexicon.everyday(lower) or explained(lower, lexicon, compounds=False):
        return None
    return known.study.get(form, "PERSON"), "near" if near(form, known.here) else "unknown"
