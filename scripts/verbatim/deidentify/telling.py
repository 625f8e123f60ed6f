"""What the words around a word say: whether Will, Grace or Ward is somebody here.

Many names are everyday words, and in a transcript without capitals nothing but their company tells
them apart. The signs are counted: what only a name can have beside it weighs most, and what a name
never has beside it outweighs everything.
"""

import re

from verbatim.deidentify.lexicon import Lexicon
from verbatim.deidentify.words import Passage, listed

NEVER = -9
"""What a word beside no name weighs."""

SURE = 4
"""From here on the company alone makes a name of a word by which people are called."""

LIKELY = 2
"""From here on it is the name that was found elsewhere in the interview."""

_DETERMINERS = frozenset(
    listed(
        "a an the this that these those some any no every each your its his her their my what "
        "which such very so too more most much less as own same another other first last next best "
        "good bad new whole half all both many few lot of"
    )
)
_POSSESSIVES = frozenset(listed("my me our his her their your the a"))
_SUBJECTS = frozenset(
    listed(
        "i you he she we they it who there people nobody everybody somebody everyone anyone one "
        "i'd you'd he'd she'd we'd they'd it'd i'll you'll he'll she'll we'll they'll it'll "
        "that'll youll theyll itll thatll shell hell well we've i've they've you've ive youve "
        "theyve"
    )
) - {"i've", "ive"}
_AUXILIARIES = frozenset(
    listed(
        "will would can could should shall may might must do does did don't won't cannot can't "
        "couldn't wouldn't shouldn't didn't doesn't dont wont cant couldnt wouldnt shouldnt didnt "
        "doesnt not never always really just to let's lets gonna gotta wanna"
    )
)
_MODALS = frozenset(listed("will may can"))
_TITLES = frozenset(listed("mr mrs ms mister missus dr pc cllr councillor reverend rev"))
_CALLED = frozenset(listed("called named nicknamed christened"))
_AGED = frozenset(listed("young old big little wee poor"))
_ASIDE = frozenset(listed("she's shes he's hes who's whos he she who that's thats"))
_GREETINGS = frozenset(listed("hello hi hiya bye cheers dear thanks morning welcome sorry alright"))
_OBJECTS = frozenset(
    listed(
        "with from off by told asked rang phoned met saw thank about than unlike married love "
        "loved like for got texted emailed helped knew know remember without behind beside to "
        "visit"
    )
)
_BETWEEN = frozenset(
    listed(
        "said says because cos cause when if but then where while or so and that after before "
        "since until what now no yes yeah oh well plus not like even only just say hears saying "
        "had get gets i've ive"
    )
)
_SPOKE_TO = frozenset(
    listed(
        "said say says speak spoke spoken talk talked talking listen gave give given sent wrote "
        "married happened went back belongs next close handed introduced"
    )
)
_THEM = frozenset(listed("me him her them us you"))
_VERBS = frozenset(
    listed(
        "said says told tells was is has had went goes came comes got gets gave gives took takes "
        "rang rings thought thinks wanted wants works lives died moved started used knew knows "
        "made makes keeps kept ran runs sat sits stood stands looked looks asks brought brings "
        "found left leaves met put puts did does wasn't isn't hadn't hasn't didn't doesn't "
        "wouldn't won't wasnt isnt hadnt hasnt didnt doesnt wouldnt wont would could lost held "
        "wrote spoke felt ate drove rose fell grew slept woke heard saw paid bought caught taught "
        "sang began won wore reckons likes loves helps calls does phones emails texts always never "
        "still just gonna goes'll also once first himself herself lived"
    )
)
_AFTER_WORD = frozenset(
    listed(
        "you i we they it me us my your that be have not the a an to of for up out down so there's "
        "this these those some any all both what how why where when"
    )
)
_TOO = frozenset(listed("there here too also again anyway though bless at in downstairs next like"))
_PAST = re.compile(
    r"(?!(?:red|bed|need|indeed|shed|seed|speed|feed|weed|bleed|breed)$)[a-z]{2,}ed$"
)
_PUNCTUATION = re.compile(r"^[,.;:?!…—–)\"”\]]")


def telling(passage: Passage, index: int, lexicon: Lexicon, last: int = -1) -> int:
    """Weigh what stands around a word, or around the words from `index` to `last`.

    Returns:
        More than 0 where it speaks for a name, less where it speaks against one.
    """
    last = max(last, index)
    front = announced(passage, index, lexicon)
    if front <= NEVER and _beside(passage, index, -1) in _DETERMINERS:
        # "God love her, Rose Magee": a surname in no dictionary says more than the word before.
        stray = passage.caseless and lexicon.strange(_beside(passage, last, 1) or "the")
        return SURE if stray and lexicon.first_name(passage.lower(index)) else front
    return front if front <= NEVER else front + _back(passage, index, last, lexicon, front)


def _beside(passage: Passage, index: int, steps: int) -> str:
    """The word so many steps away, in lower case; empty where a mark or nothing is between."""
    reach = (
        range(index + steps + 1, index + 1) if steps < 0 else range(index + 1, index + steps + 1)
    )
    if any(set(passage.gap(at)) - {" ", "\u00a0"} for at in reach if 0 <= at < len(passage.words)):
        return ""
    return passage.lower(index + steps)


