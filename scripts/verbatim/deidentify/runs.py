"""Runs of capitalised words: what may be a name, before anybody asks of whom or what."""

from dataclasses import dataclass

from verbatim.deidentify.lexicon import Lexicon
from verbatim.deidentify.spoken import NUMBER_WORDS
from verbatim.deidentify.words import Passage, Word

PRONOUN = frozenset({"i", "i'm", "i'd", "i've", "i'll"})
BLANK = frozenset({" ", "\u00a0"})
FEASTS = frozenset({"christmas", "year", "years", "year's"})
PARTICLES = frozenset({"van", "von", "de", "der", "den", "du", "da", "di", "la", "le", "bin", "al"})
BRIDGES = frozenset({" & ", " and ", " of ", " of the ", " on ", " upon ", " in the ", " on the "})


@dataclass(frozen=True)
class Run:
    """Neighbouring capitalised words of one passage.

    Attributes:
        first: Index of its first word in the passage.
        last: Index of its last word.
        words: The words themselves.
    """

    first: int
    last: int
    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """First character."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Character after the last."""
        return self.words[-1].end

    @property
    def initial(self) -> bool:
        """Whether it opens a sentence."""
        return self.words[0].initial


@dataclass(frozen=True)
class Reading:
    """One passage, what is known of words, and the runs of capitals in it."""

    passage: Passage
    lexicon: Lexicon
    runs: tuple[Run, ...]

    def before(self, run: Run, steps: int = 1) -> str:
        """Lower-case word before a run; empty where punctuation or nothing stands there."""
        index = run.first - steps
        if index < 0 or any(
            set(self.passage.gap(at)) - {" ", "\u00a0"} for at in range(index + 1, run.first + 1)
        ):
            return ""
        return self.passage.lower(index)

    def shared(self, run: Run) -> bool:
        """Whether everybody shares what the run says; May and June only where they are months."""
        lexicon, word = self.lexicon, run.words[0]
        if len(run.words) == 1 and lexicon.month(word.lower):
            return not self.called(run)
        if word.lower == "eve" and self.passage.lower(run.first - 1) in FEASTS:
            return True
        whole = " ".join(each.lower for each in run.words)
        ending = "'s" if run.words[-1].possessive else ""
        return lexicon.shared(whole) or lexicon.shared(whole + ending)

    def called(self, run: Run) -> bool:
        """Whether May, June or April inside a sentence is a person and not a month."""
        before = self.passage.lower(run.first - 1)
        after = self.passage.text[run.end : run.end + 4].strip()
        return (
            self.passage.clean
            and before not in self.lexicon.lists["month_before"]
            and not after[:1].isdigit()
            and not after.startswith(("the", "to"))
            and not (run.initial and after[:1] not in {",", "'", "’"})
        )

    def mostly_town(self, run: Run) -> bool:
        """Whether a single word is a place first and a first name second (Devon, Paisley)."""
        lexicon, word = self.lexicon, run.words[0].lower
        if len(run.words) > 1 or not lexicon.town(word):
            return False
        return word not in lexicon.lists["first_names"] and word not in lexicon.lists["given"]

    def tail(self, run: Run, at: int) -> Run:
        """The run from its word `at` on."""
        return Run(run.first + at, run.last, run.words[at:])


def read(passage: Passage, lexicon: Lexicon) -> Reading:
    """Find the runs of a passage, without titles and without words that only open sentences."""
    runs = []
    for first, last in _joined(passage, lexicon, _bare(passage, lexicon)):
        run = _trimmed(Run(first, last, tuple(passage.words[first : last + 1])), lexicon)
        if run is not None:
            runs.append(run)
    return Reading(passage, lexicon, tuple(runs))


def _bare(passage: Passage, lexicon: Lexicon) -> list[tuple[int, int]]:
    """First and last index of neighbouring capitals with one blank between them."""
    spans: list[tuple[int, int]] = []
    for index, word in enumerate(passage.words):
        if not word.capital or word.lower in PRONOUN:
            continue
        joins = (
            spans
            and spans[-1][1] == index - 1
            and _adjacent(passage, index, lexicon)
            and not word.initial
            and not set(word.lower.split("-")) <= NUMBER_WORDS
            and not _ends(passage.words[index - 1], word, lexicon)
        )
        if joins:
            spans[-1] = (spans[-1][0], index)
        else:
            spans.append((index, index))
    return spans


