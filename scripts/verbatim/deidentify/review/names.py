"""Words that may be names and that the program has left: where capitals tell, and small ones."""

from collections.abc import Iterable, Iterator

from verbatim.deidentify.lexicon import KNOWN, Lexicon, folded
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.review.asked import RISK, Asked
from verbatim.deidentify.review.known import Names, explained, near
from verbatim.deidentify.review.small import small
from verbatim.deidentify.runs import PRONOUN
from verbatim.deidentify.words import Passage, Word, listed

FOLLOWING = frozenset(
    listed(
        "i you he she it we they the that this these those there a an my our your his her their "
        "anybody anyone somebody someone people not be as god i'm i've"
    )
)
"""What follows Will, Can and May where they are verbs."""

TIMES = frozenset(
    listed(
        "a an on every last next this that the of each by until till from since per one of for "
        "in about before after to between early late mid during around through weekday good "
        "monday tuesday wednesday thursday friday saturday sunday easter whit black bank palm "
        "first second third fourth fifth come two three my our his her their any some most long "
        "other alternate usually normally always came"
    )
)
"""What stands before days and months where they are times."""

DATED = frozenset(listed("a on every last next each by until till since this"))
"""Of these, what a day by which somebody is called does not have before it."""

TIMED = frozenset(
    listed("morning mornings night nights afternoon afternoons evening evenings lunchtime the to")
)
DAYS = frozenset(listed("monday tuesday wednesday thursday friday saturday sunday"))

PLACED = frozenset(listed("the at in from to near our"))
"""What stands before a body or place that is said by its first letters."""

SHORT = frozenset(listed("general infirmary"))
"""What a hospital is called for short, as are those that are royal."""

Found = tuple[str, str]
"""Category and reason."""


def names(
    passage: Passage, covered: Iterable[Mention], known: Names, lexicon: Lexicon
) -> list[Asked]:
    """Find the words of a passage that may be names and are not replaced, neighbours joined.

    Args:
        passage: What is said.
        covered: What a person or the program decided on in it.
        known: Words by which somebody or something is called.
        lexicon: What is known of words.
    """
    covered = list(covered)
    decided = {at for one in covered for at in range(one.start, one.end)}
    people = {one.end for one in covered if one.category == "PERSON"}
    found: list[Asked] = []
    for index, word in enumerate(passage.words):
        if not decided.isdisjoint(range(word.start, word.end)):
            continue
        after = word.start - 1 in people and passage.text[word.start - 1] == " "
        if word.capital and not passage.caseless:
            asked = _capital(passage, index, known, lexicon, after)
        else:
            asked = small(passage, index, known, lexicon, after)
        if asked and not _of_a_shared_phrase(passage, index, lexicon):
            found.append(Asked(word.start, _end(word, known, passage), *asked))
    return list(_joined(found, passage.text))


def _of_a_shared_phrase(passage: Passage, index: int, lexicon: Lexicon) -> bool:
    """Whether with the word before or behind it is what everybody shares: Hong Kong."""
    lower = passage.lower(index)
    return lexicon.shared(f"{passage.lower(index - 1)} {lower}") or lexicon.shared(
        f"{lower} {passage.lower(index + 1)}"
    )


def _end(word: Word, known: Names, passage: Passage) -> int:
    """End of the word, in a transcript without capitals without an s glued to a name."""
    stem = folded(word.lower.removesuffix("s"))
    names = known.here.keys() | known.also
    glued = passage.caseless and word.lower.endswith("s") and folded(word.lower) not in names
    return word.end - 1 if glued and stem in names else word.end


def _joined(found: list[Asked], text: str) -> Iterator[Asked]:
    """Join neighbours: two capitals with a blank or "the" between them are one name."""
    last: Asked | None = None
    for one in found:
        if last and text[last.end : one.start] in {" ", " the "} and text[one.start].isupper():
            risky = min(last, one, key=lambda each: RISK[each.reason])
            last = risky._replace(start=last.start, end=one.end)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _capital(  # noqa: PLR0911  one question after the other
    passage: Passage, index: int, known: Names, lexicon: Lexicon, after: bool
) -> Found | None:
    """Category and reason for a word with a capital; None where nothing is to be asked."""
    word, lower = passage.words[index], passage.words[index].lower
    form = folded(lower)
    lists = lexicon.lists
    if len(lower) < 2 or lower in lists["interjections"] or "'" in lower[:2]:
        return None
    if lexicon.shared(lower) or lexicon.month(lower):
        return _shared(passage, index, known, lexicon)
    everyday = lexicon.everyday(lower)
    follows = passage.text[word.end : word.end + 1] == " " and passage.lower(index + 1)
    verb = everyday and word.initial and follows in FOLLOWING
    if form in known.here:
        return None if verb else (known.here[form], "name")
    if word.acronym:
        return _acronym(passage, index, known, lexicon)
    inside = passage.clean and not word.initial
    if passage.lower(index - 1) == "the" and inside and lower in lists["royal"] | SHORT:
        return "ORGANISATION", "called"
    if lower in lists["titles"] | lists["callings"] | lists["persons"]:
        return None
    if lexicon.first_name(lower) and everyday:
        return None if verb else ("PERSON", "called")
    if after and (everyday or lower in lists["function"]) and not word.initial:
        return ("PERSON", "called")
    if everyday:
        general = lower in lists["vocabulary"] or "-" in lower
        if lower in lists["function"]:
            called = lower in lexicon.first_names and passage.gap(index) == " "
            general = not called or lower in PRONOUN
        if form in known.study and not (general or verb):
            return known.study[form], "name"
        return ("ORGANISATION", "called") if inside and not general else None
    if explained(lower, lexicon, compounds=not word.initial):
        return None
    return known.study.get(form, "PERSON"), "near" if near(form, known.here) else "unknown"


def _shared(passage: Passage, index: int, known: Names, lexicon: Lexicon) -> Found | None:
    """Days and months by which people are called too, where no time is meant."""
    word, lower = passage.words[index], passage.words[index].lower
    if not (lexicon.month(lower) or lower in DAYS):
        return None
    after = passage.lower(index + 1)
    behind = passage.text[word.end : word.end + 4].strip()
    if after in TIMED or after in DAYS or behind[:1].isdigit():
        return None
    if lower in known.also and passage.lower(index - 1) not in DATED:
        return "PERSON", "called"
    if word.initial:
        does = after in lexicon.lists["subjects"] and after not in {"was", "is", "came", "had"}
        called = does or (lexicon.month(lower) and after not in FOLLOWING)
        return ("PERSON", "called") if called else None
    before = passage.lower(index - 1)
    timed = before in TIMES or before.endswith("th") or passage.gap(index).strip()
    return None if timed else ("PERSON", "called")


def _acronym(passage: Passage, index: int, known: Names, lexicon: Lexicon) -> Found | None:
    """Capitals throughout: a name that is shouted, or a body or place by its first letters."""
    lower, before = passage.words[index].lower, passage.lower(index - 1)
    if lexicon.counts.get(lower, 0) >= KNOWN or lower in lexicon.lists["function"]:
        name = len(lower) > 3 and (lexicon.first_name(lower) or near(folded(lower), known.here))
        return ("PERSON", "near") if name else None
    return ("ORGANISATION", "unknown") if before in PLACED or len(lower) > 3 else None