def spoken_of(passage: Passage, index: int) -> bool:
    """Whether "he's", "she" or "who" goes on about the word, a comma between them allowed."""
    return passage.lower(index + 1) in _ASIDE


def announced(passage: Passage, index: int, lexicon: Lexicon) -> int:  # noqa: PLR0911, PLR0912
    """Weigh what stands before a word alone."""
    one, two, three = (_beside(passage, index, -steps) for steps in (1, 2, 3))
    lists, word = lexicon.lists, passage.lower(index)
    plain = word not in _MODALS
    if not one or one == word:
        if passage.words[index].initial:
            return 0
        return SURE if passage.lower(index - 1) in lists["persons"] else 1
    if one in _TITLES:
        return 6
    if one in lists["persons"] | lists["callings"] | lists["titles"]:
        if two in _POSSESSIVES - {"the", "a"} or (
            three in _POSSESSIVES and (two == "own" or two not in lists["function"])
        ):
            return 5 if plain else 3
        if plain and two in {"a", "an", "wee", "young"} and lexicon.first_name(word):
            return SURE
        return 4 if one in lists["callings"] | lists["titles"] and two not in _DETERMINERS else 0
    if one in {"is", "was"} and two in lists["persons"]:
        return SURE
    if (one in {"call", "calls"} and two) or (one in _THEM and two in {"call", "calls", "called"}):
        return SURE
    if one in _THEM and two == "to" and three in _SPOKE_TO:
        return 3
    if one in _CALLED or (one in {"is", "was", "name's", "names"} and two in {"name", "names"}):
        return 5
    if one == "you" and two == "thank":
        return SURE
    if one == "our" or (one in _AGED and two not in _DETERMINERS):
        return 4 if lexicon.first_name(word) else 1
    if one in _DETERMINERS | _SUBJECTS:
        return NEVER
    if one == "to":
        return SURE if two in _SPOKE_TO else -SURE
    if one in _AUXILIARIES:
        return NEVER
    if one in _GREETINGS or (one == "is" and two == "this"):
        return SURE
    if one in {"there's", "theres"} or (one in {"was", "is"} and two in {"there", "who"}):
        return 3
    if one in {"i'm", "im"} or (one == "am" and two == "i"):
        return 3
    if one in {"it's", "its", "that's", "thats"} or (
        one in {"was", "wasn't", "wasnt", "isn't", "isnt"} and two in {"it", "that", "one", "this"}
    ):
        return 2
    if one in {"and", "or", "&"}:
        other = two or passage.lower(index - 2)
        beside = lexicon.first_name(other) and not lexicon.everyday(other)
        return SURE if beside or two in {"me", "him", "her"} else 1
    if one in _OBJECTS:
        return 2
    if one in _BETWEEN or one in lists["interjections"]:
        return 1
    known = lexicon.first_name(one) and not lexicon.everyday(one)
    return 3 if known and plain and lexicon.first_name(word) else 0


def _back(  # noqa: PLR0911
    passage: Passage, index: int, last: int, lexicon: Lexicon, front: int
) -> int:
    words, word = passage.words, passage.lower(index)
    if words[last].possessive and passage.text[words[last].end : words[last].end + 1] in {"'", "’"}:
        return 3
    one, two = _beside(passage, last, 1), _beside(passage, last, 2)
    after = passage.text[words[last].end :]
    if not one:
        return _closed(passage, last, after)
    if surnamed(passage, last + 1, lexicon):
        return 5
    if one in _ASIDE:
        question = word in _MODALS and two not in _VERBS
        return NEVER if question and one in {"he", "she", "who"} else 2
    if one == "and" and lexicon.first_name(two) and not lexicon.everyday(two):
        return 2
    if one in _VERBS or one == "from" or _PAST.match(one):
        return 2
    if one in _TOO:
        return 1
    if one in _AFTER_WORD or (word in _MODALS and front < SURE):
        return 0 if front >= LIKELY else -SURE
    return 1 if one.endswith("s") and len(one) > 3 else 0


def _closed(passage: Passage, last: int, after: str) -> int:
    """Weigh the end of a sentence, or a comma with "he" or "our" behind it."""
    mark = after.strip()[:1]
    if not mark or not _PUNCTUATION.match(after):
        return 1
    follows = passage.lower(last + 1)
    aside = mark == "," and follows in _ASIDE | {
        "our",
        "the",
        "a",
        "my",
        "what",
        "you",
        "i",
        "come",
    }
    return 2 if aside or mark in ".?!" else 1


def surnamed(passage: Passage, index: int, lexicon: Lexicon) -> bool:
    """Whether the word at the index may be the surname of the first name before it."""
    if index >= len(passage.words) or set(passage.gap(index)) - {" ", "\u00a0"}:
        return False
    word = passage.words[index]
    lower = word.lower
    if lower in lexicon.closed or lower in lexicon.lists["interjections"]:
        return False
    if word.capital:
        return not word.acronym and not lexicon.shared(lower)
    if not passage.caseless or lower in _VERBS:
        return False
    follows = _beside(passage, index, 1)
    ends = not follows or follows in _VERBS | _ASIDE
    if lower in lexicon.lists["called"]:
        return ends
    return lexicon.strange(lower) or lexicon.surname(lower) or (ends and lexicon.surname_too(lower))