def _adjacent(passage: Passage, index: int, lexicon: Lexicon) -> bool:
    """Whether nothing but a blank, a possessive or the full stop of an initial is between."""
    gap, word = passage.gap(index), passage.words[index]
    if gap == ". ":
        known = word.lower in lexicon.surnames or not lexicon.everyday(word.lower)
        return known and word.lower not in lexicon.lists["function"]
    return gap in BLANK or gap in {"’s ", "'s ", "’ ", "' "}


def _ends(before: Word, word: Word, lexicon: Lexicon) -> bool:
    """Whether a possessive ends the run: "Grace's Tuesday", but not "St Anne's Hospital"."""
    heads = lexicon.lists["organisations"] | lexicon.lists["places"]
    return before.possessive and word.lower not in heads


def _joined(
    passage: Passage, lexicon: Lexicon, spans: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Join runs over "and", "of", "van" where both sides are one name."""
    joined: list[tuple[int, int]] = []
    words, text = passage.words, passage.text
    for first, last in spans:
        if joined:
            begin, end = joined[-1]
            gap = text[words[end].end : words[first].start]
            head = words[last].lower in lexicon.lists["organisations"]
            opens = words[begin].lower
            if (
                not words[first].initial
                and (
                    gap == " & "
                    or (
                        gap in BRIDGES
                        and gap.startswith(" of")
                        and _org(words, begin, end, lexicon)
                    )
                    or (
                        gap == " and "
                        and head
                        and last > first
                        and _part(words[begin], lexicon)
                        and begin == end
                    )
                    or (gap.strip() in PARTICLES and " " + gap.strip() + " " == gap)
                )
                and opens not in lexicon.lists["function"]
                and opens not in lexicon.lists["interjections"]
            ):
                joined[-1] = (begin, last)
                continue
        joined.append((first, last))
    return joined


def _org(words: list[Word], begin: int, end: int, lexicon: Lexicon) -> bool:
    return words[end].lower in lexicon.lists["organisations"] and end >= begin


def _part(word: Word, lexicon: Lexicon) -> bool:
    """Whether a single capital before "and" may be half of an organisation's name."""
    lower = word.lower
    return not (
        word.initial
        or lexicon.first_name(lower)
        or lexicon.shared(lower)
        or lower in lexicon.lists["titles"] | lexicon.lists["callings"]
    )


def _trimmed(run: Run, lexicon: Lexicon) -> Run | None:
    """Drop words at the front that only open the sentence, and titles; None if nothing is left."""
    lists = lexicon.lists
    words = list(run.words)
    first = run.first
    while words:
        word, rest = words[0], words[1:]
        lower = word.lower
        initial_letter = len(lower) == 1 and bool(rest) and not word.initial
        opening = (lower in lists["function"] and not initial_letter) or (
            word.initial and (lower in lists["interjections"] or "'" in lower)
        )
        title = lower in lists["titles"] or (lower in lists["callings"] and bool(rest))
        weekday = (
            bool(rest)
            and lexicon.shared(lower)
            and not lexicon.month(lower)
            and lower not in lists["royal"]
            and not lexicon.shared(rest[0].lower)
        )
        plain = (
            word.initial
            and bool(rest)
            and lexicon.everyday(lower)
            and not lexicon.first_name(lower)
            and lower not in lists["epithets"]
            and words[-1].lower not in lists["organisations"] | lists["places"]
        )
        if not (opening or title or weekday or plain):
            break
        words, first = rest, first + 1
    while words and (
        words[-1].lower in lists["function"]
        and len(words) > 1
        and not words[-1].acronym
        and not (words[-1].lower in lists["called"] and lexicon.first_name(words[-2].lower))
    ):
        words = words[:-1]
    return Run(first, first + len(words) - 1, tuple(words)) if words else None
