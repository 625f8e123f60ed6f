"""Looking for names that were found: as they stand, in lower case, in capitals, misspelt."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from verbatim.deidentify.cues import timed
from verbatim.deidentify.lexicon import Lexicon, folded
from verbatim.deidentify.mention import Mention
from verbatim.deidentify.nicknames import brought
from verbatim.deidentify.pool import SHORTEST, WEIGHT, Name, Pool, ordinary
from verbatim.deidentify.runs import Reading, Run, read
from verbatim.deidentify.sounds import one_apart
from verbatim.deidentify.telling import LIKELY, SURE, telling
from verbatim.deidentify.words import Passage
from verbatim.tables.people import CATEGORIES

LAYER = "pool"

SHOUTED = 4
"""Letters from which a known name is found in capitals."""

SPELT = 5
"""Letters from which a word with one wrong letter is still taken for a name."""


class Finder:
    """Looks for the pooled names in one interview after another."""

    def __init__(self, pool: Pool, lexicon: Lexicon) -> None:
        """Index the study's names by their first word."""
        self.pool = pool
        self.lexicon = lexicon
        self.everywhere = _by_first_word(
            name for name in pool.study if not ordinary(name, lexicon) and not name.core.islower()
        )

    def find(self, interview: str, passages: Iterable[Passage]) -> list[list[Mention]]:
        """Find names of the study in one interview's passages.

        Names met in the interview itself count too where they are everyday words, if what stands
        around them (`telling`) speaks for a name. In lower case a name is found if no English word
        is spelt so and more than a capital spoke for it; in a transcript without capitals, every
        name. Short forms that a name brings count as names of the interview, and so does what no
        dictionary has and is one letter away from a person's name.
        """
        here = _Here(self.pool.interviews.get(interview, {}), self.lexicon)
        return [sorted(set(self._passage(interview, passage, here))) for passage in passages]

    def _passage(self, interview: str, passage: Passage, here: "_Here") -> Iterator[Mention]:
        reading: Reading | None = None
        for index, word in enumerate(passage.words):
            if not word.capital:
                if found := here.small(passage, index):
                    yield Mention(word.start, *found, LAYER)
                continue
            if word.acronym and (shouted := here.shouted(passage, index)):
                yield Mention(word.start, passage.words[shouted].end, "PERSON", LAYER)
                continue
            for name in {*here.names.get(word.text, ()), *self.everywhere.get(word.text, ())}:
                if not _matches(passage, index, name):
                    continue
                category = here.category(name) or self.pool.category(interview, name)
                if ordinary(name, self.lexicon):
                    reading = reading or read(passage, self.lexicon)
                    if not _shown(reading, index, category):
                        continue
                elif word.possessive and self.lexicon.shared(f"{word.lower}'s"):
                    continue
                end = passage.words[index + len(name.words) - 1].end
                yield Mention(word.start, end, category, LAYER)


class _Here:
    """The names of one interview, as they are looked for there."""

    def __init__(self, names: dict[Name, Counter[str]], lexicon: Lexicon) -> None:
        """Add the short forms that they bring, and index them."""
        self.lexicon = lexicon
        people = {name.words[0] for name, counts in names.items() if "PERSON" in counts}
        lower = {name for name in people if name.islower()}
        self.counts = names | {
            Name((short,), short): Counter(PERSON=WEIGHT)
            for short in sorted(_cased(brought(people), lower))
            if Name((short,), short) not in names
        }
        self.names = _by_first_word(self.counts)
        self.lower: dict[str, list[Name]] = defaultdict(list)
        for name, counts in sorted(self.counts.items()):
            if max(counts.values()) >= WEIGHT or name.core.islower():
                self.lower[folded(name.words[0])].append(name)
        self.spelt = sorted(
            word
            for word, known in self.lower.items()
            if len(word) >= SPELT and any(self.category(name) == "PERSON" for name in known)
        )

    def category(self, name: Name) -> str:
        """Category that was proposed most for a name here; empty where there is none."""
        counts = self.counts.get(name)
        if not counts:
            return ""
        return max(counts, key=lambda one: (counts[one], -CATEGORIES.index(one)))

    def shouted(self, passage: Passage, index: int) -> int | None:
        """Index of the last word of a person's name in capitals that begins with a known one."""
        words, lexicon = passage.words, self.lexicon
        for stem in (words[index].text, words[index].text.removesuffix("S")):
            known = [name for name in self.names.get(stem.capitalize(), ()) if len(name.words) == 1]
            if len(stem) >= SHOUTED and known and not lexicon.everyday(stem.lower()):
                last = index
                while (
                    last + 1 < len(words)
                    and words[last + 1].acronym
                    and passage.gap(last + 1) == " "
                    and not lexicon.shared(words[last + 1].lower)
                ):
                    last += 1
                return last
        return None

    def small(self, passage: Passage, index: int) -> tuple[int, str] | None:
        """End and category of the longest name that begins with the word in lower case."""
        word = passage.words[index]
        stem = folded(word.text)
        fits = [name for name in self.lower.get(stem, ()) if self._fits(passage, index, name)]
        if fits:
            name = max(fits, key=lambda one: (len(one.words), one))
            return passage.words[index + len(name.words) - 1].end, self.category(name)
        if passage.caseless and stem.endswith("s"):
            # A possessive where nobody wrote apostrophes.
            for name in self.lower.get(stem[:-1], ()):
                if len(name.words) == 1 and self._alone(passage, index, name):
                    return word.end - 1, self.category(name)
        wrong = len(stem) >= SPELT and self.spelt and self.lexicon.strange(stem)
        if wrong and any(one_apart(stem, name) for name in self.spelt):
            return word.end, "PERSON"
        return None

    def _fits(self, passage: Passage, index: int, name: Name) -> bool:
        words = passage.words[index : index + len(name.words)]
        if [folded(each.text) for each in words] != [folded(each) for each in name.words]:
            return False
        return passage.caseless if len(name.words) > 1 else self._alone(passage, index, name)

    def _alone(self, passage: Passage, index: int, name: Name) -> bool:
        lower = name.core.lower()
        if self.lexicon.everyday(lower) or self.lexicon.shared(lower):
            least = LIKELY if passage.caseless else SURE
            return telling(passage, index, self.lexicon) >= least
        return passage.caseless or len(lower) > SHORTEST


def _cased(shorts: Iterable[str], lower: Iterable[str]) -> Iterator[str]:
    """Short forms with a capital, and without one where names have none."""
    for short in shorts:
        yield short.capitalize()
        if lower:
            yield short


def _by_first_word(names: Iterable[Name]) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = defaultdict(list)
    for name in sorted(names):
        found[name.words[0]].append(name)
    return dict(found)


def _matches(passage: Passage, index: int, name: Name) -> bool:
    """Whether the words from `index` on are the name, with nothing else between them."""
    words = passage.words[index : index + len(name.words)]
    if tuple(word.text for word in words) != name.words:
        return False
    return " ".join(passage.text[words[0].start : words[-1].end].split()) == name.core


def _shown(reading: Reading, index: int, category: str) -> bool:
    """Whether an everyday word with a capital is a name here.

    Inside a sentence it is, but for months, days and general bodies; where it opens a sentence,
    if its company speaks for it.
    """
    passage, word = reading.passage, reading.passage.words[index]
    run = Run(index, index, (word,))
    if word.initial:
        return category == "PERSON" and telling(passage, index, reading.lexicon) >= 1
    if reading.shared(run):
        told = telling(passage, index, reading.lexicon) >= LIKELY
        return told and not timed(passage, index, reading.lexicon)
    return True
